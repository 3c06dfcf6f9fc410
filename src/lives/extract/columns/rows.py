"""Rows of tables and entries of registers, with the columns taken apart."""

import re
from collections.abc import Iterator

from lives.extract.columns.entries import entry_rows
from lives.extract.columns.faults import Faults
from lives.extract.columns.parts import Line, Part, Row, cut, groups
from lives.extract.columns.recipe import Recipe
from lives.extract.columns.refusals import Refusals
from lives.extract.columns.tables import table_rows
from lives.extract.extractor import Document
from lives.model.errors import BadRecipe


def read_rows(
    document: Document, recipe: Recipe, faults: Faults, refusals: Refusals
) -> Iterator[Row]:
    """Yield the rows of a table or the entries of a register, columns taken apart.

    Columns that nobody decided about are noted as faults; entries and values that
    follow no pattern are refused, before the row in which they stand is yielded.
    """
    wanted = recipe.entries is None
    if wanted is not document.read.is_table and (wanted or not _is_typed(document)):
        faults.note(
            BadRecipe,
            "the file is a text, and the recipe is for a table"
            if wanted
            else "the file is a table, and the recipe is for entries in a text",
            where=document.name,
            remedy=f"{'add' if wanted else 'take out'} [entries] in {recipe.file}",
        )
        return
    rule = recipe.entries
    found = entry_rows(document, recipe, rule, faults, refusals) if rule else None
    for row in found or table_rows(document, recipe, faults):
        _split(document, recipe, row, refusals)
        yield row


def _is_typed(document: Document) -> bool:
    """Tell whether it is a plain text, whose lines may be entries and in columns."""
    return document.read.reader.startswith("text/")


def _split(document: Document, recipe: Recipe, row: Row, refusals: Refusals) -> None:
    text = document.read.text
    for rule in recipe.splits:
        part = row.parts.get(rule.column)
        for piece in _pieces(text, part, rule.separator) if part else ():
            line = Line.of(text, piece.start, piece.end)
            found = line.match(rule.patterns)
            if found is not None:
                within = (piece.start, piece.end) if rule.separator else None
                for name, one in groups(text, found, line, recipe.empty).items():
                    row.parts[name] = Part(one.start, one.end, one.value, within)
                continue
            remedy = (
                f"add a pattern that it follows to the [[split]] of {rule.column!r}"
            )
            refusals.cell(row, rule.column, piece, "follows no pattern", remedy)


def _pieces(text: str, part: Part, separator: re.Pattern[str] | None) -> Iterator[Part]:
    if separator is None:
        yield part
        return
    start = part.start
    for found in separator.finditer(text, part.start, part.end):
        yield from _filled(cut(text, start, found.start()))
        start = found.end()
    yield from _filled(cut(text, start, part.end))


def _filled(part: Part) -> Iterator[Part]:
    if part.value:
        yield part
