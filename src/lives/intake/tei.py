"""TEI editions: the text of the body, with the page numbers of the edition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lives.intake.assemble import Piece, prose
from lives.intake.reader import Reader, readers
from lives.intake.xml import elements, local, parse_xml
from lives.model.errors import DamagedFile
from lives.model.passage import BlockForm, TextAsRead

_NAMESPACE = b"http://www.tei-c.org/ns/1.0"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BLOCKS = elements("tei", "blocks")
_SILENT = elements("tei", "silent")
_HEADINGS = elements("tei", "headings")
_BLANKS = re.compile(r"\s+")
_HEAD = 65_536  # bytes in which the root element has to come


def read_tei(data: bytes, name: str) -> TextAsRead:
    """Read an edition.

    Of `choice`, the reading as written is taken (`sic`, `orig`, `abbr`). A `gap` is
    shown as ``[…]``. Notes come after the paragraph they stand in.

    Raises:
        DamagedFile: It is not well-formed, not TEI, or declares entities.
    """
    root = parse_xml(data, name)
    if local(root.tag) not in {"TEI", "TEI.2", "teiCorpus"}:
        raise DamagedFile(
            f"the root element is <{local(root.tag)}>, not <TEI>",
            where=name,
            remedy="only TEI is read among XML files: save it as TEI, HTML or text",
        )
    texts = [e for e in root.iter() if local(e.tag) == "text"]
    language = next((v for e in [*texts, root] if (v := e.get(_XML_LANG))), "")
    return prose(_pieces(root), reader=TEI.version, language=str(language))


@dataclass(slots=True)
class _Open:
    """The paragraph at hand, the page it is on, and notes that wait for its end."""

    words: list[str] = field(default_factory=list)
    form: BlockForm = BlockForm.PARAGRAPH
    page: int | None = None
    begun_on: int | None = None
    notes: list[Piece] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Add words; the first of a paragraph tell its page."""
        flat = _BLANKS.sub(" ", text or "")
        if flat.strip() and not "".join(self.words).strip():
            self.begun_on = self.page
        self.words.append(flat)

    def close(self) -> Iterator[Piece]:
        """Yield the paragraph, then its notes."""
        text = "".join(self.words)
        if text.strip():
            yield Piece(text, self.form, self.begun_on)
        yield from self.notes
        self.words, self.notes = [], []


def _pieces(root: "etree._Element") -> Iterator[Piece]:
    walk = etree.iterwalk(root, events=("start", "end"))
    now = _Open()
    for event, element in walk:
        tag = local(element.tag)
        if event == "start":
            if tag in _SILENT:
                walk.skip_subtree()
            elif tag == "note":
                now.notes.append(Piece(_plain(element), page=now.page))
                walk.skip_subtree()
            else:
                yield from _entered(tag, element, now)
        else:
            if tag in _BLOCKS:
                yield from now.close()
                now.form = BlockForm.PARAGRAPH
            now.say(element.tail)
    yield from now.close()


def _entered(tag: str, element: "etree._Element", now: _Open) -> Iterator[Piece]:
    if tag in _BLOCKS:
        yield from now.close()
        now.form = BlockForm.HEADING if tag in _HEADINGS else BlockForm.PARAGRAPH
    elif tag == "pb":
        number = str(element.get("n", ""))
        now.page = int(number) if number.isdecimal() else None
    elif tag == "lb" and element.get("break") != "no":
        now.words.append(" ")
    elif tag == "gap":
        now.say("[…]")
    elif tag == "cell" and element.getprevious() is not None:
        now.words.append("\t")
    now.say(element.text)


def _plain(element: "etree._Element") -> str:
    return _BLANKS.sub(" ", "".join(map(str, element.itertext())))


def _knows(data: bytes) -> bool:
    head = data[:_HEAD]
    return b"<TEI" in head and (_NAMESPACE in head or b"<TEI.2" in head)


TEI = readers.add("tei")(Reader("tei/1", (".xml", ".tei"), read_tei, knows=_knows))
