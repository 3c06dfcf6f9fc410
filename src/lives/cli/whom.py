"""Who is meant by an identifier or a name typed on the command line."""

from collections.abc import Callable, Iterable, Sequence

from lives.model.errors import AmbiguousPerson, UnknownPerson
from lives.model.ids import MentionId, PersonId
from lives.model.mention import MentionKind
from lives.model.person import Person
from lives.store.tables import Tables
from lives.study.search import search

_SHOWN = 12  # candidates named in a message; more would not be read


def whom(tables: Tables, asked: str) -> Person:
    """Return the one person an identifier or a name stands for.

    Args:
        tables: Those of the archive.
        asked: ``pe-...``, ``me-...``, or a name in any spelling.

    Raises:
        UnknownPerson: Nobody is meant.
        AmbiguousPerson: Several may be.
    """
    asked = asked.strip()
    if asked.startswith("me-"):
        owner = tables.person_of_mention(MentionId(asked))
        found = tables.person(owner) if owner else None
        return found or _nobody(asked)
    persons = list(tables.persons())
    if asked.startswith("pe-"):
        return of_identifier(persons, PersonId(asked)) or _nobody(asked)
    return named(persons, asked)


def of_identifier(persons: Iterable[Person], asked: PersonId) -> Person | None:
    """Return the person of an identifier, also of one from before a joining.

    A person is called after the first mention. When two are found to be one, the
    second identifier goes out of use, but the mention it was made from still tells
    who was meant.
    """
    for person in persons:
        if person.id == asked or asked in map(Person.key, person.mentions):
            return person
    return None


def named(persons: Sequence[Person], asked: str) -> Person:
    """Return the one person of a name: spelled exactly so, or else found by search.

    Raises:
        UnknownPerson: Nobody is called anything like it.
        AmbiguousPerson: Several are.
    """
    for spelled in (_called, _also_called):
        exact = [person for person in persons if spelled(person, asked.casefold())]
        if exact:
            return _only(exact, asked)
    hits = [hit for hit in search(persons, asked) if not hit.missing]
    best = max((hit.strength for hit in hits), default=0)
    found = [hit.person for hit in hits if hit.strength == best]
    return _only(found, asked) if found else _nobody(asked)


def representative(tables: Tables, person: Person) -> MentionId:
    """Return the mention that stands for a person in a judgement.

    It is the first that gives a name: what it names will still be meant when rules
    have changed, while what a pronoun points at may not.
    """
    for key in person.mentions:
        mention = tables.mention(key)
        if mention is not None and mention.kind is MentionKind.NAME:
            return key
    return person.mentions[0]


Spelling = Callable[[Person, str], bool]


def _called(person: Person, folded: str) -> bool:
    return person.label.casefold() == folded


def _also_called(person: Person, folded: str) -> bool:
    return folded in (name.casefold() for name in person.names)


def _only(found: Sequence[Person], asked: str) -> Person:
    if len(found) == 1:
        return found[0]
    candidates = "\n".join(f"      {p.id}  {p.label}" for p in found[:_SHOWN])
    more = len(found) - _SHOWN
    raise AmbiguousPerson(
        f"{len(found)} persons may be meant",
        where=repr(asked),
        remedy="give the identifier of one of them:\n"
        + candidates
        + (f"\n      and {more} more: lives people {asked!r}" if more > 0 else ""),
    )


def _nobody(asked: str) -> Person:
    raise UnknownPerson(
        "nobody is known by this name or identifier",
        where=repr(asked),
        remedy="run 'lives people' to see who is, or 'lives build' if sources were "
        "added since",
    )
