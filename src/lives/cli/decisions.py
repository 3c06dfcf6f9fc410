"""`lives decisions`: the chain of what was received and decided."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.model.decision import Decision, DecisionKind


@click.command()
@click.option(
    "--last", metavar="N", type=click.IntRange(min=1), help="Only the last N."
)
@common
@click.pass_obj
def decisions(desk: Desk, last: int | None) -> None:
    """List what was received and decided, by whom and when.

    \b
    Example:
      lives decisions --last 10
    """
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
            return f"judged {pair} {body['verdict']}: {body['why']}"
        case DecisionKind.LINEAGE:
            return (
                f"{body['source']} derives from {body['derives_from']}: {body['why']}"
            )
        case DecisionKind.WITHDRAWAL:
            return f"withdrew {body['of'][:12]}: {body['why']}"
