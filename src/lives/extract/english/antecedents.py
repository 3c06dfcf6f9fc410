"""Whom a pronoun may mean, and what speaks for and against each: features by name.

The same code reads them for training (`training/pronouns.py`) and at work. A feature
is written so that it can stand in a reason: "a subject, 1 sentence before".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lives.extract.english.bars import barred, dies, excluded
from lives.extract.english.entities import Entity
from lives.extract.english.grammar import Place, apart, place
from lives.extract.english.kin import kin_at
from lives.extract.english.learned.parse import Parse
from lives.extract.english.lexicon import words
from lives.extract.english.prose import Token
from lives.extract.english.traces import (
    REFLEXIVE,
    SINGULAR,
    SUBJECTS,
    Kind,
    Part,
    Point,
    Trace,
    owns,
    part_of_pronoun,
    seen_from,
)
from lives.extract.english.wordlists import listed
from lives.model.ids import MentionId
from lives.model.mention import Gender

_MOST = 12  # people that are weighed: the latest meant
_FAR = 3  # sentences from which all are far
_OPENERS = frozenset(("whatever", "whilst", "upon", "after", "before", "since"))
_JOINED = (["and"], ["with"], [",", "with"], [",", "and"])
_NEAR, _WIDE = 4, 12  # tokens between someone and a pronoun of the same sentence
_OFTEN = (1, 3, 8)  # times meant so far, up to which someone is of the same standing
# "His father was a smith. He": of either.
RELATIVE = "known through another candidate"
RELATED = "whose relative is the latest subject"
_ROLES = {
    Part.SUBJECT: "subject",
    Part.OPENING: "subject",
    Part.OWNER: "owner",
    Part.OBJECT: "object",
    Part.HANGING: "hanging object",
}
_LINKS = frozenset(
    [
        "that",
        "because",
        "when",
        "while",
        "and",
        "but",
        "as",
        "if",
        "until",
        "after",
        "before",
        "where",
        "who",
        "which",
        ",",
    ]
)
_RANKS = ("latest", "second latest", "third latest", "fourth latest")


@dataclass(slots=True)
class Candidate:
    """Someone a pronoun may mean.

    Attributes:
        entity: Who.
        back: How many sentences ago he or she was last meant.
        trace: There.
        ahead: That is after the pronoun, in its own sentence.
        times: In how many places nearby.
        again: He or she is the subject after it, or named again there.
        features: What speaks for or against; filled last.
    """

    entity: Entity
    back: int
    trace: Trace
    ahead: bool = False
    times: int = 1
    again: str = ""
    features: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun whose antecedent is asked for.

    Attributes:
        tokens: Tokens of its sentence.
        point: Where it stands.
        gender: The gender it shows.
        part: What it is in its clause: subject, owner, object, or "reflexive".
        nobody: What speaks for its meaning nobody of the candidates.
        candidates: Whom it may mean, the latest meant first.
    """

    tokens: Sequence[Token]
    point: Point
    gender: Gender
    part: str
    nobody: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    @property
    def word(self) -> str:
        """Return the pronoun in lower case."""
        return self.tokens[self.point.at].lower


def ask(
    tokens: Sequence[Token],
    point: Point,
    traces: Mapping[int, Sequence[Trace]],
    parse: Parse | None = None,
) -> Question:
    """Gather whom a pronoun in the singular may mean, and all that tells of each.

    Args:
        tokens: Tokens of its sentence.
        point: Where it stands in the text.
        traces: Where people were meant, by sentence.
        parse: The tree of its sentence, if that was read.
    """
    word = tokens[point.at].lower
    gender = SINGULAR[word]
    part = _ROLES[part_of_pronoun(tokens, point.at)]
    if word in REFLEXIVE:
        part = "reflexive"
    found = _gathered(tokens, point, traces, gender)
    asked = Question(tokens, point, gender, part, tuple(_nobody(found, part)), found)
    _describe(asked)
    if parse is not None:
        own = place(parse, point.at, point.at)
        for candidate in found:
            candidate.features.extend(_hung(parse, own, candidate, asked.part))
    return asked


