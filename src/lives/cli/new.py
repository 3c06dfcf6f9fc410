"""`lives new`: an archive in a new folder."""

from pathlib import Path

import click

from lives.cli.desk import Desk, answering, deciding
from lives.store.archive import Archive


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the archive is called; the folder's name if not.")
@answering
@deciding
@click.pass_obj
def new(desk: Desk, folder: Path, title: str | None) -> None:
    """Make an archive in a new or empty folder.

    The folder is the archive: what is received (captures), how lists are read
    (recipes), what is decided and what follows (archive.db), and its title and
    publishing rules (archive.toml). To copy or move the archive, copy the folder.

    \b
    Example:
      lives new my-archive --title "The exiles of Barnaul"
      cd my-archive
    """
    named = title or folder.resolve().name
    with Archive.create(folder, title=named, by=desk.decider, now=desk.now):
        pass
    desk.answer(
        {"archive": folder.resolve(), "title": named},
        [
            f"Made an archive in {folder}: {named}",
            f"Next: cd {folder}, then 'lives add FILE...' for every source.",
        ],
    )
