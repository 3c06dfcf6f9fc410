"""Lists written in every format that is read, with nothing but the standard library.

What is measured by breaking files has to know every byte of them; so they are written
here, the same bytes for the same list.
"""

import csv
import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from typing import Final

Row = Sequence[str]
_OLD = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP file knows
_SECTOR = 512
_SMALL = 4096  # bytes: shorter streams would need a second table of sectors
_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def as_csv(rows: Sequence[Row], encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Write comma-separated values, or others."""
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=separator, lineterminator="\n").writerows(rows)
    return held.getvalue().encode(encoding, "replace")


def as_html(rows: Sequence[Row], encoding: str = "utf-8", declared: str = "") -> bytes:
    """Write a page with one table."""
    head, *body = [[escape(cell) for cell in row] for row in rows]
    lines = [f"<tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>"]
    lines += [f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in body]
    table = "\n".join(lines)
    page = (
        f'<html><head><meta charset="{declared or encoding}"></head><body>'
        f"<table>\n{table}\n</table></body></html>\n"
    )
    return page.encode(encoding, "replace")


def as_columns(rows: Sequence[Row], encoding: str = "utf-8") -> bytes:
    """Write columns aligned by spaces under a line of dashes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *body = [_aligned(row, widths) for row in rows]
    dashes = _aligned(["-" * width for width in widths], widths)
    return "\n".join([head, dashes, *body, ""]).encode(encoding, "replace")


def _aligned(row: Row, widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip()


def as_dbf(
    rows: Sequence[Row],
    encoding: str = "cp866",
    page: int = 0x65,
    deleted: frozenset[int] = frozenset(),
) -> bytes:
    """Write a table of dBase III.

    Args:
        rows: The header and the records.
        encoding: Of the text.
        page: The byte that tells it; 0 where it is not told.
        deleted: Records, from 1, that are marked as deleted.
    """
    head, *body = [[cell.encode(encoding, "replace") for cell in row] for row in rows]
    columns = zip(*body, strict=True) if body else [()] * len(head)
    widths = [min(254, max([1, *map(len, column)])) for column in columns]
    first, length = 32 * (len(head) + 1) + 1, 1 + sum(widths)
    held = [struct.pack("<4BIHH17xB2x", 3, 99, 1, 1, len(body), first, length, page)]
    held += [
        struct.pack("<11sc4xB15x", name[:10], b"C", width)
        for name, width in zip(head, widths, strict=True)
    ]
    held.append(b"\r")
    for number, row in enumerate(body, start=1):
        held.append(b"*" if number in deleted else b" ")
        held += [cell[:w].ljust(w) for cell, w in zip(row, widths, strict=True)]
    return b"".join([*held, b"\x1a"])


# --- workbooks ----------------------------------------------------------------


def as_xlsx(rows: Sequence[Row], merged: Sequence[str] = ()) -> bytes:
    """Write a workbook; a cell that begins with "=" is a formula without a value."""

    def cell(words: str) -> str:
        if words.startswith("="):
            return f"<c><f>{escape(words[1:])}</f></c>"
        kept = escape(words)
        return f'<c t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'

    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    covers = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    covers = f"<mergeCells>{covers}</mergeCells>" if covers else ""
    sheet = f"<sheetData>{lines}</sheetData>{covers}"
    main = f"{_TYPE}.sheet.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": _relation(f"{_KIND}/officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_KIND}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation(
            f"{_KIND}/worksheet", "worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{sheet}</worksheet>',
    }
    return _zipped(parts)


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{kind}" Target="{target}"/></Relationships>'
    )


def as_ods(rows: Sequence[Row]) -> bytes:
    """Write a spreadsheet of OpenDocument."""

    def cell(words: str) -> str:
        return (
            f'<table:table-cell office:value-type="string"><text:p>{escape(words)}'
            "</text:p></table:table-cell>"
        )

    lines = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
    )
    media = "application/vnd.oasis.opendocument.spreadsheet"
    names = " ".join(
        f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="List">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": media, "content.xml": content}
    return _zipped({**parts, "META-INF/manifest.xml": manifest})


def _zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _OLD)
            packed.writestr(
                info,
                content,
                zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED,
            )
    return held.getvalue()


def as_xls(rows: Sequence[Row]) -> bytes:
    """Write a workbook as Excel did from 1997 to 2003."""

    def record(kind: int, held: bytes) -> bytes:
        return struct.pack("<HH", kind, len(held)) + held

    def begin(what: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, what, 0, 1997, 0, 6))

    end = record(0x0A, b"")
    cells = [
        record(
            0x204,
            struct.pack("<HHHHB", y, x, 0, len(cell), 1) + cell.encode("utf-16-le"),
        )
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
        if cell
    ]
    sheet = b"".join([begin(0x10), *cells, end])
    called = struct.pack("<BBBB", 0, 0, 4, 0) + b"List"
    place = len(begin(5)) + len(record(0x85, struct.pack("<I", 0) + called)) + len(end)
    book = begin(5) + record(0x85, struct.pack("<I", place) + called) + end + sheet
    return _compound("Workbook", book)


def _compound(name: str, stream: bytes) -> bytes:
    """Pack a stream as Office did before it used ZIP: sectors, chained by a table."""
    stream = stream.ljust(_SMALL, b"\0")
    count = -(-len(stream) // _SECTOR)
    tables = 1
    while (count + 1 + tables) * 4 > tables * _SECTOR:
        tables += 1
    chain = [*range(1, count), _LAST, _LAST, *[_TABLE] * tables]
    chain += [_FREE] * (tables * _SECTOR // 4 - len(chain))
    held_by = list(range(count + 1, count + 1 + tables))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables,
        count,
        0,
        _SMALL,
        _LAST,
        0,
        _LAST,
        0,
    )
    difat = struct.pack("<109I", *held_by, *[_FREE] * (109 - tables))
    entries = _entry("Root Entry", 5, _LAST, 0, 1) + _entry(name, 2, 0, len(stream))
    directory = entries + _entry("", 0, 0, 0) * 2
    body = stream.ljust(count * _SECTOR, b"\0") + directory
    return head + difat + body + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, sort: int, start: int, size: int, child: int = _FREE) -> bytes:
    words = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ",
        words,
        len(words) + 2 if name else 0,
        sort,
        1,
        _FREE,
        _FREE,
        child,
        start,
        size,
    )


WRITERS: Final[dict[str, Callable[[Sequence[Row]], bytes]]] = {
    ".csv": as_csv,
    ".htm": as_html,
    ".txt": as_columns,
    ".dbf": as_dbf,
    ".xlsx": as_xlsx,
    ".xls": as_xls,
    ".ods": as_ods,
}
