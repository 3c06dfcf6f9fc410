"""Workbooks: every sheet that holds anything is a list."""

import io
from datetime import date, datetime, time, timedelta

from lives.intake.assemble import Sheet, tables
from lives.intake.packed import members, refuse_bombs
from lives.intake.reader import Reader, readers
from lives.model.errors import DamagedFile
from lives.model.passage import TextAsRead

Cell = int | float | str | bool | time | date | datetime | timedelta


def read_xlsx(data: bytes, name: str) -> TextAsRead:
    """Read a workbook, sheet by sheet, hidden ones too.

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
            found.append(Sheet(meta.name, lines))
    except CalamineError as fault:
        raise DamagedFile(
            f"this is not a workbook that can be read ({fault})",
            where=name,
            remedy="open it in the program that made it and save it again",
        ) from fault
    return tables(found, reader=XLSX.version)


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
    names = members(data)
    return bool(names & {"xl/workbook.xml", "xl/workbook.bin"})


XLSX = readers.add("xlsx")(
    Reader("xlsx/1", (".xlsx", ".xlsm"), read_xlsx, knows=_knows)
)
