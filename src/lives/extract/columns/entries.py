"""Entries of a register in plain text, taken apart by patterns."""

from collections.abc import Iterator

from lives.extract.columns.faults import Faults
from lives.extract.columns.parts import Line, Part, Row, cut, groups
from lives.extract.columns.recipe import Entries, Recipe
from lives.extract.columns.refusals import Refusals
from lives.extract.extractor import Document
from lives.model.errors import BadRecipe


def entry_rows(
    document: Document,
    recipe: Recipe,
    rule: Entries,
    faults: Faults,
    refusals: Refusals,
) -> Iterator[Row]:
    """Yield the entries of a register; those that follow no pattern are refused."""
    _check_groups(recipe, document, faults)
    for number, whole, line in entries(document, rule):
        place = f"entry {number}"
        found = line.match(rule.patterns)
        if found is None:
            row = Row(whole.start, whole.end, place, {}, refused=True)
            remedy = "widen 'pattern' or add what is no entry to 'skip' under [entries]"
            refusals.cell(row, "", whole, "follows no pattern", remedy)
        else:
            parts = groups(document.read.text, found, line, recipe.empty)
            row = Row(whole.start, whole.end, place, parts)
        yield row


def entries(document: Document, rule: Entries) -> Iterator[tuple[int, Part, Line]]:
    """Yield what should be entries, with their number: all that is not skipped."""
    for number, (start, end) in enumerate(_stretches(document, rule), start=1):
        whole = cut(document.read.text, start, end)
        line = Line.of(document.read.text, whole.start, whole.end)
        if line.words and not line.match(rule.skip):
            yield number, whole, line


def _check_groups(recipe: Recipe, document: Document, faults: Faults) -> None:
    wanted = recipe.read_columns() | set(recipe.conditions())
    for name in sorted(wanted - recipe.groups() - recipe.optional):
        faults.note(
            BadRecipe,
            f"no pattern has a group {name!r}",
            where=f"{recipe.file}, reading {document.name}",
            remedy=f"correct the name, or write (?P<{name}>…) in a pattern",
        )


def _stretches(document: Document, rule: Entries) -> Iterator[tuple[int, int]]:
    """Yield the place of every entry: paragraphs, or the lines in them."""
    for block in document.read.blocks:
        if not rule.lines:
            yield block.start, block.end
            continue
        start = block.start
        for line in document.read.text[block.start : block.end].splitlines(
            keepends=True
        ):
            yield start, start + len(line)
            start += len(line)
