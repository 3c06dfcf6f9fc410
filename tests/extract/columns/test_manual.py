import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from lives.extract.columns.checked import checked
from lives.model.errors import LivesError
from lives.model.extracted import Extracted
from lives.model.statement import Statement

MANUAL = (Path(__file__).parents[3] / "docs/how-to/recipes.md").read_text("utf-8")
RECIPES = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_recipe_in_the_manual_is_sound(recipe: str) -> None:
    read = checked(tomllib.loads(recipe), "manual.toml")
    assert read.statements or read.entry_texts


def test_the_first_recipe_reads_the_list_it_is_shown_with(
    read: Callable[..., list[Extracted]],
) -> None:
    lines = [line for line in MANUAL.splitlines() if line.startswith("|")]
    heads, _, row = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[:3]
    ]
    found = read(RECIPES[0], heads, row)
    assert [s.kind for s in found if isinstance(s, Statement)] == [
        "kinship", "birth", "arrest", "charge", "sentence", "arrest"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "",
        "[name]",
        "[[aliases]]",
        "[[people]]",
        "[[statements]]",
        "[[entry]]",
        "[entries]",
        "[totals]",
    ],
)
def test_every_key_a_recipe_may_hold_is_explained(table: str) -> None:
    with pytest.raises(LivesError) as stop:
        checked(tomllib.loads(f"{table}\nxyzzy = 1"), "manual.toml")
    faults = getattr(stop.value, "faults", [stop.value])
    (fault,) = [f for f in faults if "'xyzzy'" in f.what]
    allowed = fault.remedy.removeprefix("use one of: ").split(", ")
    tables = {"name", "lookups", "split", "entries", "aliases", "people", "statements"}
    tables |= {"entry", "totals"}
    for key in set(allowed) - tables:
        assert f"`{key}`" in MANUAL, key
