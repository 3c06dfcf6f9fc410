"""Who comes first of those a name may mean, and why, in words.

A word asked for agrees with a word of a name more or less closely (`Likeness`). What
that is worth is counted in bits, as Fellegi and Sunter count evidence: how rare it is
that anybody's name agrees so closely, less what it takes to believe that one and the
same word was written so differently. So a rare surname in a foreign spelling is worth
more than a frequent given name letter by letter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from operator import attrgetter, itemgetter

from lives.model.person import Person
from lives.reading.names import is_given_name, is_patronymic
from lives.reading.names_filed import filed_words
from lives.reading.names_likeness import Likeness
from lives.reading.names_scripts import cyrillic

MISSING = -6.0  # bits: a word asked for with which nothing agrees
ORDERED = 1.0  # bits: initials in the same order
FAINT = 16.0  # bits below the best hit: what agrees so much less is not meant
# Bits: log2 of how often the word that is meant is written so; judged, not learned.
_COST = {
    Likeness.SAME: 0.0,
    Likeness.LETTERS: -0.5,
    Likeness.GENDER: -1.0,
    Likeness.SOUND: -1.5,
    Likeness.CASE: -1.5,
    Likeness.KIN: -2.0,
    Likeness.PATTERN: -2.0,
    Likeness.ONE_SLIP: -4.0,
    Likeness.TWO_SLIPS: -7.0,
    Likeness.INITIAL: -0.5,
}


@dataclass(frozen=True, slots=True)
class Alike:
    """A word of names that agrees with a word asked for.

    Attributes:
        likeness: How closely.
        bits: What it is worth.
    """

    likeness: Likeness
    bits: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A word asked for.

    Attributes:
        word: In lower case; ``*`` in it stands for any letters.
        alike: The words of names that agree with it. A letter with a full stop stands
            for all words that begin with it.
    """

    word: str
    alike: Mapping[str, Alike]

    def agrees(self, word: str) -> Alike | None:
        """Return how a word of a name agrees with it, if it does."""
        return self.alike.get(word) or self.alike.get(f"{word[0]}.")

    @property
    def initial(self) -> bool:
        """Tell whether it is one letter: alone it finds everybody."""
        return len(self.word) == 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A person found.

    Attributes:
        person: Who.
        strength: What all that agrees is worth together, in bits.
        missing: Words asked for that nothing agrees with.
        because: Why, in words.
    """

    person: Person
    strength: float
    missing: int
    because: str


def worth(likeness: Likeness, bearers: int, names: int) -> float:
    """Return what it is worth, in bits, that a word agrees so closely.

    Args:
        likeness: How closely.
        bearers: How many names have a word that agrees so closely or more.
        names: How many names there are.

    >>> worth(Likeness.SAME, 1, 1023), worth(Likeness.ONE_SLIP, 3, 93)
    (10.0, 1.0)
    """
    return log2(1 + names / max(1, bearers)) + _COST[likeness]


@dataclass(frozen=True, slots=True)
class _Agreed:
    """That the word asked for at some place agrees with a word of a name."""

    asked: int
    place: int
    word: str
    alike: Alike


def best_hits(
    people: Iterable[Person], asked: Sequence[Asked], limit: int
) -> list[Hit]:
    """Return whom a name may mean, the best first.

    Args:
        people: Those who may be meant.
        asked: The words asked for.
        limit: At most so many hits.

    Returns:
        Those with whom as many words agree as with the best.
    """
    found = [
        _Candidate(person, _best_agreed(person, asked), asked) for person in people
    ]
    found = [one for one in found if not one.initials_only]
    if not found:
        return []
    found.sort(key=_place)
    best = found[0]
    kept = [
        one
        for one in found
        if one.missing <= best.missing and one.strength >= best.strength - FAINT
    ]
    return [_hit(one, asked) for one in kept[:limit]]


class _Candidate:
    """A person who may be meant, with all that agrees."""

    __slots__ = ("agreed", "initials_only", "missing", "person", "strength")

    def __init__(
        self, person: Person, agreed: list[_Agreed], asked: Sequence[Asked]
    ) -> None:
        self.person = person
        self.agreed = agreed
        self.missing = len(asked) - len(agreed)
        self.strength = _bits(agreed) + MISSING * self.missing + _order(agreed, asked)
        self.initials_only = _initials_only(agreed, asked)


def _initials_only(agreed: Iterable[_Agreed], asked: Sequence[Asked]) -> bool:
    return all(
        asked[one.asked].initial or one.alike.likeness is Likeness.INITIAL
        for one in agreed
    )


def _place(one: _Candidate) -> tuple[float, bool, int, str, str]:
    person = one.person
    return (
        *(-one.strength, not person.named),
        *(-len(person.mentions), person.label, person.id),
    )


def _hit(one: _Candidate, asked: Sequence[Asked]) -> Hit:
    because = _because(one.agreed, asked, named=one.person.named)
    return Hit(one.person, one.strength, one.missing, because)


def _best_agreed(person: Person, asked: Sequence[Asked]) -> list[_Agreed]:
    """Compare with each spelling by itself; the best counts, the others help it out."""
    spellings = dict.fromkeys((person.label, *person.names))
    words = [filed_words(spelling) for spelling in spellings]
    # Initials alone are no sign, however rare they are.
    found = max(
        (_agreed(one, asked) for one in words),
        key=lambda agreed: (not _initials_only(agreed, asked), _bits(agreed)),
    )
    if len(found) < len(asked) and len(words) > 1:
        have = {one.asked for one in found}
        others = _agreed([word for one in words for word in one], asked)
        found += [one for one in others if one.asked not in have]
    return found


def _agreed(words: Sequence[str], asked: Sequence[Asked]) -> list[_Agreed]:
    """Match words asked for with words of a name, each with one, the best pairs first.

    Ivan and Ivanov are not both found in Ivanov.
    """
    pairs = [
        (-alike.bits, at, place, alike)
        for at, one in enumerate(asked)
        for place, word in enumerate(words)
        if (alike := one.agrees(word))
    ]
    pairs.sort(key=itemgetter(0, 1, 2))
    found: dict[int, _Agreed] = {}
    taken: set[int] = set()
    for _, at, place, alike in pairs:
        if at not in found and place not in taken:
            found[at] = _Agreed(at, place, words[place], alike)
            taken.add(place)
    return list(found.values())


def _bits(found: Iterable[_Agreed]) -> float:
    return sum(one.alike.bits for one in found)


def _order(found: Iterable[_Agreed], asked: Sequence[Asked]) -> float:
    """Return what it is worth that initials stand in the order in which they should."""
    initials = [one for one in found if asked[one.asked].initial]
    initials.sort(key=attrgetter("asked"))
    places = [one.place for one in initials]
    return ORDERED if len(places) > 1 and places == sorted(places) else 0.0


# --- why ----------------------------------------------------------------------


def _because(found: Iterable[_Agreed], asked: Sequence[Asked], *, named: bool) -> str:
    """Tell why, in the order of the words asked for."""
    agreed = {one.asked: one for one in found}
    told = [
        _reason(asked[at], agreed[at], named=named)
        for at in range(len(asked))
        if at in agreed
    ]
    initials = told.count(_INITIAL)
    told = list(dict.fromkeys(told))
    if initials > 1:
        told[told.index(_INITIAL)] = "initials agree"
    absent = [asked[at].word for at in range(len(asked)) if at not in agreed]
    return "; ".join([*told, *(f"nothing agrees with {_capital(w)}" for w in absent)])


_INITIAL = "initial agrees"
_REASONS = {
    Likeness.SAME: "same {part}",
    Likeness.LETTERS: "{part} {word}, the same in another {letters}",
    Likeness.GENDER: "{part} {word}, the same with another ending",
    Likeness.SOUND: "{part} {word} sounds alike",
    Likeness.CASE: "{part} {word}, of which {asked} is a case",
    Likeness.KIN: "{part} {word}, of which {asked} is another form",
    Likeness.PATTERN: "{part} {word} {fits} {asked}",
    Likeness.ONE_SLIP: "{part} {word}, one letter differs",
    Likeness.TWO_SLIPS: "{part} {word}, two letters differ",
    Likeness.INITIAL: _INITIAL,
}


def _reason(asked: Asked, agreed: _Agreed, *, named: bool) -> str:
    if asked.initial:
        return _INITIAL
    other = cyrillic(agreed.word) != cyrillic(asked.word)
    return _REASONS[agreed.alike.likeness].format(
        part=_part(agreed.word, named=named),
        word=_capital(agreed.word),
        letters="script" if other else "spelling",
        fits="fits" if "*" in asked.word else "begins with",
        asked=_capital(asked.word),
    )


@lru_cache(maxsize=65_536)
def _part(word: str, *, named: bool) -> str:
    """Return what a word is in a name, as far as it shows by itself."""
    if is_patronymic(_capital(word)):
        return "patronymic"
    if is_given_name(word):
        return "given name"
    return "surname" if named else "word"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
