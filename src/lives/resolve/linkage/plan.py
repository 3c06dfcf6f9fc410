"""Make a linkage ready: numbers for values, keys and rarities, rows filed by rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Bits, Numbers, Ready
from lives.resolve.linkage.keys import make_keys
from lives.resolve.linkage.settings import Rule, Settings, Test
from lives.resolve.linkage.table import Table
from lives.resolve.linkage.values import Values, numbered, read_values

_MIX = np.uint64(0x9E3779B97F4A7C15)
Keys = NDArray[np.uint64]
Starts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Filed:
    """The keys of all rows.

    Attributes:
        start: For each row and rule where its keys begin in `held`; one more for the
            end.
        held: The keys, ascending for each row and rule.
        crowded: Rows that every rule left out, what they share being too common.
    """

    start: Starts
    held: Keys
    crowded: Numbers


@dataclass(frozen=True, slots=True)
class Together:
    """Rows brought together by one rule.

    Attributes:
        rows: In the order of their keys.
        runs: Where each run of one key begins; one more for the end.
        keys: The key of each run.
    """

    rows: Numbers
    runs: Starts
    keys: Keys

    def stretches(self, most: int) -> Iterator[tuple[slice, int]]:
        """Divide the runs into stretches of about so many pairs; yield both."""
        lengths = np.diff(self.runs)
        cost = np.cumsum(lengths * (lengths - 1) // 2)
        begin = 0
        while begin < len(cost):
            before = int(cost[begin - 1]) if begin else 0
            end = int(np.searchsorted(cost, before + most, "right"))
            end = max(end, begin + 1)
            yield slice(begin, end), int(cost[end - 1]) - before
            begin = end


class Keyed:
    """The keys of a table's columns as numbers, each sort of key made once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._made: dict[tuple[str, Test], tuple[Keys, Starts]] = {}

    def of(self, column: str, test: Test) -> tuple[Keys, Starts]:
        """Return the keys of all values of a column, and where each value's begin.

        Keys are numbered from 1 in the order in which values first have them.
        """
        if (column, test) not in self._made:
            values = self._table.columns[column].values
            made = make_keys(values, test.word, test.argument)
            known: dict[str, int] = {}
            flat = [known.setdefault(k, len(known) + 1) for k in chain(*made)]
            starts = np.zeros(len(made) + 1, np.int64)
            np.cumsum([len(several) for several in made], out=starts[1:])
            self._made[column, test] = np.array(flat, np.uint64), starts
        return self._made[column, test]


def make_ready(table: Table, settings: Settings, keyed: Keyed) -> Ready:
    """Number all values and their keys, and count how rare they are."""
    number = numbered(table, settings)
    values = read_values(table, settings)
    codes: dict[str, Numbers] = {}
    info = np.zeros(number[""], np.float32)
    keys: dict[tuple[str, str], tuple[Numbers, Starts]] = {}
    key_info: dict[tuple[str, str], Bits] = {}
    times = np.zeros(number[""], np.float64)
    for name in settings.columns:
        column, first = table.columns[name], number[name]
        codes[name] = np.where(column.codes >= 0, column.codes + first, -1).astype(
            np.int32
        )
        own = slice(first, first + len(column.values))
        times[own] = np.bincount(
            column.codes[column.codes >= 0], minlength=len(column.values)
        )
        others = settings.others.get(name, 0.0)
        share = times[own] / max(times[own].sum() + others, 1)
        info[own] = information(share)
        for key in _asked(settings, name):
            flat, starts = keyed.of(name, Test.of(key))
            before = np.zeros(first, np.int64)
            after = np.full(number[""] - own.stop, starts[-1])
            keys[name, key] = (
                _ascending(flat, starts),
                np.concatenate((before, starts, after)),
            )
            key_info[name, key] = _rare_keys(flat, starts, share)
    between = np.empty(0, np.int32)
    if settings.between:  # a row that tells nothing shares it with no other
        lone = -1 - np.arange(len(table), dtype=np.int32)
        held = codes[settings.between]
        between = np.where(held >= 0, held, lone)
    met = _words_met(values, times) / max(len(table), 1)
    return Ready(
        settings,
        len(table),
        codes,
        values,
        keys,
        info,
        key_info,
        information(met),
        between,
    )


