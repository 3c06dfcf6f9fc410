"""Decisions as a table for spreadsheets: its columns, and cells that stay words.

A spreadsheet takes a cell that begins with "=" for a formula, and would run it. So such
a cell is written with an apostrophe before it, as one would type it, and read without.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lives.model.errors import BadDecisions

NEEDED = ("left", "right", "verdict", "why")
COLUMNS = (
    *NEEDED, "by", "at", "citing", "left_words", "left_source", "left_place",
    "right_words", "right_source", "right_place", "decision",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

Cells = Mapping[str, str]


def guarded(cell: str) -> str:
    """Write a cell so that no spreadsheet takes it for a formula.

    >>> guarded("=HYPERLINK(1)"), guarded("'so'"), guarded("father and son")
    ("'=HYPERLINK(1)", "''so'", 'father and son')
    """
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def plain(cell: str) -> str:
    """Read a cell that was guarded, or that somebody has typed.

    >>> [plain(guarded(c)) for c in ("=1", "'so'", "''", "so")]
    ['=1', "'so'", "''", 'so']
    >>> plain("'tis so")
    "'tis so"
    """
    if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")):
        return cell[1:]
    return cell


def write_cells(path: Path, rows: Iterable[Cells]) -> int:
    """Write a table with a byte order mark, by which spreadsheets know UTF-8."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
            count += 1
    return count


def read_cells(path: Path) -> Iterator[tuple[int, Cells]]:
    """Yield the rows of a table with the line each begins in; empty ones are left out.

    Raises:
        BadDecisions: It is not UTF-8, not CSV, or has not the columns it needs.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise bad(
            path, 1, "", "the table is not in UTF-8", "save it as “CSV UTF-8”"
        ) from fault
    # Spreadsheets of half of Europe put semicolons where others put commas.
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [plain(name).strip().casefold() for name in next(reader, [])]
        _refuse_columns(path, names)
        begins = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                if len(row) > len(names):
                    raise bad(
                        path, begins, "", "the row has more cells than the heading",
                        "put quotation marks around cells that hold the separator",
                    )  # fmt: skip
                yield begins, dict(zip(names, map(plain, row), strict=False))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise bad(
            path, reader.line_num, "", f"this is not CSV ({fault})",
            "save the table as CSV once more",
        ) from fault  # fmt: skip


def _refuse_columns(path: Path, names: list[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name not in COLUMNS]
    if missing:
        raise bad(
            path, 1, missing[0], f"there is no column {missing[0]!r}",
            "the first line names the columns; 'lives decisions export' writes them",
        )  # fmt: skip
    if strange or len(set(names)) < len(names):
        again = [name for name in names if names.count(name) > 1]
        name = (strange or again)[0]
        raise bad(
            path, 1, name, f"the column {name!r} is not known, or is there twice",
            f"the columns are {', '.join(COLUMNS)}; take out what is more",
        )  # fmt: skip


def bad(path: Path, line: int, column: str, what: str, remedy: str) -> BadDecisions:
    """Make the error of a cell."""
    where = f"{path}, line {line}" + (f", column {column}" if column else "")
    return BadDecisions(what, where=where, remedy=remedy)
