from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from lives.model.claim import AggregateClaim, Citation
from lives.model.ids import CaptureId, SourceId
from lives.model.source import Rights, Source
from lives.model.when import When
from lives.publish.gate import IN_FULL, LIVING
from lives.publish.remarks import check_words, number_words
from lives.publish.run import publish

TEXT = (
    "Anna Orlova was arrested. Of the forty carpenters thirty were sent north "
    "(Pavel Zimin, The Long Road, Omsk, 2019). Anna Orlova was shot in 1937."
)
COUNTED = "Of the forty carpenters thirty were sent north"
CITED = "(Pavel Zimin, The Long Road, Omsk, 2019)"
BORN = When("1990", date(1990, 1, 1), date(1990, 12, 31))


def claim(**told: Any) -> AggregateClaim:  # noqa: ANN401  # the fields of a claim
    return AggregateClaim("ag-1", CaptureId("0"), 0, 1, "", **told)


@pytest.fixture
def page(
    tmp_path: Path,
    now: datetime,
    desk: Any,  # noqa: ANN401  # the class is in conftest.py
    request: pytest.FixtureRequest,
) -> str:
    rights, living = request.param
    source = Source(SourceId("a-book"), rights=rights, language="en")
    capture = desk.prose(source, TEXT)
    anna = desk.mention(capture, "Anna Orlova")
    desk.says(anna, capture, "Anna Orlova was shot in 1937", "execution")
    pavel = desk.mention(capture, "Pavel Zimin") if living else None
    if pavel:
        desk.says(pavel, capture, TEXT, "birth", when=BORN)
    a, b = TEXT.index(COUNTED), TEXT.index(CITED)
    desk.found[capture] += [
        AggregateClaim(
            "ag-1",
            capture,
            a,
            a + len(COUNTED),
            COUNTED,
            "forty carpenters",
            30,
            40,
            check="agrees: 30 of 40 is 75.0%",
        ),
        Citation(
            "ci-1",
            capture,
            b,
            b + len(CITED),
            CITED,
            {"author": "Zimin, Pavel", "title": "The Long Road", "issued": "2019"},
        ),
    ]
    desk.extracted()
    desk.person("Anna Orlova", anna)
    if pavel:
        desk.person("Pavel Zimin", pavel)
    publish(desk.archive, tmp_path / "out", now=now)
    files = (tmp_path / "out" / "data").glob("*.jsonl")
    data = "".join(path.read_text(encoding="utf-8") for path in files)
    html = (tmp_path / "out" / "s" / "a-book.html").read_text(encoding="utf-8")
    return html + data


@pytest.mark.parametrize(
    "page", [(r, False) for r in Rights if r is not Rights.CLOSED], indirect=True
)
def test_a_number_and_a_work_stand_below_the_text_and_open_their_words(
    page: str,
) -> None:
    assert "Numbers this source gives about groups" in page
    assert "Works it cites" in page
    for key, words in (("ag-1", COUNTED), ("ci-1", CITED)):
        assert f'<a href="#{key}"><q lang="en">{words}</q></a>' in page
        assert f'<span id="{key}"><mark data-of="{key}">{words}</mark></span>' in page
    assert "30 of 40 is 75.0%; these words give no percentage." in page
    assert "<cite><bdi>The Long Road</bdi></cite>" in page


@pytest.mark.parametrize("page", [(Rights.QUOTATION, False)], indirect=True)
def test_beside_what_is_quoted_nothing_is_shown(page: str) -> None:
    assert Rights.QUOTATION not in IN_FULL
    assert "was arrested" not in page


@pytest.mark.parametrize("page", [(Rights.CLOSED, False)], indirect=True)
def test_of_a_closed_source_the_number_is_told_and_no_word(page: str) -> None:
    assert "Read as 30 of 40" in page
    assert 'id="ag-1"' in page
    for words in ("carpenters", "sent north", CITED):
        assert words not in page


@pytest.mark.parametrize("page", [(Rights.OPEN, True)], indirect=True)
def test_no_reference_names_whom_the_gate_withholds(page: str) -> None:
    assert "Zimin" not in page
    assert f'<q lang="en">([{LIVING}], The Long Road, Omsk, 2019)</q>' in page
    assert "Read as <" not in page  # a reference might name in another form


def test_what_arithmetic_finds_is_said_in_words() -> None:
    wrong = claim(count=3, total=4, percent=60.0, check="disagrees: 3 of 4 is 75%")
    assert check_words(wrong).startswith("The numbers do not agree")
    assert check_words(claim(count=3)) == ""


def test_a_number_that_is_no_exact_one_says_so() -> None:
    assert number_words(claim(count=1500, approx=True)).startswith("1,500, not as")
    assert number_words(claim(percent=70.5)) == "70.5%"
    assert number_words(claim(group="many of the carpenters")) == ""
