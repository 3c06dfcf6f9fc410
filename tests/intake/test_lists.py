import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.intake.assemble import tables
from lives.intake.csv_list import read_csv
from lives.intake.sheets import Sheet
from lives.intake.xlsx import read_xlsx
from lives.model.errors import DamagedFile
from lives.model.passage import Block, BlockForm, TextAsRead


def cells(read: TextAsRead, block: Block) -> list[str]:
    return [read.text[a:b] for a, b in block.cells]


def grid(read: TextAsRead) -> list[list[str]]:
    return [cells(read, block) for block in read.blocks]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_recognised(separator: str) -> None:
    rows = [["Name", "Place"], ["Petrova", "Tver"], ["Ilyin", "Omsk"]]
    data = "\n".join(separator.join(row) for row in rows).encode()
    assert grid(read_csv(data, "a.csv")) == rows


def test_a_comma_within_cells_does_not_pass_for_the_separator() -> None:
    data = "Имя;Место\nПетрова, Анна;Тверь, СССР\nИльин, Б.;Омск, СССР\n".encode(
        "cp1251"
    )
    assert grid(read_csv(data, "a.csv"))[1] == ["Петрова, Анна", "Тверь, СССР"]


def test_a_cell_keeps_its_tabs_and_line_breaks() -> None:
    read = read_csv(b'Name,Note\nLi,"one\ttwo\r\nthree ""four"""\n', "a.csv")
    assert grid(read)[1] == ["Li", 'one\ttwo\r\nthree "four"']
    assert read.text == 'Name\tNote\nLi\tone\ttwo\r\nthree "four"'


def test_rows_keep_the_numbers_a_spreadsheet_shows() -> None:
    read = read_csv(b"Name,Year\n\nLi,1901\n,\nOrlov,1902\n", "a.csv")
    assert [(b.row, b.form) for b in read.blocks] == [
        (1, BlockForm.HEADER),
        (3, BlockForm.ROW),
        (5, BlockForm.ROW),
    ]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    assert grid(read_csv(b"Name,,Year,\nLi,,1901,\n", "a.csv")) == [
        ["Name", "Year"],
        ["Li", "1901"],
    ]


def test_ragged_rows_are_refused_by_number_all_at_once() -> None:
    with pytest.raises(DamagedFile, match=r"row 3 has 1; row 5 has 3.*header has 2"):
        read_csv(b"a,b\n1,2\n1\n1,2\n1,2,3\n", "a.csv")


def test_a_quotation_mark_that_is_never_closed_is_refused() -> None:
    with pytest.raises(DamagedFile, match="after row 2"):
        read_csv(b'a,b\n1,2\n"1,2\n1,2\n', "a.csv")


def test_a_list_of_one_column_is_a_list() -> None:
    assert grid(read_csv("Имя\nПетрова\n".encode(), "a.csv")) == [["Имя"], ["Петрова"]]


def test_every_sheet_of_a_workbook_is_read_with_its_own_rows(an_xlsx: bytes) -> None:
    read = read_xlsx(an_xlsx, "a.xlsx")
    assert [(b.sheet, b.row, b.form.value, *cells(read, b)) for b in read.blocks] == [
        ("List", 1, "header", "Name", "Born", "Arrested"),
        ("List", 2, "row", "Петрова А.", "1899", "1929-05-12"),
        ("List", 4, "row", "Ilyin B.", "1901", "May\n1930"),
        ("More", 3, "header", "Name"),
        ("More", 4, "row", "Orlov"),
    ]


words = st.text(st.sampled_from("aж,;\"'\t\r\n 1"), max_size=6)


@given(st.lists(st.lists(words, min_size=2, max_size=4), max_size=6))
def test_cells_lie_in_their_row_and_rows_in_the_text(rows: list[list[str]]) -> None:
    sheet = Sheet("", tuple(enumerate(map(tuple, rows), start=1)))
    read = tables([sheet], reader="test/1")
    place = 0
    for block in read.blocks:
        assert place <= block.start
        assert block.cells[0][0] == block.start
        assert block.cells[-1][1] == block.end <= len(read.text)
        number = block.row
        assert number is not None
        kept = [cell for cell in rows[number - 1] if cell.strip()]
        assert [cell for cell in cells(read, block) if cell.strip()] == kept
        place = block.end
