"""Dates as registers write them, by the words of one language.

Registers have few forms of date and millions of dates, so the forms are patterns made
of a vocabulary's words, and what they find is remembered. A form that is not foreseen
is left in the words, unread.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lives.model.when import Calendar, When
from lives.reading.dates_edtf import from_edtf, julian_day
from lives.reading.patterns import any_of, begins_with

_FULL_YEAR = 1000  # a smaller number lacks its century
_TWO_FIGURES = 2
_REACH = 40  # code points from the first word of a date to its first figure
_REMEMBERED = 65_536
MARK = "\ue000"  # stands for every code point of a date while an entry is read
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}
_PARTS = {"beginning": ("01~", "03~"), "middle": ("05~", "08~"), "end": ("10~", "12~")}
_YEAR = r"(?:1[789]\d\d|20[012]\d)(?!\d)"
_FORMS = (  # {into}, {month}, {season} ... are words of the language
    r"{into}{day}[./]\s?(?P<m>\d\d?|[IVX]+)[./]\s?{short_year}{of_year}{old}",
    r"{into}{day}\s(?P<word>{month})\b\.?,?\s?{short_year}{of_year}{old}",
    r"{into}(?:(?:{part})\s)?(?:(?P<word>{month})\b\.?,?\s?|(?P<m>[01]?\d)[./])(?P<y>{year}){of_year}",
    r"{into}(?P<season>{season})\b\s(?P<y>{year}){of_year}",
    r"{into}(?P<part>{part})\b\s(?P<y>{year}){of_year}",
    r"(?:{since})\s(?P<y>{year}){of_year}\s(?:{until})\s(?P<last>{year}){of_year}",
    r"{into}(?P<y>{year})\s?(?:[-–—/]|\s(?:{either})\s)\s?{last_year}{of_year}",
    r"{into}(?P<decade>(?:19)?\d0)-(?:{decade}){of_year}",
    r"{into}(?P<y>{year}){of_year}",
)
_LIFE = 12 * 366  # days: nobody leaves the year of a birth open by so many
_DAYS = 3  # the first forms name a day or a month: a range goes from one to another
_TO = re.compile(r"\s?[-–—]\s?")


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one language.

    Attributes:
        any: Pattern of a date anywhere, without groups.
        forms: Patterns with groups, tried in turn on the whole of a date.
        months: Number of a month by its word in lower case.
        qualifiers: ``~``, ``?``, ``before`` or ``after`` by the word for it.
        seasons: EDTF number of a season by its word.
        parts: ``beginning``, ``middle`` or ``end`` by its words.
        century: First year of what years of two figures belong to.
    """

    any: re.Pattern[str]
    forms: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    qualifiers: Mapping[str, str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    century: int
    _known: dict[str, When | None] = field(default_factory=dict)

    def masked(self, text: str) -> str:
        """Return a text with every date blotted out by `MARK`, as long as before.

        Patterns of entries then need not know how dates are written, and no comma or
        full stop within a date is taken for the end of anything.
        """
        return self.any.sub(lambda found: MARK * len(found[0]), text)

    def read(self, written: str) -> When | None:
        """Return the days that a date allows; None for what is none.

        Args:
            written: Words that fit the pattern, perhaps with space around them.
        """
        if written not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[written] = self._read(written.strip())
        return self._known[written]

    def _read(self, written: str) -> When | None:
        found = next((m for f in self.forms if (m := f.fullmatch(written))), None)
        if found is None:
            return self._range(written)
        part = {key: value or "" for key, value in found.groupdict().items()}
        edtf = self._edtf(part)
        mark = self.qualifiers.get(" ".join(part["mark"].casefold().split()), "")
        if mark == "before":
            edtf = f"../{edtf}"
        elif mark == "after":
            edtf = f"{edtf}/.."
        elif "/" not in edtf:
            edtf += mark or part["doubt"]
        julian = part.get("old") or part.get("new") or part.get("too")
        calendar = Calendar.JULIAN if julian else Calendar.GREGORIAN
        return from_edtf(edtf, written=written, calendar=calendar)

    def _range(self, written: str) -> When | None:
        """Read "1 March 1938 - 3 April 1938" by its two days."""
        for sign in _TO.finditer(written):
            first, last = written[: sign.start()], written[sign.end() :]
            days = self.read(first), self.read(last)
            if all(days):
                edtf = "/".join(day.edtf for day in days if day)
                return from_edtf(edtf, written=written)
        return None

    def _edtf(self, part: Mapping[str, str]) -> str:
        """Return the date in EDTF; "" where no such day is."""
        if part.get("decade"):
            return f"19{part['decade'][-2]}X"
        year = self._year(part["y"])
        if part.get("last"):
            return f"{year}/{year[: -len(part['last'])]}{part['last']}"
        if part.get("season"):
            return f"{year}-{self.seasons[part['season'].casefold()]}"
        if part.get("part"):
            first, last = _PARTS[self.parts[" ".join(part["part"].casefold().split())]]
            return f"{year}-{first}/{year}-{last}"
        month = self._month(part)
        if not month:
            return year
        return self._day(part, int(year), month)

    def _day(self, part: Mapping[str, str], year: int, month: int) -> str:
        day, new = part.get("d", ""), part.get("new") or part.get("too")
        if not day:
            return f"{year}-{month:02}"
        if part.get("old") or new:
            # "1 (13) April" is one day by two calendars; the first is the old one.
            julian = julian_day(year, month, int(day))
            return julian.isoformat() if julian else ""
        return f"{year}-{month:02}-{int(day):02}"

    def _month(self, part: Mapping[str, str]) -> int:
        if part.get("word"):
            return self.months[part["word"].casefold()]
        number = part.get("m", "").upper()
        return _ROMAN.index(number) + 1 if number in _ROMAN else int(number or 0)

    def _year(self, written: str) -> str:
        number = int(written)
        return str(number if number >= _FULL_YEAR else self.century + number)


def dates_of(table: Mapping[str, Any]) -> Dates:
    """Make the dates of a language from ``[dates]`` of its vocabulary."""
    months = {w: n for n, words in enumerate(table["months"], 1) for w in words}
    qualifiers, parts = _by_word(table["qualifiers"]), _by_word(table.get("parts", {}))
    seasons = {w: _SEASONS[s] for w, s in _by_word(table.get("seasons", {})).items()}
    words = {
        "into": rf"(?:(?:{_either(table['into'])})\s+)?",
        "day": r"(?P<d>\d\d?)\.?(?:\s?\((?P<new>\d\d?)\)|/(?P<too>\d\d?)(?=\s))?",
        "year": _YEAR,
        "short_year": rf"(?P<y>{_YEAR}|\d\d(?!\d))",
        "last_year": rf"(?P<last>{_YEAR}|\d\d?(?!\d))",
        "of_year": rf"(?:\s?(?:{_either(table['year'])})(?!\w))?",
        # "ст. ст. 58-10" are articles of law and no old style.
        "old": rf"(?P<old>\s?\(?(?:{_either(table.get('old', ()))})\)?(?!\s?\d))?",
        "month": _either(months),
        "season": _either(seasons),
        "part": _either(parts),
        "since": _either(table["since"]),
        "until": _either(table["until"]),
        "either": _either(table["either"]),
        "decade": _either(table.get("decade", ())),
    }
    # Most words begin no date, and a text is looked through at every word.
    begins = {*qualifiers, *table["into"], *months, *seasons, *parts, *table["since"]}
    before = rf"(?:(?P<mark>{_either(qualifiers)})\.?\s+)?"
    forms = [f"{before}{form.format(**words)}(?P<doubt>\\?)?" for form in _FORMS]
    bare = [re.sub(r"\(\?P<\w+>", "(?:", form) for form in forms]
    day = f"(?:{'|'.join(bare[:_DAYS])})"
    bare[:_DAYS] = [f"{day}(?:{_TO.pattern}{day})?"]
    return Dates(
        any=re.compile(
            rf"(?<![\w.])(?:(?=\d)|{begins_with(begins)}(?=[^\d\n]{{0,{_REACH}}}\d))"
            rf"(?:{'|'.join(bare)})",
            re.IGNORECASE,
        ),
        forms=tuple(re.compile(form, re.IGNORECASE) for form in forms),
        months=months,
        qualifiers=qualifiers,
        seasons=seasons,
        parts=parts,
        century=table.get("century", 1900),
    )


def lifetime(when: When) -> tuple[When, When] | None:
    """Return birth and death where a range of years after a name is a life.

    >>> birth, death = lifetime(from_edtf("1899/1937"))
    >>> birth.edtf, death.edtf
    ('1899', '1937')
    >>> lifetime(from_edtf("1899/1900"))
    """
    first, _, last = when.edtf.partition("/")
    if (when.days or 0) <= _LIFE:
        return None
    birth, death = (from_edtf(one, written=when.written) for one in (first, last))
    return (birth, death) if birth and death else None


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of some words; one that nothing fits, if there are none.

    >>> _either([])
    '(?!)'
    """
    held = list(words)
    return any_of(held) if held else "(?!)"
