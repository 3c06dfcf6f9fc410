from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from lives.model.ids import PersonId, SourceId
from lives.model.source import Rights, Source
from lives.model.when import When
from lives.publish.gate import LIVING, MASK, QUOTATION, Gate
from lives.publish.living import Rules
from lives.publish.run import publish
from lives.publish.units import runs, units
from lives.store.archive import Archive

BORN = When("1990", date(1990, 1, 1), date(1990, 12, 31))
LONG = "Anna Orlova was arrested " + "and questioned again " * 30 + "in 1936."


def everything(folder: Path) -> str:
    files = (path for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_nobody_who_may_be_living_is_named_anywhere(
    archive: Archive, people: dict[str, PersonId], tmp_path: Path, now: datetime
) -> None:
    publish(archive, tmp_path / "out", now=now)
    published = everything(tmp_path / "out")
    for secret in ("Olga", "Lisova", "Kiev", people["niece"]):
        assert secret not in published
    assert LIVING in published


def test_the_same_person_is_published_once_cleared(
    archive: Archive, people: dict[str, PersonId]
) -> None:
    gate = Gate(archive.tables, Rules(cleared=frozenset({people["niece"]})), 2026)
    assert people["niece"] in {person.id for person in gate.persons()}
    assert not gate.withheld


def test_a_person_withheld_by_name_takes_the_unnamed_along(
    archive: Archive, people: dict[str, PersonId]
) -> None:
    rules = Rules(withheld=frozenset({"Vera Antonovna Melnikova"}))
    gate = Gate(archive.tables, rules, 2026)
    # "Her husband" would still tell who she is.
    assert {people["vera"], people["husband"]} <= gate.withheld
    assert list(gate.persons()) == []


def test_why_a_reader_said_so_stays_in_the_archive(archive: Archive) -> None:
    gate = Gate(archive.tables, Rules(), 2026)
    assert any(statement.because for statement in archive.tables.statements())
    assert {statement.because for statement in gate.statements()} == {""}
    assert any(mention.because for mention in archive.tables.mentions())
    assert {mention.because for mention in gate.mentions()} == {""}


def test_of_a_closed_source_no_word_is_shown(archive: Archive) -> None:
    gate = Gate(archive.tables, Rules(), 2026)
    (listed,) = (c.id for c in gate.captures() if c.name == "kharkov.csv")
    said = list(gate.statements(listed))
    assert [statement.quote for statement in said] == [""]
    assert [mention.text for mention in gate.mentions(listed)] == [""]


def test_what_is_only_suspected_is_not_published(archive: Archive) -> None:
    gate = Gate(archive.tables, Rules(), 2026)
    assert "protest" not in {statement.kind for statement in gate.statements()}


@pytest.mark.parametrize("rights", list(Rights))
def test_only_a_text_whose_rights_allow_it_is_shown_at_length(
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
    rights: Rights,
) -> None:
    text = f"Nobody reads this. {LONG}\n\nNor this."
    capture = desk.prose(Source(SourceId("a-book"), rights=rights), text)
    anna = desk.mention(capture, "Anna Orlova")
    desk.says(anna, capture, LONG, "arrest")
    desk.extracted()
    desk.person("Anna Orlova", anna)
    gate = Gate(desk.archive.tables, Rules(years=0), 2026)
    read = gate.reading(capture)
    shown = [
        "".join(run.text for run in runs(gate, capture, read.text, unit))
        for unit in units(gate, capture, read)
    ]
    (quote,) = [statement.quote for statement in gate.statements()]
    match rights:
        case Rights.CLOSED:
            assert (shown, quote) == ([""], "")
        case Rights.QUOTATION:
            assert shown == [quote.removesuffix(" …")]
            assert LONG.startswith(shown[0])
            assert 0 < len(quote) <= QUOTATION + 2
        case _:
            assert "".join(shown) == text
            assert quote == LONG


def test_a_name_is_taken_out_of_every_field_of_a_statement(
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> None:
    text = "Anna Orlova met Pavel Zimin, and wrote Letters to Pavel Zimin in 1931."
    source = Source(SourceId("a-book"), rights=Rights.OPEN)
    capture = desk.prose(source, text)
    anna = desk.mention(capture, "Anna Orlova")
    pavel = desk.mention(capture, "Pavel Zimin")
    second = desk.mention(capture, "Pavel Zimin in 1931")  # the later of the two
    when = When("1931", date(1931, 1, 1), date(1931, 12, 31))
    desk.says(
        anna, capture, text, "authorship", what="Letters to Pavel Zimin", when=when
    )
    desk.says(pavel, capture, text, "birth", when=BORN)
    desk.extracted()
    desk.person("Anna Orlova", anna)
    desk.person("Pavel Zimin", pavel, second)
    gate = Gate(desk.archive.tables, Rules(), 2026)
    (said,) = gate.statements()
    assert said.quote == f"Anna Orlova met {MASK}, and wrote Letters to {MASK}."
    assert said.what == f"Letters to {LIVING}"


def test_what_is_said_of_nobody_else_is_not_shown_in_a_full_text(
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> None:
    text = "Anna Orlova was shot. Pavel Zimin was born in Omsk in 1990. The end."
    source = Source(SourceId("a-letter"), rights=Rights.OWN)
    capture = desk.prose(source, text)
    anna = desk.mention(capture, "Anna Orlova")
    pavel = desk.mention(capture, "Pavel Zimin")
    desk.says(anna, capture, "Anna Orlova was shot", "execution")
    born = "Pavel Zimin was born in Omsk in 1990"
    desk.says(pavel, capture, born, "birth", when=BORN)
    desk.extracted()
    desk.person("Anna Orlova", anna)
    desk.person("Pavel Zimin", pavel)
    gate = Gate(desk.archive.tables, Rules(), 2026)
    read = gate.reading(capture)
    shown = "".join(
        run.text
        for unit in units(gate, capture, read)
        for run in runs(gate, capture, read.text, unit)
    )
    assert shown == f"Anna Orlova was shot. {MASK}. The end."


def test_a_row_about_a_living_person_is_not_shown_in_any_column(
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> None:
    text = "Name\tBorn\tLives at\nOrlova\t1899\tOmsk\nZimin\t1990\tTomsk, 5\n"
    source = Source(SourceId("a-list"), rights=Rights.OWN)
    capture = desk.table(source, text)
    orlova = desk.mention(capture, "Orlova")
    zimin = desk.mention(capture, "Zimin")
    desk.says(orlova, capture, "1899", "birth", when=year_1899())
    desk.says(zimin, capture, "1990", "birth", when=BORN)
    desk.extracted()
    desk.person("Orlova", orlova)
    desk.person("Zimin", zimin)
    gate = Gate(desk.archive.tables, Rules(), 2026)
    read = gate.reading(capture)
    rows = [
        "".join(run.text for run in runs(gate, capture, read.text, unit)).strip()
        for unit in units(gate, capture, read)
    ]
    assert rows == ["Name\tBorn\tLives at", "Orlova\t1899\tOmsk", MASK]


def year_1899() -> When:
    return When("1899", date(1899, 1, 1), date(1899, 12, 31))
