"""Whether two places as written contradict each other; in doubt they do not."""

from functools import cache, lru_cache

from lives import packaged
from lives.compose.agreement import comparable, content
from lives.reading.places import may_be_one, places_named


@cache
def _empty() -> frozenset[str]:
    return frozenset(packaged.table("lives.compose", "places.toml")["empty"])


@lru_cache(maxsize=65_536)
def _own(text: str) -> frozenset[str]:
    return content(text) - _empty()


@lru_cache(maxsize=65_536)
def places_clash(one: str, two: str) -> bool:
    """Tell whether two places are plainly not the same.

    >>> places_clash("Yanovka, near Odessa", "Odessa"), places_clash("Kiev", "Одесса")
    (False, False)
    >>> places_clash("Kremlin", "Moscow"), places_clash("Kiev", "Odessa")
    (False, True)
    >>> places_clash("г. Козлов", "Тамбовская губ."), places_clash("Perm", "Molotov")
    (False, False)
    """
    if one == two or not comparable(one, two):
        return False
    ours, theirs = _own(one), _own(two)
    if not ours or not theirs or ours & theirs:
        return False
    return not may_be_one(places_named(one), places_named(two))
