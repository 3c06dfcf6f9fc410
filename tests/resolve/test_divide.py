"""What becomes of those between two whom a person keeps apart."""

import pytest
from hypothesis import given
from tests.resolve.test_cluster import (
    IDS,
    MENTIONS,
    humans,
    judgement,
    machines,
    partition,
)

from lives.model.judgement import Judgement, Verdict
from lives.model.life import Severity
from lives.resolve.cluster import gather, persons


def same(one: int, two: int, sure: float) -> Judgement:
    return judgement(one, two, Verdict.SAME, probability=sure)


def different(one: int, two: int) -> Judgement:
    return judgement(one, two, Verdict.DIFFERENT, human=0xD)


def groups(*members: str) -> set[frozenset[str]]:
    return {frozenset(IDS[int(digit)] for digit in group) for group in members}


CHAIN = [same(0, 1, 0.9), same(1, 2, 0.8), same(2, 3, 0.95)]


def test_a_chain_is_cut_at_its_weakest_link() -> None:
    found, questions = persons(MENTIONS[:4], CHAIN, [different(0, 3)])
    assert partition(found) == groups("01", "23")
    assert questions == []


def test_each_of_a_clique_goes_where_its_stronger_links_lead() -> None:
    clique = [
        same(0, 1, 0.97), same(0, 2, 0.8), same(0, 3, 0.75), same(1, 2, 0.9),
        same(1, 3, 0.7), same(2, 3, 0.93), same(0, 4, 0.6), same(3, 4, 0.65),
    ]  # fmt: skip
    found, questions = persons(MENTIONS[:5], clique, [different(0, 3)])
    assert partition(found) == groups("01", "234")
    assert questions == []


def test_of_two_sides_equally_strong_the_one_with_more_links_has_it() -> None:
    links = [same(0, 1, 0.99), same(2, 0, 0.9), same(2, 1, 0.9), same(2, 3, 0.9)]
    found, questions = persons(MENTIONS[:4], links, [different(0, 3)])
    assert partition(found) == groups("012", "3")
    assert questions == []


def test_where_nothing_tells_the_side_it_is_on_none_and_becomes_a_question() -> None:
    links = [same(0, 1, 0.9), same(1, 2, 0.9), same(1, 3, 0.9)]
    found, (question,) = persons(MENTIONS[:4], links, [different(0, 2)])
    assert partition(found) == groups("0", "13", "2")
    assert question.severity is Severity.QUESTION
    assert question.words.startswith("Who is N1 (pe-")
    assert "the judgement “different” of A, because “seen” (d00000000000)" in (
        question.words
    )
    assert all(f"N{i} (pe-" in question.words for i in (0, 2))


def test_a_person_answers_that_question() -> None:
    links = [same(0, 1, 0.9), same(1, 2, 0.9), same(1, 3, 0.9)]
    told = [different(0, 2), judgement(1, 2, Verdict.SAME, human=0xE)]
    found, questions = persons(MENTIONS[:4], links, told)
    assert partition(found) == groups("0", "123")
    assert questions == []


def test_the_middle_of_a_long_chain_of_equals_stays_together() -> None:
    links = [same(i, i + 1, 0.9) for i in range(5)]
    found, (question,) = persons(MENTIONS[:6], links, [different(0, 5)])
    assert partition(found) == groups("0", "1234", "5")
    assert question.words.count("pe-") == 3


def test_a_judgement_unsure_outranks_the_machine_on_its_pair() -> None:
    told = [judgement(0, 1, Verdict.UNSURE, human=1)]
    assert partition(persons(MENTIONS[:2], [same(0, 1, 0.99)], told)[0]) == groups(
        "0", "1"
    )


@given(machines, humans)
def test_every_link_joins_two_groups_and_none_joins_what_is_kept_apart(
    machine: list[Judgement], human: list[Judgement]
) -> None:
    gathered = gather(MENTIONS, machine, human)
    joins = sum(len(group) - 1 for group in gathered.groups)
    assert len(gathered.links) == joins
    machines_only = [j.probability for j in gathered.links if not j.human]
    assert machines_only == sorted(machines_only, reverse=True)


def test_one_doubtful_link_weighs_on_the_one_it_holds_and_hardly_on_the_rest() -> None:
    links = [same(1, i, 0.95) for i in range(2, 8)] + [same(0, 1, 0.6)]
    (person,) = persons(MENTIONS, links, ())[0]
    assert person.probabilities[0] == 0.6
    assert person.probabilities[1:] == tuple([pytest.approx(0.9, abs=0.001)] * 7)
    assert person.sure == 0.6


def test_what_people_joined_is_sure_and_the_weakest_link_on_the_way_counts() -> None:
    told = [judgement(0, 1, Verdict.SAME, human=1)]
    (person,) = persons(MENTIONS[:3], [same(1, 2, 0.7)], told)[0]
    assert person.probabilities == (0.85, 0.85, 0.7)
