"""`lives claims`: numbers that sources give about groups, beside the archive's own."""

from collections.abc import Iterator
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.origin import Origins
from lives.cli.plain import counted
from lives.model.claim import AggregateClaim
from lives.model.ids import PersonId
from lives.study.cohorts import Cohort, cohorts


@click.command()
@click.option("--linked", is_flag=True, help="Only those whose group has lives here.")
@common
@click.pass_obj
def claims(desk: Desk, *, linked: bool) -> None:
    """Show the numbers that sources give about groups of people.

    Beside a number stand the lives of that group, where the archive has some: who
    belonged to it, of how many what the source counts is told, and of how many nothing
    is. They are never the whole group, and bear no number out.

    \b
    Example:
      lives claims --linked
    """
    with desk.open() as archive:
        found = list(archive.tables.claims())
        of_claim = cohorts(found, archive.tables.lives())
        labels = {p.id: p.label for p in archive.tables.persons()} if of_claim else {}
        origins = Origins(archive)
        shown = [
            _shown(one, of_claim.get(one.id), origins.title(one.capture), labels)
            for one in found
            if one.id in of_claim or not linked
        ]
    lines = [line for one in shown for line in _lines(one)]
    ending = f"{counted(len(found), 'number')} about groups, {len(of_claim)} linked."
    desk.answer(shown, [*lines, ending])


def _shown(
    claim: AggregateClaim,
    cohort: Cohort | None,
    source: str,
    labels: dict[PersonId, str],
) -> dict[str, Any]:
    told = None
    if cohort is not None:
        told = {
            "body": cohort.body,
            "date": cohort.when.edtf if cohort.when else None,
            "words": cohort.in_words,
            "persons": [{"id": p, "label": labels[p]} for p in cohort.persons],
            "undated": list(cohort.undated),
            "told": {kind: list(group) for kind, group in cohort.happened.items()},
            "untold": list(cohort.untold),
        }
    return {
        "id": claim.id,
        "source": source,
        "quote": " ".join(claim.quote.split()),
        "count": claim.count,
        "total": claim.total,
        "percent": claim.percent,
        "check": claim.check or None,
        "cohort": told,
    }


def _lines(claim: dict[str, Any]) -> Iterator[str]:
    yield from wrapped(f"{claim['source']}: “{claim['quote']}” {claim['id']}", first="")
    if claim["check"]:
        yield from wrapped(f"Arithmetic: {claim['check']}", first="  ")
    if claim["cohort"]:
        yield from wrapped(claim["cohort"]["words"], first="  ")
        for person in claim["cohort"]["persons"]:
            yield f"    - {person['label']} ({person['id']})"
    yield ""
