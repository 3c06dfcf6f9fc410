import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.citations import find_citations
from lives.extract.english.dating import date_sentences
from lives.extract.english.event_names import event_names, ordinal
from lives.extract.english.events import find_events
from lives.extract.english.prose import read_prose
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId
from lives.model.passage import Block, TextAsRead

CAPTURE = CaptureId("0" * 64)


def events(text: str) -> list[DatedEvent]:
    read = TextAsRead(text, (Block(0, len(text)),), "test/1")
    prose = read_prose(read)
    cited = [(c.start, c.end) for c in find_citations(prose, CAPTURE)]
    dates = date_sentences(prose, read, "", cited).dates
    return list(find_events(prose, CAPTURE, dates))


def only(text: str) -> DatedEvent:
    (event,) = events(text)
    assert text[event.start : event.end] == event.quote
    return event


@pytest.mark.parametrize(
    ("text", "key", "body", "date"),
    [
        ("The Ninth Congress (March 1920) was long.", "congress 9", "", "1920-03"),
        ("The ninth Party congress in 1920.", "congress 9", "party", "1920"),
        ("At the IX Party Congress, held in 1920, Oto", "congress 9", "party", "1920"),
        ("The 9th Congress of the RCP(b) in 1920.", "congress 9", "party", "1920"),
        (
            "The Third Congress of the Comintern (Moscow, June–July 1921).",
            "congress 3",
            "comintern",
            "1921-06/1921-07",
        ),
        (
            "The Twenty-First Congress met in Kazan in May 1922.",
            "congress 21",
            "",
            "1922-05",
        ),
        ("In May 1922, at the XI Conference, he rose.", "conference 11", "", "1922-05"),
        ("In May 1922, the XI Conference met.", "conference 11", "", "1922-05"),
        ("The Trial of the Nine (May 1931).", "trial of 9", "", "1931-05"),
        ("The May 1931 trial of the Nine shook us.", "trial of 9", "", "1931-05"),
        ("The Kazan uprising of 1921 failed.", "uprising kazan", "", "1921"),
        ("The rising in Kazan broke out in 1921.", "uprising kazan", "", "1921"),
        ("The battle of the River Arga in 1811.", "battle arga", "", "1811"),
        ("The second battle of Arga in 1811.", "battle 2 arga", "", "1811"),
        ("A delegate to the IX Congress in 1920, he", "congress 9", "", "1920"),
        (
            "The IX Congress of the Miners' Union (MU) in 1920.",
            "congress 9",
            "miners' union",
            "1920",
        ),
        ("In May 1922, at the “Battle of Arga”, he", "battle arga", "", "1922-05"),
        (
            "The IX Congress was held in the Long Hall in Kazan from 2 to 4 May 1920.",
            "congress 9",
            "",
            "1920-05-02/1920-05-04",
        ),
        ("The Treaty of Kazan, signed in May 1922.", "treaty kazan", "", "1922-05"),
    ],
)
def test_an_event_and_its_date(text: str, key: str, body: str, date: str) -> None:
    event = only(text)
    assert (event.key, event.body, event.when.edtf) == (key, body, date)


@pytest.mark.parametrize(
    "text",
    [
        "The tenth anniversary of the Kazan uprising in 1931 was marked.",
        "The Kazan Uprising Museum opened in 1931.",
        "His Report to the Ninth Congress (1921) sold well.",
        "After the Ninth Congress in 1921 he left.",
        "He had been arrested before the Ninth Congress, in 1919.",
        "The Ninth Congress elected him, and in 1922 he was ill.",
        "The Ninth Congress had pleased him until 1922.",
        "The Ninth Congress was to be held in 1922.",
        "The Ninth Congress met about 1920.",
        "The Ninth Congress was remembered.",
        "He spoke at the first conference in 1920.",
        "The Fourth International conference of 1938 was small.",
        "The trial of the nine men in 1931 was short.",
        "The October uprising of 1920 failed.",
        "There was peace in Kazan in 1922.",
        "Ivan met nine men in 1922.",
    ],
)
def test_what_only_speaks_of_an_event_dates_none(text: str) -> None:
    assert events(text) == []


def test_a_date_of_the_context_dates_no_event() -> None:
    text = "He came in 1921. In May the Ninth Congress met."
    assert events(text) == []
    assert only(text.replace("In May", "In May 1921")).when.edtf == "1921-05"


def test_the_words_hold_name_and_date_and_nothing_more() -> None:
    text = "Oto saw the Ninth Party Congress (Moscow, May 1920) open."
    assert only(text).quote == "the Ninth Party Congress (Moscow, May 1920)"
    assert only(text).name == "Ninth Party Congress"


@given(st.integers(1, 59))
def test_a_number_is_the_same_in_every_script(number: int) -> None:
    tens = {5: "fifty", 4: "forty", 3: "thirty", 2: "twenty"}
    roman = "L" * (number // 50)
    rest = number % 50
    roman += "XL" if rest >= 40 else "X" * (rest // 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    roman += units[rest % 10]
    assert ordinal(roman) == ordinal(f"{number}th") == number
    if number > 20 and number % 10:
        unit = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
        named = (*unit, "eighth", "ninth")[number % 10 - 1]
        assert ordinal(f"{tens[number // 10].title()}-{named}") == number


def test_names_do_not_overlap() -> None:
    text = "the Second Congress of the Third International, the Siege of Old Kazan"
    found = event_names(text, 0, len(text))
    assert [n.kind for n in found] == ["congress", "siege"]
    assert found[0].end <= found[1].start
