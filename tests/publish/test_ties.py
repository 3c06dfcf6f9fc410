"""What is only alleged, reported or denied is so on every page that tells of it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from lives.compose.run import run as compose
from lives.model.ids import SourceId
from lives.model.source import Rights, Source
from lives.model.statement import Modality, Role
from lives.model.when import When
from lives.publish.run import publish

TEXT = (
    "Boris Tarkin was accused of the murder of Anna Orlova in 1937.\n\n"
    "It was said that Anna Orlova wrote to Boris Tarkin.\n\n"
    "Anna Orlova was the wife of Boris Tarkin.\n\n"
    "It is untrue that Anna Orlova died in Omsk in 1938.\n"
)
YEAR = When("1938", date(1938, 1, 1), date(1938, 12, 31))


@pytest.fixture
def pages(
    tmp_path: Path,
    now: datetime,
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
) -> dict[str, str]:
    capture = desk.prose(Source(SourceId("a-book"), rights=Rights.OPEN), TEXT)
    anna, boris = (desk.mention(capture, n) for n in ("Anna Orlova", "Boris Tarkin"))
    by, to = (Role(name, boris, "Boris Tarkin") for name in ("by", "other"))
    charged, reported = Modality.CHARGED, Modality.REPORTED
    told = (
        ("the murder of Anna Orlova", "killing", {"modality": charged, "roles": (by,)}),
        ("wrote to", "correspondence", {"modality": reported, "roles": (to,)}),
        ("the wife of", "marriage", {"what": "wife", "roles": (to,)}),
        (
            "died in Omsk in 1938",
            "death",
            {"modality": Modality.NEGATED, "when": YEAR, "where": "Omsk"},
        ),
    )
    for words, kind, fields in told:
        desk.says(anna, capture, words, kind, **fields)
    desk.extracted()
    people = {
        "anna": desk.person("Anna Orlova", anna),
        "boris": desk.person("Boris Tarkin", boris),
    }
    compose(desk.archive)
    out = tmp_path / "out"
    publish(desk.archive, out, now=now)
    files = {"source": "s/a-book.html", "index": "index.html"}
    files |= {name: f"p/{key}.html" for name, key in people.items()}
    return {name: (out / file).read_text("utf-8") for name, file in files.items()}


def test_a_charge_is_one_on_the_page_of_the_accused(pages: dict[str, str]) -> None:
    assert "(killing; only an accusation)" in pages["boris"]


def test_a_report_is_one_on_the_page_of_the_other(pages: dict[str, str]) -> None:
    assert "(reported; no source vouches for it)" in pages["boris"]


def test_what_is_vouched_for_is_told_plainly(pages: dict[str, str]) -> None:
    assert ": wife. " in pages["boris"]


def test_a_page_of_a_source_says_what_is_alleged_or_denied(
    pages: dict[str, str],
) -> None:
    assert "killing (only an accusation)" in pages["source"]
    assert "death (denied)" in pages["source"]


def test_a_denied_death_is_no_year_of_a_life_and_no_linked_data(
    pages: dict[str, str],
) -> None:
    assert "died 1938" not in pages["index"] + pages["anna"]
    assert "deathPlace" not in pages["anna"]
