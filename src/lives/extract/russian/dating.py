"""The dates of a document's sentences, those that hang on the date before included.

"11 ноября" has the year of the date before it in its paragraph, "в том же году" is that
year, "весной следующего года" a season of the next, "через три дня" three days later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from lives.extract.russian.prose import Prose, Sentence
from lives.model.when import When
from lives.reading.dates import DateFound, find_dates, from_edtf, in_year

_MONTH = 31  # days
_NEAR = 4  # sentences over which a year is carried
_SEASONS = {"весн": "21", "лет": "22", "осен": "23", "зим": "24"}
_COUNTS = {
    "": 1, "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5,
    "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10,
}  # fmt: skip
_ASIDE = re.compile(r",\s*(?:что|будто|якобы)\b|\bродил(?:ся|ась)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:(?:(?P<season>весной|летом|осенью|зимой)\s+)?(?P<same>в\s+том\s+же\s+году|того\s+же\s+года)"
    r"|(?:(?P<season2>весной|летом|осенью|зимой)\s+|в\s+)?(?P<next>следующе(?:го|м)\s+год[ау])"
    r"|(?P<day>в\s+тот\s+же\s+день|тогда\s+же)"
    r"|через\s+(?:(?P<count>\w+)\s+)?(?P<unit>д(?:ень|ня|ней)|недел[юиь]|месяц(?:а|ев)?|год(?:а)?|лет))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Last:
    """The date before, with where it stood."""

    when: When
    sentence: int
    block: int

    @property
    def year(self) -> int | None:
        """Return its year, if it lies in one."""
        one, two = self.when.earliest, self.when.latest
        return one.year if one and two and one.year == two.year else None


def dated(prose: Prose) -> list[list[DateFound]]:
    """Find the dates of every sentence, in order of place."""
    last: _Last | None = None
    found: list[list[DateFound]] = []
    for number, sentence in enumerate(prose.sentences):
        here: list[DateFound] = []
        if last is not None and (
            last.block != sentence.block or number - last.sentence > _NEAR
        ):
            last = None
        for one in _both(prose.text, sentence):
            done = _completed(one, last)
            if done.when is not None:
                here.append(done)
                if _leads_on(prose.text[sentence.start : done.start], done.when):
                    last = _Last(done.when, number, sentence.block)
            elif one.month is not None:
                here.append(done)
        found.append(here)
    return found


def _leads_on(before: str, when: When) -> bool:
    """Tell whether what follows may be counted from a date.

    Not from since when somebody was a member, nor from a year of birth, nor from when
    somebody is said to have done something: "признался, что в 1932 году".
    """
    return bool(when.earliest and when.latest) and not _ASIDE.search(before)


def _both(text: str, sentence: Sentence) -> Iterator[DateFound]:
    """Yield dates told outright and those told by another, in order of place."""
    outright = find_dates(text, sentence.start, sentence.end)
    spans = [(one.start, one.end) for one in outright]
    relative = [
        DateFound(m.start(), m.end(), m.group(), None)
        for m in _RELATIVE.finditer(text, sentence.start, sentence.end)
        if not any(a < m.end() and m.start() < b for a, b in spans)
    ]
    yield from sorted([*outright, *relative], key=lambda one: one.start)


def _completed(one: DateFound, last: _Last | None) -> DateFound:
    if one.when is not None or last is None:
        return one
    if one.month is not None:
        return _of_year(one, last)
    match = _RELATIVE.fullmatch(one.written)
    edtf = _counted(match, last) if match else ""
    if not edtf:
        return one
    when = from_edtf(edtf, written=one.written)
    if when is None:
        return one
    return replace(one, when=replace(when, inferred="counted from the date before"))


def _of_year(one: DateFound, last: _Last) -> DateFound:
    if last.year is None:
        return one
    when = in_year(one, last.year, inferred="year of the date before")
    if when is None or (
        last.when.earliest and when.latest and when.latest < last.when.earliest
    ):
        return one  # it may be the next year, or a step back
    return replace(one, when=when)


def _counted(match: re.Match[str], last: _Last) -> str:
    season = _SEASONS.get(
        (match["season"] or match["season2"] or "")[:4].lower().rstrip("ойюм"), ""
    )
    dash = f"-{season}" if season else ""
    if match["day"]:
        return last.when.edtf if last.when.days == 1 else ""
    if last.year is None:
        return ""
    if match["same"]:
        return f"{last.year}{dash}"
    if match["next"]:
        return f"{last.year + 1}{dash}"
    return _after(match, last)


def _after(match: re.Match[str], last: _Last) -> str:
    word = (match["count"] or "").lower()
    count = int(word) if word.isdecimal() else _COUNTS.get(word)
    unit, start = match["unit"].lower(), last.when.earliest
    if count is None or start is None or last.year is None:
        return ""
    if unit.startswith(("год", "лет")):
        return str(last.year + count)
    if unit.startswith("месяц"):
        months = start.month - 1 + count
        told = last.when.days is not None and last.when.days <= _MONTH
        return f"{start.year + months // 12}-{months % 12 + 1:02}" if told else ""
    if last.when.days != 1:
        return ""
    days = count * (7 if unit.startswith("недел") else 1)
    return (start + timedelta(days=days)).isoformat()


def nearest(dates: Sequence[tuple[int, DateFound]], at: int) -> DateFound | None:
    """Return the date that stands nearest to a place."""
    told = [(place, one) for place, one in dates if one.when is not None]
    return min(told, key=lambda pair: abs(pair[0] - at), default=(0, None))[1]
