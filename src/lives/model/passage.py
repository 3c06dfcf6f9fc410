"""Passages: citable pieces of a capture, as spans of its text as read.

Every capture has one *text as read*. For plain text it is the decoded file,
unchanged; for other formats it is what the reader made of them; for tables, cells
joined by tabs and rows by line breaks. All offsets everywhere count its code points,
end exclusive. So a sentence of a book and a cell of a list are cited alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import CaptureId

_CONTEXT = 32  # code points of prefix and suffix, enough to find a quote again


class BlockForm(StrEnum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    HEADER = "header"  # first row of a table
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row of a text as read.

    Attributes:
        start: First code point.
        end: One past the last.
        form: What it is.
        page: Page number as printed order, from 1; None where there are no pages.
        sheet: Name of the sheet, for workbooks.
        row: Row as a spreadsheet shows it, from 1; None outside tables.
        cells: For rows, the span of each cell in the text as read.
    """

    start: int
    end: int
    form: BlockForm = BlockForm.PARAGRAPH
    page: int | None = None
    sheet: str = ""
    row: int | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of a capture: what a source page highlights.

    Attributes:
        capture: The bytes it comes from.
        start: First code point in the text as read.
        end: One past the last.
        quote: The words themselves.
        prefix: A few code points before, so that the quote can be found again.
        suffix: A few code points after.
    """

    capture: CaptureId
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, capture: CaptureId, text: str, start: int, end: int) -> "Passage":
        """Cut a passage out of a text as read.

        >>> Passage.cut(CaptureId("0" * 64), "Anna was arrested.", 5, 17).quote
        'was arrested'
        """
        return cls(
            capture,
            start,
            end,
            text[start:end],
            text[max(0, start - _CONTEXT) : start],
            text[end : end + _CONTEXT],
        )


@dataclass(frozen=True, slots=True)
class TextAsRead:
    """What a reader made of a capture's bytes.

    Attributes:
        text: All of it.
        blocks: Paragraphs, headings and rows in order, not overlapping.
        reader: Name and version of the reader: ``pdf/1``.
        language: BCP 47 tag where the file itself tells it; else "".
        notes: What a person should know: an encoding guessed, pages without text.
    """

    text: str
    blocks: tuple[Block, ...]
    reader: str
    language: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        """Tell whether this is a list of rows rather than prose."""
        return any(block.form is BlockForm.HEADER for block in self.blocks)

    def rows(self) -> Iterator[Block]:
        """Yield the data rows of a table."""
        return (block for block in self.blocks if block.form is BlockForm.ROW)
