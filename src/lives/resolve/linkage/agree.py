"""How far pairs of rows agree: for each comparison a level, and what rarity adds.

Every distinct pair of values is looked at once; rows only look up what was found.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage import likeness
from lives.resolve.linkage.settings import Comparison, Settings, Test
from lives.resolve.linkage.values import NO_DAY, Starts, Values

Numbers = NDArray[np.int32]
Bits = NDArray[np.float32]
Held = tuple[NDArray[np.bool_], Bits | None]


@dataclass(frozen=True, slots=True)
class Ready:
    """A table made ready for being compared.

    Attributes:
        settings: By which.
        rows: How many rows there are.
        codes: Of each column, for each row the number of its value; -1 for none.
        values: All distinct values.
        keys: For each column and key that a level asks for, the numbers of the values'
            keys, ascending for each value; and where those of each value begin.
        info: For each value what an agreement in it tells by its rarity, in bits.
        key_info: The same of the keys, by their number.
        word_info: The same of each word.
        between: For each row a number; rows that share it are never compared; may be
            empty.
    """

    settings: Settings
    rows: int
    codes: dict[str, Numbers]
    values: Values
    keys: dict[tuple[str, str], tuple[Numbers, Starts]]
    info: Bits
    key_info: dict[tuple[str, str], Bits]
    word_info: Bits
    between: Numbers


def degrees(
    ready: Ready, comparison: Comparison, left: Numbers, right: Numbers
) -> tuple[NDArray[np.int8], Bits]:
    """Compare pairs of rows in one respect.

    Returns:
        For each pair the level, from 0, or -1 where a row tells nothing; and what the
        rarity of that in which they agree adds, 0 at levels that do not count it.
    """
    codes = ready.codes[comparison.column]
    a, b = codes[left], codes[right]
    low, high = np.minimum(a, b), np.maximum(a, b)
    told = low >= 0
    pair = (low.astype(np.uint64) << np.uint64(32)) | high.astype(np.uint64)
    pair[~told] = 0
    found, where = likeness.distinct(pair)
    levels, info = _levels(
        ready,
        comparison,
        (found >> np.uint64(32)).astype(np.int32),
        (found & np.uint64(0xFFFFFFFF)).astype(np.int32),
    )
    level, bits = levels[where], info[where]
    level[~told] = -1
    bits[~told] = 0
    return level, bits


def _levels(
    ready: Ready, comparison: Comparison, a: Numbers, b: Numbers
) -> tuple[NDArray[np.int8], Bits]:
    """Find the level of distinct pairs of values, and what rarity adds."""
    levels = np.full(len(a), len(comparison.levels) - 1, np.int8)
    info = np.zeros(len(a), np.float32)
    open_ = np.arange(len(a))
    for number, level in enumerate(comparison.levels[:-1]):
        if not len(open_):
            break
        held, bits = TESTS[level.test.word](
            ready, comparison.column, level.test, a[open_], b[open_]
        )
        levels[open_[held]] = number
        if comparison.rarity and bits is not None:
            info[open_[held]] = bits[held]
        open_ = open_[~held]
    return levels, info


def _same(ready: Ready, column: str, test: Test, a: Numbers, b: Numbers) -> Held:
    if not test.argument:
        return a == b, ready.info[a]
    key = (column, test.argument)
    found, bits = likeness.shared_keys(a, b, *ready.keys[key], ready.key_info[key])
    return found, bits


def _slips(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    most = int(test.number)
    return likeness.slips_within(
        a, b, most, v.text, v.form, v.forms, v.foreign, v.borne
    ), None


def _like(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    return likeness.likeness(
        a, b, v.text, v.form, v.forms, v.foreign
    ) >= test.number, None


def _initial(ready: Ready, _: str, __: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    return likeness.initials(a, b, v.text, v.form, v.forms), None


def _shares(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    count, bits = likeness.shared_words(a, b, v.words, v.worded, ready.word_info)
    return count >= test.number, bits


def _alike(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    count = likeness.alike_words(
        a, b, v.words, v.worded, v.letters, v.word, v.word_borne
    )
    return count >= test.number, None


def _within(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    """Tell whether two dates can be so many days apart; 0 for: can be one."""
    v = ready.values
    apart = likeness.days_apart(a, b, v.begins, v.ends, v.stretches)
    return (apart >= 0) & (apart <= test.number), None


def _day(ready: Ready, _: str, __: Test, a: Numbers, b: Numbers) -> Held:
    first, last = ready.values.first, ready.values.last
    day = (first[a] == last[a]) & (first[b] == last[b]) & (first[a] != NO_DAY)
    return day & (first[a] == first[b]), ready.info[a]


TESTS: dict[str, Callable[[Ready, str, Test, Numbers, Numbers], Held]] = {
    "same": _same,
    "slips": _slips,
    "like": _like,
    "initial": _initial,
    "shares": _shares,
    "alike": _alike,
    "agrees": _within,
    "within": _within,
    "day": _day,
}
