from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Lives = Callable[..., Any]

LIST = """\
№,ФИО,Арест,Приговор
1,ПОПОВ Иван Ильич,12.03.1937,ВМН
2,КОТОВ Пётр Ильич,перед севом,10 лет
"""
RECIPE = """\
ignored = ["№"]

[name]
full = "ФИО"

[lookups.sentence]
"ВМН" = "death"

[[statements]]
kind = "arrest"
when = "Арест"

[[statements]]
kind = "sentence"
what = { column = "Приговор", lookup = "sentence" }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "list-recipe.toml").write_text(RECIPE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(lives: Lives, *arguments: str) -> Any:  # noqa: ANN401  # how a command ended
    return lives(
        "recipe", "check", "list.csv", "--recipe", "list-recipe.toml", *arguments
    )


def test_a_list_is_checked_without_an_archive_and_nothing_is_written(
    lives: Lives, folder: Path
) -> None:
    before = sorted(folder.iterdir())
    told = checked(lives)
    assert told.status == 0
    assert "'перед севом', first in row 3" in told.out
    assert '"10 лет" = "…" under [lookups.sentence]' in told.out
    assert "2 rows of list.csv by list-recipe.toml" in told.out
    assert "2 cells refused." in told.out
    assert sorted(folder.iterdir()) == before


def test_a_check_answers_in_json(lives: Lives, folder: Path) -> None:
    assert folder.is_dir()
    found = checked(lives, "--json").json
    assert (found["rows"], found["mentions"], found["refused"]) == (2, 2, 2)
    assert found["statements"] == {"arrest": 1, "sentence": 1}
    numbers = {"read": 0, "refused": 0, "ignored": 2, "empty": 0}
    assert found["columns"][0] == {"name": "№"} | numbers
    assert found["by_column"][0]["values"][0]["place"] == "row 3"


def test_a_check_fails_only_on_the_recipe_and_on_its_totals(
    lives: Lives, folder: Path
) -> None:
    recipe = folder / "list-recipe.toml"
    recipe.write_text(f"{RECIPE}\n[totals]\nrows = 3\n", encoding="utf-8")
    wrong = checked(lives)
    assert wrong.status == 20
    assert "[EX06] 2 rows, and list-recipe.toml counts 3" in wrong.err
    assert "2 cells refused." in wrong.out
    recipe.write_text(RECIPE.replace("№", "N"), encoding="utf-8")
    assert "[EX03]" in checked(lives).err
    recipe.write_text("[name", encoding="utf-8")
    assert checked(lives).status == 20


def test_a_list_of_the_archive_is_checked_by_its_name(
    lives: Lives, folder: Path
) -> None:
    assert lives("new", "archive", "--title", "Made up").status == 0
    here = ("--archive", "archive")
    added = lives(*here, "add", "list.csv", "--recipe", "list-recipe.toml")
    assert added.status == 0, added.err
    beside = lives(*here, "recipe", "check", "list.csv", "--json").json
    assert beside["recipe"] == "list-recipe.toml"
    (folder / "list.csv").unlink()
    found = lives(*here, "recipe", "check", "list.csv", "--json").json
    assert found["refused"] == 2
    draft = RECIPE.replace('"death"', '"death"\n"10 лет" = "ten years"')
    (folder / "list-recipe.toml").write_text(draft, encoding="utf-8")
    by_draft = checked(lives, *here, "--json").json
    assert by_draft["refused"] == 1
    assert lives(*here, "recipe", "check", "other.csv").status == 3


def test_totals_are_told_as_a_note_when_the_archive_is_built(
    lives: Lives, folder: Path
) -> None:
    recipe = folder / "list-recipe.toml"
    recipe.write_text(f"{RECIPE}\n[totals]\nrows = 3\n", encoding="utf-8")
    here = ("--archive", "archive")
    lives("new", "archive", "--title", "Made up")
    lives(*here, "add", "list.csv", "--recipe", "list-recipe.toml")
    built = lives(*here, "build", "--json")
    assert built.status == 0
    assert built.json["notices"] == [
        "list.csv: 2 rows, and list-recipe.toml counts 3 under [totals]"
    ]


def test_without_a_recipe_the_check_says_how_to_name_one(
    lives: Lives, folder: Path
) -> None:
    assert folder.is_dir()
    assert "[EX01]" in lives("recipe", "check", "list.csv").err
    assert (
        "[IN01]"
        in lives("recipe", "check", "gone.csv", "--recipe", "list-recipe.toml").err
    )


def test_a_recipe_that_comes_with_lives_is_called_by_its_name(
    lives: Lives, folder: Path
) -> None:
    (folder / "names.csv").write_text(
        "имя,отчество,фамилия,основное,id\nИван,Ильич,Попов,True,1\n", encoding="utf-8"
    )
    assert lives("new", "archive", "--title", "Made up").status == 0
    here = ("--archive", "archive")
    added = lives(*here, "add", "names.csv", "--recipe", "khabarovsk-names")
    assert added.status == 0, added.err
    assert (folder / "archive/recipes/khabarovsk-names.toml").is_file()
    assert lives(*here, "build").status == 0
    assert "Иван Ильич Попов" in lives(*here, "people").out
    unknown = lives(*here, "add", "list.csv", "--recipe", "no-such")
    assert "[EX01]" in unknown.err
    assert "khabarovsk-names" in unknown.err


def test_a_recipe_is_drafted_that_reads_its_list(lives: Lives, folder: Path) -> None:
    told = lives("recipe", "suggest", "list.csv", "-o", "draft.toml")
    assert told.status == 0, told.err
    assert "Арест: read as arrest, when; 1 refused" in told.out
    assert "    перед севом" in told.out
    assert "№: to be decided" in told.out
    assert (
        "Wrote draft.toml: 2 rows would give 3 statements; 1 cell refused." in told.out
    )
    found = lives(
        "recipe", "check", "list.csv", "--recipe", "draft.toml", "--json"
    ).json
    assert found["statements"] == {"arrest": 1, "sentence": 2}
    again = lives("recipe", "suggest", "list.csv", "-o", "draft.toml")
    assert again.status == 2
    assert "there already" in again.err
    assert (folder / "draft.toml").read_text("utf-8") == lives(
        "recipe", "suggest", "list.csv"
    ).out


def test_a_draft_answers_in_json(lives: Lives, folder: Path) -> None:
    assert folder.is_dir()
    found = lives("recipe", "suggest", "list.csv", "--json").json
    assert (found["list"], found["refused"]) == ("list.csv", 1)
    assert found["columns"][2] == {
        "column": "Арест",
        "reads": "arrest, when",
        "why": "",
        "examples": ["12.03.1937", "перед севом"],
        "refused": 1,
    }
    assert found["draft"].startswith("# Drafted from list.csv.")
