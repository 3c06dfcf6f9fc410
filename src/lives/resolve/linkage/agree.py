"""How far pairs of rows agree: for each comparison a level, and what rarity adds.

Where slips are to be counted, every distinct pair of values is looked at once; rows
only look up what was found.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage import likeness
from lives.resolve.linkage.easy import DEAR, OPEN, Easy, easily
from lives.resolve.linkage.letters import Starts
from lives.resolve.linkage.settings import Comparison, Settings, Test
from lives.resolve.linkage.values import Values

Numbers = NDArray[np.int32]
Bits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ready:
    """A table made ready for being compared.

    Attributes:
        settings: By which.
        rows: How many rows there are.
        codes: Of each column, for each row the number of its value; -1 for none.
        own: Its own number for each value: pairs of values are compared as pairs of
            rows are.
        values: All distinct values.
        easy: For each comparison its levels, by what it is about.
        keys: For each column and key that a level asks for, the numbers of the values'
            keys, ascending for each value; and where those of each value begin.
        info: For each value what an agreement in it tells by its rarity, in bits.
        rarest: For each value the most that any agreement with it tells so.
        word_info: What each word tells.
        between: For each row a number; rows that share it are never compared; may be
            empty.
    """

    settings: Settings
    rows: int
    codes: dict[str, Numbers]
    own: Numbers
    values: Values
    easy: dict[str, Easy]
    keys: dict[tuple[str, str], tuple[Numbers, Starts]]
    info: Bits
    rarest: Bits
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
    level, bits = _easily(ready, comparison, codes, 0, left, right)
    open_ = np.flatnonzero(level == OPEN)
    if len(open_):
        a, b = codes[left[open_]], codes[right[open_]]
        found, where = _distinct(a, b)
        levels, info = _by_slips(ready, comparison, *found)
        level[open_], bits[open_] = levels[where], info[where]
    return level, bits


def _easily(
    ready: Ready,
    comparison: Comparison,
    codes: Numbers,
    since: int,
    left: Numbers,
    right: Numbers,
) -> tuple[NDArray[np.int8], Bits]:
    v = ready.values
    told: tuple[NDArray[np.int8], Bits] = easily(
        *(left, right, codes, since, *ready.easy[comparison.about]),
        *(v.letters.head, ready.info, v.words, v.worded, ready.word_info),
        *(v.begins, v.ends, v.stretches),
        *(v.letters.text, v.letters.form, v.letters.forms),
    )
    return told


def _distinct(a: Numbers, b: Numbers) -> tuple[tuple[Numbers, Numbers], Numbers]:
    """Return the distinct pairs among pairs of values, and where each is among them."""
    low, high = np.minimum(a, b).astype(np.uint64), np.maximum(a, b).astype(np.uint64)
    found, where = likeness.distinct((low << np.uint64(32)) | high)
    one, two = found >> np.uint64(32), found & np.uint64(0xFFFFFFFF)
    return (one.astype(np.int32), two.astype(np.int32)), where


def _by_slips(
    ready: Ready, comparison: Comparison, a: Numbers, b: Numbers
) -> tuple[NDArray[np.int8], Bits]:
    """Find the levels of pairs of values from the first on that counts slips."""
    levels = np.full(len(a), OPEN, np.int8)
    info = np.zeros(len(a), np.float32)
    open_ = np.arange(len(a))
    for number in np.flatnonzero(ready.easy[comparison.about].kinds == DEAR).tolist():
        test = comparison.levels[number].test
        held = TESTS[test.word](ready.values, test, a[open_], b[open_])
        levels[open_[held]] = number
        open_ = open_[~held]
        one, two = a[open_], b[open_]
        told = _easily(ready, comparison, ready.own, number + 1, one, two)
        levels[open_], info[open_] = told
        open_ = open_[levels[open_] == OPEN]
    return levels, info


def _slips(v: Values, test: Test, a: Numbers, b: Numbers) -> NDArray[np.bool_]:
    told = v.letters
    found: NDArray[np.bool_] = likeness.slips_within(
        a,
        b,
        int(test.number),
        told.text,
        told.form,
        told.forms,
        told.foreign,
        told.borne,
    )
    return found


def _like(v: Values, test: Test, a: Numbers, b: Numbers) -> NDArray[np.bool_]:
    w = v.letters
    found = likeness.likeness(a, b, w.text, w.form, w.forms, w.foreign)
    return np.asarray(found >= test.number)


def _alike(v: Values, test: Test, a: Numbers, b: Numbers) -> NDArray[np.bool_]:
    count = likeness.alike_words(
        a, b, v.words, v.worded, v.word_text, v.word, v.word_borne
    )
    return np.asarray(count >= test.number)


TESTS: dict[str, Callable[[Values, Test, Numbers, Numbers], NDArray[np.bool_]]] = {
    "slips": _slips,
    "like": _like,
    "alike": _alike,
}
