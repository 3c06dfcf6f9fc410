"""Who is named in the life of whom: the other side of every relation.

A statement is about one person and may name others. On the pages of those others it
is found here; and so is a wife whom a passage knows only as her husband's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lives.compose.matters import vouched
from lives.model.ids import MentionId, PersonId, StatementId
from lives.model.statement import Modality, Standing
from lives.publish.holdings import Holdings

FAMILY = ("kinship", "marriage")
ASSOCIATES = ("acquaintance", "correspondence")
SURE = Standing.SURE
_Same = tuple[PersonId, str, str, Modality]
RELATIONS = frozenset({*FAMILY, *ASSOCIATES})


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation, seen from the person it names.

    Attributes:
        person: The one it is told of.
        kind: Of the statement: ``kinship``, ``arrest`` ...
        what: What that one is to this: "wife"; "" where nothing says.
        statement: Where it is said; None for a description such as "his wife".
        modality: Of the statement; asserted where its source vouches for it.
    """

    person: PersonId
    kind: str
    what: str
    statement: StatementId | None
    modality: Modality = Modality.ASSERTED


def ties(holdings: Holdings) -> dict[PersonId, list[Tie]]:
    """Gather every relation under the person it names."""
    person_of = holdings.person_of()
    found: dict[PersonId, dict[_Same, Tie]] = {}
    told: set[tuple[PersonId, PersonId]] = set()
    for who, tie in _stated(holdings, person_of):
        same = (tie.person, tie.kind, tie.what, tie.modality)
        found.setdefault(who, {}).setdefault(same, tie)
        if tie.kind in RELATIONS and tie.modality is Modality.ASSERTED:
            told.add((who, tie.person))
    for mention in holdings.mentions():
        whose = person_of.get(mention.of) if mention.of else None
        person = person_of.get(mention.id)
        if not (whose and person and mention.relation) or whose == person:
            continue
        if (whose, person) not in told and (person, whose) not in told:
            tie = Tie(person, "kinship", mention.relation, None)
            same = (person, "", tie.what, tie.modality)
            found.setdefault(whose, {}).setdefault(same, tie)
    return {who: list(of.values()) for who, of in found.items()}


def _stated(
    holdings: Holdings, person_of: dict[MentionId, PersonId]
) -> Iterator[tuple[PersonId, Tie]]:
    for statement in holdings.statements():
        if statement.modality is Modality.NEGATED or statement.standing is not SURE:
            continue
        person = person_of.get(statement.subject)
        said = Modality.ASSERTED if vouched(statement) else statement.modality
        for role in statement.roles:
            who = person_of.get(role.mention) if role.mention else None
            if who and person and who != person:
                kind, what = statement.kind, statement.what
                yield who, Tie(person, kind, what, statement.id, said)
