"""All distinct values of a table as arrays, for the compiled parts.

Every value has a number of its own across columns, so that one array serves each sort
of knowledge about values: the letters it is written in, the days it spans, its words.
"""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.keys import sounds_of, words_of
from lives.resolve.linkage.letters import (
    Letters,
    Marks,
    Starts,
    borne,
    bytes_of,
    joined,
    one_byte_each,
    read_letters,
    starts_of,
    unread,
)
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.table import Table

_READ = {"words": words_of, "sounds": sounds_of}

Told = list[tuple[Any, ...]]  # of each value what it tells, several times or never

_EPOCH = date(1970, 1, 1).toordinal()
_YEAR = 12  # months
NO_DAY = int(np.iinfo(np.int32).min)


class Values(NamedTuple):
    """Knowledge of values, by their number.

    Attributes:
        letters: How they are written.
        first: First day of a date, in days; `NO_DAY` for no date.
        last: Last day.
        begins: First day of each stretch of days that a date may be, value by value.
        ends: Last day of each.
        stretches: Where those of each value begin; one more for the end.
        word_text: Letters of all words.
        word: Where the letters of each word begin in `word_text`; one more for the end.
        words: Numbers of words, value by value, each ascending.
        worded: Where the words of each value begin in `words`; one more for the end.
        word_borne: For each word which letters it bears, a bit a letter.
    """

    letters: Letters
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    begins: NDArray[np.int32]
    ends: NDArray[np.int32]
    stretches: Starts
    word_text: NDArray[np.uint8]
    word: Starts
    words: NDArray[np.int32]
    worded: Starts
    word_borne: Marks


def numbered(table: Table, settings: Settings) -> dict[str, int]:
    """Return the number of each column's first value, and their count under ""."""
    found, total = {}, 0
    for name in settings.columns:
        found[name] = total
        total += len(table.columns[name].values)
    return {**found, "": total}


def read_values(table: Table, settings: Settings) -> Values:
    """Read every distinct value once, each as its column says.

    A column is read as ``name`` or ``text`` (by letters), as ``date``, as ``words`` or
    as ``sounds`` (words by their consonants); a name has its Latin spellings beside its
    own letters. Letters that no level looks at are left out.
    """
    spelled = {c.column for c in settings.comparisons if c.spells}
    letters: list[Letters] = []
    dated: list[Told] = []
    words: list[Told] = []
    for name, sort in settings.columns.items():
        column = table.columns[name]
        values, count = column.values, len(column.values)
        read = _READ.get(sort)
        dated.append(list(map(stretches, values)) if sort == "date" else [()] * count)
        words.append(list(map(read, values)) if read else [()] * count)
        if name in spelled:
            letters.append(read_letters(column, latin=sort == "name"))
        else:
            letters.append(unread(count))
    spans, stretched = _flat(dated)
    said, worded = _flat(words)
    every = sorted(dict.fromkeys(said))
    distinct = {word: number for number, word in enumerate(every)}
    written = [one_byte_each(word) for word in every]
    word_text, word = bytes_of(written), starts_of(map(len, written), len(written))
    numbers = np.array([distinct[w] for w in said], np.int32)
    begins, ends = np.array(spans, np.int32).reshape(-1, 2).T
    return Values(
        letters=joined(letters),
        first=_least(begins, stretched),
        last=-_least(-ends, stretched),  # `NO_DAY` is its own opposite
        begins=begins,
        ends=ends,
        stretches=stretched,
        word_text=word_text,
        word=word,
        words=ascending(numbers, worded),
        worded=worded,
        word_borne=borne(word_text, word),
    )


def _flat(told: Sequence[Told]) -> tuple[list[Any], Starts]:
    """Return what all values tell, and where that of each begins; one more."""
    counts = [
        np.fromiter(map(len, one), np.int64, len(one))
        if any(one)
        else np.zeros(len(one), np.int64)
        for one in told
    ]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(counts))])
    return list(chain.from_iterable(chain.from_iterable(filter(any, told)))), starts


def _least(told: NDArray[np.int32], starts: Starts) -> NDArray[np.int32]:
    """Return the least of what each value tells; `NO_DAY` where it tells nothing."""
    found = np.full(len(starts) - 1, NO_DAY, np.int32)
    some = np.flatnonzero(np.diff(starts))
    if len(some):
        found[some] = np.minimum.reduceat(told, starts[:-1][some])
    return found


def ascending(told: NDArray[Any], starts: Starts) -> NDArray[np.int32]:
    """Put what each value tells in ascending order."""
    if one_each(starts):
        return told.astype(np.int32)
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return told[np.lexsort((told, owner))].astype(np.int32)


def one_each(starts: Starts) -> bool:
    """Tell whether each value tells one thing."""
    return bool((np.diff(starts) == 1).all())


def stretches(value: str) -> tuple[tuple[int, int], ...]:
    """Return the days of each of the dates that a value tells, by spaces apart.

    >>> [last - first + 1 for first, last in stretches("1937 1938-01-02 someday")]
    [365, 1]
    """
    told = (days(one) for one in value.split())
    return tuple(one for one in told if NO_DAY not in one)


def days(value: str) -> tuple[int, int]:
    """Return first and last day, from 1970, of 1937, 1937-05, 1937-05-15 or a/b.

    >>> [day - days("1937-01-01")[0] for day in days("1937-02")]
    [31, 58]
    """
    if "/" in value:
        one, other = value.split("/", 1)
        return days(one)[0], days(other)[1]
    year, _, rest = value.partition("-")
    try:
        if len(rest) == len("MM-DD"):
            day = date.fromisoformat(value).toordinal() - _EPOCH
            return day, day
        first = date(int(year), int(rest or 1), 1)
    except ValueError:
        return NO_DAY, NO_DAY
    months = 1 if rest else _YEAR
    after = first.month - 1 + months
    if first.year + after // _YEAR > date.max.year:
        return NO_DAY, NO_DAY
    following = date(first.year + after // _YEAR, after % _YEAR + 1, 1)
    return first.toordinal() - _EPOCH, following.toordinal() - _EPOCH - 1
