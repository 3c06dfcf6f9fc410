"""Plain text and Markdown: the text as read is the decoded file, unchanged.

Only the blocks are found here. In Markdown, lines that touch are one paragraph. In
plain text it depends: a book that was wrapped at a fixed width has paragraphs of
many lines, a register has an entry a line, and both may lie in one file. A line was
wrapped if the first word of the next would not have fitted on it. And a plain text
that is a table, by the rules of `columns_of_text`, has its rows for blocks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lives.intake.columns_of_text import table_in
from lives.intake.encoding import decode
from lives.intake.reader import Reader, readers
from lives.model.passage import Block, BlockForm, TextAsRead

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_ATX = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"\s{0,3}([-*_])\s*(?:\1\s*){2,}$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
_FULL_STOPS = frozenset(".!?,;:…")
_HEADING_LENGTH = 100  # code points: longer lines are prose without a full stop
_HEADINGS_IN_A_ROW = 3  # title, subtitle, first heading; more is a list of short lines
_WIDEST_WRAP = 160  # no program wraps wider: such lines are paragraphs
_WRAPPED = 0.85  # share of inner line ends that were full; the rest is slack for URLs


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its break and outer space; ``start == end`` when empty."""

    start: int
    end: int
    text: str


def read_text(data: bytes, name: str) -> TextAsRead:
    """Read plain text or, by its ending, Markdown.

    Raises:
        UnknownEncoding: The bytes cannot be decoded.
        DamagedFile: There are NUL bytes in them.
    """
    decoded = decode(data, name)
    markdown = name.lower().endswith((".md", ".markdown"))
    notes = list(decoded.notes)
    found = () if markdown else table_in(decoded.text)
    if found:
        notes.append("its lines keep to columns: it is read as a table")
    else:
        found = tuple((_markdown if markdown else _plain)(decoded.text))
    return TextAsRead(decoded.text, found, TEXT.version, notes=tuple(notes))


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        line = match.group(1)
        inner = line.strip()
        start = match.start() + (len(line) - len(line.lstrip()) if inner else 0)
        yield _Line(start, start + len(inner), inner)


def _runs(text: str) -> Iterator[list[_Line]]:
    """Yield lines that touch."""
    run: list[_Line] = []
    for line in _lines(text):
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _block(lines: list[_Line], form: BlockForm = BlockForm.PARAGRAPH) -> Block:
    return Block(lines[0].start, lines[-1].end, form)


# --- plain text ---------------------------------------------------------------


def _plain(text: str) -> Iterator[Block]:
    runs = list(_runs(text))
    width = _width(runs)
    headings = _headings(runs)
    for position, run in enumerate(runs):
        if position in headings:
            yield _block(run, BlockForm.HEADING)
        elif _is_wrapped(run, width):
            yield _block(run)
        else:
            yield from (_block([line]) for line in run)


def _width(runs: list[list[_Line]]) -> int:
    """Return the width a file was wrapped at, if it was."""
    lengths = sorted(len(line.text) for run in runs if len(run) > 1 for line in run)
    return lengths[len(lengths) * 98 // 100] if lengths else 0


def _is_wrapped(run: list[_Line], width: int) -> bool:
    if len(run) == 1:
        return True
    if width > _WIDEST_WRAP:
        return False
    pairs = pairwise(run)
    full = sum(
        len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) >= width
        for line, after in pairs
    )
    return full >= _WRAPPED * (len(run) - 1)


def _headings(runs: list[list[_Line]]) -> set[int]:
    """Return which runs are headings: short, unstopped, and followed by prose."""
    found: set[int] = set()
    waiting: list[int] = []
    for position, run in enumerate(runs):
        if len(run) == 1 and _like_a_heading(run[0].text):
            waiting.append(position)
            continue
        if len(waiting) <= _HEADINGS_IN_A_ROW:
            found.update(waiting)
        waiting = []
    return found


def _like_a_heading(line: str) -> bool:
    return (
        len(line) <= _HEADING_LENGTH
        and line[-1] not in _FULL_STOPS
        and any(c.isalpha() for c in line)
        and not line[0].islower()
    )


# --- Markdown -----------------------------------------------------------------


def _markdown(text: str) -> Iterator[Block]:
    front = re.match(r"---\r?\n.*?\r?\n---[ \t]*(?:\r?\n|$)", text, re.DOTALL)
    after = front.end() if front else 0  # settings of a site generator, not prose
    for run in _runs(text):
        yield from _markdown_run([line for line in run if line.start >= after])


def _markdown_run(run: list[_Line]) -> Iterator[Block]:
    waiting: list[_Line] = []
    for line in run:
        heading = _ATX.match(line.text)
        if waiting and _UNDERLINE.match(line.text):
            yield _block(waiting, BlockForm.HEADING)
            waiting = []
            continue
        if (heading or _starts_anew(line.text)) and waiting:
            yield _block(waiting)
            waiting = []
        if heading and heading.group(1):
            start = line.start + heading.start(1)
            yield Block(start, line.start + heading.end(1), BlockForm.HEADING)
        elif not heading and not _RULE.match(line.text):
            waiting.append(_without_marker(line))
    if waiting:
        yield _block(waiting)


def _starts_anew(line: str) -> bool:
    return bool(_ITEM.match(line) or _RULE.match(line)) or line.startswith("|")


def _without_marker(line: _Line) -> _Line:
    item = _ITEM.match(line.text)
    if item is None or line.text[0].isdigit():  # a number may belong to the entry
        return line
    return _Line(line.start + item.end(), line.end, line.text[item.end() :])


TEXT = readers.add("text")(
    Reader("text/2", (".txt", ".text", ".md", ".markdown"), read_text)
)
