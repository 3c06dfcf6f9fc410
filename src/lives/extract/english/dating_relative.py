"""Dates told through other dates: "the same year", "three months later"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from lives import packaged
from lives.model.when import When
from lives.reading.dates import DateFound, from_edtf, in_year
from lives.reading.numbers import read_number

_WORDS: Final = packaged.table("lives.extract.english", "data/relative_dates.toml")
_UNITS: Final = {w: unit for unit, words in _WORDS["units"].items() for w in words}
_STEPS: Final = {
    phrase: (unit, step)
    for key, step in (("same", 0), ("next", 1), ("previous", -1))
    for unit, phrases in _WORDS[key].items()
    for phrase in phrases
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COUNT = r"(?:(?:a\s+)?(?:[a-z]+-)?[a-z]+|\d{1,3})"
_PHRASES = "|".join(sorted(_STEPS, key=len, reverse=True)).replace(" ", r"\s+")
# "The day before" tells a date; "the day before his arrest" counts from an arrest.
_NOT_MEASURED = rf"(?!\s+(?:{'|'.join(_WORDS['measured']['from'])})\b)"
_RELATIVE = re.compile(
    rf"""\b(?:
        (?P<later>{_COUNT})\s+(?P<unit>{_UNIT})\s+(?:later|afterwards?)\b(?!\s+than\b)
      | after\s+(?:another\s+)?(?P<after>{_COUNT})\s+(?P<unit2>{_UNIT})(?=[,.;)])
      | (?P<phrase>{_PHRASES})\b(?P<far>{_NOT_MEASURED})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# The longest span an exact enough date may have, in days.
_EXACT = {"year": 366, "month": 31, "week": 7, "day": 1}
_LONGEST = 550  # a date vaguer than a year and a half anchors nothing
_BACK, _FORTH = timedelta(days=90), timedelta(days=275)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Relative:
    """Words that tell a date through another one.

    Attributes:
        start: First code point.
        end: One past the last.
        written: The words.
        unit: ``year``, ``month``, ``week`` or ``day``.
        step: How many units later; negative for earlier.
    """

    start: int
    end: int
    written: str
    unit: str
    step: int


def find_relative(text: str, start: int, end: int) -> Iterator[Relative]:
    """Yield what tells a date through another one, from left to right."""
    for match in _RELATIVE.finditer(text, start, end):
        if match["phrase"]:
            unit, step = _STEPS[" ".join(match["phrase"].lower().split())]
        else:
            unit = _UNITS[(match["unit"] or match["unit2"]).lower()]
            told = (match["later"] or match["after"]).lower()
            number = 1 if told in {"a", "an"} else read_number(told)
            if not isinstance(number, int):
                continue
            step = number
        yield Relative(match.start(), match.end(), match.group(), unit, step)


def anchors(when: When) -> bool:
    """Tell whether other dates may be counted from this one."""
    return when.days is not None and when.days <= _LONGEST and not when.approximate


def resolved(words: Relative, anchor: When) -> When | None:
    """Count from an anchor; None where it is not exact enough.

    >>> from lives.reading.dates import read_date
    >>> later = next(find_relative("Two months later he fled.", 0, 25))
    >>> resolved(later, read_date("12 March 1937")).edtf
    '1937-05'
    """
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None or anchor.days is None:
        return None
    if words.unit == "year":
        edtf = _years(first.year + words.step, last.year + words.step)
    elif words.unit == "month":
        if words.step == 0 and anchor.days > _EXACT["month"]:
            return None
        edtf = _months(first, last, words.step)
    elif anchor.days > _EXACT[words.unit]:
        return None
    elif words.unit == "week":
        edtf = f"{first + timedelta(weeks=words.step)}~"
    else:
        edtf = f"{first + timedelta(days=words.step)}"
    reason = f"“{' '.join(words.written.split())}”, counted from {told(anchor)}"
    return from_edtf(edtf, written=words.written, inferred=reason)


def completed(found: DateFound, anchor: When, *, following: bool) -> When | None:
    """Give a date without a year the year that an earlier date suggests.

    Args:
        found: A day and month, or a month.
        anchor: The earlier date.
        following: The words say "the following March".

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
    whole = [w for w in whens if w and w.earliest and w.latest]
    if following:
        return next((w for w in whole if w.earliest and w.earliest > last), None)
    inside = [w for w in whole if w.agrees_with(anchor)]
    if inside:
        return inside[0] if len(inside) == 1 else None
    for when in whole:
        if when.earliest and first - _BACK <= when.earliest <= first + _FORTH:
            return when
    return None


def told(when: When) -> str:
    """Name a date in a reason."""
    return f"“{' '.join(when.written.split())}”" if when.written else when.edtf


def year_of(when: When, following: When) -> When | None:
    """Mark a date as having its year from the date that follows it."""
    return replace(when, inferred=f"year from {told(following)}, which follows")


def _years(first: int, last: int) -> str:
    return f"{first:04}" if first == last else f"{first:04}/{last:04}"


def _months(first: date, last: date, step: int) -> str:
    one, two = _shifted(first, step), _shifted(last, step)
    return one if one == two else f"{one}/{two}"


def _shifted(day: date, months: int) -> str:
    number = day.year * _DECEMBER + day.month - 1 + months
    year, month = divmod(number, _DECEMBER)
    monthrange(year, month + 1)  # refuses years that no calendar has
    return f"{year:04}-{month + 1:02}"
