"""Persons: laws over any judgements, and what becomes of contradictions."""

from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import CaptureId, DecisionId, MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Mention
from lives.model.person import Person
from lives.resolve.cluster import gather, persons

CAPTURE = CaptureId("c" * 64)
MENTIONS = [
    Mention(Mention.key(CAPTURE, i, i + 1), CAPTURE, i, i + 1, "x", name=f"N{i}")
    for i in range(8)
]
IDS = [mention.id for mention in MENTIONS]


def judgement(
    one: int, two: int, verdict: Verdict, *, human: int = 0, probability: float = 1.0
) -> Judgement:
    left, right = sorted((IDS[one], IDS[two]))
    decision = DecisionId(f"{human:x}".ljust(64, "0")) if human else None
    return Judgement(left, right, verdict, "A", "seen", probability, decision)


def partition(found: list[Person]) -> set[frozenset[MentionId]]:
    return {frozenset(person.mentions) for person in found}


couples = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1])
verdicts = st.sampled_from(Verdict)
machines = st.lists(
    st.builds(
        lambda pair, verdict, sure: judgement(
            pair[0], pair[1], verdict, probability=sure
        ),
        couples,
        verdicts,
        st.floats(0, 1),
    ),
    max_size=15,
)
humans = st.lists(
    st.tuples(couples, verdicts), max_size=10, unique_by=lambda x: frozenset(x[0])
).map(
    lambda found: [
        judgement(p[0], p[1], v, human=i + 1) for i, (p, v) in enumerate(found)
    ]
)


@given(machines, humans)
def test_every_mention_is_in_exactly_one_person(
    machine: list[Judgement], human: list[Judgement]
) -> None:
    found, _ = persons(MENTIONS, machine, human)
    assert sorted(m for person in found for m in person.mentions) == sorted(IDS)


@given(machines, humans, st.randoms(use_true_random=False))
def test_the_order_of_machine_judgements_is_irrelevant(
    machine: list[Judgement], human: list[Judgement], shuffler: st.DataObject
) -> None:
    once = persons(MENTIONS, machine, human)
    shuffled = list(machine)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert persons(MENTIONS, shuffled, human) == once


@given(machines, humans)
def test_what_people_judge_different_is_never_joined(
    machine: list[Judgement], human: list[Judgement]
) -> None:
    found, _ = persons(MENTIONS, machine, human)
    person = {m: p.id for p in found for m in p.mentions}
    for j in human:
        if j.verdict is Verdict.DIFFERENT:
            assert person[j.left] != person[j.right]


@given(machines, humans)
def test_what_people_judge_same_is_joined_or_becomes_a_question(
    machine: list[Judgement], human: list[Judgement]
) -> None:
    found, questions = persons(MENTIONS, machine, human)
    person = {m: p.id for p in found for m in p.mentions}
    apart = [
        j
        for j in human
        if j.verdict is Verdict.SAME and person[j.left] != person[j.right]
    ]
    contradictory = [q for q in questions if q.about == "contradictory judgements"]
    assert len(apart) == len(contradictory)


@given(machines, humans)
def test_a_person_is_called_after_its_first_mention_in_the_archive(
    machine: list[Judgement], human: list[Judgement]
) -> None:
    for person in persons(MENTIONS, machine, human)[0]:
        assert person.id == Person.key(min(person.mentions, key=IDS.index))
        assert list(person.mentions) == sorted(person.mentions, key=IDS.index)


@given(machines)
def test_machines_alone_join_what_they_call_the_same_and_nothing_else(
    machine: list[Judgement],
) -> None:
    groups = gather(MENTIONS, machine, ()).groups
    where = {m.id: i for i, group in enumerate(groups) for m in group}
    same = [j for j in machine if j.verdict is Verdict.SAME]
    assert all(where[j.left] == where[j.right] for j in same)
    joins = sum(len(group) - 1 for group in groups)
    assert joins <= len({(j.left, j.right) for j in same})


def test_of_two_machine_links_that_meet_a_human_no_the_weaker_gives_way() -> None:
    machine = [
        judgement(0, 1, Verdict.SAME, probability=0.9),
        judgement(1, 2, Verdict.SAME, probability=0.7),
    ]
    human = [judgement(0, 2, Verdict.DIFFERENT, human=1)]
    found, questions = persons(MENTIONS[:3], machine, human)
    assert partition(found) == {frozenset(IDS[:2]), frozenset(IDS[2:3])}
    assert questions == []


def test_contradicting_people_become_a_question_that_names_both_decisions() -> None:
    human = [
        judgement(0, 1, Verdict.SAME, human=0xA1),
        judgement(1, 2, Verdict.SAME, human=0xB2),
        judgement(0, 2, Verdict.DIFFERENT, human=0xC3),
    ]
    found, (question,) = persons(MENTIONS[:3], [], human)
    assert partition(found) == {frozenset(IDS[:2]), frozenset(IDS[2:3])}
    assert "The judgement “same” of A, because “seen” (b20000000000)" in question.words
    assert "(c30000000000)" in question.words
    assert "N0 and N2" in question.words


def test_a_judgement_on_a_mention_no_longer_read_waits() -> None:
    gone = Judgement(
        MentionId("me-"), IDS[0], Verdict.SAME, "A", "", decision=DecisionId("f" * 64)
    )
    found, questions = persons(MENTIONS, [], [gone])
    assert len(found) == len(MENTIONS)
    assert questions == []
