"""Who is who within one document, on the word of its reader and never blindly.

The reader says whom a later mention means and why. Where its own words contradict it
- a man for a woman, another given name - the pair is left to a person.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from lives.model.ids import CaptureId, MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.when import When
from lives.reading.names import Grade
from lives.resolve.evidence import Evidence
from lives.resolve.known import compared, contradict

Dated = tuple[str, When]

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
    probability: float,
) -> Judgement:
    """Make a judgement of two mentions given in either order."""
    left, right = sorted((one, two))
    return Judgement(left, right, verdict, by, because, probability)


def within_documents(
    mentions: Iterable[Mention], evidence: Evidence, lists: Container[CaptureId] = ()
) -> Iterator[Judgement]:
    """Yield a judgement for each mention that its reader takes for an earlier one.

    Args:
        mentions: All of a document's, or of several documents.
        evidence: What statements tell of them.
        lists: Which captures are lists: what a row gives as another name of its person
            is another name, however little it resembles the first.
    """
    held: Mapping[MentionId, Mention] = {m.id: m for m in mentions}
    bounds = _bounds(held, evidence)
    for mention in held.values():
        named = held.get(mention.antecedent) if mention.antecedent else None
        if named is None or named.id == mention.id:
            continue
        doubt = _doubt(mention, named, told=mention.capture in lists)
        if not doubt and mention.kind is not MentionKind.NAME:
            told = (
                *evidence.dates.get(mention.id, ()),
                *evidence.hearsay.get(mention.id, ()),
            )
            doubt = _impossible(told, bounds.get(_first(mention, held), []))
        reason = mention.because or "the reader takes them for one"
        if doubt:
            verdict, sure, reason = Verdict.UNSURE, _DOUBTED, f"{reason}; but {doubt}"
        else:
            by_name = mention.kind is MentionKind.NAME
            verdict, sure = Verdict.SAME, _NAMED if by_name else _OTHER
        yield pair(mention.id, named.id, verdict, reason, by=JUDGE, probability=sure)


def _first(mention: Mention, held: Mapping[MentionId, Mention]) -> MentionId:
    """Follow a mention to the first of its chain."""
    seen = {mention.id}
    while mention.antecedent and mention.antecedent not in seen:
        named = held.get(mention.antecedent)
        if named is None:
            break
        mention = named
        seen.add(mention.id)
    return mention.id


def _bounds(
    held: Mapping[MentionId, Mention], evidence: Evidence
) -> dict[MentionId, list[Dated]]:
    """Return births and deaths told of names, by the first mention of the chain."""
    found: dict[MentionId, list[Dated]] = {}
    for key, told in evidence.dates.items():
        mention = held.get(key)
        if mention is not None and mention.kind is MentionKind.NAME:
            bounds = [dated for dated in told if dated[0] in {"birth", "death"}]
            found.setdefault(_first(mention, held), []).extend(bounds)
    return found


def _impossible(told: Iterable[Dated], bounds: Iterable[Dated]) -> str:
    """Say what a pronoun tells that the one it is taken for cannot have lived.

    One document seldom contradicts itself; a pronoun is easily misread.
    """
    known = list(bounds)
    for kind, when in told:
        for bound, limit in known:
            if kind == bound and not when.agrees_with(limit):
                return f"the same document dates the {kind} {limit.edtf}"
            if bound == "death" and limit.before(when):
                return f"it tells of a time after the death, {limit.edtf}"
            if bound == "birth" and when.before(limit):
                return f"it tells of a time before the birth, {limit.edtf}"
    return ""


def _doubt(mention: Mention, named: Mention, *, told: bool) -> str:
    if len({mention.gender, named.gender} - {Gender.UNKNOWN}) > 1:
        return "one is a man and the other a woman"
    if told:
        return ""
    if mention.name and named.name and contradict(mention.name, named.name):
        return _CONTRADICTING.get(compared(mention.name, named.name).verdict, "")
    return ""
