"""Tables of pages that are lists, told from tables that only lay out a page.

Half of the tables of the old web hold no list: they put a menu beside a text, or the
entries of a register below a house and a flat. A table is taken for a list where it
has headings (cells marked as such, or bold, or, in a long table of three columns and
more, short words without figures above rows that are all alike), and where none of
its cells holds a heading or another table. And a page is a list only if such tables
make up most of it; otherwise it is prose, and its tables are passages among others.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from lives.intake.assemble import tidy
from lives.intake.sheets import Merged, Sheet
from lives.intake.xml import elements, local

_SILENT = elements("html", "silent")
_HEADINGS = elements("html", "headings")
_INLINE = elements("html", "inline")
_CELLS = elements("html", "cells")
_BOLD = frozenset({"b", "strong"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\n+")
_MOSTLY = 0.6  # of the characters of a page that is a list stand in its tables
_ALIKE = 0.9  # of the rows have as many cells as the headings
_FEW = 2  # columns and rows that a list has at least
_MANY = (3, 5)  # columns and rows that one without marked headings has
_SHORT = 40  # code points of a heading that is not marked as one
_SPANS = 1_000  # columns or rows that a cell may span; HTML's own limit
_COVERED = 100_000  # cells hidden under others
_TITLE = 100  # code points of a paragraph that is the title of a table


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    element: "etree._Element"


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's cells by row and column, each in the first place that it covers."""

    rows: tuple[tuple[int, dict[int, _Cell]], ...]
    merged: tuple[Merged, ...]
    width: int


def lists_in(root: "etree._Element") -> dict["etree._Element", Sheet]:
    """Return the lists of a page by their tables; none where the page is prose."""
    numbers = {row: number for number, row in enumerate(root.iter("tr"), start=1)}
    found = {}
    held = 0
    for table in root.iter("table"):
        inner = table.iterdescendants("table", *_HEADINGS)
        if next(inner, None) is not None:
            continue
        grid = _grid(table, numbers)
        words = sum(_weight(c.text) for _, row in grid.rows for c in row.values())
        # Words outside of all cells would be lost: the table is damaged, and is prose.
        beside = _shown_in(table) - words - _weight(caption_of(table))
        if not beside and _is_list(grid, table):
            found[table] = _sheet(grid)
            held += words
    return found if held >= _MOSTLY * _shown_in(root) else {}


def caption_of(table: "etree._Element") -> str:
    """Return what a table is called; "" if it has no caption."""
    return "\n".join(text_of(caption) for caption in table.iter("caption"))


def _shown_in(element: "etree._Element") -> int:
    """Count the characters of an element that are shown."""
    silent = [e for e in element.iter(*_SILENT) if _outer(e)]
    hidden = sum(_weight("".join(map(str, e.itertext()))) for e in silent)
    return _weight("".join(map(str, element.itertext()))) - hidden


def _outer(element: "etree._Element") -> bool:
    return next(element.iterancestors(*_SILENT), None) is None


def _weight(words: str) -> int:
    return len("".join(words.split()))


def titles_in(root: "etree._Element") -> frozenset["etree._Element"]:
    """Return the paragraphs of a page that are titles of its tables, as a habit.

    Each stands alone and short between two tables; that once is no habit.
    """
    tables = root.iter("table")
    outer = [t for t in tables if next(t.iterancestors("table"), None) is None]
    found: set[etree._Element] = set()
    likely: set[etree._Element] = set()
    for table in outer:
        above = table.getprevious()
        if above is None or local(above.tag) not in {"p", "div", "center"}:
            continue
        before = above.getprevious()
        alone = before is None or local(before.tag) in _HEADINGS | {"table", "hr"}
        if 0 < len(text_of(above).strip()) <= _TITLE:
            (found if alone else likely).add(above)
    if len(found) < max(_FEW, _MOSTLY * len(outer)):
        return frozenset()
    classes = {title.get("class") for title in found}  # one may stand below a link
    alike = {p for p in likely if p.get("class") and p.get("class") in classes}
    return frozenset(found | alike)


