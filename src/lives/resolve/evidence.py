"""What statements tell that helps to know a person again: dates, places, kin."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lives.model.ids import MentionId
from lives.model.kinds import kinds
from lives.model.statement import Modality, Standing, Statement
from lives.model.when import When
from lives.resolve.relations import with_telling

# Days that clerks wrote down and that two namesakes seldom share.
_DATED = frozenset(
    ("birth", "arrest", "sentence", "trial", "listing", "expulsion", "exile")
)


@dataclass(frozen=True, slots=True)
class Kinship:
    """What one person is to another.

    Attributes:
        subject: Who.
        relation: In words, with what tells which one; "" for a marriage.
        other: To whom.
    """

    subject: MentionId
    relation: str
    other: MentionId


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all statements tell, by the mention they are about.

    Attributes:
        dates: Dated events as (kind, date); every manner of death counts as "death",
            and an execution as itself besides.
        hearsay: The same, where the source does not vouch for it.
        birthplaces: Places of birth as written.
        beside: Mentions that statements name in a role; in a list these are not
            the persons of rows.
        kin: Each statement of kinship or marriage whose other is a mention.
    """

    dates: dict[MentionId, list[tuple[str, When]]] = field(default_factory=dict)
    hearsay: dict[MentionId, list[tuple[str, When]]] = field(default_factory=dict)
    birthplaces: dict[MentionId, list[str]] = field(default_factory=dict)
    beside: set[MentionId] = field(default_factory=set)
    kin: list[Kinship] = field(default_factory=list)


def read_evidence(statements: Iterable[Statement]) -> Evidence:
    """Gather evidence from what is sure; denials and allegations tell nothing."""
    found = Evidence()
    for statement in statements:
        found.beside.update(r.mention for r in statement.roles if r.mention)
        if statement.standing is not Standing.SURE:
            continue
        kind = "death" if kinds()[statement.kind].ends else statement.kind
        if statement.when and (kind == "death" or kind in _DATED):
            heard = statement.modality in {Modality.HEDGED, Modality.REPORTED}
            held = found.hearsay if heard else found.dates
            if heard or statement.counts:
                dated = [kind, *({statement.kind} & {"execution"})]
                held.setdefault(statement.subject, []).extend(
                    (what, statement.when) for what in dated
                )
        if not statement.counts:
            continue
        if kind == "birth" and statement.where:
            places = found.birthplaces.setdefault(statement.subject, [])
            places.append(statement.where)
        if kind in {"kinship", "marriage"}:
            relation = statement.what if kind == "kinship" else ""
            words = with_telling(relation, statement.quote) if relation else ""
            found.kin.extend(
                Kinship(statement.subject, words, role.mention)
                for role in statement.roles
                if role.name == "other" and role.mention
            )
    return found
