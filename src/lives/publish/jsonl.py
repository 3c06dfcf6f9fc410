"""JSON Lines: one object a line, offsets in code points of the text as read.

The order is that of the archive and every key is always there, so that two exports
of the same archive are the same bytes.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from lives.model.extracted import Remark
from lives.model.ids import CaptureId, MentionId, PersonId
from lives.model.judgement import Verdict
from lives.model.person import Person
from lives.model.statement import Standing, Statement
from lives.publish.formats import exporters
from lives.publish.holdings import Holdings
from lives.reading.places import read_place
from lives.study.cohorts import Cohort, cohorts

Line = dict[str, Any]

FILES = (
    "mentions",
    "statements",
    "proposed",
    "persons",
    "aggregates",
    "citations",
    "events",
    "conflicts",
)


class _Names:
    """Who a mention is and which file a capture came as."""

    def __init__(self, holdings: Holdings) -> None:
        self._person_of = holdings.person_of()
        self._documents = {c.id: c.name for c in holdings.captures()}

    def person(self, mention: MentionId) -> str:
        # A mention nobody has judged yet is a person of its own.
        return self._person_of.get(mention) or Person.key(mention)

    def document(self, capture: CaptureId) -> str:
        return self._documents[capture]


@exporters.add("jsonl")
def export_jsonl(holdings: Holdings, target: Path) -> None:
    """Write the `FILES` of JSON Lines into a folder, made if it is not there."""
    target.mkdir(parents=True, exist_ok=True)
    told = Told(holdings)
    for name in FILES:
        _write(target / f"{name}.jsonl", told.lines(name))


class Told:
    """What an archive holds, as the lines of each file.

    Args:
        holdings: The archive's; read again each time lines are asked for.
    """

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._names = _Names(holdings)

    def lines(self, name: str) -> Iterator[Line]:
        """Yield the lines of one of `FILES`, in the order of the archive."""
        if name == "persons":
            return _persons(self._holdings)
        return _TELLING[name](self._holdings, self._names)


def _write(path: Path, lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _mentions(holdings: Holdings, names: _Names) -> Iterator[Line]:
    doubtful = {
        mention: sure
        for person in holdings.persons()
        for mention, sure in zip(person.mentions, person.probabilities, strict=False)
        if sure < 1
    }
    for mention in holdings.mentions():
        yield {
            "id": mention.id,
            "document": names.document(mention.capture),
            "capture": mention.capture,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "person": names.person(mention.id),
            "probability": doubtful.get(mention.id, 1.0),
            "kind": mention.kind.value,
            "why": mention.because or None,
        }


def _said(standing: Standing, holdings: Holdings, names: _Names) -> Iterator[Line]:
    said = (s for s in holdings.statements() if s.standing is standing)
    return (_statement(s, names) for s in said)


def _statement(statement: Statement, names: _Names) -> Line:
    others: dict[str, list[str]] = {}
    for role in statement.roles:
        who = names.person(role.mention) if role.mention else role.words
        others.setdefault(role.name, []).append(who)
    line = {
        "id": statement.id,
        **_place(statement, names),
        "mention": statement.subject,
        "person": names.person(statement.subject),
        "type": statement.kind,
        "date": statement.when.edtf if statement.when else None,
        "date_inferred": (statement.when.inferred or None) if statement.when else None,
        "place": statement.where or None,
        "place_id": _record(statement.where),
        "modality": statement.modality.value,
        "voice": statement.voice or None,
        "group": statement.group or None,
        "value": statement.what or None,
        "other": others.pop("other", []),
        "by": others.pop("by", []),
        "reader": statement.reader,
        "why": statement.because or None,
    }
    if statement.kind == "kinship":
        line["relation"] = statement.what or None
    # Roles of a kind that comes from elsewhere are not lost.
    return line | {"roles": others} if others else line


def _record(where: str) -> str | None:
    """Return the record of the gazetteer that a place is known to be."""
    record = read_place(where).place if where else None
    return record.id if record else None


def _persons(holdings: Holdings) -> Iterator[Line]:
    apart = _apart(holdings)
    for person in holdings.persons():
        yield {
            "id": person.id,
            "label": person.label,
            "named": person.named,
            "names": list(person.names),
            "mentions": len(person.mentions),
            "probability": person.sure,
            "different_from": sorted(apart.get(person.id, ())),
        }


def _apart(holdings: Holdings) -> dict[PersonId, set[PersonId]]:
    """Return whom people confirmed to be somebody else: more than not linked."""
    different = [j for j in holdings.decided() if j.verdict is Verdict.DIFFERENT]
    person_of = holdings.person_of() if different else {}
    found: dict[PersonId, set[PersonId]] = {}
    for judged in different:
        one, two = person_of.get(judged.left), person_of.get(judged.right)
        if one and two and one != two:
            found.setdefault(one, set()).add(two)
            found.setdefault(two, set()).add(one)
    return found


def _aggregates(holdings: Holdings, names: _Names) -> Iterator[Line]:
    of_claim = cohorts(holdings.claims(), holdings.lives())
    for claim in holdings.claims():
        yield {
            "id": claim.id,
            **_place(claim, names),
            "count": claim.count,
            "total": claim.total,
            "percent": claim.percent,
            "group": claim.group or None,
            "approx": claim.approx,
            "voice": claim.voice or None,
            "check": claim.check or None,
            "cohort": _cohort(of_claim.get(claim.id)),
        }


def _cohort(cohort: Cohort | None) -> Line | None:
    if cohort is None:
        return None
    return {
        "body": cohort.body,
        "date": cohort.when.edtf if cohort.when else None,
        "persons": list(cohort.persons),
        "undated": list(cohort.undated),
        "told": {kind: list(group) for kind, group in cohort.happened.items()},
        "untold": list(cohort.untold),
    }


def _citations(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for citation in holdings.citations():
        again = {
            "id": citation.id,
            "refers": citation.refers or None,
            "because": citation.because or None,
        }
        # The work comes first, so that none of its fields can stand in for the place.
        yield dict(sorted(citation.csl.items())) | again | _place(citation, names)


def _events(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for event in holdings.events():
        yield {
            "id": event.id,
            **_place(event, names),
            "name": event.name,
            "key": event.key,
            "body": event.body or None,
            "date": event.when.edtf,
        }


def _conflicts(holdings: Holdings, names: _Names) -> Iterator[Line]:
    events = {event.id: event for event in holdings.events()}
    for conflict in holdings.conflicts():
        said = (holdings.statement(key) for key in conflict.statements)
        dated = (events.get(key) for key in conflict.events)
        passages = [_place(one, names) for one in (*said, *dated) if one is not None]
        if passages:
            yield {
                "id": conflict.id,
                "person": conflict.person or None,
                "about": conflict.about,
                "passages": passages,
                "severity": conflict.severity.value,
                "words": conflict.words,
            }


def _place(one: Statement | Remark, names: _Names) -> Line:
    return {
        "document": names.document(one.capture),
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
    }


_TELLING: dict[str, Callable[[Holdings, _Names], Iterator[Line]]] = {
    "mentions": _mentions,
    "statements": partial(_said, Standing.SURE),
    "proposed": partial(_said, Standing.PROPOSED),
    "aggregates": _aggregates,
    "citations": _citations,
    "events": _events,
    "conflicts": _conflicts,
}
