"""Lists of dBase and FoxPro: a header that describes the columns, then the records.

Read here and by no library, so that the list is read as it was received, from its
bytes: figures as they are written, records counted against what the header promises,
and none left out but those that the database itself had deleted.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lives.intake.assemble import tables
from lives.intake.encoding import Decoded, decode_declared
from lives.intake.reader import Reader, readers
from lives.intake.sheets import Sheet
from lives.model.errors import DamagedFile, UnknownEncoding
from lives.model.passage import TextAsRead

_VERSIONS = frozenset(b"\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\x8e\xcb\xf5\xfb")
_FIELD = 32  # bytes that describe a column, and that stand before the first
_LAST = 0x0D  # ends the description of the columns
_END = b"\x1a"
_CODE_PAGES = {  # the byte by which a file tells its encoding
    0x01: "cp437",
    0x02: "cp850",
    0x03: "windows-1252",
    0x26: "ibm866",
    0x57: "windows-1252",
    0x64: "cp852",
    0x65: "ibm866",
    0x66: "cp865",
    0x96: "maccyrillic",
    0xC8: "windows-1250",
    0xC9: "windows-1251",
}
_USUAL = "ibm866"  # of files that do not tell: most were written under DOS
_LOGICAL = {b"T": "TRUE", b"Y": "TRUE", b"F": "FALSE", b"N": "FALSE"}
_SAMPLE = 200_000  # bytes of text by which the encoding is known
_JULIAN = 1_721_425  # day 1 of the calendar of `datetime`, counted as dBase does
_DAYS = date.max.toordinal()
_DAYS_OF_A_MONTH = 31
_TEXT = frozenset("CV")
_DOUBLE = 8  # bytes of a floating number
_HIDDEN = "0"  # a column of FoxPro's own


@dataclass(frozen=True, slots=True)
class _Column:
    name: bytes
    sort: str  # the letter of its type
    start: int  # first byte in a record
    length: int  # bytes

    def of(self, record: bytes) -> bytes:
        return record[self.start : self.start + self.length]

    @property
    def reader(self) -> Callable[[bytes], str] | None:
        """Return what reads its values; None for text, and for what lies elsewhere."""
        if self.sort == "B" and self.length == _DOUBLE:  # of FoxPro; dBase has memos
            return _double
        return _READ.get(self.sort)


@dataclass(frozen=True, slots=True)
class _Header:
    count: int  # records
    first: int  # byte of the first record
    length: int  # bytes of a record
    page: int  # byte of the code page
    columns: tuple[_Column, ...]


def read_dbf(data: bytes, name: str) -> TextAsRead:
    """Read a table; row 1 is the header, and record 1 stands in row 2.

    Records marked as deleted are left out and counted in a note; the others keep
    their numbers. So are memos, whose text lies in a file of its own.

    Raises:
        DamagedFile: It is not such a table, or has other records than it says.
        UnknownEncoding: Its text cannot be decoded.
    """
    header = _header(data)
    if header is None:
        raise DamagedFile(
            "this is no table of dBase or FoxPro, or its beginning is damaged",
            where=name,
            remedy="open it in the program that made it and save it as CSV",
        )
    records = _records(data, header, name)
    columns = [c for c in header.columns if c.sort != _HIDDEN]
    kept = [(row, record) for row, record in records if not record.startswith(b"*")]
    found = _encoding(header, [record for _, record in kept], name)
    rows = [(1, tuple(_text(c.name, found, 1, name) for c in columns))]
    for row, record in kept:
        rows.append((row, tuple(_cell(c, record, found, row, name) for c in columns)))
    notes = [*found.notes, *_left_out(columns, kept, len(records) - len(kept))]
    return tables([Sheet("", tuple(rows))], reader=DBF.version, notes=notes)


def _header(data: bytes) -> _Header | None:
    """Understand the header; None where it contradicts itself."""
    if len(data) <= _FIELD or data[0] not in _VERSIONS:
        return None
    count, first, length = struct.unpack_from("<IHH", data, 4)
    columns: list[_Column] = []
    start = 1  # the first byte of a record tells whether it is deleted
    for at in range(_FIELD, min(first, len(data) - _FIELD), _FIELD):
        if data[at] == _LAST:
            break
        sort, wide = chr(data[at + 11]), data[at + 16]
        if sort == "C":  # as Clipper and FoxPro write columns of more than 255 bytes
            wide += data[at + 17] << 8
        called = data[at : at + 11].partition(b"\0")[0].strip()
        columns.append(_Column(called, sort, start, wide))
        start += wide
    if not columns or start != length or data[3] > _DAYS_OF_A_MONTH:
        return None
    return _Header(count, first, length, data[29], tuple(columns))


def _records(data: bytes, header: _Header, name: str) -> list[tuple[int, bytes]]:
    """Return the records with their rows; refuse a file that has others."""
    first, length = header.first, header.length
    beyond = data[first + header.count * length :].rstrip(_END + b"\0")
    there = max(0, len(data) - first) // length
    if there < header.count or len(beyond) >= length:
        raise DamagedFile(
            f"it says that it has {header.count:,} records, and there are {there:,}",
            where=name,
            remedy="it was cut short or damaged: get it again, or open it in the "
            "program that made it and save it as CSV",
        )
    places = range(first, first + header.count * length, length)
    found = [(row, data[at : at + length]) for row, at in enumerate(places, start=2)]
    for row, record in found:
        if record[:1] not in {b" ", b"*"}:
            raise DamagedFile(
                f"record {row - 1} does not begin as a record does",
                where=f"{name}, row {row}",
                remedy="open it in the program that made it and save it as CSV",
            )
    return found


def _encoding(header: _Header, records: Sequence[bytes], name: str) -> Decoded:
    """Find out the encoding, by what the file tells and by what it holds."""
    wide = [c for c in header.columns if c.sort in _TEXT]
    parts = [c.name for c in header.columns]
    size = 0
    for record in records:
        if size > _SAMPLE:
            break
        filled = [words for c in wide if (words := c.of(record).rstrip(b" \0"))]
        parts += filled
        size += sum(map(len, filled))
    told = _CODE_PAGES.get(header.page, "")
    whole = b"\n".join(parts).replace(b"\0", b" ")
    found = decode_declared(whole, told or _USUAL, name)
    if told or whole.isascii():
        return found
    note = f"it does not tell its encoding; read as {found.encoding.upper()}"
    return Decoded("", found.encoding, (note,))


def _left_out(
    columns: Sequence[_Column], kept: Sequence[tuple[int, bytes]], deleted: int
) -> Iterator[str]:
    if deleted:
        yield f"left out, as the database has marked them as deleted: {deleted} records"
    for column in columns:
        if column.reader is None and column.sort not in _TEXT:
            held = sum(bool(column.of(record).strip(b" \0")) for _, record in kept)
            if held:
                called = column.name.decode("ascii", "replace")
                yield (
                    f"{held} values of {called!r} lie in a file of their own (memos), "
                    "and are not read"
                )


def _cell(column: _Column, record: bytes, found: Decoded, row: int, name: str) -> str:
    held = column.of(record)
    if column.sort in _TEXT:
        return _text(held, found, row, name)
    return column.reader(held) if column.reader else ""


def _text(held: bytes, found: Decoded, row: int, name: str) -> str:
    words = held.rstrip(b" \0")
    if b"\0" in words:
        raise DamagedFile(
            "there is a NUL byte in the text",
            where=f"{name}, row {row}",
            remedy="open it in the program that made it and save it as CSV",
        )
    try:
        return words.decode(found.encoding)
    except UnicodeDecodeError as fault:
        raise UnknownEncoding(
            f"the text is {found.encoding.upper()} except for some bytes that are not",
            where=f"{name}, row {row}",
            remedy="open it in the program that made it and save it as CSV in UTF-8",
        ) from fault


# --- values that are no text --------------------------------------------------


def _figures(held: bytes) -> str:
    """Read figures as they are written: a leading nought may be part of a number."""
    return held.strip(b" \0").decode("ascii", "replace")


def _day(held: bytes) -> str:
    words = _figures(held)
    if len(words) == len("19370312") and words.isdecimal():
        return f"{words[:4]}-{words[4:6]}-{words[6:]}"
    return words


def _logical(held: bytes) -> str:
    return _LOGICAL.get(held.strip().upper(), "")


def _integer(held: bytes) -> str:
    return str(int.from_bytes(held, "little", signed=True))


def _money(held: bytes) -> str:
    return f"{int.from_bytes(held, 'little', signed=True) / 10_000:.2f}"


def _double(held: bytes) -> str:
    value = struct.unpack("<d", held)[0] if len(held) == _DOUBLE else 0.0
    return f"{value:.15g}"


def _moment(held: bytes) -> str:
    if not held.strip(b" \0") or len(held) != _DOUBLE:
        return ""
    days, thousandths = struct.unpack("<ii", held)
    ordinal = days - _JULIAN
    if not 1 <= ordinal <= _DAYS:
        return ""
    time = str(timedelta(seconds=max(0, thousandths) // 1000))
    return f"{date.fromordinal(ordinal).isoformat()} {time}".removesuffix(" 0:00:00")


_READ: dict[str, Callable[[bytes], str]] = {
    "N": _figures,
    "F": _figures,
    "D": _day,
    "L": _logical,
    "I": _integer,
    "+": _integer,
    "Y": _money,
    "O": _double,
    "T": _moment,
    "@": _moment,
}


def _knows(data: bytes) -> bool:
    return _header(data) is not None


DBF = readers.add("dbf")(Reader("dbf/1", (".dbf",), read_dbf, knows=_knows))
