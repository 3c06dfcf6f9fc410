"""Vocabularies that recipes share, and columns put into words."""

import hashlib
from collections.abc import Callable
from importlib.resources import files

import pytest

from lives.extract.columns.forms import formed
from lives.extract.columns.reader import VERSION
from lives.extract.columns.taught import offered, taught
from lives.model.errors import BadRecipe
from lives.model.extracted import Extracted
from lives.model.refusal import Refusal
from lives.model.statement import Statement

Read = Callable[..., list[Extracted]]
RECIPE = """
vocabularies = ["sentences-ru"]
[name]
full = "N"
[[statements]]
kind = "sentence"
what = { column = "S", lookup = "sentences-ru" }
"""


def said(found: list[Extracted]) -> list[tuple[str, str]]:
    return [(x.what, x.written) for x in found if isinstance(x, Statement)]


def test_a_recipe_takes_a_vocabulary_and_adds_to_it(read: Read) -> None:
    rows = (("N", "S"), ("Иван Попов", "вмн"), ("Пётр Котов", "1-я кат."))
    found = read(RECIPE, *rows)
    assert said(found) == [("высшая мера наказания (расстрел)", "вмн")]
    assert [x.value for x in found if isinstance(x, Refusal)] == ["1-я кат."]
    more = '[lookups.sentences-ru]\n"1-я кат." = "расстрел"\n"ВМН" = "расстрел"\n'
    assert said(read(RECIPE + more, *rows)) == [
        ("расстрел", "вмн"),
        ("расстрел", "1-я кат."),
    ]


def test_a_vocabulary_that_does_not_exist_is_a_fault(read: Read) -> None:
    with pytest.raises(BadRecipe, match="no vocabulary 'sentences'") as stop:
        read(
            RECIPE.replace('["sentences-ru"]', '["sentences-ru", "sentences"]'), ("N",)
        )
    assert "sentences-ru" in stop.value.remedy


@pytest.mark.parametrize("name", offered())
def test_every_vocabulary_has_readings_for_all_its_values(name: str) -> None:
    assert taught(name)
    assert all(value and reading.strip() for value, reading in taught(name).items())


def test_a_changed_vocabulary_is_a_new_version_of_the_reader() -> None:
    # The lists that use it are read again only if the reader is another one.
    shared = files("lives.extract.columns").joinpath("vocabularies")
    of_entries = files("lives.extract.entries").joinpath("data")
    paths = [path for folder in (shared, of_entries) for path in folder.iterdir()]
    texts = sorted(path.read_text("utf-8") for path in paths)
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()[:12]
    assert (VERSION, digest) == ("columns/2", "c44823c729bf")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": "16", "b": "7"}, "list 16, no. 7"),
        ({"a": "16"}, "list 16"),
        ({"b": "7"}, "list , no. 7"),
    ],
)
def test_columns_are_put_into_words(values: dict[str, str], words: str) -> None:
    assert formed("list {a}[, no. {b}]", values) == words


def test_a_statement_in_words_opens_the_cells_and_keeps_them_as_written(
    read: Read,
) -> None:
    recipe = """
[name]
full = "N"
[[statements]]
kind = "listing"
what = { form = "list {L}[, no. {No}]" }
"""
    found = read(
        recipe, ("N", "L", "No"), ("И. Попов", "16", "7"), ("П. Котов", "", "")
    )
    (listed,) = [x for x in found if isinstance(x, Statement)]
    assert (listed.what, listed.written, listed.quote) == (
        "list 16, no. 7",
        "16, 7",
        "16\t7",
    )


def test_an_entry_says_whom_it_quotes(read: Read) -> None:
    recipe = """
[name]
full = "N"
[[entry]]
column = "T"
language = "ru"
voice = "V"
"""
    found = read(recipe, ("N", "T", "V"), ("Попов Иван", "род. 1890", "Книга памяти"))
    (born,) = [x for x in found if isinstance(x, Statement)]
    assert (born.kind, born.voice) == ("birth", "Книга памяти")
