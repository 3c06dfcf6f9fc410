"""A date in plain words, English or Russian."""

import re
from datetime import date

from lives.model.when import Calendar, When
from lives.reading import dates_grammar as grammar
from lives.reading.dates_edtf import POINT, julian_day

_PARTS = grammar.vocabulary()["parts"]
_SPOKEN = grammar.vocabulary()["spoken"]
_SEASON = 20
_MAYBE_AFTER = re.compile(r"(?:after|not before|post|после|не ранее)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?:before|prior|pre|до)\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|up to)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|между)\b", re.IGNORECASE)


def words(when: When, language: str = "en") -> str:
    """Put a date in words that `read_date` reads back as the same days.

    Args:
        when: The date. Its own words decide between "after" and "since", which EDTF
            writes alike.
        language: ``en`` or ``ru``.

    >>> from lives.reading.dates_edtf import from_edtf
    >>> words(from_edtf("1937-03-12")), words(from_edtf("1937-03-12"), "ru")
    ('12 March 1937', '12 марта 1937 г.')
    """
    spoken = _SPOKEN["ru" if language == "ru" else "en"]
    first, slash, last = when.edtf.partition("/")
    if not slash:
        both = when.calendar is Calendar.JULIAN and when.days == 1
        return _in_both(when, spoken) if both else _point(first, spoken)
    if first == "..":
        return _template(when, spoken, open_start=True).format(_point(last, spoken, 1))
    if last == "..":
        return _template(when, spoken, open_start=False).format(
            _point(first, spoken, 1)
        )
    return _part(first, last, spoken) or _interval(when, first, last, spoken)


def _template(when: When, spoken: dict[str, str], *, open_start: bool) -> str:
    if open_start:
        if _BEFORE.match(when.written):
            return spoken["before"]
        return spoken["until" if _UNTIL.match(when.written) else "not_later"]
    return spoken["after" if _MAYBE_AFTER.match(when.written) else "since"]


def _point(edtf: str, spoken: dict[str, str], case: int = 0) -> str:
    """Put one end into words; case 1 follows a preposition (Russian genitive)."""
    match = POINT.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, mark = match.groups()
    told = spoken[{"~": "about", "?": "perhaps", "%": "about"}.get(mark, "plain")]
    case = 1 if mark == "~" else case
    named = case if case < 3 else 1  # noqa: PLR2004 - a part takes a genitive
    if year.endswith("X"):
        return told.format(spoken["decades"].split("|")[case].format(year[:3]))
    if month is None:
        return told.format(spoken["year"].format(year))
    if int(month) > _SEASON:
        season = spoken["seasons"].split("|")[named].split()[int(month) - _SEASON - 1]
        return told.format(spoken["season"].format(season, year))
    if day is None:
        name = spoken["months"].split("|")[named].split()[int(month) - 1]
        return told.format(spoken["month"].format(name, year))
    name = spoken["months"].split("|")[-1].split()[int(month) - 1]
    return told.format(spoken["day"].format(int(day), name, year))


def _part(first: str, last: str, spoken: dict[str, str]) -> str:
    """Put "1931-01~/1931-05~" back into "early 1931"."""
    for of, stem in (("year", 5), ("month", 8), ("decade", 3)):
        whole = first[:stem]
        if whole != last[:stem] or len(first) <= stem:
            continue
        ends = [first[stem:], last[stem:]]
        for position, told in _PARTS[of].items():
            final = told[1] if "00" not in told[1] else ends[1][:2] + told[1][2:]
            if "~" in told[0] and ends == [told[0], final]:
                inner = whole.rstrip("-") + ("X" if of == "decade" else "")
                return spoken[position].format(_point(inner, spoken, 3))
    return ""


def _interval(when: When, first: str, last: str, spoken: dict[str, str]) -> str:
    if _BETWEEN.match(when.written):
        return spoken["between"].format(
            _point(first, spoken, 2), _point(last, spoken, 2)
        )
    years = len(first) == len(last) == 4  # noqa: PLR2004
    if years:
        return spoken["years"].format(first, last)
    return spoken["span"].format(_point(first, spoken, 1), _point(last, spoken, 0))


def _in_both(when: When, spoken: dict[str, str]) -> str:
    day = when.earliest
    if day is None:
        return when.edtf
    old_year, old_month, old_day = _julian(day)
    names = spoken["months"].split("|")[-1].split()
    old, new = f"{old_day} {names[old_month - 1]}", f"{day.day} {names[day.month - 1]}"
    if old_year != day.year:
        return f"{old} {old_year} ({new} {day.year})"
    if old_month == day.month:
        return spoken["day"].format(
            f"{old_day} ({day.day})", names[day.month - 1], day.year
        )
    return spoken["day"].format(f"{old} ({new})", "", day.year).replace("  ", " ")


def _julian(day: date) -> tuple[int, int, int]:
    # The calendars differ by 10 to 13 days since 1582: try each.
    for shift in range(5, 14):
        old = date.fromordinal(day.toordinal() - shift)
        if julian_day(old.year, old.month, old.day) == day:
            return old.year, old.month, old.day
    return day.year, 2, 29  # a day that only the Julian calendar has
