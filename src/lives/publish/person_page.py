"""What the page of one person says, ready to be laid out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lives.model.ids import PersonId
from lives.model.kinds import kinds
from lives.model.life import Conflict, Finding, Life, Status
from lives.model.mention import Gender
from lives.model.person import Person
from lives.model.source import Source
from lives.model.statement import Modality
from lives.publish.joined import AllJoined, joined
from lives.publish.kin_years import generation
from lives.publish.notes import Desk, Memorial, Note, Relation, Told
from lives.publish.ties import ASSOCIATES, FAMILY, RELATIONS
from lives.publish.timeline import Event, Timeline, timeline
from lives.publish.wording import Piece, accuses, doubted, phrases
from lives.reading import dates

_UNTOLD = frozenset({Status.CHARGED, Status.UNVOUCHED, Status.DENIED})
_PRONOUN = {Gender.FEMALE: "she", Gender.MALE: "he", Gender.UNKNOWN: "this person"}


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on the page of one person."""

    person: Person
    years: str
    other_names: list[str]
    pronoun: str
    dates: list[Told]
    acts: list[tuple[str, list[Told]]]
    charges: list[Told]
    conflicts: list[tuple[str, list[Note]]]
    line: Timeline | None
    family: list[Told]
    associates: list[Told]
    related: list[Relation]
    named_in: list[Relation]
    unknown: list[str]
    notes: list[Note]
    sources: list[Source]
    linked_data: str
    joined: AllJoined


def short_dates(findings: Iterable[Finding]) -> str:
    """Say the years of a life: "1899-1937", "died 1937"; "" where none is told."""
    born = died = ""
    for finding in findings:
        denied = finding.status is Status.DENIED
        if finding.when is None or denied or accuses(finding):
            continue
        if finding.kind == "birth" and not born:
            born = _year(finding)
        elif kinds()[finding.kind].ends and not died:
            died = _year(finding)
    if born and died:
        return f"{born}–{died}"
    return f"born {born}" if born else f"died {died}" if died else ""


def _year(finding: Finding) -> str:
    when = finding.when
    if when is None:
        return ""
    doubt = "?" if finding.status in {Status.DISPUTED, Status.UNVOUCHED} else ""
    first, last = when.earliest, when.latest
    if first and last and first.year == last.year:
        about = "about " if "~" in when.edtf else ""
        return f"{about}{first.year}{doubt}"
    return f"{dates.words(when)}{doubt}"


def person_page(person: Person, memorial: Memorial) -> PersonPage:
    """Gather what the page of a person says."""
    life = next(iter(memorial.gate.lives(person.id)), Life(person.id, ()))
    desk = Desk(memorial, person.id)
    happened = [f for f in life.findings if not accuses(f)]
    events = [f for f in happened if f.kind not in RELATIONS]
    opening = [f for f in events if f.kind == "birth" or kinds()[f.kind].ends]
    opened = [replace(desk.told(f), against=[]) for f in opening]
    acts = [
        (str(words), told)
        for act, words in phrases(memorial.language)["acts"].items()
        if (told := [desk.told(f) for f in events if f.act.value == act])
    ]
    charges = [desk.told(f) for f in life.findings if accuses(f)]
    family = [desk.told(f) for f in happened if f.kind in FAMILY]
    associates = [desk.told(f) for f in happened if f.kind in ASSOCIATES]
    related, named_in = _ties(person.id, memorial, desk)
    family, related = _from_both_ends(family, related)
    conflicts = [_conflict(conflict, desk) for conflict in life.conflicts]
    notes = list(desk.notes.values())
    sources = {note.source.id: note.source for note in notes}
    return PersonPage(
        person=person,
        years=short_dates(life.findings),
        other_names=[name for name in person.names if name != person.label],
        pronoun=_pronoun(person, memorial),
        dates=opened,
        acts=acts,
        charges=charges,
        conflicts=conflicts,
        line=_line(events, desk),
        family=family,
        associates=associates,
        related=related,
        named_in=named_in,
        unknown=_unknown(events),
        notes=notes,
        sources=list(sources.values()),
        linked_data=_linked_data(person, opening, sources.values()),
        joined=joined(memorial.gate, person.id),
    )


def _pronoun(person: Person, memorial: Memorial) -> str:
    shown = [m.gender for m in memorial.gate.mentions_about(person.id) if m.gender]
    if not shown:
        return _PRONOUN[Gender.UNKNOWN]
    return _PRONOUN[max(sorted(set(shown)), key=shown.count)]


