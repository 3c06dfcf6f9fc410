"""How far pairs of rows agree: for each comparison a level, and what rarity adds.

Where letters are compared, every distinct pair of values is looked at once; rows only
look up what was found.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage import likeness
from lives.resolve.linkage.letters import Starts
from lives.resolve.linkage.settings import Comparison, Settings, Test
from lives.resolve.linkage.values import NO_DAY, Values

Numbers = NDArray[np.int32]
Bits = NDArray[np.float32]
# Tests that are worth finding the distinct pairs first.
_DEAR = frozenset(("slips", "like", "alike"))

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
        rarest: For each value the most that any agreement with it tells so.
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
    rarest: Bits
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
    open_ = np.flatnonzero((a >= 0) & (b >= 0)).astype(np.int32)
    level = np.full(len(a), -1, np.int8)
    bits = np.zeros(len(a), np.float32)
    level[open_] = len(comparison.levels) - 1
    a, b = a[open_], b[open_]
    for number, one in enumerate(comparison.levels[:-1]):
        if one.test.word in _DEAR:
            found, where = _distinct(a, b)
            levels, info = _levels(ready, comparison, number, *found)
            level[open_], bits[open_] = levels[where], info[where]
            break
        held, rare = TESTS[one.test.word](ready, comparison.column, one.test, a, b)
        level[open_[held]] = number
        if comparison.rarity and rare is not None:
            bits[open_[held]] = rare[held]
        open_, a, b = open_[~held], a[~held], b[~held]
    return level, bits


def _distinct(a: Numbers, b: Numbers) -> tuple[tuple[Numbers, Numbers], Numbers]:
    """Return the distinct pairs among pairs of values, and where each is among them."""
    low, high = np.minimum(a, b).astype(np.uint64), np.maximum(a, b).astype(np.uint64)
    found, where = likeness.distinct((low << np.uint64(32)) | high)
    one, two = found >> np.uint64(32), found & np.uint64(0xFFFFFFFF)
    return (one.astype(np.int32), two.astype(np.int32)), where


def _levels(
    ready: Ready, comparison: Comparison, since: int, a: Numbers, b: Numbers
) -> tuple[NDArray[np.int8], Bits]:
    """Find the level, none before `since`, of pairs of values, and what rarity adds."""
    levels = np.full(len(a), len(comparison.levels) - 1, np.int8)
    info = np.zeros(len(a), np.float32)
    open_ = np.arange(len(a))
    for number, level in enumerate(comparison.levels[since:-1], since):
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


def _spelled(ready: Ready, _: str, __: Test, a: Numbers, b: Numbers) -> Held:
    """Tell whether both are spellings of one value; all of them are equally rare."""
    head = ready.values.letters.head
    return head[a] == head[b], ready.info[a]


def _slips(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values.letters
    most = int(test.number)
    return likeness.slips_within(
        a, b, most, v.text, v.form, v.forms, v.foreign, v.borne
    ), None


def _like(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values.letters
    return likeness.likeness(
        a, b, v.text, v.form, v.forms, v.foreign
    ) >= test.number, None


def _initial(ready: Ready, _: str, __: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values.letters
    return likeness.initials(a, b, v.text, v.form, v.forms), None


def _shares(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    count, bits = likeness.shared_words(a, b, v.words, v.worded, ready.word_info)
    return count >= test.number, bits


def _alike(ready: Ready, _: str, test: Test, a: Numbers, b: Numbers) -> Held:
    v = ready.values
    count = likeness.alike_words(
        a, b, v.words, v.worded, v.word_text, v.word, v.word_borne
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
    "spelled": _spelled,
    "slips": _slips,
    "like": _like,
    "initial": _initial,
    "shares": _shares,
    "alike": _alike,
    "agrees": _within,
    "within": _within,
    "day": _day,
}
