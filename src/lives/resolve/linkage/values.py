"""All distinct values of a table as arrays, for the compiled parts.

Every value has a number of its own across columns, so that one array serves each sort
of knowledge about values: the letters it is written in, the days it spans, its words.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lives.reading.names_scripts import cyrillic, plain_latin
from lives.reading.names_traditions import latin_forms
from lives.resolve.linkage.keys import sounds_of, words_of
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.table import Table

Starts = NDArray[np.int64]

_READ = {"words": words_of, "sounds": sounds_of}

NO_DAY = int(np.iinfo(np.int32).min)


class Values(NamedTuple):
    """Knowledge of values, by their number.

    Attributes:
        text: Letters of all forms of all values, a byte each.
        form: Where each form begins in `text`; one more for the end.
        forms: Where the forms of each value begin in `form`; one more for the end. The
            first is the value as written, any others are its Latin spellings.
        foreign: Whether the value is written in other letters than Latin ones.
        head: The value of which it is a spelling: the commonest in other letters than
            Latin ones, or in its own; itself if there is none.
        first: First day of a date, in days; `NO_DAY` for no date.
        last: Last day.
        word: Where the letters of each word begin in `letters`; one more for the end.
        letters: Letters of all words.
        words: Numbers of words, value by value, each ascending.
        worded: Where the words of each value begin in `words`; one more for the end.
        borne: For each form which letters it bears, a bit a letter.
        word_borne: The same for each word.
        begins: First day of each stretch of days that a date may be, value by value.
        ends: Last day of each.
        stretches: Where those of each value begin; one more for the end.
    """

    text: NDArray[np.uint8]
    form: Starts
    forms: Starts
    foreign: NDArray[np.bool_]
    head: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    letters: NDArray[np.uint8]
    word: Starts
    words: NDArray[np.int32]
    worded: Starts
    borne: NDArray[np.uint64]
    word_borne: NDArray[np.uint64]
    begins: NDArray[np.int32]
    ends: NDArray[np.int32]
    stretches: Starts


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
    forms: list[tuple[bytes, ...]] = []
    heads: list[int] = []
    dated: list[tuple[tuple[int, int], ...]] = []
    words: list[tuple[str, ...]] = []
    for name, sort in settings.columns.items():
        column = table.columns[name]
        values, count = column.values, len(column.values)
        dated += map(stretches, values) if sort == "date" else [()] * count
        read = _READ.get(sort)
        words += map(read, values) if read else [()] * count
        if name not in spelled:
            heads += range(len(forms), len(forms) + count)
            forms += [()] * count
        else:
            latin = sort == "name"
            own = [written_forms(value, latin=latin) for value in values]
            heads += (len(forms) + head for head in spelled_by(own, column.times))
            forms += own
    every = dict.fromkeys(chain.from_iterable(words))
    distinct = {word: number for number, word in enumerate(sorted(every))}
    letters = [one_byte_each(word) for word in distinct]
    flat = list(chain.from_iterable(forms))
    spans = list(chain.from_iterable(dated))
    return Values(
        text=_bytes(flat),
        form=_starts(map(len, flat), len(flat)),
        forms=_starts(map(len, forms), len(forms)),
        foreign=np.array([len(several) > 1 for several in forms], np.bool_),
        head=np.array(heads, np.int32),
        first=_days(min((s[0] for s in several), default=NO_DAY) for several in dated),
        last=_days(max((s[1] for s in several), default=NO_DAY) for several in dated),
        letters=_bytes(letters),
        word=_starts(map(len, letters), len(letters)),
        words=np.array(
            [n for held in words for n in sorted(distinct[w] for w in held)], np.int32
        ),
        worded=_starts(map(len, words), len(words)),
        borne=_borne(flat),
        word_borne=_borne(letters),
        begins=_days(first for first, _ in spans),
        ends=_days(last for _, last in spans),
        stretches=_starts(map(len, dated), len(dated)),
    )


def one_byte_each(value: str) -> bytes:
    """Return the letters of a value, small, a byte each.

    >>> one_byte_each("Łódź"), len(one_byte_each("Орёл"))
    (b'lodz', 4)
    """
    small = value.lower().strip(" .")
    if small.isascii():
        return small.encode()
    if cyrillic(small):
        return small.replace("ё", "е").encode("cp1251", "replace")
    return (plain_latin(small) or small).encode("ascii", "replace")


def written_forms(value: str, *, latin: bool) -> tuple[bytes, ...]:
    """Return the forms by which a value is compared, its own letters first."""
    own = one_byte_each(value)
    if not latin or own.isascii():
        return (own,)
    return (own, *(form.encode("ascii", "replace") for form in latin_forms(value)))


def spelled_by(
    forms: Sequence[tuple[bytes, ...]], times: NDArray[np.int64]
) -> list[int]:
    """Return for each value the one of which it is a spelling.

    Args:
        forms: Those of each value, its own letters first.
        times: How often each value is borne.

    >>> forms = [written_forms(word, latin=True) for word in ("Lwow", "Львов", "Орёл")]
    >>> spelled_by(forms, np.array([3, 2, 1]))
    [1, 1, 2]
    """
    best: dict[bytes, int] = {}
    own = np.array([len(several) == 1 for several in forms], np.bool_)
    order = np.lexsort((-times, own))
    for n in order.tolist():
        for form in forms[n]:
            best.setdefault(form, n)
    return [best[several[0]] for several in forms]


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
        first, last = value.split("/", 1)
        return days(first)[0], days(last)[1]
    try:
        written = np.array(value, "datetime64")  # in the unit in which it is written
        begins = written.astype("datetime64[D]").astype(np.int64)
        following = (written + 1).astype("datetime64[D]").astype(np.int64)
    except ValueError:
        return NO_DAY, NO_DAY
    return int(begins), int(following) - 1


def _days(told: Iterable[int]) -> NDArray[np.int32]:
    return np.fromiter(told, np.int32)


def _bytes(parts: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(parts) or b"\0", np.uint8)


def _borne(parts: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return which letters each part bears: two bytes may share one of 64 bits."""
    found = np.zeros(len(parts), np.uint64)
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    told = np.flatnonzero(lengths)
    if len(told):
        letters = np.frombuffer(b"".join(parts), np.uint8).astype(np.uint64)
        begins = (np.cumsum(lengths) - lengths)[told]
        bits = np.uint64(1) << (letters & np.uint64(63))
        found[told] = np.bitwise_or.reduceat(bits, begins)
    return found


def _starts(lengths: Iterable[int], count: int) -> Starts:
    found = np.zeros(count + 1, np.int64)
    np.cumsum(np.fromiter(lengths, np.int64, count), out=found[1:])
    return found
