"""`lives rebuild`: everything derived, forgotten and computed again."""

import click

from lives.cli.again import compute_again
from lives.cli.build import told
from lives.cli.desk import Desk, common, deciding


@click.command()
@common
@deciding
@click.pass_obj
def rebuild(desk: Desk) -> None:
    """Forget everything that was derived, and compute it again.

    Only what was received and what was decided is kept; texts, statements, persons
    and lives are made anew from it and come out the same, with the same identifiers.
    It is done wholly or not at all: if it is interrupted, the archive is as before.

    \b
    Example:
      lives rebuild
    """
    with desk.open() as archive:
        with desk.progress() as progress:
            notices = compute_again(
                archive, by=desk.decider, now=desk.now, progress=progress
            )
        counts = archive.tables.counts()
    desk.answer({"counts": counts, "notices": notices}, told(counts, notices))
