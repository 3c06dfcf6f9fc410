"""Levels that are told without counting slips: compiled, for pairs of rows at once.

One loop over the pairs, and within it over the levels, takes two thirds of the time of
one over the levels with arrays of pairs in between.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.likeness import compiled
from lives.resolve.linkage.settings import Level

Starts = NDArray[np.int64]

OPEN = -2  # neither easily told nor excluded
DEAR, SAME, SPELLED, INITIAL, KEY, SHARES, WITHIN, DAY = range(-1, 7)
_KINDS = {
    "spelled": SPELLED,
    "initial": INITIAL,
    "shares": SHARES,
    "agrees": WITHIN,
    "within": WITHIN,
    "day": DAY,
}


class Easy(NamedTuple):
    """The levels of one comparison but the last.

    Attributes:
        kinds: What each tests; `DEAR` where slips are to be counted.
        least: Its number: words shared at least, days apart at most.
        counts: Whether what rarity tells is added.
        key: Which of `keyed` its keys are.
        keys: The keys of all values for each test that asks for some, ascending for
            each value.
        keyed: For each such test where the keys of each value begin in `keys`; one
            more for the end.
        key_info: What each key tells by its rarity, in bits, by its number.
    """

    kinds: NDArray[np.int8]
    least: NDArray[np.float64]
    counts: NDArray[np.bool_]
    key: NDArray[np.int8]
    keys: NDArray[np.int32]
    keyed: Starts
    key_info: NDArray[np.float32]


def kind_of(level: Level) -> int:
    """Return what a level tests."""
    if level.test.word == "same":
        return KEY if level.test.argument else SAME
    return _KINDS.get(level.test.word, DEAR)


@compiled
def easily(
    left: Any,
    right: Any,
    codes: Any,
    since: int,
    kinds: Any,
    least: Any,
    counts: Any,
    key: Any,
    keys: Any,
    keyed: Any,
    key_info: Any,
    head: Any,
    info: Any,
    words: Any,
    worded: Any,
    word_info: Any,
    begins: Any,
    ends: Any,
    stretches: Any,
    text: Any,
    form: Any,
    forms: Any,
) -> Any:
    """Return for each pair its level and what rarity adds.

    The level is that which holds first, the last if none does, `OPEN` from the first on
    that is not easily told, and -1 if a row tells nothing.

    Args:
        left: The one row of each pair.
        right: The other.
        codes: For each row the number of its value; -1 for none.
        since: The first level that is tried.
        kinds: As in `Easy`, and so on to `key_info`.
        least: As above.
        counts: As above.
        key: As above.
        keys: As above.
        keyed: As above.
        key_info: As above.
        head: The value of which each is a spelling.
        info: What an agreement in each value tells by its rarity.
        words: Numbers of words, value by value, each ascending.
        worded: Where those of each value begin; one more for the end.
        word_info: What each word tells.
        begins: First day of each stretch of days that a value may be.
        ends: Last day.
        stretches: Where those of each value begin; one more for the end.
        text: Letters of all forms.
        form: Where each form begins; one more for the end.
        forms: Where those of each value begin; one more for the end.
    """
    level, bits = np.empty(len(left), np.int8), np.zeros(len(left), np.float32)
    for p in range(len(left)):
        a, b = codes[left[p]], codes[right[p]]
        if a < 0 or b < 0:
            level[p] = -1
            continue
        level[p] = len(kinds)
        for n in range(since, len(kinds)):
            kind, held, told = kinds[n], False, np.float32(0)
            if kind == DEAR:
                level[p] = OPEN
                break
            if kind == SAME:
                held, told = a == b, info[a]
            elif kind == SPELLED:
                held, told = head[a] == head[b], info[a]
            elif kind == DAY:
                i, j = stretches[a], stretches[b]
                one = stretches[a + 1] - i == 1 and stretches[b + 1] - j == 1
                if one and begins[i] == ends[i] and begins[j] == ends[j]:
                    held, told = begins[i] == begins[j], info[a]
            elif kind == WITHIN:
                for i in range(stretches[a], stretches[a + 1]):
                    for j in range(stretches[b], stretches[b + 1]):
                        apart = np.int64(max(begins[i], begins[j]))
                        apart -= min(ends[i], ends[j])
                        held = held or apart <= least[n]
            elif kind == KEY:
                row = key[n]
                i, i_end = keyed[row, a], keyed[row, a + 1]
                j, j_end = keyed[row, b], keyed[row, b + 1]
                while i < i_end and j < j_end:
                    if keys[i] == keys[j]:
                        held = True
                        told = max(told, key_info[keys[i]])
                    step = keys[i] <= keys[j]
                    j += keys[j] <= keys[i]
                    i += step
            elif kind == SHARES:
                shared = 0
                i, i_end, j, j_end = worded[a], worded[a + 1], worded[b], worded[b + 1]
                while i < i_end and j < j_end:
                    if words[i] == words[j]:
                        told += word_info[words[i]]
                        shared += 1
                    step = words[i] <= words[j]
                    j += words[j] <= words[i]
                    i += step
                held = shared >= least[n]
            elif kind == INITIAL:
                lone_a = form[forms[a] + 1] - form[forms[a]] == 1
                lone_b = form[forms[b] + 1] - form[forms[b]] == 1
                if lone_a or lone_b:
                    for i in range(forms[a], forms[a + 1]):
                        for j in range(forms[b], forms[b + 1]):
                            m, k = form[i + 1] - form[i], form[j + 1] - form[j]
                            short = min(m, k)
                            begun = (lone_a and m == short) or (lone_b and k == short)
                            same = begun and short > 0
                            for x in range(short):
                                if text[form[i] + x] != text[form[j] + x]:
                                    same = False
                            held = held or same
            if held:
                level[p] = n
                if counts[n]:
                    bits[p] = told
                break
    return level, bits
