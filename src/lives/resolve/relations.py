"""What one person is to another, reduced to what tells persons apart."""

import re
from dataclasses import dataclass
from functools import cache

from lives import packaged
from lives.model.mention import Gender, Mention, MentionKind

# "Her second, much younger husband": the telling word may stand a little before.
_REACH = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as words give it.

    Attributes:
        noun: The relation under one name for its several words: "wife" for "widow".
        telling: Words that tell one from another: "first", "eldest".
        one: Whether these words can mean only one person at a time.
    """

    noun: str
    telling: tuple[str, ...]
    one: bool


@dataclass(frozen=True, slots=True)
class _Words:
    one: frozenset[str]
    same: dict[str, str]
    other_end: dict[str, dict[str, str]]
    telling: frozenset[str]
    idle: frozenset[str]


@cache
def _words() -> _Words:
    data = packaged.table("lives.resolve", "relations.toml")
    return _Words(
        frozenset(data["one"]),
        data["same"],
        data["other_end"],
        frozenset(data["qualifiers"]["telling"]),
        frozenset(data["qualifiers"]["idle"]),
    )


@cache
def read_relation(text: str) -> Relation:
    """Read the words for a relation.

    >>> read_relation("widow"), read_relation("late wife").noun
    (Relation(noun='wife', telling=(), one=True), 'wife')
    >>> read_relation("son").one, read_relation("eldest son").one
    (False, True)
    """
    known = _words()
    words = [word for word in text.casefold().split() if word not in known.idle]
    telling = tuple(sorted(word for word in words if word in known.telling))
    noun = " ".join(word for word in words if word not in known.telling)
    noun = known.same.get(noun, noun)
    return Relation(noun, telling, noun in known.one or bool(telling))


def other_end(relation: str, gender: Gender) -> str:
    """Return what the other is to this one; "" if unknown.

    >>> other_end("widow", Gender.MALE), other_end("daughter", Gender.FEMALE)
    ('husband', 'mother')
    """
    return _words().other_end.get(read_relation(relation).noun, {}).get(gender, "")


def described(mention: Mention) -> str:
    """Return what someone is to the other whom the words name, in full.

    A nominal says itself which one it means; a name says nothing of the kind.
    """
    if mention.kind is MentionKind.NOMINAL:
        return with_telling(mention.relation, mention.text)
    return mention.relation


def with_telling(relation: str, passage: str) -> str:
    """Add to a relation what the passage says to tell which one is meant.

    >>> with_telling("wife", "Zarubin's first wife")
    'first wife'
    >>> with_telling("sister", "His first book was printed by her sister")
    'sister'
    """
    words = _WORD.findall(passage.casefold())
    noun = relation.casefold().split()[-1:]
    told: list[str] = []
    for i, word in enumerate(words):
        if [word] == noun:
            told = [w for w in words[max(0, i - _REACH) : i] if w in _words().telling]
            break
    missing = [word for word in told if word not in relation.casefold().split()]
    return " ".join((*missing, relation))
