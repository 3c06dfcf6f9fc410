"""What two names say for and against one bearer, part by part, with reasons in words.

Nothing here decides. `likeness` ranks names by what the levels are worth among made-up
names, from which that was learned (`training/likeness.py`). Who is who is asked of
`resolve.linkage`, which learns what agreement is worth from an archive's own rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lives.model.mention import Gender
from lives.packaged import table
from lives.reading.names_alike import Level, alike, alike_given, alike_surnames
from lives.reading.names_given import particles, same_given
from lives.reading.names_written import Name, fathers, generation, parse_name

PARTS = ("surname", "given name", "patronymic", "generation", "gender")
_SURNAME, _GIVEN, _PATRONYMIC, _GENERATION, _GENDER = PARTS
_STEPS = 5  # into how many steps likeness is divided where a level leaves it open
_GRADED = frozenset((Level.SLIP, Level.DIFFERS, Level.ROMANISATION))
_ORDER = tuple(Level)
_TIE = 1e-3  # bits that likeness itself is worth among equals


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one part of two names says.

    Attributes:
        part: One of `PARTS`.
        level: How the two compare.
        likeness: How alike they are, 0 to 1.
        because: The reason in words.
    """

    part: str
    level: Level
    likeness: float
    because: str

    @property
    def against(self) -> bool:
        """Tell whether it speaks against one bearer."""
        return self.level is Level.DIFFERS

    @property
    def key(self) -> str:
        """Return what it is counted as: part, level, and step of likeness if open."""
        if self.level not in _GRADED:
            return f"{self.part}: {self.level}"
        return f"{self.part}: {self.level} {min(int(self.likeness * _STEPS), _STEPS)}"


def compare(one: Name, two: Name) -> tuple[Evidence, ...]:
    """Compare two names part by part; the order of the two does not matter.

    Where the surnames differ as they were read, and agree once given name and surname
    of one change places, they are compared so: "Orlov Ivan" may be Ivan Orlov.

    >>> found = compare(parse_name("Сергей Жаров"), parse_name("Jarov, Serge"))
    >>> [(e.part, str(e.level)) for e in found][:2]
    [('surname', 'romanisation'), ('given name', 'translated')]
    """
    one, two = _lone(one), _lone(two)
    found = _compared(one, two)
    if (found[0].against or found[1].against) and _run_together(one, two):
        return _together(found, one, two)
    if found[0].level not in {Level.DIFFERS, Level.NONE}:
        return found
    for a, b in ((_turned(one), two), (one, _turned(two))):
        if a is not None and b is not None:
            other = _compared(a, b)
            if not other[0].against and not other[1].against:
                return other
    return found


def told_apart(one: Name, two: Name) -> bool:
    """Tell whether any part of two names speaks against one bearer."""
    return any(evidence.against for evidence in compare(one, two))


def likeness(one: Name, two: Name) -> float:
    """Return how likely two names are of one bearer, 0 to 1, to rank what is found.

    >>> name, other = parse_name("Иван Громов"), parse_name("Iwan Gromow")
    >>> likeness(name, other) > likeness(name, parse_name("Iwan Gronow"))
    True
    """
    return scored(compare(one, two))


def scored(found: Sequence[Evidence]) -> float:
    """Return the likeness that evidence comes to."""
    least, most, bits = _weights()
    points = sum(bits.get(e.key, 0.0) + _TIE * e.likeness for e in found)
    return min(max((points - least) / (most - least), 0.0), 1.0)


@cache
def _weights() -> tuple[float, float, dict[str, float]]:
    """Return the least and the greatest sum of bits, and the bits of each key."""
    bits: dict[str, float] = table("lives.reading", "data/name_weights.toml")["bits"]
    of_part = [[b for key, b in bits.items() if key.startswith(p)] for p in PARTS]
    least = sum(min(b, default=0.0) for b in of_part)
    most = sum(max(b, default=0.0) for b in of_part)
    return least, most + _TIE * len(PARTS), bits


def _compared(one: Name, two: Name) -> tuple[Evidence, ...]:
    surname, given = _surnames(one, two), _given(one, two)
    # Bela is a woman's name here and a man's there: one name does not make two genders,
    # unless what else is written shows them.
    shown = surname.level is Level.GENDER_FORM or (one.patronymic and two.patronymic)
    alone = given.level in {Level.LETTERS, Level.ROMANISATION} and not shown
    return (
        surname,
        given,
        _patronymics(one, two),
        _generations(one, two),
        _genders(one, two, by_given=alone),
    )


def _lone(name: Name) -> Name:
    """Take a single word in the form of a patronymic for a surname: Rabinovich."""
    if name.patronymic and not (name.given or name.surname or name.initials):
        return replace(name, surname=name.patronymic, patronymic="")
    return name


def _run_together(one: Name, two: Name) -> bool:
    """Tell whether two names are the same letters, divided or ordered otherwise.

    "JanPieter Groot" and "Jan-Pieter Groot", "Zotov Ivan Petr" and "Ivan Petr Zotov".
    """
    whole, other = (_letters(n.plain) for n in (one, two))
    words = sorted(one.plain.casefold().split()), sorted(two.plain.casefold().split())
    return bool(whole) and (whole == other or (words[0] == words[1] and len(words) > 1))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold().replace("ё", "е") if c.isalnum())


def _together(
    found: tuple[Evidence, ...], one: Name, two: Name
) -> tuple[Evidence, ...]:
    same = [_evidence(p, Level.PART, 1.0, one.plain, two.plain) for p in PARTS[:2]]
    rest = [_evidence(e.part, Level.NONE, 0.0, "", "") for e in found[2:]]
    return (*same, *rest)


