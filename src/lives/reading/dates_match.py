"""One match of the grammar of dates, made into a date."""

import re
from dataclasses import dataclass

from lives.model.when import Calendar, When
from lives.reading import dates_grammar as grammar
from lives.reading.dates_edtf import days_of, from_edtf, julian_day, month_end

_PARTS = grammar.vocabulary()["parts"]
_FIELD = re.compile(r"(short|[dmysc])[A-N](\d)|(position|qualifier|doubt)(\d)")
_PREFIX = re.compile(r"(?:post|pre)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date met in prose.

    Attributes:
        start: First code point, modifiers such as "about" and "since" included.
        end: One past the last.
        written: The words.
        when: The date; None while the year is not told.
        month: For an incomplete date, its (first) month.
        day: For an incomplete date, its (first) day; None if only the month is told.
        years_only: The words give nothing finer than a year.
        months_only: The words give a month without day or year.
    """

    start: int
    end: int
    written: str
    when: When | None
    month: int | None = None
    day: int | None = None
    years_only: bool = False
    months_only: bool = False

    @property
    def open_end(self) -> bool:
        """Tell whether the date has no end."""
        return self.when is not None and self.when.latest is None


@dataclass(frozen=True, slots=True)
class _Point:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""
    decade: str = ""
    position: str = ""
    mark: str = ""

    def edtf(self, year: int | None) -> str | None:
        """Write the point in EDTF; None while it has no year."""
        year = self.year if self.year is not None else year
        if self.decade:
            return self._part("decade", self.decade) or self.decade + "X" + self.mark
        if year is None:
            return None
        whole = f"{year:04}"
        if self.season:
            return f"{whole}-{self.season}{self.mark}"
        if self.month is None:
            return self._part("year", f"{whole}-") or whole + self.mark
        whole += f"-{self.month:02}"
        if self.day is None:
            last = month_end(year, self.month) if 1 <= self.month <= 12 else 0  # noqa: PLR2004
            return self._part("month", f"{whole}-", last) or whole + self.mark
        return None if self.position else f"{whole}-{self.day:02}{self.mark}"

    def _part(self, of: str, stem: str, last: int = 0) -> str:
        if not self.position:
            return ""
        first, final = _PARTS[of][self.position]
        return f"{stem}{first}/{stem}{final.replace('00', str(last))}"


def date_at(
    text: str, start: int, end: int, *, year: int | None = None
) -> DateFound | None:
    """Read the longest date that begins at a place; None if none does.

    Args:
        text: The text as read.
        start: Where the date begins.
        end: Where the text stops.
        year: The year of a date that does not tell its own.
    """
    for pattern in grammar.DOUBLES:
        match = pattern.match(text, start, end)
        if match and (double := _double(match)):
            return double
    for pattern in grammar.RANGES:
        match = pattern.match(text, start, end)
        if match and (found := _range(match, year)):
            return found
    match = grammar.SINGLE.match(text, start, end)
    return _single(match, year) if match else None


def _points(match: re.Match[str]) -> tuple[_Point, _Point]:
    """Gather the fields of both points; what they share goes to both."""
    fields: dict[str, dict[str, str]] = {"0": {}, "1": {}, "2": {}}
    for name, value in match.groupdict().items():
        parsed = _FIELD.fullmatch(name) if value else None
        if parsed:
            key, number = parsed[1] or parsed[3], parsed[2] or parsed[4]
            fields[number][key] = " ".join(value.lower().split())
    shared = fields["0"]
    return _made(shared | fields["1"]), _made(shared | fields["2"])


def _made(raw: dict[str, str]) -> _Point:
    month = raw.get("m", "").rstrip(".")
    mark = grammar.QUALIFIERS.get(raw.get("qualifier", "").rstrip("."), "")
    number = int(month) if month.isdecimal() else None
    if month and number is None:
        number = grammar.MONTHS.get(month) or grammar.ROMAN.get(month) or 0
    return _Point(
        year=int(raw["y"]) if "y" in raw else None,
        month=number,
        day=int(raw["d"]) if "d" in raw else None,
        season=grammar.SEASONS.get(raw.get("s", ""), ""),
        decade=raw.get("c", ""),
        position=grammar.POSITIONS.get(raw.get("position", ""), ""),
        mark="?" if "doubt" in raw else mark,
    )


def _single(match: re.Match[str], year: int | None) -> DateFound | None:
    point, _ = _points(match)
    edtf = point.edtf(year)
    if edtf is None:
        return _incomplete(match, point)
    if _PREFIX.match(match.group()):
        return None  # "post-1926" is a date, "the Evening Post 1926" is not
    julian = bool(match["julian"])
    if julian:
        edtf = _gregorian(edtf)
    if edtf and match["bound"]:
        bound = grammar.BOUNDS[" ".join(match["bound"].lower().split())]
        first, _, last = edtf.partition("/")
        if last:  # "since early 1931": the end that matters is told as exactly
            first, last = first.rstrip("~"), last.rstrip("~")
        edtf = f"{first}/.." if bound == "after" else f"../{last or first}"
    years = point.month is None and not point.season
    return _dated(match, edtf, julian=julian, years_only=years)


def _range(match: re.Match[str], year: int | None) -> DateFound | None:
    one, two = _points(match)
    short = match.groupdict().get("shortL2")
    if short:
        return _short_range(match, one, short)
    if not _is_span(match, one, two):
        return None
    shared = two.year if two.year is not None else year
    if one.edtf(shared) is None and two.edtf(shared) is None:
        return _incomplete(match, one) if two.month and one.month else None
    first, last = one.edtf(shared), two.edtf(shared)
    if first is None or last is None:
        return None
    years = one.month is None and two.month is None
    return _span(match, first, last, years_only=years)


def _is_span(match: re.Match[str], one: _Point, two: _Point) -> bool:
    separator = (match.groupdict().get("sep") or "").strip().lower()
    opening = (match["opening"] or "").lower()
    if separator in {"and", "и"} and opening not in {"between", "между"}:
        return False
    if one.year is not None and two.year is None and not two.decade:
        return False  # "1700 - 17 March" is none
    # "1937-03-1938" and other strings of digits and hyphens are codes.
    return separator != "-" or match.group().count("-") == 1 or one.day is not None


def _span(
    match: re.Match[str], first: str, last: str, *, years_only: bool
) -> DateFound | None:
    julian = bool(match["julian"])
    if julian:
        first, last = _gregorian(first) or "", _gregorian(last) or ""
    start, stop = first.partition("/")[0], last.rpartition("/")[2]
    if start.endswith("X"):
        start = start[:-1] + "0"
    if stop.endswith("X"):
        stop = stop[:-1] + "9"
    begins, ends = days_of(first), days_of(last)
    if not begins or not ends or begins[0] is None or ends[1] is None:
        return None
    if begins[0] > ends[1] or (begins[0] > (ends[0] or begins[0])):
        return None
    return _dated(match, f"{start}/{stop}", julian=julian, years_only=years_only)


def _short_range(match: re.Match[str], one: _Point, short: str) -> DateFound | None:
    """Read "1921-26" and "winter of 1926-27"."""
    first = one.year or 0
    step = 10 ** len(short)
    last = first // step * step + int(short)
    if last <= first:
        return None
    if one.season:
        if last != first + 1 or one.season != "24":
            return None
        return _dated(match, f"{first}-12/{last}-02", julian=False, years_only=False)
    return _dated(match, f"{first}/{last}", julian=False, years_only=True)


def _double(match: re.Match[str]) -> DateFound | None:
    """Read a day given in both calendars, if they are that many days apart."""
    one, two = _points(match)
    if match.groupdict().get("swapped"):
        one, two = two, one
    last = two.year if two.year is not None else one.year
    first = one.year if one.year is not None else last
    if last is None or first is None:
        return None
    month, day = one.month or 0, one.day or 0
    old = julian_day(first, month, day) if 1 <= month <= 12 else None  # noqa: PLR2004
    edtf = two.edtf(last) if two.month else f"{last:04}-{month:02}-{two.day or 0:02}"
    if old is None or edtf != old.isoformat():
        return None
    return _dated(match, edtf, julian=True, years_only=False)


def _gregorian(edtf: str) -> str | None:
    """Turn days of the Julian calendar into Gregorian ones; a year stays a year."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        day = julian_day(int(edtf[:4]), int(edtf[5:7]), int(edtf[8:]))
        return day.isoformat() if day else None
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", edtf):
        year, month = int(edtf[:4]), int(edtf[5:7])
        following = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004
        first, after = julian_day(year, month, 1), julian_day(*following, 1)
        if first and after:
            last = after.fromordinal(after.toordinal() - 1)
            return f"{first.isoformat()}/{last.isoformat()}"
    return edtf


def _incomplete(match: re.Match[str], point: _Point) -> DateFound | None:
    # A leap year, so that 29 February may still find its year.
    if point.month is None or days_of(point.edtf(2000) or "") is None:
        return None
    return DateFound(
        match.start(),
        match.end(),
        match.group(),
        None,
        point.month,
        point.day,
        months_only=point.day is None,
    )


def _dated(
    match: re.Match[str], edtf: str | None, *, julian: bool, years_only: bool
) -> DateFound | None:
    calendar = Calendar.JULIAN if julian else Calendar.GREGORIAN
    when = from_edtf(edtf, written=match.group(), calendar=calendar) if edtf else None
    if when is None:
        return None
    return DateFound(
        match.start(), match.end(), match.group(), when, years_only=years_only
    )
