from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lives.cli.main import run

Lives = Callable[..., Any]

LIST = """\
ФИО,Год рождения,Место рождения
Ольхин Иван Петрович,1889,г. Верный
Рябинин Пётр Ильич,1901,Алма-Ата
Осинина Вера Львовна,1899,"Курская губ., Фатежский уезд, д. Ольховка"
Вязов Степан Львович,1880,г. Ставрополь
"""
RECIPE = """\
[name]
full = "ФИО"

[[statements]]
kind = "birth"
when = "Год рождения"
where = "Место рождения"
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("places")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    (folder / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    archive = str(folder / "archive")
    recipe = ["--recipe", str(folder / "recipe.toml"), "--title", "A list"]
    assert run(["new", archive, "--title", "Places"]) == 0
    assert run(["--archive", archive, "add", str(folder / "list.csv"), *recipe]) == 0
    assert run(["--archive", archive, "build"]) == 0
    return folder / "archive"


def test_places_gather_all_names_of_one_place(lives: Lives, listed: Path) -> None:
    told = lives("--archive", listed, "--json", "places").json
    (almaty,) = (one for one in told if one["id"] == "almaty")
    assert almaty["findings"] == 2
    assert {w["words"] for w in almaty["written"]} == {"г. Верный", "Алма-Ата"}
    assert almaty["names"][1] == {"name": "Алма-Ата", "from": 1921, "to": 1993}


def test_what_is_known_only_by_its_region_and_what_is_not_known_are_told_apart(
    lives: Lives, listed: Path
) -> None:
    answer = lives("--archive", listed, "places")
    assert answer.status == 0
    assert "д. Ольховка (1, in it)" in answer.out
    assert answer.out.index("Not known, or one of") < answer.out.index("г. Ставрополь")
    assert "4 places as written: 2 known, 1 no further than" in answer.out


def test_a_query_finds_the_places_that_lie_in_one(lives: Lives, listed: Path) -> None:
    told = lives("--archive", listed, "--json", "places", "Казахстан").json
    assert [one["id"] for one in told] == ["almaty"]
    assert "No place is found" in lives("--archive", listed, "places", "Париж").out


def test_an_export_names_the_record_beside_the_words(
    lives: Lives, listed: Path, tmp_path: Path
) -> None:
    lives("--archive", listed, "export", tmp_path / "out", "--format", "jsonl")
    lines = (tmp_path / "out/statements.jsonl").read_text(encoding="utf-8")
    assert '"place": "г. Верный", "place_id": "almaty"' in lines
    assert '"place": "г. Ставрополь", "place_id": null' in lines
