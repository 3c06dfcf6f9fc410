"""Frames: what Russian verbs and nouns of action say of people. `data/frames.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lives.extract.russian.tables import table


@dataclass(frozen=True, slots=True)
class Frame:
    """How one kind of statement is worded. The fields are told in the data file.

    Attributes:
        name: Its kind and its first verb or noun: ``arrest/арестовать``.
    """

    name: str
    kind: str
    about: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    takes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    plural: bool = False
    rest: bool = False
    term: bool = False
    has_group: bool = False
    mutual: bool = False
    behind: str = ""


@cache
def frames() -> tuple[Mapping[str, Sequence[Frame]], Mapping[str, Sequence[Frame]]]:
    """Return frames by the verb and by the noun that evokes them."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for entry in table("data/frames.toml")["frame"]:
        frame = _frame(entry)
        for verb in frame.verbs:
            verbs.setdefault(verb, []).append(frame)
        for noun in frame.nouns:
            nouns.setdefault(noun, []).append(frame)
    return verbs, nouns


def _frame(entry: dict[str, Any]) -> Frame:
    def words(key: str) -> tuple[str, ...]:
        return tuple(entry.get(key, "").split())

    verbs, nouns = words("verbs"), words("nouns")
    return Frame(
        name=f"{entry['kind']}/{(verbs or nouns)[0]}",
        kind=entry["kind"],
        about=entry["about"],
        verbs=verbs,
        nouns=nouns,
        takes=entry.get("takes", {}),
        has=frozenset(words("has")),
        lacks=frozenset(words("lacks")),
        needs=tuple(entry.get("needs", ())),
        plural=entry.get("plural", False),
        rest=entry.get("rest", False),
        term=entry.get("term", False),
        has_group=entry.get("has_group", False),
        mutual=entry.get("mutual", False),
        behind=entry.get("behind", ""),
    )


@cache
def words(key: str) -> frozenset[str]:
    """Return a class of `words.toml`; phrases where they are divided by bars."""
    text = table("data/words.toml")[key]
    parts = text.replace("\n", "").split("|") if "|" in text else text.split()
    return frozenset(part.strip() for part in parts if part.strip())


@cache
def roles() -> Mapping[str, str]:
    """Return the kind of statement that a word for what people are makes."""
    data = table("data/roles.toml")
    return {
        word.replace("ё", "е"): kind
        for kind, text in data.items()
        if kind != "origin"
        for word in text.split()
    }


@cache
def estates() -> frozenset[str]:
    """Return the words for estates and classes that people come of."""
    return frozenset(table("data/roles.toml")["origin"].split())
