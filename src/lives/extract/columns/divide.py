"""A long table divided into parts that can be read each by itself."""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.extractor import Document
from lives.model.passage import Block, BlockForm

_ROWS = 2_000


def divided(document: Document, rows: int = _ROWS) -> list[Document]:
    """Return the parts of a table, in order; what is no table is one part.

    Each has the text as a whole, so that places in it are the same, and with its rows
    the headings that stand above them.

    Args:
        document: A list.
        rows: At most so many in a part.
    """
    if not document.read.is_table:
        return [document]
    return [
        replace(document, read=replace(document.read, blocks=blocks))
        for blocks in _stretches(document, rows)
    ]


def _stretches(document: Document, rows: int) -> Iterator[tuple[Block, ...]]:
    """Yield some rows after others, below the headings that are valid for them."""
    blocks, named = document.read.blocks, document.recipe.get("header")
    above: list[Block] = []
    for at in range(0, len(blocks), rows):
        some = blocks[at : at + rows]
        yield (*above, *some)
        for block in some:
            if block.form is BlockForm.HEADER:
                above = [block]
            elif block.row is not None and block.row == named:
                above.append(block)
