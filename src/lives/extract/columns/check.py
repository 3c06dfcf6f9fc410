"""What a recipe makes of a list, counted without writing anything down."""

import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lives.extract.columns.checked import checked
from lives.extract.columns.heaps import Heaps
from lives.extract.columns.reader import read_columns
from lives.extract.columns.recipe import Recipe
from lives.extract.columns.tables import headed
from lives.extract.columns.totals import counted_rows, differing
from lives.extract.extractor import Document
from lives.model.mention import Mention
from lives.model.refusal import Refusal
from lives.model.statement import Standing, Statement


@dataclass(slots=True)
class Column:
    """What became of the cells of a column.

    Attributes:
        name: Its heading.
        read: Cells that say something, were read, and not refused.
        refused: Cells of which something was refused, or their whole row.
        ignored: Cells that say something and are left aside by name.
        empty: Cells that say nothing.
    """

    name: str
    read: int = 0
    refused: int = 0
    ignored: int = 0
    empty: int = 0


@dataclass(slots=True)
class Check:
    """What a recipe makes of a list.

    Attributes:
        rows: Rows or entries that say something.
        mentions: Human beings named or described in them, in each row anew.
        statements: Sure statements, by kind.
        heaps: What was refused.
        columns: The columns of a table, in order; () for a register.
        wrong: How totals that the recipe asserts differ, in words.
    """

    rows: int = 0
    mentions: int = 0
    statements: Counter[str] = field(default_factory=Counter)
    heaps: Heaps = field(default_factory=Heaps)
    columns: tuple[Column, ...] = ()
    wrong: tuple[str, ...] = ()


def check(document: Document) -> Check:
    """Read a list by its recipe and count what comes of it.

    Raises:
        BadRecipe: The recipe has a fault, or does not fit the file.
        UnknownColumn: A column is neither read nor ignored.
        Several: More than one of these.
    """
    found = Check()
    refused = _Places()
    for one in read_columns(document):
        if isinstance(one, Refusal):
            found.heaps.add(one)
            refused.add(one)
        elif isinstance(one, Mention):
            found.mentions += 1
        elif isinstance(one, Statement) and one.standing is Standing.SURE:
            found.statements[one.kind] += 1
    recipe = checked(document.recipe, document.recipe_name)
    found.rows = counted_rows(document, recipe)
    if document.read.is_table:
        found.columns = tuple(_columns(document, recipe, refused))
    found.wrong = tuple(differing(document, found.heaps.count, found.statements))
    return found


@dataclass(slots=True)
class _Places:
    """Where something was refused: starts of cells, or of whole rows."""

    cells: list[int] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def add(self, refusal: Refusal) -> None:
        if refusal.value:
            bisect.insort(self.cells, refusal.start)
        else:
            self.rows.add(refusal.start)

    def within(self, start: int, end: int) -> bool:
        at = bisect.bisect_left(self.cells, start)
        return at < len(self.cells) and self.cells[at] < end


def _columns(document: Document, recipe: Recipe, refused: _Places) -> Iterable[Column]:
    text = document.read.text
    columns: dict[str, Column] = {}
    for block, heads, is_header in headed(document, recipe):
        lost = block.start in refused.rows
        for name, (start, end) in zip(heads, block.cells, strict=False):
            column = columns.setdefault(name, Column(name))
            if not is_header:
                bad = lost or refused.within(start, end)
                _count(column, text[start:end], recipe, bad=bad)
    return columns.values()


def _count(column: Column, words: str, recipe: Recipe, *, bad: bool) -> None:
    if recipe.says_nothing(words):
        column.empty += 1
    elif column.name in recipe.ignored:
        column.ignored += 1
    elif bad:
        column.refused += 1
    else:
        column.read += 1
