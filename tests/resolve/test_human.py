"""People's judgements, read from the chain."""

from lives.model.decision import GENESIS, Decision, DecisionKind
from lives.model.ids import CaptureId, DecisionId, MentionId
from lives.model.judgement import Verdict
from lives.model.mention import Mention
from lives.resolve.human import found_again, human_judgements


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


def test_a_judgement_says_when_it_was_made_and_what_it_cites() -> None:
    decision, body = decided(1, "me-a", "me-b", "same")
    cited = {"capture": "c" * 64, "start": 3, "end": 7, "quote": "born"}
    (found,) = human_judgements([(decision, body | {"citing": [cited]})])
    assert found.at == "2026-01-01T00:00:00"
    assert [(p.start, p.end, p.quote) for p in found.citing] == [(3, 7, "born")]


def test_an_imported_judgement_is_by_whoever_made_it_first() -> None:
    decision, body = decided(1, "me-a", "me-b", "same")
    told = body | {"decided": {"by": "Vera", "at": "1999-05-01"}}
    (found,) = human_judgements([(decision, told)])
    assert (found.by, found.at) == ("Vera, imported by Ada", "1999-05-01")


CAPTURE = CaptureId("c" * 64)


def mention(start: int, text: str) -> Mention:
    end = start + len(text)
    return Mention(Mention.key(CAPTURE, start, end), CAPTURE, start, end, text)


def moved(*now: Mention) -> tuple[MentionId, MentionId]:
    """Judge two mentions, read the text anew, and return what is judged then."""
    was = mention(10, "Anna Sablina"), mention(50, "A. Sablina")
    stands = [{"capture": m.capture, "text": m.text} for m in was]
    decision, body = decided(1, was[0].id, was[1].id, "same")
    kept = body | {"stands": dict(zip(("left", "right"), stands, strict=True))}
    (found,) = human_judgements(found_again([(decision, kept)], now))
    return found.left, found.right


def test_a_judgement_is_followed_to_the_words_where_they_stand_now() -> None:
    now = mention(12, "Anna Sablina"), mention(52, "A. Sablina")
    assert set(moved(*now)) == {now[0].id, now[1].id}


def test_words_that_stand_in_two_places_lead_nowhere() -> None:
    now = (
        mention(12, "Anna Sablina"),
        mention(52, "A. Sablina"),
        mention(90, "A. Sablina"),
    )
    assert not {now[1].id, now[2].id} & set(moved(*now))
