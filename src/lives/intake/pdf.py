"""PDF with text: pypdf stands at the gate, PDFium reads, layout makes paragraphs.

PDFium reads well and fast, and aborts the process on a page that swells without end;
pypdf unpacks within limits. So every page passes pypdf first.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Protocol

from lives.intake.assemble import Piece, prose
from lives.intake.reader import Reader, readers, too_much
from lives.model.errors import DamagedFile
from lives.model.passage import BlockForm, TextAsRead

_MAX_PAGES = 20_000
_TAIL = 1024  # bytes in which the end mark has to come; some programs add a little
_NAMED = 12  # pages without text that the note names; the rest are counted
_HYPHENS = ("-", "\u00ad", "\u2010", "\ufffe", "\x02")  # PDFium marks its own with \x02
_STOPS = (".", "!", "?", "…", ":", ".”", ".»", '."', ".)", "!”", "?”")
_LARGER = 1.15  # a heading's letters, measured against the page's
_WIDE_GAP = 1.6  # the space above a new paragraph, against that between lines
_INDENT = 0.9  # of a letter's height
_SHORT = 0.85  # a last line ends before this share of the column
_HEADING_LENGTH = 120


class _TextPage(Protocol):
    """What is used of PDFium's text page, which has no types of its own."""

    def get_text_range(self) -> str: ...
    def count_chars(self) -> int: ...
    def get_charbox(
        self, index: int, *, loose: bool
    ) -> tuple[float, float, float, float]: ...


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line; coordinates in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def read_pdf(data: bytes, name: str) -> TextAsRead:
    """Read a PDF page by page; a paragraph that runs over a page is two blocks.

    Raises:
        DamagedFile: It is cut short, damaged or locked with a password.
        TooMuch: A page swells beyond the limits, or there are too many.
    """
    _refuse_swelling(data, name)
    # Loaded here: a child process reads one file and should not load five libraries.
    import pypdfium2 as pdfium  # noqa: PLC0415

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        raise _damaged(name, str(fault)) from fault
    found: list[Piece] = []
    empty: list[int] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        pieces = list(_paragraphs(list(_lines(page.get_textpage())), number))
        page.close()
        found.extend(pieces)
        if not pieces:
            empty.append(number)
    return prose(found, reader=PDF.version, notes=_notes(empty, len(document)))


def _refuse_swelling(data: bytes, name: str) -> None:
    from pypdf import PdfReader  # noqa: PLC0415  see above
    from pypdf.errors import (  # noqa: PLC0415
        DependencyError,
        LimitReachedError,
        PyPdfError,
    )

    # Both libraries mend a file that was cut short, and so lose its last pages.
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-_TAIL:]:
        raise _damaged(name, "it is cut short")

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise _damaged(name, "it is locked with a password")
        for number, page in enumerate(document.pages, start=1):
            if number > _MAX_PAGES:
                raise too_much("pages", name)
            contents = page.get_contents()
            if contents is not None:
                contents.get_data()
    except LimitReachedError as fault:
        raise too_much("memory", name) from fault
    except DependencyError:
        return  # encrypted under an empty password: PDFium has the cipher, pypdf not
    except PyPdfError as fault:
        raise _damaged(name, str(fault)) from fault


def _damaged(name: str, why: str) -> DamagedFile:
    return DamagedFile(
        f"the PDF cannot be read: {why}",
        where=name,
        remedy="open it in a PDF program and save it again, complete and without a "
        "password",
    )


def _notes(empty: list[int], pages: int) -> tuple[str, ...]:
    if not empty:
        return ()
    shown = ", ".join(map(str, empty[:_NAMED]))
    more = f" and {len(empty) - _NAMED} more" if len(empty) > _NAMED else ""
    return (f"{len(empty)} of {pages} pages have no text: {shown}{more}",)


def _lines(page: _TextPage) -> Iterator[_Line]:
    """Yield the lines of a page with their boxes."""
    text = page.get_text_range()
    count = page.count_chars()
    # Characters and boxes share their numbers, unless PDFium left some out.
    placed = len(text) == count
    start = 0
    for line in text.split("\n"):
        words = line.rstrip("\r")
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip()) - 1
            yield _boxed(page, words.strip(), first, last, placed=placed)
        start += len(line) + 1


def _boxed(
    page: _TextPage, words: str, first: int, last: int, *, placed: bool
) -> _Line:
    if not placed:
        return _Line(words, 0, 0, 0, 0, 0)
    left, bottom, _, top = page.get_charbox(first, loose=True)
    _, _, right, _ = page.get_charbox(last, loose=True)
    return _Line(words, left, right, bottom, top, top - bottom)


def _paragraphs(lines: list[_Line], page: int) -> Iterator[Piece]:
    """Join lines into paragraphs, and words that were divided at a line's end."""
    if not lines:
        return
    usual = median(line.size for line in lines)
    column = max(line.right for line in lines)
    gaps = [a.bottom - b.top for a, b in pairwise(lines)]
    close = median([gap for gap in gaps if gap > -usual] or [0.0])
    current: list[_Line] = []
    for line in lines:
        if current and _begins(line, current, usual, column, close):
            yield _piece(current, usual, page)
            current = []
        current.append(line)
    yield _piece(current, usual, page)


def _begins(
    line: _Line, current: list[_Line], usual: float, column: float, close: float
) -> bool:
    """Tell whether a line begins a new paragraph."""
    above = current[-1]
    if above.text.endswith(_HYPHENS):
        return False
    if usual == 0:  # no boxes: only words can tell
        return above.text.endswith(_STOPS)
    gap = above.bottom - line.top
    if abs(line.size - above.size) > (_LARGER - 1) * usual:
        return True
    if gap - close > (_WIDE_GAP - 1) * usual or gap < -2 * usual:
        return True  # a space, or the head of another column
    ended = above.text.endswith(_STOPS)
    indented = line.left - min(before.left for before in current[-2:]) > _INDENT * usual
    short = above.right - above.left < _SHORT * (column - above.left)
    return ended and (indented or short)


def _piece(lines: list[_Line], usual: float, page: int) -> Piece:
    words = lines[0].text
    for line in lines[1:]:
        divided = words.endswith(_HYPHENS) and line.text[0].islower()
        words = words[:-1] + line.text if divided else f"{words} {line.text}"
    large = usual > 0 and lines[0].size > _LARGER * usual
    heading = large and len(words) <= _HEADING_LENGTH and not words.endswith(".")
    return Piece(words, BlockForm.HEADING if heading else BlockForm.PARAGRAPH, page)


def _knows(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


PDF = readers.add("pdf")(Reader("pdf/1", (".pdf",), read_pdf, knows=_knows))
