"""Make a table ready for being compared: numbers for values and keys, and rarities."""

from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Bits, Numbers, Ready
from lives.resolve.linkage.easy import KEY, Easy, kind_of
from lives.resolve.linkage.keys import make_keys
from lives.resolve.linkage.settings import Comparison, Settings, Test
from lives.resolve.linkage.table import Table
from lives.resolve.linkage.values import (
    Values,
    ascending,
    numbered,
    one_each,
    read_values,
)

Keys = NDArray[np.uint64]
Starts = NDArray[np.int64]
Floats = NDArray[np.float64]
Key = tuple[str, str]  # a column, and what is made of its values
LevelKeys = dict[Key, tuple[Numbers, Starts]]


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
    codes = {
        name: np.where(told >= 0, told + number[name], -1).astype(np.int32)
        for name in settings.columns
        for told in (table.columns[name].codes,)
    }
    times = np.concatenate([table.columns[name].times for name in settings.columns])
    share = _shares(table, settings)
    # All spellings of a name are as rare as the name.
    head = values.letters.head
    spelled = np.bincount(head, share, len(share))[head]
    keys, key_info = _level_keys(table, settings, keyed, share)
    word_info = information(_words_met(values, times) / max(len(table), 1))
    return Ready(
        settings=settings,
        rows=len(table),
        codes=codes,
        own=np.arange(len(share), dtype=np.int32),
        values=values,
        easy={c.about: _easy(c, keys, key_info) for c in settings.comparisons},
        keys=keys,
        info=information(spelled),
        rarest=_rarest(values, information(share), word_info),
        word_info=word_info,
        between=_between(codes.get(settings.between)),
    )


def _easy(comparison: Comparison, keys: LevelKeys, info: dict[Key, Bits]) -> Easy:
    """Return the levels of a comparison with the keys that they ask for, end to end."""
    levels = comparison.levels[:-1]
    kinds = [kind_of(level) for level in levels]
    asked = [
        (comparison.column, level.test.argument)
        for level, kind in zip(levels, kinds, strict=True)
        if kind == KEY
    ]
    number = np.cumsum([0, *(len(info[one]) for one in asked)])
    place = np.cumsum([0, *(len(keys[one][0]) for one in asked)])
    none, nowhere = np.empty(0, np.int32), np.zeros((0, 1), np.int64)
    flat = [keys[one][0] + n for one, n in zip(asked, number, strict=False)]
    starts = [keys[one][1] + n for one, n in zip(asked, place, strict=False)]
    return Easy(
        kinds=np.array(kinds, np.int8),
        least=np.array([level.test.number for level in levels]),
        counts=np.array([comparison.counts(level) for level in levels], np.bool_),
        key=(np.cumsum([kind == KEY for kind in kinds]) - 1).astype(np.int8),
        keys=np.concatenate([none, *flat]).astype(np.int32),
        keyed=np.array(starts) if starts else nowhere,
        key_info=_joined([info[one] for one in asked]),
    )


def _joined(parts: list[Bits]) -> Bits:
    return np.concatenate([np.empty(0, np.float32), *parts])


def _shares(table: Table, settings: Settings) -> Floats:
    """Return for each value which share of those told in its column it is."""
    found = []
    for name in settings.columns:
        times = table.columns[name].times
        rows = times.sum() + settings.others.get(name, 0.0)
        found.append(times / max(rows, 1))
    return np.concatenate(found)


def _rarest(values: Values, info: Bits, word_info: Bits) -> Bits:
    """Return for each value the most that rarity can tell of an agreement in it."""
    told = np.repeat(np.arange(len(info)), np.diff(values.worded))
    worded = np.bincount(told, word_info[values.words], len(info))
    return np.maximum(info, worded.astype(np.float32))


def _between(codes: Numbers | None) -> Numbers:
    """Number rows so that those share theirs which are never to be compared."""
    if codes is None:
        return np.empty(0, np.int32)
    lone = -1 - np.arange(len(codes), dtype=np.int32)  # what is not told is not shared
    return np.where(codes >= 0, codes, lone)


def _level_keys(
    table: Table, settings: Settings, keyed: Keyed, share: Floats
) -> tuple[LevelKeys, dict[Key, Bits]]:
    """Return the keys that levels ask for, and what their rarity tells."""
    keys: LevelKeys = {}
    info: dict[Key, Bits] = {}
    first = 0
    for name in settings.columns:
        end = first + len(table.columns[name].values)
        for key in _asked(settings, name):
            flat, starts = keyed.of(name, Test.of(key))
            before = np.zeros(first, np.int64)
            after = np.full(len(share) - end, starts[-1])
            where = np.concatenate((before, starts, after))
            keys[name, key] = ascending(flat, starts), where
            info[name, key] = _rare_keys(flat, starts, share[first:end])
        first = end
    return keys, info


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


def _rare_keys(flat: Keys, starts: Starts, share: Floats) -> Bits:
    """Return by key what its rarity tells, given the share of each value.

    A value that has the same key twice is counted once.
    """
    if one_each(starts):
        met = np.bincount(flat.astype(np.int64), weights=share)
        return information(np.minimum(met, 1.0))
    owner = np.repeat(np.arange(len(share)), np.diff(starts))
    once = np.unique((owner.astype(np.uint64) << np.uint64(32)) | flat)
    met = np.bincount(
        (once & np.uint64(0xFFFFFFFF)).astype(np.int64),
        weights=share[(once >> np.uint64(32)).astype(np.int64)],
    )
    return information(np.minimum(met, 1.0))


def _words_met(values: Values, times: Starts) -> NDArray[Any]:
    held = np.repeat(times, np.diff(values.worded))
    return np.bincount(values.words, weights=held, minlength=len(values.word) - 1)
