"""Who is who within one document, on the word of its reader and never blindly.

The reader says whom a later mention means and why. Where its own words contradict it
- a man for a woman, another given name - the pair is left to a person.
"""

from collections.abc import Iterable, Iterator, Mapping

from lives.model.ids import MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender, Mention, MentionKind
from lives.reading.names import Grade
from lives.resolve.known import compared

JUDGE = "document/1"

# A name is better founded than a pronoun: where a person keeps two apart, the
# weaker link gives way.
_NAMED, _OTHER, _DOUBTED = 0.95, 0.9, 0.3

_CONTRADICTING = {
    Grade.GIVEN_DIFFERS: "given names differ",
    Grade.PATRONYMIC_DIFFERS: "patronymics differ",
}


def pair(
    one: MentionId,
    two: MentionId,
    verdict: Verdict,
    because: str,
    *,
    by: str,
    score: float,
) -> Judgement:
    """Make a judgement of two mentions given in either order."""
    left, right = sorted((one, two))
    return Judgement(left, right, verdict, by, because, score)


def within_documents(mentions: Iterable[Mention]) -> Iterator[Judgement]:
    """Yield a judgement for each mention that its reader takes for an earlier one.

    Args:
        mentions: Of any documents; all of a document together.
    """
    held: Mapping[MentionId, Mention] = {m.id: m for m in mentions}
    for mention in held.values():
        named = held.get(mention.antecedent) if mention.antecedent else None
        if named is None or named.id == mention.id:
            continue
        doubt = _doubt(mention, named)
        reason = mention.because or "the reader takes them for one"
        if doubt:
            verdict, score, reason = Verdict.UNSURE, _DOUBTED, f"{reason}; but {doubt}"
        else:
            by_name = mention.kind is MentionKind.NAME
            verdict, score = Verdict.SAME, _NAMED if by_name else _OTHER
        yield pair(mention.id, named.id, verdict, reason, by=JUDGE, score=score)


def _doubt(mention: Mention, named: Mention) -> str:
    if len({mention.gender, named.gender} - {Gender.UNKNOWN}) > 1:
        return "one is a man and the other a woman"
    if mention.name and named.name and mention.name != named.name:
        return _CONTRADICTING.get(compared(mention.name, named.name).verdict, "")
    return ""