def _gathered(
    tokens: Sequence[Token],
    point: Point,
    traces: Mapping[int, Sequence[Trace]],
    gender: Gender,
) -> tuple[Candidate, ...]:
    found: dict[MentionId, Candidate] = {}
    out = _out(tokens, point, traces.get(point.sentence, ()))
    led: MentionId | None = None  # the first subject after it
    seen = sorted(seen_from(point, traces), key=lambda s: _apart(s[1], point))
    for back, trace in seen:
        if trace.entity.gender not in (gender, Gender.UNKNOWN):
            continue
        if trace.entity.head in out:
            continue
        known = found.get(trace.entity.head)
        ahead = back == 0 and trace.first > point.at
        leads = ahead and _ahead(tokens, point.at, trace)
        led = trace.entity.head if leads else led
        if known is not None:
            known.times += not ahead
            if ahead and trace.kind is Kind.NAME and not known.again:
                known.again = "the subject after it too" if leads else "named after it"
        elif len(found) < _MOST and (not ahead or leads):
            found[trace.entity.head] = Candidate(trace.entity, back, trace, ahead)
    own = [c for c in found.values() if not _of_another_voice(c.trace, point)]
    return tuple(own or found.values())


def _apart(trace: Trace, point: Point) -> bool:
    """Tell whether another voice speaks there: whom this one means goes first."""
    return trace.quotation != point.quotation


def _of_another_voice(trace: Trace, point: Point) -> bool:
    """Tell whether only long speech parts them: it goes on about its own people."""
    inside = point.quotation and not point.alone
    return _apart(trace, point) and bool(trace.long or inside)


def _out(
    tokens: Sequence[Token], point: Point, here: Sequence[Trace]
) -> set[MentionId]:
    """Return whom the pronoun cannot mean; nobody means himself by "he"."""
    bound = tokens[point.at].lower in REFLEXIVE
    return {
        trace.entity.head
        for trace in here
        if (not bound and excluded(tokens, point.at, trace))
        or (point.alone and trace.quotation != point.quotation and trace.subject)
    }


