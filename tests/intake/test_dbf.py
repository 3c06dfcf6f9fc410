"""Tables of dBase and FoxPro."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.benches.written import as_dbf
from lives.intake.dbf import read_dbf
from lives.intake.reader import recognise
from lives.model.errors import DamagedFile, IntakeError, UnknownEncoding
from lives.model.passage import TextAsRead

PEOPLE = (
    ("FIO", "ROD", "MESTO"),
    ("Петрова Анна Ивановна", "1899", "Тверь"),
    ("Ильин Борис", "", "Омск"),
    ("Орлова Вера", "1907", "дер. Заречье"),
)


def grid(read: TextAsRead) -> list[list[str]]:
    return [[read.text[a:b] for a, b in block.cells] for block in read.blocks]


@pytest.mark.parametrize(
    ("encoding", "page"),
    [("cp866", 0x65), ("cp866", 0x26), ("cp1251", 0xC9), ("cp866", 0), ("cp1251", 0)],
)
def test_a_table_is_read_in_the_encoding_it_tells_or_shows(
    encoding: str, page: int
) -> None:
    read = read_dbf(as_dbf(PEOPLE, encoding, page), "a.dbf")
    assert grid(read) == [list(row) for row in PEOPLE]
    assert bool(read.notes) is (page == 0)


def test_a_false_code_page_gives_way_to_the_bytes() -> None:
    read = read_dbf(as_dbf(PEOPLE, "cp1251", 0x65), "a.dbf")
    assert grid(read)[1][0] == "Петрова Анна Ивановна"
    assert "WINDOWS-1251" in read.notes[0]


def test_deleted_records_are_left_out_and_counted_and_the_others_keep_their_rows() -> (
    None
):
    read = read_dbf(as_dbf(PEOPLE, deleted=frozenset({2})), "a.dbf")
    assert [block.row for block in read.rows()] == [2, 4]
    assert "deleted: 1 records" in read.notes[0]


def of_every_sort() -> bytes:
    moment = struct.pack("<ii", 2_428_605, 3_600_000)  # 12 March 1937, one o'clock
    values: tuple[tuple[bytes, bytes, bytes], ...] = (
        (b"NAME", b"C", b"Anna   "),
        (b"NR", b"N", b"  0071"),
        (b"BORN", b"D", b"18990512"),
        (b"NONE", b"D", b"        "),
        (b"SHOT", b"L", b"T"),
        (b"OPEN", b"L", b"?"),
        (b"CASE", b"I", struct.pack("<i", -7)),
        (b"SUM", b"Y", struct.pack("<q", 12_500)),
        (b"SHARE", b"B", struct.pack("<d", 0.25)),
        (b"WHEN", b"T", moment),
        (b"LIFE", b"M", b"       412"),
        (b"_NullFlags", b"0", b"\0"),
    )
    length = 1 + sum(len(held) for *_, held in values)
    first = 32 * (len(values) + 1) + 1
    fields = (struct.pack("<11sc4xB15x", n, s, len(h)) for n, s, h in values)
    head = struct.pack("<4BIHH17xB2x", 0x30, 99, 1, 1, 1, first, length, 0x65)
    record = b" " + b"".join(held for *_, held in values)
    return head + b"".join(fields) + b"\r" + record + b"\x1a"


def test_every_sort_of_value_is_read_as_it_is_written() -> None:
    read = read_dbf(of_every_sort(), "a.dbf")
    assert dict(zip(*grid(read), strict=True)) == {
        "NAME": "Anna",
        "NR": "0071",
        "BORN": "1899-05-12",
        "NONE": "",
        "SHOT": "TRUE",
        "OPEN": "",
        "CASE": "-7",
        "SUM": "1.25",
        "SHARE": "0.25",
        "WHEN": "1937-03-12 1:00:00",
        "LIFE": "",
    }
    assert "1 values of 'LIFE' lie in a file of their own" in read.notes[0]


@pytest.mark.parametrize("cut", [1, 40, 100])
def test_a_table_that_was_cut_short_is_refused(cut: int) -> None:
    data = as_dbf(PEOPLE)
    with pytest.raises(DamagedFile, match=r"3 records, and there are [012]"):
        read_dbf(data[: -cut - 1], "a.dbf")


def test_records_that_the_header_does_not_count_are_not_passed_over() -> None:
    data = as_dbf(PEOPLE).replace(b"\x03\0\0\0", b"\x02\0\0\0", 1)
    with pytest.raises(DamagedFile, match="2 records, and there are 3"):
        read_dbf(data, "a.dbf")


def test_a_record_out_of_step_is_refused_with_its_row() -> None:
    data = as_dbf(PEOPLE)
    (first,) = struct.unpack_from("<H", data, 8)
    with pytest.raises(DamagedFile, match="record 1 does not begin"):
        read_dbf(data[:first] + b"x" + data[first + 1 :], "a.dbf")


def test_a_nul_byte_within_words_is_refused_and_one_after_them_is_not() -> None:
    data = as_dbf((("NAME",), ("Anna Petrova",)))
    with pytest.raises(DamagedFile, match="NUL"):
        read_dbf(data.replace(b"Anna P", b"Anna\0P"), "a.dbf")
    read = read_dbf(data.replace(b"Petrova", b"Petr\0\0\0"), "a.dbf")
    assert grid(read)[1] == ["Anna Petr"]


def test_bytes_that_are_no_text_are_refused() -> None:
    data = as_dbf((("NAME",), ("Anna Petrova",)), page=0x03)
    rubbish = bytes.fromhex("81c0f59db1feddd8b0b2f080")
    with pytest.raises(UnknownEncoding):
        read_dbf(data.replace(b"Anna Petrova", rubbish), "a.dbf")


def test_a_table_is_known_by_its_header_whatever_its_name() -> None:
    assert recognise(as_dbf(PEOPLE), "letter.txt") == "dbf"
    assert (
        recognise(b"\x03 and so on, a text of forty bytes or more.", "a.txt") == "text"
    )


@given(st.integers(0, 400), st.integers(0, 255))
def test_a_byte_altered_is_read_or_refused_and_nothing_else(
    place: int, byte: int
) -> None:
    data = bytearray(as_dbf(PEOPLE))
    data[place % len(data)] = byte
    try:
        read = read_dbf(bytes(data), "a.dbf")
    except IntakeError:
        return
    assert read.blocks
