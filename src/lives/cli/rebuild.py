"""`lives rebuild`: everything derived, forgotten and computed again."""

import click

from lives.cli.again import compute_again
from lives.cli.build import told
from lives.cli.desk import Desk, common, deciding, quick
from lives.cli.refused import refused, remarked


@click.command()
@quick
@common
@deciding
@click.pass_obj
def rebuild(desk: Desk, *, fast: bool) -> None:
    """Forget everything that was derived, and compute it again.

    Only what was received and what was decided is kept; texts, statements, persons
    and lives are made anew from it and come out the same, with the same identifiers.
    It is done wholly or not at all: if it is interrupted, the archive is as before.
    What comes out otherwise, because this Lives reads better, 'lives diff' lists.

    \b
    Example:
      lives rebuild
    """
    with desk.open() as archive:
        with archive.building(), desk.progress() as progress:
            notices = compute_again(
                archive, by=desk.decider, now=desk.now, progress=progress, fast=fast
            )
        counts, unread = archive.tables.counts(), refused(archive)
    desk.answer(
        {"counts": counts, "notices": notices, "refused": unread},
        told(counts, [*notices, *remarked(unread)]),
    )
