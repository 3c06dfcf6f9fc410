"""Dates as people write them, in English and Russian, read into spans of days.

What the words leave open stays open: "1937" is a year, "before 1940" has no beginning,
"early 1931" is an interval with vague ends. Nothing is guessed: a string that is no
date is None, and a day without a year is found, but is no span of days yet.

    12.03.1937           1937-03-12          about 1884           1884~
    March 1937           1937-03             probably 1884        1884?
    spring of 1926       1926-21             since 1911           1911/..
    the 1920s            192X                not later than 1940  ../1940
    early 1931           1931-01~/1931-05~   1921-26              1921/1926
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lives.model.when import When
from lives.reading import dates_grammar as grammar
from lives.reading.dates_edtf import from_edtf
from lives.reading.dates_match import DateFound, date_at
from lives.reading.dates_words import words

__all__ = ["DateFound", "find_dates", "from_edtf", "in_year", "read_date", "words"]

_REACH = 64  # code points before a year or month in which its date may begin
_WORD_START = re.compile(r"(?<!\w)\w")
_OLDEST_BARE_YEAR = 1500  # an unmarked 1200 is more often a count
_BARE_YEAR = re.compile(r"\d{4}")
_NOT_A_YEAR = grammar.vocabulary()["not_a_year"]
_BEFORE = frozenset(_NOT_A_YEAR["before"])
_AFTER = frozenset(_NOT_A_YEAR["after"])
_IN = frozenset(_NOT_A_YEAR["unless"])
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s*$")
_NEXT_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_THE_MONTH = re.compile(r"\bthe\s+\w+$")
_MONEY = re.compile(r"[$€£₤№#]\s?$|\d[,.:]$")
_ALONE = grammar.vocabulary()["month_alone"]
_STARTS_CLAUSE = re.compile(r"(?:^|[.,;:(\[–—\n“\"])\s*(?:and\s+|и\s+)?$")
_ONWARDS = re.compile(r"\s*(?:onwards?|on\b|forward)")
_PREPOSITION = re.compile(r"^(?:in|on|во?)\s+(?=\w)", re.IGNORECASE)
_DIGITS = 4  # a year with anything before it, as "since 1937", is no count
_SIGHT = 24  # code points looked at before and after a number


def read_date(text: str) -> When | None:
    """Read a string that is a date and nothing else.

    Args:
        text: Any form that English and Russian lists and prose use; surrounding space
            and a final full stop or comma allowed.

    Returns:
        The date, or None when the words are no date, or no complete one.

    >>> read_date("5 (17) мая 1884 г.").edtf
    '1884-05-17'
    >>> read_date("31.02.1937") is None
    True
    """
    bare = _PREPOSITION.sub("", text.strip(), count=1).rstrip(",;")
    # A final stop may be the sentence's, or belong to "г." or "O.S.".
    for whole in (bare, bare.removesuffix(".")):
        doubted = whole[-2:-1].isdigit() and whole.endswith("?")
        certain = whole.removesuffix("?") if doubted else whole
        found = date_at(certain, 0, len(certain))
        if found is None or found.end != len(certain) or found.when is None:
            continue
        if doubted:
            return from_edtf(found.when.edtf + "?", written=whole)
        return found.when
    return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateFound]:
    """Find the dates in a stretch of prose, from left to right, not overlapping.

    Numbers that are no dates are left alone: counts, pages, money, percentages, times.

    Args:
        text: The text as read.
        start: Where to begin.
        end: Where to stop; the end of the text if not given.

    >>> [found.written for found in find_dates("On 5 May 1937, p. 1938, about 1940")]
    ['5 May 1937', 'about 1940']
    """
    return list(_found(text, start, len(text) if end is None else end))


def in_year(found: DateFound, year: int, *, inferred: str) -> When | None:
    """Complete a date without a year; None if that year has no such day.

    >>> found = find_dates("On September 4, when")[0]
    >>> in_year(found, 1936, inferred="year of the trial").edtf
    '1936-09-04'
    """
    whole = date_at(found.written, 0, len(found.written), year=year)
    if whole is None or whole.when is None:
        return None
    return replace(whole.when, inferred=inferred)


def _found(text: str, start: int, end: int) -> Iterator[DateFound]:
    free = start  # where the last date ended
    tried = start
    stop = start  # where the paragraph ends; no date goes on into the next
    for anchor in grammar.ANCHOR.finditer(text, start, end):
        if anchor.start() < free:
            continue
        if anchor.start() >= stop:
            stop = text.find("\n\n", anchor.end(), end)
            stop = end if stop < 0 else stop
        low = max(free, tried, anchor.start() - _REACH)
        tried = anchor.start() + 1  # what begins before it has been looked at
        low = max(low, text.rfind("\n\n", low, anchor.start()) + 1)
        for word in _WORD_START.finditer(text, low, anchor.start() + 1):
            found = date_at(text, word.start(), stop)
            if found is None or found.end < anchor.end():
                continue
            found = _without_article(text, found, stop)
            if found is not None and _is_date(text, found):
                free = found.end
                yield found
            break


def _without_article(text: str, found: DateFound, end: int) -> DateFound | None:
    """Take "the" off, and "from" where it tells an origin: "a letter from 1921"."""
    first = found.written.split(maxsplit=1)[0].lower()
    if first in {"the", "в", "во"}:
        return date_at(text, found.start + len(first) + 1, end)
    if first != "from" or not found.open_end:  # Russian "с 1921" is always "since"
        return found
    before = text[max(0, found.start - _SIGHT) : found.start]
    after = text[found.end : found.end + _SIGHT]
    if _STARTS_CLAUSE.search(before) or _ONWARDS.match(after):
        return found
    return date_at(text, found.start + len(first) + 1, end)


def _is_date(text: str, found: DateFound) -> bool:
    """Tell whether the surroundings let a number or word be a date."""
    before = text[max(0, found.start - _SIGHT) : found.start]
    after = text[found.end : found.end + _SIGHT]
    if _MONEY.search(before):
        return False
    last = _LAST_WORD.search(before)
    word = last[1].lower() if last else ""
    if found.months_only:
        return _is_month(found.written, word)
    if not found.years_only:
        return True
    if word in _BEFORE:
        return False
    following = _NEXT_WORDS.match(after)
    dated = word in _IN or found.start < found.end - _DIGITS
    if following and not dated and any(w in _AFTER for w in following.groups() if w):
        return False
    bare = _BARE_YEAR.search(found.written)
    return bare is None or int(bare[0]) >= _OLDEST_BARE_YEAR


def _is_month(written: str, before: str) -> bool:
    """Tell whether a month without day and year is one: "in May", "early May"."""
    letters = written.rstrip(".").lower()
    if _THE_MONTH.search(letters):
        return False  # "after the February" is followed by an event
    introduced = (
        before in _ALONE["after_names" if letters in _ALONE["names"] else "after"]
    )
    capital = written[:1].isupper() or not letters.isascii()
    return (introduced and capital) or " " in letters
