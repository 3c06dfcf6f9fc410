"""What stands above the rows of a table: titles, headings in lines, merged cells."""

import pytest

from lives.benches.written import as_csv, as_ods, as_xls, as_xlsx
from lives.intake.csv_list import read_csv
from lives.intake.reader import read_document, recognise
from lives.intake.sheets import Merged, Sheet, laid_out
from lives.intake.xlsx import read_xlsx
from lives.model.errors import DamagedFile, UnknownFormat
from lives.model.passage import TextAsRead

PEOPLE = (
    ("Name", "Born", "Place"),
    ("Petrova Anna", "1899", "Tver"),
    ("Ilyin Boris", "1901", "Omsk"),
)


def grid(read: TextAsRead) -> list[tuple[str, int | None, list[str]]]:
    return [
        (block.form.value, block.row, [read.text[a:b] for a, b in block.cells])
        for block in read.blocks
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xls", as_xls(PEOPLE)),
        ("a.ods", as_ods(PEOPLE)),
        ("a.xlsx", as_xlsx(PEOPLE)),
        ("a", as_xls(PEOPLE)),
    ],
)
def test_workbooks_old_and_new_are_read_alike(name: str, data: bytes) -> None:
    media, read = read_document(data, name)
    assert media == "xlsx"
    assert [cells for _, _, cells in grid(read)] == [list(row) for row in PEOPLE]
    assert read.notes == ()


def test_an_old_word_file_is_told_from_an_old_workbook() -> None:
    data = as_xls(PEOPLE).replace(
        "Root Entry".encode("utf-16-le"), "WordDocument"[:10].encode("utf-16-le")
    )
    word = data + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnknownFormat, match="Word"):
        recognise(word, "a.doc")


@pytest.mark.parametrize("merged", [(), ("A1:C1",)])
def test_a_title_above_the_headings_is_no_heading_and_no_row(
    merged: tuple[str, ...],
) -> None:
    rows = (("List of the exiled", "", ""), ("", "", ""), *PEOPLE)
    read = read_xlsx(as_xlsx(rows, merged), "a.xlsx")
    assert [(form, row) for form, row, _ in grid(read)] == [
        ("heading", 1),
        ("header", 3),
        ("row", 4),
        ("row", 5),
    ]
    assert "row 1 stands above the headings" in read.notes[0]
    assert "List of the exiled" in read.text


def test_a_title_without_separators_stands_above_a_list_too() -> None:
    data = b"List of the exiled\n\n" + as_csv((*PEOPLE, PEOPLE[2]))
    found = grid(read_csv(data, "a.csv"))
    assert [form for form, _, _ in found] == ["heading", "header", "row", "row", "row"]
    column = b"Name\nPetrova\nIlyin, Boris\n"
    with pytest.raises(DamagedFile, match="row 3 has 2"):
        read_csv(column, "a.csv")


