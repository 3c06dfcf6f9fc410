import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from lives.extract.columns.checked import checked
from lives.extract.columns.reader import read_columns
from lives.extract.extractor import Document
from lives.intake.csv_list import read_csv
from lives.intake.sidecar import Description, is_sidecar, read_sidecar
from lives.intake.text import read_text
from lives.model.extracted import Extracted
from lives.model.ids import SourceId
from lives.model.mention import Mention, MentionKind
from lives.model.passage import TextAsRead
from lives.model.source import Rights, SourceKind
from lives.model.statement import Modality, Statement
from lives.store.captures import digest

EXAMPLE = Path(__file__).parents[2] / "examples" / "left-opposition"
SOURCES = sorted(p for p in (EXAMPLE / "sources").iterdir() if not is_sidecar(p))
LISTS = [path for path in SOURCES if read_sidecar(path).recipe]


def described(path: Path) -> Description:
    return read_sidecar(path)


def as_read(path: Path) -> TextAsRead:
    reader = read_csv if path.suffix == ".csv" else read_text
    return reader(path.read_bytes(), path.name)


def extracted(path: Path) -> list[Extracted]:
    described = read_sidecar(path)
    recipe = path.parent / described.recipe
    parsed = tomllib.loads(recipe.read_text(encoding="utf-8"))
    source = described.source(SourceId(described.id), "ru")
    capture = digest(path.read_bytes())
    document = Document(capture, path.name, source, as_read(path), parsed, recipe.name)
    return list(read_columns(document))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_source_says_honestly_what_it_is(path: Path) -> None:
    told = described(path)
    assert told.id
    assert told.csl["title"]
    assert told.rights is Rights.OWN
    assert told.kind is not SourceKind.OTHER
    assert "this example" in told.reliability


def test_there_are_sources_of_many_sorts_and_formats() -> None:
    assert len(SOURCES) >= 8
    assert len({described(path).kind for path in SOURCES}) >= 6
    assert {path.suffix for path in SOURCES} >= {".md", ".html", ".txt", ".csv", ".xml"}
    origins = {o for path in SOURCES for o in described(path).derives_from}
    assert origins == {"spisok"}


def test_every_recipe_is_used_and_sound() -> None:
    recipes = set((EXAMPLE / "recipes").iterdir())
    used = {(p.parent / described(p).recipe).resolve() for p in LISTS}
    assert used == {recipe.resolve() for recipe in recipes}
    for recipe in recipes:
        parsed = tomllib.loads(recipe.read_text(encoding="utf-8"))
        assert checked(parsed, recipe.name).statements


def test_no_charge_in_a_list_is_taken_as_fact() -> None:
    charges = [s for s in statements() if s.kind == "charge"]
    assert len(charges) >= 16
    assert {s.modality for s in charges} == {Modality.CHARGED}
    words = ("espionage", "wrecking", "terror", "treason", "murder")
    vouched = [s.what.casefold() for s in statements() if s.counts]
    assert not [what for what in vouched if any(word in what for word in words)]


def test_the_lists_hold_the_dates_that_contradict_the_chapters() -> None:
    def said(name: str, kind: str) -> set[str]:
        mentions = {
            m.id
            for p in LISTS
            for m in extracted(p)
            if isinstance(m, Mention) and m.name.endswith(name)
        }
        return {
            s.when.edtf
            for s in statements()
            if s.subject in mentions and s.kind == kind and s.when
        }

    assert said("Мрачковский", "birth") == {"1888"}
    assert said("Mrachkovsky", "birth") == {"1883"}
    assert said("Смилга", "execution") == {"1938-01-10"}
    assert said("Rakovsky", "death") == {"1941-10"}
    assert said("Раковский", "execution") == {"1941-09-11"}


def test_unnamed_relatives_stand_in_the_list_as_persons() -> None:
    unnamed = [
        (m.text, m.relation)
        for p in LISTS
        for m in extracted(p)
        if isinstance(m, Mention) and m.kind is MentionKind.NOMINAL
    ]
    assert unnamed == [
        ("жена — журналистка", "wife"),
        ("жена", "wife"),
        ("две дочери", "daughter"),
        ("две дочери", "daughter"),
        ("жена", "wife"),
    ]


def test_persons_have_other_names() -> None:
    others = {
        m.name
        for p in LISTS
        for m in extracted(p)
        if isinstance(m, Mention) and m.antecedent
    }
    assert others >= {"Собельсон", "Sobelsohn", "Viktor Lvovich Kibalchich"}
    assert "Зинаида Львовна Бронштейн" in others


def statements() -> Iterator[Statement]:
    return (s for p in LISTS for s in extracted(p) if isinstance(s, Statement))
