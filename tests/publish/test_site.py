import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from lives.model.ids import PersonId


class Anchors(HTMLParser):
    """Collects where a page points, and what on it can be pointed at."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.marks: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(
        self,
        tag: str,  # noqa: ARG002  # the parser's own signature
        attrs: list[tuple[str, str | None]],
    ) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.marks.append(value)


def text_of(page: Path) -> str:
    told = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", told)


def test_every_link_leads_somewhere_and_none_leads_away(memorial: Path) -> None:
    pages = {page.resolve(): Anchors(page) for page in memorial.rglob("*.html")}
    for page, anchors in pages.items():
        assert len(anchors.marks) == len(set(anchors.marks)), page
        for link in anchors.links:
            assert "//" not in link
            path, _, mark = unquote(link).partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), f"{page}: {link}"
            assert not mark or mark in pages[target].marks, f"{page}: {link}"


def test_each_value_opens_the_very_words_that_say_it(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    page = memorial / "p" / f"{people['vera']}.html"
    html = page.read_text(encoding="utf-8")
    (href,) = re.findall(
        r'Arrested in Kharkov on 5 March 1936\. .*?href="([^"]+)"', html
    )
    file, mark = href.removeprefix("../").split("#")
    source = (memorial / file).read_text(encoding="utf-8")
    (words,) = re.findall(rf'<span id="{mark}"><mark[^>]*>(.*?)</mark>', source)
    assert words == "She was arrested in Kharkov on 5 March 1936"


def test_a_charge_stands_apart_from_what_happened(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    html = (memorial / "p" / f"{people['vera']}.html").read_text(encoding="utf-8")
    apart = re.search(r'<section class="charges".*?</section>', html, re.DOTALL)
    assert apart is not None
    assert "What she was accused of" in apart[0]
    assert "A charge is not a fact" in apart[0]
    told = html.replace(apart[0], "").split('<section class="sources"')[0]
    assert "blow up a bridge" in apart[0]
    assert "blow up a bridge" not in told


def test_both_sides_of_a_disagreement_stand(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    for page in (f"p/{people['vera']}.html", "disagreements.html"):
        told = text_of(memorial / page)
        assert "different dates of death" in told
        assert "She was shot on 1 October 1937" in told
        assert "cited here, and not quoted" in told
        assert "row 2" in told


def test_the_unnamed_have_a_page_and_are_on_the_pages_of_their_kin(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    told = text_of(memorial / "p" / f"{people['husband']}.html")
    assert "husband of Vera Antonovna Melnikova" in told
    assert "No source here gives a name" in told
    hers = Anchors(memorial / "p" / f"{people['vera']}.html")
    assert f"../p/{people['husband']}.html" in hers.links


def test_what_no_source_tells_is_said_to_be_unknown(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    told = text_of(memorial / "p" / f"{people['vera']}.html")
    assert "tells the place of death or the place of burial" in told


def test_the_text_of_a_source_is_text_and_never_markup(memorial: Path) -> None:
    html = (memorial / "s" / "letter-1934.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;bread&lt;/b&gt; &amp; work" in html


def test_a_name_in_another_script_is_marked_as_such(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    html = (memorial / "p" / f"{people['vera']}.html").read_text(encoding="utf-8")
    assert '<bdi lang="ru">Мельникова Вера Антоновна</bdi>' in html


def test_the_linked_data_is_json_and_names_the_sources(
    memorial: Path, people: dict[str, PersonId]
) -> None:
    html = (memorial / "p" / f"{people['vera']}.html").read_text(encoding="utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told = json.loads(data)
    assert (told["birthDate"], told["birthPlace"]) == ("1899", "Odessa")
    assert {w["name"] for w in told["subjectOf"]} == {
        "A made-up book",
        "A letter of 1934",
        "Харьковский список",
    }


def test_a_person_is_listed_under_every_spelling(memorial: Path) -> None:
    told = text_of(memorial / "index.html")
    assert "Melnikova, Vera Antonovna 1899–1937?" in told
    assert "Мельникова, Вера Антоновна see Vera Antonovna Melnikova" in told
    assert "Not named" in told