def _turned(name: Name) -> Name | None:
    """Return a name with given name and surname in each other's place."""
    if name.surname and len(name.given) == 1 and not name.patronymic:
        return replace(name, given=(name.surname,), surname=name.given[0])
    if not name.surname and len(name.given) == 1 and not name.patronymic:
        return replace(name, given=(), surname=name.given[0])
    return None


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = table("lives.reading", "data/name_levels.toml")
    return found


def _evidence(part: str, level: Level, like: float, one: str, two: str) -> Evidence:
    words = _words()[level].format(part=part, one=one, two=two)
    return Evidence(part, level, like, words)


def _surnames(one: Name, two: Name) -> Evidence:
    if not one.surname or not two.surname:
        return _evidence(_SURNAME, Level.NONE, 0.0, one.surname, two.surname)
    a, b = one.core, two.core
    level, like = alike_surnames(a, b)
    if level is Level.DIFFERS:
        level, like = _other_surnames(one, two, like)
    return _evidence(_SURNAME, level, like, one.surname, two.surname)


def _other_surnames(one: Name, two: Name, like: float) -> tuple[Level, float]:
    """Look for a shared part of double surnames, and for maiden or married ones."""
    sure = {Level.LETTERS, Level.ROMANISATION, Level.GENDER_FORM}
    ours, theirs = _parts(one.core), _parts(two.core)
    if len(ours) + len(theirs) > 2:  # noqa: PLR2004  # one of them has two
        for a in ours:
            for b in theirs:
                if alike_surnames(a, b)[0] in sure:
                    return Level.PART, 0.9
    for name, other in ((one, two), (two, one)):
        for further in _further(name):
            if alike_surnames(further, other.core)[0] in sure:
                return Level.MARRIED, 0.9
    return Level.DIFFERS, like


def _parts(core: str) -> list[str]:
    words = core.replace("-", " ").split()
    return [word for word in words if word.lower() not in particles()]


def _further(name: Name) -> Iterator[str]:
    """Yield the other surnames that a name tells: maiden, married, in the party."""
    for also in (*(also.name for also in name.also), *name.aliases):
        other = parse_name(also)
        if other.core:
            yield other.core
        elif other.given:
            yield other.given[0]


def _first(name: Name) -> str:
    return name.given[0] if name.given else (name.initials or ("",))[0]


def _second(name: Name) -> str:
    """Return the patronymic, or what stands in its place: a second name or initial."""
    if name.patronymic:
        return name.patronymic
    if name.given:
        return (*name.given[1:2], *name.initials[:1], "")[0]
    return (*name.initials[1:2], "")[0]


def _given(one: Name, two: Name) -> Evidence:
    a, b = _first(one), _first(two)
    if not a or not b:
        return _evidence(_GIVEN, Level.NONE, 0.0, a, b)
    level, like = alike_given(a, b)
    if level is Level.DIFFERS and len(one.given) + len(two.given) > 2:  # noqa: PLR2004
        pairs = [(x, y) for x in one.given for y in two.given]
        same = {Level.LETTERS, Level.ROMANISATION}
        if any(alike_given(x, y)[0] in same for x, y in pairs):
            level, like = Level.PART, 0.8
    return _evidence(_GIVEN, level, like, a, b)


def _patronymics(one: Name, two: Name) -> Evidence:
    a, b = _second(one), _second(two)
    if not a or not b:
        return _evidence(_PATRONYMIC, Level.NONE, 0.0, a, b)
    if one.patronymic and two.patronymic:
        level, like = _fathers_alike(a, b)
    elif min(len(a), len(b)) == 1 or not (one.patronymic or two.patronymic):
        level, like = alike_given(a, b)
    else:  # a patronymic beside a second given name
        level, like = Level.NONE, 0.0
    return _evidence(_PATRONYMIC, level, like, a, b)


def _fathers_alike(one: str, two: str) -> tuple[Level, float]:
    """Compare patronymics: as words, then as the fathers' names they are made from."""
    level, like = alike(one, two)
    if level in {Level.LETTERS, Level.ROMANISATION}:
        return level, like
    ours, theirs = fathers(one), fathers(two)
    if ours[0] and theirs[0]:
        stem, alikeness = alike(ours[0], theirs[0])
        if stem in {Level.LETTERS, Level.ROMANISATION}:
            return Level.GENDER_FORM, alikeness
    if any(same_given(a, b) for a in ours[1:] for b in theirs[1:]):
        return Level.TRANSLATED, max(like, 0.9)
    known = len(ours) > 1 and len(theirs) > 1
    if level is Level.SLIP and known and not set(ours[1:]) & set(theirs[1:]):
        return Level.DIFFERS, like
    return level, like


def _generations(one: Name, two: Name) -> Evidence:
    a, b = generation(one.suffix), generation(two.suffix)
    if not a or not b:
        return _evidence(_GENERATION, Level.NONE, 0.0, one.suffix, two.suffix)
    level = Level.LETTERS if a == b else Level.DIFFERS
    return _evidence(_GENERATION, level, float(a == b), one.suffix, two.suffix)


def _genders(one: Name, two: Name, *, by_given: bool) -> Evidence:
    a, b = one.gender, two.gender
    words = {Gender.MALE: "male", Gender.FEMALE: "female", Gender.UNKNOWN: ""}
    if Gender.UNKNOWN in {a, b} or (by_given and a != b):
        return _evidence(_GENDER, Level.NONE, 0.0, words[a], words[b])
    level = Level.LETTERS if a == b else Level.DIFFERS
    return _evidence(_GENDER, level, float(a == b), words[a], words[b])
