"""Dates told through other dates: "the same year", "three months later"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Final

from lives.extract.english import dating_relative_grammar as grammar
from lives.extract.english.dating_counting import (
    between,
    day_of,
    month_of,
    part_of,
    season_of,
    stepped,
)
from lives.model.when import When
from lives.reading.dates import DateFound, from_edtf, in_year
from lives.reading.dates_grammar import MONTHS, SEASONS
from lives.reading.numbers import read_number

_LONGEST = 550  # a date vaguer than a year and a half anchors nothing
_BACK, _FORTH = timedelta(days=90), timedelta(days=275)
_WAYS: Final = {"same": 0, "next": 1, "previous": -1}
_VAGUE: Final = (
    int(grammar.TABLE["counts"]["vague_from"]),
    int(grammar.TABLE["counts"]["vague_to"]),
)
_MONTH_DAYS = 31
_CLAUSE = 60  # code points between a deed and its date
_BREAKS = re.compile(r"[.;:()]|\band\b")
_HALVES: Final = {"year": ("month", 6), "decade": ("year", 5), "month": ("week", 2)}

Count = Callable[[When], str | None]


@dataclass(frozen=True, slots=True)
class Relative:
    """Words that tell a date through another one.

    Attributes:
        start: First code point.
        end: One past the last.
        written: The words.
        tell: What it makes of the other date: EDTF, or None where that is too vague.
        year: It tells a year and nothing finer: "the following year".
        deed: The deed to count from: "arrest"; "" for the date told last.
    """

    start: int
    end: int
    written: str
    tell: Count
    year: bool = False
    deed: str = ""


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date with its place.

    Attributes:
        start: First code point of its words in the text as read.
        end: One past the last.
        when: The date, complete; `When.inferred` tells what the words left out.
        head: It stands at the head of an entry of a chronology.
    """

    start: int
    end: int
    when: When
    head: bool = False


def find_relative(text: str, start: int, end: int) -> list[Relative]:
    """Find what tells a date through another one, from left to right.

    Of words that overlap, those that begin first, and of these the longest, are kept.
    """
    found = [
        Relative(match.start(), match.end(), match.group(), tell, year, deed)
        for pattern, read in _READERS
        for match in pattern.finditer(text, start, end)
        for tell, year, deed in read(match)
    ]
    found.sort(key=lambda words: (words.start, -words.end))
    kept: list[Relative] = []
    for words in found:
        if not kept or words.start >= kept[-1].end:
            kept.append(words)
    return kept


def find_feasts(text: str, start: int, end: int) -> list[DateFound]:
    """Find days that have a name and a year: "Christmas Eve 1936"."""
    found = []
    for match in grammar.FEAST.finditer(text, start, end):
        day = grammar.FEASTS[_plain(match["feast"])]
        when = from_edtf(f"{match['year']}-{day}", written=match.group())
        if when is not None:
            found.append(DateFound(match.start(), match.end(), match.group(), when))
    return found


def date_of_deed(
    text: str, words: Relative, told_before: Sequence[DateInText]
) -> When | None:
    """Return the date of the deed that words count from, if it was told before them.

    It is told where a verb or noun of the deed stands in one clause with one date.
    """
    first = max(told_before[0].start - _CLAUSE, 0) if told_before else words.start
    found = list(grammar.deed_words(words.deed).finditer(text, first, words.start))
    for deed in reversed(found):
        near = [d.when for d in told_before if _in_one_clause(text, deed.span(), d)]
        if near:
            return near[0] if len(near) == 1 and anchors(near[0]) else None
    return None


def _in_one_clause(text: str, deed: tuple[int, int], date: DateInText) -> bool:
    first, last = min(deed[1], date.end), max(deed[0], date.start)
    return last - first < _CLAUSE and not _BREAKS.search(text[first:last])


def anchors(when: When) -> bool:
    """Tell whether other dates may be counted from this one."""
    return when.days is not None and when.days <= _LONGEST and not when.approximate


