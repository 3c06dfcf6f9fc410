"""Numbers as people write them, in figures and in words, English and Russian."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lives import packaged
from lives.reading.patterns import any_of

Number = int | float

_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*")
_THOUSAND = 1000
_LONGEST_FIGURE = 20  # code points; longer strings of digits are codes


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number met in prose.

    Attributes:
        start: First code point of the number itself.
        end: One past the last, with "%" or "per cent".
        written: The words.
        value: The number; for a percentage or a share of a whole, in hundredths.
        percent: It is a percentage, or a share such as "half".
        approx: The words that make it inexact: "about"; "" if there are none.
        lead: Where those words begin; `start` if none stand before.
        figures: It is written in figures, wholly or in part.
    """

    start: int
    end: int
    written: str
    value: Number
    percent: bool = False
    approx: str = ""
    lead: int = 0
    figures: bool = True


@cache
def _vocabulary() -> dict[str, Any]:
    return packaged.table("lives.reading", "data/numbers.toml")


def _values(table: str) -> dict[str, float]:
    rows = _vocabulary()[table]
    return {word: float(value) for value, words in rows.items() for word in words}


_SMALL = {t: _values(t) for t in ("units", "teens", "tens", "hundreds")}
_SCALES = _values("scales")
_BEFORE_SCALE = _values("before_scale")
_SHARES = _values("shares")
_ROOM = {"units": 10, "teens": 100, "tens": 100, "hundreds": 1000}
_SPOKEN = {word: (table, v) for table, ws in _SMALL.items() for word, v in ws.items()}

_WORD = rf"(?:{any_of([*_SPOKEN, *_SCALES])})(?![^\W_])"
_OPENER = rf"(?:{any_of(_BEFORE_SCALE)})\s+(?={any_of(_SCALES)})"
_RUN = rf"(?:{_OPENER}|{_WORD})(?:(?:\s+and\s+|[\s-]+)?(?:{_OPENER}|{_WORD}))*"
_SCALED = rf"(?P<figure>{_FIGURE})(?:(?:\s|-)?(?P<scale>(?:{any_of(_SCALES)})\b\.?))?"
_OPENERS = any_of(w for w in _BEFORE_SCALE if " " in w)
_PIECE = re.compile(rf"(?:{_OPENERS})(?=\s)|[^\W\d_]+|\S")
_PERCENT = rf"\s?(?P<percent>{any_of(_vocabulary()['percent']['marks'])})(?!\w)"
# Not joined to a word; an underscore may be the mark of italics.
_FREE = r"(?<![^\W_])(?<!-)(?<![¼½¾]\s)"
_RATE = _PERCENT.replace("percent", "rate", 1)
_APPROX = _vocabulary()["approximate"]
_FOUND = re.compile(
    rf"""
    (?:(?<!\w)(?P<before>{any_of(_APPROX["before"])})\.?\s+(?:the\s+)?)?
    (?P<number>
        (?<![\w.,$€£₤№#/:¼½¾])(?<!\d[-–])(?:{_SCALED})(?!\w|[:/]\d|-[^\W\d])(?:{_PERCENT})?
      | {_FREE}(?:{any_of(_SHARES)})(?=\s+(?:of|the|a|all|these|those)\b)
            (?!\s+an?\s+(?:{any_of(_SCALES)})\b)
      | {_FREE}(?P<words>{_RUN})(?![^\W_]|-)(?:{_RATE})?
    )
    (?P<after>\s+(?:{any_of(_APPROX["after"])})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_number(text: str) -> Number | None:
    """Read a string that is a number and nothing else.

    Args:
        text: Figures with separators, words, or both: ``7,218``, ``30 000``,
            ``1.4 million``, ``two dozen``, ``сто сорок два``.

    Returns:
        The number, whole if it is whole; or None.

    >>> read_number("7,218"), read_number("a hundred and forty-two")
    (7218, 142)
    >>> read_number("one two") is None
    True
    """
    bare = " ".join(text.lower().split())
    figures = re.fullmatch(_SCALED, bare, re.IGNORECASE)
    if figures:
        value = _figure(figures["figure"])
        scale = (figures["scale"] or "").rstrip(".")
        return None if value is None else _whole(value * _SCALES.get(scale, 1))
    return _whole(_SHARES[bare] / 100) if bare in _SHARES else _spoken(bare)


def find_numbers(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[NumberFound]:
    """Yield the numbers in a stretch of prose, from left to right.

    Ordinals, money, times, dates in figures and numbers joined to letters are passed
    over; years are not, since only their surroundings tell them from counts.

    >>> [(n.value, n.approx) for n in find_numbers("some 12,000 members, 46% women")]
    [(12000, 'some'), (46, '')]
    """
    stop = len(text) if end is None else end
    for match in _FOUND.finditer(text, start, stop):
        share = " ".join(match["number"].lower().split())
        percent = bool(match["percent"] or match["rate"]) or share in _SHARES
        if share in _SHARES:
            value: Number | None = _whole(_SHARES[share])
        else:
            bare = match["words"] or match["figure"] + " " + (match["scale"] or "")
            value = read_number(bare)
        if value is not None:
            before, after = match["before"] or "", (match["after"] or "").strip()
            yield NumberFound(
                match.start("number"),
                match.end("number"),
                match["number"],
                value,
                percent,
                (before or after).lower(),
                match.start() if before else match.start("number"),
                match["figure"] is not None,
            )


def _figure(text: str) -> float | None:
    """Read figures; a comma or stop parts thousands or begins a fraction."""
    if len(text) > _LONGEST_FIGURE:
        return None
    if text.isdigit():
        return float(text)
    grouped = _THOUSANDS.fullmatch(text)
    if grouped and (grouped[1] != "." or text.count(".") > 1 or text.endswith("000")):
        return float(re.sub(r"\D", "", text))
    fraction = text.replace(",", ".")
    # Only one separator can begin a fraction; "1,23,4" is nothing.
    return float(fraction) if fraction.count(".") == 1 else None


def _spoken(text: str) -> Number | None:
    """Read number words, each fitting below the one before: 100, 40, 2."""
    total, group, room, scale = 0.0, 0.0, _THOUSAND, float("inf")
    pieces = _pieces(text)
    if not pieces or pieces[-1] in _BEFORE_SCALE:
        return None
    for word in pieces:
        if word in _SPOKEN:
            table, value = _SPOKEN[word]
            if value >= room or (_ROOM[table] > room and group):
                return None
            group += value
            room = {"units": 1, "teens": 1, "tens": 10, "hundreds": 100}[table]
        elif word in _BEFORE_SCALE and not group:
            group, room = _BEFORE_SCALE[word], 1
        elif word in _SCALES and (group or len(pieces) == 1):
            times = _SCALES[word]
            if times < _THOUSAND:
                group, room = (group or 1) * times, 100
            elif times >= scale:
                return None
            else:
                total, group = total + (group or 1) * times, 0.0
                room, scale = _THOUSAND, times
        else:
            return None
    return _whole(total + group)


def _pieces(text: str) -> list[str]:
    """Cut words, keeping "half a" and "one and a half" together."""
    cut = _PIECE.findall(text.lower())
    words = [" ".join(piece.split()) for piece in cut if piece not in {"-", "‑"}]
    inner = words[1:-1]
    return words[:1] + [w for w in inner if w != "and"] + words[1:][-1:]


def _whole(value: float) -> Number:
    return int(value) if value == int(value) else round(value, 6)
