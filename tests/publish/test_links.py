"""The table of links: what stands in it, what does not, and how sure."""

import csv
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer
from lives.publish.links import COLUMNS

LISTS = {
    "one.csv": "name,born\nЗарубин Пётр Ильич,1899\nГусев Лев Ильич,1901\n",
    "two.csv": "name,born\nЗАРУБИН Петр Ильич,1899\nОрлов Иван Львович,1903\n",
    "three.csv": "name,born\nZarubin Pyotr Ilyich,1899\nСердин Иван Львович,1903\n",
}
RECIPE = """
[name]
full = "name"

[[statements]]
kind = "birth"
when = "born"
"""


def command(*arguments: Any) -> None:  # noqa: ANN401  # paths and words
    status, _ = answer(*map(str, arguments))
    assert status == 0


@pytest.fixture
def table(tmp_path: Path) -> list[dict[str, str]]:
    archive = tmp_path / "archive"
    (tmp_path / "list.toml").write_text(RECIPE, encoding="utf-8")
    command("new", archive)
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        added = ("add", tmp_path / name, "--recipe", tmp_path / "list.toml")
        command("--archive", archive, *added, "--kind", "list")
    command("--archive", archive, "build")
    command("--archive", archive, "export", "--format", "links", tmp_path / "out")
    with (tmp_path / "out" / "links.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        found = list(rows)
        assert tuple(rows.fieldnames or ()) == COLUMNS
    return found


def test_every_pair_of_passages_of_a_person_is_a_row(
    table: list[dict[str, str]],
) -> None:
    assert len(table) == 3
    assert len({row["person"] for row in table}) == 1
    pairs = {(row["left_document"], row["right_document"]) for row in table}
    assert pairs == {
        ("one.csv", "two.csv"),
        ("one.csv", "three.csv"),
        ("three.csv", "two.csv"),
    }


def test_a_passage_is_where_its_words_stand(table: list[dict[str, str]]) -> None:
    for row in table:
        for side in ("left", "right"):
            text = LISTS[row[f"{side}_document"]]
            span = slice(int(row[f"{side}_start"]), int(row[f"{side}_end"]))
            assert text[span] == row[f"{side}_words"]


def test_reasons_and_probabilities_are_told(table: list[dict[str, str]]) -> None:
    assert all("dates of birth agree" in row["because"] for row in table)
    assert all(float(row["probability"]) > 0.9 for row in table)
