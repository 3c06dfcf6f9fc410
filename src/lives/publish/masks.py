"""What of a text is about people who are withheld, and is not shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from lives.model.ids import MentionId
from lives.model.mention import Mention
from lives.model.statement import Statement

Span = tuple[int, int]


class Masks:
    """The names of those withheld in one text, and what is said of nobody else."""

    def __init__(
        self,
        mentions: Iterable[Mention],
        statements: Iterable[Statement],
        withheld: Callable[[MentionId], bool],
    ) -> None:
        """Look at one text.

        Args:
            mentions: All in it.
            statements: All in it.
            withheld: Whether the person of a mention is.
        """
        named = sorted(
            (m.start, m.end, m.text) for m in mentions if m.name and withheld(m.id)
        )
        self._names = named
        hidden: list[Span] = []
        shown: list[Span] = []
        for told in statements:
            side = hidden if withheld(told.subject) else shown
            side.append((told.start, told.end))
        alone = _clear_of(hidden, sorted(shown))
        self._spans = _merged(sorted([(a, b) for a, b, _ in named] + alone))

    def within(self, start: int, end: int) -> list[Span]:
        """Return what is masked of a passage: spans in order, none touching another."""
        first = bisect_right(self._spans, (start,))
        if first and self._spans[first - 1][1] > start:
            first -= 1
        return self._spans[first : bisect_left(self._spans, (end,))]

    def names(self, start: int, end: int) -> set[str]:
        """Return the names of those withheld that stand in a passage."""
        first = bisect_left(self._names, (start,))
        last = bisect_left(self._names, (end,))
        return {name for _, _, name in self._names[first:last]}


def _clear_of(spans: Iterable[Span], others: list[Span]) -> list[Span]:
    """Keep the spans that overlap none of the others, which are sorted."""
    starts = [start for start, _ in others]
    reach = list(accumulate((end for _, end in others), max))
    kept = []
    for start, end in spans:
        before = bisect_left(starts, end)
        if not before or reach[before - 1] <= start:
            kept.append((start, end))
    return kept


def _merged(spans: list[Span]) -> list[Span]:
    """Join sorted spans that overlap or touch."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1] + 1:  # a space apart is no gap to read
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
