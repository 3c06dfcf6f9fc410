"""Bring rows together: the pairs of a rule, each pair once over all rules."""

from typing import Any

import numpy as np

from lives.resolve.linkage.likeness import compiled


@compiled
def pairs(
    rows: Any,
    runs: Any,
    keys: Any,
    since: int,
    rule: int,
    rules: int,
    start: Any,
    held: Any,
    between: Any,
    room: int,
) -> Any:
    """Return the pairs of some runs that no earlier rule or key brings together.

    Args:
        rows: The rows of a rule in the order of their keys.
        runs: Where each run of one key begins; one more for the end.
        keys: The key of each run.
        since: The first rule that counts as earlier.
        rule: Which rule.
        rules: How many rules there are.
        start: For each row and rule where its keys begin in `held`.
        held: The keys, ascending for each row and rule.
        between: Rows that share their number here are never brought together; may be
            empty.
        room: How many pairs there may be.
    """
    left, right = np.empty(room, np.int32), np.empty(room, np.int32)
    count = 0
    for run in range(len(runs) - 1):
        for x in range(runs[run], runs[run + 1]):
            for y in range(x + 1, runs[run + 1]):
                one, two = min(rows[x], rows[y]), max(rows[x], rows[y])
                if len(between) and between[one] == between[two]:
                    continue
                first_met, met = True, False
                for earlier in range(since, rule + 1):
                    i, i_end = (
                        start[one * rules + earlier],
                        start[one * rules + earlier + 1],
                    )
                    j, j_end = (
                        start[two * rules + earlier],
                        start[two * rules + earlier + 1],
                    )
                    while not met and i < i_end and j < j_end:
                        if held[i] == held[j]:
                            met = True
                            first_met = earlier == rule and held[i] == keys[run]
                        step = held[i] <= held[j]
                        j += held[j] <= held[i]
                        i += step
                    if met:
                        break
                if first_met:
                    left[count], right[count] = one, two
                    count += 1
    return left[:count], right[:count]
