from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lives.model.ids import SourceId
from lives.model.source import Rights, Source
from lives.publish.run import publish

WRAPPED = (
    "In the spring the letters stopped coming, and those who had written\n"
    "them were not at the addresses they had given. In the summer Anna\n"
    "Orlova was arrested.\n"
)
VERSE = "A first line of verse\nand a second\n"


@pytest.fixture
def shown(
    tmp_path: Path,
    now: datetime,
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> str:
    text = f"{WRAPPED}\n{VERSE}"
    capture = desk.prose(Source(SourceId("a-book"), rights=Rights.OPEN), text)
    anna = desk.mention(capture, "Anna\nOrlova")
    desk.says(anna, capture, "Anna\nOrlova was arrested", "arrest")
    desk.extracted()
    desk.person("Anna Orlova", anna)
    publish(desk.archive, tmp_path / "out", now=now)
    return (tmp_path / "out" / "s" / "a-book.html").read_text(encoding="utf-8")


def test_prose_runs_on_and_verse_keeps_its_lines(shown: str) -> None:
    assert "had written them were not at" in shown
    assert "A first line of verse\nand a second" in shown


def test_words_are_marked_across_the_end_of_a_line(shown: str) -> None:
    assert ">Anna Orlova was arrested</mark>" in shown


def test_a_long_source_has_several_pages_and_each_passage_is_on_one(
    tmp_path: Path,
    now: datetime,
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> None:
    rows = [f"Orlova{n}\t{'x' * 900}\n" for n in range(600)]
    text = "Name\tRest\n" + "".join(rows)
    capture = desk.table(Source(SourceId("a-list"), rights=Rights.OPEN), text)
    named = [desk.mention(capture, f"Orlova{n}\t") for n in range(0, 600, 50)]
    said = [
        desk.says(who, capture, f"Orlova{50 * n}\t", "arrest")
        for n, who in enumerate(named)
    ]
    desk.extracted()
    for who, arrest in zip(named, said, strict=True):
        desk.arrested(desk.person(f"Orlova {who}", who), arrest)
    publish(desk.archive, tmp_path / "out", now=now)
    pages = sorted((tmp_path / "out" / "s").glob("*.html"))
    assert [page.name for page in pages] == [
        "a-list.2.html",
        "a-list.3.html",
        "a-list.html",
    ]
    told = [page.read_text(encoding="utf-8") for page in pages]
    for row in ("row 1<", "row 300<", "row 601<"):
        assert sum(row in page for page in told) == 1
    lives = list((tmp_path / "out" / "p").glob("*.html"))
    assert len(lives) == len(named)
    for life in lives:
        html = life.read_text(encoding="utf-8")
        file, mark = html.split('href="../s/')[1].split('"')[0].split("#")
        assert f'id="{mark}"' in (tmp_path / "out" / "s" / file).read_text()
