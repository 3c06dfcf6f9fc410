"""What one person is to another, reduced to what tells persons apart."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    other_end: dict[str, str]
    telling: frozenset[str]
    idle: frozenset[str]


@cache
def _words() -> _Words:
    path = files("lives.resolve").joinpath("relations.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
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


def other_end(relation: str) -> str:
    """Return what the other is to this one: a wife to a husband; "" if unknown."""
    return _words().other_end.get(read_relation(relation).noun, "")
