"""Entries cut into sentences and pieces, with an eye to brackets and abbreviations."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from lives.extract.entries.dates import MARK

Words = AbstractSet[str]

_SIGN = re.compile(r'[(),;.\n"«»„“”\[\]]')
_OPENS = frozenset("(«„[")
_BEGINS = frozenset(f'"«„({MARK}')
_CLOSES = frozenset(")»“”]")
_LAST_WORD = re.compile(r"[^\W\d_](?:[\w/-]*\w)?$")
_LONGEST = 20  # code points of an abbreviation
_INITIAL = 1  # a single letter before a full stop is a name cut short
_DATED = 3  # a letter, a space and the date before it
_EDGES = " \t\n\r.,;:–—-"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas, or the like.

    Attributes:
        start: First code point.
        end: One past the last.
        after: What stands before it: ``,``, ``;``, ``.``, a line break, or "" for the
            first.
    """

    start: int
    end: int
    after: str = ""


def pieces(text: str, start: int, end: int, abbreviations: Words) -> list[Piece]:
    """Cut a stretch of an entry at commas and ends of sentences outside brackets.

    Args:
        text: The whole entry.
        start: Where to begin.
        end: Where to stop.
        abbreviations: Words after which a full stop ends nothing, in lower case.

    >>> text = "г. Псков, русский (по паспорту, 1924), б/п. Сторож"
    >>> [text[p.start : p.end] for p in pieces(text, 0, len(text), {"г"})]
    ['г. Псков', 'русский (по паспорту, 1924)', 'б/п', 'Сторож']
    """
    found = []
    first, after = start, ""
    for at, sign in _cuts(text, start, end, abbreviations):
        found.append((first, at, after))
        first, after = at + 1, sign
    found.append((first, end, after))
    return [p for one in found if (p := _trimmed(text, *one, abbreviations))]


def sentence_end(text: str, start: int, end: int, abbreviations: Words) -> int:
    """Return where the sentence that begins somewhere ends, before its full stop."""
    for at, sign in _cuts(text, start, end, abbreviations):
        if sign in ".\n" and text[start:at].strip(_EDGES):
            return at
    return end


def trimmed(
    text: str, start: int, end: int, abbreviations: Words = frozenset()
) -> tuple[int, int]:
    """Return a stretch without the space and stops around it.

    The full stop of an abbreviation stays: "Tula obl."
    """
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text[end : end + 1] == "." and abbreviations:
        last = _LAST_WORD.search(text, max(start, end - _LONGEST), end)
        if last is not None and last[0].casefold() in abbreviations:
            end += 1
    return start, end


def _trimmed(
    text: str, start: int, end: int, after: str, abbreviations: Words
) -> Piece | None:
    start, end = trimmed(text, start, end, abbreviations)
    return Piece(start, end, after) if start < end else None


def _cuts(
    text: str, start: int, end: int, abbreviations: Words
) -> Iterator[tuple[int, str]]:
    depth, quoted = 0, False
    for found in _SIGN.finditer(text, start, end):
        sign, at = found[0], found.start()
        if sign in _OPENS:
            depth += 1
        elif sign in _CLOSES:
            depth = max(0, depth - 1)
        elif sign == '"':
            quoted = not quoted
        elif sign == "\n":
            depth, quoted = 0, False
            yield at, sign
        elif depth or quoted:
            continue
        elif sign != "." or _ends(text, start, at, end, abbreviations):
            yield at, sign


def _ends(text: str, start: int, at: int, end: int, abbreviations: Words) -> bool:
    """Tell whether a full stop ends a sentence."""
    after = at + 1
    while after < end and text[after].isspace():
        after += 1
    if after == at + 1 or after == end:
        return False
    follows = text[after]
    if not (follows.isupper() or follows.isdigit() or follows in _BEGINS):
        return False
    last = _LAST_WORD.search(text, max(start, at - _LONGEST), at)
    word = last[0].casefold() if last else ""
    if len(word) != _INITIAL:
        return word not in abbreviations
    # "1911 b. Anna": the letter belongs to the date before it.
    dated = text[:at].rstrip()[-_DATED:].startswith(MARK)
    return dated and follows.isupper()
