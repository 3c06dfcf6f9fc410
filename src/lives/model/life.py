"""Lives: what the statements of a person say, with dissent kept."""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import PersonId, StatementId
from lives.model.when import When


class Act(StrEnum):
    """The three acts of a life, around the ordeal."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Status(StrEnum):
    """How firmly a finding stands."""

    AGREED = "agreed"  # two or more independent witnesses
    SINGLE = "single witness"
    DISPUTED = "disputed"  # two values stand against each other
    CHARGED = "only charged"  # nobody but an accuser or a confession says so
    UNVOUCHED = "not vouched for"  # only hedged or reported
    DENIED = "denied"


class Severity(StrEnum):
    """How much a conflict matters."""

    IMPOSSIBLE = "impossible"  # arrested after death
    VALUES = "values"  # two values of a once-only kind
    RIVALS = "rivals"  # two rival relatives
    TWO_EVENTS = "may be two events"  # two dates of what may be one event
    QUESTION = "question"  # people's judgements contradict each other


@dataclass(frozen=True, slots=True)
class Finding:
    """What the statements of a person say on one matter.

    Attributes:
        person: Whose life.
        kind: Key in `kinds.toml`.
        ordinal: Position in the life, from 0.
        act: Before, during or after.
        status: How firmly it stands.
        witnesses: How many independent witnesses support it.
        support: Statements that carry it, exactly or by saying less; never empty.
        dissent: Statements that cannot be true at the same time; shown, never dropped.
        when: The most precise date its support agrees on; None if none is told.
        where: Place as written by the support that says most.
        what: Value as read: office, relation, charge ...
        group: Organisation or body.

    Raises:
        ValueError: ``support`` is empty: that would be an invention.
    """

    person: PersonId
    kind: str
    ordinal: int
    act: Act
    status: Status
    witnesses: int
    support: tuple[StatementId, ...]
    dissent: tuple[StatementId, ...] = ()
    when: When | None = None
    where: str = ""
    what: str = ""
    group: str = ""

    def __post_init__(self) -> None:
        if not self.support:
            raise ValueError("a finding without support is an invention")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Passages about a person or an event that cannot all be right, or be joined.

    Attributes:
        id: ``co-`` and a content digest.
        person: Whose life; "" where it is about an event.
        about: What is in dispute: "death, date", "17th Congress: date".
        severity: How much it matters.
        words: The dispute in a plain sentence.
        statements: The statements that disagree; empty for a question.
        events: The dated events that disagree, where it is about an event.
    """

    id: str
    person: PersonId
    about: str
    severity: Severity
    words: str
    statements: tuple[StatementId, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """The findings about a person in order, ready to be read and published."""

    person: PersonId
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...] = ()
