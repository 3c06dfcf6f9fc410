"""Who is meant by an identifier or a name typed on the command line."""

from collections.abc import Sequence

from lives.cli.plain import counted
from lives.model.errors import AmbiguousPerson, UnknownPerson
from lives.model.ids import MentionId, PersonId
from lives.model.mention import MentionKind
from lives.model.person import Person
from lives.store.tables import Tables
from lives.study.directory import look_up
from lives.study.search import Hit

_MEANT = 50  # candidates: where so many may be meant, a longer name is needed
_SHOWN = 12  # candidates named in a message; more would not be read


def whom(tables: Tables, asked: str) -> Person:
    """Return the one person an identifier or a name stands for, to be shown.

    Args:
        tables: Those of the archive.
        asked: ``pe-...``, ``me-...``, or a name in any spelling; of several persons
            the one who is called exactly so.

    Raises:
        UnknownPerson: Nobody is meant.
        AmbiguousPerson: Several may be.
    """
    found = identified(tables, asked)
    return found or _best(look_up(tables.names, asked, _MEANT), asked)


def exactly(tables: Tables, asked: str) -> Person:
    """Return the one person who can be meant, to be judged.

    A name will do only where nobody else comes near it: a judgement on the wrong
    person is worse than none.

    Raises:
        UnknownPerson: Nobody is meant.
        AmbiguousPerson: Several may be.
    """
    found = identified(tables, asked)
    return found or _only(candidates(tables, asked), asked)


def candidates(tables: Tables, asked: str) -> list[Person]:
    """Return everyone a name may mean, the likeliest first.

    "Wife of Pavel Sablin" is meant by his name only where nobody bears it.
    """
    hits = look_up(tables.names, asked, _MEANT)
    found = [hit.person for hit in hits if not hit.missing]
    return [person for person in found if person.named] or found


def identified(tables: Tables, asked: str) -> Person | None:
    """Return the person of an identifier; None for what is not one.

    Raises:
        UnknownPerson: It is one, and nobody bears it.
    """
    asked = asked.strip()
    if asked.startswith("me-"):
        owner = tables.person_of_mention(MentionId(asked))
        found = tables.person(owner) if owner else None
        return found or _nobody(asked)
    if asked.startswith("pe-"):
        return of_identifier(tables, PersonId(asked)) or _nobody(asked)
    return None


def of_identifier(tables: Tables, asked: PersonId) -> Person | None:
    """Return the person of an identifier, also of one from before a joining.

    A person is called after the first mention. When two are found to be one, the
    second identifier goes out of use, but the mention it was made from still tells
    who was meant.
    """
    person = tables.person(asked)
    if person is not None:
        return person
    now = tables.person_once(asked)
    return tables.person(now) if now else None


def once(asked: str, person: Person) -> str:
    """Say that an identifier is from before a joining; "" if it is not."""
    key = asked.strip().partition(".")[0]
    if not key.startswith("pe-") or key == person.id:
        return ""
    return f"{key} is {person.label} {person.id} now: two were found to be one."


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


def _best(hits: Sequence[Hit], asked: str) -> Person:
    persons, folded = [hit.person for hit in hits], asked.strip().casefold()
    for exact in (
        [p for p in persons if p.label.casefold() == folded],
        [p for p in persons if folded in (name.casefold() for name in p.names)],
    ):
        if exact:
            return _only(exact, asked)
    hits = [hit for hit in hits if not hit.missing]
    strongest = max((hit.strength for hit in hits), default=0)
    return _only([hit.person for hit in hits if hit.strength == strongest], asked)


def _only(found: Sequence[Person], asked: str) -> Person:
    if not found:
        return _nobody(asked)
    if len(found) == 1:
        return found[0]
    candidates = "\n".join(
        f"      {p.id}  {p.label} ({counted(len(p.mentions), 'mention')})"
        for p in found[:_SHOWN]
    )
    more = len(found) - _SHOWN
    raise AmbiguousPerson(
        f"{counted(len(found), 'person')} may be meant",
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
