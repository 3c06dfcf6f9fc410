"""Nouns that say what a person is: callings, offices, standings, kin.

The data is `data/roles.toml`. A noun phrase is read by its head: "the young writer",
"finance minister", "member of the Central Committee".
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lives.extract.english.lexicon import data

_HEAD_KINDS = (
    "authorship",
    "kinship",
    "membership",
    "office",
    "occupation",
    "acquaintance",
    "education",
    "military_service",
    "imprisonment",
    "exile",
    "camp",
    "emigration",
    "protest",
    "trial",
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The nouns by kind of statement.

    Attributes:
        kind_of: Kind of each noun.
        needs_group: Nouns that say something only with a group: "leader of the X".
        plain: Premodifiers that do not change what a person is.
        works: Nouns of what people write.
        group_words: Nouns that end the names of organisations.
        human: Nouns for people that are no calling: "immigrants".
        surnames: Callings that are surnames as well.
        trades: What ends the name of a trade after a hyphen: "burner".
        closed: What ends it without one: "checkweigher".
    """

    kind_of: dict[str, str]
    needs_group: frozenset[str]
    plain: frozenset[str]
    works: frozenset[str]
    group_words: frozenset[str]
    human: frozenset[str]
    surnames: frozenset[str]
    trades: frozenset[str]
    closed: tuple[str, ...]


@cache
def roles() -> Roles:
    """Return the nouns of `data/roles.toml`."""
    entries = {k: v.split() for k, v in tomllib.loads(data("roles.toml")).items()}
    kind_of = {noun: kind for kind in _HEAD_KINDS for noun in entries[kind]}
    return Roles(
        kind_of,
        frozenset(entries["needs_group"]),
        frozenset(entries["plain"]),
        frozenset(entries["works"]),
        frozenset(entries["group_words"]),
        frozenset(entries["human"]),
        frozenset(entries["surnames"]),
        frozenset(entries["trades"]),
        tuple(entries["closed"]),
    )


def role_of(words: Sequence[str]) -> tuple[str, str]:
    """Read the words of a noun phrase: the kind, and the calling with its modifiers.

    Args:
        words: Its words as written, head last.

    Returns:
        Kind and words, or two empty strings when the head says nothing of a person.

    >>> role_of(["the", "young", "writer"])
    ('occupation', 'writer')
    >>> role_of(["the", "then", "finance", "minister"])
    ('office', 'finance minister')
    """
    if not words:
        return "", ""
    known = roles()
    head = words[-1].lower()
    kind = known.kind_of.get(head) or known.kind_of.get(head.rpartition("-")[2], "")
    kind = kind or ("occupation" if _trade(head) else "")
    if not kind:
        return "", ""
    first = len(words) - 1
    while first > 0 and _modifies(words[first - 1]):
        first -= 1
    return kind, " ".join(words[first:]).replace(" '", "'").replace(" ’", "’")


def _trade(word: str) -> bool:
    """Tell whether a word is made like a trade: "charcoal-burner", "checkweigher"."""
    thing, hyphen, does = word.rpartition("-")
    closed = any(word.endswith(end) and word != end for end in roles().closed)
    return (bool(hyphen and thing) and does in roles().trades) or closed


def plural_role(words: Sequence[str]) -> tuple[str, str]:
    """Read the words of a noun phrase in the plural as what each of several is.

    >>> plural_role(["both", "journalists"])
    ('occupation', 'journalist')
    >>> plural_role(["two", "French", "nuns"])
    ('occupation', 'French nun')
    """
    if not words:
        return "", ""
    for singular in _singulars(words[-1]):
        kind, role = role_of([*words[:-1], singular])
        if kind:
            return kind, role
    return "", ""


def _singulars(word: str) -> Sequence[str]:
    """Return what a plural may be the plural of."""
    if word.endswith("men"):
        return (f"{word[:-3]}man",)
    if not word.endswith("s") or word.endswith("ss"):
        return ()
    return (word[:-1], f"{word[:-3]}y", word[:-2])


def _modifies(word: str) -> bool:
    """Tell whether a word before the head says what sort of calling it is."""
    plain = word.lower() in roles().plain or word.lower().endswith("ly")
    letters = word.strip("'’").replace("-", "")
    return not plain and (letters.isalpha() or not letters)
