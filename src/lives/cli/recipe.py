"""`lives recipe`: whether a recipe reads its list, and what of it remains unread."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.lists import document, held
from lives.cli.plain import counted
from lives.cli.refused import lines, shown
from lives.extract.columns.check import Check, Column, check
from lives.extract.columns.heaps import Heaps
from lives.extract.extractor import Document
from lives.model.errors import WrongTotals

_WIDE = 40  # letters of a heading


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def recipe() -> None:
    """See what the recipe of a list does with it.

    \b
    Example:
      lives recipe check arrests.csv --recipe arrests-recipe.toml
      lives recipe refused arrests.csv
    """


@recipe.command("check")
@click.argument("name", metavar="LIST")
@click.option("--recipe", "by", type=Path, metavar="FILE", help="Read it by this one.")
@click.option("--all", "whole", is_flag=True, help="List every value.")
@common
@click.pass_obj
def check_(desk: Desk, name: str, *, by: Path | None, whole: bool) -> None:
    """Read LIST by its recipe, write nothing, and show what comes of it.

    LIST is a file; or, in an archive, the name of a list there. A recipe is a file, or
    the name of one that the archive has or that comes with Lives. What is refused is
    shown by column and value; it is no fault. The exit status tells of faults of the
    recipe, and of totals that it asserts and the list does not have.

    \b
    Example:
      lives recipe check arrests.csv --recipe arrests-recipe.toml
      lives --archive my-archive recipe check arrests.csv
    """
    list_ = document(desk, name, by)
    with desk.progress() as progress:
        progress(f"reading {list_.name}", 0, 0)
        found = check(list_)
    desk.answer(_plain(list_, found), _told(list_, found, whole=whole))
    if found.wrong:
        raise WrongTotals(
            "; ".join(found.wrong),
            where=list_.name,
            remedy="look for what the list lacks or the recipe misses, or correct "
            f"[totals] in {list_.recipe_name}",
        )


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


def _plain(list_: Document, found: Check) -> dict[str, Any]:
    return {
        "list": list_.name,
        "recipe": list_.recipe_name,
        "rows": found.rows,
        "mentions": found.mentions,
        "statements": dict(sorted(found.statements.items())),
        "refused": found.heaps.count,
        "columns": found.columns,
        "by_column": shown(found.heaps),
        "wrong": found.wrong,
    }


def _told(list_: Document, found: Check, *, whole: bool) -> Iterator[str]:
    yield from _table(found.columns)
    yield from lines(found.heaps, whole=whole)
    kinds = ", ".join(f"{n:,} {k}" for k, n in found.statements.most_common())
    said = counted(found.statements.total(), "statement")
    yield from wrapped(
        f"{counted(found.rows, 'row')} of {list_.name} by {list_.recipe_name}: "
        f"{counted(found.mentions, 'person')} named or described, {said}"
        + (f" ({kinds})." if kinds else ".")
    )
    yield f"{counted(found.heaps.count, 'cell')} refused."


def _table(columns: Sequence[Column]) -> Iterator[str]:
    """Yield a table of what became of the cells of each column."""
    if not columns:
        return
    heads = ("read", "refused", "ignored", "empty")
    width = min(_WIDE, max(len(one.name) for one in columns))
    yield " ".join([f"{'':<{width}}", *(f"{head:>9}" for head in heads)])
    for one in columns:
        numbers = (one.read, one.refused, one.ignored, one.empty)
        cells = (f"{number:>9,}" if number else " " * 9 for number in numbers)
        yield " ".join([f"{one.name[:width]:<{width}}", *cells]).rstrip()
    yield ""
