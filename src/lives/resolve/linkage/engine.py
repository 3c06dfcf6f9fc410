"""Link the rows of a table: bring together, learn, weigh."""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Bits, Numbers, Ready, degrees
from lives.resolve.linkage.estimate import Couples, Floats, Model, brought, learn
from lives.resolve.linkage.plan import WORKERS, Filed, Together, file_rows
from lives.resolve.linkage.ready import Keyed, make_ready
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.table import Table

FLOOR_BITS = 4.0  # from which a pair is kept where nothing else is said
# A pair has no chance that stays so far below what it takes among so many rows.
_NO_CHANCE_BITS = 6.0
# What is thought before any pair is seen: so many pairs, and among them of one person
# one and another for some rows, up to some.
_FEW, _ROWS_TO_ONE, _MOST_THOUGHT = 200.0, 16, 10.0
_AT_ONCE = 200_000

Weighed = tuple[Numbers, Numbers, Bits]


@dataclass(frozen=True, slots=True)
class Linked:
    """Pairs of rows with what they weigh.

    Attributes:
        left: The earlier row of each pair.
        right: The later.
        bits: What their agreement weighs, without the prior.
        prior: Bits: how rare it is that two rows of the table are one person.
        met: How many pairs were weighed.
        crowded: Rows that were compared with none, what they share being too common.
        model: By what.
        ready: The rows, for weighing more pairs.
    """

    left: Numbers
    right: Numbers
    bits: Bits
    prior: float
    met: int
    crowded: Numbers
    model: Model
    ready: Ready

    @property
    def probability(self) -> Floats:
        """Return for each pair how probably it is one person."""
        return probability(self.bits, self.prior)


def probability(bits: NDArray[np.floating], prior: float) -> Floats:
    """Turn bits into a probability."""
    told = np.clip(bits.astype(np.float64) + prior, -1000, 1000)
    return np.asarray(1 / (1 + np.exp2(-told)), np.float64)


@dataclass(frozen=True, slots=True)
class Task:
    """Pairs to be found: what has been read and learned, and from where they count.

    Attributes:
        ready: The rows, ready for being compared.
        filed: The keys of all rows.
        together: The rows that each rule brings together.
        levels: What each level of each comparison is worth, nothing told last; without
            what rarity adds.
        floor: Bits from which a pair is kept.
    """

    ready: Ready
    filed: Filed
    together: Sequence[Together]
    levels: Sequence[Bits]
    floor: float


# Finds the pairs of a task, and tells how many were weighed.
Finder = Callable[[Task], tuple[Weighed, int]]


def link(
    table: Table,
    settings: Settings,
    *,
    floor: float | None = FLOOR_BITS,
    find: Finder | None = None,
) -> Linked:
    """Link a table.

    Args:
        table: Rows; every column that the settings name must be there.
        settings: How.
        floor: Bits from which a pair is kept; None for: whatever has a chance.
        find: Another engine that finds the pairs; none for this one.
    """
    keyed = Keyed(table)
    ready = make_ready(table, settings, keyed)
    filed, together = file_rows(table, settings, keyed)
    model = learn(ready, filed, together)
    if floor is None:
        floor = float(np.log2(max(len(table), 1))) - _NO_CHANCE_BITS
    task = Task(ready, filed, together, level_bits(ready, model), floor)
    (left, right, bits), met = (find or embedded)(task)
    prior = _prior(bits, ready)
    return Linked(left, right, bits, prior, met, filed.crowded, model, ready)


def embedded(task: Task) -> tuple[Weighed, int]:
    """Find the pairs of a task with this engine."""
    ready = task.ready
    rests = _rests(ready, task.levels)

    def weighed(part: tuple[int, slice, int]) -> tuple[Weighed, int]:
        rule, runs, room = part
        one = task.together[rule]
        couples = brought(ready, task.filed, one, (0, rule), runs, room)
        return _weigh(ready, task.levels, rests, couples, task.floor), len(couples[0])

    stretches = [
        (rule, *stretch)
        for rule, one in enumerate(task.together)
        for stretch in one.stretches(_AT_ONCE)
    ]
    with ThreadPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(weighed, stretches))
    empty: Weighed = (
        np.empty(0, np.int32),
        np.empty(0, np.int32),
        np.empty(0, np.float32),
    )
    left, right, bits = map(
        np.concatenate, zip(empty, *(p[0] for p in parts), strict=True)
    )
    return (left, right, bits), sum(part[1] for part in parts)


