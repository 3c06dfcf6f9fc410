"""Words of English by class, and verbs by lemma: the data of this folder, indexed."""

import tomllib
from dataclasses import dataclass
from functools import cache

from lives import packaged
from lives.extract.english.inflection import regular

_VOWELS = "aeiou"


def data(name: str) -> str:
    """Return the text of a data file of this folder."""
    return packaged.text("lives.extract.english", f"data/{name}")


@dataclass(frozen=True, slots=True)
class Words:
    """Word classes by name, as sets of lower-case words."""

    classes: dict[str, frozenset[str]]
    hedge_phrases: tuple[str, ...]
    adverb_phrases: tuple[tuple[str, ...], ...]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


@cache
def words() -> Words:
    """Return the word classes of `words.toml`."""
    entries = tomllib.loads(data("words.toml"))
    phrases = " ".join(entries.pop("hedge_phrases").split()).split("|")
    adverbs = " ".join(entries.pop("adverb_phrases").split()).split("|")
    classes = {name: frozenset(text.split()) for name, text in entries.items()}
    return Words(
        classes,
        tuple(phrase.strip() for phrase in phrases),
        tuple(tuple(phrase.split()) for phrase in adverbs),
    )


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word may be as a form of a verb.

    Attributes:
        lemma: The base form.
        past: It can be the simple past.
        participle: It can be the past participle.
        gerund: It is the -ing form.
        present: It is the -s form.
        base: It is the base form.
    """

    lemma: str
    past: bool = False
    participle: bool = False
    gerund: bool = False
    present: bool = False
    base: bool = False


@cache
def irregular() -> dict[str, VerbForm]:
    """Return every past form and participle of `irregular.txt`."""
    found: dict[str, VerbForm] = {}
    for line in data("irregular.txt").splitlines():
        if not line or line.startswith("#"):
            continue
        base, pasts, participles = line.split()
        past, participle = pasts.split("|"), participles.split("|")
        for word in {*past, *participle}:
            found[word] = VerbForm(base, word in past, word in participle)
    return found


@cache
def forms(lemma: str) -> dict[str, VerbForm]:
    """Return every form of a verb.

    >>> sorted(forms("expel"))
    ['expel', 'expelled', 'expelling', 'expels']
    >>> sorted(forms("shoot"))
    ['shoot', 'shooting', 'shoots', 'shot']
    """
    found = {w: f for w, f in irregular().items() if f.lemma == lemma}
    if not found:
        past = VerbForm(lemma, past=True, participle=True)
        found.update(dict.fromkeys(_regular(lemma, "ed"), past))
    gerund = VerbForm(lemma, gerund=True)
    found.update(dict.fromkeys(_regular(lemma, "ing"), gerund))
    found[_third_person(lemma)] = VerbForm(lemma, present=True)
    found.setdefault(lemma, VerbForm(lemma, base=True))
    return found


def _regular(lemma: str, ending: str) -> tuple[str, ...]:
    classes = words()
    return regular(lemma, ending, classes["doubling"], classes["doubling_either"])


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def verb_form(word: str) -> VerbForm | None:
    """Read a lower-case word as a form of a verb by its shape or the irregular list.

    The lemma of a regular form is a guess good enough to tell verbs apart from
    nouns; frames list the forms of the verbs they know.
    """
    if word in irregular():
        return irregular()[word]
    if len(word) > len("seed") and word.endswith("ed") and not word.endswith("eed"):
        return VerbForm(word[:-2], past=True, participle=True)
    if len(word) > len("bring") and word.endswith("ing") and not word.endswith("thing"):
        return VerbForm(word[:-3], gerund=True)
    return None
