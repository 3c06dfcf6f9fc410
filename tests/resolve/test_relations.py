"""Words for relations."""

import pytest

from lives.resolve.relations import other_end, read_relation


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
    assert (other_end("widow"), other_end("husband")) == ("husband", "wife")
    assert other_end("driver") == ""
