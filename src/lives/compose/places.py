"""Whether two places as written contradict each other; in doubt they do not."""

from dataclasses import dataclass
from functools import cache, lru_cache

from lives import packaged
from lives.compose.agreement import comparable, content


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """What `places.toml` says, by name in lower case.

    Attributes:
        same: Words of all the names of a place.
        within: Words of what a place lies in.
        empty: Words that name no particular place.
    """

    same: dict[str, frozenset[str]]
    within: dict[str, frozenset[str]]
    empty: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    data = packaged.table("lives.compose", "places.toml")
    same: dict[str, frozenset[str]] = {}
    for group in data["same"]:
        words = frozenset(word for name in group for word in content(name))
        same |= dict.fromkeys((name.casefold() for name in group), words)
    within: dict[str, frozenset[str]] = {}
    for whole, parts in data["within"].items():
        words = same.get(whole.casefold(), frozenset()) | content(whole)
        for part in parts:
            key = part.casefold()
            within[key] = within.get(key, frozenset()) | words
    return _Gazetteer(same, within, frozenset(data["empty"]))


def places_clash(one: str, two: str) -> bool:
    """Tell whether two places are plainly not the same.

    >>> places_clash("Yanovka, near Odessa", "Odessa"), places_clash("Kiev", "Одесса")
    (False, False)
    >>> places_clash("Kremlin", "Moscow"), places_clash("Kiev", "Odessa")
    (False, True)
    """
    if not comparable(one, two):
        return False
    (ours, around), (theirs, about) = _known(one), _known(two)
    if not ours or not theirs:
        return False
    return not (ours & theirs or ours & about or theirs & around)


@lru_cache(maxsize=65_536)
def _known(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a place under all its names, and of what it lies in."""
    known = _gazetteer()
    own = content(text) - known.empty
    around: frozenset[str] = frozenset()
    plain = f" {' '.join(text.casefold().replace(',', ' ').split())} "
    for name, words in known.same.items():
        if f" {name} " in plain:
            own |= words
    for name, words in known.within.items():
        if f" {name} " in plain:
            around |= words
    return own, around
