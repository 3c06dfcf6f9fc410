"""`lives rebuild`: everything derived, forgotten and computed again."""

import click

from lives.cli.build import told
from lives.cli.desk import Desk, common, deciding
from lives.compose.run import run as compose
from lives.extract.run import run as extract
from lives.intake.run import reread
from lives.resolve.run import run as resolve


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
        with desk.progress() as progress, archive.transaction():
            reread(archive, progress)
            notices = extract(archive, by=desk.decider, now=desk.now, progress=progress)
            notices += resolve(archive)
            compose(archive)
        counts = archive.tables.counts()
    desk.answer({"counts": counts, "notices": notices}, told(counts, notices))
