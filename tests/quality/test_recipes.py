"""The recipes that come with Lives read the lists they were written for, whole."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer
from lives.packaged import recipes

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))
LISTS = {  # list: recipe, rows, refused at most
    "stalin_lists/list16.csv": ("stalin-lists", 129, 0),
    "stalin_lists/list57.csv": ("stalin-lists", 15, 0),
    "stalin_lists/notes.csv": ("biographical-notes-ru", 52, 5),
    "names/khabarovsk_names.csv": ("khabarovsk-names", 32_543, 0),
    "historical_50k/dataset3.csv": ("febrl", 5_000, 60),
    "moscow_shot/mos_persons_parsed.csv": ("moscow-shot", 11_789, 500),
}


@pytest.fixture(scope="module")
def data() -> Path:
    if not (DATA / "stalin_lists").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    return DATA


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_whole_by_its_recipe(data: Path, name: str) -> None:
    recipe, rows, refused = LISTS[name]
    status, found = answer("recipe", "check", str(data / name), "--recipe", recipe)
    assert status == 0
    assert found["rows"] == rows
    assert found["refused"] <= refused
    assert found["mentions"] >= rows - 50  # who in a few rows is not named


def test_every_recipe_that_comes_along_reads_one_of_the_lists() -> None:
    assert {f"{recipe}.toml" for recipe, _, _ in LISTS.values()} == set(recipes())


@pytest.fixture(scope="module")
def signed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """An archive of the signed lists and of the notes on the people in them."""
    folder = str(tmp_path_factory.mktemp("signed") / "archive")

    def command(*arguments: str) -> Any:  # noqa: ANN401  # JSON is any of six types
        status, told = answer("--archive", folder, *arguments)
        assert status == 0
        return told

    assert answer("new", folder, "--title", "Signed lists")[0] == 0
    for name, (recipe, _, _) in LISTS.items():
        if name.startswith("stalin_lists"):
            command("add", str(data / name), "--recipe", recipe)
    command("build")
    return command


def test_everybody_on_a_list_is_listed_with_category_number_and_reference(
    signed: Callable[..., Any], tmp_path: Path
) -> None:
    assert signed("export", str(tmp_path))
    lines = (tmp_path / "statements.jsonl").read_text("utf-8").splitlines()
    said = [json.loads(line) for line in lines]
    kinds = Counter(one["type"] for one in said if one["document"] != "notes.csv")
    assert kinds == {"listing": 144, "charge": 126}
    listings = [one for one in said if one["type"] == "listing"]
    entry = re.compile(r"list \d+(, .+)?, category [123], no\. \d+; .+ф\.17, оп\.171.+")
    assert all(entry.fullmatch(one["value"]) for one in listings)
    assert {one["date"] for one in listings} == {"1937-05-15", "1937-08-10"}
    charges = [one for one in said if one["type"] == "charge"]
    assert {one["modality"] for one in charges} == {"charged"}


def test_notes_that_contradict_each_other_are_shown(signed: Callable[..., Any]) -> None:
    found = signed("conflicts")["conflicts"]
    places = [one for one in found if one["about"] == "birth, place"]
    assert len(places) >= 2
    assert all("after" in one["words"] for one in places)
