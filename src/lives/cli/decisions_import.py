"""People's judgements out of a table into the chain: all of them, or none."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lives.cli.citing import mention_at, passages
from lives.cli.decision_cells import Cells, bad, read_cells
from lives.cli.desk import Desk
from lives.cli.judging import Judged, record
from lives.model.decision import Decision, DecisionKind
from lives.model.errors import LivesError, ResolveError, Several
from lives.model.ids import DecisionId
from lives.model.judgement import Verdict
from lives.store.archive import Archive
from lives.store.tables import Tables

_VERDICTS = {verdict.value: verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a table.

    Attributes:
        decisions: What was recorded.
        known: How many rows say what had been recorded before.
        withdrawn: How many of these were withdrawn since: they stay so.
    """

    decisions: list[Decision]
    known: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class _Row:
    judged: Judged
    by: str
    at: str

    @property
    def key(self) -> tuple[str, ...]:
        told = self.judged
        return (told.left, told.right, told.verdict.value, told.why)


def take_in(archive: Archive, desk: Desk, path: Path) -> Taken:
    """Record the judgements of a table that are not recorded yet.

    Raises:
        BadDecisions: A cell cannot be understood; nothing was recorded.
        Several: More than one.
    """
    rows = list(_rows(archive.tables, path))
    had = list(_recorded(archive))
    standing = {d.hash for d, _ in archive.standing(DecisionKind.JUDGEMENT)}
    new: list[_Row] = []
    known = withdrawn = 0
    for row in rows:
        same = [key for key, body in had if _says(body, row)]
        if same:
            known += 1
            withdrawn += standing.isdisjoint(same)
        elif not any(row.key == other.key and row.by == other.by for other in new):
            new.append(row)
        else:
            known += 1
    with archive.transaction():
        made = [record(archive, desk, row.judged, **_first(row)) for row in new]
    return Taken(made, known, withdrawn)


def _first(row: _Row) -> dict[str, object]:
    """Return who decided first, and when, where the table tells."""
    return {"decided": {"by": row.by, "at": row.at}} if row.by or row.at else {}


def _recorded(archive: Archive) -> Iterator[tuple[DecisionId, dict[str, Any]]]:
    """Yield every judgement ever made: its hash, and its body with maker and time."""
    for decision in archive.decisions():
        if decision.kind is DecisionKind.JUDGEMENT:
            body = json.loads(decision.body)
            maker = {"by": decision.by, "at": decision.at}
            yield decision.hash, {**body, "decided": body.get("decided") or maker}


def _says(body: dict[str, Any], row: _Row) -> bool:
    left, right = sorted((body["left"], body["right"]))
    if (left, right, body["verdict"], body.get("why", "")) != row.key:
        return False
    maker = body["decided"]
    return row.by in {"", maker["by"]} and row.at in {"", maker["at"]}


def _rows(tables: Tables, path: Path) -> Iterable[_Row]:
    found: list[_Row] = []
    faults: list[LivesError] = []
    verdicts: dict[tuple[str, str], tuple[Verdict, int]] = {}
    for line, cells in read_cells(path):
        try:
            row = _row(tables, path, line, cells)
        except LivesError as fault:
            faults.append(fault)
            continue
        pair = (row.judged.left, row.judged.right)
        verdict, first = verdicts.setdefault(pair, (row.judged.verdict, line))
        if verdict is not row.judged.verdict:
            faults.append(
                bad(
                    path, line, "verdict",
                    f"line {first} judges the same two {verdict}",
                    "keep one of the two rows",
                )
            )  # fmt: skip
        found.append(row)
    if faults:
        raise Several.of(faults)
    return found


def _row(tables: Tables, path: Path, line: int, cells: Cells) -> _Row:
    def cell(column: str) -> str:
        return cells.get(column, "").strip()

    def fault(column: str, what: str, remedy: str) -> LivesError:
        return bad(path, line, column, what, remedy)

    ends = []
    for column in ("left", "right"):
        mention = mention_at(tables, cell(column))
        if mention is None:
            raise fault(
                column,
                f"{cell(column)!r} is no mention of this archive",
                "give the me-… of a mention, or SHA256:START-END, as 'lives trace' "
                "prints them",
            )
        ends.append(mention)
    verdict = _VERDICTS.get(cell("verdict").casefold())
    if verdict is None:
        raise fault(
            "verdict", f"{cell('verdict')!r} is no verdict", "write same, different "
            "or unsure",
        )  # fmt: skip
    if not cell("why"):
        raise fault("why", "no reason is given", "say why: it is kept for ever")
    if ends[0] == ends[1]:
        raise fault("right", "it is the mention on the left", "name two mentions")
    if cell("at") and not _is_time(cell("at")):
        raise fault("at", f"{cell('at')!r} is no day", "write it as 1999-05-31")
    try:
        cited = passages(tables, cell("citing").split())
    except ResolveError as unknown:
        raise fault(
            "citing", unknown.what + f": {unknown.where}", unknown.remedy
        ) from (unknown)
    left, right = sorted(ends)
    why = cells["why"].strip()
    return _Row(Judged(left, right, verdict, why, cited), cell("by"), cell("at"))


def _is_time(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
