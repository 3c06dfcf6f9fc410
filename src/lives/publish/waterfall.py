"""What was weighed about two mentions, drawn from the first weight to the sum.

Every weight is a bar that begins where the one before ended, so that the eye follows
how the sum comes about: what speaks for one person goes right, what speaks against goes
left and is hatched, what holds before anything is compared is only outlined. Words
stand over their bar, in rows as wide as they need, and the scale is marked in
probabilities. Only sizes and places are here, in pixels; a template makes a picture of
them.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.model.judgement import CHANCE, Judgement, Weight, probability
from lives.publish.drawing import width_of

SIZE = 13.0  # of the letters
_LINE, _BAR, _GAP, _PAD = 17.0, 12.0, 9.0, 10.0
_VALUE = 52.0  # room for "+12.5"
_HEAD = 34.0  # room for the words at the marked lines
_TICKS = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)
_SUREST = 1e-6  # no rule is surer than one in a million
_LEAST_BITS = 5.0  # on either side of even odds: no weight looks larger than it is
_TICK_APART = 44.0

# Where machines join: two to one, at which a merge is likelier right than wrong.
THRESHOLDS = ((0.0, "as likely as not"), (1.0, "joined from here"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One weight, or the sum.

    Attributes:
        sort: "for", "against", "chance" or "sum".
        lines: Its words, each with the line it stands on.
        value: Its bits, with a sign.
        x: Left end.
        width: Its width.
        y: Upper edge.
        start: Where it begins: the end of the bar before, but for the first and last.
        end: Where it ends, the point of the arrow.
    """

    sort: str
    lines: tuple[tuple[str, float], ...]
    value: str
    x: float
    width: float
    y: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A line over the picture, or a tick under it, with its words."""

    text: str
    x: float
    anchor: str
    y: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table that says the same without a picture."""

    what: str
    side: str
    bits: str


@dataclass(frozen=True, slots=True)
class Waterfall:
    """All of a picture, its size, and the table that says the same."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    top: float
    foot: float
    bar_height: float
    rows: tuple[Row, ...]


def waterfall(
    judgement: Judgement,
    width: float,
    thresholds: Sequence[tuple[float, str]] = THRESHOLDS,
) -> Waterfall | None:
    """Lay out what a machine weighed; None for what a person decided.

    Args:
        judgement: With its weights, or by a rule.
        width: Of the picture, in pixels; 300 at least.
        thresholds: Sums, in bits, that are marked, with words.
    """
    if not weighed(judgement):
        return None
    scale = _Scale(judgement, width)
    top = _PAD + _HEAD
    bars = tuple(_bars(judgement, scale, width, top))
    foot = bars[-1].y + _BAR + _GAP
    marks = tuple(_marks(thresholds, scale))
    ticks = tuple(_ticks(scale, foot + SIZE + 6))
    return Waterfall(
        width, foot + _LINE + 10, bars, marks, ticks, top, foot, _BAR,
        tuple(rows(judgement)),
    )  # fmt: skip


def weighed(judgement: Judgement) -> tuple[Weight, ...]:
    """Return what a machine weighed; a rule is worth what its probability says."""
    if judgement.weights or judgement.human:
        return judgement.weights
    sure = min(max(judgement.probability, _SUREST), 1 - _SUREST)
    bits = math.log2(sure / (1 - sure))
    return (Weight("rule", bits, f"by rule: {judgement.because}"),)


def rows(judgement: Judgement) -> Iterator[Row]:
    """Yield what was weighed as a table, the sum last."""
    for weight in weighed(judgement):
        side = "for" if weight.bits > 0 else "against"
        if weight.matter == CHANCE:
            side = "before"
        yield Row(weight.because, side, signed(weight.bits))
    total = sum(weight.bits for weight in weighed(judgement))
    yield Row(_sum(total), "together", signed(total))


def signed(bits: float) -> str:
    """Write bits with their sign.

    >>> signed(4), signed(-2.25)
    ('+4.0', '−2.2')
    """
    return f"{'+' if bits >= 0 else '−'}{abs(bits):.1f}"


def _sum(bits: float) -> str:
    return f"Together: a probability of {probability(bits):.3f}"


class _Scale:
    """Where bits lie from left to right."""

    def __init__(self, judgement: Judgement, width: float) -> None:
        ends = [0.0]
        for weight in weighed(judgement):
            ends.append(ends[-1] + weight.bits)
        self.least = min(*ends, -_LEAST_BITS) - 0.5
        self.most = max(*ends, _LEAST_BITS) + 0.5
        self._width = width - 2 * _PAD

    def x(self, bits: float) -> float:
        """Return where a sum lies."""
        share = (bits - self.least) / (self.most - self.least)
        return round(_PAD + share * self._width, 1)


def _bars(
    judgement: Judgement, scale: _Scale, width: float, top: float
) -> Iterator[Bar]:
    y, at = top, 0.0
    for weight in weighed(judgement):
        sort = "for" if weight.bits > 0 else "against"
        if weight.matter == CHANCE:
            sort = "chance"
        bar = _bar(sort, weight.because, weight.bits, at, scale, width, y)
        yield bar
        y, at = bar.y + _BAR + _GAP, at + weight.bits
    yield _bar("sum", _sum(at), at, 0.0, scale, width, y + 2)


def _bar(  # noqa: PLR0913, PLR0917  # what a bar is made of
    sort: str,
    words: str,
    bits: float,
    at: float,
    scale: _Scale,
    width: float,
    y: float,
) -> Bar:
    told = list(_broken(words, width - 2 * _PAD - _VALUE))
    lines = tuple((text, y + _LINE * n - 6) for n, text in enumerate(told, start=1))
    start, end = scale.x(at), scale.x(at + bits)
    return Bar(
        sort, lines, signed(bits), min(start, end), round(abs(end - start), 1),
        y + _LINE * len(told), start, end,
    )  # fmt: skip


def _broken(words: str, width: float) -> Iterator[str]:
    """Break words into lines that fit; a word that does not is cut."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, SIZE) > width:
            yield line
            longer = word
        while width_of(longer, SIZE) > width:
            fits = math.floor(len(longer) * width / width_of(longer, SIZE))
            yield longer[:fits]
            longer = longer[fits:]
        line = longer
    yield line


def _marks(thresholds: Sequence[tuple[float, str]], scale: _Scale) -> Iterator[Mark]:
    """Place the words of thresholds: what is left of the middle to the left."""
    for number, (bits, words) in enumerate(sorted(thresholds)):
        x = scale.x(bits)
        anchor = "end" if number == 0 and len(thresholds) > 1 else "start"
        wide = width_of(words, SIZE)
        if anchor == "end" and x - wide < 0:
            anchor = "start"
        line = _PAD + SIZE - 2 if number == 0 else _PAD + SIZE + _LINE - 4
        yield Mark(words, x, anchor, line)


def _ticks(scale: _Scale, y: float) -> Iterator[Mark]:
    """Place probabilities under the picture, as many as have room."""
    last = -_TICK_APART
    for share in _TICKS:
        bits = math.log2(share / (1 - share))
        if not scale.least <= bits <= scale.most:
            continue
        x = scale.x(bits)
        if x - last >= _TICK_APART:
            yield Mark(f"{share:g}", x, "middle", y)
            last = x