def text_of(element: "etree._Element") -> str:
    """Return the words of an element, with a line break wherever one is shown."""
    if not len(element):  # most cells: there may be a million of them
        return tidy(_BLANKS.sub(" ", element.text or ""))
    words: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        tag = local(inner.tag).lower()
        if event == "start":
            if tag in _SILENT:
                walk.skip_subtree()
                continue
            if tag == "br" or (tag not in _INLINE and inner is not element):
                words.append("\n")
            words.append(_BLANKS.sub(" ", inner.text or ""))
        elif inner is not element:
            if tag != "br" and tag not in _INLINE | _SILENT:
                words.append("\n")
            words.append(_BLANKS.sub(" ", inner.tail or ""))
    return _BREAKS.sub("\n", tidy("".join(words)))


def _grid(table: "etree._Element", numbers: Mapping["etree._Element", int]) -> _Grid:
    rows: list[tuple[int, dict[int, _Cell]]] = []
    merged: list[Merged] = []
    covered: set[tuple[int, int]] = set()
    for row in table.iter("tr"):
        number = numbers[row]
        cells: dict[int, _Cell] = {}
        column = 0
        for cell in row.iterchildren(*_CELLS):
            while (number, column) in covered:
                column += 1
            cells[column] = _Cell(text_of(cell), cell)
            if len(covered) > _COVERED:
                return _Grid((), (), 0)  # no table that anybody wrote
            right = column + _span(cell, "colspan") - 1
            bottom = number + _span(cell, "rowspan") - 1
            if right > column or bottom > number:
                merged.append(Merged(number, column, bottom, right))
                covered |= {
                    (n, c)
                    for n in range(number + 1, bottom + 1)
                    for c in range(column, right + 1)
                }
            column = right + 1
        rows.append((number, cells))
    last = max((n for n, _ in rows), default=0)
    kept = tuple(Merged(m.top, m.left, min(m.bottom, last), m.right) for m in merged)
    width = max((max(cells, default=-1) + 1 for _, cells in rows), default=0)
    return _Grid(tuple(rows), kept, width)


def _span(cell: "etree._Element", name: str) -> int:
    told = (cell.get(name) or "").strip()
    return min(int(told), _SPANS) if told.isdecimal() and int(told) else 1


def _marked(cell: _Cell) -> bool:
    """Tell whether a cell is marked as a heading, or all bold."""
    held = cell.element
    if local(held.tag) == "th" or next(held.iterancestors("thead"), None) is not None:
        return True
    bold = "".join(text_of(inner) for inner in held.iter(*_BOLD))
    return bool(cell.text) and bold == cell.text


def _is_list(grid: _Grid, table: "etree._Element") -> bool:
    rows = [cells for _, cells in grid.rows if any(c.text for c in cells.values())]
    first = next((i for i, cells in enumerate(rows) if _filled(cells) > 1), None)
    if first is None or grid.width < _FEW:
        return False
    heads = [cell for cell in rows[first].values() if cell.text]
    body = rows[first + 1 :]
    if all(_marked(cell) for cell in heads):
        return len(body) >= _FEW
    columns, least = _MANY
    names = [cell.text for cell in heads]
    alike = sum(len(cells) == len(rows[first]) for cells in body)
    return (
        len(names) == len(rows[first]) >= columns
        and len(body) >= least
        and alike >= _ALIKE * len(body)
        and len(set(names)) == len(names)
        and all(len(n) <= _SHORT and not any(map(str.isdigit, n)) for n in names)
        and all(len(list(cell.iter("p", "div"))) <= 1 for cell in table.iter("td"))
    )


def _filled(cells: Mapping[int, _Cell]) -> int:
    return sum(bool(cell.text) for cell in cells.values())


def _sheet(grid: _Grid) -> Sheet:
    return Sheet(
        "",
        tuple(
            (n, tuple(_shown(cells, i) for i in range(grid.width)))
            for n, cells in grid.rows
        ),
        grid.merged,
    )


def _shown(cells: Mapping[int, _Cell], column: int) -> str:
    return cells[column].text.replace("\t", " ") if column in cells else ""
