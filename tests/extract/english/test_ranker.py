"""The ranker of antecedents weighs what its data say, and doubts where all is even."""

import pytest

from lives.extract.english.antecedents import Question, ask
from lives.extract.english.entities import Entity
from lives.extract.english.prose import tokens
from lives.extract.english.ranker import Ranker, ranker
from lives.extract.english.traces import Kind, Part, Point, Trace
from lives.model.ids import MentionId
from lives.reading.names import parse_name


def someone(name: str, at: int, *, part: Part = Part.SUBJECT) -> Trace:
    read = parse_name(name)
    head = MentionId(name)
    entity = Entity(head, [read], read.gender, 0)
    return Trace(entity, head, at, at + 1, part, Kind.NAME)


def asked(*traces: Trace, text: str = "He was shot.") -> Question:
    """Ask whom the first word means, after a sentence with those traces."""
    return ask(tuple(tokens(text)), Point(1, 0, 0), {0: traces})


def labels(question: Question) -> list[str]:
    return [candidate.entity.label for candidate in question.candidates]


def test_who_is_known_to_be_a_woman_is_no_candidate_for_he() -> None:
    found = asked(someone("Anna Brik", 0), someone("Ivan Orlov", 3))
    assert labels(found) == ["Ivan Orlov"]


def test_the_latest_come_first() -> None:
    found = asked(someone("Ivan Orlov", 0), someone("Lev Sorin", 3))
    assert labels(found) == ["Lev Sorin", "Ivan Orlov"]


def test_an_even_choice_is_left_open() -> None:
    even = Ranker({}, least=0.3, lead=0.7)
    choice = even.choose(asked(someone("Ivan Orlov", 0), someone("Lev Sorin", 3)))
    assert choice is not None
    assert not choice.sure


def test_what_weighs_most_is_the_reason() -> None:
    weights = {"by name 1 before": 1.0, "gender agrees": 5.0, "never": 9.0}
    one = Ranker(weights, least=0.5, lead=0.7)
    choice = one.choose(asked(someone("Ivan Orlov", 0)))
    assert choice is not None
    assert choice.sure
    assert one.reason(choice) == "gender agrees; by name 1 before (1.00)"


def test_probabilities_leave_a_share_to_nobody() -> None:
    shares = ranker(syntax=False).probabilities(asked(someone("Ivan Orlov", 0)))
    assert 0.5 < sum(shares) < 1


def test_the_subject_is_likelier_than_the_object_for_a_subject() -> None:
    found = asked(someone("Ivan Orlov", 0, part=Part.OPENING), someone("Lev Sorin", 3))
    other = asked(
        someone("Ivan Orlov", 0, part=Part.OPENING),
        someone("Lev Sorin", 3, part=Part.HANGING),
    )
    assert (
        ranker(syntax=False).probabilities(other)[1]
        > ranker(syntax=False).probabilities(found)[1]
    )  # Ivan Orlov


@pytest.mark.parametrize("syntax", [False, True])
def test_every_weight_is_of_a_feature_that_can_be_read(*, syntax: bool) -> None:
    assert all(abs(weight) < 10 for weight in ranker(syntax=syntax).weights.values())
    weights = set(ranker(syntax=syntax).weights)
    assert {"gender agrees", "barred: in the same phrase"} <= weights
