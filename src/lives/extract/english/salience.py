"""How likely someone meant nearby is meant again: points for place and standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.entities import Entity
from lives.extract.english.kin import kin_at
from lives.extract.english.lexicon import verb_form, words
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Token
from lives.extract.english.wordlists import is_person_verb, listed
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
_INSIDE_NAMES = frozenset(".\"“”‘’'[]")
SUBJECTS = frozenset(("he", "she", "they"))
_NEW_SUBJECTS = frozenset(("he", "she", "they", "i", "we", "it", "you"))
BACK = 4  # sentences searched before the pronoun's own
MARGIN = 12.0  # by which the best must lead the second
_REACH = 150  # tokens of its own sentence in which a pronoun looks for someone
_MOST = 200  # people of one sentence that are weighed
_AMONG = 36.0  # the same, where two named in its own sentence may be meant
_SEVERAL = 2
_LATE = 2  # sentences from which only the one person who can be meant is
LEAST = 25.0  # below which nobody is meant
# Points, set by hand: for being meant in this sentence, the one before, ...
_RECENCY = (60.0, 50.0, 32.0, 20.0, 10.0)
_SUBJECT = 22.0  # the subject of a clause
_PARALLEL = 10.0  # a subject, where the pronoun is one
_OWNER = 10.0  # against "X's", where the pronoun is a subject
_PRONOUN = 0.0  # meant by a pronoun there: the text goes on about him or her
_AGAIN = 10.0  # meant in several places nearby
_GENDER = 8.0  # the gender is known and agrees
_OFTEN, _MOST_OFTEN = 0.5, 10.0  # each time meant in the document, and at most
_BOUND = 30.0  # "X himself", "X and his wife"
_POSSESSED = 8.0  # "his" in the sentence of X
_SAME_CLAUSE = 20.0  # against X in "X ... he" within one clause
_AHEAD = 120.0  # "In his youth X"
_ASIDE = 25.0  # against whoever the paragraph before was not mainly about
_OBJECTS = frozenset(("him", "her", "them", "me", "us"))
_OPENERS = frozenset(("whatever", "whilst", "upon"))
_OPENED = 20.0  # "When X was arrested, he"
_VERB = 4  # words of a verb with its auxiliaries
_AUXILIARIES = frozenset(
    ("had", "has", "was", "is", "been", "be", "to", "later", "then")
)


@dataclass(slots=True)
class Trace:
    """A place where someone was meant, by name, pronoun or nominal."""

    entity: Entity
    mention: MentionId
    first: int
    last: int
    subject: bool
    owner: bool
    named: bool
    block: int = 0
    quotation: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """Where a pronoun stands.

    Attributes:
        sentence: Position of its sentence.
        block: Position of its paragraph.
        quotation: Number of the direct speech it stands in; 0 outside.
        alone: That is of one sentence only.
    """

    sentence: int
    block: int
    quotation: int = 0
    alone: bool = False


def named_trace(tokens: Sequence[Token], placed: Placed, entity: Entity) -> Trace:
    """Make the trace of a name."""
    after = tokens[placed.last + 1].lower if placed.last + 1 < len(tokens) else ""
    owner = after in ("'s", "'", "’")
    subject = not owner and is_subject(tokens, placed.first, placed.last)
    return Trace(
        entity, placed.mention.id, placed.first, placed.last, subject, owner, named=True
    )


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
    names = ("prepositions", "conjunctions", "determiners", "subordinators", "adverbs")
    return after.word and not any(after.lower in closed[name] for name in names)


def meant(
    tokens: Sequence[Token], i: int, point: Point, traces: Mapping[int, Sequence[Trace]]
) -> tuple[Entity, str] | None:
    """Find whom a pronoun in the singular means; None when in doubt.

    Args:
        tokens: Tokens of its sentence.
        i: Its position.
        point: Where it stands in the text.
        traces: Where people were meant, by sentence.
    """
    word = tokens[i].lower
    gender = SINGULAR[word]
    seen = _heard(traces, point, i, bound=word in ("himself", "herself"))
    here = [t for t in traces.get(point.sentence, ()) if abs(t.first - i) <= _REACH]
    barred = _barred(tokens, i, point, here)
    fits = [(n, t) for n, t in seen if t.entity.gender in (gender, Gender.UNKNOWN)]
    topic = _topic([trace for _, trace in fits])
    scores: dict[MentionId, float] = {}
    known: dict[MentionId, Entity] = {}
    for back, trace in fits:
        head = trace.entity.head
        points = 0.0 if head in barred else _points(tokens, i, back, trace)
        if points > 0 and trace.block != point.block:
            points = _from_afar(points, trace, topic)
        if points > 0:
            known[head] = trace.entity
            again = _AGAIN if head in scores else 0.0
            scores[head] = max(scores.get(head, 0.0), points) + again
    for head, entity in known.items():
        scores[head] += _GENDER if entity.gender is gender else 0.0
        scores[head] += min(_MOST_OFTEN, entity.count * _OFTEN)
    rivals = {t.entity.head for n, t in seen if n == 0 and t.last < i} & set(known)
    near = {t.entity.head for n, t in seen if n < _LATE}
    margin = MARGIN if len(rivals) < _SEVERAL or word in SUBJECTS else _AMONG
    found = _foremost(gender, scores, known, margin)
    if found is None or (len(known) > 1 and found.head not in near):
        return None
    why = "the only one it can mean nearby" if len(known) == 1 else "foremost nearby"
    return found, f"“{word}”: {found.label}, {why}"


def _from_afar(points: float, trace: Trace, topic: MentionId | None) -> float:
    """Weigh someone of another paragraph: a new one goes on about the topic."""
    if trace.entity.owner is not None:
        return 0.0
    return points if trace.entity.head == topic else points - _ASIDE


def _heard(
    traces: Mapping[int, Sequence[Trace]], point: Point, i: int, *, bound: bool
) -> list[tuple[int, Trace]]:
    """Gather whom the same voice has meant, with how many sentences ago.

    Direct speech goes on about those of whom it has spoken; if it has named nobody,
    whoever stands before it may be meant.
    """
    found = [
        (back, trace)
        for back in range(1 if bound else BACK + 1)
        for trace in traces.get(point.sentence - back, ())[-_MOST:]
        if back or abs(trace.first - i) <= _REACH
    ]
    same = [(n, trace) for n, trace in found if trace.quotation == point.quotation]
    return same or found


def _topic(fits: Sequence[Trace]) -> MentionId | None:
    """Return whom the text nearby is about: the most often meant of those who fit."""
    entities = [trace.entity for trace in fits]
    return max(entities, key=lambda entity: entity.count).head if entities else None


def _foremost(
    gender: Gender,
    scores: Mapping[MentionId, float],
    known: Mapping[MentionId, Entity],
    margin: float,
) -> Entity | None:
    ranked = sorted(scores, key=lambda head: -scores[head])
    if not ranked or scores[ranked[0]] < LEAST or not known[ranked[0]].label:
        return None
    best = known[ranked[0]]
    if best.owner in known:  # "His father was a smith. He": of either
        return None
    if len(ranked) > 1:
        if scores[ranked[0]] - scores[ranked[1]] < margin:
            return None
        if not best.gender and (
            gender is Gender.FEMALE
            or any(known[head].gender is gender for head in ranked[1:])
        ):
            return None
    return best


def _barred(
    tokens: Sequence[Token], i: int, point: Point, traces: Sequence[Trace]
) -> frozenset[MentionId]:
    """Return those the pronoun cannot mean for where they stand in its sentence.

    In "X saw him" him is not X; in "X, his driver" and "X was his driver" his is not
    X's; in "X wrote that he had died" he is not X; who speaks a sentence does not
    mean himself by "he" in it.
    """
    word = tokens[i].lower
    barred = {
        t.entity.head
        for t in traces
        if point.alone and t.quotation != point.quotation and t.subject
    }
    if word in ("himself", "herself"):
        return frozenset(barred)
    if word in SUBJECTS:
        rule = _barred_subject
    else:
        rule = _barred_owner if owns(tokens, i) else _barred_object
    return frozenset(barred | {t.entity.head for t in traces if rule(tokens, i, t)})


def _barred_subject(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """In "X wrote that he had died" he is not X, nor in "Asked about X, he spoke"."""
    if trace.last > i:
        return False
    if not trace.subject:
        return _opened_by_participle(tokens, i)
    between = {token.lower for token in tokens[trace.last + 1 : i]}
    return bool(between & listed("saying_verbs")) and _dies(tokens, i + 1)


def _opened_by_participle(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether all before a pronoun is a participle with what hangs on it."""
    form = verb_form(tokens[0].lower)
    participle = form is not None and (form.participle or form.gerund)
    breaks = {token.lower for token in tokens[:i]} & words()["subordinators"]
    return participle and not breaks and tokens[i - 1].text == ","


