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
_CHANCE = "two persons of documents are seldom one"


def weights_of(
    linked: Linked, table: Table, left: NDArray[np.int32], right: NDArray[np.int32]
) -> list[tuple[Weight, ...]]:
    """Return what was weighed of some pairs of rows, `CHANCE` first.

    What a level without words is worth is part of the chance.

    Args:
        linked: By what rows are weighed.
        table: The rows.
        left: The one row of each pair.
        right: The other.
    """
    chance = np.full(len(left), linked.prior)
    found: list[list[Weight]] = [[] for _ in left]
    worth = level_bits(linked.ready, linked.model)
    comparisons = linked.ready.settings.comparisons
    for comparison, told in zip(comparisons, worth, strict=True):
        level, info = degrees(linked.ready, comparison, left, right)
        bits = told[level] + info
        column = table.columns[comparison.column]
        dates = linked.ready.settings.columns[comparison.column] == "date"
        words = _words(comparison, column, level, (left, right), dates=dates)
        for n, because in enumerate(words):
            if because:
                weight = round(float(bits[n]), _DIGITS)
                found[n].append(Weight(comparison.about, weight, because))
            else:
                chance[n] += bits[n]
    return [
        (Weight(CHANCE, round(before, _DIGITS), _CHANCE), *several)
        for before, several in zip(chance.tolist(), found, strict=True)
    ]


def _words(
    comparison: Comparison,
    column: Column,
    level: NDArray[np.int8],
    pairs: tuple[NDArray[np.int32], NDArray[np.int32]],
    *,
    dates: bool,
) -> Iterator[str]:
    """Yield the words for each pair; "" where nothing is told.

    Several dates stand with spaces between them in a row, and with commas in words.
    """
    told = [told.because for told in comparison.levels]
    left, right = (rows.tolist() for rows in pairs)
    for number, *rows in zip(level.tolist(), left, right, strict=True):
        if number < 0:
            yield ""
            continue
        values = (column.values[column.codes[row]] for row in rows)
        one, two = (v.replace(" ", ", ") if dates else v for v in values)
        yield told[number].format(one=one, two=two)
