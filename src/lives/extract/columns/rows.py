"""Rows of tables and entries of registers: named parts, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lives.extract.columns.faults import Faults
from lives.extract.columns.recipe import Recipe, plain
from lives.extract.extractor import Document
from lives.model.errors import BadRecipe, UnknownColumn, UnreadableValue
from lives.model.passage import Block, BlockForm

_SHOWN = 60  # code points of an entry that an error message shows


@dataclass(frozen=True, slots=True)
class Part:
    """A cell, or a piece of one.

    Attributes:
        start: First code point in the text as read, after leading space.
        end: One past the last, before trailing space.
        value: The words in one line.
        within: Start and end of the sentence it was cut from, where a column was
            divided into such pieces: what a statement then opens, so that the words
            "Shot in Moscow" stand there and not only "Moscow".
    """

    start: int
    end: int
    value: str
    within: tuple[int, int] | None = None

    @property
    def opens(self) -> tuple[int, int]:
        """Return the span that a statement resting on this part opens."""
        return self.within or (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one person.

    Attributes:
        start: First code point of the row or entry.
        end: One past the last.
        place: The same for messages: ``row 5``.
        parts: Parts that say something, by column or group.
    """

    start: int
    end: int
    place: str
    parts: dict[str, Part]


def cut(text: str, start: int, end: int) -> Part:
    """Return a stretch of text as a part, without the space around it."""
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    right = len(raw.rstrip())
    if right <= left:
        return Part(start, start, "")
    return Part(start + left, start + right, plain(raw))


def read_rows(document: Document, recipe: Recipe, faults: Faults) -> Iterator[Row]:
    """Yield the rows of a table or the entries of a register, columns taken apart.

    Columns that nobody decided about, and entries and values that follow no pattern,
    are noted as faults.
    """
    wanted = recipe.entries is None
    if wanted is not document.read.is_table:
        faults.note(
            BadRecipe,
            "the file is a text, and the recipe is for a table"
            if wanted
            else "the file is a table, and the recipe is for entries in a text",
            where=document.name,
            remedy=f"{'add' if wanted else 'take out'} [entries] in {recipe.file}",
        )
        return
    found = _table(document, recipe, faults)
    for row in found if wanted else _entries(document, recipe, faults):
        _split(document, recipe, row, faults)
        yield row


# --- tables -------------------------------------------------------------------


def _table(document: Document, recipe: Recipe, faults: Faults) -> Iterator[Row]:
    text, empty = document.read.text, recipe.empty
    header: list[str] = []
    for block in document.read.blocks:
        if _is_header(block, recipe):
            header = _header(document, recipe, block, faults)
        elif block.row is not None and block.row > (recipe.header or 0):
            parts: dict[str, Part] = {}
            for column, (start, end) in enumerate(block.cells):
                part = cut(text, start, end)
                if part.value.casefold() in empty:
                    continue
                if column >= len(header):
                    _note_beyond(document, recipe, block, part, faults)
                else:
                    parts[header[column]] = part
            if parts:
                place = f"row {block.row}"
                place += f" of sheet {block.sheet!r}" if block.sheet else ""
                yield Row(block.start, block.end, place, parts)


def _is_header(block: Block, recipe: Recipe) -> bool:
    if recipe.header is None:
        return block.form is BlockForm.HEADER
    return block.row == recipe.header


def _header(
    document: Document, recipe: Recipe, block: Block, faults: Faults
) -> list[str]:
    """Return the column names, and note what the recipe does not say of them."""
    names: list[str] = []
    for number, (start, end) in enumerate(block.cells, start=1):
        name = plain(document.read.text[start:end]) or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
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
    return names


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


# --- registers ----------------------------------------------------------------


def _entries(document: Document, recipe: Recipe, faults: Faults) -> Iterator[Row]:
    rule = recipe.entries
    if rule is None:
        return
    _check_groups(recipe, document, faults)
    for number, (start, end) in enumerate(_stretches(document, recipe), start=1):
        whole = cut(document.read.text, start, end)
        words = document.read.text[whole.start : whole.end]
        if not words or any(p.fullmatch(words) for p in rule.skip):
            continue
        found = next((m for p in rule.patterns if (m := p.fullmatch(words))), None)
        if found is None:
            shown = plain(words)[:_SHOWN]
            faults.note(
                UnreadableValue,
                f"the entry {shown!r} follows no pattern",
                where=f"entry {number} of {document.name}",
                remedy=f"widen 'pattern' under [entries] in {recipe.file}, or name "
                "what is no entry under 'skip' there",
            )
            continue
        parts = _groups(document.read.text, recipe, found, whole.start)
        yield Row(whole.start, whole.end, f"entry {number}", parts)


def _check_groups(recipe: Recipe, document: Document, faults: Faults) -> None:
    wanted = recipe.read_columns() | set(recipe.conditions())
    for name in sorted(wanted - recipe.groups() - recipe.optional):
        faults.note(
            BadRecipe,
            f"no pattern has a group {name!r}",
            where=f"{recipe.file}, reading {document.name}",
            remedy=f"correct the name, or write (?P<{name}>…) in a pattern",
        )


def _stretches(document: Document, recipe: Recipe) -> Iterator[tuple[int, int]]:
    """Yield the place of every entry: paragraphs, or the lines in them."""
    rule = recipe.entries
    for block in document.read.blocks:
        if rule is None or not rule.lines:
            yield block.start, block.end
            continue
        start = block.start
        for line in document.read.text[block.start : block.end].splitlines(
            keepends=True
        ):
            yield start, start + len(line)
            start += len(line)


# --- pieces of a column -------------------------------------------------------


def _split(document: Document, recipe: Recipe, row: Row, faults: Faults) -> None:
    text = document.read.text
    for rule in recipe.splits:
        part = row.parts.get(rule.column)
        for piece in _pieces(text, part, rule.separator) if part else ():
            words = text[piece.start : piece.end]
            found = next((m for p in rule.patterns if (m := p.fullmatch(words))), None)
            if found is not None:
                within = (piece.start, piece.end) if rule.separator else None
                for name, one in _groups(text, recipe, found, piece.start).items():
                    row.parts[name] = replace(one, within=within)
                continue
            faults.note(
                UnreadableValue,
                f"{piece.value!r} in column {rule.column!r} follows no pattern",
                where=f"{row.place} of {document.name}",
                remedy=f"add a pattern that it follows to the [[split]] of "
                f"{rule.column!r} in {recipe.file}",
            )


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


def _groups(
    text: str, recipe: Recipe, found: re.Match[str], start: int
) -> dict[str, Part]:
    parts = {}
    for name in found.re.groupindex:
        first, last = found.span(name)
        if first >= 0:
            part = cut(text, start + first, start + last)
            if part.value.casefold() not in recipe.empty:
                parts[name] = part
    return parts
