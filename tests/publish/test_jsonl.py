import json
from pathlib import Path
from typing import Any

import pytest

from lives.model.errors import UnknownFormatName
from lives.model.ids import PersonId
from lives.publish.run import export
from lives.store.archive import Archive


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def exported(archive: Archive, tmp_path: Path) -> Path:
    export(archive, "jsonl", tmp_path / "out")
    return tmp_path / "out"


def test_every_quote_stands_at_its_offsets_in_the_text_as_read(
    archive: Archive, exported: Path
) -> None:
    texts = {c.name: archive.tables.text(c.id) for c in archive.tables.captures()}
    said = lines(exported / "statements.jsonl")
    assert len(said) == 11
    for line in said:
        assert texts[line["document"]][line["start"] : line["end"]] == line["quote"]


def test_what_is_only_proposed_is_exported_apart(exported: Path) -> None:
    assert "protest" not in {s["type"] for s in lines(exported / "statements.jsonl")}
    assert [s["type"] for s in lines(exported / "proposed.jsonl")] == ["protest"]


def test_other_people_are_told_by_person_or_by_words(
    exported: Path, people: dict[str, PersonId]
) -> None:
    said = {s["quote"]: s for s in lines(exported / "statements.jsonl")}
    assert said["Her husband"]["other"] == [people["vera"]]
    assert said["Her husband"]["value"] == said["Her husband"]["relation"] == "husband"
    charge = said["The court accused her of plotting to blow up a bridge"]
    assert (charge["by"], charge["modality"]) == (["the court"], "charged")


def test_mentions_carry_their_person_across_documents(
    exported: Path, people: dict[str, PersonId]
) -> None:
    found = [
        (m["document"], m["text"])
        for m in lines(exported / "mentions.jsonl")
        if m["person"] == people["vera"]
    ]
    assert found == [
        ("rosen.txt", "Vera Antonovna Melnikova"),
        ("kharkov.csv", "Мельникова Вера Антоновна"),
        ("letter.txt", "Vera"),
    ]


def test_a_conflict_brings_the_passages_that_disagree(exported: Path) -> None:
    (conflict,) = lines(exported / "conflicts.jsonl")
    assert conflict["about"] == "death, date"
    assert [p["document"] for p in conflict["passages"]] == ["rosen.txt", "kharkov.csv"]


def test_no_field_of_a_cited_work_stands_in_for_its_place(exported: Path) -> None:
    (citation,) = lines(exported / "citations.jsonl")
    assert (citation["start"], citation["end"]) == (0, 4)
    assert citation["issued"] == "1934"


def test_two_exports_of_one_archive_are_the_same_bytes(
    archive: Archive, exported: Path, tmp_path: Path
) -> None:
    export(archive, "jsonl", tmp_path / "again")
    once = {p.name: p.read_bytes() for p in exported.iterdir()}
    assert once == {p.name: p.read_bytes() for p in (tmp_path / "again").iterdir()}


def test_an_unknown_format_names_the_known_ones(
    archive: Archive, tmp_path: Path
) -> None:
    with pytest.raises(UnknownFormatName, match="jsonl"):
        export(archive, "papyrus", tmp_path / "out")
