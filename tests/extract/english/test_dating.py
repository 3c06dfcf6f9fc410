from collections.abc import Iterator
from pathlib import Path

import pytest

from lives.extract.english.dating import Dating, date_sentences
from lives.extract.english.prose import read_prose
from lives.model.passage import Block, BlockForm, TextAsRead


def dated(*paragraphs: str, written: str = "") -> tuple[str, Dating]:
    """Date a document; a paragraph that begins with # is a heading."""
    text, blocks = "", []
    for paragraph in paragraphs:
        words = paragraph.removeprefix("# ")
        form = BlockForm.PARAGRAPH if words == paragraph else BlockForm.HEADING
        blocks.append(Block(len(text), len(text) + len(words), form))
        text += words + "\n\n"
    read = TextAsRead(text, tuple(blocks), "test/1")
    return text, date_sentences(read_prose(read), read, written)


def told(*paragraphs: str, written: str = "") -> list[tuple[str, str]]:
    text, dating = dated(*paragraphs, written=written)
    return [(text[d.start : d.end], d.when.edtf) for d in dating.dates]


def test_a_day_takes_its_year_from_the_nearest_date_before_it() -> None:
    assert told("She was arrested in 1936. On 4 September she was tried.") == [
        ("1936", "1936"),
        ("4 September", "1936-09-04"),
    ]


def test_a_narrative_runs_over_the_turn_of_the_year() -> None:
    found = told("He fled on 3 December 1936. On 4 January he was caught.")
    assert found[-1] == ("4 January", "1937-01-04")


def test_an_inferred_date_says_what_it_was_inferred_from() -> None:
    _, dating = dated("She came in 1936. On 4 September she left.")
    assert dating.dates[0].when.inferred == ""
    assert dating.dates[1].when.inferred == "year from “1936”"


@pytest.mark.parametrize(
    "text",
    [
        "On 4 September she was tried.",
        "She lived there in the 1920s. On 4 September she was tried.",
        "A member since 1911, he was tried on 4 September.",
        "From 1930 to 1936 he was abroad. On 4 September he was tried.",
        "Two years later he died.",
        "The next day he died.",
        "He fell ill in 1936. The next day he died.",
        "He came in 1936. The day before his arrest he wrote.",
        "He came in 1936. After two years in prison he wrote.",
    ],
)
def test_what_the_context_does_not_settle_stays_undated(text: str) -> None:
    _, dating = dated(text)
    assert [d for d in dating.dates if d.when.inferred] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Arrested in March 1936, he was tried that same year.", "1936"),
        ("Arrested in March 1936, he was tried the following year.", "1937"),
        ("Arrested in March 1936, he was tried three years later.", "1939"),
        ("Arrested in March 1936, he was tried two months later.", "1936-05"),
        ("Arrested in 1935. After 14 months, he was tried.", "1936-03/1937-02"),
        ("Arrested on 31 March 1936, he died the next day.", "1936-04-01"),
        ("Arrested on 31 March 1936, he died ten days later.", "1936-04-10"),
        ("Arrested on 1 March 1936, he died two weeks later.", "1936-03-15~"),
        ("Arrested in July 1936, he was tried the following March.", "1937-03"),
        ("Tried in June 1936. The year before, he had fled.", "1935"),
    ],
)
def test_a_relative_date_is_counted_as_exactly_as_its_anchor_allows(
    text: str, edtf: str
) -> None:
    _, dating = dated(text)
    assert dating.dates[-1].when.edtf == edtf
    assert dating.dates[-1].when.inferred


def test_the_date_that_follows_gives_its_year_to_the_one_before() -> None:
    found = told("In 1930 he wrote. He was tried on 5 March and 7 May 1937.")
    assert found[1:] == [("5 March", "1937-03-05"), ("7 May 1937", "1937-05-07")]


def test_a_section_begins_anew_and_its_heading_gives_the_year() -> None:
    found = told("He came in 1930.", "# 1937", "On 5 March he was arrested.")
    assert found[-1] == ("5 March", "1937-03-05")


def test_a_sentence_without_a_date_is_anchored_in_its_paragraph_only() -> None:
    _, dating = dated(
        "He came in 1930. He stayed.", "He left.", "# In 1937", "He died."
    )
    anchors = [dating.anchor(i) for i in range(5)]
    assert [when.edtf if when else None for when in anchors] == [
        None, "1930", None, None, "1937",
    ]  # fmt: skip
    assert anchors[1] is not None
    assert anchors[1].inferred == "date of an earlier sentence, “1930”"
    assert dating.certain == (False,) * 5


def test_each_entry_of_a_chronology_is_dated_by_its_head() -> None:
    _, dating = dated(
        "1927, November 14: He is expelled. In 1917 he had led the city.\n"
        "18 January 1926 – Exile. He is ill.\n"
        "3 February: He writes.",
    )
    anchors = [dating.anchor(i) for i in range(len(dating.anchored))]
    assert [when.edtf if when else None for when in anchors] == [
        "1927-11-14", "1927-11-14", "1926-01-18", "1926-01-18", "1926-02-03",
    ]  # fmt: skip
    assert set(dating.certain) == {True}
    assert [d.head for d in dating.dates] == [True, False, True, True]


def test_a_letter_gives_its_year_and_a_book_does_not() -> None:
    text = "They searched us on 28 December."
    assert told(text, written="1937-01-05") == [("28 December", "1936-12-28")]
    assert told(text, written="1937") == []


def test_the_year_of_a_work_cited_dates_nothing() -> None:
    text = "He fled (Serge, Memoirs, 1951). On 5 May he wrote."
    read = TextAsRead(text, (Block(0, len(text)),), "test/1")
    cited = [(text.index("("), text.index(")") + 1)]
    assert date_sentences(read_prose(read), read, "", cited).dates == ()


def table() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of `dates.txt` with the dates they tell, in EDTF."""
    lines = (Path(__file__).parent / "dates.txt").read_text("utf-8").splitlines()
    for line in lines:
        text, arrow, dates = line.partition(" -> ")
        if arrow and not line.startswith("#"):
            yield text, [] if dates == "-" else dates.split()


@pytest.mark.parametrize(("text", "dates"), list(table()))
def test_every_way_to_tell_a_date_is_read(text: str, dates: list[str]) -> None:
    assert [edtf for _, edtf in told(text)] == dates
