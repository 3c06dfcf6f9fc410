"""Which words stand for people in the plural."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lives.extract.english.lexicon import data, irregular
from lives.extract.english.lexicon import words as lexicon
from lives.extract.english.prose import Token
from lives.extract.english.roles import roles

# "-ists" and "-ites" are people; so are "-men". Letters before the ending: "lists".
_BY_FORM = re.compile(
    r"[^\W\d_]{3,}(?:[iy]sts|tants|ovites|evites|inites|kyites|[a-z]niks)|"
    r"[^\W\d_]{2,}(?:women|workers|wrights|smiths|keepers|people)|"
    r"(?!speci)[^\W\d_]{3,}men"
)
_NATIONS = re.compile(r"[A-Z][a-z]{2,}(?:ians|eans|icans|ians|ese|ovites|ists|ites)")
_NOT_PEOPLE = frozenset(
    ("exists", "consists", "persists", "insists", "resists", "assists", "enlists")
)
_BEFORE_THE = frozenset(("of", "all", "both", "half"))
_MODIFIERS = 7  # words that may stand between a number and its noun


@dataclass(frozen=True, slots=True)
class Crowds:
    """Words by what they tell of people."""

    people: frozenset[str]
    bodies: frozenset[str]
    cases: frozenset[str]
    substantives: frozenset[str]
    happenings: frozenset[str]
    voices: frozenset[str]
    inner: frozenset[str]
    units: frozenset[str]
    boundaries: frozenset[str]
    onward: frozenset[str]
    vague: frozenset[str]
    adjectives: frozenset[str]
    trivial: frozenset[str]
    ages: frozenset[str]
    numerals: frozenset[str]


@cache
def crowds() -> Crowds:
    """Return the words of `data/aggregates.toml`, with the nouns of roles."""
    words = {
        k: frozenset(v.split())
        for k, v in tomllib.loads(data("aggregates.toml")).items()
    }
    plurals = frozenset(_plural(noun) for noun in roles().kind_of)
    words["people"] |= plurals
    return Crowds(**words)


def is_people(token: Token) -> bool:
    """Tell whether a word counts people: "workers", "ex-members", "Trotskyists"."""
    lower = token.lower.removeprefix("ex-").removeprefix("non-")
    last = lower.rpartition("-")[2]
    if {lower, last} & crowds().people:
        return True
    if _NATIONS.fullmatch(token.text):
        return True
    return last not in _NOT_PEOPLE and _BY_FORM.fullmatch(last) is not None


def head_of(tokens: Sequence[Token], start: int) -> int | None:
    """Return the place of the noun of people that a number at ``start`` counts.

    Args:
        tokens: A sentence.
        start: The first word after the number.

    Returns:
        The last noun of people before the phrase ends, or None: "200 old prisoners'
        letters" counts letters.
    """
    words = crowds()
    found = None
    for i in range(start, min(len(tokens), start + _MODIFIERS)):
        token = tokens[i]
        if not token.word and token.text not in {"-", "’s", "'s"}:
            break
        if token.lower in words.units or token.lower in words.boundaries:
            break
        if (
            token.lower == "the"
            and i > start
            and tokens[i - 1].lower not in _BEFORE_THE
        ):
            break
        if is_people(token):
            if token.capital and i > start and _is_title(tokens[i - 1], token):
                return None
            found = i
        elif found is not None or _ends(token):
            break
    if found is None or _owns(tokens, found):
        return None
    return found


def _is_title(before: Token, noun: Token) -> bool:
    """Tell whether a capital belongs to a title: "120 Daily Workers" were sold."""
    return before.capital and noun.lower in crowds().people


def _ends(token: Token) -> bool:
    """Tell whether a word ends a noun phrase before it has named anybody."""
    words = crowds()
    form = irregular().get(token.lower)
    if form is not None and form.past and token.lower not in words.adjectives:
        return True  # "21 nations sent troops" counts nations
    if token.lower in lexicon()["prepositions"] and token.lower not in words.inner:
        return True
    carried = token.lower in words.onward or token.lower in words.happenings
    return carried and token.lower not in words.inner | words.substantives


def _owns(tokens: Sequence[Token], at: int) -> bool:
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return follower is not None and follower.text in {"'", "’", "’s", "'s"}


def _plural(noun: str) -> str:
    if noun.endswith(("children", "people")):
        return noun
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
