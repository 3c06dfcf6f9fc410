"""The unnamed, known through others: "Zarubin's wife" is a person, and one person.

Two passages that give someone the same relation to the same person mean one human
being if the relation is one that people have one of at a time, or if the words tell
which ("the eldest son"). Sons and sisters without such a word are one only where the
second passage stands close after the first; further off it is a question. Where just
one person is named in the relation, the unnamed one is that person.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.model.ids import MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender, Mention
from lives.resolve.evidence import Evidence
from lives.resolve.label import Labels
from lives.resolve.relations import Relation, described, other_end, read_relation
from lives.resolve.within import pair

JUDGE = "relation/1"

_NAMED, _UNNAMED, _NEAR, _DOUBTED = 0.7, 0.65, 0.62, 0.3

# Code points between two passages that speak of "his son" without saying which.
_NEAR_CODE_POINTS = 1_000

_SPOUSE = {Gender.FEMALE: "wife", Gender.MALE: "husband"}


@dataclass(frozen=True, slots=True)
class Tie:
    """Someone known through another.

    Attributes:
        mention: Who.
        relation: What he or she is to the other.
        words: The relation as the passage words it.
        of: The other's person.
        whose: What the other is called, for reasons.
        several: The same words mean others too: "two daughters".
    """

    mention: Mention
    relation: Relation
    words: str
    of: MentionId
    whose: str
    several: bool


class _People:
    """Everyone so far, by the first mention of each."""

    def __init__(self, groups: Sequence[Sequence[Mention]]) -> None:
        self.mentions = {m.id: m for group in groups for m in group}
        self.first = {m.id: group[0].id for group in groups for m in group}
        self.named = {group[0].id for group in groups if any(m.name for m in group)}
        self.labels = Labels(groups)
        self.spots = Counter(
            (m.capture, m.start, m.end) for m in self.mentions.values()
        )
        self._gender: dict[MentionId, set[Gender]] = {}
        for mention in self.mentions.values():
            if mention.gender is not Gender.UNKNOWN:
                shown = self._gender.setdefault(self.first[mention.id], set())
                shown.add(mention.gender)

    def gender(self, mention: Mention) -> Gender:
        """Return the gender of a mention's person, as any mention shows it."""
        shown = self._gender.get(self.first[mention.id], set())
        return next(iter(shown)) if len(shown) == 1 else mention.gender


def by_relation(
    groups: Sequence[Sequence[Mention]], evidence: Evidence
) -> Iterator[Judgement]:
    """Judge the unnamed who stand in one relation to one person.

    Args:
        groups: The mentions of each person so far, in the order of the archive.
        evidence: Tells the kinship that statements tell.
    """
    people = _People(groups)
    ties: dict[tuple[MentionId, str], dict[MentionId, Tie]] = {}
    for tie in _ties(people, evidence):
        person = people.first[tie.mention.id]
        if person != tie.of:
            known = ties.setdefault((tie.of, tie.relation.noun), {})
            # Whichever passage tells which one is meant speaks for the person.
            if person not in known or (
                tie.relation.telling and not known[person].relation.telling
            ):
                known[person] = tie
    for group in ties.values():
        if len(group) > 1:
            yield from _judged(
                [t for p, t in group.items() if p not in people.named],
                [t for p, t in group.items() if p in people.named],
            )


def _ties(people: _People, evidence: Evidence) -> Iterator[Tie]:
    def tie(subject: Mention, words: str, other: Mention) -> Tie:
        several = people.spots[subject.capture, subject.start, subject.end] > 1
        of, whose = people.first[other.id], people.labels.of(other.id)
        return Tie(subject, read_relation(words), words, of, whose, several)

    for mention in people.mentions.values():
        of = people.mentions.get(mention.of) if mention.of else None
        if of is not None and mention.relation:
            yield tie(mention, described(mention), of)
    for kinship in evidence.kin:
        subject = people.mentions.get(kinship.subject)
        other = people.mentions.get(kinship.other)
        if subject is None or other is None:
            continue
        words = kinship.relation or _SPOUSE.get(people.gender(subject), "")
        if words:
            yield tie(subject, words, other)
        if back := other_end(words, people.gender(other)) if words else "":
            yield tie(other, back, subject)


def _judged(unnamed: Sequence[Tie], named: Sequence[Tie]) -> Iterator[Judgement]:
    earlier: list[Tie] = []
    for tie in unnamed:
        fitting = [other for other in named if _may_be(tie, other)]
        met = [other for other in earlier if _may_be(tie, other)]
        found = [*_with_named(tie, fitting)]
        yield from found
        if met and not any(j.verdict is Verdict.SAME for j in found):
            yield _with_unnamed(tie, met[-1])
        earlier.append(tie)


def _may_be(one: Tie, two: Tie) -> bool:
    if (one.mention.capture, one.mention.start) == (
        two.mention.capture,
        two.mention.start,
    ):
        return False  # two of one pair
    ours, theirs = one.relation.telling, two.relation.telling
    if ours and theirs and ours != theirs:
        return False
    genders = {one.mention.gender, two.mention.gender} - {Gender.UNKNOWN}
    return len(genders) < 2  # noqa: PLR2004 - a man and a woman


def _with_named(tie: Tie, fitting: Sequence[Tie]) -> Iterator[Judgement]:
    known_as = f"known first as “{tie.words} of {tie.whose}”"
    for other in fitting:
        sure = len(fitting) == 1 and _surely(tie, other)
        name = other.mention.name or other.mention.text
        because = f"{name} is the only {_only(tie)}; {known_as}"
        if len(fitting) > 1:
            because = f"{name} is one of {len(fitting)} named in this relation"
        elif not sure:
            because = f"{name} is {tie.relation.noun} too, perhaps another one"
        yield _pair(tie, other, because, _NAMED if sure else _DOUBTED)


def _with_unnamed(tie: Tie, other: Tie) -> Judgement:
    described = f"“{tie.words} of {tie.whose}”"
    if not _surely(tie, other):
        because = f"{described} may be more than one person"
        return _pair(tie, other, because, _DOUBTED)
    if tie.relation.one:
        return _pair(tie, other, f"both passages speak of {described}", _UNNAMED)
    return _pair(tie, other, f"{described} is spoken of again close by", _NEAR)


def _surely(one: Tie, two: Tie) -> bool:
    if one.relation.telling != two.relation.telling or one.several or two.several:
        return False
    return one.relation.one or _near(one, two)


def _only(tie: Tie) -> str:
    return f"{tie.relation.noun} of {tie.whose} who is named"


def _near(one: Tie, two: Tie) -> bool:
    if one.mention.capture != two.mention.capture:
        return False
    first, second = sorted((one.mention.start, two.mention.start))
    return second - first <= _NEAR_CODE_POINTS


def _pair(one: Tie, two: Tie, because: str, sure: float) -> Judgement:
    verdict = Verdict.UNSURE if sure == _DOUBTED else Verdict.SAME
    return pair(
        one.mention.id, two.mention.id, verdict, because, by=JUDGE, probability=sure
    )
