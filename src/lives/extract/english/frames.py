"""Frames: what verbs and nouns of action say of people. Data in `data/frames.toml`."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lives.extract.english.lexicon import VerbForm, data, forms, irregular, words


@dataclass(frozen=True, slots=True)
class Frame:
    """How one kind of statement is worded. The fields are told in the data file.

    Attributes:
        name: Its kind and its first verb or noun, ``death/starve``; of two frames that
            this would call alike, the later one bears a number: ``journey/cross-2``.
    """

    name: str
    kind: str
    about: str
    lemmas: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: str = ""
    takes: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    with_later: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    voice: str = ""
    object_has: frozenset[str] = frozenset()
    group_named: bool = False
    role: bool = False
    work: bool = False
    reads: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, found by the word that evokes them.

    Attributes:
        by_form: Verb forms, lower case, with the frames of their lemma.
        by_noun: Nouns of action; in the singular, for a plural is no one event.
        forms: Every form of every verb.
        bases: Base forms that may follow "to".
        agentive: Verb forms that only ever tell what somebody does.
    """

    by_form: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    forms: dict[str, VerbForm]
    bases: frozenset[str]
    agentive: frozenset[str]


def _frame(entry: dict[str, Any], name: str) -> Frame:
    phrases = {
        key: tuple(entry.get(key, "").split("|")) if entry.get(key) else ()
        for key in ("with", "with_later")
    }
    return Frame(
        name=name,
        kind=entry["kind"],
        about=entry["about"],
        lemmas=tuple(entry.get("lemmas", "").split()),
        nouns=tuple(entry.get("nouns", "").split()),
        object=entry.get("object", ""),
        takes=entry.get("takes", {}),
        needs=tuple(entry.get("needs", ())),
        with_=phrases["with"],
        with_later=phrases["with_later"],
        without=tuple(entry.get("without", "").split()),
        voice=entry.get("voice", ""),
        object_has=frozenset(entry.get("object_has", "").split()),
        group_named=entry.get("group_named", False),
        role=entry.get("role", False),
        work=entry.get("work", False),
        reads=entry.get("reads", ""),
        rest=entry.get("rest", False),
    )


def _named(entries: Iterable[dict[str, Any]]) -> Iterator[Frame]:
    """Make the frames, and call each by a name of its own."""
    counts: Counter[str] = Counter()
    for entry in entries:
        first = (entry.get("lemmas") or entry["nouns"]).split()[0]
        name = f"{entry['kind']}/{first}"
        counts[name] += 1
        again = f"-{counts[name]}" if counts[name] > 1 else ""
        yield _frame(entry, name + again)


@cache
def frames() -> Frames:
    """Return the frames of `data/frames.toml`, indexed."""
    found = list(_named(tomllib.loads(data("frames.toml"))["frame"]))
    by_form: dict[str, tuple[Frame, ...]] = {}
    by_noun: dict[str, tuple[Frame, ...]] = {}
    shapes: dict[str, VerbForm] = {}
    for frame in found:
        for lemma in frame.lemmas:
            for word, form in forms(lemma).items():
                by_form[word] = (*by_form.get(word, ()), frame)
                shapes[word] = form
        for noun in frame.nouns:
            by_noun[noun] = (*by_noun.get(noun, ()), frame)
    for lemma in _other_lemmas():
        for word, form in forms(lemma).items():
            if not form.base:
                shapes.setdefault(word, form)
    bases = {lemma for frame in found for lemma in frame.lemmas}
    bases |= {form.lemma for form in irregular().values()} | set(_other_lemmas())
    agentive = {
        word
        for word, evoking in by_form.items()
        if all(frame.about == "agent" for frame in evoking)
    }
    return Frames(by_form, by_noun, shapes, frozenset(bases), frozenset(agentive))


@cache
def _other_lemmas() -> tuple[str, ...]:
    classes = words()
    names = ("reporting", "factive", "denying", "unrealised", "realised")
    return tuple(sorted(set().union(*(classes[name] for name in names))))


def lemma_of(word: str) -> str:
    """Return the base form of a verb that frames or word classes know."""
    form = frames().forms.get(word)
    return form.lemma if form else word


def evoked(word: str) -> Iterable[Frame]:
    """Return the frames a verb form evokes, those with a fixed phrase first.

    "put to death" and "put on trial" must be tried before a bare "put".
    """
    found = frames().by_form.get(word, ())
    return sorted(found, key=lambda f: not (f.with_ or f.with_later or f.object_has))
