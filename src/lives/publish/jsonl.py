"""JSON Lines: one object a line, offsets in code points of the text as read.

The order is that of the archive and every key is always there, so that two exports
of the same archive are the same bytes.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lives.model.ids import CaptureId, MentionId
from lives.model.person import Person
from lives.model.statement import Standing, Statement
from lives.publish.formats import exporters
from lives.publish.holdings import Holdings

Line = dict[str, Any]


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
    """Write seven files of JSON Lines into a folder, made if it is not there."""
    target.mkdir(parents=True, exist_ok=True)
    names = _Names(holdings)
    _write(target / "mentions.jsonl", _mentions(holdings, names))
    for name, standing in (
        ("statements", Standing.SURE),
        ("proposed", Standing.PROPOSED),
    ):
        said = (s for s in holdings.statements() if s.standing is standing)
        _write(target / f"{name}.jsonl", (_statement(s, names) for s in said))
    _write(target / "persons.jsonl", _persons(holdings))
    _write(target / "aggregates.jsonl", _aggregates(holdings, names))
    _write(target / "citations.jsonl", _citations(holdings, names))
    _write(target / "conflicts.jsonl", _conflicts(holdings, names))


def _write(path: Path, lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _mentions(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for mention in holdings.mentions():
        yield {
            "document": names.document(mention.capture),
            "capture": mention.capture,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "person": names.person(mention.id),
            "kind": mention.kind.value,
        }


def _statement(statement: Statement, names: _Names) -> Line:
    others: dict[str, list[str]] = {}
    for role in statement.roles:
        who = names.person(role.mention) if role.mention else role.words
        others.setdefault(role.name, []).append(who)
    line = {
        "id": statement.id,
        "document": names.document(statement.capture),
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "person": names.person(statement.subject),
        "type": statement.kind,
        "date": statement.when.edtf if statement.when else None,
        "place": statement.where or None,
        "modality": statement.modality.value,
        "voice": statement.voice or None,
        "group": statement.group or None,
        "value": statement.what or None,
        "other": others.pop("other", []),
        "by": others.pop("by", []),
    }
    if statement.kind == "kinship":
        line["relation"] = statement.what or None
    # Roles of a kind that comes from elsewhere are not lost.
    return line | {"roles": others} if others else line


def _persons(holdings: Holdings) -> Iterator[Line]:
    for person in holdings.persons():
        yield {
            "id": person.id,
            "label": person.label,
            "named": person.named,
            "names": list(person.names),
            "mentions": len(person.mentions),
        }


def _aggregates(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for claim in holdings.claims():
        yield {
            "document": names.document(claim.capture),
            "start": claim.start,
            "end": claim.end,
            "quote": claim.quote,
            "count": claim.count,
            "total": claim.total,
            "percent": claim.percent,
            "group": claim.group or None,
            "approx": claim.approx,
            "voice": claim.voice or None,
            "check": claim.check or None,
        }


def _citations(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for citation in holdings.citations():
        place = {
            "document": names.document(citation.capture),
            "start": citation.start,
            "end": citation.end,
            "quote": citation.quote,
        }
        # The work comes first, so that none of its fields can stand in for the place.
        yield dict(sorted(citation.csl.items())) | place


def _conflicts(holdings: Holdings, names: _Names) -> Iterator[Line]:
    for conflict in holdings.conflicts():
        found = (holdings.statement(key) for key in conflict.statements)
        passages = [
            {
                "document": names.document(statement.capture),
                "start": statement.start,
                "end": statement.end,
                "quote": statement.quote,
            }
            for statement in found
            if statement is not None
        ]
        if passages:
            yield {
                "person": conflict.person,
                "about": conflict.about,
                "passages": passages,
                "severity": conflict.severity.value,
                "words": conflict.words,
            }