def _dies(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether the verb that begins at a position ends a life."""
    for token in tokens[start : start + _VERB]:
        if token.lower in listed("deadly_verbs"):
            return True
        if not (token.lower in _AUXILIARIES or token.lower.endswith("ly")):
            return False
    return False


def _barred_owner(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    if trace.first > i:  # "his brother Ivan": his is not Ivan's
        kin = kin_at(tokens, i + 1)
        return kin is not None and trace.first == kin.last + 1
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    return not trace.owner and between in ([","], ["was"], ["is"], ["became"])


def _barred_object(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    if trace.first > i or trace.owner:
        return False
    words_between = [token.lower for token in tokens[trace.last + 1 : i]]
    between = set(words_between)
    if "to" in between and _OBJECTS & set(words_between[: words_between.index("to")]):
        return False  # "X asked her to forgive him"
    breaks = listed("clause_breaks").intersection(between)
    # "X rose and expelled him": the second verb has the subject of the first.
    shared = trace.subject and breaks <= {"and", "but", "than"}
    return not breaks or (shared and not between.intersection(_NEW_SUBJECTS))


def _points(tokens: Sequence[Token], i: int, back: int, trace: Trace) -> float:
    word = tokens[i].lower
    if back == 0 and trace.first > i:
        return _ahead(tokens, i, trace)
    points = _RECENCY[back]
    points += _same_sentence(tokens, i, trace) if back == 0 else 0.0
    points += _SUBJECT if trace.subject else 0.0
    points -= _OWNER if trace.owner and word in SUBJECTS else 0.0
    points += _PRONOUN if not trace.named else 0.0
    return points + (_PARALLEL if trace.subject and word in SUBJECTS else 0.0)


def _same_sentence(tokens: Sequence[Token], i: int, trace: Trace) -> float:
    """Weigh someone meant before the pronoun in its own sentence."""
    word = tokens[i].lower
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    same_clause = not listed("clause_breaks").intersection(between)
    if word in ("himself", "herself"):
        return _BOUND * (same_clause + 2 * (not between))
    if owns(tokens, i):
        joined = between in (["and"], ["with"], [",", "with"])
        return _BOUND if joined else _POSSESSED
    opened = tokens[0].lower in words()["subordinators"] | {"after", "before", "since"}
    if opened and trace.subject and word in SUBJECTS and tokens[i - 1].text == ",":
        return _OPENED
    return -_SAME_CLAUSE if same_clause and word in SUBJECTS else 0.0


def _ahead(tokens: Sequence[Token], i: int, trace: Trace) -> float:
    """Weigh a subject that follows: "In his last speech X said"."""
    lower = tokens[0].lower
    opens = words()["prepositions"] | words()["subordinators"] | _OPENERS
    opening = lower in opens or lower.endswith(("ing", "ed"))
    plain = not any(token.lower in SINGULAR for token in tokens[:i])
    first = not any(token.text in ";:" for token in tokens[: trace.first])
    if not (trace.named and trace.subject and opening and plain and first):
        return 0.0
    if not owns(tokens, i):
        return 0.0
    ended = i + 1 < len(tokens) and tokens[i + 1].lower in listed("deadly_nouns")
    return 0.0 if ended and not _dies(tokens, trace.last + 1) else _AHEAD
