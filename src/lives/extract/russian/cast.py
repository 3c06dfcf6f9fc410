"""Who is meant by a name within a document: "Громова" after "Николай Громов"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lives.extract.russian.nominative import Hint, Named, readings
from lives.model.ids import MentionId
from lives.model.mention import Gender
from lives.reading.names import same_given

_FAR = 60  # sentences beyond which a given name alone is not carried over


@dataclass(slots=True)
class Person:
    """Someone the document names or speaks of, as far as it has been read.

    Attributes:
        head: The first mention.
        named: The name, as full as it has been given.
        gender: As names and verbs show it.
        last: Sentence of the latest mention.
        relation: What he or she is to the other he or she is known through.
        of: That other.
        titles: What he or she is called before the name or instead of it: "епископ".
    """

    head: MentionId
    named: Named
    gender: Gender
    last: int
    relation: str = ""
    of: "Person | None" = None
    titles: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """Return the fullest name, for reasons."""
        return self.named.plain or self.relation


@dataclass(slots=True)
class Cast:
    """Everyone met so far, the first met first."""

    people: list[Person] = field(default_factory=list)

    def known(
        self, named: Named, word: str, hint: Hint, at: int
    ) -> tuple[Person, Named] | None:
        """Find who may bear a name: the one person that fits, or the latest of several.

        Args:
            named: The name, as its own words have it.
            word: As written, where it is one word beside initials; "" otherwise.
            hint: What the sentence shows of it.
            at: Number of the sentence.

        Returns:
            The person, and the name as it has to be read then.
        """
        for reading in _readings(named, word, hint):
            fits = [p for p in self.people if _fits(p, reading, at)]
            if fits:
                return max(fits, key=lambda p: _rank(p, reading)), reading
        return None

    def add(self, person: Person) -> Person:
        """Enter someone new."""
        self.people.append(person)
        return person


def fuller(one: Named, two: Named) -> Named:
    """Put together what two names of one person tell."""
    longer = one if len(one.given) >= len(two.given) else two
    initials = () if longer.given else one.initials or two.initials
    return Named(
        longer.given,
        one.patronymic or two.patronymic,
        max(one.surname, two.surname, key=len),
        initials,
        one.gender or two.gender,
    )


def _readings(named: Named, word: str, hint: Hint) -> Iterator[Named]:
    yield named
    for text, gender in readings(word, hint) if word else ():
        told = Gender(gender) if gender in {"m", "f"} else Gender.UNKNOWN
        if named.given and text != named.given:
            yield Named(text, gender=told, case=named.case)
        elif not named.given and (text, told) != (named.surname, named.gender):
            yield Named("", "", text, named.initials, told, named.case)


def _fits(person: Person, named: Named, at: int) -> bool:
    theirs = person.named
    if named.gender and person.gender and named.gender is not person.gender:
        return False
    if not _agree(theirs, named):
        return False
    first = _first_name(named, theirs)
    if named.surname and theirs.surname:
        return _same_surname(named.surname, theirs.surname) or first
    if first or not (named.given and theirs.given):
        return first
    whole = bool(named.patronymic) and named.patronymic == theirs.patronymic
    both = not named.surname and not theirs.surname
    return whole or both or at - person.last <= _FAR


def _first_name(named: Named, theirs: Named) -> bool:
    """Tell whether a word that no dictionary has is the given name of somebody."""
    if not named.surname or named.given or named.initials or not theirs.given:
        return False
    return _plain(named.surname) == _plain(theirs.given.split()[0])


def _agree(one: Named, two: Named) -> bool:
    """Tell whether given names, initials and patronymics do not differ."""
    if one.given and two.given and not same_names(one.given, two.given):
        return False
    if (
        one.patronymic
        and two.patronymic
        and _plain(one.patronymic) != _plain(two.patronymic)
    ):
        return False
    ours, theirs = _letters(one), _letters(two)
    return all(a == b for a, b in zip(ours, theirs, strict=False))


def same_names(one: str, two: str) -> bool:
    """Tell whether two given names are one: "Лев", "Лёва"."""
    if _plain(one) == _plain(two):
        return True
    first, second = one.split(maxsplit=1)[0], two.split(maxsplit=1)[0]
    return _plain(first) == _plain(second) or bool(same_given(first, second))


def _letters(named: Named) -> Sequence[str]:
    if named.initials:
        return [initial[0] for initial in named.initials]
    return [word[0] for word in (named.given, named.patronymic) if word]


def _same_surname(one: str, two: str) -> bool:
    a, b = _plain(one), _plain(two)
    return a == b or a in b.split("-") or b in a.split("-")


def _rank(person: Person, named: Named) -> tuple[int, bool, int]:
    """Prefer who shares more, who is spoken of for himself, and the latest."""
    return _strength(person, named), not person.relation, person.last


def _strength(person: Person, named: Named) -> int:
    theirs = person.named
    return sum(
        bool(a and b and _plain(a) == _plain(b))
        for a, b in (
            (theirs.given, named.given),
            (theirs.patronymic, named.patronymic),
            (theirs.surname, named.surname),
        )
    )


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
