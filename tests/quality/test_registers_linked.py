"""Real lists linked: signed lists, a register, and notes on some of the people."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from lives.benches.registers_linked import link_lists

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))
Row = dict[str, str]


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    if not (DATA / "stalin_lists").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    table = link_lists(DATA, tmp_path_factory.mktemp("linked"))
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_people_of_the_lists_are_found_in_register_and_notes(links: list[Row]) -> None:
    people = {row["person"] for row in links if row["left_document"] != "notes.csv"}
    assert len(people) >= 60


def test_nobody_is_two_rows_of_a_signed_list(links: list[Row]) -> None:
    both = (row for row in links if row["left_document"] == row["right_document"])
    assert not [row for row in both if row["left_document"].startswith("list")]


def test_the_register_names_hardly_anybody_twice(links: list[Row]) -> None:
    within = Counter(
        row["left_document"]
        for row in links
        if row["left_document"] == row["right_document"]
    )
    # 27 full names of the register belong to several people; three people stand twice.
    assert within["mos_persons_parsed.csv"] <= 5


def test_several_notes_on_one_person_are_together(links: list[Row]) -> None:
    notes = [row for row in links if row["left_document"] == row["right_document"]]
    assert sum(row["left_document"] == "notes.csv" for row in notes) >= 15


def test_every_link_has_its_reasons_and_its_words(links: list[Row]) -> None:
    assert all(row["because"] and row["left_words"] for row in links)
    assert all(0.5 <= float(row["probability"]) <= 1 for row in links)
