"""The letters in which distinct values are written, and their Latin spellings.

All values of a column at once: each by itself takes twice as long.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lives.reading.names_many import latin_forms_of
from lives.reading.names_scripts import plain_latin
from lives.resolve.linkage.table import Column

Starts = NDArray[np.int64]
Marks = NDArray[np.uint64]

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PRIME = 0x100000001B3  # of FNV: no two short words have the same sum by it
_ONE, _OF_64 = np.uint64(1), np.uint64(63)


class Letters(NamedTuple):
    """Letters of values, by their number.

    Attributes:
        text: Letters of all forms of all values, a byte each.
        form: Where each form begins in `text`; one more for the end.
        forms: Where the forms of each value begin in `form`; one more for the end. The
            first is the value as written, any others are its Latin spellings.
        foreign: Whether the value is written in other letters than Latin ones.
        head: The value of which it is a spelling: the commonest in other letters than
            Latin ones, or in its own; itself if there is none.
        borne: For each form which letters it bears, a bit a letter.
    """

    text: NDArray[np.uint8]
    form: Starts
    forms: Starts
    foreign: NDArray[np.bool_]
    head: NDArray[np.int32]
    borne: Marks


def one_byte_each(value: str) -> bytes:
    """Return the letters of a value, small, a byte each.

    >>> one_byte_each("Łódź"), len(one_byte_each("Орёл"))
    (b'lodz', 4)
    """
    small = value.lower().strip(" .")
    if small.isascii():
        return small.encode()
    if _CYRILLIC.search(small):
        return small.replace("ё", "е").encode("cp1251", "replace")
    return (plain_latin(small) or small).encode("ascii", "replace")


def unread(count: int) -> Letters:
    """Return that nobody looks at the letters of some values."""
    none = np.zeros(1, np.int64)
    return Letters(
        np.empty(0, np.uint8),
        none,
        np.zeros(count + 1, np.int64),
        np.zeros(count, np.bool_),
        np.arange(count, dtype=np.int32),
        np.empty(0, np.uint64),
    )


def read_letters(column: Column, *, latin: bool) -> Letters:
    """Read the letters of a column.

    Args:
        column: Its distinct values.
        latin: Whether they are names, which have Latin spellings.

    >>> told = read_letters(Column.of(["Lwow", "Львов", "Львов", "Орёл"]), latin=True)
    >>> told.head.tolist(), told.foreign.tolist()
    ([1, 1, 2], [False, True, True])
    """
    own = [one_byte_each(value) for value in column.values]
    others = [n for n, letters in enumerate(own) if latin and not letters.isascii()]
    foreign = np.array(others, np.int64)
    spelled = latin_forms_of([column.values[n] for n in others]) if others else []
    pools = [(bytes_of(own), starts_of(map(len, own), len(own))), *spelled]
    marks = [_marks(*pool) for pool in pools]
    kept = _kept(marks, pools, foreign)
    counts = np.ones(len(own), np.int64)
    counts[foreign] += kept.sum(axis=1)
    forms = np.concatenate(([0], np.cumsum(counts)))
    first = forms[foreign][:, None] + np.cumsum(kept, axis=1)
    where = [forms[:-1], *(first[kept[:, t], t] for t in range(len(spelled)))]
    chosen = [np.arange(len(own)), *(np.flatnonzero(k) for k in kept.T)]
    text, form = _gathered(pools, where, chosen, int(forms[-1]))
    owners = [np.arange(len(own)), *(foreign[one] for one in chosen[1:])]
    told = [mark[one] for mark, one in zip(marks, chosen, strict=True)]
    own_letters = np.ones(len(own), np.bool_)
    own_letters[foreign[kept.any(axis=1)]] = False
    head = _heads(
        np.concatenate(told), np.concatenate(owners), own_letters, column.times
    )
    return Letters(text, form, forms, ~own_letters, head, borne(text, form))


def _marks(letters: NDArray[np.uint8], begin: Starts) -> Marks:
    """Return for each word a number that words of other letters do not have."""
    lengths = np.diff(begin)
    longest = int(lengths.max(initial=0)) + 1
    powers = np.cumprod(np.full(longest, _PRIME, np.uint64))
    place = np.arange(begin[-1]) - np.repeat(begin[:-1], lengths)
    sums = np.cumsum((letters[: begin[-1]].astype(np.uint64) + _ONE) * powers[place])
    total = np.concatenate((np.zeros(1, np.uint64), sums))[begin]
    return np.asarray(np.diff(total), np.uint64)


def _kept(
    marks: Sequence[Marks],
    pools: Sequence[tuple[NDArray[np.uint8], Starts]],
    foreign: Starts,
) -> NDArray[np.bool_]:
    """Tell of each spelling of each foreign value whether it is there, and is new."""
    every = [marks[0][foreign], *marks[1:]]
    kept = np.ones((len(foreign), len(marks) - 1), np.bool_)
    for t in range(1, len(every)):
        kept[:, t - 1] = np.diff(pools[t][1]) > 0
        for earlier in range(t):
            kept[:, t - 1] &= every[t] != every[earlier]
    return kept


def _gathered(
    pools: Sequence[tuple[NDArray[np.uint8], Starts]],
    where: Sequence[Starts],
    chosen: Sequence[Starts],
    count: int,
) -> tuple[NDArray[np.uint8], Starts]:
    """Put forms in order.

    Args:
        pools: The words, and where each begins; one more for the end.
        where: For each pool the places of the chosen words.
        chosen: For each pool which words are chosen.
        count: How many places there are.

    Returns:
        The letters of all forms, and where each begins; one more for the end.
    """
    from_, lengths = np.empty((2, count), np.int64)
    before = 0
    for (letters, begin), places, words in zip(pools, where, chosen, strict=True):
        from_[places] = before + begin[:-1][words]
        lengths[places] = np.diff(begin)[words]
        before += len(letters)
    form = np.concatenate(([0], np.cumsum(lengths)))
    source = np.repeat(from_ - form[:-1], lengths) + np.arange(form[-1])
    return np.concatenate([letters for letters, _ in pools])[source], form


def _heads(
    marks: Marks, owners: Starts, latin: NDArray[np.bool_], times: Starts
) -> NDArray[np.int32]:
    """Return for each value the one of which it is a spelling.

    Args:
        marks: Of all forms, those in own letters first.
        owners: The value of each form.
        latin: Whether a value is written in Latin letters.
        times: How often it is borne.
    """
    order = np.lexsort((-times, latin))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    ranked = np.argsort(rank[owners], kind="stable")
    known, first = np.unique(marks[ranked], return_index=True)
    found = owners[ranked[first[np.searchsorted(known, marks[: len(times)])]]]
    return found.astype(np.int32)


def bytes_of(parts: Sequence[bytes]) -> NDArray[np.uint8]:
    """Return the letters of all words, a byte each."""
    return np.frombuffer(b"".join(parts) or b"\0", np.uint8)


def starts_of(lengths: Iterable[int], count: int) -> Starts:
    """Return where each of so many parts begins; one more for the end."""
    found = np.zeros(count + 1, np.int64)
    np.cumsum(np.fromiter(lengths, np.int64, count), out=found[1:])
    return found


def borne(letters: NDArray[np.uint8], begin: Starts) -> Marks:
    """Return which letters each word bears: two bytes may share one of 64 bits."""
    found = np.zeros(len(begin) - 1, np.uint64)
    told = np.flatnonzero(np.diff(begin))
    if len(told):
        bits = _ONE << (letters.astype(np.uint64) & _OF_64)
        found[told] = np.bitwise_or.reduceat(bits[: begin[-1]], begin[:-1][told])
    return found


def joined(parts: Sequence[Letters]) -> Letters:
    """Number the values of several columns through."""
    values = np.cumsum([0, *(len(part.foreign) for part in parts)])
    text = np.cumsum([0, *(part.form[-1] for part in parts)])
    form = np.cumsum([0, *(len(part.form) - 1 for part in parts)])
    heads = zip(parts, values.tolist(), strict=False)
    return Letters(
        np.concatenate([*(part.text for part in parts), np.zeros(1, np.uint8)]),
        _through([part.form for part in parts], text),
        _through([part.forms for part in parts], form),
        np.concatenate([part.foreign for part in parts]),
        np.concatenate([part.head + before for part, before in heads]).astype(np.int32),
        np.concatenate([part.borne for part in parts]),
    )


def _through(starts: Sequence[Starts], before: Starts) -> Starts:
    moved = [one[:-1] + n for one, n in zip(starts, before.tolist(), strict=False)]
    return np.concatenate([*moved, before[-1:]]).astype(np.int64)
