"""HTML pages: headings and paragraphs in reading order, without scripts and menus.

A page that is a list, by the rules of `html_list`, is read as the table it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree, html

from lives.intake.assemble import Piece, prose, tables
from lives.intake.encoding import decode_declared
from lives.intake.html_list import caption_of, lists_in, titles_in
from lives.intake.reader import Reader, readers
from lives.intake.sheets import Sheet
from lives.intake.xml import elements, local, refused_entities
from lives.model.errors import TooMuch, UnknownEncoding
from lives.model.passage import BlockForm, TextAsRead

_SILENT = elements("html", "silent")
_HEADINGS = elements("html", "headings")
_INLINE = elements("html", "inline")
_CELLS = elements("html", "cells")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b"
)
_HEAD = 4096  # bytes in which a page has to tell its encoding


def read_html(data: bytes, name: str) -> TextAsRead:
    """Read a page.

    Raises:
        UnknownEncoding: The bytes cannot be decoded.
        DamagedFile: It declares entities of its own.
    """
    text, notes = _decoded(data, name)
    root, language = _parsed(text, name)
    lists = lists_in(root)
    parts = list(_pieces(root, lists))
    if not lists:
        pieces = [part for part in parts if isinstance(part, Piece)]
        return prose(pieces, reader=HTML.version, language=language, notes=notes)
    beside = sum(isinstance(part, Piece) and bool(part.text.strip()) for part in parts)
    if beside:
        kept = f"{beside} headings or paragraphs beside the list are no entries of it"
        notes = (*notes, kept)
    return tables(parts, reader=HTML.version, language=language, notes=notes)


def page_pieces(text: str, name: str) -> list[Piece]:
    """Return the pieces of a page, whatever it holds, as prose.

    Raises:
        DamagedFile: It declares entities of its own.
        TooMuch: It is nested more deeply than the parser goes.
    """
    root, _ = _parsed(text, name)
    return [part for part in _pieces(root, {}) if isinstance(part, Piece)]


def _parsed(text: str, name: str) -> tuple["etree._Element", str]:
    """Return the root of a page and the language it tells, or ""."""
    if _ENTITY.search(text):
        raise refused_entities(name)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    # The parser mends what it can, and drops the rest of a page beyond its limits.
    for fault in parser.error_log:
        if fault.level == etree.ErrorLevels.FATAL:
            raise TooMuch(
                f"the page is nested too deeply ({fault.message})",
                where=f"{name}, line {fault.line}",
                remedy="save the page again from a browser, or save its text",
            )
    language = root.get("lang") or root.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    return root, str(language or "")


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:_HEAD])
    told = declared.group(1).decode("ascii") if declared else ""
    found = decode_declared(data, told, name)
    if "<" not in found.text:
        raise UnknownEncoding(
            "there is no HTML in the file, or its encoding is not understood",
            where=name,
            remedy="save the page again as UTF-8, or its text with the ending .txt",
        )
    return found.text, found.notes


@dataclass(slots=True)
class _Open:
    """What has been read of the piece at hand."""

    words: list[str] = field(default_factory=list)
    form: BlockForm = BlockForm.PARAGRAPH
    titles: frozenset["etree._Element"] = frozenset()

    def close(self) -> Iterator[Piece]:
        """Yield the pieces: an empty line, from two <br>, divides paragraphs."""
        whole = "".join(self.words)
        for part in re.split(r"\n[ \n]*\n", whole):
            if part.strip():
                yield Piece(part, self.form)
        self.words.clear()


def _pieces(
    root: "etree._Element", lists: Mapping["etree._Element", Sheet]
) -> Iterator[Piece | Sheet]:
    # iterwalk rather than recursion: nesting may be deeper than Python's stack.
    walk = etree.iterwalk(root, events=("start", "end"))
    now = _Open(titles=titles_in(root))
    for event, element in walk:
        tag = local(element.tag).lower()
        if event == "start" and (tag in _SILENT or element.get("hidden") is not None):
            walk.skip_subtree()
            continue
        if event == "start" and element in lists:
            yield from now.close()
            yield Piece(caption_of(element), BlockForm.HEADING)
            yield lists[element]
            walk.skip_subtree()
        elif event == "start":
            yield from _entered(tag, element, now)
        else:
            yield from _left(tag, element, now)
    yield from now.close()


def _entered(tag: str, element: "etree._Element", now: _Open) -> Iterator[Piece]:
    if tag == "br":
        now.words.append("\n")
    elif tag in _CELLS:
        if element.getprevious() is not None:
            now.words.append("\t")
    elif tag not in _INLINE:
        yield from now.close()
        heading = tag in _HEADINGS or element in now.titles
        now.form = BlockForm.HEADING if heading else BlockForm.PARAGRAPH
    now.words.append(_flat(element.text))


def _left(tag: str, element: "etree._Element", now: _Open) -> Iterator[Piece]:
    if tag not in _INLINE | _CELLS | _SILENT and tag != "br":
        yield from now.close()
        now.form = BlockForm.PARAGRAPH
    if tag not in _CELLS:
        now.words.append(_flat(element.tail))


def _flat(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "")


def _knows(data: bytes) -> bool:
    return bool(_OPENING.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lower()))


HTML = readers.add("html")(
    Reader("html/2", (".html", ".htm", ".xhtml"), read_html, knows=_knows)
)
