"""Small files of every format, made here, and an archive to take them into."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
import pytest

from lives.intake.enter import Received
from lives.intake.offers import Offer
from lives.intake.run import add
from lives.intake.sidecar import Description
from lives.store.archive import Archive

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

Take = Callable[..., list[Received]]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive.create(tmp_path / "archive", title="Test", by="test", now=NOW)
    yield made
    made.close()


@pytest.fixture
def take(archive: Archive) -> Take:
    def taken(
        *paths: Path,
        description: Description | None = None,
        recipe: Path | None = None,
    ) -> list[Received]:
        told = description or Description()
        offers = [Offer(path, told, recipe) for path in paths]
        return add(archive, offers, by="test", now=NOW)

    return taken


@pytest.fixture
def zipped() -> Callable[[dict[str, str | bytes]], bytes]:
    def pack(parts: dict[str, str | bytes]) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return held.getvalue()

    return pack


@pytest.fixture
def a_docx() -> bytes:
    document = docx.Document()
    document.add_heading("The journey north", level=1)
    document.add_paragraph("Anna Petrova left Tver in May 1929.")
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(("Name", "Year", "A. Petrova", "1929")):
        table.cell(place // 2, place % 2).text = words
    document.add_paragraph("She wrote twice.")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.fixture
def an_xlsx() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "List"
    for row in (
        ("Name", "Born", None, "Arrested"),
        ("Петрова А.", 1899, None, datetime(1929, 5, 12)),  # noqa: DTZ001  as in Excel
        (None, None, None, None),
        ("Ilyin B.", 1901.0, None, "May\n1930"),
    ):
        first.append(row)
    second = book.create_sheet("More")
    second["B3"] = "Name"
    second["B4"] = "Orlov"
    book.create_sheet("Empty")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.fixture
def an_epub(zipped: Callable[[dict[str, str | bytes]], bytes]) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>fr</dc:language>'
        '</metadata><manifest><item id="b" href="two.xhtml" '
        'media-type="application/xhtml+xml"/><item id="a" href="chapter%201.xhtml" '
        'media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/two.xhtml": "<html><body><p>Deuxième partie.</p></body></html>",
            "OEBPS/chapter 1.xhtml": '<?xml version="1.0" encoding="utf-8"?>'
            "<html><body><h1>Un</h1><p>Première&nbsp;partie.</p></body></html>",
        }
    )


@pytest.fixture
def a_tei() -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        "<title>Not text</title></titleStmt></fileDesc></teiHeader>"
        '<text xml:lang="ru"><body><pb n="7"/><head>Письмо</head>'
        "<p>Дорогой <choice><sic>дрг</sic><corr>друг</corr></choice>, я в "
        '<placeName>Тве</placeName><lb break="no"/>ри'
        "<note>Так в рукописи.</note>.<pb n='8'/> Пиши.</p>"
        "<p>Твоя <gap/> Анна</p></body></text></TEI>"
    ).encode()


@pytest.fixture
def pdf() -> Callable[[Sequence[Sequence[tuple[int, int, int, str]]]], bytes]:
    return make_pdf


def make_pdf(pages: Sequence[Sequence[tuple[int, int, int, str]]]) -> bytes:
    """Set lines (left, baseline, size, text) in Helvetica, a page each sequence."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"
            for x, y, size, text in lines
        ).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(kids),
        len(kids),
    )
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


@pytest.fixture
def joined() -> Callable[[bytes, str, str], bytes]:
    def join(data: bytes, name: str, content: str) -> bytes:
        held = io.BytesIO(data)
        with zipfile.ZipFile(held, "a") as archive:
            archive.writestr(name, content)
        return held.getvalue()

    return join


@pytest.fixture
def repacked() -> Callable[[bytes, str, str, str], bytes]:
    def repack(data: bytes, name: str, old: str, new: str) -> bytes:
        held = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as given,
            zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            for info in given.infolist():
                content = given.read(info)
                if info.filename == name:
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode(), 1)
                made.writestr(info.filename, content)
        return held.getvalue()

    return repack