def _line(events: Sequence[Finding], desk: Desk) -> Timeline | None:
    found: list[Event] = []
    language = desk.memorial.language
    for finding in events:
        if finding.status is Status.DENIED:
            continue
        if finding.when:
            said = desk.undated(finding)
            found.append((finding.when, dates.words(finding.when, language), said))
        for other in filter(None, map(desk.said.get, finding.dissent)):
            if other.when and other.modality is not Modality.NEGATED:
                words = "".join(
                    p.words for p in desk.as_said(replace(other, when=None))
                )
                said = f"{words} (as another source has it)"
                found.append((other.when, dates.words(other.when, language), said))
    # Two sources that say the same of the same days are one line here.
    once = {(when.edtf, said): (when, day, said) for when, day, said in found}
    return timeline(once.values())


def _ties(
    person: PersonId, memorial: Memorial, desk: Desk
) -> tuple[list[Relation], list[Relation]]:
    related, named_in = [], []
    for tie in memorial.ties.get(person, ()):
        piece = Piece(memorial.labels[tie.person], tie.person)
        notes = desk.numbered([tie.statement]) if tie.statement else []
        doubt = doubted(tie.modality, memorial.language)
        if tie.kind in RELATIONS:
            labels = kinds()[tie.kind].labels
            what = tie.what or labels.get(memorial.language, labels["en"])
            if piece.words.startswith(f"{what} of "):  # "wife of N: wife"
                what = ""
            related.append(Relation(_opened(piece), what, notes, doubt))
        else:
            labels = kinds()[tie.kind].labels
            what = labels.get(memorial.language, labels["en"])
            named_in.append(Relation(piece, what, notes, doubt))
    return related, named_in


def _from_both_ends(
    family: list[Told], related: list[Relation]
) -> tuple[list[Told], list[Relation]]:
    """Tell a marriage or descent once, though it is told of either person."""
    of = {r.piece.person: r for r in reversed(related) if _mirrors(r)}
    told = []
    for one in family:
        known = [p.person for p in one.said if p.person in of]
        other = of.pop(known[0], None) if len(known) == 1 else None
        told.append(replace(one, mirrored=other) if other else one)
    once = [one.mirrored for one in told if one.mirrored]
    return told, [r for r in related if all(r is not o for o in once)]


def _mirrors(relation: Relation) -> bool:
    return bool(generation(relation.what)) and not relation.doubt


def _opened(piece: Piece) -> Piece:
    return replace(piece, words=piece.words[:1].upper() + piece.words[1:])


def _conflict(conflict: Conflict, desk: Desk) -> tuple[str, list[Note]]:
    return conflict.words, desk.numbered(conflict.statements)


def _unknown(events: Sequence[Finding]) -> list[str]:
    """Name the plain questions about a life that no source answers."""
    vouched = [f for f in events if f.status is not Status.DENIED]
    births = [f for f in vouched if f.kind == "birth"]
    ends = [f for f in vouched if kinds()[f.kind].ends]
    questions = []
    if not any(f.when for f in births):
        questions.append("the date of birth")
    if not any(f.where for f in births):
        questions.append("the place of birth")
    if not any(f.when for f in ends):
        questions.append("the date of death")
    if not any(f.where for f in ends):
        questions.append("the place of death")
    if not any(f.kind == "burial" for f in vouched):
        questions.append("the place of burial")
    return questions


def _linked_data(
    person: Person, opening: Sequence[Finding], sources: Iterable[Source]
) -> str:
    """Describe the person in the words of schema.org, as JSON-LD."""
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "identifier": person.id,
        "name": person.label,
    }
    others = [name for name in person.names if name != person.label]
    if others:
        told["alternateName"] = others
    # Linked data has no way to say "reportedly".
    for finding in (f for f in opening if f.status not in _UNTOLD):
        event = "birth" if finding.kind == "birth" else "death"
        if finding.when:
            told.setdefault(f"{event}Date", finding.when.edtf)
        if finding.where:
            told.setdefault(f"{event}Place", finding.where)
    works = [{"@type": "CreativeWork", **_work(source)} for source in sources]
    if works:
        told["subjectOf"] = works
    # "<" would let a name close the element it stands in.
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def _work(source: Source) -> dict[str, str]:
    fields = {"name": source.title}
    for ours, theirs in (("author", "author"), ("issued", "datePublished")):
        if value := source.csl.get(ours):
            fields[theirs] = value
    return fields
