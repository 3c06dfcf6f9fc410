"""What composing a life needs to know beside the person's own statements."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from lives.model.ids import CaptureId, MentionId, PersonId


class Placed(Protocol):
    """What stands in a capture: a statement, a dated event."""

    @property
    def capture(self) -> CaptureId:
        """Return where its words stand."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The archive around one life.

    Attributes:
        witness: The witness to whom each capture belongs.
        title: The title of the work of each capture.
        person: Who each mention is.
        label: What each person is called.
        named: Persons whom a source names.
    """

    witness: Mapping[CaptureId, str]
    title: Mapping[CaptureId, str]
    person: Mapping[MentionId, PersonId]
    label: Mapping[PersonId, str]
    named: Container[PersonId]

    def witnesses(self, statements: Iterable[Placed]) -> frozenset[str]:
        """Return the independent witnesses of some statements."""
        return frozenset(self.witness[s.capture] for s in statements)

    def work(self, placed: Placed) -> str:
        """Name the work in which something stands, and whom it quotes there."""
        title = self.title[placed.capture]
        voice = getattr(placed, "voice", "")
        return f"{title}, after {voice}" if voice else title

    def sources(self, statements: Iterable[Placed]) -> str:
        """Name the works in which some statements stand, those of a witness together.

        Returns:
            "A", "A and B", "A with B, one witness and C", "A, B and 2 more".
        """
        works: dict[str, list[str]] = {}
        for statement in statements:
            titles = works.setdefault(self.witness[statement.capture], [])
            if self.work(statement) not in titles:
                titles.append(self.work(statement))
        told = [_together(titles) for titles in works.values()]
        if len(told) > _NAMED:
            return f"{', '.join(told[:_NAMED])} and {len(told) - _NAMED} more"
        return " and ".join(told)


def _together(titles: Sequence[str]) -> str:
    first, *others = titles
    return f"{first} with {' and '.join(others)}, one witness" if others else first


_NAMED = 2
