from collections.abc import Callable

import pytest

from lives.extract.columns.check import Check, check
from lives.extract.extractor import Document
from lives.model.errors import UnknownColumn

Checked = Callable[..., Check]
RECIPE = """
ignored = ["№"]
[name]
full = "ФИО"
[[split]]
column = "Судьба"
separator = ";"
patterns = ["(?P<shot>расстрелян)", "(?P<freed>освобождён)"]
[[statements]]
kind = "arrest"
when = "Арест"
[[statements]]
kind = "execution"
words = "shot"
[[statements]]
kind = "release"
words = "freed"
"""
HEADS = ("№", "ФИО", "Арест", "Судьба")
ROWS = (
    ("1", "Попов Иван", "1937", "расстрелян"),
    ("2", "Котов Пётр", "тогда", "бежал; скрылся; освобождён"),
    ("3", "", "1938", "-"),
    ("", "Рыбина Анна", "", ""),
)


@pytest.fixture
def checking(table: Callable[..., Document]) -> Checked:
    def checked(recipe: str, *rows: tuple[str, ...]) -> Check:
        return check(table(recipe, rows))

    return checked


def test_every_cell_is_counted_as_read_refused_ignored_or_empty(
    checking: Checked,
) -> None:
    found = checking(RECIPE, HEADS, *ROWS)
    counted = {
        one.name: (one.read, one.refused, one.ignored, one.empty)
        for one in found.columns
    }
    assert counted == {
        "№": (0, 0, 3, 1),
        "ФИО": (3, 0, 0, 1),
        "Арест": (1, 2, 0, 1),  # one of them in a row that names nobody
        "Судьба": (1, 1, 0, 2),  # of which two pieces were refused
    }
    assert (found.rows, found.mentions) == (4, 3)
    assert found.statements == {"arrest": 1, "execution": 1, "release": 1}
    assert found.heaps.count == 4
    assert [(h.column, h.count) for h in found.heaps.largest()] == [
        ("Судьба", 2),
        ("Арест", 1),
        ("ФИО", 1),
    ]


def test_totals_that_a_list_has_are_not_spoken_of(checking: Checked) -> None:
    totals = "[totals]\nrows = 4\nrefused = 4\nstatements.arrest = 1\n"
    assert checking(RECIPE + totals, HEADS, *ROWS).wrong == ()


def test_totals_that_a_list_lacks_are_told_each(checking: Checked) -> None:
    totals = (
        "[totals]\nrows = 5\nrefused = 3\n"
        "statements = { arrest = 2, birth = 0, exile = 1 }\n"
    )
    assert checking(RECIPE + totals, HEADS, *ROWS).wrong == (
        "4 rows, and list.toml counts 5 under [totals]",
        "4 refused cells, and list.toml counts 3 under [totals]",
        "1 statements of the kind 'arrest', and list.toml counts 2 under [totals]",
        "0 statements of the kind 'exile', and list.toml counts 1 under [totals]",
    )


def test_a_fault_of_the_recipe_is_raised(checking: Checked) -> None:
    with pytest.raises(UnknownColumn):
        checking(RECIPE, (*HEADS, "Адрес"), *[(*row, "x") for row in ROWS])
