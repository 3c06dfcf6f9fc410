"""Put keys in order: compiled, by their digits, and gather what each row has."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.resolve.linkage.likeness import compiled

_DIGIT = 11  # bits sorted by at once: as many heaps as stay at hand


def ordered(keys: NDArray[np.uint64]) -> NDArray[np.int32]:
    """Return the positions of keys in ascending order; equal ones as they stood.

    >>> ordered(np.array([7, 2, 7, 1], np.uint64)).tolist()
    [3, 1, 0, 2]
    """
    found: NDArray[np.int32] = _radix(keys, _DIGIT)
    return found


@compiled
def _radix(keys: Any, digit: int) -> Any:
    count = len(keys)
    order, spare = np.arange(count).astype(np.int32), np.empty(count, np.int32)
    heaps = 1 << digit
    mask = np.uint64(heaps - 1)
    differ = np.uint64(0)
    for n in range(1, count):
        differ |= keys[n] ^ keys[0]
    for shift in range(0, 64, digit):
        if (differ >> np.uint64(shift)) & mask == 0:
            continue
        begins = np.zeros(heaps + 1, np.int64)
        for n in range(count):
            begins[np.int64((keys[n] >> np.uint64(shift)) & mask) + 1] += 1
        for one in range(heaps):
            begins[one + 1] += begins[one]
        for place in range(count):
            row = order[place]
            heap = np.int64((keys[row] >> np.uint64(shift)) & mask)
            spare[begins[heap]] = row
            begins[heap] += 1
        order, spare = spare, order
    return order


@compiled
def counted(rows: Any, rules: int, rule: int, starts: Any) -> None:
    """Count the keys that each row has under a rule, in the place after its own."""
    for n in range(len(rows)):
        starts[np.int64(rows[n]) * rules + rule + 1] += 1


@compiled
def placed(rows: Any, keys: Any, rules: int, rule: int, free: Any, held: Any) -> None:
    """Put the keys of a rule, given in order, where their rows' keys stand.

    Args:
        rows: The row of each key.
        keys: Ascending.
        rules: How many rules there are.
        rule: Which.
        free: For each row and rule where its next key goes.
        held: All keys.
    """
    for n in range(len(rows)):
        place = np.int64(rows[n]) * rules + rule
        held[free[place]] = keys[n]
        free[place] += 1