def weigh(
    linked: Linked, left: Numbers, right: Numbers, without: Collection[str] = ()
) -> Floats:
    """Weigh any pairs of rows, whether anything brought them together or not.

    Args:
        linked: By what rows are weighed.
        left: The one row of each pair.
        right: The other.
        without: Comparisons that are left out.

    Returns:
        Bits for each pair, without the prior.
    """
    levels = level_bits(linked.ready, linked.model)
    bits = np.zeros(len(left), np.float64)
    for told, comparison in zip(levels, linked.ready.settings.comparisons, strict=True):
        if comparison.about not in without:
            level, info = degrees(linked.ready, comparison, left, right)
            bits += told[level] + info
    return bits


def _weigh(
    ready: Ready,
    levels: Sequence[Bits],
    rests: Sequence[Bits],
    couples: Couples,
    floor: float,
) -> Weighed:
    """Weigh pairs, dropping those that can no longer reach the floor.

    Args:
        ready: The rows.
        levels: What each level of each comparison is worth.
        rests: After each comparison, what each row can still add at most.
        couples: The pairs.
        floor: Bits from which a pair is kept.
    """
    left, right = couples
    bits = np.zeros(len(left), np.float32)
    for comparison, told, rest in zip(
        ready.settings.comparisons, levels, rests, strict=True
    ):
        level, info = degrees(ready, comparison, left, right)
        bits += told[level] + info
        kept = bits >= floor - np.minimum(rest[left], rest[right])
        left, right, bits = left[kept], right[kept], bits[kept]
    return left, right, bits


def _rests(ready: Ready, levels: Sequence[Bits]) -> list[Bits]:
    """Return what each row can add at most after each comparison."""
    rest = np.zeros(ready.rows, np.float32)
    found = []
    comparisons = ready.settings.comparisons
    for comparison, told in reversed(list(zip(comparisons, levels, strict=True))):
        found.append(rest)
        counted = [comparison.counts(level) for level in comparison.levels]
        codes = ready.codes[comparison.column]
        best = np.zeros(ready.rows, np.float32)
        for bits, rare in zip(told.tolist(), counted, strict=False):
            more = ready.rarest[codes] if rare else 0.0
            np.maximum(best, bits + more, out=best)
        rest = rest + np.where(codes >= 0, best, 0)
    return found[::-1]


def level_bits(ready: Ready, model: Model) -> list[Bits]:
    """Return what each level of each comparison is worth, and nothing told last.

    A level that counts the rarity of what agrees is worth log2 of m, and what rarity
    adds is -log2 of the share of what agrees: together the ratio for that very value.
    """
    found = []
    for comparison, m, u in zip(
        ready.settings.comparisons, model.m, model.u, strict=True
    ):
        counted = np.array([comparison.counts(level) for level in comparison.levels])
        bits = np.where(counted, np.log2(m), np.log2(m / u))
        told = [level.bits for level in comparison.levels]
        bits = np.array(
            [b if t is None else t for b, t in zip(bits, told, strict=True)]
        )
        found.append(np.append(bits, 0.0).astype(np.float32))
    return found


def most_rarity(ready: Ready, c: int) -> float:
    """Return what rarity can add to a comparison at most."""
    comparison = ready.settings.comparisons[c]
    if not any(comparison.counts(level) for level in comparison.levels):
        return 0.0
    codes = ready.codes[comparison.column]
    return float(ready.rarest[codes[codes >= 0]].max(initial=0))


def _prior(bits: Bits, ready: Ready) -> float:
    """Estimate how many pairs of all are one person, in bits of odds.

    It is the share that the weights themselves then expect, found by repeating. Pairs
    that were not kept weigh next to nothing in it.
    """
    pairs = ready.rows * (ready.rows - 1) / 2
    if len(ready.between):
        held = np.bincount(ready.between[ready.between >= 0]).astype(np.float64)
        pairs -= float((held * (held - 1) / 2).sum())
    counts, edges = np.histogram(bits, bins=2000)
    middle = (edges[:-1] + edges[1:]) / 2
    thought = min(1 + ready.rows / _ROWS_TO_ONE, _MOST_THOUGHT)
    share = 1 / max(ready.rows, 2)
    for _ in range(200):
        odds = float(np.log2(share / (1 - share)))
        expected = float((counts * probability(middle, odds)).sum())
        share = min(max((expected + thought) / (pairs + _FEW), 1e-12), 0.5)
    return float(np.log2(share / (1 - share)))
