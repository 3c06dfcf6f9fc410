import tomllib
from collections.abc import Callable

import pytest

from lives.extract.columns.reader import read_columns
from lives.extract.extractor import Document
from lives.model.extracted import Extracted
from lives.model.ids import CaptureId, SourceId
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.source import Source

Rows = tuple[tuple[str, ...], ...]


def document(as_read: TextAsRead, recipe: str) -> Document:
    source = Source(SourceId("list"))
    parsed = tomllib.loads(recipe)
    capture = CaptureId("c" * 64)
    return Document(capture, "list.csv", source, as_read, parsed, "list.toml")


@pytest.fixture
def table() -> Callable[[str, Rows], Document]:
    """Lay out rows as intake does: cells joined by tabs, rows by line breaks."""

    def laid_out(recipe: str, rows: Rows) -> Document:
        blocks, place = [], 0
        for number, row in enumerate(rows, start=1):
            start, cells = place, []
            for cell in row:
                cells.append((place, place + len(cell)))
                place += len(cell) + 1
            form = BlockForm.HEADER if number == 1 else BlockForm.ROW
            block = Block(start, place - 1, form, row=number, cells=tuple(cells))
            blocks.append(block)
        text = "\n".join("\t".join(row) for row in rows)
        return document(TextAsRead(text, tuple(blocks), "csv/1"), recipe)

    return laid_out


@pytest.fixture
def read(
    table: Callable[[str, Rows], Document],
) -> Callable[..., list[Extracted]]:
    def reading(recipe: str, *rows: tuple[str, ...]) -> list[Extracted]:
        return list(read_columns(table(recipe, rows)))

    return reading


@pytest.fixture
def read_text() -> Callable[..., list[Extracted]]:
    """Lay out paragraphs as intake does, with an empty line between them."""

    def reading(recipe: str, *texts: str) -> list[Extracted]:
        blocks, place = [], 0
        for text in texts:
            blocks.append(Block(place, place + len(text)))
            place += len(text) + 2
        as_read = TextAsRead("\n\n".join(texts), tuple(blocks), "text/1")
        return list(read_columns(document(as_read, recipe)))

    return reading
