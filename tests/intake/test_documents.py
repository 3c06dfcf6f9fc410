import io
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfReader, PdfWriter

from lives.intake.docx import read_docx
from lives.intake.epub import read_epub
from lives.intake.html_page import read_html
from lives.intake.pdf import read_pdf
from lives.intake.reader import recognise
from lives.intake.tei import read_tei
from lives.model.errors import DamagedFile, TooMuch, UnknownFormat
from lives.model.passage import BlockForm, TextAsRead

Pdf = Callable[[Sequence[Sequence[tuple[int, int, int, str]]]], bytes]
Zipped = Callable[[dict[str, str | bytes]], bytes]


def shown(read: TextAsRead) -> list[tuple[str, str]]:
    return [(b.form.value, read.text[b.start : b.end]) for b in read.blocks]


# --- Word -----------------------------------------------------------------------


def test_a_word_document_gives_headings_paragraphs_and_tables(a_docx: bytes) -> None:
    assert shown(read_docx(a_docx, "a.docx")) == [
        ("heading", "The journey north"),
        ("paragraph", "Anna Petrova left Tver in May 1929."),
        ("paragraph", "Name\tYear"),
        ("paragraph", "A. Petrova\t1929"),
        ("paragraph", "She wrote twice."),
    ]


def test_insertions_and_marked_names_are_read_and_deletions_are_not(
    a_docx: bytes, repacked: Callable[[bytes, str, str, str], bytes]
) -> None:
    marked = (
        '<w:p><w:smartTag w:element="name"><w:r><w:t>Vera </w:t></w:r></w:smartTag>'
        '<w:ins w:id="1" w:author="x"><w:r><w:t>and Oleg </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>'
        "<w:r><w:t>came</w:t><w:tab/><w:t>back.</w:t></w:r></w:p><w:sectPr"
    )
    data = repacked(a_docx, "word/document.xml", "<w:sectPr", marked)
    assert shown(read_docx(data, "a.docx"))[-1][1] == "Vera and Oleg came\tback."


