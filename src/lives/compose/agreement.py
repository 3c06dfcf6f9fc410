"""Whether two statements can be true of the same matter: places, offices, bodies."""

import re
from functools import lru_cache

from lives.reading.names import cyrillic

_WORD = re.compile(r"[^\W_]+")
# Words that tell nothing of a place or a body apart.
_EMPTY = frozenset(
    (
        *("a", "an", "the", "of", "in", "at", "on", "to", "and", "for", "near"),
        *("town", "city", "village", "de", "la", "le", "du", "des", "der", "die"),
        *("das", "г", "гор", "город", "в", "с", "и"),
    )
)


@lru_cache(maxsize=65_536)
def content(text: str) -> frozenset[str]:
    """Return the words that tell something, in lower case."""
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY


def comparable(one: str, two: str) -> bool:
    """Tell whether two words can be compared at all: both told, in one script."""
    return bool(one and two) and cyrillic(one) == cyrillic(two)


def same_words(one: str, two: str) -> bool:
    """Tell whether one of two expressions says what the other says, or less.

    >>> same_words("the Politburo", "Politburo of the party")
    True
    >>> same_words("Moscow", "Leningrad")
    False
    """
    if one == two:
        return True
    ours, theirs = content(one), content(two)
    return ours <= theirs or theirs <= ours
