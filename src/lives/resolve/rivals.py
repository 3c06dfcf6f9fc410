"""Rivals: whoever fits two people cannot be both.

If a record fits several people, the odds that it is of one of them are shared among
all: of the ways in which it can be of somebody at most one is true (as in the Bayesian
account of matching one to one; Larsen 2005).
"""

from dataclasses import dataclass

import numpy as np

from lives.resolve.linkage.cluster import Numbers
from lives.resolve.linkage.estimate import Floats
from lives.resolve.met import Met

_MOST_BITS = 40.0  # beyond, nothing is more certain
_WORTH_NAMING = 0.1  # odds from which somebody is a rival worth counting


@dataclass(frozen=True, slots=True)
class Against:
    """What rivals take from each pair.

    Attributes:
        bits: How much, 0 where there are none.
        rivals: How many other people the one or the other of a pair fits.
    """

    bits: Floats
    rivals: Numbers


def rivals(found: Met, people: Numbers) -> Against:
    """Weigh the rivals of every pair.

    Args:
        found: Pairs of profiles, and which of them cannot both be.
        people: For each profile a number that those share which were taken for one
            person at first: a rival counts once, by the best of his or her records.

    Returns:
        For each pair what its rivals take, by the side that has more of them.
    """
    pairs = len(found.left)
    if not len(found.contested):
        return Against(np.zeros(pairs), np.zeros(pairs, np.int32))
    odds = np.exp2(np.clip(found.bits, -_MOST_BITS, _MOST_BITS))
    pair, other, rival = found.contested.T
    # Which end of the pair the other pair shares: the one that fits both.
    right = (found.right[pair] == found.left[other]) | (
        found.right[pair] == found.right[other]
    )
    side = 2 * pair + right
    keys = side * len(people) + people[rival]
    _, first, person = np.unique(keys, return_index=True, return_inverse=True)
    best = np.zeros(len(first))
    np.maximum.at(best, person, odds[other])
    of = side[first]
    summed = np.bincount(of, best, 2 * pairs).reshape(-1, 2).max(axis=1)
    counted = np.bincount(of, best >= _WORTH_NAMING, 2 * pairs).reshape(-1, 2)
    return Against(np.log2(1 + summed), counted.max(axis=1).astype(np.int32))
