"""What composing a life needs to know beside the person's own statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lives.model.ids import CaptureId, MentionId, PersonId
from lives.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Scene:
    """The archive around one life.

    Attributes:
        witness: The witness to whom each capture belongs.
        title: The title of the work of each capture.
        person: Who each mention is.
        label: What each person is called.
    """

    witness: Mapping[CaptureId, str]
    title: Mapping[CaptureId, str]
    person: Mapping[MentionId, PersonId]
    label: Mapping[PersonId, str]

    def witnesses(self, statements: Iterable[Statement]) -> frozenset[str]:
        """Return the independent witnesses of some statements."""
        return frozenset(self.witness[s.capture] for s in statements)

    def sources(self, statements: Iterable[Statement]) -> str:
        """Name the works in which some statements stand: "A, B and 2 more"."""
        titles = list(dict.fromkeys(self.title[s.capture] for s in statements))
        if len(titles) > _NAMED:
            return f"{', '.join(titles[:_NAMED])} and {len(titles) - _NAMED} more"
        return " and ".join(titles)


_NAMED = 2
