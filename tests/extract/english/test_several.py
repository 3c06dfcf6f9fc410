from collections.abc import Callable
from typing import Protocol

import pytest

from lives.model.statement import Statement


class Read(Protocol):
    statements: list[Statement]

    def of(self, kind: str) -> list[Statement]: ...
    def only(self, kind: str) -> Statement: ...
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]
BOTH = ["Anna Belova", "Ivan Petrov"]


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Ivan Petrov and Anna Belova, both journalists, left.", "occupation", "j"),
        ("Two Italian nuns, Ivan Petrov and Anna Belova, left.", "occupation", "It"),
        ("The historians Ivan Petrov and Anna Belova were shot.", "occupation", "hi"),
        ("Ivan Petrov and Anna Belova were students of law.", "education", "student"),
        ("Ivan Petrov and Anna Belova were among its founders.", "membership", ""),
        ("Ivan Petrov and Anna Belova, a married couple, left.", "marriage", ""),
    ],
)
def test_a_description_in_the_plural_is_of_each(
    read: Reader, text: str, kind: str, what: str
) -> None:
    found = read(text)
    if text.endswith("among its founders."):  # a founder of what?
        assert found.of(kind) == []
        return
    assert sorted(found.names(kind)) == BOTH
    assert all(s.what.startswith(what) for s in found.of(kind))


def test_a_couple_between_two_others_marries_nobody(read: Reader) -> None:
    found = read("With Ivan Petrov and Anna Belova, the couple left for Kazan.")
    assert found.of("marriage") == []


def test_one_of_the_founders_is_a_founder(read: Reader) -> None:
    found = read("Ivan Petrov was one of the founders of the Workers’ Party.")
    member = found.only("membership")
    assert (member.what, member.group) == ("founder", "Workers’ Party")


def test_what_opens_a_sentence_describes_its_subject(read: Reader) -> None:
    found = read(
        "Anna Belova came late. A governess by profession and a member of the "
        "Workers’ Party, she was arrested in 1907."
    )
    assert found.names("occupation") == ["Anna Belova"]
    assert found.names("membership") == ["Anna Belova"]


def test_a_description_after_and_is_of_the_last(read: Reader) -> None:
    found = read("Ivan Petrov and Anna Belova, a physician, were stopped.")
    assert found.names("occupation") == ["Anna Belova"]
    listed = read("Ivan Petrov, Anna Belova, a physician, and Karl Weiss left.")
    assert listed.of("occupation") == []


def test_a_description_may_say_when_it_held(read: Reader) -> None:
    found = read("Ivan Petrov, then a student at Kazan University, was arrested.")
    assert found.names("education") == ["Ivan Petrov"]


@pytest.mark.parametrize(
    ("text", "what", "whose"),
    [
        ("Ivan Petrov, the son of a miner, was shot.", "son", "a miner"),
        ("Ivan Petrov, a judge’s son, was shot.", "son", "a judge"),
        ("Ivan Petrov was the father of three children.", "father", "three children"),
    ],
)
def test_kin_of_the_unnamed_are_kin(
    read: Reader, text: str, what: str, whose: str
) -> None:
    tie = read(text).only("kinship")
    assert tie.what == what
    assert [role.words for role in tie.roles] == [whose]


def test_a_son_of_the_city_is_nobodys_son(read: Reader) -> None:
    assert read("Ivan Petrov, the son of a great city, was shot.").of("kinship") == []


def test_a_survivor_of_a_camp_was_in_it_and_of_a_shipwreck_was_not(
    read: Reader,
) -> None:
    assert read("Ivan Petrov was a survivor of Auschwitz.").names("camp")
    assert not read("Ivan Petrov was a survivor of the Titanic.").of("camp")


def test_nobody_is_a_spy_because_he_is_called_one(read: Reader) -> None:
    assert read("Ivan Petrov, a spy and a terrorist, was shot.").of("occupation") == []
