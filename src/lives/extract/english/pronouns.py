"""Whom a pronoun means: salience over a few sentences, refused when in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.entities import Cast, Entity
from lives.extract.english.evidence import is_person_verb
from lives.extract.english.lexicon import words
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose, Token
from lives.model.ids import MentionId
from lives.model.mention import Gender, Mention, MentionKind

_SINGULAR = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
_SUBJECTS = frozenset(("he", "she", "they"))
_BACK = 4  # sentences searched before the pronoun's own
_MARGIN = 12.0  # by which the best must lead the second
_LEAST = 25.0
_RECENCY = (60.0, 50.0, 32.0, 20.0, 10.0)
_BREAKS = frozenset(
    [
        "that",
        "who",
        "whom",
        "whose",
        "which",
        "when",
        "where",
        "while",
        "because",
        "although",
        "though",
        "if",
        "since",
        "as",
        "and",
        "but",
        "or",
        ";",
        ":",
        ",",
        "—",
        "–",
        "after",
        "before",
        "until",
        "than",
    ]
)


@dataclass(slots=True)
class _Trace:
    """A place where someone was meant, by name or pronoun."""

    entity: Entity
    sentence: int
    first: int
    last: int
    subject: bool
    owner: bool
    named: bool


def resolve(
    prose: Prose,
    names: Sequence[Placed],
    cast: Cast,
    groups: Sequence[Sequence[Placed]],
) -> list[Placed]:
    """Find whom each third-person pronoun means; unclear ones are left out."""
    by_sentence: dict[int, list[Placed]] = {}
    for placed in names:
        by_sentence.setdefault(placed.sentence, []).append(placed)
    traces: dict[int, list[_Trace]] = {}
    found: list[Placed] = []
    for number, sentence in enumerate(prose.sentences):
        here = [_trace(sentence.tokens, p, cast) for p in by_sentence.get(number, ())]
        traces[number] = here
        traces.pop(number - _BACK - 1, None)
        for i, token in enumerate(sentence.tokens):
            if token.lower in _SINGULAR and names:
                meant = _meant(prose, number, i, traces)
                if meant is None:
                    continue
                entity, reason = meant
                found.append(
                    _pronoun(names[0].mention, token, number, i, entity, reason)
                )
                entity.gender = entity.gender or _SINGULAR[token.lower]
                here.append(
                    _Trace(
                        entity,
                        number,
                        i,
                        i,
                        token.lower in _SUBJECTS,
                        _owns(sentence.tokens, i),
                        False,
                    )
                )
    return found


def _owns(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].lower == "his":
        return True
    if tokens[i].lower != "her" or i + 1 == len(tokens):
        return False
    after = tokens[i + 1]
    closed = words()
    return after.word and not (
        after.lower in closed["prepositions"]
        or after.lower in closed["conjunctions"]
        or after.lower in closed["determiners"]
        or after.lower in closed["subordinators"]
    )


def _trace(tokens: Sequence[Token], placed: Placed, cast: Cast) -> _Trace:
    head = placed.mention.antecedent or placed.mention.id
    owner = placed.last + 1 < len(tokens) and tokens[placed.last + 1].lower in (
        "'s",
        "'",
    )
    return _Trace(
        cast.by_head[head],
        placed.sentence,
        placed.first,
        placed.last,
        not owner and _is_subject(tokens, placed),
        owner,
        named=True,
    )


def _is_subject(tokens: Sequence[Token], placed: Placed) -> bool:
    before = placed.first - 1
    while (
        before >= 0
        and (tokens[before].capital or not tokens[before].word)
        and tokens[before].text != ","
    ):
        before -= 1
    if before >= 0 and tokens[before].lower in words()["prepositions"] - {
        "after",
        "before",
    }:
        return False
    for token in tokens[placed.last + 1 : placed.last + 4]:
        if is_person_verb(token.lower):
            return True
    return before < 0


def _meant(
    prose: Prose, number: int, i: int, traces: Mapping[int, Sequence[_Trace]]
) -> tuple[Entity, str] | None:
    tokens = prose.sentences[number].tokens
    word = tokens[i].lower
    gender = _SINGULAR[word]
    scores: dict[MentionId, float] = {}
    known: dict[MentionId, Entity] = {}
    for back in range(_BACK + 1):
        for trace in traces.get(number - back, ()):
            points = _points(tokens, i, word, back, trace)
            if points <= 0 or not _may_be(trace.entity, gender):
                continue
            head = trace.entity.head
            known[head] = trace.entity
            extra = 6.0 if head in scores else 0.0
            scores[head] = max(scores.get(head, 0.0), points) + extra
    if not scores:
        return None
    for head, entity in known.items():
        scores[head] += 8.0 if entity.gender is gender else 0.0
        scores[head] += min(10.0, entity.count * 0.5)
    ranked = sorted(scores, key=lambda head: -scores[head])
    best = ranked[0]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    if scores[best] < _LEAST or scores[best] - second < _MARGIN:
        return None
    if gender is Gender.FEMALE and not known[best].gender and len(ranked) > 1:
        return None
    name = known[best].fullest.plain
    alone = "the only one it can mean nearby" if len(ranked) == 1 else "foremost nearby"
    return known[best], f"{word}: {name}, {alone}"


def _may_be(entity: Entity, gender: Gender) -> bool:
    return entity.gender in (gender, Gender.UNKNOWN)


def _points(
    tokens: Sequence[Token], i: int, word: str, back: int, trace: _Trace
) -> float:
    points = _RECENCY[back]
    if back == 0:
        if trace.first > i:
            return _ahead(tokens, i, word, trace)
        between = tokens[trace.last + 1 : i]
        same_clause = not any(t.lower in _BREAKS for t in between)
        if word in ("himself", "herself"):
            points += 30.0 if same_clause else 0.0
        elif same_clause and word in ("he", "she"):
            points -= 20.0
        elif same_clause and not _owns(tokens, i) and not trace.owner:
            return 0.0  # "X saw him": him is not X
    points += 22.0 if trace.subject else 0.0
    points -= 10.0 if trace.owner and word in _SUBJECTS else 0.0
    points += 10.0 if trace.subject and word in _SUBJECTS else 0.0
    return points


def _ahead(tokens: Sequence[Token], i: int, word: str, trace: _Trace) -> float:
    """ "In his last speech Lenin said": the subject that follows owns what comes first."""
    opening = tokens[0].lower in words()["prepositions"] or tokens[0].lower in (
        "when",
        "while",
        "although",
    )
    plain = not any(t.lower in _SINGULAR for t in tokens[:i])
    if trace.named and trace.subject and opening and plain and _owns(tokens, i):
        return 75.0
    return 0.0


def _pronoun(
    like: Mention, token: Token, number: int, i: int, entity: Entity, reason: str
) -> Placed:
    mention = Mention(
        Mention.key(like.capture, token.start, token.end),
        like.capture,
        token.start,
        token.end,
        token.text,
        MentionKind.PRONOUN,
        gender=_SINGULAR[token.lower],
        antecedent=entity.head,
        because=reason,
    )
    return Placed(mention, number, i, i)
