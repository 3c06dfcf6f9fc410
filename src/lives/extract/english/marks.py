"""Where quotation marks open and close, and what is quoted within a quotation."""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_OPENING = re.compile("[\"“«„‘']")
_WORDS = 5
_SOON = 300  # code points


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation with its marks.

    Attributes:
        start: First code point, with the mark.
        end: One past the closing mark.
        inner: The quotations it holds, in order.
    """

    start: int
    end: int
    inner: tuple["Stretch", ...] = ()


def stretches(text: str) -> list[Stretch]:
    """Return the spans between marks, one over paragraphs that each open anew."""
    return _within(text, 0, len(text), "")


def _within(text: str, start: int, stop: int, around: str) -> list[Stretch]:
    found: list[Stretch] = []
    at = start
    while match := _OPENING.search(text, at, stop):
        mark, opens = match.group(), match.start()
        end = -1
        if mark != around and _may_open(text, opens, mark):
            end = _closing(text, opens, mark, stop)
        if end < 0:
            at = match.end()
            continue
        if len(text[opens:end].split()) >= _WORDS:
            inner = () if around else _within(text, opens + 1, end - 1, mark)
            found.append(Stretch(opens, end, tuple(inner)))
        at = end
    return found


def _may_open(text: str, at: int, mark: str) -> bool:
    """Tell an opening mark from an inch sign and an apostrophe."""
    if mark == '"' or mark in _SINGLE:
        if at and text[at - 1].isalnum():
            return False
        return mark == '"' or text[at + 1 : at + 2].isalnum()
    return True


def _closing(text: str, start: int, mark: str, stop: int) -> int:
    """Return one past the closing mark; paragraphs reopened by the mark go on."""
    if mark in _SINGLE:
        return _single(text, start, mark, stop)
    close = _PAIRS[mark]
    at = start + 1
    while True:
        end = text.find(close, at, stop)
        if end < 0:
            return -1
        gap = text.find("\n\n", at, end)
        if gap < 0:
            return end + 1
        resumed = re.compile(r"\n\s*" + re.escape(mark)).match(text, gap + 1)
        if resumed is None:
            return -1
        at = resumed.end()


def _single(text: str, start: int, mark: str, stop: int) -> int:
    """Return one past a closing single mark, which may also be an apostrophe.

    In "‘The workers’ council met,’ he said" the first is one: after an s and before a
    small letter a mark is an apostrophe if another closes soon, at a stop or comma.
    """
    gap = text.find("\n\n", start, stop)
    limit = stop if gap < 0 else gap
    reopened = text.find(mark, start + 1, limit) if mark == "‘" else -1
    limit = limit if reopened < 0 else reopened
    candidates = [
        at
        for at in range(start + 1, limit)
        if text[at] == _PAIRS[mark] and not text[at + 1 : at + 2].isalnum()
    ]
    for at in candidates:
        if not _apostrophe(text, at) or not any(
            at < later < at + _SOON and text[later - 1] in ".,?!;…—"
            for later in candidates
        ):
            return at + 1
    return -1


def _apostrophe(text: str, at: int) -> bool:
    """Tell whether a mark can be the apostrophe of "the workers’ council"."""
    return text[at - 1] == "s" and re.match(r"\s[a-z]", text[at + 1 :][:2]) is not None
