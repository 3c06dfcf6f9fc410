"""The rows of a linkage as one table of columns that SQL can compare.

What was read of the distinct values is repeated for each row, a column of the table
for each thing that a test of SQL asks for. The columns of the first comparison are
``c0`` and what begins with ``c0_``; the keys of the first rule are ``k0``.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Numbers, Ready
from lives.resolve.linkage.engine import Task
from lives.resolve.linkage.letters import Letters, Starts
from lives.resolve.linkage.settings import Comparison
from lives.resolve.linkage.values import NO_DAY

MOST_SPELLINGS = 12
MOST_DATES = 4
ROW, BETWEEN = "row", "between"
_BEGINNING = 8  # letters that one letter of another script may be

Columns = Iterator[tuple[str, pa.Array]]


def rows_table(task: Task) -> pa.Table:
    """Return a row for each row of a task, in its order."""
    ready = task.ready
    found = {ROW: pa.array(np.arange(ready.rows, dtype=np.int64))}
    if len(ready.between):
        found[BETWEEN] = pa.array(ready.between)
    for number, comparison in enumerate(ready.settings.comparisons):
        codes = ready.codes[comparison.column]
        told = pa.array(codes, mask=codes < 0)
        found[f"c{number}"] = told
        for name, values in _compared(ready, comparison):
            found[f"c{number}_{name}"] = values.take(told)
    for number, one in enumerate(task.together):
        keys = np.repeat(one.keys.astype(np.int64), np.diff(one.runs))
        found[f"k{number}"] = _by_row(one.rows, keys, ready.rows)
    return pa.table(found)


def several(table: pa.Table, column: str) -> bool:
    """Tell whether any row of a column has several keys."""
    return bool(pa.types.is_list(table.schema.field(column).type))


def _by_row(rows: Numbers, keys: NDArray[np.int64], count: int) -> pa.Array:
    """Return the key of each row, or lists of them where any has more than one."""
    times = np.bincount(rows, minlength=count)
    if times.max(initial=0) <= 1:
        found = np.zeros(count, np.int64)
        found[rows] = keys
        return pa.array(found, mask=times == 0)
    starts = np.concatenate(([0], np.cumsum(times)))
    order = np.argsort(rows, kind="stable")
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), pa.array(keys[order]))


def _compared(ready: Ready, comparison: Comparison) -> Columns:
    """Yield for each value what the tests of a comparison ask for."""
    tests = {level.test.word: level.test for level in comparison.levels}
    if tests.keys() & {"slips", "like", "initial"}:
        yield from _spellings(ready.values.letters)
    if "initial" in tests:
        yield from _initials(ready.values.letters)
    if "spelled" in tests:
        yield "head", pa.array(ready.values.letters.head)
    if "shares" in tests:
        yield "words", _lists(ready.values.words, ready.values.worded)
    if tests.keys() & {"agrees", "within"}:
        yield from _dates(ready)
    if "day" in tests:
        first, last = ready.values.first, ready.values.last
        yield "day", pa.array(first, mask=(first != last) | (first == NO_DAY))
    for level in comparison.levels:
        if level.test.word == "same" and level.test.argument:
            flat, starts = ready.keys[comparison.column, level.test.argument]
            yield key_column(level.test.argument), _lists(flat, starts)


def key_column(key: str) -> str:
    """Return the name of the column of a key.

    >>> key_column("begins 4"), key_column("before ;")
    ('begins_34', 'before_3b')
    """
    word, _, argument = key.partition(" ")
    return f"{word.replace('-', '')}_{argument.encode().hex()}"


def _lists(flat: Numbers, starts: Starts) -> pa.Array:
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), pa.array(flat))


def _written(letters: Letters) -> list[list[str]]:
    """Return the forms of each value, its own letters first."""
    text, form = letters.text.tobytes().decode("latin-1"), letters.form.tolist()
    every = [text[a:b] for a, b in pairwise(form)]
    forms = letters.forms.tolist()
    return [every[a : min(b, a + MOST_SPELLINGS)] for a, b in pairwise(forms)]


def _spellings(letters: Letters) -> Columns:
    every = _written(letters)
    yield "foreign", pa.array(letters.foreign)
    yield "own", pa.array([one[0] if one else None for one in every], pa.string())
    for n in range(1, MOST_SPELLINGS):
        told = [one[n] if len(one) > n else None for one in every]
        yield f"latin{n}", pa.array(told, pa.string())


def _initials(letters: Letters) -> Columns:
    every = _written(letters)
    kind = pa.list_(pa.string())
    yield "lone", pa.array([bool(one) and len(one[0]) == 1 for one in every])
    yield "forms", pa.array([[f for f in one if f] for one in every], kind)
    yield "heads", pa.array([_beginnings(one) for one in every], kind)


def _beginnings(forms: list[str]) -> list[str]:
    every = (form[:n] for form in forms for n in range(1, _BEGINNING + 1))
    return list(dict.fromkeys(filter(None, every)))


def _dates(ready: Ready) -> Columns:
    values = ready.values
    counts = np.diff(values.stretches)
    for n in range(MOST_DATES):
        there = counts > n
        which = np.where(there, values.stretches[:-1] + n, 0)
        for name, days in (("begins", values.begins), ("ends", values.ends)):
            told = days[which] if len(days) else np.zeros(len(which), np.int32)
            yield f"{name}{n}", pa.array(told, mask=~there)
