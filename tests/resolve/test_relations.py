"""Words for relations."""

import pytest

from lives.model.mention import Gender
from lives.resolve.relations import other_end, read_relation, with_telling


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("wife", ("wife", True), id="one has one wife at a time"),
        pytest.param("late wife", ("wife", True), id="late tells nobody apart"),
        pytest.param("вдова", ("wife", True), id="a widow was the wife"),
        pytest.param("son", ("son", False), id="sons are several"),
        pytest.param("Eldest son", ("son", True), id="the eldest is one"),
    ],
)
def test_relations_are_reduced_to_what_tells_persons_apart(
    text: str, told: tuple[str, bool]
) -> None:
    assert (read_relation(text).noun, read_relation(text).one) == told


def test_a_first_wife_is_not_a_second() -> None:
    assert read_relation("first wife").telling != read_relation("second wife").telling


def test_marriage_has_two_ends() -> None:
    assert other_end("widow", Gender.MALE) == "husband"
    assert other_end("husband", Gender.FEMALE) == "wife"
    assert other_end("driver", Gender.MALE) == ""


def test_a_father_is_whoever_has_a_daughter_and_is_a_man() -> None:
    assert other_end("daughter", Gender.MALE) == "father"
    assert other_end("daughter", Gender.UNKNOWN) == ""


def test_what_tells_which_one_is_read_from_the_passage() -> None:
    assert with_telling("husband", "Her second husband, Ivan") == "second husband"
    assert with_telling("first wife", "his first wife") == "first wife"
    assert with_telling("wife", "In the first year his good old wife") == "wife"
