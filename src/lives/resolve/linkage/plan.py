"""File rows by the keys of rules: which rows are brought together."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from lives.resolve.linkage.agree import Numbers
from lives.resolve.linkage.order import counted, ordered, placed
from lives.resolve.linkage.ready import Keyed, Keys, Starts
from lives.resolve.linkage.settings import Rule, Settings
from lives.resolve.linkage.table import Table
from lives.resolve.linkage.values import one_each

WORKERS = 2
_MIX = np.uint64(0x9E3779B97F4A7C15)


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


def file_rows(
    table: Table, settings: Settings, keyed: Keyed
) -> tuple[Filed, list[Together]]:
    """File every row under the keys of every rule.

    Returns:
        The keys of all rows, and the rows rule by rule.
    """
    for rule in settings.rules:
        for key in rule.keys:
            keyed.of(*key)
    rules = len(settings.rules)
    with ThreadPoolExecutor(WORKERS) as pool:
        every = list(
            pool.map(partial(_filed, table, keyed), settings.rules, range(rules))
        )
    start = np.zeros(len(table) * rules + 1, np.int64)
    for number, one in enumerate(every):
        counted(one.rows, rules, number, start)
    np.cumsum(start, out=start)
    free, held = start[:-1].copy(), np.empty(start[-1], np.uint64)
    for number, one in enumerate(every):
        placed(one.rows, one.keys, rules, number, free, held)
    common, rare = np.zeros((2, len(table)), np.bool_)
    for one in every:
        common[one.common] = True
        rare[one.rare] = True
    crowded = np.flatnonzero(common & ~rare).astype(np.int32)
    told = [_together(one.rows, one.keys) for one in every]
    return Filed(start, held, crowded), told


class _Under(NamedTuple):
    """Rows under the keys of one rule.

    Attributes:
        rows: Rows that share a key with others, in the order of their keys.
        keys: Their keys.
        common: Rows that have a key too common for the rule.
        rare: Rows that have one that is not.
    """

    rows: Numbers
    keys: Keys
    common: Numbers
    rare: Numbers


def _filed(table: Table, keyed: Keyed, rule: Rule, position: int) -> _Under:
    rows = np.arange(len(table), dtype=np.int32)
    keys = np.full(len(rows), position + 1, np.uint64)
    for column, test in rule.keys:
        flat, starts = keyed.of(column, test)
        codes = table.columns[column].codes[rows]
        told = codes >= 0
        rows, keys, codes = rows[told], keys[told], codes[told]
        if one_each(starts):
            own = flat[codes]
        else:
            rows, keys, own = _each(rows, keys, flat, starts, codes)
        keys = (keys ^ own) * _MIX
        keys ^= keys >> np.uint64(29)
    order = ordered(keys)
    rows, keys = rows[order], keys[order]
    times = np.diff(_runs(keys))
    kept = np.repeat((times > 1) & (times <= rule.most), times)
    common = np.repeat(times > rule.most, times)
    return _Under(rows[kept], keys[kept], rows[common], rows[~common])


def _each(
    rows: Numbers, keys: Keys, flat: Keys, starts: Starts, codes: Numbers
) -> tuple[Numbers, Keys, Keys]:
    """Return rows and their keys once for each further key of their values."""
    lengths = np.diff(starts)[codes]
    ends = np.cumsum(lengths)
    behind = np.arange(ends[-1] if len(ends) else 0) - np.repeat(
        ends - lengths, lengths
    )
    own = flat[np.repeat(starts[codes], lengths) + behind]
    return np.repeat(rows, lengths), np.repeat(keys, lengths), own


def _together(rows: Numbers, keys: Keys) -> Together:
    runs = _runs(keys)
    return Together(rows, runs, keys[runs[:-1]])


def _runs(keys: Keys) -> Starts:
    """Return where each run of equal keys begins, and where the last ends."""
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    begins = [0] if len(keys) else []
    return np.concatenate((begins, changes, [len(keys)])).astype(np.int64)
