"""How far two names may be one person's, graded and with reasons in words."""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.mention import Gender
from lives.reading.names_given import is_given_name, particles, same_given
from lives.reading.names_scripts import romanise
from lives.reading.names_sound import skeleton, skeletons
from lives.reading.names_written import Name


class Grade(StrEnum):
    """What comparing two names comes to, the strongest agreement first."""

    FULL = "full"  # surname and given name agree, and nothing differs
    INITIALS = "initials"  # surname and initials agree
    SURNAME = "surname"  # surnames agree; one side tells no more
    GIVEN = "given"  # given names agree; one side tells no more
    NOTHING = "nothing"  # the two share no part that could be compared
    PATRONYMIC_DIFFERS = "patronymic differs"
    INITIALS_DIFFER = "initials differ"
    GIVEN_DIFFERS = "given name differs"
    GENDER_DIFFERS = "gender differs"
    SURNAME_DIFFERS = "surname differs"


_AGREEING = frozenset((Grade.FULL, Grade.INITIALS, Grade.SURNAME, Grade.GIVEN))


@dataclass(frozen=True, slots=True)
class Agreement:
    """What comparing two names comes to.

    Attributes:
        verdict: The grade.
        because: Reasons in words, for people to read.
    """

    verdict: Grade
    because: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether the names may be one person's."""
        return self.verdict in _AGREEING


def compatible(one: Name, two: Name) -> Agreement:
    """Compare two names; the order of the two does not matter for the grade."""
    if _written_alike(one, two):
        whole = one.surname and (one.given or one.initials)
        grade = Grade.FULL if whole and one.given else Grade.INITIALS if whole else None
        if grade is None:
            grade = Grade.SURNAME if one.surname else Grade.GIVEN
        return Agreement(grade, ("written alike",))
    surname, reason = _surnames(one, two)
    if _swapped(one, two):
        return Agreement(Grade.FULL, ("same words in another order",))
    if surname is False:
        return Agreement(Grade.SURNAME_DIFFERS, (reason,))
    if Gender.UNKNOWN not in (one.gender, two.gender) and one.gender != two.gender:
        return Agreement(
            Grade.GENDER_DIFFERS, (f"{one.plain} and {two.plain} differ in gender",)
        )
    before = (reason,) if reason else ()
    return _given(one, two, before, surname=bool(surname))


def _written_alike(one: Name, two: Name) -> bool:
    return romanise(one.plain).lower() == romanise(two.plain).lower() != ""


def _swapped(one: Name, two: Name) -> bool:
    """Tell whether one has the surname first: "Orlov Ivan" and "Ivan Orlov"."""
    if not (one.surname and two.surname and one.given and two.given):
        return False
    ours = (skeleton(one.given[0]), skeleton(one.core))
    theirs = (skeleton(two.core), skeleton(two.given[0]))
    return ours == theirs


def _surnames(one: Name, two: Name) -> tuple[bool | None, str]:
    """Compare surnames: agree, differ, or cannot be compared (None)."""
    if one.surname and two.surname:
        if _share_surname(one, two):
            alike = romanise(one.core).lower() == romanise(two.core).lower()
            words = "same surname" if alike else "surnames are spellings of one"
            return True, words
        return False, f"surnames {one.surname} and {two.surname} differ"
    # A single word known as a given name may still be someone's surname: "Martin".
    for lone, other in ((one, two), (two, one)):
        bare = not lone.surname and len(lone.given) == 1 and not lone.patronymic
        if bare and other.surname and skeleton(lone.given[0]) in _surname(other):
            return True, f"{lone.given[0]} is the surname of {other.plain}"
    return None, ""


def _share_surname(one: Name, two: Name) -> bool:
    """Tell whether the surname of one is the surname, or part of it, of the other."""
    ours, theirs = _surname(one), _surname(two)
    return bool(ours & (theirs | _further(two)) or theirs & _further(one))


