"""Counting from a date to another one, as exactly as the first allows.

Every function takes the date counted from and gives the new one as EDTF, or None where
the first is not exact enough: from a year no day can be counted.
"""

from calendar import monthrange
from datetime import date, timedelta

from lives.model.when import When
from lives.reading.dates import read_date

# The longest span an exact enough date may have, in days.
_EXACT = {"year": 366, "month": 31, "week": 7, "day": 1}
_STEPS = {"decade": ("year", 10), "fortnight": ("week", 2)}
_DECEMBER = 12
_WINTER = "24"
_SEASON_START = {"21": 3, "22": 6, "23": 9, "24": 12}
_LAST_OF_WINTER = 3
_BACK, _FORTH = timedelta(days=90), timedelta(days=275)
Days = tuple[date, date]


def stepped(anchor: When, *, unit: str, step: int, about: bool = False) -> str | None:
    """Count whole units: "two months later", "the year before".

    >>> stepped(read_date("12 March 1937"), unit="month", step=2)
    '1937-05'
    """
    unit, times = _STEPS.get(unit, (unit, 1))
    step *= times
    days = _days(anchor)
    length = anchor.days or 0
    # Years are counted from any date, and so are months, but for "that month".
    counts = unit == "year" or (unit == "month" and step) or length <= _EXACT[unit]
    if days is None or not counts:
        return None
    first, last = days
    mark = "~" if about else ""
    if unit == "year":
        return _joined(f"{first.year + step:04}{mark}", f"{last.year + step:04}{mark}")
    if unit == "month":
        return _joined(_month(first, step) + mark, _month(last, step) + mark)
    if unit == "week":
        return f"{first + timedelta(weeks=step)}~"
    return f"{first + timedelta(days=step)}{mark}"


def between(anchor: When, *, unit: str, low: int, high: int) -> str | None:
    """Count a vague number of units: "a few months later", "within a year"."""
    unit, times = _STEPS.get(unit, (unit, 1))
    low, high = low * times, high * times
    days = _days(anchor)
    if days is None or (anchor.days or 0) > _EXACT[unit]:
        return None
    first, last = days
    if unit == "day":
        return f"{first + timedelta(days=low)}/{last + timedelta(days=high)}"
    if unit == "week":
        low_day, high_day = timedelta(weeks=low), timedelta(weeks=high)
        return _joined(_month(first + low_day, 0), _month(last + high_day, 0))
    if unit == "month":
        return _joined(_month(first, low), _month(last, high))
    return f"{_month(first, 12 * low)}/{_month(last, 12 * high)}"


def part_of(anchor: When, *, unit: str, step: int, part: str) -> str | None:
    """Tell a part of a year or month: "later that year", "early the next year".

    Args:
        anchor: The date counted from.
        unit: ``year`` or ``month``.
        step: How many units from the anchor.
        part: ``later``, ``earlier``, or words with a hole for the year or month.
    """
    days = _days(anchor)
    whole = stepped(anchor, unit=unit, step=step)
    if days is None or whole is None or "/" in whole:
        return None
    inside = step == 0 and (anchor.days or 0) <= _EXACT["month"]
    if part in {"later", "earlier"}:
        if unit != "year" or not inside:
            return whole
        if part == "later":
            return f"{_month(days[0], 0)}/{whole}-12"
        return f"{whole}-01/{_month(days[1], 0)}"
    told = whole if unit == "year" else f"{days[0]:%B} {whole[:4]}"
    read = read_date(part.format(told))
    return read.edtf if read else None


def season_of(
    anchor: When, *, season: str, step: int | None, years: int = 0
) -> str | None:
    """Tell a season: "that summer", "the following spring", "in the autumn".

    Args:
        anchor: The date counted from, at most a year long.
        season: EDTF number, ``21`` to ``24``.
        step: 1 for the next, -1 for the previous, 0 for the one of that year, None
            for the one that a narrative goes on to.
        years: Of how many years later it is: "in the spring of the following year".
    """
    days = _days(anchor)
    if days is None or (anchor.days or 0) > _EXACT["year"]:
        return None
    first, last = days
    whole_year = (anchor.days or 0) > 2 * _EXACT["month"]
    if years or (whole_year and not step):
        return f"{first.year + years:04}-{season}"
    spans = [_season(year, season) for year in range(first.year - 2, last.year + 3)]
    if step == 1:
        fitting = [edtf for edtf, (a, _) in spans if a > last]
    elif step == -1:
        fitting = [edtf for edtf, (_, b) in reversed(spans) if b < first]
    else:
        inside = [edtf for edtf, (a, b) in spans if a <= last and first <= b]
        near = [e for e, (a, _) in spans if _goes_on(first, a, step)]
        fitting = inside or near
    return fitting[0] if fitting else None


def _goes_on(first: date, begins: date, step: int | None) -> bool:
    """Tell whether a narrative goes on to a season; "that summer" is of its year."""
    if step == 0:
        return begins.year == first.year
    return first - _BACK <= begins <= first + _FORTH


def month_of(anchor: When, *, month: int, step: int) -> str | None:
    """Tell a month by pointing: "that June", "the previous June"."""
    days = _days(anchor)
    if days is None or (anchor.days or 0) > _EXACT["year"]:
        return None
    first, last = days
    if step == 0:
        return f"{first.year:04}-{month:02}" if first.year == last.year else None
    if step == 1:
        year = last.year + (month <= last.month)
    else:
        year = first.year - (month >= first.month)
    return f"{year:04}-{month:02}"


def day_of(anchor: When, *, day: int) -> str | None:
    """Tell a day by its number alone: "on the 12th", in the month told before."""
    days = _days(anchor)
    if days is None or (anchor.days or 0) > _EXACT["month"]:
        return None
    first, _ = days
    year, month = first.year, first.month
    if anchor.days == 1 and day < first.day:
        year, month = divmod(year * _DECEMBER + month, _DECEMBER)
        month += 1
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _days(anchor: When) -> Days | None:
    if anchor.earliest is None or anchor.latest is None:
        return None
    return anchor.earliest, anchor.latest


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _month(day: date, months: int) -> str:
    number = day.year * _DECEMBER + day.month - 1 + months
    year, month = divmod(number, _DECEMBER)
    return f"{year:04}-{month + 1:02}"


def _season(year: int, season: str) -> tuple[str, Days]:
    """Return a season that begins in a year, and its days."""
    first = date(year, _SEASON_START[season], 1)
    if season == _WINTER:
        end = date(year + 1, _LAST_OF_WINTER, 1) - timedelta(days=1)
        return f"{year:04}-12/{year + 1:04}-02", (first, end)
    end = date(year, first.month + 3, 1) - timedelta(days=1)
    return f"{year:04}-{season}", (first, end)
