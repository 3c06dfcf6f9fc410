"""A text as it is shown: paragraphs and rows, with the passages used in them.

Of a text that may be shown in full, the units are its blocks; of one that may only be
quoted, the passages themselves. What may be shown at all, the gate says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, pairwise
from operator import attrgetter

from lives.model.extracted import Remark
from lives.model.ids import CaptureId
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.statement import Statement
from lives.publish.gate import IN_FULL, MASK, Gate

Used = Statement | Remark  # what a passage yields: each has an id, a start and an end
Remarks = Mapping[CaptureId, Sequence[Remark]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text shown together.

    Attributes:
        start: First code point.
        end: One past the last.
        form: What it is in its document.
        used: Statements and remarks whose words begin in it, by place.
        page: Page number, where there are pages.
        row: Row number, in tables.
        hidden: It is about somebody who is withheld, and its words are not shown.
    """

    start: int
    end: int
    form: BlockForm
    used: tuple[Used, ...]
    page: int | None = None
    row: int | None = None
    hidden: bool = False

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements among what it is used for."""
        return tuple(used for used in self.used if isinstance(used, Statement))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return what is no statement among what it is used for."""
        return tuple(used for used in self.used if not isinstance(used, Statement))

    @property
    def locator(self) -> str:
        """Return where it is, as a citation says it; "" where nothing tells."""
        if self.row is not None:
            return f"row {self.row}"
        return f"page {self.page}" if self.page is not None else ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words, all in the same passages.

    Attributes:
        text: The words, as the gate lets them through.
        begins: Identifiers of what has words that begin here.
        used: Identifiers of all whose words it is part of.
    """

    text: str
    begins: tuple[str, ...]
    used: tuple[str, ...]


def remarks(gate: Gate) -> Remarks:
    """Gather what texts yield beside statements by capture, in order of place.

    Of dated events, those that disagree: that an event is dated is no reason to quote.
    """
    disputed = {key for conflict in gate.conflicts() for key in conflict.events}
    events = (event for event in gate.events() if event.id in disputed)
    found: dict[CaptureId, list[Remark]] = {}
    for remark in chain[Remark](gate.claims(), gate.citations(), events):
        found.setdefault(remark.capture, []).append(remark)
    return {capture: sorted(held, key=_place) for capture, held in found.items()}


_place = attrgetter("start", "end", "id")


def units(
    gate: Gate, capture: CaptureId, read: TextAsRead, beside: Sequence[Remark] = ()
) -> Iterator[Unit]:
    """Yield what is shown of a capture, in order.

    Args:
        gate: What may be shown.
        capture: Which.
        read: Its text as read.
        beside: What it yields beside statements, in order of place.
    """
    said: Iterator[Used] = merge(gate.statements(capture), beside, key=_place)
    if gate.rights(capture) in IN_FULL:
        yield from _blocks(gate, capture, read, said)
    else:
        blocks = read.blocks or (Block(0, len(read.text)),)
        yield from _passages(blocks, _cut(gate, capture, read.text, said))


def _blocks(
    gate: Gate, capture: CaptureId, read: TextAsRead, said: Iterator[Used]
) -> Iterator[Unit]:
    # The units tile the text, so that words between two blocks are not lost: they
    # stand before the block they lead to, as the mark of a heading does.
    blocks = read.blocks or (Block(0, len(read.text)),)
    told = next(said, None)
    start = 0
    for number, block in enumerate(blocks, start=1):
        end = len(read.text) if number == len(blocks) else block.end
        within: list[Used] = []
        while told is not None and told.start < end:
            within.append(told)
            told = next(said, None)
        # A row of a list is about one person, in columns nobody has read too.
        hidden = (
            block.row is not None
            and not any(isinstance(used, Statement) for used in within)
            and gate.hides(capture, start, end)
        )
        yield Unit(
            start, end, block.form, tuple(within), block.page, block.row, hidden=hidden
        )
        start = end


def _cut(
    gate: Gate, capture: CaptureId, text: str, said: Iterable[Used]
) -> Iterator[tuple[Used, int]]:
    for told in said:
        yield told, gate.words(capture, text, told.start, told.end).end


def _passages(
    blocks: Iterable[Block], said: Iterable[tuple[Used, int]]
) -> Iterator[Unit]:
    remaining = iter(blocks)
    block = next(remaining)
    within: list[Used] = []
    start = end = -1
    for told, until in said:
        if told.start >= end and within:
            yield Unit(start, end, block.form, tuple(within), block.page, block.row)
            within = []
        if not within:
            start = end = told.start
            while block.end <= start:
                block = next(remaining, Block(start, until))
        within.append(told)
        end = max(end, until)
    if within:
        yield Unit(start, end, block.form, tuple(within), block.page, block.row)


def runs(gate: Gate, capture: CaptureId, text: str, unit: Unit) -> Iterator[Run]:
    """Cut a unit at the borders of its passages.

    Args:
        gate: What may be shown.
        capture: Where the unit stands.
        text: The text as read.
        unit: A unit of it.
    """
    if unit.hidden:
        yield Run(MASK, (), ())
        return
    spans = [(s.id, min(s.start, unit.end), min(s.end, unit.end)) for s in unit.used]
    borders = {unit.start, unit.end}
    borders.update(border for _, start, end in spans for border in (start, end))
    shown: set[str] = set()
    for start, end in pairwise(sorted(borders)):
        used = tuple(key for key, a, b in spans if a <= start and end <= b)
        begins = tuple(key for key in used if key not in shown)
        shown.update(begins)
        words = gate.words(capture, text[start:end], start, end).text
        yield Run(words, begins, used)