def _surname(name: Name) -> set[str]:
    """Return the skeletons a surname goes by: whole, and each part of a double one."""
    parts = name.core.replace("-", " ").split(" ")
    words = (name.core, *(part for part in parts if part.lower() not in particles()))
    return {key for word in words if word for key in skeletons(word)}


def _further(name: Name) -> set[str]:
    """Return what else may be one: García of García Lorca, Peng of Peng Shuzhi."""
    first = [word for word in name.given[:1] if not is_given_name(word)]
    return {key for word in (*name.given[1:], *first) for key in skeletons(word)}


def _given(
    one: Name, two: Name, before: tuple[str, ...], *, surname: bool
) -> Agreement:
    lone = _lone(one, two, surname=surname)
    if one.given and two.given and not lone:
        return _by_given(one, two, before, surname=surname)
    letters, others = _letters(one), _letters(two)
    if lone or not letters or not others:
        if not surname:
            return Agreement(Grade.NOTHING, ("nothing to compare",))
        return Agreement(Grade.SURNAME, (*before, "one gives no more than a surname"))
    if not all(_same_letter(a, b) for a, b in zip(letters, others, strict=False)):
        words = f"initials {'. '.join(letters)}. and {'. '.join(others)}. differ"
        return Agreement(Grade.INITIALS_DIFFER, (*before, words))
    agreeing = (*before, "initials agree")
    return _patronymics(one, two, agreeing, surname=surname, full=False)


def _by_given(
    one: Name, two: Name, before: tuple[str, ...], *, surname: bool
) -> Agreement:
    reason = _same_given(one.given[0], two.given[0])
    if not reason:
        words = f"given names {one.given[0]} and {two.given[0]} differ"
        return Agreement(Grade.GIVEN_DIFFERS, (*before, words))
    if differing := _middle(one, two):
        return Agreement(Grade.GIVEN_DIFFERS, (*before, differing))
    return _patronymics(one, two, (*before, reason), surname=surname, full=True)


def _middle(one: Name, two: Name) -> str:
    """Say how second given names or their initials differ; "" if they do not."""
    ours, theirs = (
        [*n.given[1:2], *n.initials[:1]][:1] if n.given else [] for n in (one, two)
    )
    if not ours or not theirs:
        return ""
    a, b = ours[0], theirs[0]
    short = min(len(a), len(b)) == 1
    agree = _same_letter(*_letters_of(a, b)) if short else bool(_same_given(a, b))
    return "" if agree else f"second names {a} and {b} differ"


def _letters_of(*words: str) -> tuple[str, ...]:
    return tuple(romanise(word)[0].upper() for word in words if word)


def _lone(one: Name, two: Name, *, surname: bool) -> bool:
    """Tell whether a lone given name has already been taken for a surname."""
    return surname and not (one.surname and two.surname)


def _same_given(one: str, two: str) -> str:
    reason = same_given(one, two)
    if reason or skeleton(one) != skeleton(two):
        return reason
    return f"{one} and {two} are spellings of one name"


def _patronymics(
    one: Name, two: Name, before: tuple[str, ...], *, surname: bool, full: bool
) -> Agreement:
    if one.patronymic and two.patronymic:
        stem, other = (skeleton(n.patronymic)[:-2] for n in (one, two))
        if not (stem.startswith(other[:4]) or other.startswith(stem[:4])):
            words = f"patronymics {one.patronymic} and {two.patronymic} differ"
            return Agreement(Grade.PATRONYMIC_DIFFERS, (*before, words))
        before = (*before, "patronymics agree")
    if not surname:
        return Agreement(Grade.GIVEN, before)
    return Agreement(Grade.FULL if full else Grade.INITIALS, before)


def _letters(name: Name) -> tuple[str, ...]:
    words = (*name.given, *name.initials, name.patronymic)
    return _letters_of(*words)


def _same_letter(one: str, two: str) -> bool:
    # One Russian letter has several Latin ones: Е is Y or E, Ю and Я are Y, I or J.
    return one == two or {one, two} <= {"Y", "E", "I", "J"} or {one, two} <= {"G", "H"}
