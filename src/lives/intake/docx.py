"""Word documents: headings, paragraphs, tables and notes in reading order."""

import io
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from lives.intake.assemble import Piece, prose
from lives.intake.packed import members, refuse_bombs
from lives.intake.reader import Reader, readers
from lives.intake.xml import local, parse_xml
from lives.model.errors import DamagedFile
from lives.model.passage import BlockForm, TextAsRead

_HEADING = re.compile(r"(heading \d|title|subtitle)\b", re.IGNORECASE)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
# Deleted text, text that was moved elsewhere, and the older copy of a drawing that
# Word keeps beside the newer one.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(data: bytes, name: str) -> TextAsRead:
    """Read a document; notes stand at its end, each with its number.

    Rows of a table are paragraphs with cells joined by tabs. Insertions that somebody
    has proposed count as text, deletions do not.

    No language is told: Word writes that of its user into documents in any other.

    Raises:
        DamagedFile: It is not a Word document.
        TooMuch: It unpacks to far more than it is.
    """
    # Loaded here: a child process reads one file and should not load five libraries.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    refuse_bombs(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as fault:
        raise DamagedFile(
            f"this is not a Word document that can be read ({fault})",
            where=name,
            remedy="open it in the program that made it and save it again",
        ) from fault
    styles = {str(s.style_id): str(s.name or "") for s in document.styles}
    found = list(_body(document.element.body, styles))
    for relation in document.part.rels.values():
        for ending, tag in _NOTES:
            if relation.reltype.endswith(f"/{ending}") and not relation.is_external:
                root = parse_xml(relation.target_part.blob, name)
                found.extend(_notes(root, tag))
    return prose(found, reader=DOCX.version)


def _body(body: "etree._Element", styles: Mapping[str, str]) -> Iterator[Piece]:
    # A walk rather than the library's paragraphs: those pass over text in content
    # controls, smart tags (often names and places) and tracked insertions.
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        tag = local(element.tag)
        if tag in _LEFT_OUT:
            walk.skip_subtree()
        elif tag == "p":
            form = BlockForm.PARAGRAPH
            if _HEADING.match(styles.get(_style(element), "")):
                form = BlockForm.HEADING
            yield Piece(_words(element), form)
        elif tag == "tr":
            cells = [child for child in element if local(child.tag) == "tc"]
            yield Piece("\t".join(_cell(cell) for cell in cells))
            walk.skip_subtree()


def _cell(cell: "etree._Element") -> str:
    paragraphs = (e for e in cell.iter() if local(e.tag) == "p")
    return " ".join(words for p in paragraphs if (words := _words(p).strip()))


def _notes(root: "etree._Element", tag: str) -> Iterator[Piece]:
    for note in root:
        if local(note.tag) != tag:
            continue
        kind = next((v for k, v in note.attrib.items() if local(k) == "type"), "normal")
        number = next((str(v) for k, v in note.attrib.items() if local(k) == "id"), "")
        words = _cell(note)
        if kind == "normal" and words:
            yield Piece(f"[{number}] {words}")


def _words(paragraph: "etree._Element") -> str:
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        tag = local(element.tag)
        if tag in _LEFT_OUT or (tag == "p" and element is not paragraph):
            walk.skip_subtree()  # a text box: its paragraphs come by themselves
        elif tag == "t":
            parts.append(element.text or "")
        elif tag in _BREAKS and local(getattr(element.getparent(), "tag", "")) == "r":
            parts.append(_BREAKS[tag])
    return "".join(parts)


def _style(paragraph: "etree._Element") -> str:
    for properties in paragraph:
        if local(properties.tag) == "pPr":
            for style in properties:
                if local(style.tag) == "pStyle":
                    return next(iter(map(str, style.attrib.values())), "")
    return ""


def _knows(data: bytes) -> bool:
    return "word/document.xml" in members(data)


DOCX = readers.add("docx")(Reader("docx/1", (".docx",), read_docx, knows=_knows))
