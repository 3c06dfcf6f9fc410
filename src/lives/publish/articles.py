"""Groups and places with the small words they take before them in a sentence.

Readers give a body or a place without its article. Which one it takes, the source's
own words tell; where they do not, the rules of the language do, which are data.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTERS = re.compile(r"[A-Z]{2,}")  # NKVD, OGPU


def articled(words: str, quotes: Iterable[str], book: Mapping[str, Any]) -> str:
    """Give a body the article it takes.

    Args:
        words: A body, as a reader gives it.
        quotes: The words of the sources that tell of it.
        book: The table ``articles`` of a language.
    """
    told = _told(words, quotes, book)
    if told is not None:
        return told
    known = set(_WORD.findall(words.casefold()))
    first = words.split(maxsplit=1)[0]
    if (
        words[:1].islower()
        or known & set(book["bodies"])
        or _LETTERS.fullmatch(first.strip("()"))
    ):
        return str(book["definite"].format(words))
    return words


def placed(words: str, quotes: Iterable[str], book: Mapping[str, Any]) -> str:
    """Give a place the article it takes; "prison" and "exile" by themselves take none.

    Args:
        words: A place, as a reader gives it.
        quotes: The words of the sources that tell of it.
        book: The table ``articles`` of a language.
    """
    told = _told(words, quotes, book)
    if told is not None:
        return told
    folded = words.casefold()
    known = set(_WORD.findall(folded)) if words[:1].isupper() else set[str]()
    if known & set(book["bodies"]) or folded.startswith(tuple(book["places"])):
        return str(book["definite"].format(words))
    return words


def link(words: str, quotes: Iterable[str], among: Iterable[str]) -> str:
    """Return the preposition a source itself puts before some words, "" if none."""
    if not _LATIN.match(words):
        return ""
    put = "|".join(among)
    found = re.compile(
        rf"\b({put}) (?:(?:the|an?) )?{re.escape(words)}(?!\w)", re.IGNORECASE
    )
    matches = (found.search(" ".join(quote.split())) for quote in quotes)
    return next((match[1].casefold() for match in matches if match), "")


def bare(words: str, book: Mapping[str, Any]) -> str:
    """Return words without the article they begin with."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold() in book["quoted"] else words


def _told(words: str, quotes: Iterable[str], book: Mapping[str, Any]) -> str | None:
    """Say the words as they stand, or with the article of a quote; None if unknown."""
    first = words.partition(" ")[0].casefold()
    if not _LATIN.match(words) or first in book["own"]:
        return words
    found = link(words, quotes, book["quoted"])
    return f"{found} {words}" if found else None
