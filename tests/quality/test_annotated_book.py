"""A chapter of a real book, annotated by others; it lies in the data folder."""

import os
from pathlib import Path

import pytest

from lives.benches.score import Score, score
from lives.cli.main import run

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))
BOOK = DATA / "preface" / "preface.txt"
ANNOTATED = (0, 27_186)  # code points


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Score:
    """Put the book through add, build and export, and score what comes out."""
    if not BOOK.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{BOOK} is missing; name the data folder in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    folder = tmp_path_factory.mktemp("book")
    archive = ["--archive", str(folder / "archive")]
    assert run(["new", str(folder / "archive")]) == 0
    assert run([*archive, "add", str(BOOK)]) == 0
    assert run([*archive, "build"]) == 0
    assert run([*archive, "export", str(folder / "export")]) == 0
    return score(BOOK.parent / "gold", folder / "export", ANNOTATED)


# Floors, a little under what is measured; they only rise.
def test_names_are_found_by_their_exact_words(scored: Score) -> None:
    assert scored.mentions >= 0.97


def test_who_is_who_is_seen(scored: Score) -> None:
    assert scored.persons >= 0.97


def test_more_than_half_of_the_annotated_statements_are_found(scored: Score) -> None:
    assert scored.recall >= 0.55


def test_no_charge_or_rumour_is_taken_for_a_fact(scored: Score) -> None:
    assert scored.as_fact == 0


def test_numbers_about_groups_and_works_cited_are_found(scored: Score) -> None:
    assert scored.claims >= 0.9
    assert scored.citations >= 0.9