def year_alone(when: When) -> When | None:
    """Return the year of a date too vague to count from: of "early in 1979", 1979."""
    first, last = when.earliest, when.latest
    if first is None or last is None or first.year != last.year:
        return None
    return from_edtf(str(first.year), written=when.written)


def resolved(words: Relative, anchor: When) -> When | None:
    """Count from an anchor; None where it is not exact enough.

    >>> from lives.reading.dates import read_date
    >>> later = find_relative("Two months later he fled.", 0, 25)[0]
    >>> resolved(later, read_date("12 March 1937")).edtf
    '1937-05'
    """
    try:
        edtf = words.tell(anchor)
    except (ValueError, OverflowError):  # years that no calendar has
        return None
    reason = f"“{' '.join(words.written.split())}”, counted from {told(anchor)}"
    return from_edtf(edtf, written=words.written, inferred=reason) if edtf else None


def completed(
    found: DateFound, anchor: When, *, following: bool = False, back: bool = False
) -> When | None:
    """Give a date without a year the year that an earlier date suggests.

    Args:
        found: A day and month, or a month.
        anchor: The earlier date.
        following: The words say "the following March".
        back: They tell what had happened before the anchor.

    Returns:
        The date within the anchor's span if there is one such day; else the nearest,
        where a narrative may go back three months or on by nine.
    """
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None:
        return None
    reason = f"year from {told(anchor)}"
    around = range(first.year - 1, last.year + 2)
    whens = [in_year(found, year, inferred=reason) for year in around]
    whole = [w for w in whens if w and w.latest]
    if following:
        return next((w for w in whole if w.earliest and w.earliest > last), None)
    if back and (anchor.days or 0) <= _MONTH_DAYS:
        return next((w for w in reversed(whole) if not anchor.before(w)), None)
    inside = [w for w in whole if w.earliest and w.agrees_with(anchor)]
    if inside:
        return inside[0] if len(inside) == 1 else None
    if (anchor.days or 0) > _MONTH_DAYS:  # "earlier that year ... in December"
        whole.sort(key=lambda w: (w.latest or last).year not in {first.year, last.year})
    for when in whole:
        day = when.earliest or when.latest
        if day and first - _BACK <= day <= last + _FORTH:
            return when
    return None


def told(when: When) -> str:
    """Name a date in a reason."""
    return f"“{' '.join(when.written.split())}”" if when.written else when.edtf


def year_of(when: When, following: When) -> When | None:
    """Mark a date as having its year from the date that follows it."""
    return replace(when, inferred=f"year from {told(following)}, which follows")


# --- what a match of each pattern says: how to count, whether a year, whose deed ------

Read = tuple[Count, bool, str]


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _number(words: str) -> int | None:
    if words.lower() in {"a", "an"}:
        return 1
    number = read_number(words.lower())
    return number if isinstance(number, int) else None


def _counted(match: re.Match[str]) -> Iterator[Read]:
    """Read "two months later", "less than a year later", "a few days earlier"."""
    way = grammar.DIRECTIONS[_plain(match["way"] or match["stopped"])]
    sign = -1 if way.endswith("earlier") else 1
    unit = grammar.UNITS[_plain(match["unit"] or match["unit_v"] or match["unit_h"])]
    hedge = grammar.COUNTS.get(_plain(match["hedge"] or ""), "")
    if match["vague"]:
        if unit not in {"year", "decade", "fortnight"}:
            low, high = sorted((sign * _VAGUE[0], sign * _VAGUE[1]))
            yield partial(between, unit=unit, low=low, high=high), False, ""
        return
    count = 1 if match["half"] else _number(match["count"])
    if count is None or hedge == "beyond":
        return
    unit, count = _halved(match, unit, count)
    if hedge == "within":
        low, high = sorted((0, sign * count))
        yield partial(between, unit=unit, low=low, high=high), False, ""
    elif unit:
        about = hedge == "about"
        tell = partial(stepped, unit=unit, step=sign * count, about=about)
        yield tell, unit == "year" and not about, ""


