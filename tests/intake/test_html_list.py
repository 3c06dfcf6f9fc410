"""Pages that are lists, and pages that only use tables."""

import os
import re
from pathlib import Path

import pytest

from lives.intake.html_page import read_html
from lives.model.passage import TextAsRead

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))
HEAD = "<html><head><title>No</title></head><body>"
PEOPLE = (
    ("Petrova Anna", "1899", "Tver"),
    ("Ilyin Boris", "1901", "Omsk"),
    ("Orlov Pyotr", "", "Pskov"),
    ("Weber Karl", "1888", "Engels"),
    ("Levina Dora", "1905", "Gomel"),
)


def shown(read: TextAsRead) -> list[tuple[str, int | None, str]]:
    return [
        (block.form.value, block.row, read.text[block.start : block.end])
        for block in read.blocks
    ]


def page(table: str, around: str = "") -> TextAsRead:
    return read_html(f"{HEAD}{around}{table}</body></html>".encode(), "a.htm")


def rows(cell: str = "td") -> str:
    return "".join(
        "<tr>" + "".join(f"<{cell}>{value}</{cell}>" for value in person) + "</tr>"
        for person in PEOPLE
    )


@pytest.mark.parametrize(
    "head",
    [
        "<tr><th>Name<th>Born<th>Place</tr>",
        "<thead><tr><td>Name</td><td>Born</td><td>Place</td></tr></thead>",
        "<tr><td><b>Name</b></td><td><b>Born</b></td><td><b>Place</b></td></tr>",
        "<tr><td>Name</td><td>Born</td><td>Place</td></tr>",
    ],
)
def test_a_page_that_is_a_table_with_headings_is_a_list(head: str) -> None:
    read = page(f"<table>{head}{rows()}</table>", "<h1>The exiled</h1>")
    assert shown(read)[:4] == [
        ("heading", None, "The exiled"),
        ("header", 1, "Name\tBorn\tPlace"),
        ("row", 2, "Petrova Anna\t1899\tTver"),
        ("row", 3, "Ilyin Boris\t1901\tOmsk"),
    ]
    assert len(list(read.rows())) == len(PEOPLE)
    assert "beside the list" in read.notes[0]


def test_the_caption_of_a_list_is_its_heading() -> None:
    table = (
        f"<table><caption>A to K</caption><tr><th>Name<th>Born<th>Place</tr>{rows()}"
    )
    assert shown(page(f"{table}</table>"))[:2] == [
        ("heading", None, "A to K"),
        ("header", 1, "Name\tBorn\tPlace"),
    ]


def test_what_stands_beside_a_list_is_kept_in_its_place() -> None:
    table = f"<table><tr><th>Name<th>Born<th>Place</tr>{rows()}</table>"
    read = page(f"{table}<p>To be continued.</p>{table}", "<p>Letter A</p>")
    told = shown(read)
    assert [words for form, _, words in told if form != "row"] == [
        "Letter A",
        "Name\tBorn\tPlace",
        "To be continued.",
        "Name\tBorn\tPlace",
    ]
    numbers = [row for _, row, _ in told if row]
    assert numbers == list(range(1, 2 * len(PEOPLE) + 3))


def test_cells_over_several_columns_and_rows_are_read_as_they_are_meant() -> None:
    read = page(
        "<table><tr><th rowspan=2>Name</th><th colspan=2>Birth</th></tr>"
        "<tr><th>year</th><th>place</th></tr>"
        "<tr><td>Li</td><td>1899</td><td rowspan=2>Tver<br>(now Kalinin)</td></tr>"
        "<tr><td>Orlov</td><td>1901</td></tr></table>"
    )
    assert shown(read)[1:] == [
        ("header", 2, "Name\tBirth: year\tBirth: place"),
        ("row", 3, "Li\t1899\tTver\n(now Kalinin)"),
        ("row", 4, "Orlov\t1901\tTver\n(now Kalinin)"),
    ]
    assert any("spans several rows" in note for note in read.notes)
    assert any("'Birth: year'" in note for note in read.notes)


STORY = "<p>She was arrested in the spring and sent to the north with her son.</p>"


@pytest.mark.parametrize(
    "words",
    [
        # A small table in a long text.
        f"{STORY * 9}<table><tr><th>Name<th>Born<th>Place</tr>{rows()}</table>",
        # A menu beside a text.
        f"<table><tr><td>Home<br>Lists</td><td>{STORY * 3}</td></tr></table>",
        # Entries below headings of their own, as registers of the old web have them.
        "<table>"
        + "".join(
            f"<tr><td><h4>{n}</h4></td><td><h5>a</h5></td><td>{STORY}</td></tr>"
            for n in range(9)
        )
        + "</table>",
        # Tables within tables.
        f"<table><tr><th>A<th>B</tr>{rows()}<tr><td><table></table></td></tr></table>",
        # Words that stand in no cell.
        f"<table><tr><th>A<th>B</tr>{rows()}<tr><td>Li</td><b>1901</b></tr></table>",
        # Rows that are not alike, under nothing that is marked as headings.
        "<table><tr><td>To</td><td>my</td><td>sister</td></tr>"
        + f"<tr><td colspan=3>{STORY}</td></tr>" * 6
        + "</table>",
    ],
)
def test_a_page_that_only_uses_tables_is_prose(words: str) -> None:
    assert not page(words).is_table


def test_short_words_alone_above_each_table_are_its_title() -> None:
    entry = f"<table><tr><td><h4>1</h4></td><td>{STORY}</td></tr></table>"
    read = page(f"<p class=Street>First Street</p>{entry}<p>Second Street</p>{entry}")
    headings = [words for form, _, words in shown(read) if form == "heading"]
    assert headings == ["First Street", "1", "Second Street", "1"]
    once = page(f"<p>She died in 1938.</p>{entry}")
    assert shown(once)[0] == ("paragraph", None, "She died in 1938.")


def test_a_table_of_cells_that_hide_one_another_is_no_list() -> None:
    cells = "<td rowspan=1000 colspan=1000>x</td>" * 5
    read = page(f"<table><tr><th>A</tr>{f'<tr>{cells}</tr>' * 5}</table>")
    assert not read.is_table


def moscow() -> list[Path]:
    return sorted((DATA / "moscow_shot" / "pages").glob("*.htm"))


@pytest.mark.skipif(
    not moscow() and "CI" not in os.environ, reason="the data are not here"
)
def test_entries_of_real_pages_in_cp1251_stand_alone_below_street_and_house() -> None:
    assert moscow(), "the data are missing: set LIVES_DATA"
    for path in moscow():
        data = path.read_bytes()
        read = read_html(data, path.name)
        entries = [words for form, _, words in shown(read) if "род." in words]
        assert len(entries) == data.count(b"class=pers")
        headings = re.findall(rb"<h[45]>(.*?)</h[45]>|class=Street>(.*?)</p>", data)
        said = [a or b for a, b in headings if (a or b).replace(b"&nbsp;", b"").strip()]
        assert [form for form, _, _ in shown(read)].count("heading") == len(said)
        falsely = data.replace(b"windows-1251", b"koi8-r")
        again = read_html(falsely, path.name)
        assert again.text == read.text
        assert "WINDOWS-1251" in again.notes[0]
