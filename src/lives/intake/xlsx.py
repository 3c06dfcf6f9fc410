"""Workbooks of Excel, old and new, and of OpenDocument: every sheet is a list.

Cells are read as the program that saved the workbook computed them: of a formula its
last value, never its text.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from lives.intake.assemble import tables
from lives.intake.packed import members, refuse_bombs
from lives.intake.reader import Reader, readers
from lives.intake.sheets import Merged, Sheet
from lives.model.errors import DamagedFile
from lives.model.passage import TextAsRead

_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_WORD = "WordDocument".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_NO_VALUE = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_HEAD = 256  # bytes in which a file of OpenDocument tells what it is

Cell = int | float | str | bool | time | date | datetime | timedelta


def read_xlsx(data: bytes, name: str) -> TextAsRead:
    """Read a workbook, sheet by sheet, hidden ones too; empty sheets are left out.

    Raises:
        DamagedFile: It is not a workbook.
        TooMuch: It unpacks to far more than it is.
    """
    # Loaded here: a child process reads one file and should not load five libraries.
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
    )

    if not data.startswith(_OLE):
        refuse_bombs(data, name)
    found: list[Sheet] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            if sheet.start is None:
                continue
            cells = sheet.to_python(skip_empty_area=True)
            numbered = enumerate(cells, start=sheet.start[0] + 1)
            lines = tuple((at, tuple(map(as_written, line))) for at, line in numbered)
            found.append(Sheet(meta.name, lines, _merged(sheet)))
    except CalamineError as fault:
        raise DamagedFile(
            f"this is not a workbook that can be read ({fault})",
            where=name,
            remedy="open it in the program that made it and save it again",
        ) from fault
    return tables(found, reader=XLSX.version, notes=_unreckoned(data))


def _unreckoned(data: bytes) -> Iterator[str]:
    """Tell of formulas whose value no program has computed yet."""
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/")]
        count = sum(len(_NO_VALUE.findall(book.read(sheet))) for sheet in sheets)
    if count:
        yield (
            f"{count} cells hold a formula and no value, and are read as empty: open "
            "the workbook in the program that made it, save it, and add it again"
        )


def _merged(sheet: Any) -> tuple[Merged, ...]:  # noqa: ANN401  calamine has no types
    left = sheet.start[
        1
    ]  # the columns before hold nothing, and are not among the cells
    return tuple(
        Merged(top + 1, max(0, first - left), bottom + 1, last - left)
        for (top, first), (bottom, last) in sheet.merged_cell_ranges or ()
        if last >= left
    )


def as_written(value: Cell) -> str:
    """Return a cell's value as the sheet would show it in the plainest way.

    >>> as_written(1937.0), as_written(datetime(1937, 3, 12)), as_written(True)
    ('1937', '1937-03-12', 'TRUE')
    """
    match value:
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
        case _:
            return str(value)


def _knows(data: bytes) -> bool:
    if data.startswith(_OLE):  # so do old Word files
        return any(stream in data for stream in _STREAMS) and _WORD not in data
    names = members(data)
    workbook = bool(names & {"xl/workbook.xml", "xl/workbook.bin"})
    return workbook or ("content.xml" in names and _ODS in data[:_HEAD])


XLSX = readers.add("xlsx")(
    Reader(
        "xlsx/2", (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), read_xlsx, knows=_knows
    )
)