@pytest.mark.parametrize(
    "rows",
    [
        # The only named column of a list is not its title.
        (("Name", "", ""), ("Petrova Anna", "1899", "Tver")),
        (("Name", ""), ("Petrova Anna", "Tver")),
        (("Name",), ("Petrova Anna",)),
        # A list whose first rows are sparse, and whose headings are not.
        (("Name", "Born", "Place"), ("Petrova Anna", "", ""), ("Li", "1901", "Omsk")),
    ],
)
def test_where_there_is_a_doubt_the_first_row_holds_the_headings(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    found = grid(read_csv(as_csv(rows), "a.csv"))
    assert found[0][:2] == ("header", 1)
    assert all(form == "row" for form, _, _ in found[1:])


MERGED = (
    ("No", "Name", "Birth", "", "Arrest", ""),
    ("", "", "year", "place", "day", "article"),
    ("1", "Petrova Anna", "1899", "Tver", "12.05.1929", "58-10"),
    ("2", "Ilyin Boris", "1901", "", "", ""),
)
COVERS = ("A1:A2", "B1:B2", "C1:D1", "E1:F1")


def test_headings_in_two_lines_are_joined_under_what_is_merged() -> None:
    read = read_xlsx(as_xlsx(MERGED, COVERS), "a.xlsx")
    assert grid(read)[:3] == [
        ("heading", 1, ["No", "Name", "Birth", "", "Arrest", ""]),
        (
            "header",
            2,
            [
                "No",
                "Name",
                "Birth: year",
                "Birth: place",
                "Arrest: day",
                "Arrest: article",
            ],
        ),
        ("row", 3, ["1", "Petrova Anna", "1899", "Tver", "12.05.1929", "58-10"]),
    ]
    assert "rows 1, 2 are read as one line of headings: 'Birth: year'" in read.notes[0]


def test_three_lines_of_headings_are_joined() -> None:
    rows = (
        (1, ("Name", "Life", "", "")),
        (2, ("", "Birth", "", "Death")),
        (3, ("", "year", "place", "")),
        (4, ("Li", "1899", "Tver", "1937")),
    )
    merged = (
        Merged(1, 0, 3, 0),
        Merged(1, 1, 1, 3),
        Merged(2, 1, 2, 2),
        Merged(2, 3, 3, 3),
    )
    found, _ = laid_out(Sheet("", rows, merged))
    assert found[2].cells == (
        "Name",
        "Life: Birth: year",
        "Life: Birth: place",
        "Life: Death",
    )
    assert found[3].form.value == "row"


@pytest.mark.parametrize(
    "first",
    [
        ("Petrova", "Anna", "1899"),
        ("Petrova", "", ""),
        ("Petrova", "Anna", "Tver"),
    ],
)
def test_a_person_under_a_merged_heading_is_no_second_line_of_it(
    first: tuple[str, ...],
) -> None:
    rows = (("Name", "", "Place"), first, ("Ilyin", "Boris", "Omsk"))
    read = read_xlsx(as_xlsx(rows, ("A1:B1",)), "a.xlsx")
    assert [form for form, _, _ in grid(read)] == ["header", "row", "row"]


def test_a_cell_over_several_rows_is_read_in_each_of_them() -> None:
    rows = (*PEOPLE, ("Orlov Pyotr", "1907", ""))
    read = read_xlsx(as_xlsx(rows, ("C3:C4",)), "a.xlsx")
    assert grid(read)[-1] == ("row", 4, ["Orlov Pyotr", "1907", "Omsk"])
    assert "spans several rows" in read.notes[0]


def test_headings_that_stand_again_on_every_page_are_no_persons() -> None:
    rows = (*PEOPLE, PEOPLE[0], *PEOPLE[1:])
    read = read_csv(as_csv(rows), "a.csv")
    assert [row.row for row in read.rows()] == [2, 3, 5, 6]
    assert read.notes == ("the headings stand again in row 4",)


def test_a_total_at_the_end_stays_a_row() -> None:
    read = read_csv(as_csv((*PEOPLE, ("Total", "2", ""))), "a.csv")
    assert grid(read)[-1] == ("row", 4, ["Total", "2", ""])


def test_a_formula_without_a_value_is_told_and_never_read_as_its_text() -> None:
    rows = (*PEOPLE, ("Orlov Pyotr", "=1900+7", "Pskov"))
    read = read_xlsx(as_xlsx(rows), "a.xlsx")
    assert grid(read)[-1][2] == ["Orlov Pyotr", "", "Pskov"]
    assert "1 cells hold a formula and no value" in read.notes[0]


def test_what_looks_like_a_formula_in_a_text_is_text() -> None:
    rows = (*PEOPLE, ("=cmd|' /C calc'!A0", "1907", "Pskov"))
    assert grid(read_csv(as_csv(rows), "a.csv"))[-1][2][0] == "=cmd|' /C calc'!A0"
