"""`lives verify`: whether the archive still is what was received and decided."""

from collections.abc import Iterator
from dataclasses import replace

import click

from lives.cli.again import differing
from lives.cli.desk import Desk, common, quick, wrapped
from lives.cli.plain import counted
from lives.model.errors import ArchiveAltered
from lives.store.verify import Report
from lives.store.verify import verify as examine


@click.command()
@click.option(
    "--expect",
    metavar="HASH",
    default="",
    help="A hash that an earlier verification printed; the chain must contain it.",
)
@click.option(
    "--again",
    is_flag=True,
    help="Compute everything derived again too, and compare; takes as long as that.",
)
@quick
@common
@click.pass_obj
def verify(desk: Desk, *, expect: str, again: bool, fast: bool) -> None:
    """Recompute every digest and the chain of decisions, and name what was altered.

    What is printed as the head of the chain is worth writing down somewhere else: the
    archive cannot show by itself that its last decisions were cut off, or that all of
    it was written anew. With --expect and that hash, it can. With --again, texts,
    statements, persons and lives are also computed anew and compared, and nothing is
    changed: with --fast, by the rules alone, as 'lives build --fast' reads.

    \b
    Example:
      lives verify
      lives verify --expect 5ed2a992dc24

    Exit status: 0 if everything is as it was, 3 if something was altered.
    """
    with desk.open() as archive, desk.progress() as progress:
        report = examine(archive, expected=expect.strip().lower(), progress=progress)
        if again and not report.faults:
            faults = differing(
                archive,
                by=desk.decider,
                now=desk.now,
                progress=progress,
                fast=fast,
            )
            report = replace(report, faults=tuple(faults))
    desk.answer(report, _lines(report))
    if report.faults:
        raise ArchiveAltered(
            f"{len(report.faults)} altered",
            where=str(desk.archive.resolve()),
            remedy="put what is named above back from a copy of the archive; "
            "passages alone are computed again by 'lives rebuild'",
        )


def _lines(report: Report) -> Iterator[str]:
    for fault in report.faults:
        yield from wrapped(
            f"{fault.where}: {fault.words}", first=f"{fault.alteration:>9}  "
        )
    for remark in report.remarks:
        yield from wrapped(remark, first="   remark  ")
    yield (
        f"{counted(report.decisions, 'decision')}, "
        f"{counted(report.captures, 'capture')} and "
        f"{counted(report.passages, 'quote')} were checked: "
        + (f"{len(report.faults)} altered." if report.faults else "nothing is altered.")
    )
    yield f"Head of the chain: {report.head}"
