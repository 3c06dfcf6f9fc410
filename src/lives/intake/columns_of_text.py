"""Tables in plain text: columns aligned by spaces, or between bars.

A typed table has no marks but its shape, and so has much that is no table: a letter
head, verse, a play, a table of contents. So several things are asked at once. All
lines but a title and a foot keep to the same columns, and none writes into the space
between two; there is one line of headings; and either dashes or bars draw the columns,
or there are three of them at least, five rows, and a column of figures. A row that
begins with an empty cell may go on with the one before. What leaves a doubt stays
text.

The text is not touched: a row is a line of it, and a cell the words in its column.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lives.model.passage import Block, BlockForm

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_RULE = re.compile(r"(?=.*[-=─═_]{2})[\s|¦│║+┼├┤┌┐└┘┬┴─═╬╠╣╦╩╔╗╚╝╪╫╞╡╟╢=_-]+")
_DASHES = re.compile(r"[-=─═_]{2,}")
_BARS = frozenset("|¦│║")
_BETWEEN = _BARS | {" "}  # what may stand between two cells
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"\S {2,}\S")
_AROUND = 5  # lines of a title, and of a foot
_GUTTER = 2  # spaces between two columns where nothing is drawn
_LEAST_DRAWN = 2  # columns where something is drawn
_LEAST = 3  # columns where nothing is
_ROWS = 5  # rows at least where nothing is drawn
_FIGURES = 0.8  # of the rows have a digit in a column of figures
_MOSTLY = 0.6  # of the first lines of a table have space between words
_SAMPLE = 50  # lines looked at before any trouble is taken
_WIDEST = 20  # code points of a cell with figures
_HEADING = 40  # code points of a heading
_END = 10**9  # the last column goes on to the end of its line
_Columns = Sequence[tuple[int, int]]  # first place in a line, and one past the last


@dataclass(frozen=True, slots=True)
class _Line:
    number: int  # as an editor shows it, from 1
    start: int  # in the text
    text: str  # without the space after it
    apart: bool  # an empty line, or one that is drawn, stands before it

    def cells(self, columns: _Columns) -> list[str]:
        return [self.text[a:b].strip() for a, b in columns]


def table_in(text: str) -> tuple[Block, ...]:
    """Return the blocks of the table that a text is; none where it may be none.

    >>> blocks = table_in("Name    Born\\n------  ----\\nAnna    1899\\nBoris   1901")
    >>> [block.form.value for block in blocks]
    ['header', 'row', 'row']
    >>> table_in("He was born in 1899.\\nHe died in 1937.")
    ()
    """
    lines, rules = _read(text)
    if any("\t" in line.text for line in lines[:_SAMPLE]):
        return ()
    for columns, first in (_barred(lines), _dashed(lines, rules)):
        last = _last(lines, first, columns) if columns else first
        if last > first:
            return _blocks(lines, columns, first, last)
    return _aligned(lines)


def _read(text: str) -> tuple[list[_Line], list[_Line]]:
    """Return the lines with words, and those that are drawn."""
    lines: list[_Line] = []
    rules: list[_Line] = []
    apart = True
    for number, match in enumerate(_LINE.finditer(text), start=1):
        words = match.group().rstrip()
        line = _Line(number, match.start(), words, apart)
        drawn = bool(_RULE.fullmatch(words))
        if words:
            (rules if drawn else lines).append(line)
        apart = drawn or not words
    return lines, rules


def _blocks(
    lines: Sequence[_Line], columns: _Columns, first: int, last: int
) -> tuple[Block, ...]:
    """Make blocks of all lines; those from the first to the last are the table."""
    found = []
    for at, line in enumerate(lines):
        indent = len(line.text) - len(line.text.lstrip())
        start, end = line.start + indent, line.start + len(line.text)
        if first <= at <= last:
            form = BlockForm.HEADER if at == first else BlockForm.ROW
            cells = tuple(_span(line, a, b) for a, b in columns)
            found.append(Block(start, end, form, row=line.number, cells=cells))
        else:
            found.append(Block(start, end))
    return tuple(found)


def _span(line: _Line, first: int, last: int) -> tuple[int, int]:
    """Return where the words of a cell stand; where they would, if there are none."""
    held = line.text[first:last]
    if not held.strip():
        place = line.start + min(len(line.text), max(first, _indent(line.text)))
        return place, place
    start = line.start + first + _indent(held)
    return start, start + len(held.strip())


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())


# --- columns that are drawn ---------------------------------------------------


def _barred(lines: Sequence[_Line]) -> tuple[_Columns, int]:
    """Return what lies between bars, and the first line that has them."""
    barred = [at for at, line in enumerate(lines) if _bars(line)]
    if not barred:
        return (), 0
    rows = [lines[at] for at in barred]
    bars = _bars(rows[0])
    if any(_bars(row) != bars for row in rows):
        return (), 0
    edges = [-1, *bars, max(len(row.text) for row in rows)]
    columns = [(a + 1, b) for a, b in pairwise(edges)]
    held = [c for c in columns if any(row.text[c[0] : c[1]].strip() for row in rows)]
    return (held, barred[0]) if len(held) >= _LEAST_DRAWN else ((), 0)


def _bars(line: _Line) -> list[int]:
    return [place for place, c in enumerate(line.text) if c in _BARS]


def _dashed(lines: Sequence[_Line], rules: Sequence[_Line]) -> tuple[_Columns, int]:
    """Return what lies under dashes, and the line of headings beside them."""
    drawn = [rule for rule in rules if len(_DASHES.findall(rule.text)) > 1]
    drawn = [rule for rule in drawn if not _bars(rule)]
    if not drawn:
        return (), 0
    columns = [match.span() for match in _DASHES.finditer(drawn[0].text)]
    if any([m.span() for m in _DASHES.finditer(r.text)] != columns for r in drawn):
        return (), 0
    columns[-1] = (columns[-1][0], _END)
    above = [at for at, line in enumerate(lines) if line.number < drawn[0].number]
    first = above[-1] if above else 0
    if above and lines[first].number != drawn[0].number - 1:
        first += 1  # the dashes stand above the headings
    return columns, first


def _last(lines: Sequence[_Line], first: int, columns: _Columns) -> int:
    """Return the last row of a table whose columns are drawn; the first if it is none.

    Headings in two lines leave a doubt, and so does a line among the rows that does
    not keep to the columns.
    """
    fitting = [_fits(line, columns) for line in lines[first:]]
    count = fitting.index(False) if False in fitting else len(fitting)
    last = first + count - 1
    foot = len(lines) - 1 - last
    sound = (
        last > first
        and first <= _AROUND
        and foot <= _AROUND
        and lines[first].apart
        and lines[first + 1].apart
        and (not foot or lines[last + 1].apart)
    )
    return last if sound else first


def _fits(line: _Line, columns: _Columns) -> bool:
    between = 0
    for start, end in columns:
        if not _BETWEEN.issuperset(line.text[between:start]):
            return False
        between = end
    rest = _BETWEEN.issuperset(line.text[between:])
    cells = line.cells(columns)
    return rest and bool(cells[0]) and any(cells[1:])


# --- columns that nothing draws -----------------------------------------------


def _aligned(lines: Sequence[_Line]) -> tuple[Block, ...]:
    sample = lines[:_SAMPLE]
    apart = sum(bool(_APART.search(line.text)) for line in sample)
    if len(lines) <= _ROWS or apart < _MOSTLY * len(sample):
        return ()
    masks = [_mask(line.text) for line in lines]
    ends = [len(lines) - n for n in range(_AROUND + 1) if _divides(lines, -n)]
    for first in (n for n in range(_AROUND + 1) if _divides(lines, n)):
        for end in ends:
            columns = _columns(masks[first:end])
            if _is_table(lines[first:end], columns):
                return _blocks(lines, columns, first, end - 1)
    return ()


def _divides(lines: Sequence[_Line], place: int) -> bool:
    """Tell whether a title may end, or a foot begin, at a line."""
    return place == 0 or (abs(place) < len(lines) and lines[place].apart)


def _mask(words: str) -> int:
    """Return a number with a bit for every place that is written on."""
    return int("".join("01"[c != " "] for c in reversed(words)), 2)


def _columns(masks: Sequence[int]) -> _Columns:
    """Return the places on which lines are written, divided where none of them is."""
    whole = 0
    for mask in masks:
        whole |= mask
    written = bin(whole)[:1:-1]  # from the left of the page to its right
    found = [m.span() for m in re.finditer(rf"1(?:0{{0,{_GUTTER - 1}}}1)*", written)]
    return [*found[:-1], (found[-1][0], _END)] if found else []


def _is_table(lines: Sequence[_Line], columns: _Columns) -> bool:
    if len(columns) < _LEAST or len(lines) <= _ROWS:
        return False
    head, *rows = [line.cells(columns) for line in lines]
    headings = all(
        cell and len(cell) <= _HEADING and not _DIGIT.search(cell) for cell in head
    )
    filled = all(cells[0] and any(cells[1:]) for cells in rows)
    return headings and filled and any(map(_figures, zip(*rows, strict=True)))


def _figures(column: Sequence[str]) -> bool:
    """Tell whether a column holds figures, from its first row on: years, numbers."""
    with_digit = [c for c in column if _DIGIT.search(c) and len(c) <= _WIDEST]
    return bool(_DIGIT.search(column[0])) and len(with_digit) >= _FIGURES * len(column)
