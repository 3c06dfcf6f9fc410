"""Gather rows into persons by average link, as far as one life allows it.

Joining whatever a chain of probable pairs connects makes one person of thousands. Here
two groups become one only while the probability, averaged over all pairs between them,
stays high enough (average linkage; Sokal and Michener 1958): pairs that nothing brought
together count as not one person. The best founded are joined first.

What a life allows is asked of whole groups: one birth, one death and nothing after it
(`Span`), and never two rows that were told apart.
"""

import heapq
from collections.abc import Mapping
from typing import Any

import numpy as np
from numba import types
from numba.typed import Dict
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Ready
from lives.resolve.linkage.engine import Linked
from lives.resolve.linkage.likeness import compiled
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.values import NO_DAY

Numbers = NDArray[np.int32]
Pairs = tuple[Numbers, Numbers, NDArray[np.float64]]
Bounds = tuple[NDArray[np.int64], NDArray[np.int64]]

# Pairs less probable than this are as good as told apart.
_NEXT_TO_NOTHING = 0.01
FAR_DAYS = 10**7
_NEVER = -1e9  # outweighs whatever else lies between two groups
_EQUAL = 1e-12


@compiled
def _root(leader: Any, row: Any) -> Any:
    while leader[row] != row:
        leader[row] = leader[leader[row]]
        row = leader[row]
    return row


@compiled
def _paired(a: Any, b: Any) -> Any:
    return (np.int64(min(a, b)) << 32) | np.int64(max(a, b))


