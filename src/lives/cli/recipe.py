"""`lives recipe`: whether a recipe reads its list, and what of it remains unread."""

import click

from lives.cli.desk import Desk, common
from lives.cli.plain import counted
from lives.cli.refused import lines, shown
from lives.extract.columns.heaps import Heaps
from lives.model.errors import UnknownIdentifier
from lives.model.source import Capture
from lives.store.archive import Archive


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def recipe() -> None:
    """See what the recipe of a list does with it.

    \b
    Example:
      lives recipe refused arrests.csv
    """


@recipe.command("refused")
@click.argument("name", metavar="LIST")
@click.option("--all", "whole", is_flag=True, help="List every value.")
@common
@click.pass_obj
def refused_(desk: Desk, name: str, *, whole: bool) -> None:
    """List what of LIST could not be read when the archive was last built.

    LIST is the name of its file, or the beginning of its sha256. Nothing is told by
    these cells; they are read when the recipe in the archive's folder recipes/ can
    read them and the archive is built again.

    \b
    Example:
      lives recipe refused arrests.csv
    """
    heaps = Heaps()
    with desk.open() as archive:
        capture = held(archive, name)
        for one in archive.refusals.of(capture.id):
            heaps.add(one)
    told = [*lines(heaps, whole=whole), f"{counted(heaps.count, 'cell')} refused."]
    desk.answer(
        {"list": capture.name, "refused": heaps.count, "by_column": shown(heaps)}, told
    )


def held(archive: Archive, name: str) -> Capture:
    """Return the list of a name, the one received last if there are several.

    Raises:
        UnknownIdentifier: There is none.
    """
    named = [
        one
        for one in archive.tables.captures()
        if one.recipe and (one.name == name or one.id.startswith(name.lower()))
    ]
    if not named:
        raise UnknownIdentifier(
            f"no list here is called {name!r}",
            where=str(archive.folder),
            remedy="give the name of its file, as 'lives build' does",
        )
    return named[-1]
