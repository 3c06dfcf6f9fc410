"""Which question comes first."""

from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement, Verdict
from lives.resolve.queue import Question, Side, ask, parted, queue


def question(one: int, two: int, sure: float, said: int, *, linked: bool) -> Question:
    told = Judgement(
        MentionId(f"me-{one}"), MentionId(f"me-{two}"), Verdict.UNSURE, "n/1", "", sure
    )
    whose = (one, one) if linked else (one, two)
    sides = [
        Side(PersonId(f"pe-{whose[i]}"), MentionId(f"me-{m}"), 1, said)
        for i, m in enumerate((one, two))
    ]
    return ask(sides[0], sides[1], told, linked=linked)


def test_what_is_likely_to_move_most_comes_first() -> None:
    little = question(1, 2, 0.6, 1, linked=False)
    much = question(3, 4, 0.4, 9, linked=False)
    doubtful = question(5, 6, 0.7, 9, linked=True)
    assert queue([little, doubtful, much]) == [much, doubtful, little]
    assert [q.worth for q in queue([little, doubtful, much])] == [40.0, 30.0, 2.4]


def test_two_persons_are_asked_about_once_and_the_likeliest_link_asks() -> None:
    weak = question(1, 2, 0.3, 4, linked=False)
    strong = question(1, 2, 0.6, 4, linked=False)
    assert queue([weak, strong]) == queue([strong, weak]) == [strong]


def test_a_person_falls_in_two_where_a_link_is_taken_away() -> None:
    ids = [MentionId(f"me-{i}") for i in range(5)]
    links = [
        Judgement(ids[a], ids[b], Verdict.SAME, "n/1", "", 0.9)
        for a, b in ((0, 1), (1, 2), (2, 3), (1, 4))
    ]
    assert parted(ids, links, links[1]) == ([ids[0], ids[1], ids[4]], [ids[2], ids[3]])