def test_notes_stand_at_the_end_with_their_numbers(
    a_docx: bytes,
    repacked: Callable[[bytes, str, str, str], bytes],
    joined: Callable[[bytes, str, str], bytes],
) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = repacked(
        a_docx,
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
    )
    linked = repacked(
        listed,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId99" Type="{relation}/footnotes" '
        'Target="footnotes.xml"/></Relationships>',
    )
    notes = (
        f'<w:footnotes xmlns:w="{space}"><w:footnote w:type="separator" w:id="0">'
        "<w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote><w:footnote w:id='1'>"
        "<w:p><w:r><w:t>Letter of 3 May.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    read = read_docx(joined(linked, "word/footnotes.xml", notes), "a.docx")
    assert shown(read)[-1] == ("paragraph", "[1] Letter of 3 May.")


# --- pages ----------------------------------------------------------------------


def test_a_page_is_read_without_scripts_and_menus() -> None:
    page = (
        '<!DOCTYPE html><html lang="de"><head><title>No</title><style>p{}</style>'
        "</head><body><nav>Menu</nav><h2>Kapitel\n eins</h2><div>Sie <b>starb</b> in"
        "<script>no()</script> Omsk.<p>Zweiter<br>Absatz</p>Rest</div><table><tr>"
        "<th>Name</th><td>Li</td></tr></table></body></html>"
    )
    read = read_html(page.encode(), "a.html")
    assert read.language == "de"
    assert shown(read) == [
        ("heading", "Kapitel eins"),
        ("paragraph", "Sie starb in Omsk."),
        ("paragraph", "Zweiter\nAbsatz"),
        ("paragraph", "Rest"),
        ("paragraph", "Name\tLi"),
    ]


def test_a_page_is_decoded_as_it_says() -> None:
    page = '<html><meta charset="windows-1251"><p>Тверь</p></html>'
    assert shown(read_html(page.encode("cp1251"), "a.html")) == [("paragraph", "Тверь")]


def test_a_page_that_is_wrong_about_itself_is_read_by_its_bytes() -> None:
    page = '<html><meta charset="ascii"><p>Арестована в Твери в мае.</p></html>'
    read = read_html(page.encode("koi8-r"), "a.html")
    assert "Арестована в Твери" in read.text


@pytest.mark.parametrize("depth", [300, 2000])
def test_a_deeply_nested_page_is_read_to_its_end(depth: int) -> None:
    page = "<html>" + "<div>" * depth + "deep" + "</div>" * depth + "<p>after"
    assert [words for _, words in shown(read_html(page.encode(), "a.html"))] == [
        "deep",
        "after",
    ]


def test_a_page_of_which_the_parser_drops_a_part_is_refused() -> None:
    page = "<html>" + "<div>" * 5_000 + "deep" + "</div>" * 5_000 + "<p>after"
    with pytest.raises(TooMuch, match="nested"):
        read_html(page.encode(), "a.html")


# --- books ----------------------------------------------------------------------


def test_chapters_come_in_the_order_of_reading(an_epub: bytes) -> None:
    read = read_epub(an_epub, "a.epub")
    assert read.language == "fr"
    assert shown(read) == [
        ("heading", "Un"),
        ("paragraph", "Première\u00a0partie."),
        ("paragraph", "Deuxième partie."),
    ]


def test_a_locked_book_is_refused(
    an_epub: bytes, joined: Callable[[bytes, str, str], bytes]
) -> None:
    lock = '<encryption><CipherReference URI="OEBPS/two.xhtml"/></encryption>'
    with pytest.raises(DamagedFile, match="locked"):
        read_epub(joined(an_epub, "META-INF/encryption.xml", lock), "a.epub")


def test_a_book_without_its_table_of_contents_is_refused(zipped: Zipped) -> None:
    with pytest.raises(DamagedFile, match="complete"):
        read_epub(zipped({"META-INF/container.xml": "<container/>"}), "a.epub")


# --- editions -------------------------------------------------------------------


def test_an_edition_is_read_as_written_with_its_pages(a_tei: bytes) -> None:
    read = read_tei(a_tei, "a.xml")
    assert read.language == "ru"
    assert [(b.page, read.text[b.start : b.end]) for b in read.blocks] == [
        (7, "Письмо"),
        (7, "Дорогой дрг, я в Твери. Пиши."),
        (7, "Так в рукописи."),
        (8, "Твоя […] Анна"),
    ]
    assert read.blocks[0].form is BlockForm.HEADING


def test_xml_that_is_no_edition_is_refused() -> None:
    with pytest.raises(DamagedFile, match="<svg>"):
        read_tei(b"<svg/>", "a.xml")


# --- PDF ------------------------------------------------------------------------

PAGES = (
    (
        (72, 720, 18, "The winter"),
        (72, 690, 11, "Anna was arrested in Tver, and the chil-"),
        (72, 676, 11, "dren were taken by her sister to the north."),
        (72, 640, 11, "A second paragraph follows a space."),
    ),
    (),
    ((72, 720, 11, "The third page."),),
)


def test_a_pdf_gives_paragraphs_with_their_pages(pdf: Pdf) -> None:
    read = read_pdf(pdf(PAGES), "a.pdf")
    assert [(b.form, b.page, read.text[b.start : b.end]) for b in read.blocks] == [
        ("heading", 1, "The winter"),
        (
            "paragraph",
            1,
            (
                "Anna was arrested in Tver, and the children were taken by her "
                "sister to the north."
            ),
        ),
        ("paragraph", 1, "A second paragraph follows a space."),
        ("paragraph", 3, "The third page."),
    ]
    assert read.notes == ("1 of 3 pages have no text: 2",)


@pytest.mark.parametrize(("password", "opens"), [("", True), ("secret", False)])
def test_a_pdf_opens_unless_it_wants_a_password(
    pdf: Pdf, password: str, *, opens: bool
) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGES))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    if opens:
        assert read_pdf(held.getvalue(), "a.pdf").blocks
    else:
        with pytest.raises(DamagedFile, match="password"):
            read_pdf(held.getvalue(), "a.pdf")


def test_a_pdf_that_lacks_its_last_bytes_is_refused_not_mended(pdf: Pdf) -> None:
    with pytest.raises(DamagedFile, match="cut short"):
        read_pdf(pdf(PAGES)[:-20], "a.pdf")


# --- recognising ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("fixture", "media"),
    [("a_docx", "docx"), ("an_xlsx", "xlsx"), ("an_epub", "epub"), ("a_tei", "tei")],
)
def test_content_outranks_the_name(
    fixture: str, media: str, request: pytest.FixtureRequest
) -> None:
    assert recognise(request.getfixturevalue(fixture), "letter.txt") == media


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.TXT", "text"),
        ("a.md", "text"),
        ("LETTER", "text"),
        ("a.htm", "html"),
        ("a.tsv", "csv"),
        ("a.pdf", "pdf"),
        ("a.docx", "docx"),
    ],
)
def test_where_the_content_does_not_tell_the_ending_does(name: str, media: str) -> None:
    assert recognise(b"plain words", name) == media


def test_an_unknown_format_is_refused_with_what_is_on_offer() -> None:
    with pytest.raises(UnknownFormat, match=r"\.csv .*\.docx .*\.xlsx"):
        recognise(b"plain words", "a.xyz")


def test_a_recipe_among_the_files_is_told_from_a_source() -> None:
    with pytest.raises(UnknownFormat, match="--recipe"):
        recognise(b'[name]\nfull = "Name"\n', "list-recipe.toml")


def test_an_image_is_refused_with_a_way_out() -> None:
    with pytest.raises(UnknownFormat, match="OCR"):
        recognise(b"\x89PNG\r\n", "a.png")
