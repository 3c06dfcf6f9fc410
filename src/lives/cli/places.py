"""`lives places`: the places of the archive's lives, as written and as read."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.plain import counted
from lives.reading.places import read_place
from lives.reading.places_gazetteer import lies_in, place

Row = tuple[str, str, bool, int]  # words, record, whole, findings


@click.command()
@click.argument("query", nargs=-1)
@common
@click.pass_obj
def places(desk: Desk, query: tuple[str, ...]) -> None:
    """List the places of the lives, or those that lie in one.

    A place stands under its names in time, with the words that the sources use. What is
    known no further than its region stands under the region; what is not known at all,
    or may be one of several, stands last, as written.

    \b
    Example:
      lives places
      lives places "Leningrad"
    """
    asked = " ".join(query).strip()
    with desk.open() as archive:
        told = [row for row in archive.tables.places.read() if _meant(row, asked)]
    shown = _by_record(told)
    lines = [line for one in shown for line in _lines(one)]
    desk.answer(shown, [*lines, _ending(told, asked)])


def _meant(row: Row, asked: str) -> bool:
    words, record, *_ = row
    if not asked or asked.casefold() in words.casefold():
        return True
    within = read_place(asked).place
    return bool(within and record and lies_in(record, within.id))


def _by_record(told: Iterable[Row]) -> list[dict[str, Any]]:
    """Gather places as written under their records, those of most findings first."""
    found: dict[str, dict[str, Any]] = {}
    for words, record, whole, findings in told:
        known = place(record) if record else None
        one = found.setdefault(
            record,
            {
                "id": record or None,
                "kind": known.kind.value if known else None,
                "names": [
                    {"name": s.what, "from": s.first, "to": s.last}
                    for s in (known.names if known else ())
                ],
                "position": known.position if known else None,
                "sources": list(known.sources) if known else [],
                "findings": 0,
                "written": [],
            },
        )
        one["findings"] += findings
        one["written"].append({"words": words, "whole": whole, "findings": findings})
    return sorted(
        found.values(),
        key=lambda one: (one["id"] is None, -one["findings"], one["id"] or ""),
    )


def _lines(one: dict[str, Any]) -> Iterator[str]:
    if one["id"]:
        names = ", ".join(map(_named, one["names"]))
        yield f"{one['id']}  {names}  ({one['kind']}, {_findings(one)})"
    else:
        yield f"Not known, or one of several ({_findings(one)})"
    written = "; ".join(_written(w, known=bool(one["id"])) for w in one["written"])
    yield from wrapped(written, first="    ")


def _written(one: dict[str, Any], *, known: bool) -> str:
    within = "" if one["whole"] or not known else ", in it"
    return f"{one['words']} ({one['findings']}{within})"


def _named(name: dict[str, Any]) -> str:
    if name["from"] is None and name["to"] is None:
        return str(name["name"])
    return f"{name['name']} {name['from'] or ''}–{name['to'] or ''}"


def _findings(one: dict[str, Any]) -> str:
    return counted(one["findings"], "finding")


def _ending(told: list[Row], asked: str) -> str:
    if not told:
        return (
            f"No place is found by {asked!r}. 'lives places' lists all of them."
            if asked
            else "No place yet: 'lives build' reads what the sources say."
        )
    whole = sum(row[2] for row in told)
    unknown = sum(not row[1] for row in told)
    return (
        f"{counted(len(told), 'place')} as written: {whole} known, "
        f"{len(told) - whole - unknown} no further than what they lie in, "
        f"{unknown} not known."
    )
