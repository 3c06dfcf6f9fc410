"""How like written values are: compiled, over many pairs of values at once.

Slips are counted as people make them: a letter more, a letter less, another letter, or
two neighbours the other way round (optimal string alignment; Damerau 1964). Jaro-
Winkler is kept for settings that were published with it (Winkler 1990).

Every function takes the arrays it needs one by one: handing the compiled parts a record
of many arrays costs more than the comparison itself.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np

# Longer values are taken for unlike: no name of a person is so long.
LONGEST = 64

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile a function at its first call, and keep what was compiled."""
    return cast("_Function", numba.njit(cache=True, nogil=True)(function))


@compiled
def _more_differ(one: Any, two: Any, most: int) -> bool:
    """Tell at a glance that two sets of letters are more than `most` slips apart.

    A slip takes one letter away and brings one, so neither set has more than `most`
    letters that the other lacks. Sets are given as bits.
    """
    ours, theirs = one & ~two, two & ~one
    for _ in range(most):
        ours &= ours - np.uint64(1)
        theirs &= theirs - np.uint64(1)
    return bool(ours != 0 or theirs != 0)


@compiled
def _slips(text: Any, a: int, m: int, b: int, n: int, most: int, rows: Any) -> int:
    """Count the slips between two stretches; `most` + 1 for more than `most`.

    Args:
        text: All letters.
        a: Where one begins.
        m: Its length.
        b: Where the other begins.
        n: Its length.
        most: Stop counting beyond.
        rows: Room for three rows of `LONGEST` + 1 numbers.
    """
    if abs(m - n) > most:
        return most + 1
    while m and n and text[a] == text[b]:
        a, b, m, n = a + 1, b + 1, m - 1, n - 1
    while m and n and text[a + m - 1] == text[b + n - 1]:
        m, n = m - 1, n - 1
    if m == 0 or n == 0:
        return m + n
    if m > LONGEST or n > LONGEST:
        return most + 1
    before, last, row = 0, 1, 2
    for j in range(n + 1):
        rows[last, j] = j
    for i in range(1, m + 1):
        rows[row, 0] = least = i
        for j in range(1, n + 1):
            other = text[a + i - 1] != text[b + j - 1]
            cost = min(rows[last, j], rows[row, j - 1]) + 1
            cost = min(cost, rows[last, j - 1] + other)
            if i > 1 and j > 1 and other:
                turned = text[a + i - 1] == text[b + j - 2]
                if turned and text[a + i - 2] == text[b + j - 1]:
                    cost = min(cost, rows[before, j - 2] + 1)
            rows[row, j] = cost
            least = min(least, cost)
        if least > most:
            return most + 1
        before, last, row = last, row, before
    return int(min(rows[last, n], most + 1))


@compiled
def slips_within(
    a: Any,
    b: Any,
    most: int,
    text: Any,
    form: Any,
    forms: Any,
    foreign: Any,
    borne: Any,
) -> Any:
    """Tell of each pair of values whether no more than `most` slips part them.

    Values of one script are compared as written, others by their Latin spellings, of
    which the nearest two count.
    """
    found = np.zeros(len(a), np.bool_)
    rows = np.zeros((3, LONGEST + 1), np.int64)
    for p in range(len(a)):
        one, two = a[p], b[p]
        ours, ours_end = forms[one], forms[one] + 1
        theirs, theirs_end = forms[two], forms[two] + 1
        if foreign[one] != foreign[two]:
            ours, ours_end = ours + foreign[one], forms[one + 1]
            theirs, theirs_end = theirs + foreign[two], forms[two + 1]
        for i in range(ours, ours_end):
            for j in range(theirs, theirs_end):
                if found[p] or _more_differ(borne[i], borne[j], most):
                    continue
                m, n = form[i + 1] - form[i], form[j + 1] - form[j]
                found[p] = _slips(text, form[i], m, form[j], n, most, rows) <= most
    return found


@compiled
def _jaro_winkler(text: Any, a: int, m: int, b: int, n: int) -> float:
    if m == 0 or n == 0:
        return 0.0
    m, n = min(m, LONGEST), min(n, LONGEST)
    reach = max(max(m, n) // 2 - 1, 0)
    one, ours, theirs, common = np.uint64(1), np.uint64(0), np.uint64(0), 0
    for i in range(m):
        for j in range(max(0, i - reach), min(n, i + reach + 1)):
            bit = one << np.uint64(j)
            if not theirs & bit and text[a + i] == text[b + j]:
                ours |= one << np.uint64(i)
                theirs |= bit
                common += 1
                break
    if common == 0:
        return 0.0
    turned, j = 0, 0
    for i in range(m):
        if ours & (one << np.uint64(i)):
            while not theirs & (one << np.uint64(j)):
                j += 1
            turned += text[a + i] != text[b + j]
            j += 1
    jaro = (common / m + common / n + (common - turned // 2) / common) / 3
    start = 0
    while start < min(4, m, n) and text[a + start] == text[b + start]:
        start += 1
    return jaro + 0.1 * start * (1 - jaro)


@compiled
def likeness(a: Any, b: Any, text: Any, form: Any, forms: Any, foreign: Any) -> Any:
    """Return for each pair of values the likeness of Jaro and Winkler, from 0 to 1."""
    found = np.zeros(len(a), np.float32)
    for p in range(len(a)):
        one, two = forms[a[p]], forms[b[p]]
        if foreign[a[p]] != foreign[b[p]]:
            one, two = one + foreign[a[p]], two + foreign[b[p]]
        m, n = form[one + 1] - form[one], form[two + 1] - form[two]
        found[p] = _jaro_winkler(text, form[one], m, form[two], n)
    return found


@compiled
def alike_words(
    a: Any, b: Any, words: Any, worded: Any, letters: Any, word: Any, borne: Any
) -> Any:
    """Return for each pair how many words of one have one like it in the other.

    A word of four letters may have a slip, one of seven two.
    """
    count = np.zeros(len(a), np.int32)
    rows = np.zeros((3, LONGEST + 1), np.int64)
    for p in range(len(a)):
        for i in range(worded[a[p]], worded[a[p] + 1]):
            for j in range(worded[b[p]], worded[b[p] + 1]):
                one, two = words[i], words[j]
                m, n = word[one + 1] - word[one], word[two + 1] - word[two]
                most = 0 if min(m, n) < 4 else 1 if min(m, n) < 7 else 2  # noqa: PLR2004
                if _more_differ(borne[one], borne[two], most):
                    continue
                if _slips(letters, word[one], m, word[two], n, most, rows) <= most:
                    count[p] += 1
                    break
    return count


@compiled
def distinct(pairs: Any) -> Any:
    """Return the distinct numbers among some, and for each where it is among them."""
    size = 1024
    while size < 2 * len(pairs):
        size *= 2
    shift = np.uint64(65 - np.int64(np.log2(size) + 1.5))
    table, found = np.full(size, -1, np.int32), np.empty(len(pairs), np.uint64)
    where, count = np.empty(len(pairs), np.int32), 0
    for p in range(len(pairs)):
        place = np.int64((pairs[p] * np.uint64(0x9E3779B97F4A7C15)) >> shift)
        while table[place] >= 0 and found[table[place]] != pairs[p]:
            place = (place + 1) & (size - 1)
        if table[place] < 0:
            table[place] = count
            found[count] = pairs[p]
            count += 1
        where[p] = table[place]
    return found[:count], where
