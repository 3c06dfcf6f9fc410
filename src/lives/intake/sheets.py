"""Tables as readers find them: what stands above the headings, which rows these are.

Printed tables have more than headings and rows: a title above, headings in two lines
under a merged one, the headings again on every page, cells that span several rows.
All of it is kept in the text as read; what is no row of the list is told in a note.
Where a table leaves a doubt, its first row holds the headings, as in any list; a
recipe may say otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from lives.model.passage import BlockForm

_ABOVE = 10  # rows looked at to find the headings
_FULL = 0.6  # of the columns have a heading ...
_SPARSE = 0.4  # ... and fewer than these are filled in a row of a title
_NARROW = 2  # columns: too few to tell a title by how little of them it fills
_DEPTH = 3  # lines that headings have at most
_TOLD = 5  # rows or names told in a note; the rest are counted
_SHOWN = 60  # code points of a title told in a note
_FIGURES = re.compile(r"[\d\s.,:;/№-]*\d[\d\s.,:;/№-]*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged into one; all four lie within.

    Attributes:
        top: First row, as a spreadsheet numbers it, from 1.
        left: First column, from 0.
        bottom: Last row.
        right: Last column.
    """

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a reader finds it.

    Attributes:
        name: Of the sheet; "" where there is only one.
        rows: Row number as a spreadsheet shows it, from 1, and the cells.
        merged: Cells that are merged; what they hold stands in their first.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A row, and what it is in its table.

    Attributes:
        number: As a spreadsheet shows it, from 1.
        cells: As many in each row; of the headings, joined over their lines.
        form: The headings, a row, or what is neither.
    """

    number: int
    cells: tuple[str, ...]
    form: BlockForm


def laid_out(sheet: Sheet) -> tuple[list[Laid], list[str]]:
    """Tell what each row of a table is; empty ones are left out.

    Returns:
        The rows, and notes on all that is read otherwise than cell by cell.

    >>> head = ((1, ("Name", "Birth", "")), (2, ("", "year", "place")))
    >>> body = ((3, ("Anna Petrova", "1899", "Tver")),)
    >>> merged = (Merged(1, 0, 2, 0), Merged(1, 1, 1, 2))
    >>> rows, _ = laid_out(Sheet("", head + body, merged))
    >>> [(row.form.value, row.cells[1:]) for row in rows]
    [('heading', ('Birth', '')), ('header', ('Birth: year', 'Birth: place')), \
('row', ('1899', 'Tver'))]
    """
    rows, used = _padded(sheet.rows)
    if not rows:
        return [], []
    first = _first_heading(rows, used, sheet.merged)
    heads = rows[first : _last_heading(rows, first, used, sheet.merged) + 1]
    body, repeats = _filled_down(rows[first + len(heads) :], sheet.merged)
    known = {cells for _, cells in heads if _count(cells) > 1}
    again = [n for n, cells in body if cells in known]
    found = [(n, cells, BlockForm.HEADING) for n, cells in rows[:first] + heads[:-1]]
    names = _names(heads, sheet.merged)
    found.append((heads[-1][0], names, BlockForm.HEADER))
    forms = {True: BlockForm.HEADING, False: BlockForm.ROW}
    found += [(n, cells, forms[cells in known]) for n, cells in body]
    notes = _notes(rows[:first], heads, [names[i] for i in used], again, repeats)
    kept = itemgetter(*used) if len(used) > 1 else lambda cells: (cells[used[0]],)
    return (
        [Laid(n, kept(cells), form) for n, cells, form in found],
        [f"{sheet.name}: {note}" if sheet.name else note for note in notes],
    )


_Row = tuple[int, tuple[str, ...]]


def _padded(rows: Iterable[_Row]) -> tuple[list[_Row], list[int]]:
    """Return the rows that hold anything, all equally wide, and the columns that do."""
    filled = [(n, cells) for n, cells in rows if any(map(str.strip, cells))]
    width = max((len(cells) for _, cells in filled), default=0)
    even = [(n, cells + ("",) * (width - len(cells))) for n, cells in filled]
    used = [i for i in range(width) if any(cells[i].strip() for _, cells in even)]
    return even, used


def _first_heading(
    rows: Sequence[_Row], used: Sequence[int], merged: Sequence[Merged]
) -> int:
    """Return the place of the row that holds the headings: the first, or below a title.

    Rows of a title hold next to nothing, and the headings below them fill most of the
    columns and are no figures. A list of two columns may have a heading that is empty:
    there a title is known by being merged over both.
    """
    for place, (number, cells) in enumerate(rows[:_ABOVE]):
        shown = _spread(number, cells, merged)
        if _is_title(number, cells, used, merged):
            continue
        headings = [shown[i].strip() for i in used if shown[i].strip()]
        enough = len(headings) >= _FULL * len(used)
        return place if enough and not any(map(_FIGURES.fullmatch, headings)) else 0
    return 0


def _is_title(
    number: int, cells: Sequence[str], used: Sequence[int], merged: Sequence[Merged]
) -> bool:
    wide = any(
        m.top == number and m.left <= used[0] and m.right >= used[-1] for m in merged
    )
    if len(used) <= _NARROW:
        return wide and len(used) > 1
    return wide or _count(cells) == 1 or _count(cells) < _SPARSE * len(used)


def _last_heading(
    rows: Sequence[_Row], first: int, used: Sequence[int], merged: Sequence[Merged]
) -> int:
    """Return the place of the last line of the headings: below what is merged."""
    last = first
    while last - first < _DEPTH - 1 and last + 1 < len(rows):
        number = rows[last][0]
        wide = [m for m in merged if m.top == number and m.right > m.left]
        under = {i for m in wide for i in range(m.left, m.right + 1)} & set(used)
        beneath = _spread(*rows[last + 1], merged)
        # Names of persons may stand under one merged heading: those are told by the
        # columns beside it, which a second line of headings leaves empty.
        second = (
            bool(under)
            and all(bool(beneath[i].strip()) is (i in under) for i in used)
            and not any(map(_DIGIT.search, beneath))
        )
        if not second:
            break
        last += 1
    return last


def _names(heads: Sequence[_Row], merged: Sequence[Merged]) -> tuple[str, ...]:
    """Join the lines of the headings, each under what is merged above it."""
    lines = [_spread(number, cells, merged) for number, cells in heads]
    if len(lines) == 1:
        return heads[0][1]
    names = []
    for parts in zip(*lines, strict=True):
        said = [" ".join(part.split()) for part in parts if part.strip()]
        names.append(": ".join(dict.fromkeys(said)))
    return tuple(names)


def _spread(
    number: int, cells: tuple[str, ...], merged: Iterable[Merged]
) -> tuple[str, ...]:
    """Write what a merged cell holds into all columns that it covers."""
    shown = list(cells)
    for one in merged:
        if one.top == number and one.left < len(cells):
            width = min(one.right, len(cells) - 1) - one.left + 1
            shown[one.left : one.left + width] = [cells[one.left]] * width
    return tuple(shown)


def _filled_down(
    rows: Sequence[_Row], merged: Iterable[Merged]
) -> tuple[list[_Row], int]:
    """Write what a cell over several rows holds into each of them; count how often."""
    high = [one for one in merged if one.bottom > one.top]
    if not high:
        return list(rows), 0
    found = [(number, list(cells)) for number, cells in rows]
    places = {number: place for place, (number, _) in enumerate(found)}
    repeats = 0
    for one in high:
        first = places.get(one.top)
        if first is None or one.left >= len(found[first][1]):
            continue
        value = found[first][1][one.left]
        for number in range(one.top + 1, one.bottom + 1):
            if number in places and value.strip():
                found[places[number]][1][one.left] = value
        repeats += bool(value.strip())
    return [(number, tuple(cells)) for number, cells in found], repeats


def _notes(
    above: Sequence[_Row],
    heads: Sequence[_Row],
    names: Sequence[str],
    again: Sequence[int],
    repeats: int,
) -> Iterator[str]:
    for number, cells in above:
        words = " ".join(" ".join(cells).split())
        shown = words[:_SHOWN]
        yield f"row {number} stands above the headings and is no entry: {shown!r}"
    if len(heads) > 1:
        joined = [name for name in names if ": " in name]
        yield (
            f"{_told([n for n, _ in heads])} are read as one line of headings: "
            f"{', '.join(map(repr, joined[:_TOLD]))}"
            f"{' ...' if len(joined) > _TOLD else ''}"
        )
    if repeats:
        cells_ = "a cell that spans" if repeats == 1 else f"{repeats} cells that span"
        yield f"{cells_} several rows: read in each of them"
    if again:
        yield f"the headings stand again in {_told(again)}"


def _told(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_TOLD]))
    more = f" and {len(numbers) - _TOLD} more" if len(numbers) > _TOLD else ""
    return f"row{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _count(cells: Iterable[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
