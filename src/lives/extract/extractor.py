"""What an extractor is: a document goes in, mentions and statements come out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lives.extract.sight import Sight
from lives.model.extracted import Extracted
from lives.model.ids import CaptureId
from lives.model.passage import TextAsRead
from lives.model.source import Source
from lives.model.statement import Statement
from lives.registry import Registry


@dataclass(frozen=True, slots=True)
class Document:
    """All an extractor may know of a capture.

    Attributes:
        capture: The bytes; every mention and statement carries it.
        name: The file's name, for messages.
        source: The work, with language and date of writing.
        read: Its text as read, with blocks.
        recipe: The parsed recipe, for lists; empty for prose.
        recipe_name: Its file name, for messages.
    """

    capture: CaptureId
    name: str
    source: Source
    read: TextAsRead
    recipe: Mapping[str, Any] = field(default_factory=dict)
    recipe_name: str = ""


def _nothing(*_: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Extractor:
    """A named extractor.

    Attributes:
        version: Name and version, written into every statement: ``english/3``.
            A new version makes `lives build` read its captures again.
        extract: Yields what it finds; a mention before the statements about it.
        suited: Makes it anew as its table `[reading.NAME]` in `archive.toml` wants it;
            None where nothing can be chosen.
        see: Looks again at what it sees where a statement stands, for `lives explain`;
            None for an extractor that cannot tell.
        assess: Says of a document that was read how it differs from what its recipe
            asserts: given how many cells were refused, and how many sure statements
            there are by kind.
        remarks: Says what whoever builds should know of what was read so far.
        divide: Returns parts of a document that can be read each by itself, and give
            together what the whole gives; None for an extractor that reads the whole.
    """

    version: str
    extract: Callable[[Document], Iterator[Extracted]]
    suited: "Callable[[Mapping[str, Any]], Extractor] | None" = None
    see: Callable[[Document, Statement], Sight | None] | None = None
    assess: Callable[[Document, int, Mapping[str, int]], Iterable[str]] = _nothing
    remarks: Callable[[], Sequence[str]] = tuple
    divide: Callable[[Document], Sequence[Document]] | None = None


extractors: Registry[Extractor] = Registry("extractor", group="lives.extractors")
