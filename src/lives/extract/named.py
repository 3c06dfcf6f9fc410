"""What finds persons, places and organisations in prose: a part that may be exchanged.

The English reader finds names by rules. A reader of entities, ours or another
distribution's, is asked as well where the archive chooses one; it sees text and where
sentences stand in it, and need know nothing else of Lives.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from lives.model.errors import MissingLibrary, ReaderFailed
from lives.registry import Registry


class Sort(StrEnum):
    """What words name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """Words that name something.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        sort: What they name.
        score: How sure that is, from 0 to 1.
    """

    start: int
    end: int
    sort: Sort
    score: float = 1.0


Span = tuple[int, int]


class EntityReader(Protocol):
    """Finds what is named in the sentences of a text.

    To make one must cost little: it is made to learn its version even where nothing
    is to be read. What is heavy is loaded when sentences are first given to it.
    """

    @property
    def version(self) -> str:
        """Name, model and version, written into every statement: "openai/llama-3/2".

        Another version makes `lives build` read what was read by this one again.
        """

    def read(
        self, text: str, sentences: Sequence[Span]
    ) -> Iterable[Sequence[EntitySpan]]:
        """Find what is named.

        Args:
            text: A whole text as read.
            sentences: Start and end of its sentences, in order, in code points.

        Returns:
            For every sentence what is named in it, in the order of the sentences.

        Raises:
            ReaderFailed: It could not read.
        """


@runtime_checkable
class Remarking(Protocol):
    """What a reader may offer beside: it tells what it could not use."""

    def remarks(self) -> Sequence[str]:
        """Say what whoever builds should know of what was read so far."""


EntityReaderFactory = Callable[[Mapping[str, Any]], EntityReader]
"""Makes a reader of its table in `archive.toml`; {} where there is none."""

entity_readers: Registry[EntityReaderFactory] = Registry(
    "entity reader", group="lives.entity_readers"
)


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Say what to install where a library is missing.

    Args:
        extra: What brings it, as pip takes it: "lives[models]".

    >>> with needing("lives[models]"):
    ...     import json

    Raises:
        MissingLibrary: It is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise MissingLibrary(
            f"the library {missing.name} is not installed",
            where=f"the reader of entities that comes with {extra}",
            remedy=f"install it: pip install '{extra}'",
        ) from missing


def entities(
    reader: EntityReader, text: str, sentences: Sequence[Span]
) -> list[tuple[EntitySpan, ...]]:
    """Ask a reader what is named in sentences, and hold it to what it promised.

    Raises:
        ReaderFailed: It could not read, or gave what is not in the sentences.
    """
    found = [tuple(spans) for spans in reader.read(text, sentences)]
    if len(found) != len(sentences):
        raise _broken(reader, f"it read {len(found)} sentences of {len(sentences)}")
    for (start, end), spans in zip(sentences, found, strict=True):
        for span in spans:
            if not (start <= span.start < span.end <= end and 0 <= span.score <= 1):
                raise _broken(reader, f"{span} is not in the sentence {start}-{end}")
    return found


def _broken(reader: EntityReader, what: str) -> ReaderFailed:
    return ReaderFailed(
        f"the reader of entities does not keep to the protocol: {what}",
        where=reader.version,
        remedy="tell its makers; until it is mended, choose another in archive.toml",
    )
