"""Rival relatives: nobody has two fathers, and nobody two mothers.

Parenthood is told from either end - "Ivan, father of Pyotr", "Pyotr, son of Ivan" -
in the life of either, so it is gathered while lives are composed and weighed when
all of them have passed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lives.compose.conflicts import conflict
from lives.compose.surroundings import Surroundings
from lives.model.ids import PersonId
from lives.model.life import Conflict, Severity
from lives.model.mention import Gender
from lives.model.statement import Modality, Standing, Statement

_PARENTS = {"father": Gender.MALE, "mother": Gender.FEMALE}
_CHILDREN = frozenset({"son", "daughter", "child"})


@dataclass(frozen=True, slots=True)
class Parenthood:
    """One statement that somebody is somebody's parent.

    Attributes:
        child: Whose parent.
        parent: Who.
        gender: Father or mother, as far as the words tell; else unknown.
        statement: What says so.
    """

    child: PersonId
    parent: PersonId
    gender: Gender
    statement: Statement


def parenthoods(
    person: PersonId, statements: Iterable[Statement], around: Surroundings
) -> Iterator[Parenthood]:
    """Yield what the statements about a person say of parents and children."""
    for statement in statements:
        if statement.kind != "kinship" or not _stands(statement):
            continue
        relation = statement.what.casefold()
        for role in statement.roles:
            other = around.person.get(role.mention) if role.mention else None
            if role.name != "other" or other is None or other == person:
                continue
            if relation in _PARENTS:
                yield Parenthood(other, person, _PARENTS[relation], statement)
            elif relation in _CHILDREN:
                yield Parenthood(person, other, Gender.UNKNOWN, statement)


def rival_parents(
    told: Iterable[Parenthood], gender: dict[PersonId, Gender], around: Surroundings
) -> Iterator[Conflict]:
    """Yield a conflict for everyone with two different fathers or mothers.

    Args:
        told: Every parenthood the archive tells.
        gender: What is known of persons, for "son of", which names no father.
        around: Tells what persons and works are called.
    """
    places: dict[tuple[PersonId, Gender], dict[PersonId, list[Statement]]] = {}
    for link in told:
        known = link.gender or gender.get(link.parent, Gender.UNKNOWN)
        if known is not Gender.UNKNOWN:
            rivals = places.setdefault((link.child, known), {})
            rivals.setdefault(link.parent, []).append(link.statement)
    for (child, known), told_of in places.items():
        # Someone unnamed may yet turn out to be the one who is named.
        rivals = {p: said for p, said in told_of.items() if p in around.named}
        if len(rivals) > 1:
            word = "father" if known is Gender.MALE else "mother"
            named = " and ".join(
                f"{around.label[parent]} ({around.sources(said)})"
                for parent, said in rivals.items()
            )
            words = f"Two persons stand as {word} of {around.label[child]}: {named}."
            said = [s for group in rivals.values() for s in group]
            yield conflict(child, f"kinship, {word}", Severity.RIVALS, words, said)


def _stands(statement: Statement) -> bool:
    sure = statement.standing is Standing.SURE
    return sure and statement.modality is Modality.ASSERTED
