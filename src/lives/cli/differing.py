"""Differences between two builds, told on a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from lives.cli.desk import wrapped
from lives.publish.change import Change, Differences, How

_SIGNS = {
    How.ADDED: "+",
    How.GONE: "-",
    How.CHANGED: "~",
    How.JOINED: "~",
    How.DIVIDED: "~",
    How.REASON: "=",
}
_COLUMNS = (How.ADDED, How.GONE, How.CHANGED, How.JOINED, How.DIVIDED, How.REASON)
_PERSONS = "Persons"
_TOLD = ("date", "place", "value", "group")
_LONGEST = 160  # of a quotation; the words in full are in --json


def counts_told(found: Differences) -> Iterator[str]:
    """Yield a table of the counts; columns and rows of nothing are left out."""
    counts = found.counts
    used = [how for how in _COLUMNS if any(row[how] for row in counts.values())]
    yield " ".join([f"{'':<10}", *(f"{how:>8}" for how in used)])
    for sort, row in counts.items():
        if any(row.values()):
            cells = (f"{row[how]:>8,}" for how in used)
            yield " ".join([f"{sort + 's':<10}", *cells])


def lines(changes: Sequence[Change], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield changes under the documents they stand in.

    Args:
        changes: In the order of documents.
        labels: What persons are called.
    """
    for document, group in groupby(changes, key=lambda change: change.document):
        yield ""
        yield document or _PERSONS
        for change in group:
            yield from wrapped(
                f"{_what(change, labels)}{_how(change, labels)}",
                first=f"  {_SIGNS[change.how]} ",
                rest="      ",
            )


def _what(change: Change, labels: Mapping[str, str]) -> str:
    line = change.after or change.before or {}
    quoted = f"“{_short(change.words)}”"
    match change.sort:
        case "person":
            return f"{change.words} {line['id']}"
        case "statement":
            who = labels.get(line["person"], line["person"])
            told = [str(line[name]) for name in _TOLD if line[name]]
            standing = [s for s in (line["standing"], line["modality"]) if s in _NOT]
            head = ", ".join([f"{line['type']} of {who}", *told, *standing])
            return f"{head}: {quoted} {line['id']}"
        case "mention":
            who = labels.get(line["person"], line["person"])
            return f"mention of {who}: {quoted} {line['id']}"
        case "conflict":
            return f"disagreement, {line['about']}: {change.words} {line['id']}"
        case _:
            return f"{change.sort}: {quoted} {line['id']}"


_NOT = frozenset(("proposed", "hedged", "reported", "charged", "negated"))


def _how(change: Change, labels: Mapping[str, str]) -> str:
    """Say what became what, for what stands in both builds."""
    was, now = change.before, change.after
    if was is None or now is None:
        return ""
    if change.how is How.JOINED:
        return f": {was['label']} {was['id']} is now this person"
    if change.how is How.DIVIDED:
        return f": was part of {was['label']} {was['id']}"
    parts = [
        f"{name} {_value(was.get(name), labels)} → {_value(now.get(name), labels)}"
        for name in change.fields
    ]
    return f"; {'; '.join(parts)}" if parts else ""


def _value(value: Any, labels: Mapping[str, str]) -> str:  # noqa: ANN401  # JSON
    if value in (None, "", []):
        return "none"
    if isinstance(value, list):
        return ", ".join(_value(one, labels) for one in value)
    return _short(labels.get(value, value) if isinstance(value, str) else str(value))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
