"""Dates of events against each other: tables of cases, with made-up bodies."""

from lives.compose.events import event_conflicts
from lives.compose.surroundings import Surroundings
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId
from lives.model.life import Conflict, Severity
from lives.reading.dates import read_date


def said(book: str, kind: str, which: str, date: str, *, body: str = "") -> DatedEvent:
    when = read_date(date)
    assert when is not None
    key = f"{book} {kind} {which} {date} {body}"
    place = (key, CaptureId(book), 0, 1, "words")
    return DatedEvent(*place, f"the {which} {kind}", kind, which, body, when)


def conflicts(*events: DatedEvent) -> list[Conflict]:
    books = {CaptureId(b): f"Book {b.upper()}" for b in "abc"}
    witness = {CaptureId(b): b for b in "abc"}
    return list(event_conflicts(events, Surroundings(witness, books, {}, {}, ())))


def severities(*events: DatedEvent) -> list[Severity]:
    return [conflict.severity for conflict in conflicts(*events)]


def test_one_text_that_dates_a_congress_twice_contradicts_itself() -> None:
    (found,) = conflicts(
        said("a", "congress", "9", "October 1921"),
        said("a", "congress", "9", "March 1920"),
    )
    assert found.severity is Severity.VALUES
    assert found.about == "9th Congress: date"
    assert found.person == ""
    assert found.words == (
        "Different dates of the 9th Congress: March 1920 (Book A) and "
        "October 1921 (Book A)."
    )
    assert len(found.events) == 2


def test_what_says_less_or_nearly_the_same_is_no_contradiction() -> None:
    assert not conflicts(
        said("a", "congress", "9", "1920"),
        said("b", "congress", "9", "March 1920"),
        said("a", "congress", "9", "28 March 1920"),
        said("b", "congress", "9", "10 April 1920"),
    )
    assert conflicts(
        said("a", "congress", "9", "28 March 1920"),
        said("a", "congress", "9", "10 June 1920"),
    )


def test_a_congress_and_a_conference_of_one_number_may_be_two() -> None:
    congress = said("a", "congress", "9", "October 1921")
    assert severities(congress, said("a", "conference", "9", "March 1920")) == [
        Severity.TWO_EVENTS
    ]
    assert not severities(congress, said("b", "conference", "9", "March 1920"))
    assert not severities(congress, said("a", "conference", "8", "March 1920"))


def test_bodies_count_each_their_own() -> None:
    party = said("a", "congress", "5", "May 1920", body="party")
    assert not severities(party, said("a", "congress", "5", "May 1921", body="miners"))
    assert severities(party, said("b", "congress", "5", "May 1929", body="party")) == [
        Severity.VALUES
    ]
    assert severities(party, said("b", "congress", "5", "May 1921")) == [
        Severity.TWO_EVENTS
    ]
    assert not severities(party, said("a", "congress", "5", "May 1929"))


def test_a_bare_name_is_of_the_body_that_its_text_dates_alike() -> None:
    assert not severities(
        said("a", "congress", "5", "1920"),
        said("a", "congress", "5", "May 1920", body="miners"),
        said("a", "congress", "5", "May 1921", body="party"),
    )


def test_places_rise_more_than_once() -> None:
    first = said("a", "uprising", "kazan", "May 1920")
    assert not severities(first, said("b", "uprising", "kazan", "May 1861"))
    assert severities(first, said("b", "uprising", "kazan", "May 1921")) == [
        Severity.VALUES
    ]


def test_passages_that_share_an_opponent_are_one_disagreement() -> None:
    (found,) = conflicts(
        said("a", "battle", "arga", "1811"),
        said("b", "battle", "arga", "1811"),
        said("c", "battle", "arga", "1813"),
    )
    assert len(found.events) == 3
    assert found.words.endswith("1811 (Book A and Book B) and 1813 (Book C).")
