import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lives.model.ids import CaptureId, MentionId, PersonId, SourceId
from lives.model.source import Rights, Source
from lives.model.statement import Statement
from lives.publish.explanation import explain
from lives.publish.picture import page as picture_page
from lives.publish.run import publish

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = '"><img src=x onerror="document.title=1"></script><script>alert(1)</script>'


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here; the tests of a release need one")
    assert CHROMIUM, "there is no Chromium"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """Give a page that must not fail, complain, or ask for anything elsewhere."""
    heard: list[str] = []
    asked: list[str] = []
    listeners = {
        "pageerror": lambda error: heard.append(str(error)),
        "console": lambda message: heard.append(message.text),
        "request": lambda request: asked.append(request.url),
    }
    for event, listener in listeners.items():
        window.on(event, listener)  # type: ignore[call-overload]  # by name
    window.set_viewport_size({"width": 1280, "height": 800})
    yield window
    for event, listener in listeners.items():
        window.remove_listener(event, listener)
    assert heard == []
    assert [url for url in asked if not url.startswith("file:")] == []


def search(page: Page, memorial: Path, query: str) -> None:
    page.goto((memorial / "index.html").as_uri())
    page.get_by_label("Find a person").fill(query)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("Melnikova", "written Melnikova"),
        ("Мельникова", "written Мельникова"),
        ("melnikow", "Melnikova sounds like Melnikow"),
        ("Mednikova Vera", "Melnikova is close to Mednikova"),
        ("V. Melnikova", "the initial V"),
    ],
)
def test_a_name_is_found_in_any_spelling_and_the_hit_says_why(
    page: Page, memorial: Path, query: str, why: str
) -> None:
    search(page, memorial, query)
    hits = page.locator("#hits li")
    expect(hits.filter(has_text=why).first).to_contain_text("Vera Antonovna Melnikova")


def test_a_hit_opens_the_life(
    page: Page, memorial: Path, people: dict[str, PersonId]
) -> None:
    search(page, memorial, "Мельникова")
    page.locator("#hits a").first.click()
    assert page.url.endswith(f"p/{people['vera']}.html")
    expect(page.locator("h1")).to_have_text("Vera Antonovna Melnikova")


def test_no_search_ends_in_an_empty_page(page: Page, memorial: Path) -> None:
    search(page, memorial, "Qqqq")
    expect(page.get_by_role("status")).to_contain_text("Try the surname alone")
    search(page, memorial, "Bartholomew Melnikova")
    expect(page.get_by_role("status")).to_contain_text("part of it")
    expect(page.locator("#hits li").first).to_contain_text("Melnikova")


def test_evidence_opens_the_source_at_the_highlighted_words(
    page: Page, memorial: Path, people: dict[str, PersonId]
) -> None:
    page.goto((memorial / "p" / f"{people['vera']}.html").as_uri())
    page.get_by_label("Evidence", exact=False).filter(has_text="[1]").first.click()
    aimed = page.locator("mark.aimed")
    expect(aimed.first).to_be_visible()
    words = "".join(aimed.all_text_contents())  # other passages may begin within it
    assert words == "Vera Antonovna Melnikova was born in Odessa in 1899"
    expect(aimed.first).to_be_in_viewport()
    outline = aimed.first.evaluate("mark => getComputedStyle(mark).outlineStyle")
    assert outline == "solid"


def test_the_whole_memorial_can_be_used_from_the_keyboard(
    page: Page, memorial: Path
) -> None:
    page.goto((memorial / "index.html").as_uri())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Find a person")).to_be_focused()
    page.keyboard.type("Melnikova")
    page.keyboard.press("Enter")
    expect(page.locator("#hits a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#hits a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Melnikova")


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(
    page: Page, memorial: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in memorial.rglob("*.html"):
        page.goto(path.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path.name


def test_what_a_source_or_a_name_holds_is_never_run(
    page: Page,
    tmp_path: Path,
    now: datetime,
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> None:
    text = f"{HOSTILE} was arrested in {HOSTILE}."
    source = Source(
        SourceId("letter"), {"title": HOSTILE, "author": HOSTILE}, rights=Rights.OPEN
    )
    capture = desk.prose(source, text)
    who = desk.mention(capture, HOSTILE)
    desk.says(who, capture, text, "arrest", where=HOSTILE, what=HOSTILE)
    desk.extracted()
    desk.person(HOSTILE, who)
    publish(desk.archive, tmp_path / "out", now=now)
    for path in (tmp_path / "out").rglob("*.html"):
        page.goto(path.as_uri())
        assert page.title().endswith("Bare")
        assert page.locator("img").count() == 0
    search(page, tmp_path / "out", "alert")
    expect(page.locator("#hits li").first).to_contain_text("onerror")
    assert page.locator("img").count() == 0


@pytest.mark.parametrize(
    ("width", "shown", "hidden"), [(360, "narrow", "wide"), (1280, "wide", "narrow")]
)
def test_a_drawn_sentence_fits_the_window(
    page: Page, tmp_path: Path, width: int, shown: str, hidden: str
) -> None:
    text = "Иван Петров, a printer, was arrested in Kazan on 3 May 1936, " * 4
    said = Statement(
        id=Statement.key(MentionId("me-1"), "arrest", 0, 60, text[:60], "test/1"),
        subject=MentionId("me-1"),
        kind="arrest",
        capture=CaptureId("0" * 64),
        start=0,
        end=60,
        quote=text[:60],
        reader="test/1",
        because="verb “arrested”",
        where="Kazan",
    )
    file = tmp_path / "why.html"
    made = picture_page(explain(said, text, None, {}, lambda _: None))
    file.write_text(made, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(file.as_uri())
    expect(page.locator(f"svg.{shown}")).to_be_visible()
    expect(page.locator(f"svg.{hidden}")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    drawn = page.locator(f"svg.{shown} text").first.bounding_box()
    assert drawn is not None
    assert drawn["height"] > 12
