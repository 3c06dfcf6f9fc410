"""Recipes drafted from made-up lists."""

import tomllib
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lives.extract.columns.check import Check, check
from lives.extract.extractor import Document
from lives.extract.suggest.draft import drafted
from lives.model.ids import CaptureId, SourceId
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.source import Source

NAMES = (
    "Попов Иван Ильич",
    "КОТОВ Пётр Львович",
    "Рыбин С. А.",
    "Зайцев Лев Ильич",
    "Орлов Яков Ильич",
    "Белов Глеб Львович",
)
CELLS = {
    "№ п/п": "{n}",
    "ФИО": "{name}",
    "Дата рождения": "{n}.03.1890",
    "Место рождения": "Тверская губ.",
    "Пол": "м",
    "Национальность": "русский",
    "Арест": "12.0{n}.37",
    "Обвинение": "агитация",
    "Приговор": "{sentence}",
    "Кем осуждён": "тройка",
    "Дата приговора": "8.10.1937",
    "Партийность": "б/п",
    "Том": "3",
    "Дата": "{n}.01.1990",
    "Примечание": "см. дело",
}
HEADS = tuple(CELLS)
ROWS = tuple(
    tuple(
        cell.format(n=n, name=name, sentence="ВМН" if n % 2 else "10 лет ИТЛ")
        for cell in CELLS.values()
    )
    for n, name in enumerate(NAMES, start=1)
)


def table(*rows: tuple[str, ...]) -> Document:
    blocks, place = [], 0
    for number, row in enumerate(rows, start=1):
        start, cells = place, []
        for cell in row:
            cells.append((place, place + len(cell)))
            place += len(cell) + 1
        form = BlockForm.HEADER if number == 1 else BlockForm.ROW
        blocks.append(Block(start, place - 1, form, row=number, cells=tuple(cells)))
    text = "\n".join("\t".join(row) for row in rows)
    return document(TextAsRead(text, tuple(blocks), "csv/1"))


def document(read: TextAsRead) -> Document:
    return Document(CaptureId("c" * 64), "list.csv", Source(SourceId("list")), read)


def tried(document: Document, draft: str) -> Check:
    return check(
        replace(document, recipe=tomllib.loads(draft), recipe_name="draft.toml")
    )


def test_headings_and_cells_tell_what_a_draft_reads() -> None:
    draft, columns = drafted(table(HEADS, *ROWS))
    assert {one.column.name: one.reads for one in columns if one.reads} == {
        "ФИО": "name, full",
        "Дата рождения": "birth, when",
        "Место рождения": "birth, where",
        "Пол": "name, gender",
        "Национальность": "nationality, what",
        "Арест": "arrest, when",
        "Обвинение": "charge, what",
        "Приговор": "sentence, what",
        "Кем осуждён": "sentence, group",
        "Дата приговора": "sentence, when",
    }
    found = tried(table(HEADS, *ROWS), draft)
    assert found.heaps.count == 0
    assert found.statements == dict.fromkeys(
        ("birth", "nationality", "arrest", "charge", "sentence"), 6
    )


def test_what_a_draft_cannot_tell_waits_for_a_person() -> None:
    draft, columns = drafted(table(HEADS, *ROWS))
    why = {one.column.name: one.guess.why for one in columns if not one.reads}
    assert set(why) == {"№ п/п", "Партийность", "Том", "Дата", "Примечание"}
    assert why["Том"] == "the same in every row; if it says something, read it"
    assert why["Дата"] == "dates, and nothing says of what"
    assert all(f"# decide: {one}" in draft for one in why.values())
    assert set(tomllib.loads(draft)["ignored"]) == set(why)


def test_few_values_of_a_sentence_become_a_lookup_to_be_filled_in() -> None:
    draft, _ = drafted(table(HEADS, *ROWS))
    assert tomllib.loads(draft)["lookups"]["sentence-what"] == {
        "ВМН": "ВМН",
        "10 лет ИТЛ": "10 лет ИТЛ",
    }
    assert 'what = { column = "Приговор", lookup = "sentence-what" }' in draft


def test_years_of_two_figures_are_given_their_century() -> None:
    draft, _ = drafted(table(HEADS, *ROWS))
    assert 'when = { column = "Арест", century = 1900 }' in draft


def test_three_values_of_each_column_are_shown() -> None:
    draft, _ = drafted(table(HEADS, *ROWS))
    shown = "Попов Иван Ильич | КОТОВ Пётр Львович | Рыбин С. А."
    assert f"# 6 of 6 filled: {shown}" in draft


def test_a_column_of_entries_is_read_as_such() -> None:
    bio = "род. 1890, г. Ржев, русский, б/п, завод: токарь. Арестован 3.03.1938."
    rows = (("Кто", "Что о нём известно"), ("Попов Иван Ильич", bio))
    draft, columns = drafted(table(*rows))
    assert [one.reads for one in columns] == ["name, full", "entry"]
    assert tried(table(*rows), draft).statements["arrest"] == 1


def test_a_name_over_columns_is_put_together() -> None:
    heads = ("Surname", "First name", "Father's name", "DOB")
    draft, _ = drafted(table(heads, ("Smith", "Ann", "", "1890")))
    assert tomllib.loads(draft)["name"] == {
        "surname": "Surname",
        "given": "First name",
    }


def test_a_list_in_which_nobody_seems_to_be_named_says_so() -> None:
    draft, _ = drafted(table(("Код", "Сумма"), ("A7", "12"), ("A8", "13")))
    assert "nothing here looks like a name" in draft
    assert tried(table(("Код", "Сумма"), ("A7", "12")), draft).rows == 1


def test_a_text_of_entries_is_drafted_as_a_register() -> None:
    entries = (
        "ПОПОВ Иван Ильич, род. 1890, г. Ржев, русский. Арестован 3.03.1938.",
        "КОТОВ (Адлер) Пётр Львович, 1888 г. р., б/п. Расстрелян 15.03.1938.",
    )
    text = "П\n\n" + "\n\n".join(entries)
    blocks, place = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(place, place + len(part)))
        place += len(part) + 2
    read = document(TextAsRead(text, tuple(blocks), "text/1"))
    draft, columns = drafted(read)
    assert columns == []
    found = tried(read, draft)
    assert (found.rows, found.mentions) == (2, 3)
    assert found.statements["arrest"] == found.statements["execution"] == 1


odd = st.text(st.characters(exclude_characters="\t\n", codec="utf-8"), max_size=8)
rows_of_one_width = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.tuples(*[odd] * n), min_size=1, max_size=6)
)


@settings(max_examples=60)
@given(rows_of_one_width)
def test_every_draft_reads_its_list_without_a_fault(
    rows: list[tuple[str, ...]],
) -> None:
    laid_out = table(*rows)
    draft, columns = drafted(laid_out)
    found = tried(laid_out, draft)
    assert {one.name for one in found.columns} == {c.column.name for c in columns}
