"""Places as lists and prose write them, read into records of the gazetteer.

What encloses a place decides which place of the name is meant: г. Александров of the
Владимирская обл. is no other. Nothing is guessed: where two places may be meant, or
what is said to enclose a place does not, the part stays as written, and the place is
known no further than its region.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lives.model.place import Place, PlaceKind
from lives.model.when import When
from lives.reading.places_candidates import Candidates, candidates, likeliest, rank
from lives.reading.places_gazetteer import identifiers, lies_in, place
from lives.reading.places_key import key
from lives.reading.places_parts import chunks, cut

_VAGUE = 5  # years beyond which a date does not tell which of its names a place bore
_LONGEST = 4  # words of a name that is looked for within prose


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a place as written.

    Attributes:
        written: Its words.
        kind: What the words say it is, or what its record is; None where neither tells.
        name: Its name in the nominative, by the record; the words where there is none.
        place: The record; None where none is known, or more than one may be meant.
        near: Whether the place is only said to be near it.
    """

    written: str
    kind: PlaceKind | None
    name: str
    place: Place | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place as read.

    Attributes:
        written: The words.
        parts: Their parts, the most particular last.
        place: The record of the most particular part that is known, if any is.
        whole: Whether that is the most particular part of all.
        then: Its name at the date, "A or B" in the year of a renaming; "" without a
            date, or where it is not known to have borne a name then.
        now: Its name today; "" where it is no more.
    """

    written: str
    parts: tuple[Part, ...]
    place: Place | None = None
    whole: bool = False
    then: str = ""
    now: str = ""


def read_place(text: str, when: When | None = None) -> PlaceRead:
    """Read a place as written.

    Args:
        text: The words, in Russian or English.
        when: The date of what happened there, for its name at that time.

    >>> found = read_place("в д. Ольховка Фатежского уезда Курской губ.")
    >>> found.place.id, found.whole, [part.name for part in found.parts]
    ('fatezhsky-uyezd', False, ['Курская губерния', 'Фатежский уезд', 'Ольховка'])
    >>> read_place("Leningrad").now, read_place("г. Горький").place.id
    ('Санкт-Петербург', 'nizhniy-novgorod')
    """
    found = _read(text)
    if when is None or found.place is None:
        return found
    return replace(found, then=then(found.place, when))


def then(where: Place, when: When) -> str:
    """Return the name of a place at a date: "A or B" where the date leaves both open.

    >>> from lives.reading.dates import read_date
    >>> then(read_place("Leningrad").place, read_date("1 September 1917"))
    'Петроград'
    """
    days = (when.earliest, when.latest)
    years = [day.year for day in days if day is not None]
    if not years or max(years) - min(years) > _VAGUE:
        return ""
    told = range(min(years), max(years) + 1)
    held = (name for year in told for name in where.named_in(year))
    return " or ".join(dict.fromkeys(held))


@lru_cache(maxsize=131_072)
def _read(text: str) -> PlaceRead:
    parts = sorted((one for c in chunks(text) for one in _candidates(c)), key=rank)
    chosen = _choose(parts)
    told = tuple(
        _part(one, options) for one, options in zip(parts, chosen, strict=True)
    )
    at = [n for n, part in enumerate(told) if part.place and not part.near]
    if not at:
        return PlaceRead(text, told)
    where = told[at[-1]].place
    assert where is not None  # noqa: S101  # `at` holds only such
    return PlaceRead(text, told, where, at[-1] == len(told) - 1, "", where.now)


@lru_cache(maxsize=65_536)  # "Московская обл." stands in a list a thousand times
def _candidates(chunk: str) -> tuple[Candidates, ...]:
    return tuple(map(candidates, cut(chunk)))


def _choose(parts: Sequence[Candidates]) -> list[list[str]]:
    """Choose for each part, from the widest on, what lies in what was chosen before."""
    chosen: list[list[str]] = []
    for one in parts:
        around = [options for options in chosen if options]
        fitting = [
            i
            for i in one.records
            if all(any(i == o or lies_in(i, o) for o in options) for options in around)
        ]
        chosen.append(likeliest(one, fitting, around))
    for n, options in enumerate(chosen):  # which of two regions, its town may tell
        if len(options) > 1:
            below = [c[0] for c in chosen[n + 1 :] if len(c) == 1]
            chosen[n] = [o for o in options if all(lies_in(b, o) for b in below)]
    return chosen


def _part(one: Candidates, options: Sequence[str]) -> Part:
    segment = one.segment
    if len(options) != 1:
        return Part(segment.written, segment.kind, segment.written, None, segment.near)
    record = place(options[0])
    kind = segment.kind or record.kind
    return Part(segment.written, kind, one.name(record), record, segment.near)


@lru_cache(maxsize=65_536)
def places_named(text: str) -> frozenset[str]:
    """Return every record that some words of a text may name: in doubt, all of them.

    >>> sorted(places_named("the Butyrka prison in Moscow"))
    ['butyrskaya-tyurma', 'moscow']
    """
    found = {part.place.id for part in _read(text).parts if part.place}
    words = key(text).split()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found.update(identifiers(" ".join(words[start : start + size])))
    return frozenset(found)


def may_be_one(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether some record of one place is, or lies in, one of another.

    >>> may_be_one(["moscow"], ["butyrskaya-tyurma"]), may_be_one(["kyiv"], ["odesa"])
    (True, False)
    """
    those = list(theirs)
    return any(a == b or lies_in(a, b) or lies_in(b, a) for a in ours for b in those)
