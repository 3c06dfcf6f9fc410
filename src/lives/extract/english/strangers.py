"""People no one is known to be: "an interrogator", a name that may be none.

A pronoun that as well means one of them is left out.
"""

from collections.abc import Iterator, Sequence

from lives.extract.english.entities import Entity
from lives.extract.english.kin import gender_of_noun
from lives.extract.english.prose import Token
from lives.extract.english.traces import SINGULAR, Kind, Trace, part_of
from lives.extract.english.wordlists import is_person_verb, is_role, listed
from lives.model.ids import MentionId
from lives.model.mention import Gender
from lives.reading.names import Name

_INDEFINITE = frozenset(("a", "an", "another", "some", "one", "every", "each", "the"))
_SHOWN = {
    "man": Gender.MALE,
    "boy": Gender.MALE,
    "gentleman": Gender.MALE,
    "priest": Gender.MALE,
    "king": Gender.MALE,
    "woman": Gender.FEMALE,
    "girl": Gender.FEMALE,
    "lady": Gender.FEMALE,
    "nun": Gender.FEMALE,
    "queen": Gender.FEMALE,
    "actress": Gender.FEMALE,
}
_PHRASE = 4  # words between an article and its noun
_LONGEST = 30  # tokens of an opening phrase
_CUT = frozenset(",;:()")


def stranger(tokens: Sequence[Token], number: int, first: int, last: int) -> Trace:
    """Make the trace of someone unknown."""
    lower = tokens[last].lower
    gender = _SHOWN.get(lower, gender_of_noun(lower))
    head = MentionId(f"stranger {number} {first}")
    entity = Entity(head, [Name("")], gender, number)
    part = part_of(tokens, first, last)
    return Trace(entity, head, first, last, part, Kind.STRANGER)


def strangers(
    tokens: Sequence[Token], number: int, known: Sequence[Trace]
) -> Iterator[Trace]:
    """Find who is called by a calling alone: "an officer", "the judge".

    Whoever is named beside it, or said to be one, is no stranger.

    Args:
        tokens: Tokens of a sentence.
        number: Position of the sentence.
        known: The names that stand in it.
    """
    starts = {trace.first for trace in known}
    ends = {trace.last for trace in known}
    for i, token in enumerate(tokens):
        if token.lower not in _INDEFINITE:
            continue
        last = noun_after(tokens, i)
        if last and not _of_someone(tokens, i, last, starts, ends):
            yield stranger(tokens, number, i, last)


def noun_after(tokens: Sequence[Token], article: int) -> int:
    """Return where the noun of a phrase stands, if it is a human being's; or 0."""
    for i in range(article + 1, min(len(tokens), article + 2 + _PHRASE)):
        token = tokens[i]
        if not token.word or token.lower in listed("copulas"):
            return 0
        if (is_role(token.lower) or token.lower in _SHOWN) and not token.capital:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            compound = after is not None and after.word and is_role(after.lower)
            if not compound:
                return i
    return 0


def _of_someone(
    tokens: Sequence[Token], first: int, last: int, starts: set[int], ends: set[int]
) -> bool:
    before = tokens[first - 1].lower if first else ""
    if before in listed("copulas") | {"as", "became", "like"}:
        return True
    if _opening(tokens, last):
        return True
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    named = last + 1 in starts or (after == "," and last + 2 in starts)
    apposed = before in _CUT and first - 2 in ends
    return named or apposed or (before == "," and _joined(tokens, first))


def _opening(tokens: Sequence[Token], last: int) -> bool:
    """Recognise "A smith by calling, he" and "A deputy and a poet, Orlov"."""
    for i, token in enumerate(tokens[: min(len(tokens) - 1, _LONGEST)]):
        if is_person_verb(token.lower) and not token.lower.endswith("ed"):
            return False
        if i > last and token.text == ",":
            after = tokens[i + 1]
            return after.lower in SINGULAR or after.capital
    return False


def _joined(tokens: Sequence[Token], first: int) -> bool:
    """Recognise a second apposition: "X, a smith, the leader of a union,"."""
    return any(token.lower == "a" for token in tokens[max(0, first - 6) : first - 1])
