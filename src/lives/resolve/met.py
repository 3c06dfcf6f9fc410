"""Pairs of profiles that were weighed, and what follows from two of them for a third.

If A is B and B is C, A is C: so surely at least as both together, p(AB) + p(BC) - 1
(Fréchet 1935). It counts where nothing told of A and C speaks against it, as between
"Genrietta Rubinshtein" and "Genrietta Mikhailovna", who share no more than a name.
Where something does, as between Pyotr and Pavel, A and C are rivals for B (`rivals`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.cluster import Numbers
from lives.resolve.linkage.engine import Linked, probability, weigh
from lives.resolve.linkage.estimate import Floats
from lives.resolve.profile import Profile
from lives.resolve.rows import NAMED

# Less likely pairs tell nothing of a third.
_LIKELY = 0.05
# Of so many others, the likeliest, it is asked whether they agree with each other.
_MOST = 24

Couple = tuple[int, int]


class _Found(NamedTuple):
    """The first four of `Met`."""

    left: Numbers
    right: Numbers
    rows: Numbers
    bits: Floats


class _Triangle(NamedTuple):
    """Two profiles, and the pairs that each of them makes with a third.

    They are `apart` where the reader of their document told them so.
    """

    one: int
    two: int
    by_one: int
    by_two: int
    apart: bool

    @property
    def couple(self) -> Couple:
        """Return the two in the order of pairs."""
        return min(self.one, self.two), max(self.one, self.two)


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of profiles, each once.

    Attributes:
        left: The earlier profile of each pair.
        right: The later.
        rows: The pair of their rows that tells the most for one person;
            shape (pairs, 2).
        bits: What it weighs, with what holds before.
        thirds: Pairs that two others tell of, with these; shape (n, 3), by position.
        contested: Of two pairs that cannot both be: the one, the other, and who stands
            in the other alone; and the same the other way round; shape (n, 3).
    """

    left: Numbers
    right: Numbers
    rows: Numbers
    bits: Floats
    thirds: NDArray[np.int64]
    contested: NDArray[np.int64]

    def probable(self, bits: Floats) -> Floats:
        """Return how probable each pair is, weighed by some bits and by its thirds."""
        own = probability(bits, 0.0)
        if not len(self.thirds):
            return own
        told, one, two = self.thirds.T
        found = own.copy()
        np.maximum.at(found, told, own[one] + own[two] - 1)
        return found


def met(profiles: Sequence[Profile], linked: Linked, owners: Numbers) -> Met:
    """Gather what a linkage of rows tells of pairs of profiles.

    Args:
        profiles: All.
        linked: Pairs of their rows.
        owners: For each row the position of its profile.
    """
    pairs = np.stack((linked.left, linked.right), axis=1)
    first = _best(owners, pairs, linked.bits.astype(np.float64))
    triangles = list(_triangles(first, linked.prior, profiles))
    known = {
        couple: n
        for n, couple in enumerate(
            zip(first.left.tolist(), first.right.tolist(), strict=True)
        )
    }
    new = sorted({t.couple for t in triangles if t.couple not in known})
    further = _best(owners, *_weighed(new, linked, owners))
    known |= {couple: n for n, couple in enumerate(new, start=len(known))}
    whole = _Found(
        np.concatenate((first.left, further.left)),
        np.concatenate((first.right, further.right)),
        np.concatenate((first.rows, further.rows)),
        np.concatenate((first.bits, further.bits)) + linked.prior,
    )
    thirds = np.array(
        [(known[t.couple], t.by_one, t.by_two) for t in triangles], np.int64
    ).reshape(-1, 3)
    told_apart = np.array([t.apart for t in triangles], np.bool_)
    agrees = _agreeing(whole, thirds, linked) & ~told_apart
    ends = np.array([(t.one, t.two) for t in triangles], np.int64).reshape(-1, 2)
    _, by_one, by_two = thirds[~agrees].T
    one, two = ends[~agrees].T
    contested = np.concatenate(
        (np.stack((by_one, by_two, two), 1), np.stack((by_two, by_one, one), 1))
    )
    return Met(*whole, thirds[agrees], contested)


def _agreeing(
    found: _Found, thirds: NDArray[np.int64], linked: Linked
) -> NDArray[np.bool_]:
    """Tell where nothing speaks against a pair of which two others tell.

    Names that differ do not, where the third bears both: the one was met by its first
    name, the other by its second.
    """
    told, one, two = thirds.T
    rows = found.rows[told]
    whole = weigh(linked, rows[:, 0].copy(), rows[:, 1].copy())
    rest = weigh(linked, rows[:, 0].copy(), rows[:, 1].copy(), without=NAMED)
    by_one, by_two = found.rows[one], found.rows[two]
    same_row = (by_one[:, :, None] == by_two[:, None, :]).any(axis=(1, 2))
    return np.where(same_row, whole, rest) >= 0


def _best(owners: Numbers, pairs: Numbers, bits: Floats) -> _Found:
    """Keep of all pairs of rows of two profiles the one that tells the most."""
    one, two = owners[pairs[:, 0]], owners[pairs[:, 1]]
    left, right = np.minimum(one, two), np.maximum(one, two)
    order = np.lexsort((-bits, right, left))
    order = order[left[order] != right[order]]
    left, right = left[order], right[order]
    first = np.ones(len(order), np.bool_)
    first[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    kept = order[first]
    return _Found(left[first], right[first], pairs[kept], bits[kept])


def _triangles(
    found: _Found, prior: float, profiles: Sequence[Profile]
) -> Iterator[_Triangle]:
    """Yield whatever two likely pairs tell of a third."""
    beside: dict[int, list[tuple[int, int]]] = {}
    likely = np.flatnonzero(probability(found.bits, prior) >= _LIKELY)
    for n in likely[np.argsort(-found.bits[likely], kind="stable")].tolist():
        one, two = int(found.left[n]), int(found.right[n])
        beside.setdefault(one, []).append((two, n))
        beside.setdefault(two, []).append((one, n))
    for several in beside.values():
        for (one, by_one), (two, by_two) in combinations(several[:_MOST], 2):
            same = profiles[one].capture == profiles[two].capture
            apart = same and not profiles[one].listed
            yield _Triangle(one, two, by_one, by_two, apart)


def _weighed(
    couples: Sequence[Couple], linked: Linked, owners: Numbers
) -> tuple[Numbers, Floats]:
    """Weigh all rows of pairs of profiles."""
    starts = np.searchsorted(owners, np.arange(owners.max() + 2))
    pairs = [
        (one, two)
        for j, k in couples
        for one in range(starts[j], starts[j + 1])
        for two in range(starts[k], starts[k + 1])
    ]
    told = np.array(pairs, np.int32).reshape(-1, 2)
    return told, weigh(linked, told[:, 0].copy(), told[:, 1].copy())