def _ahead(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise a subject that follows: "In his last speech X said"."""
    lower = tokens[0].lower
    opens = words()["prepositions"] | words()["subordinators"] | _OPENERS
    opening = lower in opens or lower.endswith(("ing", "ed"))
    plain = not any(token.lower in SINGULAR for token in tokens[:i])
    first = not any(token.text in ";:" for token in tokens[: trace.first])
    named = trace.kind is Kind.NAME and trace.subject
    if not (named and opening and plain and first) or excluded(tokens, i, trace):
        return False
    if not owns(tokens, i):
        return tokens[i].lower in SUBJECTS and lower in words()["subordinators"]
    ended = i + 1 < len(tokens) and tokens[i + 1].lower in listed("deadly_nouns")
    return not ended or dies(tokens, trace.last + 1)


def _nobody(found: Sequence[Candidate], part: str) -> Iterator[str]:
    yield f"nobody, {part}"
    yield f"{min(len(found), 3)} can be meant"
    if found:
        nearest = min(candidate.back for candidate in found)
        yield f"nobody within {min(nearest, _FAR)} sentences"
    if not any(candidate.entity.gender for candidate in found):
        yield "nobody of known gender"


def _describe(asked: Question) -> None:
    """Give each candidate its features."""
    known = {c.entity.head for c in asked.candidates}
    owners = {c.entity.owner for c in asked.candidates} & known
    gendered = any(c.entity.gender for c in asked.candidates)
    topic = max(asked.candidates, key=_count, default=None)
    subject = next((c for c in asked.candidates if c.trace.subject), None)
    voice = asked.point.quotation
    heard = next((c for c in asked.candidates if c.trace.quotation == voice), None)
    for rank, candidate in enumerate(asked.candidates):
        features = candidate.features
        if candidate is subject:
            features.append(f"the latest subject, for {asked.part}")
        if candidate is heard:
            features.append("the latest of whom this voice speaks")
        features.extend(_place(asked, candidate))
        features.extend(_standing(candidate))
        features.extend(_spoken(asked.point, candidate))
        if not candidate.ahead:
            place = _RANKS[rank] if rank < len(_RANKS) else "long ago"
            features.append(f"{place} for {asked.part}")
        features.append(_gender(asked, candidate, gendered=gendered))
        if candidate is topic and len(asked.candidates) > 1:
            features.append("the most often meant nearby")
        if candidate.entity.owner in known:
            features.append(RELATIVE)
        if candidate.entity.head in owners:
            features.append("through whom another candidate is known")
        if subject is not None and _is_relative(asked, subject, candidate):
            features.append(RELATED)
        features.extend(_paragraph(asked, candidate, topic))


def _is_relative(asked: Question, one: Candidate, of: Candidate) -> bool:
    """Tell whether one is another's, without a name, and in this paragraph."""
    here = one.trace.block == asked.point.block
    return here and one.entity.owner == of.entity.head


def _paragraph(
    asked: Question, candidate: Candidate, topic: Candidate | None
) -> Iterator[str]:
    """Tell how an earlier paragraph told of someone: a new one begins anew."""
    here = asked.point.block
    if candidate.trace.block == here:
        return
    if any(c.trace.block == here and not _in_passing(c) for c in asked.candidates):
        yield "last meant in an earlier paragraph, others in this"
    elif candidate is not topic:
        yield "not the topic of the paragraph before"


def _in_passing(candidate: Candidate) -> bool:
    """Tell whether someone is but named in a circumstance: "after the coup of X"."""
    place = candidate.trace.place
    return place is not None and "within circumstance" in place.role


def _count(candidate: Candidate) -> int:
    return candidate.entity.count


def _gender(asked: Question, candidate: Candidate, *, gendered: bool) -> str:
    if candidate.entity.gender:
        return "gender agrees"
    only = "where others agree" if gendered else "as of all"
    return f"gender unknown {only}, {asked.gender}"


def _place(asked: Question, candidate: Candidate) -> Iterator[str]:
    """Tell where someone was last meant, as seen from the pronoun."""
    trace, part = candidate.trace, candidate.trace.part.value
    if candidate.ahead:
        kin = kin_at(asked.tokens, asked.point.at + 1) is not None
        yield f"the subject after {'its kin' if kin else 'it'}, for {asked.part}"
        return
    if candidate.back == 0:
        yield f"{part} of the same sentence, for {asked.part}"
        yield from _same_sentence(asked, trace)
    else:
        back = min(candidate.back, _FAR)
        yield f"{part} {back} before, for {asked.part}"
    if _announced(asked, candidate):
        yield "announced by “as for”"
    if candidate.again:
        yield f"{candidate.again}, for {asked.part}"
    near = min(candidate.back, 2)
    yield f"by {trace.kind} {near} before"
    yield f"{part} by {trace.kind} {near} before, for {asked.part}"


def _announced(asked: Question, candidate: Candidate) -> bool:
    """Recognise "As for X, he"."""
    first = candidate.trace.first
    before = [token.lower for token in asked.tokens[max(first - 2, 0) : first]]
    return candidate.back == 0 and before == ["as", "for"]


def _same_sentence(asked: Question, trace: Trace) -> Iterator[str]:
    tokens, i, part = asked.tokens, asked.point.at, asked.part
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    breaks = listed("clause_breaks").intersection(between)
    if part == "reflexive":
        yield "right before “himself”" if not between else "before “himself”"
    else:
        bar = barred(tokens, i, trace)
        if bar:
            yield f"barred: {bar}"
    link = tokens[i - 1].lower if i else ""
    if part == "subject":
        link = f"“{link}”" if link in _LINKS else "another word"
        yield f"{trace.part.value} of the same sentence, it after {link}"
    if part == "owner" and between in _JOINED:
        yield "joined to it by “and”"
    opened = tokens[0].lower in words()["subordinators"] | _OPENERS
    if opened and trace.subject and part == "subject" and tokens[i - 1].text == ",":
        yield "subject of the opening clause"
    clause = "another clause" if breaks else "the same clause"
    yield f"in {clause}, for {part}"
    width = "near" if len(between) <= _NEAR else "apart"
    yield f"{width if len(between) <= _WIDE else 'far apart'}, for {part}"


def _hung(parse: Parse, own: Place, candidate: Candidate, part: str) -> Iterator[str]:
    """Tell how someone stood in the tree where he or she was last meant."""
    met = candidate.trace.place
    if met is None:
        return
    if met.role == "owner within apposition":
        yield "named to tell of another"
    if candidate.back:
        there = f"{met.role} of a {met.sort}"
        yield f"{there}, {min(candidate.back, 2)} before, for {own.role}"
        yield f"{there}, for {part} of a {own.sort}"
    else:
        order = "after" if candidate.ahead else "before"
        lies = f"{order} it {apart(parse, met, own)}"
        yield f"{lies}, for {part}"
        yield f"{met.role} {lies}, for {own.role}"
    if met.role == own.role:
        yield f"the same in its clause, {min(candidate.back, 2)} before"


def _standing(candidate: Candidate) -> Iterator[str]:
    """Tell how much the text has said of someone so far."""
    count = candidate.entity.count
    often = next((f"up to {n}" for n in _OFTEN if count <= n), "often")
    yield f"meant {often} so far"
    yield f"meant {min(candidate.times, 4)} times nearby"
    if candidate.entity.heads:
        yield "whose name heads the text"


def _spoken(point: Point, candidate: Candidate) -> Iterator[str]:
    """Tell how someone stands to the direct speech around the pronoun."""
    there = candidate.trace.quotation
    if there == point.quotation:
        if there:
            yield "meant in the same speech"
    elif point.quotation:
        yield "meant outside the speech"
    else:
        yield "meant within speech"