@compiled
def _chains(left: Any, right: Any, rows: int) -> Any:
    """String the links of each row together: its first link, its last, what follows.

    Each pair is two links, one for either end: link 2e is that of the left row.
    """
    head, tail = np.full(rows, -1, np.int64), np.full(rows, -1, np.int64)
    following = np.full(2 * len(left), -1, np.int64)
    for link in range(2 * len(left)):
        row = right[link // 2] if link % 2 else left[link // 2]
        if head[row] < 0:
            head[row] = link
        else:
            following[tail[row]] = link
        tail[row] = link
    return head, tail, following


@compiled
def _far(leader: Any, left: Any, right: Any, link: Any) -> Any:
    """Return the group at the other end of a link."""
    e = link // 2
    return _root(leader, left[e] if link % 2 else right[e])


@compiled
def _one_life(
    first: Any, last: Any, slack: Any, after: Any, once: Any, one: Any, two: Any
) -> bool:
    """Tell whether what two groups tell can be one life."""
    for s in range(len(slack)):
        begins = max(first[s, one], first[s, two])
        for end in (s if once[s] else -1, after[s]):
            if end >= 0 and begins - min(last[end, one], last[end, two]) > slack[s]:
                return False
    return True


@compiled
def average_link(
    left: Any,
    right: Any,
    p: Any,
    rows: int,
    least: float,
    first: Any,
    last: Any,
    slack: Any,
    after: Any,
    once: Any,
) -> Any:
    """Gather rows.

    Args:
        left: The one row of each pair; each pair once.
        right: The other.
        p: How probably they are one person; below 0 for: never.
        rows: How many rows there are.
        least: The least average at which two groups become one.
        first: For each span the first day of each row, the least number if not told.
        last: The last day, the greatest number if unknown.
        slack: For each span by how many days sources may differ.
        after: For each span another after whose end it may not begin; -1 for none.
        once: For each span whether a life has it once.

    Returns:
        For each row the least row of its person.
    """
    leader, size = np.arange(rows), np.ones(rows, np.int64)
    head, tail, following = _chains(left, right, rows)
    sums = Dict.empty(types.int64, types.float64)  # of the probabilities between groups
    waiting = [(0.0, np.int64(0), np.int64(0)) for _ in range(0)]
    for e in range(len(left)):
        a, b = np.int64(left[e]), np.int64(right[e])
        sums[_paired(a, b)] = p[e] if p[e] >= 0 else _NEVER
        if p[e] >= least:
            waiting.append((-p[e], a, b))
    heapq.heapify(waiting)  # the strongest first, then the earliest
    while waiting:
        value, a, b = heapq.heappop(waiting)
        if leader[a] != a or leader[b] != b:
            continue
        now = sums[_paired(a, b)] / (size[a] * size[b])
        if now < -value - _EQUAL:  # a group has grown since
            if now >= least:
                heapq.heappush(waiting, (-now, a, b))
            continue
        if not _one_life(first, last, slack, after, once, a, b):
            sums[_paired(a, b)] = _NEVER
            continue
        # The smaller group's links move to the greater one.
        if size[a] < size[b] or (size[a] == size[b] and b < a):
            a, b = b, a
        leader[b] = a
        size[a] += size[b]
        link = head[b]
        while link >= 0:
            far = _far(leader, left, right, link)
            old, new = _paired(b, far), _paired(a, far)
            if far != a and old in sums:
                sums[new] = sums.get(new, 0.0) + sums.pop(old)
            link = following[link]
        link = head[b]
        while link >= 0:
            far = _far(leader, left, right, link)
            if far != a:
                now = sums[_paired(a, far)] / (size[a] * size[far])
                if now >= least:
                    heapq.heappush(waiting, (-now, min(a, far), max(a, far)))
            link = following[link]
        following[tail[a]], tail[a] = head[b], tail[b]
        for s in range(len(slack)):
            first[s, a] = max(first[s, a], first[s, b])
            last[s, a] = min(last[s, a], last[s, b])
    return _led(leader)


@compiled
def _led(leader: Any) -> Any:
    """Return for each row the least row of its group."""
    rows = len(leader)
    found = np.empty(rows, np.int32)
    least_row = np.full(rows, rows, np.int32)
    for row in range(rows):
        root = _root(leader, row)
        least_row[root] = min(least_row[root], row)
        found[row] = least_row[root]
    return found


def gathered(linked: Linked, settings: Settings) -> Numbers:
    """Gather the rows of a linkage into persons.

    Returns:
        For each row the least row of its person.
    """
    bounds = {span.column: _days(linked.ready, span.column) for span in settings.spans}
    pairs = (linked.left, linked.right, linked.probability)
    return gather_pairs(pairs, linked.ready.rows, bounds, settings)


def gather_pairs(
    pairs: Pairs, rows: int, bounds: Mapping[str, Bounds], settings: Settings
) -> Numbers:
    """Gather whatever pairs tell of into persons.

    Args:
        pairs: The one of each pair, the other, and how probably they are one.
        rows: How many there are.
        bounds: For each column that a life binds the first and the last day of each,
            `FAR_DAYS` before and after all days where nothing is told.
        settings: What a life allows, and from which average on two groups are one.

    Returns:
        For each the least of its person.
    """
    left, right, probability = pairs
    held = probability >= _NEXT_TO_NOTHING
    spans, named = settings.spans, [span.column for span in settings.spans]
    told = [bounds[column] for column in named]
    shape = (len(spans), rows)
    found: Numbers = average_link(
        left[held],
        right[held],
        probability[held],
        rows,
        settings.join,
        np.array([first for first, _ in told], np.int64).reshape(shape),
        np.array([last for _, last in told], np.int64).reshape(shape),
        np.array([span.days for span in spans], np.int64),
        np.array([named.index(s.after) if s.after else -1 for s in spans], np.int64),
        np.array([span.once for span in spans], np.bool_),
    )
    return found


def _days(ready: Ready, column: str) -> Bounds:
    """Return first and last day of each row; without bounds where nothing is told."""
    codes, values = ready.codes[column], ready.values
    told = (codes >= 0) & (values.first[codes] != NO_DAY)
    first = np.where(told, values.first[codes], -FAR_DAYS)
    return first, np.where(told, values.last[codes], FAR_DAYS)
