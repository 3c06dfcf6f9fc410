"""Where people were meant: the traces from which pronouns find their antecedents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lives.extract.english.entities import Entity
from lives.extract.english.grammar import Place
from lives.extract.english.lexicon import words
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Token
from lives.extract.english.wordlists import is_person_verb, is_role
from lives.model.ids import MentionId
from lives.model.mention import Gender

SINGULAR = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
SUBJECTS = frozenset(("he", "she", "they"))
REFLEXIVE = frozenset(("himself", "herself"))
BACK = 5  # sentences searched before the pronoun's own
_REACH = 150  # tokens of its own sentence in which a pronoun looks for someone
_MOST = 40  # people of one sentence that are weighed
_BEFORE_NOUNS = frozenset(
    ["first", "second", "third", "last", "most", "very", "ever", "former", "own"]
)
_ADDRESSES = frozenset(
    "majesty excellency highness lordship ladyship holiness eminence honour".split()  # noqa: SIM905
)
_INSIDE_NAMES = frozenset(".\"“”‘’'[]")


class Kind(StrEnum):
    """How someone was meant."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"
    GUESS = "guess"  # a pronoun too much in doubt to be resolved
    STRANGER = "stranger"  # "an officer": nobody known


class Part(StrEnum):
    """What words are in their clause, as far as their neighbours show it."""

    SUBJECT = "subject"
    OPENING = "opening subject"  # with which the sentence begins
    OWNER = "owner"
    OBJECT = "object"
    HANGING = "hanging on a preposition"
    JOINED = "joined to another"
    ASIDE = "in brackets"


@dataclass(slots=True)
class Trace:
    """A place where someone was meant.

    Attributes:
        entity: Whom.
        mention: By which mention.
        first: Its first token in the sentence.
        last: Its last.
        part: Subject, owner ("X's", "his") or other.
        kind: Name, pronoun, nominal.
        block: Position of its paragraph.
        quotation: Number of the direct speech it stands in; 0 outside.
        long: That is of several sentences, and speaks of its own people.
        place: Where it stands in the tree of its sentence, if that was read.
    """

    entity: Entity
    mention: MentionId
    first: int
    last: int
    part: Part
    kind: Kind
    block: int = 0
    quotation: int = 0
    long: bool = False
    place: Place | None = None

    @property
    def subject(self) -> bool:
        """Tell whether it is the subject of a clause."""
        return self.part in (Part.SUBJECT, Part.OPENING)

    @property
    def owner(self) -> bool:
        """Tell whether something is said to be its own."""
        return self.part is Part.OWNER


@dataclass(frozen=True, slots=True)
class Point:
    """Where a pronoun stands.

    Attributes:
        sentence: Position of its sentence.
        at: Its position among the tokens.
        block: Position of its paragraph.
        quotation: Number of the direct speech it stands in; 0 outside.
        alone: That is of one sentence only.
    """

    sentence: int
    at: int
    block: int
    quotation: int = 0
    alone: bool = False


def named_trace(tokens: Sequence[Token], placed: Placed, entity: Entity) -> Trace:
    """Make the trace of a name."""
    part = part_of(tokens, placed.first, placed.last)
    identity = placed.mention.id
    return Trace(entity, identity, placed.first, placed.last, part, Kind.NAME)


def part_of(tokens: Sequence[Token], first: int, last: int) -> Part:
    """Guess what a name or noun is in its clause."""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if after in ("'s", "'", "’"):
        return Part.OWNER
    start = _phrase(tokens, first)
    before = tokens[start - 1].lower if start else ""
    if before == "(":
        return Part.ASIDE
    if is_subject(tokens, first, last):
        return Part.SUBJECT if start else Part.OPENING
    if before in words()["prepositions"]:
        return Part.HANGING
    return Part.JOINED if before in ("and", "or", ",") else Part.OBJECT


def _phrase(tokens: Sequence[Token], first: int) -> int:
    """Return where the phrase of a name begins: "his friend X", "the writer X"."""
    plain = words()["determiners"] | words()["possessives"]
    for start in range(first, max(-1, first - 4), -1):
        if start == 0 or tokens[start].lower in plain:
            return start
        before = tokens[start - 1]
        if not (before.lower in plain or is_role(before.lower)):
            return start
    return first


def part_of_pronoun(tokens: Sequence[Token], i: int) -> Part:
    """Tell what a pronoun in the third person is in its clause."""
    if tokens[i].lower in SUBJECTS:
        return Part.SUBJECT if i else Part.OPENING
    if owns(tokens, i):
        return Part.OWNER
    hanging = i and tokens[i - 1].lower in words()["prepositions"]
    return Part.HANGING if hanging else Part.OBJECT


def is_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Guess whether the words are the subject of a clause."""
    before = first - 1
    prepositions = words()["prepositions"] - {"after", "before", "since", "until"}
    while before >= 0 and _passes(tokens[before]):
        if tokens[before].lower in prepositions:
            return False  # "Of X, who had led the party,"
        before -= 1
    if before >= 0 and tokens[before].lower in prepositions:
        return False
    following = tokens[last + 1 : last + 4]
    return any(is_person_verb(token.lower) for token in following) or before < 0


def _passes(token: Token) -> bool:
    return token.capital or token.text in _INSIDE_NAMES


def owns(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "his" or "her" at a position stands before what it owns."""
    if tokens[i].lower in ("his", "their"):
        return True
    if tokens[i].lower != "her" or i + 1 == len(tokens):
        return False
    after, closed = tokens[i + 1], words()
    if after.lower in _BEFORE_NOUNS:
        return True
    names = ("prepositions", "conjunctions", "determiners", "subordinators", "adverbs")
    return after.word and not any(after.lower in closed[name] for name in names)


def is_address(tokens: Sequence[Token], i: int) -> bool:
    """Recognise "His Majesty" at a position: no pronoun, but a title."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.capital and after.lower in _ADDRESSES


def seen_from(
    point: Point, traces: Mapping[int, Sequence[Trace]]
) -> Iterator[tuple[int, Trace]]:
    """Yield who was meant near a pronoun, the nearest first.

    Yields:
        How many sentences ago, and the trace. Those after the pronoun in its own
        sentence come last.
    """
    own = [
        t for t in traces.get(point.sentence, ()) if abs(t.first - point.at) < _REACH
    ]
    own.sort(key=_place, reverse=True)
    yield from ((0, t) for t in own if t.first < point.at)
    for back in range(1, BACK + 1):
        there = traces.get(point.sentence - back, ())
        latest = sorted(there, key=_place, reverse=True)[:_MOST]
        yield from ((back, trace) for trace in latest)
    yield from ((0, t) for t in reversed(own) if t.first > point.at)


def _place(trace: Trace) -> int:
    return trace.first
