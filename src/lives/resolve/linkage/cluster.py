"""Gather rows into persons by average link, as far as one life allows it.

Joining whatever a chain of probable pairs connects makes one person of thousands. Here
two groups become one only while the probability, averaged over all pairs between them,
stays high enough (average linkage; Sokal and Michener 1958): pairs that nothing brought
together count as not one person. The best founded are joined first.

What a life allows is asked of whole groups: one birth, one death and nothing after it
(`Span`), and never two rows that were told apart.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.agree import Ready
from lives.resolve.linkage.engine import Linked
from lives.resolve.linkage.likeness import compiled
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.values import NO_DAY

Numbers = NDArray[np.int32]

# Pairs less probable than this are as good as told apart.
_NEXT_TO_NOTHING = 0.01
_FAR_DAYS = 10**7


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
def _slot(keys: Any, a: Any, b: Any) -> Any:
    """Return the place of a pair of groups in a table of pairs, or of a free one."""
    pair = _paired(a, b)
    mask = len(keys) - 1
    mixed = np.uint64(pair) * np.uint64(0x9E3779B97F4A7C15)
    place = np.int64(mixed >> np.uint64(20)) & mask
    while keys[place] != -1 and keys[place] != pair:
        place = (place + 1) & mask
    return place


@compiled
def _greater(keys: Any, sums: Any) -> Any:
    """Return a table of pairs twice as large, without what was moved away."""
    more, told = np.full(2 * len(keys), -1, np.int64), np.zeros(2 * len(keys))
    used = 0
    for place in range(len(keys)):
        if keys[place] != -1 and sums[place] != 0:
            low, high = keys[place] >> 32, keys[place] & 0xFFFFFFFF
            new = _slot(more, low, high)
            more[new], told[new] = keys[place], sums[place]
            used += 1
    return more, told, used


@compiled
def _push(heap: Any, size: int, value: Any, one: Any, two: Any) -> int:
    """Put a pair of groups among those waiting, the strongest and earliest first."""
    at = size
    heap[at, 0], heap[at, 1], heap[at, 2] = -value, one, two
    while at:
        up = (at - 1) // 2
        if not _earlier(heap, at, up):
            break
        for k in range(3):
            heap[at, k], heap[up, k] = heap[up, k], heap[at, k]
        at = up
    return size + 1


@compiled
def _earlier(heap: Any, a: int, b: int) -> bool:
    for k in range(3):
        if heap[a, k] != heap[b, k]:
            return bool(heap[a, k] < heap[b, k])
    return False


@compiled
def _pop(heap: Any, size: int) -> int:
    """Take the first away; it is left behind the last."""
    size -= 1
    for k in range(3):
        heap[0, k], heap[size, k] = heap[size, k], heap[0, k]
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and _earlier(heap, child + 1, child):
            child += 1
        if not _earlier(heap, child, at):
            break
        for k in range(3):
            heap[at, k], heap[child, k] = heap[child, k], heap[at, k]
        at = child
    return size


@compiled
def _one_life(
    first: Any, last: Any, slack: Any, after: Any, one: Any, two: Any
) -> bool:
    """Tell whether what two groups tell can be one life."""
    for s in range(len(slack)):
        if (
            max(first[s, one], first[s, two]) - min(last[s, one], last[s, two])
            > slack[s]
        ):
            return False
        end = after[s]
        if end >= 0:
            begins = max(first[s, one], first[s, two])
            if begins - min(last[end, one], last[end, two]) > slack[s]:
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

    Returns:
        For each row the least row of its person.
    """
    leader = np.arange(rows)
    size = np.ones(rows, np.int64)
    table = 1024
    while table < 3 * len(left):
        table *= 2
    keys, sums = np.full(table, -1, np.int64), np.zeros(table, np.float64)
    head, tail = np.full(rows, -1, np.int64), np.full(rows, -1, np.int64)
    following = np.full(2 * len(left), -1, np.int64)
    heap = np.empty((4 * len(left) + 16, 3), np.float64)
    waiting, used = 0, len(left)
    for e in range(len(left)):
        a, b = left[e], right[e]
        place = _slot(keys, a, b)
        keys[place] = _paired(a, b)
        sums[place] = p[e] if p[e] >= 0 else -1e9
        for row, link in ((a, 2 * e), (b, 2 * e + 1)):
            if head[row] < 0:
                head[row] = link
            else:
                following[tail[row]] = link
            tail[row] = link
        if p[e] >= least:
            waiting = _push(heap, waiting, p[e], a, b)
    while waiting:
        if 10 * used > 6 * len(keys):
            keys, sums, used = _greater(keys, sums)
        waiting = _pop(heap, waiting)
        value = -heap[waiting, 0]
        a, b = np.int64(heap[waiting, 1]), np.int64(heap[waiting, 2])
        if leader[a] != a or leader[b] != b:
            continue
        place = _slot(keys, a, b)
        now = sums[place] / (size[a] * size[b])
        if now < value - 1e-12:
            if now >= least:
                waiting = _push(heap, waiting, now, a, b)
            continue
        if not _one_life(first, last, slack, after, a, b):
            sums[place] = -1e9
            continue
        # The smaller group's links move to the greater one.
        if size[a] < size[b] or (size[a] == size[b] and b < a):
            a, b = b, a
        leader[b] = a
        link = head[b]
        while link >= 0:
            e = link // 2
            far = _root(leader, right[e] if link % 2 == 0 else left[e])
            if far != a:
                old = _slot(keys, b, far)
                if keys[old] != -1 and sums[old] != 0:
                    new = _slot(keys, a, far)
                    if keys[new] == -1:
                        keys[new] = _paired(a, far)
                        used += 1
                    sums[new] += sums[old]
                    sums[old] = 0
                    if 10 * used > 8 * len(keys):
                        keys, sums, used = _greater(keys, sums)
            link = following[link]
        link = head[b]
        total = size[a] + size[b]
        while link >= 0:
            e = link // 2
            far = _root(leader, right[e] if link % 2 == 0 else left[e])
            if far != a:
                now = sums[_slot(keys, a, far)] / (total * size[far])
                if waiting == len(heap):
                    heap = np.concatenate((heap, np.empty_like(heap)))
                if now >= least:
                    waiting = _push(heap, waiting, now, min(a, far), max(a, far))
            link = following[link]
        if head[b] >= 0:
            if head[a] >= 0:
                following[tail[a]] = head[b]
            else:
                head[a] = head[b]
            tail[a] = tail[b]
        size[a] = total
        for s in range(len(slack)):
            first[s, a] = max(first[s, a], first[s, b])
            last[s, a] = min(last[s, a], last[s, b])
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
    probability = linked.probability
    held = probability >= _NEXT_TO_NOTHING
    spans = [_span(linked.ready, span.column) for span in settings.spans]
    named = [span.column for span in settings.spans]
    shape = (len(spans), linked.ready.rows)
    found: Numbers = average_link(
        linked.left[held],
        linked.right[held],
        probability[held],
        linked.ready.rows,
        settings.join,
        np.array([first for first, _ in spans], np.int64).reshape(shape),
        np.array([last for _, last in spans], np.int64).reshape(shape),
        np.array([span.days for span in settings.spans], np.int64),
        np.array(
            [named.index(s.after) if s.after else -1 for s in settings.spans], np.int64
        ),
    )
    return found


def _span(ready: Ready, column: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return first and last day of each row; without bounds where nothing is told."""
    codes, values = ready.codes[column], ready.values
    told = (codes >= 0) & (values.first[codes] != NO_DAY)
    first = np.where(told, values.first[codes], -_FAR_DAYS)
    return first, np.where(told, values.last[codes], _FAR_DAYS)
