"""Rows of a table, their cells under the names of the columns."""

from collections.abc import Iterator

from lives.extract.columns.faults import Faults
from lives.extract.columns.parts import Part, Row, cut
from lives.extract.columns.recipe import Recipe, plain
from lives.extract.extractor import Document
from lives.model.errors import UnknownColumn
from lives.model.passage import Block, BlockForm


def table_rows(document: Document, recipe: Recipe, faults: Faults) -> Iterator[Row]:
    """Yield the rows of a table; columns nobody decided about are noted as faults."""
    for block, heads, is_header in headed(document, recipe):
        if is_header:
            _check_header(document, recipe, block, heads, faults)
            continue
        parts: dict[str, Part] = {}
        for column, part in _saying(document, recipe, block):
            if column >= len(heads):
                _note_beyond(document, recipe, block, part, faults)
            else:
                parts[heads[column]] = part
        if parts:
            place = f"row {block.row}"
            place += f" of sheet {block.sheet!r}" if block.sheet else ""
            yield Row(block.start, block.end, place, parts)


def filled(document: Document, recipe: Recipe) -> Iterator[Block]:
    """Yield the rows below the headings that say anything."""
    for block, _, is_header in headed(document, recipe):
        if not is_header and any(_saying(document, recipe, block)):
            yield block


def headed(
    document: Document, recipe: Recipe
) -> Iterator[tuple[Block, list[str], bool]]:
    """Yield the headings and the rows below, the names of the columns with each.

    The third is true for the headings themselves. Of two columns of one name the
    second bears its number: ``date (3)``.
    """
    text = document.read.text
    heads: list[str] = []
    headings = ""
    for block in document.read.blocks:
        if _is_header(block, recipe):
            heads, headings = _names(document, block), text[block.start : block.end]
            yield block, heads, True
        elif _is_row(block, recipe) and text[block.start : block.end] != headings:
            yield block, heads, False


def _names(document: Document, block: Block) -> list[str]:
    names: list[str] = []
    for number, (start, end) in enumerate(block.cells, start=1):
        name = plain(document.read.text[start:end]) or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _saying(
    document: Document, recipe: Recipe, block: Block
) -> Iterator[tuple[int, Part]]:
    """Yield the cells of a row that are not empty, with their number from 0."""
    text, empty = document.read.text, recipe.empty
    for column, (start, end) in enumerate(block.cells):
        part = cut(text, start, end)
        if part.value.casefold() not in empty:
            yield column, part


def _is_header(block: Block, recipe: Recipe) -> bool:
    if recipe.header is None:
        return block.form is BlockForm.HEADER
    return block.row == recipe.header


def _is_row(block: Block, recipe: Recipe) -> bool:
    if recipe.header is None:
        return block.form is BlockForm.ROW
    # Where a recipe names the headings, what looked like headings below them is a row.
    return block.row is not None and block.row > recipe.header


def _check_header(
    document: Document,
    recipe: Recipe,
    block: Block,
    names: list[str],
    faults: Faults,
) -> None:
    """Note what the recipe does not say of the columns, and what it says in vain."""
    read = recipe.read_columns() | set(recipe.conditions())
    where = f"row {block.row} of {document.name}"
    for name in names:
        if name not in read and name not in recipe.ignored:
            faults.note(
                UnknownColumn,
                f"column {name!r} is neither read nor ignored",
                where=where,
                remedy=f"read {name!r} in a [[statements]] of {recipe.file}, or add it "
                "to 'ignored' there",
            )
    known = {*names, *recipe.groups(), *recipe.optional}
    for name in sorted(read - known):
        faults.note(
            UnknownColumn,
            f"there is no column {name!r}",
            where=where,
            remedy=f"correct the name in {recipe.file}, or add it to 'optional' there; "
            f"the columns are: {', '.join(names)}",
        )


def _note_beyond(
    document: Document, recipe: Recipe, block: Block, part: Part, faults: Faults
) -> None:
    faults.note(
        UnknownColumn,
        f"{part.value!r} stands beyond the last heading",
        where=f"row {block.row} of {document.name}",
        remedy=f"if the headings are in another row, write header = N in {recipe.file}",
        same="beyond",
    )
