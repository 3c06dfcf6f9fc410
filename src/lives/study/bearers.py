"""The numbers of those who bear a word, as arrays that are quick to intersect."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
"""Numbers of mentions, the lowest first, each once."""

_MANY = 2_048  # from here on a table of bits is quicker than looking each one up
_FEW = 64


class Bearers:
    """Those who bear a word, or one of several.

    Attributes:
        mentions: Their numbers.
    """

    __slots__ = ("_bits", "mentions")

    def __init__(self, mentions: Numbers) -> None:
        self.mentions = mentions
        self._bits: NDArray[np.uint8] | None = None

    def __len__(self) -> int:
        return len(self.mentions)

    def among(self, some: Numbers) -> NDArray[np.bool_]:
        """Tell of some mentions, the lowest first, which are among these.

        >>> Bearers(np.array([2, 5, 9], np.uint32)).among(np.array([5, 7], np.uint32))
        array([ True, False])
        """
        if not len(self) or not len(some):
            return np.zeros(len(some), bool)
        if len(self) < _MANY:
            return _looked_up(self.mentions, some)
        if len(some) < _FEW:
            places = np.searchsorted(self.mentions, some)
            places[places == len(self)] = 0
            found: NDArray[np.bool_] = self.mentions[places] == some
            return found
        return self._in_table(some)

    def _in_table(self, some: Numbers) -> NDArray[np.bool_]:
        if self._bits is None:
            table = np.zeros(1 + int(self.mentions[-1]), bool)
            table[self.mentions] = True
            self._bits = np.packbits(table, bitorder="little")
        places = some >> np.uint32(3)
        inside = int(np.searchsorted(places, len(self._bits)))
        bits = self._bits[places[:inside]] >> (some[:inside] & np.uint32(7)).astype(
            "u1"
        )
        found = np.zeros(len(some), bool)
        found[:inside] = bits & np.uint8(1)
        return found


def _looked_up(few: Numbers, some: Numbers) -> NDArray[np.bool_]:
    """Do the same by looking each of these up among the others."""
    places = np.searchsorted(some, few)
    inside = places < len(some)
    places = places[inside]
    found = np.zeros(len(some), bool)
    found[places[some[places] == few[inside]]] = True
    return found


def merged(several: Sequence[Numbers]) -> Numbers:
    """Return all mentions of several arrays.

    >>> merged([np.array([2, 5], np.uint32), np.array([1, 5], np.uint32)])
    array([1, 2, 5], dtype=uint32)
    """
    filled = [one for one in several if len(one)]
    if not filled:
        return np.empty(0, np.uint32)
    if len(filled) == 1:
        return filled[0]
    together = np.sort(
        np.concatenate(filled), kind="stable"
    )  # runs: merged, not sorted
    fresh = np.ones(len(together), bool)
    np.not_equal(together[1:], together[:-1], out=fresh[1:])
    found: Numbers = together[fresh]
    return found
