"""Lists as CSV, whatever the separator: comma, semicolon, tab or bar."""

import csv
import io
from collections.abc import Iterator, Sequence

from lives.intake.assemble import tables
from lives.intake.encoding import decode
from lives.intake.reader import MAX_BLOCK, Reader, readers
from lives.intake.sheets import Sheet
from lives.model.errors import DamagedFile
from lives.model.passage import TextAsRead

Rows = list[tuple[int, tuple[str, ...]]]

_SEPARATORS = ",;\t|"
_STRETCH = 2**20  # code points
_TRIED = 30  # rows looked at to find the separator
_TITLES = 5  # lines of a title at most
_TABLE = 3  # rows and columns that a table below a title has at least
_NAMED = 5  # ragged rows named in the message; the rest are counted


def read_csv(data: bytes, name: str) -> TextAsRead:
    """Read a list; the header is row 1 or the first row that holds anything.

    Raises:
        DamagedFile: Some rows have more or fewer cells than the header, or a
            quotation mark is never closed.
        UnknownEncoding: The bytes cannot be decoded.
    """
    rows, notes = read_rows(data, name)
    return tables([Sheet("", tuple(rows))], reader=CSV.version, notes=notes)


def read_rows(data: bytes, name: str) -> tuple[Rows, Sequence[str]]:
    """Read the rows that hold anything with their numbers, from 1, and notes.

    Raises:
        DamagedFile: As `read_csv`.
        UnknownEncoding: As `read_csv`.
    """
    decoded = decode(data, name)
    separator = _separator(decoded.text)
    rows: Rows = []
    seen: dict[str, str] = {}  # a list says the same words again and again
    try:
        for number, cells in enumerate(_rows(decoded.text, separator), start=1):
            if any(cells):
                shared = tuple(seen.setdefault(cell, cell) for cell in cells)
                rows.append((number, shared))
    except csv.Error as fault:
        after = f"after row {rows[-1][0]}" if rows else "row 1"
        raise DamagedFile(
            f"this is not a well-formed list ({fault})",
            where=f"{name}, {after}",
            remedy="look for a quotation mark inside a cell that is not doubled or "
            "not closed",
        ) from fault
    _refuse_ragged(rows, separator, name)
    return rows, decoded.notes


def titles(rows: Rows) -> int:
    """Return how many rows stand above the header of a list."""
    return _titles([len(cells) for _, cells in rows])


def _rows(text: str, separator: str, *, strict: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_BLOCK)
    return csv.reader(_lines(text), delimiter=separator, strict=strict)


def _lines(text: str) -> Iterator[str]:
    """Yield lines with what ends them; only a stretch of a long list is copied."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STRETCH) + 1 or len(text)
        # newline="": a line break within a cell is the source's own and stays.
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _separator(text: str) -> str:
    """Return what separates the cells: it gives the first rows equally many."""

    def fit(separator: str) -> tuple[float, int]:
        widths: list[int] = []
        try:
            for cells in _rows(text, separator, strict=False):
                if cells:
                    widths.append(len(cells))
                if len(widths) == _TRIED:
                    break
            widths = widths[_titles(widths) :]
        except csv.Error:
            return (0, 0)
        if not widths or widths[0] == 1:
            return (0, 0)
        # Ties go to the header's count: a comma within cells is rarely in the header.
        return (widths.count(widths[0]) / len(widths), widths[0])

    return max(_SEPARATORS, key=fit)  # the comma where nothing separates


def _titles(widths: Sequence[int]) -> int:
    """Return how many rows of one cell stand above a table: a title of a few lines.

    All rows below have to be equally wide, so that a list of one column, with a comma
    in some of its cells, is none.
    """
    above = next((at for at, width in enumerate(widths) if width > 1), 0)
    below = widths[above:]
    table = len(below) >= _TABLE and min(below) == max(below) >= _TABLE
    return above if above <= _TITLES and table else 0


def _refuse_ragged(rows: Rows, separator: str, name: str) -> None:
    if not rows:
        return
    above = titles(rows)
    width = len(rows[above][1])
    ragged = [(n, len(cells)) for n, cells in rows[above:] if len(cells) != width]
    if ragged:
        shown = "; ".join(f"row {n} has {count}" for n, count in ragged[:_NAMED])
        more = f" and {len(ragged) - _NAMED} more" if len(ragged) > _NAMED else ""
        raise DamagedFile(
            f"{shown}{more}, where the header has {width} cells",
            where=f"{name}, row {ragged[0][0]}",
            remedy=f"look for a separator ({separator!r}) or a line break inside a "
            "cell without quotation marks",
        )


CSV = readers.add("csv")(Reader("csv/2", (".csv", ".tsv", ".tab"), read_csv))
