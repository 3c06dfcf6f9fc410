"""Pieces put together into one text as read, with the place of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lives.intake.sheets import Sheet, laid_out
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
    parts: Iterable[Sheet | Piece],
    *,
    reader: str,
    language: str = "",
    notes: Iterable[str] = (),
) -> TextAsRead:
    """Join cells by tabs and rows by line breaks; cells keep all their characters.

    Rows and columns in which every cell is empty are left out; the others keep their
    numbers. What stands between tables is kept in its place.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    told = list(notes)
    place = 0
    for part in parts:
        if isinstance(part, Piece):
            words = tidy(part.text)
            if words:
                blocks.append(Block(place, place + len(words), part.form, part.page))
                lines.append(words)
                place += len(words) + 1
            continue
        rows, more = laid_out(part)
        told += more
        for row in rows:
            spans = _spans(row.cells, place)
            end = spans[-1][1]
            block = Block(
                place, end, row.form, sheet=part.name, row=row.number, cells=spans
            )
            blocks.append(block)
            lines.append("\t".join(row.cells))
            place = end + 1
    return TextAsRead("\n".join(lines), tuple(blocks), reader, language, tuple(told))


def _spans(cells: Iterable[str], place: int) -> tuple[tuple[int, int], ...]:
    found = []
    for cell in cells:
        found.append((place, place + len(cell)))
        place += len(cell) + 1
    return tuple(found)
