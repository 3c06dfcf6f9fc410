"""Learn what agreement is worth from the rows themselves, without labels.

How often two people agree by chance (u) is counted on random pairs. How often two rows
of one person agree (m) is estimated by expectation and maximisation over counts of
patterns (Dempster, Laird and Rubin 1977, as in Winkler 1988 and Jaro 1989), for each
rule apart: what a rule's keys already say cannot be learned from its pairs. Both start
from the shares in the settings, which count as some pairs; so a handful of rows is
weighed by them, and a million by its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Numbers, Ready, degrees
from lives.resolve.linkage.bring import pairs
from lives.resolve.linkage.plan import Filed, Together

_SEED = 20240607
_RANDOM_PAIRS = 100_000  # of as many rows; of fewer rows fewer
_LEAST_RANDOM = 20_000
_RULE_PAIRS = 300_000
_ROUNDS = 200
_STILL = 1e-5
_LEAST = 1e-6

Floats = NDArray[np.float64]
Couples = tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned.

    Attributes:
        m: For each comparison the share of each level among pairs of one person.
        u: The same among pairs of two.
        learned: For each comparison how many pairs of one person it was learned from.
    """

    m: tuple[Floats, ...]
    u: tuple[Floats, ...]
    learned: tuple[float, ...]


def learn(ready: Ready, filed: Filed, together: Sequence[Together]) -> Model:
    """Estimate a model.

    Args:
        ready: The rows.
        filed: Their keys.
        together: The rows that the rules of the settings bring together.
    """
    settings = ready.settings
    u = _by_chance(ready)
    start = [_given(c.levels_m) for c in settings.comparisons]
    sums = [np.zeros(len(shares)) for shares in start]
    about = [c.about for c in settings.comparisons]
    for number, (rule, one) in enumerate(zip(settings.rules, together, strict=True)):
        free = [about.index(name) for name in rule.learn]
        left, right, share = _some(ready, filed, one, number) if free else _NONE
        if len(left):
            expected = _expected(ready, (left, right), free, start, u)
            for c, shares in zip(free, expected, strict=True):
                sums[c] += shares / share
    trust = settings.trust
    m = [_shares(s + trust * given) for s, given in zip(sums, start, strict=True)]
    return Model(tuple(m), tuple(u), tuple(float(s.sum()) for s in sums))


_NONE: tuple[Numbers, Numbers, float] = (
    np.empty(0, np.int32),
    np.empty(0, np.int32),
    1.0,
)


def _some(
    ready: Ready, filed: Filed, one: Together, rule: int
) -> tuple[Numbers, Numbers, float]:
    """Return pairs of a rule, of a long one some stretches, and their share."""
    stretches = list(one.stretches(_RULE_PAIRS // 16))
    step = max(1, len(stretches) // 16)
    found = [brought(ready, filed, one, (rule, rule), *s) for s in stretches[::step]]
    if not found:
        return _NONE
    left, right = (np.concatenate([f[i] for f in found]) for i in range(2))
    return left, right, len(found) / len(stretches)


def brought(
    ready: Ready,
    filed: Filed,
    one: Together,
    rules: tuple[int, int],
    runs: slice,
    room: int,
) -> Couples:
    """Return the pairs of some runs of a rule.

    Args:
        ready: The rows.
        filed: Their keys.
        one: The rows that the rule brings together.
        rules: The first rule whose pairs are left out, and the rule.
        runs: Which runs.
        room: How many pairs they make.
    """
    left, right = pairs(
        one.rows,
        one.runs[runs.start : runs.stop + 1],
        one.keys[runs],
        *rules,
        len(ready.settings.rules),
        filed.start,
        filed.held,
        ready.between,
        room,
    )
    return left, right


def _given(told: Sequence[float]) -> Floats:
    """Return shares as given, or that the closer agreement is the likelier."""
    given = np.array(told)
    return _shares(given if given.sum() > 0 else 0.5 ** np.arange(1, len(given) + 1))


def _by_chance(ready: Ready) -> list[Floats]:
    rng = np.random.default_rng(_SEED)
    size = min(_RANDOM_PAIRS, max(ready.rows, _LEAST_RANDOM), ready.rows * 50)
    left, right = rng.integers(0, max(ready.rows, 1), (2, size), dtype=np.int32)
    apart = left != right
    if len(ready.between):
        apart &= ready.between[left] != ready.between[right]
    found = []
    for comparison in ready.settings.comparisons:
        level, _ = degrees(ready, comparison, left[apart], right[apart])
        met = np.bincount(level[level >= 0], minlength=len(comparison.levels)) + 0.0
        given = np.array(comparison.levels_u)
        trusted = ready.settings.trust * _shares(given) if given.sum() > 0 else 0.5
        found.append(_shares(met + trusted))
    return found


def _expected(
    ready: Ready,
    couples: Couples,
    free: Sequence[int],
    start: Sequence[Floats],
    u: Sequence[Floats],
) -> list[Floats]:
    """Return how many pairs of one person are expected at each level, by comparison."""
    pattern = np.zeros(len(couples[0]), np.int64)
    sizes = [len(start[c]) + 1 for c in free]
    for c, size in zip(free, sizes, strict=True):
        level, _ = degrees(ready, ready.settings.comparisons[c], *couples)
        pattern = pattern * size + level + 1
    distinct, counts = np.unique(pattern, return_counts=True)
    digits = list(_digits(distinct, sizes))
    m, share = [start[c] for c in free], 0.1
    expected: list[Floats] = m
    for _ in range(_ROUNDS):
        odds = np.full(len(counts), np.log(share / (1 - share)))
        for digit, ours, c in zip(digits, m, free, strict=True):
            odds += np.append(0.0, np.log(ours / u[c]))[digit]
        same = counts / (1 + np.exp(-np.clip(odds, -500, 500)))
        expected = [
            np.asarray(np.bincount(digit, same, size)[1:], np.float64)
            for digit, size in zip(digits, sizes, strict=True)
        ]
        before, m = m, [_shares(shares + _LEAST) for shares in expected]
        share = float(np.clip(same.sum() / counts.sum(), _LEAST, 1 - _LEAST))
        moved = max(float(np.abs(a - b).max()) for a, b in zip(m, before, strict=True))
        if moved < _STILL:
            break
    return expected


def _digits(
    pattern: NDArray[np.int64], sizes: Sequence[int]
) -> Iterator[NDArray[np.int64]]:
    """Yield the digits of patterns, the first of all comparisons first."""
    after = np.cumprod([1, *reversed(sizes)])[:-1][::-1]
    for place, size in zip(after, sizes, strict=True):
        yield pattern // place % size


def _shares(counts: NDArray[Any]) -> Floats:
    told = np.maximum(counts / counts.sum(), _LEAST)
    return np.asarray(told / told.sum(), np.float64)
