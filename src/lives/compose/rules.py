"""The judgements about kinds in `rules.toml`, read once."""

from dataclasses import dataclass
from functools import cache

from lives import packaged


@dataclass(frozen=True, slots=True)
class Rules:
    """What composing takes for granted about kinds of statement.

    Attributes:
        course: Position of each kind in the course of a life.
        ordeal: Kinds that begin the ordeal.
        posthumous: Kinds that can be told of the dead.
        dated: Kinds whose occurrences are told apart by their date alone.
        manners: For each kind that ends a life, those that say the same and more.
        lasting: For each kind of event, the days it may go on beyond a date of it.
        recurring: Years; events of one bare name further apart are two.
        confused: Kinds of event that a text may take for one another.
        former: How the words of a membership begin that had ended.
    """

    course: dict[str, int]
    ordeal: frozenset[str]
    posthumous: frozenset[str]
    dated: frozenset[str]
    manners: dict[str, frozenset[str]]
    lasting: dict[str, int]
    recurring: int
    confused: tuple[frozenset[str], ...]
    former: tuple[str, ...]

    def told_by(self, manner: str, other: str) -> bool:
        """Tell whether two manners of death can both be true.

        >>> rules().told_by("death", "suicide"), rules().told_by("suicide", "killing")
        (True, False)
        """
        return (
            manner == other
            or other in self.manners[manner]
            or manner in self.manners[other]
        )


@cache
def rules() -> Rules:
    """Return the rules."""
    data = packaged.table("lives.compose", "rules.toml")
    return Rules(
        course={kind: i for i, kind in enumerate(data["course"])},
        ordeal=frozenset(data["ordeal"]),
        posthumous=frozenset(data["posthumous"]),
        dated=frozenset(data["dated"]),
        manners={k: frozenset(v) for k, v in data["manners"].items()},
        lasting=data["lasting"],
        recurring=data["recurring"]["years"],
        confused=tuple(frozenset(kinds) for kinds in data["confused"].values()),
        former=tuple(data["former"]),
    )
