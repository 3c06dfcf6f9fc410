"""Names of events: which event some words name, however they write it.

"The XVII Party Congress", "17th Congress of the party" and "Seventeenth Congress" have
one kind and one number; whose congress it was is kept beside, since bodies count each
their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lives import packaged
from lives.reading.numbers import read_number
from lives.reading.patterns import any_of

_DATA: Final = packaged.table("lives.extract.english", "data/events.toml")
_ORDINALS: Final = _DATA["ordinals"]
_TENS: Final = _DATA["tens"]
_KINDS: Final = {
    noun: kind
    for table in ("numbered", "named")
    for kind, nouns in _DATA[table].items()
    for noun in nouns
}
_NUMBERED: Final = [noun for nouns in _DATA["numbered"].values() for noun in nouns]
_BODIES: Final = {
    frozenset(form.split()): name
    for name, forms in _DATA["bodies"].items()
    for form in forms
}
_SMALL: Final = frozenset(_DATA["between"]["small"])
_NO_NAMES: Final = frozenset(_DATA["no_names"]["words"])
_NOT_ITS_NUMBER: Final = _DATA["not_its_number"]
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_TAKING_PLACE: Final = frozenset(_DATA["behind"]["taking_place"])
_NO_DIFFERENCE: Final = frozenset(_DATA["no_difference"]["words"])
_FEWEST = 3  # accused, for a trial to be called by their number

_WORD = r"[A-ZÀ-Þ][\w’'-]*(?:\([a-z]\))?"
_INNER = rf"(?:{_WORD}|(?i:{any_of(_DATA['between']['words'])})\b)"
_CHAIN = (
    rf"{_WORD}(?:(?:\s+(?:of\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?){_WORD})"
    r"{0,5}"
)
_NUMBER = (
    rf"(?i:(?:{any_of(_TENS)})[-‐‑\s](?:{any_of(list(_ORDINALS)[:9])})"
    rf"|{any_of(_ORDINALS)})|\d{{1,2}}\s?-?(?:st|nd|rd|th)|[IVXL]{{1,7}}(?:th)?"
)
_NUMBERED_NAME: Final = re.compile(
    rf"(?<![\w-])(?P<number>{_NUMBER})\s+(?P<inner>(?:{_INNER}\s+){{0,5}}?)"
    rf"(?P<noun>(?i:{any_of(_NUMBERED)}))\b(?:\s+of\s+(?:the\s+)?(?P<of>{_CHAIN}))?"
)
# "The trial of the nine men" is any trial; "the Trial of the Nine" is one of that name.
_TRIAL: Final = re.compile(
    rf"\b(?i:(?:{any_of(_DATA['trials']['nouns'])})\s+of\s+the)\s+"
    r"(?P<number>\d{1,3}(?![\w%’'.-]|\s+[a-z])|[A-Z][a-z]+(?:-[A-Za-z]+)?)"
    r"(?![\w’'-]|\s+[A-Z])"
)
_BEHIND: Final = re.compile(
    rf"(?:\b(?P<number>{_NUMBER})\s+)?\b(?P<noun>(?i:{any_of(_DATA['behind']['nouns'])}))"
    rf"\s+(?P<link>of|at|in)\s+(?:the\s+)?(?P<name>{_WORD}(?:[\s-]+{_WORD}){{0,2}})"
)
_BEFORE: Final = re.compile(
    rf"\b(?P<name>{_WORD}(?:[\s-]+{_WORD}){{0,2}})\s+"
    rf"(?P<noun>(?i:{any_of(_DATA['before']['nouns'])}))\b"
)
_ANY: Final = re.compile(
    rf"\b(?:{any_of([*_KINDS, *_DATA['trials']['nouns']])})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class EventName:
    """Words that name an event.

    Attributes:
        start: First code point, without article.
        end: One past the last.
        kind: What sort of event.
        which: Its number in figures, or its name in lower case.
        body: Whose it was, in one form; "" where the words do not say.
    """

    start: int
    end: int
    kind: str
    which: str
    body: str = ""


def event_names(text: str, start: int, end: int) -> list[EventName]:
    """Find the names of events in a stretch of prose, in order, not overlapping.

    >>> [
    ...     n.which
    ...     for n in event_names("The XVII Congress, the Trial of the Nine", 0, 40)
    ... ]
    ['17', 'of 9']
    """
    if not _ANY.search(text, start, end):
        return []
    kept: list[EventName] = []
    for name in sorted(_all(text, start, end), key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def ordinal(written: str) -> int | None:
    """Read a number that orders: in words, figures or Roman figures.

    >>> ordinal("Seventeenth"), ordinal("17th"), ordinal("XVII"), ordinal("IIX")
    (17, 17, 17, None)
    """
    word = re.sub(r"[-‐‑\s]+", "-", written.lower())
    ten, _, unit = word.partition("-")
    if ten in _TENS and unit in _ORDINALS:
        return int(_TENS[ten] + _ORDINALS[unit])
    if word in _ORDINALS:
        return int(_ORDINALS[word])
    figures = re.match(r"\d+", written)
    return int(figures[0]) if figures else _roman(written.removesuffix("th"))


def _roman(written: str) -> int | None:
    values = [_ROMAN.get(letter, 0) for letter in written]
    if not values or 0 in values:
        return None
    later = [*values[1:], 0]
    total = sum(-a if a < b else a for a, b in zip(values, later, strict=True))
    return total if total > 0 and _as_roman(total) == written else None


def _as_roman(number: int) -> str:
    told = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V")):
        told += letters * (number // value)
        number %= value
    return told + ("IV" if number == 4 else "I" * number)  # noqa: PLR2004  # 4 is IV


def _all(text: str, start: int, end: int) -> Iterator[EventName]:
    for match in _NUMBERED_NAME.finditer(text, start, end):
        yield from _numbered(match)
    for match in _TRIAL.finditer(text, start, end):
        accused = read_number(match["number"])
        if accused is not None and accused >= _FEWEST:
            yield EventName(*match.span(), "trial", f"of {accused}")
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(text, start, end):
            yield from _named(match)


def _numbered(match: re.Match[str]) -> Iterator[EventName]:
    number = ordinal(match["number"])
    inner = match["inner"].lower().split()
    if number is None:
        return
    if inner and inner[0] in _NOT_ITS_NUMBER.get(match["number"].lower(), ()):
        return
    body = _body([*inner, *(match["of"] or "").lower().split()])
    if not body and not re.search(r"[A-Z\d]", match[0]):
        return  # "the first conference" of anything
    kind = _KINDS[_spaced(match["noun"])]
    yield EventName(*match.span(), kind, str(number), body)


def _body(words: list[str]) -> str:
    """Put the name of a body in one form, whatever the order of its words."""
    bare = [word for word in words if word not in _SMALL]
    known = _BODIES.get(frozenset(bare))
    return known or " ".join(sorted(set(bare)))


def _named(match: re.Match[str]) -> Iterator[EventName]:
    pieces = list(re.finditer(r"\S+", match["name"]))
    ahead, noun = match.re is _BEFORE, _spaced(match["noun"])
    while ahead and pieces and _plain(pieces[0]) in _NO_NAMES:
        pieces = pieces[1:]  # "The Kazan uprising" at the head of a sentence
    if not pieces or _plain(pieces[0]) in _NO_NAMES:
        return
    if not ahead and match["link"] == "in" and noun not in _TAKING_PLACE:
        return
    words = [_plain(piece) for piece in pieces]
    telling = [word for word in words if word not in _NO_DIFFERENCE] or words
    number = None if ahead else match["number"]
    nth = ordinal(number) if number else None
    which = " ".join(telling if nth is None else [str(nth), *telling])
    start = match.start("name") + pieces[0].start() if ahead else match.start()
    yield EventName(start, match.end(), _KINDS[noun], which)


def _plain(piece: re.Match[str]) -> str:
    word = piece[0].lower().replace("’", "'").replace("‑", "-")
    return word.removesuffix("'s").strip("'")


def _spaced(noun: str) -> str:
    return " ".join(noun.lower().split())
