"""Persons: mentions judged to be one human being. A person owns no facts."""

from dataclasses import dataclass

from lives.model.ids import MentionId, PersonId, content_id


@dataclass(frozen=True, slots=True)
class Person:
    """Mentions judged to be one human being.

    Attributes:
        id: Made from the first mention by `Person.key`.
        label: The fullest name, or a description of someone unnamed
            ("wife of Leonid Nikolayev").
        named: False while no source gives a name.
        names: Every spelling met, the most frequent first.
        mentions: In the order in which the archive received and reads them.
        probabilities: For each mention, how surely it belongs: 1.0 where people
            joined it, and where it is alone. () where nobody asked.
    """

    id: PersonId
    label: str
    named: bool
    names: tuple[str, ...]
    mentions: tuple[MentionId, ...]
    probabilities: tuple[float, ...] = ()

    @property
    def sure(self) -> float:
        """Return how surely the least sure of the mentions belongs."""
        return min(self.probabilities, default=1.0)

    @staticmethod
    def key(first: MentionId) -> PersonId:
        """Make the identifier of the person first met in this mention."""
        return PersonId(content_id("pe", first))
