"""Numbers that may count people: not years, ages, money, pages, measures or votes."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from lives.extract.english.crowds import crowds
from lives.extract.english.prose import Token
from lives.reading.dates import find_dates
from lives.reading.numbers import NumberFound, find_numbers

_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:pp?|nos?|vol|vols|chapter|page|pages|number|numbers|aged?|ages|article|"
    r"articles|section|point|order|room|house|block|school|volume|part|figure|table|"
    r"line|route|age\s+of|in\s+his|in\s+her|in\s+their|clause|appendix|psalm|"
    r"division|brigade|regiment|battalion|at|paragraph|fond|opis|delo|list)\b\.?|[$€£§№#])"
    r"\s*$",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|for|since|until|by|from|during|before|after|of|and|to)\s+$", re.IGNORECASE
)
_RATIO = re.compile(r"\bone\s+(?:in|out\s+of)(?:\s+every)?\s+$", re.IGNORECASE)
_SCALES = frozenset(("hundred", "thousand", "million", "dozen", "score", "billion"))
_JOINTS = frozenset("-–/")  # "10-year", "1921-26"
_ITEM = frozenset(".):")  # "3. The trial"
_SIGHT = 20  # code points looked at before a number


def countable(text: str, tokens: Sequence[Token]) -> list[NumberFound]:
    """Return the numbers of a sentence that may count people, from left to right.

    Args:
        text: The text as read.
        tokens: The sentence.
    """
    start, end = tokens[0].start, tokens[-1].end
    found = list(find_numbers(text, start, end))
    starts = [token.start for token in tokens]
    kept = []
    for number in found:
        at = bisect_left(starts, number.end)
        unit = at < len(tokens) and tokens[at].lower in crowds().units
        if not unit and not _is_other(text, number, start):
            kept.append(number)
    if not kept:
        return []
    dates = find_dates(text, start, end)
    dated = {at for date in dates for at in range(date.start, date.end)}
    return [number for number in kept if number.start not in dated]


def _is_other(text: str, number: NumberFound, start: int) -> bool:
    """Tell whether the surroundings show a page, a year, an item, a fraction."""
    before = text[max(start, number.start - _SIGHT) : number.start]
    lead = text[max(start, number.lead - _SIGHT) : number.lead]
    after = text[number.end : number.end + 1]
    return bool(
        (_A_YEAR.fullmatch(number.written) and _YEAR_BEFORE.search(before))
        or _NO_COUNT_BEFORE.search(lead)
        or (number.start == start and after in _ITEM)
        or after in _JOINTS
        or not (number.percent or isinstance(number.value, int))
        or _is_vague(number, before)
    )


def _is_vague(number: NumberFound, before: str) -> bool:
    """Tell whether how many is not told: "several hundred", "one in 300", "one"."""
    scale_alone = not number.figures and number.written.lower().split()[0] in _SCALES
    last = before.split()[-1:]
    vague = scale_alone and bool(last) and last[0].lower() in crowds().vague
    return number.value in {0, 1} or _RATIO.search(before) is not None or vague
