"""EDTF (ISO 8601-2) strings, and the days that each of them allows.

The days follow from the string alone, by one rule, so that a date means the same
wherever it was read. The tilde ("about") widens by two years, one month or five days,
according to how precise the date is.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from lives.model.when import Calendar, When

YEARS_ABOUT = 2
DAYS_ABOUT = 5

POINT: Final = re.compile(r"(\d{3}X|\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_MONTH, _DAY = 2, 3
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24
_DECEMBER = 12

Span = tuple[date | None, date | None]


def days_of(edtf: str) -> Span | None:
    """Return the first and last day that an EDTF date allows.

    Args:
        edtf: A day, month, season, year or decade, with ``~`` or ``?``, or an interval
            of two of them, either end of which may be ``..``.

    Returns:
        Both days inclusive, proleptic Gregorian, None for an open end; or None when
        the string is no such date.

    >>> [str(day) for day in days_of("1924~")]
    ['1922-01-01', '1926-12-31']
    """
    try:
        if "/" not in edtf:
            return _point(edtf)
        first, last = edtf.split("/")
        one, two = _end(first), _end(last)
    except (ValueError, OverflowError):  # no such day, or a third end
        return None
    if one is None or two is None or (first, last) == ("..", ".."):
        return None
    start, stop = one[0], two[1]
    if first.endswith("~") and last.endswith("~"):
        start, stop = _inside_whole(first, last, start, stop)
    return None if start and stop and start > stop else (start, stop)


def from_edtf(
    edtf: str,
    *,
    written: str = "",
    calendar: Calendar = Calendar.GREGORIAN,
    inferred: str = "",
) -> When | None:
    """Make a date of an EDTF string; None when it is none."""
    span = days_of(edtf)
    if span is None:
        return None
    return When(edtf, span[0], span[1], written, calendar, inferred)


def julian_day(year: int, month: int, day: int) -> date | None:
    """Turn a day of the Julian calendar into the Gregorian one.

    >>> julian_day(1917, 10, 25)
    datetime.date(1917, 11, 7)
    """
    leap = year % 4 == 0
    # A month is as long in both calendars, but for February of 1700, 1800, 1900.
    longest = 29 if month == _MONTH and leap else month_end(2001, month)
    if not 1 <= day <= longest:
        return None
    y, m = (year - 1, month + 12) if month <= _MONTH else (year, month)
    # Meeus: the Julian day number, less the day number of 0001-01-01 Gregorian.
    number = int(365.25 * (y + 4716)) + int(30.6001 * (m + 1)) + day - 1524
    return date.fromordinal(number - 1721425)


def month_end(year: int, month: int) -> int:
    """Return the last day of a month."""
    return monthrange(year, month)[1]


def _end(text: str) -> Span | None:
    return (None, None) if text == ".." else _point(text)


def _point(text: str) -> Span | None:
    match = POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    if year.endswith("X"):
        decade = int(year[:3]) * 10
        return None if month else (date(decade, 1, 1), date(decade + 9, 12, 31))
    start, stop = _exact(int(year), month, day)
    if not mark:
        return start, stop
    if day is not None:
        step = timedelta(days=DAYS_ABOUT)
        return start - step, stop + step
    if month is not None and int(month) <= _DECEMBER:
        before, after = start - timedelta(days=1), stop + timedelta(days=1)
        return before.replace(day=1), after.replace(
            day=month_end(after.year, after.month)
        )
    years = YEARS_ABOUT if month is None else 1
    return date(start.year - years, 1, 1), date(stop.year + years, 12, 31)


def _exact(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month)
    if day is not None:
        return date(year, number, int(day)), date(year, number, int(day))
    if number in _SEASONS:
        first, last = _SEASONS[number]
        return date(year, first, 1), date(year, last, month_end(year, last))
    if number == _WINTER:
        # "The winter of 1926" begins or ends in 1926: both are kept.
        return date(year, 1, 1), date(year + 1, 2, month_end(year + 1, 2))
    return date(year, number, 1), date(year, number, month_end(year, number))


def _inside_whole(first: str, last: str, start: date | None, stop: date | None) -> Span:
    """Keep the vague ends of "early 1931" inside 1931."""
    one, two = first.rstrip("~").split("-"), last.rstrip("~").split("-")
    if len(one) != len(two):
        return start, stop
    if len(one) == _DAY and one[:2] == two[:2]:
        whole = _point("-".join(one[:2]))
    elif len(one) == _MONTH and one[0] == two[0]:
        whole = _point(one[0])
    elif len(one) == 1 and one[0][:3] == two[0][:3]:
        whole = _point(one[0][:3] + "X")
    else:
        return start, stop
    if whole is None or start is None or stop is None:
        return start, stop
    low, high = whole
    return (max(start, low) if low else start), (min(stop, high) if high else stop)
