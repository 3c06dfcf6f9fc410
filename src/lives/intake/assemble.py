"""Pieces put together into one text as read, with the place of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lives.model.passage import Block, BlockForm, TextAsRead

_GAP = "\n\n"
# Control characters are left-overs of typesetting; a tab or line break is meant.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufffe\uffff]")
_SPACE = re.compile(r"[ \r\f\v]+")
_BREAK = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or heading as a reader finds it.

    Attributes:
        text: Its words; made tidy by `prose`.
        form: What it is.
        page: Page number, where the document has pages.
    """

    text: str
    form: BlockForm = BlockForm.PARAGRAPH
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a reader finds it.

    Attributes:
        name: Of the sheet; "" where there is only one.
        rows: Row number as a spreadsheet shows it, from 1, and the cells.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def tidy(text: str) -> str:
    """Leave out control characters and soft hyphens, and runs of spaces.

    >>> tidy("  was\\x00  arres\\xadted ")
    'was arrested'
    """
    plain = _SPACE.sub(" ", _CONTROL.sub("", text.replace("\r\n", "\n")))
    return _BREAK.sub("\n", plain).strip()


def prose(
    pieces: Iterable[Piece],
    *,
    reader: str,
    language: str = "",
    notes: Iterable[str] = (),
) -> TextAsRead:
    """Join pieces with an empty line between them; empty ones are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for piece in pieces:
        text = tidy(piece.text)
        if not text:
            continue
        if parts:
            place += len(_GAP)
        parts.append(text)
        blocks.append(Block(place, place + len(text), piece.form, piece.page))
        place += len(text)
    return TextAsRead(_GAP.join(parts), tuple(blocks), reader, language, tuple(notes))


def tables(
    sheets: Iterable[Sheet], *, reader: str, notes: Iterable[str] = ()
) -> TextAsRead:
    """Join cells by tabs and rows by line breaks; cells keep all their characters.

    The first row of a sheet that holds anything is its header. Rows and columns in
    which every cell is empty are left out; the others keep their numbers.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for sheet in sheets:
        rows = [(n, cells) for n, cells in sheet.rows if any(map(str.strip, cells))]
        width = max((len(cells) for _, cells in rows), default=0)
        used = [
            i
            for i in range(width)
            if any(i < len(cells) and cells[i].strip() for _, cells in rows)
        ]
        form = BlockForm.HEADER
        for number, cells in rows:
            kept = [cells[i] if i < len(cells) else "" for i in used]
            spans = _spans(kept, place)
            end = spans[-1][1]
            block = Block(place, end, form, sheet=sheet.name, row=number, cells=spans)
            blocks.append(block)
            parts.append("\t".join(kept))
            form, place = BlockForm.ROW, end + 1
    return TextAsRead("\n".join(parts), tuple(blocks), reader, notes=tuple(notes))


def _spans(cells: list[str], place: int) -> tuple[tuple[int, int], ...]:
    found = []
    for cell in cells:
        found.append((place, place + len(cell)))
        place += len(cell) + 1
    return tuple(found)
