"""What was weighed of pairs of rows, in bits and in words."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lives.model.judgement import CHANCE, Weight
from lives.resolve.linkage.agree import degrees
from lives.resolve.linkage.engine import Linked, level_bits
from lives.resolve.linkage.settings import Comparison
from lives.resolve.linkage.table import Column, Table

_DIGITS = 2


def weights_of(
    linked: Linked, table: Table, left: NDArray[np.int32], right: NDArray[np.int32]
) -> list[tuple[Weight, ...]]:
    """Return what was weighed of some pairs of rows, `CHANCE` first.

    Args:
        linked: By what rows are weighed.
        table: The rows.
        left: The one row of each pair.
        right: The other.
    """
    chance = Weight(
        CHANCE, round(linked.prior, _DIGITS), "two persons of documents are seldom one"
    )
    found = [[chance] for _ in left]
    worth = level_bits(linked.ready, linked.model)
    comparisons = linked.ready.settings.comparisons
    for comparison, told in zip(comparisons, worth, strict=True):
        level, info = degrees(linked.ready, comparison, left, right)
        bits = told[level] + info
        column = table.columns[comparison.column]
        words = _words(comparison, column, level, left, right)
        for several, n, because in zip(found, bits.tolist(), words, strict=True):
            if because:
                several.append(Weight(comparison.about, round(n, _DIGITS), because))
    return [tuple(several) for several in found]


def _words(
    comparison: Comparison,
    column: Column,
    level: NDArray[np.int8],
    left: NDArray[np.int32],
    right: NDArray[np.int32],
) -> Iterator[str]:
    """Yield the words for each pair; "" where one of the two tells nothing."""
    told = [told.because for told in comparison.levels]
    for number, one, two in zip(level.tolist(), left, right, strict=True):
        if number < 0:
            yield ""
            continue
        yield told[number].format(one=_value(column, one), two=_value(column, two))


def _value(column: Column, row: np.int32) -> str:
    return column.values[int(column.codes[row])]
