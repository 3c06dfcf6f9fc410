"""Frames: what verbs and nouns of action say of people. Data in `data/frames.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lives.extract.english.lexicon import VerbForm, data, forms, irregular, words
from lives.extract.english.phrases import listed

# Classes of verbs that say how what hangs on them stands.
_COLOURING = (
    "reporting",
    "factive",
    "denying",
    "unrealised",
    "realised",
    "retracting",
    "ruling",
    "inventing",
    "alleging",
    "undone",
    "averted",
    "owning_up",
    "charging",
    "seeming",
    "scheduling",
)


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
    near: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    group_named: bool = False
    role: bool = False
    work: bool = False
    reads: str = ""
    rest: bool = False
    adverb: frozenset[str] = frozenset()
    object_lacks: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    bare: bool = False
    lacks: tuple[str, ...] = ()
    beside: bool = False
    group_known: bool = False
    several: bool = False
    denied: bool = False
    presupposed: bool = False
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, found by the word that evokes them.

    Attributes:
        by_form: Verb forms, lower case, with the frames of their lemma.
        by_noun: Nouns of action; in the singular, for a plural is no one event.
        forms: Every form of every verb.
        bases: Base forms that may follow "to".
        agentive: Verb forms that only ever tell what somebody does.
        lists: Names and nouns that phrases hold in braces, by the name of the list.
    """

    by_form: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    forms: dict[str, VerbForm]
    bases: frozenset[str]
    agentive: frozenset[str]
    lists: Mapping[str, Sequence[str]]


_Lists = Mapping[str, Sequence[str]]


def _frame(entry: dict[str, Any], name: str, lists: _Lists) -> Frame:
    def phrases(key: str) -> tuple[str, ...]:
        return tuple(listed(part, lists) for part in _parts(entry.get(key, "")))

    def words_of(key: str) -> frozenset[str]:
        each = {name: [w for w in of if " " not in w] for name, of in lists.items()}
        told = listed(entry.get(key, ""), each)
        return frozenset(word for word in re.split(r"[ |()\n]+", told) if word)

    def marked(key: str) -> bool:
        return bool(entry.get(key, False))

    return Frame(
        name=name,
        kind=entry["kind"],
        about=entry["about"],
        lemmas=tuple(entry.get("lemmas", "").split()),
        nouns=_nouns(entry.get("nouns", "")),
        object=entry.get("object", ""),
        takes=entry.get("takes", {}),
        needs=tuple(entry.get("needs", ())),
        with_=phrases("with"),
        with_later=phrases("with_later"),
        without=tuple(entry.get("without", "").split()),
        voice=entry.get("voice", ""),
        object_has=words_of("object_has"),
        near=_class(entry.get("near", "")),
        says=_class(entry.get("says", "")),
        group_named=marked("group_named"),
        role=marked("role"),
        work=marked("work"),
        reads=entry.get("reads", ""),
        rest=marked("rest"),
        adverb=words_of("adverb"),
        object_lacks=words_of("object_lacks"),
        owned=words_of("owned"),
        bare=marked("bare"),
        lacks=phrases("lacks"),
        beside=marked("beside"),
        group_known=marked("group_known"),
        several=marked("several"),
        denied=marked("denied"),
        presupposed=marked("presupposed"),
        mutual=marked("mutual"),
    )


def _class(name: str) -> frozenset[str]:
    """Return the words of a class of `words.toml`; none for no name."""
    return words()[name] if name else frozenset()


def _parts(told: str) -> list[str]:
    return [part.strip() for part in told.split("|") if part.strip()]


def _nouns(told: str) -> tuple[str, ...]:
    """Return nouns of one word, or, between bars, of more: "hunger strike|fast"."""
    return tuple(_parts(told) if "|" in told else told.split())


def _lists(told: dict[str, Any]) -> _Lists:
    return {name: _members(members) for name, members in told["lists"].items()}


def read_frames(text: str) -> Iterator[Frame]:
    """Yield the frames of a data file in order, each with a name of its own."""
    told = tomllib.loads(text)
    lists = _lists(told)
    counts: Counter[str] = Counter()
    for entry in told["frame"]:
        first = (entry.get("lemmas") or entry["nouns"]).split()[0]
        name = f"{entry['kind']}/{first}"
        counts[name] += 1
        again = f"-{counts[name]}" if counts[name] > 1 else ""
        yield _frame(entry, name + again, lists)


def _members(told: str) -> list[str]:
    return _parts(" ".join(told.split())) if "|" in told else told.split()


@cache
def frames() -> Frames:
    """Return the frames of `data/frames.toml`, indexed."""
    text = data("frames.toml")
    lists = {
        name: _members(told) for name, told in tomllib.loads(text)["lists"].items()
    }
    found = list(read_frames(text))
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
    return Frames(
        by_form, by_noun, shapes, frozenset(bases), frozenset(agentive), lists
    )


@cache
def _other_lemmas() -> tuple[str, ...]:
    classes = words()
    return tuple(sorted(set().union(*(classes[name] for name in _COLOURING))))


def frame_called(name: str) -> Frame | None:
    """Return the frame of a name; None if there is none, or none any more."""
    found = read_frames(data("frames.toml"))
    return next((frame for frame in found if frame.name == name), None)


def lemma_of(word: str) -> str:
    """Return the base form of a verb that frames or word classes know."""
    form = frames().forms.get(word)
    return form.lemma if form else word


def evoked(word: str) -> Sequence[Frame]:
    """Return the frames a verb form evokes, those with a fixed phrase first.

    "put to death" and "put on trial" must be tried before a bare "put".
    """
    found = frames().by_form.get(word, ())
    return sorted(found, key=lambda frame: not particular(frame))


def particular(frame: Frame) -> bool:
    """Tell whether a frame wants more words than the one that evokes it."""
    phrased = frame.with_ or frame.with_later or frame.object_has or frame.adverb
    return bool(phrased or frame.owned or frame.near or frame.says)
