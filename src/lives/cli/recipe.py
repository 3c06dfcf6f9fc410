"""`lives recipe`: drafts of recipes, whether they read a list, what remains unread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.lists import bare, document, held, read_file, with_recipe
from lives.cli.plain import counted
from lives.cli.refused import lines, shown
from lives.extract.columns.check import Check, Column, check
from lives.extract.columns.heaps import Heaps
from lives.extract.extractor import Document
from lives.extract.suggest.draft import drafted
from lives.model.errors import WrongTotals

_WIDE = 40  # letters of a heading
_EXAMPLE = 150  # letters of a value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def recipe() -> None:
    """Draft a recipe for a list, and see what one does with it.

    \b
    Example:
      lives recipe suggest arrests.csv -o arrests-recipe.toml
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


@recipe.command("suggest")
@click.argument("list_", metavar="FILE", type=Path)
@click.option("-o", "out", type=Path, metavar="OUT", help="Write the draft into OUT.")
@common
@click.pass_obj
def suggest(desk: Desk, list_: Path, *, out: Path | None) -> None:
    """Draft a recipe for the list in FILE from its headings and cells.

    For each column it tells what the draft reads, three of its values, and how many
    of its cells the draft refuses. What it cannot tell it leaves under 'ignored', with
    the word 'decide' above. Without -o the draft itself is the answer.

    \b
    Example:
      lives recipe suggest arrests.csv -o arrests-recipe.toml
      lives recipe check arrests.csv --recipe arrests-recipe.toml
    """
    if out is not None and out.exists():
        raise click.UsageError(f"{out} is there already; name a file that is not.")
    file = read_file(list_)
    name = out.name if out else "draft.toml"
    draft, columns = drafted(bare(file))
    found = check(with_recipe(file, name, draft.encode()))
    if out is not None:
        out.write_text(draft, encoding="utf-8")
    refused = {one.name: one.refused for one in found.columns}
    told = [
        Suggested(
            one.column.name,
            one.reads,
            one.guess.why,
            one.column.examples,
            refused.get(one.column.name, 0),
        )
        for one in columns
    ]
    answer = {
        "list": file.capture.name,
        "draft": draft,
        "columns": told,
        "refused": found.heaps.count,
    }
    desk.answer(answer, _suggested(told, found, out) if out else draft.splitlines())


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


@dataclass(frozen=True, slots=True)
class Suggested:
    """A column of a list, and what a draft does with it.

    Attributes:
        column: Its heading.
        reads: What the draft reads from it: ``birth, when``; "" for nothing.
        why: Why it does not.
        examples: Up to three of its values.
        refused: How many of its cells the draft refuses.
    """

    column: str
    reads: str
    why: str
    examples: list[str]
    refused: int


def _suggested(
    told: Sequence[Suggested], found: Check, out: Path | None
) -> Iterator[str]:
    for one in told:
        what = f"read as {one.reads}" if one.reads else f"to be decided: {one.why}"
        unread = f"; {one.refused:,} refused" if one.refused else ""
        yield f"{one.column}: {what}{unread}"
        for example in one.examples:
            yield from wrapped(example[:_EXAMPLE], first="    ")
    said = counted(found.statements.total(), "statement")
    yield (
        f"Wrote {out}: {counted(found.rows, 'row')} would give {said}; "
        f"{counted(found.heaps.count, 'cell')} refused."
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
