"""`lives diff`: what was read otherwise than in another build."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.differing import counts_told, lines
from lives.publish.builds import Build, Exported
from lives.publish.change import Differences, How
from lives.publish.differences import differences
from lives.publish.jsonl import Told
from lives.store.archive import Archive

_SHOWN = 100


@click.command()
@click.argument(
    "other", metavar="[OTHER]", required=False, type=click.Path(path_type=Path)
)
@click.option("--all", "whole", is_flag=True, help="List all, however many there are.")
@click.option(
    "--why", is_flag=True, help="List too what is only said for another reason."
)
@common
@click.pass_obj
def diff(desk: Desk, *, other: Path | None, whole: bool, why: bool) -> None:
    """List what the last build changed, or how this archive differs from OTHER.

    OTHER is the earlier one: the folder of an archive, or one that 'lives export'
    wrote. Counts come first; then, document by document, what was added (+), is
    gone (-) or was changed (~), with its words. What is said as before and only for
    another reason is counted, and listed with --why (=).

    \b
    Example:
      lives diff
      lives export --format jsonl before && lives rebuild && lives diff before
    """
    with ExitStack() as open_:
        archive = open_.enter_context(desk.open())
        before = _earlier(archive, other, open_)
        found = differences(before, Told(archive.tables))
    desk.answer(found, _told(found, whole=whole, why=why))


def _earlier(archive: Archive, other: Path | None, open_: ExitStack) -> Build:
    if other is None:
        return Told(open_.enter_context(archive.earlier()).tables)
    if (other / "archive.db").is_file():
        return Told(open_.enter_context(Archive.open(other)).tables)
    return Exported(other)


def _told(found: Differences, *, whole: bool, why: bool) -> Iterator[str]:
    if not found.changes:
        yield "Nothing differs."
        return
    yield from counts_told(found)
    shown = [c for c in found.changes if why or c.how is not How.REASON]
    limit = len(shown) if whole else _SHOWN
    yield from lines(shown[:limit], found.labels)
    notes = []
    if len(shown) > limit:
        notes.append(f"{len(shown) - limit:,} more: 'lives diff --all'.")
    reasons = len(found.changes) - len(shown)
    if reasons:
        notes.append(f"{reasons:,} said for another reason only: 'lives diff --why'.")
    for note in notes:
        yield ""
        yield from wrapped(note)
