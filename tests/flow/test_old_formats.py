"""One list in every format it may come in, and a list in several files."""

import re
from pathlib import Path

import pytest

from lives.benches.command import answer
from lives.benches.written import WRITERS, as_csv, as_dbf, as_html

RECIPE = """\
ignored = ["NR"]
[name]
full = "NAME"
[[statements]]
kind = "birth"
when = "BORN"
where = "PLACE"
[[statements]]
kind = "arrest"
when = "ARREST"
"""
HEAD = ("NR", "NAME", "BORN", "PLACE", "ARREST")
FIRST = (
    HEAD,
    ("1", "Ложкин Иван Петрович", "1890", "Тверь", "12.03.1937"),
    ("2", "Мискина Анна Ильинична", "1901", "Омск", "01.02.1938"),
    ("3", "Вилкин Олег Ильич", "", "Псков", "03.04.1936"),
)
SECOND = (
    HEAD,
    ("1", "Чашкин Борис Львович", "1878", "Курск", "11.11.1937"),
    ("2", "Плошкина Вера Ивановна", "1911", "", "05.06.1941"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    status, _ = answer("new", str(tmp_path / "archive"), "--title", "Old formats")
    assert status == 0
    (tmp_path / "list.toml").write_text(RECIPE, encoding="utf-8")
    return tmp_path / "archive"


def added(archive: Path, files: dict[str, bytes], *options: str) -> list[str]:
    """Add files as one source and build; return the notes on them."""
    paths = [archive.parent / name for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    recipe = str(archive.parent / "list.toml")
    where = ("--archive", str(archive))
    status, received = answer(
        *where, "add", *map(str, paths), "--recipe", recipe, *options
    )
    assert status == 0
    status, built = answer(*where, "build")
    assert status == 0
    assert built["refused"] == []
    return [note for one in received for note in one["notes"]]


def told(archive: Path) -> list[tuple[str, list[str]]]:
    """Return everybody's name with what is said of them."""
    where = ("--archive", str(archive))
    _, people = answer(*where, "people")
    found = []
    for person in people:
        _, life = answer(*where, "show", person["id"])
        found.append((person["label"], [one["words"] for one in life["findings"]]))
    return sorted(found)


EXPECTED = [
    ("Анна Ильинична Мискина", ["Born in Омск in 1901", "Arrested on 1 February 1938"]),
    ("Иван Петрович Ложкин", ["Born in Тверь in 1890", "Arrested on 12 March 1937"]),
    ("Олег Ильич Вилкин", ["Born in Псков", "Arrested on 3 April 1936"]),
]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_list_says_the_same_in_every_format(archive: Path, ending: str) -> None:
    added(archive, {f"list{ending}": WRITERS[ending](FIRST)})
    assert told(archive) == EXPECTED


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.htm", as_html(FIRST, "koi8-r", "windows-1251")),
        ("list.htm", as_html(FIRST, "cp1251", "iso-8859-1")),
        ("list.htm", as_html(FIRST, "mac-cyrillic", "utf-8")),
        ("list.csv", as_csv(FIRST, "cp866", ";")),
        ("list.dbf", as_dbf(FIRST, "cp1251", 0x26)),
    ],
)
def test_a_list_says_the_same_whatever_it_declares_of_its_encoding(
    archive: Path, name: str, data: bytes
) -> None:
    notes = added(archive, {name: data})
    assert notes
    assert told(archive) == EXPECTED


def test_a_list_in_several_files_is_one_source_and_cited_by_file_and_row(
    archive: Path,
) -> None:
    files = {"volume1.csv": as_csv(FIRST), "volume2.dbf": as_dbf(SECOND)}
    title = ("--id", "book-of-memory", "--title", "Book of memory", "--rights", "open")
    added(archive, files, *title)
    where = ("--archive", str(archive))
    assert len(told(archive)) == 5
    _, life = answer(*where, "show", "Чашкин")
    places = {(one["source"], one["place"]) for one in life["evidence"]}
    assert places == {("Book of memory", "volume2.dbf, row 2")}
    site = archive.parent / "site"
    assert answer(*where, "publish", str(site))[0] == 0
    page = site / "p" / f"{life['person']['id']}.html"
    words = " ".join(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")).split())
    assert "Book of memory, volume2.dbf, row 2." in words
    source = (site / "s" / "book-of-memory.html").read_text(encoding="utf-8")
    assert ">volume1.csv, row 1<" in source
    assert ">volume2.dbf, row 1<" in source


def test_files_described_beside_themselves_as_one_source_are_one(archive: Path) -> None:
    names = ("page1.htm", "page2.htm")
    described = 'id = "pages"\ntitle = "The pages"\nrecipe = "../list.toml"\n'
    folder = archive.parent / "pages"
    folder.mkdir()
    for name, rows in zip(names, (FIRST, SECOND), strict=True):
        (folder / name).write_bytes(as_html(rows, "cp1251"))
        (folder / f"{name}.toml").write_text(described, encoding="utf-8")
    where = ("--archive", str(archive))
    status, received = answer(*where, "add", *map(str, sorted(folder.iterdir())))
    assert status == 0
    assert {one["source"]["id"] for one in received} == {"pages"}
    assert answer(*where, "build")[0] == 0
    assert witnesses(archive, "Ложкин") == {1}


def test_a_person_in_two_files_of_one_list_has_one_witness(archive: Path) -> None:
    files = {"a.csv": as_csv(FIRST), "b.csv": as_csv((HEAD, FIRST[1]), "cp1251")}
    added(archive, files, "--id", "x")
    assert witnesses(archive, "Ложкин") == {1}


def witnesses(archive: Path, name: str) -> set[int]:
    _, life = answer("--archive", str(archive), "show", name)
    return {one["witnesses"] for one in life["findings"]}
