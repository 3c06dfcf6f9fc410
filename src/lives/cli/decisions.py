"""`lives decisions`: the chain of what was received and decided."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from lives.cli.citing import places
from lives.cli.decision_cells import write_cells
from lives.cli.decisions_import import take_in
from lives.cli.decisions_table import rows
from lives.cli.desk import Desk, common, deciding, wrapped
from lives.cli.judging import applied
from lives.cli.plain import counted
from lives.model.decision import Decision, DecisionKind

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(invoke_without_command=True)
@click.option(
    "--last", metavar="N", type=click.IntRange(min=1), help="Only the last N."
)
@common
@click.pass_context
def decisions(ctx: click.Context, last: int | None) -> None:
    """List what was received and decided, by whom and when.

    People's judgements on who is who go out as a table for a spreadsheet, and come in
    from one that somebody has filled in.

    \b
    Example:
      lives decisions --last 10
      lives decisions export judgements.csv
      lives decisions import judgements.csv --by "Anna Petrova"
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.ensure_object(Desk), last)


def _list(desk: Desk, last: int | None) -> None:
    with desk.open() as archive:
        chain = list(archive.decisions())
    withdrawn = {
        json.loads(d.body)["of"] for d in chain if d.kind is DecisionKind.WITHDRAWAL
    }
    shown = chain[-last:] if last else chain
    entries = [
        {
            "seq": d.seq,
            "at": d.at,
            "by": d.by,
            "kind": d.kind,
            "body": json.loads(d.body),
            "hash": d.hash,
            "withdrawn": d.hash in withdrawn,
        }
        for d in shown
    ]
    marks = _described_anew(chain) | dict.fromkeys(withdrawn, " (withdrawn)")
    desk.answer(entries, _lines(shown, marks))


@decisions.command("export")
@click.argument("file", type=_FILE)
@common
@click.pass_obj
def export_table(desk: Desk, file: Path) -> None:
    """Write people's judgements that stand into FILE, a CSV.

    Each row names both mentions with their words, source and place; where somebody
    judged is told in the columns by and at. 'lives decisions import' reads it.

    \b
    Example:
      lives decisions export judgements.csv
    """
    with desk.open() as archive:
        count = write_cells(file, rows(archive))
    told = f"Wrote {counted(count, 'judgement')} into {file}."
    desk.answer({"file": file, "judgements": count}, [told])


@decisions.command("import")
@click.argument("file", type=_FILE)
@click.option("--later", is_flag=True, help="Leave the lives as they are until built.")
@common
@deciding
@click.pass_obj
def import_table(desk: Desk, *, file: Path, later: bool) -> None:
    """Record the judgements of FILE, a CSV: all of them, or none.

    It needs the columns left, right, verdict and why; left and right are me-... or
    SHA256:START-END. Whoever decided first, and when, stands in by and at; --by says
    who imports. What is recorded already is not recorded again, and what was withdrawn
    here stays withdrawn.

    \b
    Example:
      lives decisions import judgements.csv --by "Anna Petrova"
    """
    with desk.open() as archive:
        taken = take_in(archive, desk, file)
        notices: list[str] = []
        ending = "Nothing is new: the lives are as they were."
        if taken.decisions:
            notices, ending = applied(archive, later=later)
    lines = [f"Recorded {counted(len(taken.decisions), 'judgement')}."]
    if taken.known:
        lines.append(f"Recorded before: {counted(taken.known, 'row')}.")
    if taken.withdrawn:
        lines.append(f"Withdrawn here since, and left so: {taken.withdrawn}.")
    answer = {
        "recorded": taken.decisions,
        "known": taken.known,
        "withdrawn": taken.withdrawn,
        "notices": notices,
    }
    desk.answer(answer, [*lines, *notices, ending])


def _described_anew(chain: Iterable[Decision]) -> dict[str, str]:
    """Mark receipts of bytes that were held already."""
    held: set[str] = set()
    marks: dict[str, str] = {}
    for decision in chain:
        if decision.kind is DecisionKind.ACCESSION:
            capture = json.loads(decision.body)["capture"]
            if capture in held:
                marks[decision.hash] = " (held already; described anew)"
            held.add(capture)
    return marks


def _lines(chain: Iterable[Decision], marks: dict[str, str]) -> Iterator[str]:
    for decision in chain:
        words = in_words(decision.kind, json.loads(decision.body))
        mark = marks.get(decision.hash, "")
        yield from wrapped(
            f"{decision.at[:10]} {decision.by}: {words}{mark}",
            first=f"{decision.seq:>5} {decision.hash[:12]}  ",
        )


def in_words(kind: DecisionKind, body: dict[str, Any]) -> str:
    """Say a decision in a few words.

    >>> in_words(DecisionKind.WITHDRAWAL, {"of": "0" * 64, "why": "misread"})
    'withdrew 000000000000: misread'
    """
    match kind:
        case DecisionKind.FOUNDING:
            return f"founded the archive {body['title']!r}"
        case DecisionKind.ACCESSION:
            source, capture = body["source"]["id"], body["capture"]
            return f"received {body['name']} as {source}, sha256 {capture[:12]}"
        case DecisionKind.RECIPE:
            return f"put recipe {body['name']} in place, sha256 {body['sha256'][:12]}"
        case DecisionKind.JUDGEMENT:
            pair = f"{body['left']} and {body['right']}"
            first = body.get("decided")
            made = f", as {first['by']} did on {first['at'][:10]}" if first else ""
            cites = f"; cites {places(body['citing'])}" if body.get("citing") else ""
            return f"judged {pair} {body['verdict']}{made}: {body['why']}{cites}"
        case DecisionKind.LINEAGE:
            return (
                f"{body['source']} derives from {body['derives_from']}: {body['why']}"
            )
        case DecisionKind.WITHDRAWAL:
            return f"withdrew {body['of'][:12]}: {body['why']}"
