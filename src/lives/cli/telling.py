"""A life told on a terminal: acts, charges apart, disagreements, evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lives.cli.desk import wrapped
from lives.cli.origin import Origins
from lives.cli.others import Links, links
from lives.cli.others import lines as of_others
from lives.model.ids import MentionId, StatementId
from lives.model.kinds import kinds
from lives.model.life import Act, Conflict, Finding, Life, Status
from lives.model.person import Person
from lives.model.statement import Modality, Standing, Statement
from lives.publish.wording import Piece, accuses, roles, sentence, tells_of_none
from lives.store.archive import Archive

_ACTS = {Act.BEFORE: "Before", Act.DURING: "During", Act.AFTER: "After"}
_REMARKED = {
    Status.SINGLE: "",  # the usual case; its one number says so
    Status.AGREED: "agreed",
    Status.DISPUTED: "disputed",
    Status.CHARGED: "only charged",
    Status.UNVOUCHED: "not vouched for",
    Status.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One numbered note: which words of which source."""

    number: int
    statement: StatementId
    source: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in words.

    Attributes:
        id: What `lives trace` takes.
        act: Where in the life.
        apart: It is an accusation, and stands apart from what happened.
        words: A sentence.
        status: How firmly it stands.
        witnesses: How many independent witnesses.
        support: Numbers of the evidence for it.
        dissent: Numbers of the evidence against it.
    """

    id: str
    act: Act
    apart: bool
    words: str
    status: Status
    witnesses: int
    support: tuple[int, ...]
    dissent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a reader only suspects: for a person to look at, and counted nowhere."""

    statement: StatementId
    kind: str
    modality: Modality
    quote: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A life as it is told."""

    person: Person
    findings: tuple[Told, ...]
    conflicts: tuple[Conflict, ...]
    evidence: tuple[Evidence, ...]
    proposed: tuple[Proposal, ...]
    links: Links


def tell(archive: Archive, person: Person) -> Telling:
    """Gather a life with its words and its evidence."""
    tables = archive.tables
    life = next(iter(tables.lives(person.id)), Life(person.id, ()))
    said = {s.id: s for s in tables.statements_about(person.id)}
    notes = _notes(Origins(archive), life.findings, said)
    number = {note.statement: note.number for note in notes}

    def named(mention: MentionId) -> Piece:
        owner = tables.person_of_mention(mention)
        found = tables.person(owner) if owner else None
        return Piece(found.label, found.id) if found else Piece("")

    def told(finding: Finding) -> Told:
        support = [said[key] for key in finding.support if key in said]
        return Told(
            id=f"{person.id}.{finding.ordinal}",
            act=finding.act,
            apart=accuses(finding),
            words=sentence(finding, roles(support, named)),
            status=Status.SINGLE if tells_of_none(finding) else finding.status,
            witnesses=finding.witnesses,
            support=tuple(number[key] for key in finding.support),
            dissent=tuple(number[key] for key in finding.dissent),
        )

    used = set(number)
    return Telling(
        person,
        tuple(told(finding) for finding in life.findings),
        life.conflicts,
        notes,
        proposed=tuple(
            Proposal(key, one.kind, one.modality, one.quote)
            for key, one in said.items()
            if key not in used and one.standing is Standing.PROPOSED
        ),
        links=links(tables, person),
    )


def _notes(
    origins: Origins, findings: Iterable[Finding], said: dict[StatementId, Statement]
) -> tuple[Evidence, ...]:
    keys = dict.fromkeys(
        key for finding in findings for key in (*finding.support, *finding.dissent)
    )
    notes = []
    for number, key in enumerate(keys, start=1):
        one = said[key]
        origin = origins.origin(one.capture, one.start, one.end)
        note = Evidence(number, key, origin.source.title, origin.place, one.quote)
        notes.append(note)
    return tuple(notes)


def lines(telling: Telling) -> Iterator[str]:
    """Yield a life as lines."""
    yield from _head(telling.person)
    happened = [one for one in telling.findings if not one.apart]
    for act, heading in _ACTS.items():
        yield from _part(heading, [one for one in happened if one.act is act])
    accused = [one for one in telling.findings if one.apart]
    yield from _part("Accused of (a charge is not a fact)", accused)
    if telling.conflicts:
        yield from ("", "Disagreements")
        for conflict in telling.conflicts:
            yield from wrapped(f"{conflict.words} {conflict.id}", first="  - ")
    if not telling.findings:
        yield from ("", "The sources name this person and say nothing more.")
    if telling.evidence:
        yield from (
            "",
            "Evidence ('lives explain st-...' says why, 'lives trace' whence)",
        )
    for note in telling.evidence:
        words = f"{note.source}, {note.place}: “{note.quote}” {note.statement}"
        yield from wrapped(words, first=f"  [{note.number}] ")
    if telling.proposed:
        yield from ("", "Only proposed, and counting nowhere until you have looked")
    for one in telling.proposed:
        label = kinds()[one.kind].labels["en"]
        words = f"{label}, {one.modality}: “{one.quote}” {one.statement}"
        yield from wrapped(words, first="  ? ")
    yield from of_others(telling.links)


def _head(person: Person) -> Iterator[str]:
    yield f"{person.label}  {person.id}"
    others = [name for name in person.names if name != person.label]
    if others:
        yield from wrapped("; ".join(others), first="also written: ")
    if not person.named:
        yield "No source gives a name."


def _part(heading: str, told: Sequence[Told]) -> Iterator[str]:
    if not told:
        return
    yield from ("", heading)
    for one in told:
        marks = "".join(f"[{number}]" for number in one.support)
        against = "".join(f"[{number}]" for number in one.dissent)
        remarks = [_REMARKED[one.status]] if _REMARKED[one.status] else []
        if one.witnesses > 1:
            remarks.append(f"{one.witnesses} witnesses")
        if against:
            remarks.append(f"against it {against}")
        remark = f" ({'; '.join(remarks)})" if remarks else ""
        yield from wrapped(f"{one.words}. {marks}{remark}", first="  ", rest="    ")