def information(share: NDArray[Any]) -> Bits:
    """Return what it tells that two share something of which so large a share is."""
    with np.errstate(divide="ignore"):
        return np.where(share > 0, -np.log2(share), 0).astype(np.float32)


def _asked(settings: Settings, column: str) -> dict[str, None]:
    """Return the keys of a column that levels ask for."""
    return {
        level.test.argument: None
        for comparison in settings.comparisons
        if comparison.column == column
        for level in comparison.levels
        if level.test.word == "same" and level.test.argument
    }


def _ascending(flat: Keys, starts: Starts) -> Numbers:
    """Return the keys of each value in ascending order."""
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return flat[np.lexsort((flat, owner))].astype(np.int32)


def _rare_keys(flat: Keys, starts: Starts, share: NDArray[np.float64]) -> Bits:
    """Return by key what its rarity tells, given the share of each value.

    A value that has the same key twice is counted once.
    """
    owner = np.repeat(np.arange(len(share)), np.diff(starts))
    once = np.unique((owner.astype(np.uint64) << np.uint64(32)) | flat)
    met = np.bincount(
        (once & np.uint64(0xFFFFFFFF)).astype(np.int64),
        weights=share[(once >> np.uint64(32)).astype(np.int64)],
    )
    return information(np.minimum(met, 1.0))


def _words_met(values: Values, times: NDArray[np.float64]) -> NDArray[Any]:
    held = np.repeat(times, np.diff(values.worded))
    return np.bincount(values.words, weights=held, minlength=len(values.word) - 1)


def file_rows(
    table: Table, settings: Settings, keyed: Keyed
) -> tuple[Filed, list[Together]]:
    """File every row under the keys of every rule.

    Returns:
        The keys of all rows, and the rows rule by rule.
    """
    every = [_filed(table, keyed, rule, p) for p, rule in enumerate(settings.rules)]
    filed = [(rows, keys) for rows, keys, _ in every]
    crowded = np.setdiff1d(
        np.concatenate([common for _, _, common in every]),
        np.concatenate([rows for rows, _ in filed]),
    )
    rows, count = len(table), len(settings.rules)
    place = np.concatenate(
        [r.astype(np.int64) * count + p for p, (r, _) in enumerate(filed)]
    )
    held = np.concatenate([keys for _, keys in filed])
    order = np.lexsort((held, place))
    start = np.zeros(rows * count + 1, np.int64)
    np.cumsum(np.bincount(place, minlength=rows * count), out=start[1:])
    return Filed(start, held[order], crowded), [_together(*one) for one in filed]


def _filed(
    table: Table, keyed: Keyed, rule: Rule, position: int
) -> tuple[Numbers, Keys, Numbers]:
    """Return rows and their keys under one rule, and rows too common for it."""
    rows = np.arange(len(table), dtype=np.int32)
    keys = np.full(len(rows), position + 1, np.uint64)
    for column, test in rule.keys:
        flat, starts = keyed.of(column, test)
        codes = table.columns[column].codes[rows]
        told = codes >= 0
        rows, keys, codes = rows[told], keys[told], codes[told]
        lengths = np.diff(starts)[codes]
        behind = np.arange(lengths.sum()) - np.repeat(
            np.cumsum(lengths) - lengths, lengths
        )
        own = flat[np.repeat(starts[codes], lengths) + behind]
        rows, keys = np.repeat(rows, lengths), np.repeat(keys, lengths)
        keys = (keys ^ own) * _MIX
        keys ^= keys >> np.uint64(29)
    order = np.argsort(keys, kind="stable")
    rows, keys = rows[order], keys[order]
    times = np.diff(_runs(keys)).astype(np.int64)
    kept = np.repeat((times > 1) & (times <= rule.most), times)
    common = np.repeat(times > rule.most, times)
    return rows[kept], keys[kept], rows[common]


def _together(rows: Numbers, keys: Keys) -> Together:
    runs = _runs(keys)
    return Together(rows, runs, keys[runs[:-1]])


def _runs(keys: Keys) -> Starts:
    """Return where each run of equal keys begins, and where the last ends."""
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    begins = [0] if len(keys) else []
    return np.concatenate((begins, changes, [len(keys)])).astype(np.int64)
