"""Compare two profiles: evidence for and against, in words and in bits.

The weights are judgements, not estimates: there are no labelled pairs yet. They are
set so that a full name with patronymic suffices unless many bear it, a given name
and surname suffice only where the archive knows no other bearer, and a shared day of
birth or arrest makes up for one of the two. A difference counts against, but names
that agree are never judged different: dates are what sources most often get wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from lives.model.mention import Gender
from lives.model.when import When
from lives.reading.names import Agreement, Grade
from lives.resolve.bearers import Bearers
from lives.resolve.known import compared, contradict, parsed
from lives.resolve.profile import Profile

# A merge is worse than a split: two lives on one page slander both.
SAME_FROM_BITS = 9.0

# Bearers up to, and bits: the rarer a surname, the more it tells. A family is rare.
_SURNAME_BITS = ((1, 7.0), (8, 6.5), (20, 4.5))
_COMMON_SURNAME_BITS = 2.0
_GIVEN_BITS, _PATRONYMIC_BITS, _INITIAL_BITS = 2.5, 4.0, 2.0
_ONLY_INITIAL_BITS = 1.0
_UNIQUE_FIRST_NAMES_BITS = 3.0  # "Pyotr Ilyich", where nobody else is called so
_SAME_DAY_BITS, _SAME_YEAR_BITS, _FAR_BITS = 5.0, 3.0, -6.0
# Books differ about days; lists were copied from files, and namesakes fill them.
_NEAR_IN_LISTS_BITS = -2.5
_GENDER_BITS, _AMBIGUOUS_BITS = -20.0, -4.0
_BIRTHPLACE_BITS = 1.5

# Further apart than this, two dates of one event are rather those of two people.
_FAR_DAYS = {"birth": 3 * 366, "death": 3 * 366}
_YEAR_DAYS = 366
_OPEN_DAYS = 10**7


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with its weight in bits, and what it is about."""

    bits: float
    because: str
    matter: str


def names_agreement(one: Profile, two: Profile) -> Agreement | None:
    """Compare all names of two profiles; None when none agree, or some contradict.

    A given name or patronymic that differs under one surname outweighs whatever else
    agrees, unless a list says that one of them bore both.
    """
    best: Agreement | None = None
    both_borne = _bears_both(one) or _bears_both(two)
    for name in one.names:
        for other in two.names:
            found = compared(name, other)
            if contradict(name, other):
                if both_borne:
                    continue
                return None
            if not found.agrees:
                continue
            if best is None or _RANK[found.verdict] < _RANK[best.verdict]:
                best = found
    return best


def _bears_both(profile: Profile) -> bool:
    """Tell whether a list gives somebody two names that contradict each other."""
    names = profile.names
    return profile.listed and any(contradict(a, b) for a, b in combinations(names, 2))


_RANK = {grade: rank for rank, grade in enumerate(Grade)}


def weigh(
    one: Profile, two: Profile, names: Agreement, bearers: Bearers
) -> list[Reason]:
    """Weigh what speaks for one person and what against.

    Args:
        one: A person of one document.
        two: A person of another, or of another row.
        names: How their names agree; they do.
        bearers: How many people the archive knows by which name.
    """
    found = [*_name_reasons(one, two, names, bearers)]
    if Gender.UNKNOWN not in (one.gender, two.gender) and one.gender != two.gender:
        told = "one is a man and the other a woman"
        found.append(Reason(_GENDER_BITS, told, "gender"))
    found.extend(_date_reasons(one, two))
    if set(one.birthplaces) & set(two.birthplaces):
        found.append(Reason(_BIRTHPLACE_BITS, "same place of birth", "birthplace"))
    return found


def ambiguous(rivals: int) -> Reason:
    """Return what it tells that a name fits others of the same document as well."""
    told = f"the name fits {rivals} more in the same document"
    return Reason(_AMBIGUOUS_BITS, told, "rivals")


def _name_reasons(
    one: Profile, two: Profile, names: Agreement, bearers: Bearers
) -> Iterator[Reason]:
    told = ", ".join(names.because)
    ours, theirs = one.name, two.name
    both = bool(ours.patronymic) and bool(theirs.patronymic)
    if names.verdict is Grade.GIVEN:
        unique = both and bearers.of_first_names(one, two) == 1
        bits = both * _PATRONYMIC_BITS + unique * _UNIQUE_FIRST_NAMES_BITS
        yield Reason(_GIVEN_BITS + bits, told, "name")
        return
    yield _rarity(bearers.of_surname(one, two))
    if names.verdict is Grade.FULL:
        yield Reason(_GIVEN_BITS + both * _PATRONYMIC_BITS, told, "name")
    elif names.verdict is Grade.INITIALS:
        letters = min(_letters(one.names[0]), _letters(two.names[0]))
        yield Reason(_INITIAL_BITS * min(letters, 2), told, "initials")
        if bearers.of_initial(one, two) == 1:
            told = "nobody else of the surname has it"
            yield Reason(_ONLY_INITIAL_BITS, told, "rarity")


def _letters(name: str) -> int:
    known = parsed(name)
    return len(known.given[:1]) + len(known.initials) + bool(known.patronymic)


def _rarity(bearers: int) -> Reason:
    for most, bits in _SURNAME_BITS:
        if bearers <= most:
            told = f"{bearers} people" if bearers > 1 else "one person only"
            told = f"the archive knows {told} of this surname"
            return Reason(bits, told, "surname")
    told = f"{bearers} people of this surname are known"
    return Reason(_COMMON_SURNAME_BITS, told, "surname")


def _date_reasons(one: Profile, two: Profile) -> Iterator[Reason]:
    """Yield, for each kind of event, how its dates agree best, or how they differ."""
    for kind in dict.fromkeys(kind for kind, _ in one.dates):
        pairs = [
            (ours, theirs)
            for own_kind, ours in one.dates
            for other_kind, theirs in two.dates
            if own_kind == other_kind == kind
        ]
        agreeing = [(a, b) for a, b in pairs if a.agrees_with(b)]
        if agreeing:
            yield min(
                (_agreement(kind, a, b) for a, b in agreeing), key=lambda r: -r.bits
            )
        elif pairs and kind in _FAR_DAYS:
            nearest = min(pairs, key=lambda pair: _apart(*pair))
            yield _difference(kind, *nearest, lists=one.row and two.row)


def _agreement(kind: str, one: When, two: When) -> Reason:
    if one.days == two.days == 1:
        return Reason(_SAME_DAY_BITS, f"same day of {kind}: {one.edtf}", kind)
    widest = max(one.days or _OPEN_DAYS, two.days or _OPEN_DAYS)
    bits = _SAME_YEAR_BITS if widest <= _YEAR_DAYS else 0.0
    told = f"dates of {kind} agree: {one.edtf} and {two.edtf}"
    return Reason(bits, told, kind)


def _apart(one: When, two: When) -> int:
    first, second = (one, two) if one.before(two) else (two, one)
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest).days


def _difference(kind: str, one: When, two: When, *, lists: bool) -> Reason:
    near = _NEAR_IN_LISTS_BITS if lists else 0.0
    bits = _FAR_BITS if _apart(one, two) > _FAR_DAYS[kind] else near
    told = f"dates of {kind} differ: {one.edtf} and {two.edtf}"
    return Reason(bits, told, kind)