def _halved(match: re.Match[str], unit: str, count: int) -> tuple[str, int]:
    """Return unit and count of "half a year", "a year and a half"."""
    if match["half"]:
        return _HALVES.get(unit, ("", 0))
    if match["and_half"] or match["half_more"]:
        smaller, half = _HALVES.get(unit, ("", 0))
        return smaller, 2 * half * count + half
    return unit, count


def _elapsed(match: re.Match[str]) -> Iterator[Read]:
    """Read "within a year" and "after two years,"."""
    unit, count = grammar.UNITS[_plain(match["unit"])], _number(match["count"])
    if count is None:
        return
    if match["within"]:
        yield partial(between, unit=unit, low=0, high=count), False, ""
    else:
        yield partial(stepped, unit=unit, step=count), unit == "year", ""


def _pointed(match: re.Match[str]) -> Iterator[Read]:
    """Read "that same evening", "later that year", "the following spring"."""
    if match["phrase"]:
        unit, step = grammar.PHRASES[_plain(match["phrase"])]
        yield partial(stepped, unit=unit, step=step), unit == "year", ""
        return
    if match["part_of"]:
        unit, part = _plain(match["unit_of"]), grammar.PARTS[_plain(match["part_of"])]
        yield partial(part_of, unit=unit, step=0, part=part), False, ""
        return
    pointer = match["pointer"] or match["pointer_s"] or match["pointer_m"]
    step = _WAYS[grammar.POINTING[_plain(pointer)]]
    if match["season"]:
        season = SEASONS[match["season"].lower()]
        yield partial(season_of, season=season, step=step), False, ""
    elif match["month"]:
        month = MONTHS[match["month"].lower()]
        yield partial(month_of, month=month, step=step), False, ""
    else:
        yield from _unit(match, grammar.POINTED[_plain(match["unit"])], step)


def _unit(match: re.Match[str], unit: str, step: int) -> Iterator[Read]:
    if match["season_of"]:
        if unit == "year":
            season = SEASONS[match["season_of"].lower()]
            tell = partial(season_of, season=season, step=None if step else 0)
            yield partial(tell, years=step), False, ""
    elif match["part"]:
        if unit in {"year", "month"}:
            part = grammar.PARTS[_plain(match["part"])]
            yield partial(part_of, unit=unit, step=step, part=part), False, ""
    else:
        yield partial(stepped, unit=unit, step=step), unit == "year", ""


def _season(match: re.Match[str]) -> Iterator[Read]:
    season = SEASONS[match["season"].lower()]
    yield partial(season_of, season=season, step=None), False, ""


def _ordinal(match: re.Match[str]) -> Iterator[Read]:
    yield partial(day_of, day=int(match["day"])), False, ""


def _deed(match: re.Match[str]) -> Iterator[Read]:
    """Read "two months after his arrest", "on the eve of the trial"."""
    noun = match["deed"].lower()
    if not grammar.is_deed(noun):
        return
    if match["same"]:
        step = -1 if match["same"].lower() == "eve" else 0
        yield partial(stepped, unit="day", step=step), False, noun
        return
    count = 1 if match["one"] else _number(match["count"])
    unit = grammar.UNITS[_plain(match["unit"] or match["one"])]
    if count is not None:
        step = -count if match["way"].lower() == "before" else count
        yield partial(stepped, unit=unit, step=step), unit == "year", noun


_READERS: Final = (
    (grammar.DEED, _deed),
    (grammar.COUNTED, _counted),
    (grammar.ELAPSED, _elapsed),
    (grammar.POINTED_AT, _pointed),
    (grammar.SEASON, _season),
    (grammar.ORDINAL, _ordinal),
)
