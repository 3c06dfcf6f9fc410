"""Whether two statements can be true of the same matter: places, offices, bodies."""

import re
from functools import lru_cache

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
def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY


@lru_cache(maxsize=65_536)
def _cyrillic(text: str) -> bool:
    return any("Ѐ" <= letter <= "ӿ" for letter in text)


def comparable(one: str, two: str) -> bool:
    """Tell whether two words can be compared at all: both told, in one script."""
    return bool(one and two) and _cyrillic(one) == _cyrillic(two)


def same_words(one: str, two: str) -> bool:
    """Tell whether one of two expressions says what the other says, or less.

    >>> same_words("the Politburo", "Politburo of the party")
    True
    >>> same_words("Moscow", "Leningrad")
    False
    """
    if one == two:
        return True
    ours, theirs = _content(one), _content(two)
    return ours <= theirs or theirs <= ours


def places_clash(one: str, two: str) -> bool:
    """Tell whether two places are plainly not the same; in doubt they may be.

    >>> places_clash("Yanovka, near Odessa", "Odessa"), places_clash("Kiev", "Одесса")
    (False, False)
    >>> places_clash("Kiev", "Odessa")
    True
    """
    return comparable(one, two) and not _content(one) & _content(two)
