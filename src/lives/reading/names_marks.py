"""Marks before another name of the same person: "урожд.", "geb.", "alias"."""

import re
from functools import cache

from lives.packaged import table

_ONLY = "only_in_brackets"
# What a mark's sort says of the parts of the name it stands for.
SURNAMES = frozenset(("maiden", "married", "surname"))
WHOLES = frozenset(("party", "whole"))


@cache
def marks() -> tuple[tuple[str, str], ...]:
    """Return every mark, casefolded, with its sort; the longest first."""
    found = table("lives.reading", "data/name_marks.toml")
    pairs = [
        (mark.casefold(), sort)
        for sort, words in found.items()
        if sort != _ONLY
        for mark in words
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def mark_of(words: str) -> tuple[str, int]:
    """Return what a mark before a name says of it, and how long the mark is.

    >>> mark_of("урожд. Орлова"), mark_of("Орлова")
    (('maiden', 7), ('', 0))
    """
    folded = words.casefold()
    for mark, sort in marks():
        if folded.startswith(mark) and not folded[len(mark) :][:1].isalnum():
            rest = words[len(mark) :]
            return sort, len(words) - len(rest.lstrip(" :–—-"))
    return "", len(words) - len(words.lstrip())


@cache
def _anywhere() -> re.Pattern[str]:
    only = table("lives.reading", "data/name_marks.toml")[_ONLY]
    inside = {mark.casefold() for mark in only}
    words = "|".join(re.escape(mark) for mark, _ in marks() if mark not in inside)
    return re.compile(rf"(?<=\S)[,;]?\s+(?={words})(?:{words})(?!\w)", re.IGNORECASE)


def divided(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Divide a name at the marks in it.

    Returns:
        What stands before the first mark, and the sort and words of every further name.

    >>> divided("Анна Громова, урожд. Зотова, в замужестве Орлова")
    ('Анна Громова', (('maiden', 'Зотова'), ('married', 'Орлова')))
    """
    found = list(_anywhere().finditer(text))
    if not found:
        return text, ()
    ends = [*(match.start() for match in found[1:]), len(text)]
    others = []
    for match, end in zip(found, ends, strict=True):
        piece = text[match.start() : end].lstrip(" ,;")
        sort, length = mark_of(piece)
        if name := piece[length:].strip(" ,;:"):
            others.append((sort, name))
    return text[: found[0].start()], tuple(others)
