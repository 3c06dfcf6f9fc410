"""A few broken lists of every sort, and that what is wrong with one is seen."""

from dataclasses import replace
from pathlib import Path

import pytest

from lives.benches.broken import SORTS, Broken, broken
from lives.benches.command import attempt
from lives.benches.fuzz_lists import End, checked, outcomes
from lives.benches.written import as_csv

NUMBER = 51  # three of each sort
ROWS = (
    ("NR", "NAME", "BORN", "PLACE", "ARREST", "SENTENCE", "NOTE"),
    ("R10001", "Лобанов Иван Ильич", "1890", "Омск", "12.03.1937", "ВМН", ""),
    ("R10002", "Долинин Лев Ильич", "189?", "Тула", "", "10 лет", ""),
)
WHOLE = Broken(
    "none",
    "list.csv",
    as_csv(ROWS),
    frozenset({"R10001", "R10002"}),
    frozenset({"Лобанов Иван Ильич", "Долинин Лев Ильич"}),
)


def test_broken_lists_are_read_whole_or_refused_and_counted(tmp_path: Path) -> None:
    found = list(outcomes(NUMBER, 7, tmp_path))
    assert [one.wrong for one in found if one.wrong] == []
    assert {one.broken.sort for one in found} == set(SORTS)
    assert {one.end for one in found} == set(End)
    assert sum(one.persons for one in found) > NUMBER


def test_the_same_number_and_seed_break_a_list_in_the_same_way() -> None:
    assert broken(5, 3) == broken(5, 3)
    assert broken(5, 3).data != broken(5, 4).data


def test_a_list_that_is_whole_is_right_and_its_refusals_count() -> None:
    found = checked(WHOLE, 0, 2, 1)
    assert (found.end, found.wrong) == (End.PARTLY, ())


@pytest.mark.parametrize(
    ("one", "status", "persons", "counted", "words"),
    [
        (replace(WHOLE, rows=WHOLE.rows | {"R9"}), 0, 2, 1, "1 rows lost, R9 first"),
        (replace(WHOLE, names=frozenset({"x"})), 0, 2, 1, "2 names misread"),
        (WHOLE, 0, 1, 1, "1 persons are held of 2"),
        (WHOLE, 0, 2, 0, "0 refusals are counted of 1"),
        (replace(WHOLE, data=b"a,b\n1,2\n"), 0, 0, 0, "the build does not"),
    ],
)
def test_what_is_lost_misread_or_not_counted_is_wrong(
    one: Broken, status: int, persons: int, counted: int, words: str
) -> None:
    (wrong,) = checked(one, status, persons, counted).wrong
    assert words in wrong


def test_a_command_that_fails_tells_its_errors_and_one_that_does_not_tells_none(
    tmp_path: Path,
) -> None:
    assert attempt("new", str(tmp_path / "a"), "--title", "A")[2] == ()
    status, _, (error,) = attempt("new", str(tmp_path / "a"), "--title", "A")
    assert (status, error.code) == (3, "AR02")
