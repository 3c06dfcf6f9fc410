"""How likely someone meant nearby is meant again: points for place and standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.entities import Entity
from lives.extract.english.kin import kin_at
from lives.extract.english.lexicon import words
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
    while before >= 0 and _passes(tokens[before]):
        before -= 1
    prepositions = words()["prepositions"] - {"after", "before", "since", "until"}
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
    tokens: Sequence[Token], i: int, number: int, traces: Mapping[int, Sequence[Trace]]
) -> tuple[Entity, str] | None:
    """Find whom a pronoun in the singular means; None when in doubt.

    Args:
        tokens: Tokens of its sentence.
        i: Its position.
        number: Position of the sentence.
        traces: Where people were meant, by sentence.
    """
    word = tokens[i].lower
    gender = SINGULAR[word]
    scores: dict[MentionId, float] = {}
    known: dict[MentionId, Entity] = {}
    barred = _barred(tokens, i, traces.get(number, ()))
    bound = word in ("himself", "herself")
    for back in range(1 if bound else BACK + 1):
        for trace in traces.get(number - back, ()):
            head = trace.entity.head
            if trace.entity.gender not in (gender, Gender.UNKNOWN) or head in barred:
                continue
            points = _points(tokens, i, back, trace)
            if points > 0:
                known[head] = trace.entity
                again = _AGAIN if head in scores else 0.0
                scores[head] = max(scores.get(head, 0.0), points) + again
    for head, entity in known.items():
        scores[head] += _GENDER if entity.gender is gender else 0.0
        scores[head] += min(_MOST_OFTEN, entity.count * _OFTEN)
    return _foremost(word, gender, scores, known)


def _foremost(
    word: str,
    gender: Gender,
    scores: Mapping[MentionId, float],
    known: Mapping[MentionId, Entity],
) -> tuple[Entity, str] | None:
    ranked = sorted(scores, key=lambda head: -scores[head])
    if not ranked or scores[ranked[0]] < LEAST:
        return None
    best = known[ranked[0]]
    if len(ranked) > 1:
        if scores[ranked[0]] - scores[ranked[1]] < MARGIN:
            return None
        if gender is Gender.FEMALE and not best.gender:
            return None
    why = "the only one it can mean nearby" if len(ranked) == 1 else "foremost nearby"
    return best, f"“{word}”: {best.label}, {why}"


def _barred(
    tokens: Sequence[Token], i: int, traces: Sequence[Trace]
) -> frozenset[MentionId]:
    """Return those the pronoun cannot mean for where they stand in its clause.

    In "X saw him" him is not X; in "X, his driver" and "X was his driver" his is not
    X's.
    """
    word = tokens[i].lower
    if word in SUBJECTS or word in ("himself", "herself"):
        return frozenset()
    barred = _barred_owner if owns(tokens, i) else _barred_object
    return frozenset(t.entity.head for t in traces if barred(tokens, i, t))


def _barred_owner(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    if trace.first > i:  # "his brother Ivan": his is not Ivan's
        kin = kin_at(tokens, i + 1)
        return kin is not None and trace.first == kin.last + 1
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    return not trace.owner and between in ([","], ["was"], ["is"], ["became"])


def _barred_object(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    if trace.first > i or trace.owner:
        return False
    between = {token.lower for token in tokens[trace.last + 1 : i]}
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
    return -_SAME_CLAUSE if same_clause and word in SUBJECTS else 0.0


def _ahead(tokens: Sequence[Token], i: int, trace: Trace) -> float:
    """Weigh a subject that follows: "In his last speech X said"."""
    opening = tokens[0].lower in words()["prepositions"] | {"when", "while", "although"}
    plain = not any(token.lower in SINGULAR for token in tokens[:i])
    forward = trace.named and trace.subject and opening and plain
    return _AHEAD if forward and owns(tokens, i) else 0.0
