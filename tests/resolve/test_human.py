"""People's judgements, read from the chain."""

from lives.model.decision import GENESIS, Decision, DecisionKind
from lives.model.ids import DecisionId
from lives.model.judgement import Verdict
from lives.resolve.human import human_judgements


def decided(
    seq: int, left: str, right: str, verdict: str
) -> tuple[Decision, dict[str, str]]:
    kind, key = DecisionKind.JUDGEMENT, DecisionId(f"{seq:064x}")
    decision = Decision(seq, "2026-01-01T00:00:00", "Ada", kind, "", GENESIS, key)
    body = {"left": left, "right": right, "verdict": verdict, "why": "the letters"}
    return decision, body


def test_the_latest_judgement_on_a_pair_prevails_in_whatever_order_it_names_it() -> (
    None
):
    chain = [
        decided(1, "me-b", "me-a", "same"),
        decided(2, "me-a", "me-b", "different"),
    ]
    (found,) = human_judgements(chain)
    assert (found.left, found.right) == ("me-a", "me-b")
    assert found.verdict is Verdict.DIFFERENT
    assert (found.by, found.because, found.human) == ("Ada", "the letters", True)


def test_a_judgement_made_again_stands_where_it_was_made_last() -> None:
    chain = [
        decided(1, "me-a", "me-b", "same"),
        decided(2, "me-c", "me-d", "same"),
        decided(3, "me-a", "me-b", "same"),
    ]
    assert [j.left for j in human_judgements(chain)] == ["me-c", "me-a"]


def test_a_mention_is_itself_without_anyone_judging() -> None:
    assert human_judgements([decided(1, "me-a", "me-a", "different")]) == []
