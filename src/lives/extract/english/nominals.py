"""Nouns that mean someone met before: "the poet", "the former", "the latter"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lives.extract.english.entities import Entity
from lives.extract.english.prose import Token
from lives.extract.english.strangers import noun_after
from lives.extract.english.traces import Kind, Trace
from lives.extract.english.wordlists import is_person_verb, is_role, listed
from lives.model.ids import MentionId

_ORDINALS = {"former": 0, "latter": 1}
_CLOSED = frozenset(",.;:)'’”\"") | {"'s"}
_TWO = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """Someone a noun means.

    Attributes:
        entity: Who.
        first: First token of the words that mean him or her.
        last: The last.
        reason: Why.
    """

    entity: Entity
    first: int
    last: int
    reason: str


@dataclass(slots=True)
class Described:
    """What people of a document have been said to be: by noun, then by first mention.

    Attributes:
        by_noun: Everyone said to be a poet, by "poet".
    """

    by_noun: dict[str, set[MentionId]] = field(default_factory=dict)

    def note(self, tokens: Sequence[Token], trace: Trace) -> None:
        """Note what the words beside a name say that its bearer is."""
        for noun in _beside(tokens, trace):
            self.by_noun.setdefault(noun, set()).add(trace.entity.head)

    def bearer(
        self, tokens: Sequence[Token], unknown: Trace, near: Sequence[Trace]
    ) -> Meant | None:
        """Find the one person nearby who is what "the poet" says; None in doubt.

        Args:
            tokens: Tokens of the sentence.
            unknown: Where the words stand.
            near: Where people were meant before.
        """
        following = tokens[unknown.last + 1 : unknown.last + 2]
        owned = any(token.lower in ("of", "in", "at", "who") for token in following)
        if tokens[unknown.first].lower != "the" or owned:
            return None
        noun = tokens[unknown.last].lower
        said = self.by_noun.get(noun, set())
        found = {
            trace.entity.head: trace.entity
            for trace in near
            if trace.entity.head in said
        }
        if len(found) != 1:
            return None
        (entity,) = found.values()
        reason = f"“the {noun}”: {entity.label}, the only one nearby said to be one"
        return Meant(entity, unknown.first, unknown.last, reason)


def _beside(tokens: Sequence[Token], trace: Trace) -> Iterator[str]:
    """Yield the nouns of "the poet X", "X, a young poet," and "X was a poet"."""
    if trace.first and _calls(tokens[trace.first - 1]):
        yield tokens[trace.first - 1].lower
    link = trace.last + 1
    after = tokens[link].lower if link < len(tokens) else ""
    if after == "," or after in listed("copulas"):
        article = tokens[link + 1].lower if link + 1 < len(tokens) else ""
        last = noun_after(tokens, link + 1) if article in ("a", "an", "the") else 0
        if last:
            yield tokens[last].lower


def _calls(token: Token) -> bool:
    return token.word and not token.capital and is_role(token.lower)


def of_two(
    tokens: Sequence[Token],
    number: int,
    traces: Mapping[int, Sequence[Trace]],
) -> Iterator[Meant]:
    """Find whom "the former" and "the latter" of a sentence mean.

    They are of the two people named before them in the sentence or, if there is none,
    in the sentence before; of one or three, nobody is meant.
    """
    for i, token in enumerate(tokens):
        if token.lower not in _ORDINALS or not _alone(tokens, i):
            continue
        here = [t for t in traces.get(number, ()) if t.last < i]
        pair = _named(here) or _named(traces.get(number - 1, ()))
        if len(pair) == _TWO:
            entity = pair[_ORDINALS[token.lower]]
            names = " and ".join(one.label for one in pair)
            reason = f"“the {token.lower}” of {names}"
            yield Meant(entity, i - 1, i, reason)


def _alone(tokens: Sequence[Token], i: int) -> bool:
    """Tell "the latter" from "the latter years"."""
    if not i or tokens[i - 1].lower != "the":
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or after.lower in _CLOSED or is_person_verb(after.lower)


def _named(traces: Sequence[Trace]) -> list[Entity]:
    """Return those named in a sentence, in order, each once."""
    named = sorted(
        (t for t in traces if t.kind is Kind.NAME), key=lambda trace: trace.first
    )
    return list({trace.entity.head: trace.entity for trace in named}.values())
