"""When a person whom nothing dates was born at the latest, from the years of kin."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from lives import packaged


class Generation(StrEnum):
    """Where one person stands to another."""

    OLDER = "older"
    SPOUSE = "spouse"
    SAME = "same"
    YOUNGER = "younger"
    FAR = "far"

    @property
    def other_end(self) -> "Generation":
        """Return where the other stands to the one."""
        match self:
            case Generation.OLDER:
                return Generation.FAR  # of an aunt, a nephew: nothing closer is certain
            case Generation.SPOUSE | Generation.SAME:
                return self
            case Generation.YOUNGER | Generation.FAR:
                return Generation.OLDER


@dataclass(frozen=True, slots=True)
class Years:
    """The latest years in which a person was born and died, where they are told."""

    birth: int | None = None
    death: int | None = None


_PARENT = 14  # at least so much older than a child
_GROWN = 14  # of a wife or husband, at the latest when widowed
_MARRIED_APART = 30  # years by which a wife or husband may be younger
_APART = 35  # the same of a brother or sister
_LATE_CHILD = 70  # age of a father, at most
_FAR = 110


@cache
def _words() -> dict[str, Generation]:
    told = packaged.table("lives.publish", "generations.toml")
    return {word: Generation(key) for key, words in told.items() for word in words}


def generation(relation: str) -> Generation | None:
    """Read "eldest son" as a generation; None where the words say nothing of it."""
    known = (_words().get(word) for word in reversed(relation.casefold().split()))
    return next((found for found in known if found), None)


def born_by(standing: Generation, relative: Years) -> int | None:
    """Return the latest year of birth of somebody from the years of a relative.

    Args:
        standing: Where that somebody stands to the relative.
        relative: The years of the relative.

    >>> born_by(Generation.YOUNGER, Years(birth=1892, death=1937))
    1938
    """
    birth, death = relative.birth, relative.death
    after_birth = {
        Generation.OLDER: -_PARENT,
        Generation.SPOUSE: _MARRIED_APART,
        Generation.SAME: _APART,
        Generation.YOUNGER: _LATE_CHILD,
        Generation.FAR: _FAR,
    }
    after_death = {
        Generation.OLDER: -_PARENT,
        Generation.SPOUSE: -_GROWN,
        Generation.YOUNGER: 1,
    }
    bounds = []
    if birth is not None:
        bounds.append(birth + after_birth[standing])
    if death is not None and standing in after_death:
        bounds.append(death + after_death[standing])
    return min(bounds, default=None)
