"""Marks: the words that open the sections of an entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lives.extract.entries.dates import MARK
from lives.extract.entries.vocabulary import Section, Vocabulary

Spans = dict[str, tuple[int, int]]

_CLAUSE = frozenset(".,;:–—-(\n)")
_BEFORE_DATE = frozenset(".,;(\n)")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that open a section.

    Attributes:
        start: First code point, with a date that stands before it and is its own.
        end: One past the last.
        section: What it opens.
        parts: Where parts of the statement stand within or before the mark.
    """

    start: int
    end: int
    section: Section
    parts: Spans = field(default_factory=dict)


def marks(text: str, words: Vocabulary) -> list[Mark]:
    """Find the marks of an entry.

    A mark in small letters must begin a clause, or its section be one that is opened
    in the middle of a sentence.

    Args:
        text: The entry, with its dates blotted out.
        words: Its vocabulary.
    """
    found: list[Mark] = []
    for mark in _marks(text, words):
        ended = found[-1].end if found else 0
        found.append(_with_date(text, mark, ended) if mark.section.dated else mark)
    return found


def _marks(text: str, words: Vocabulary) -> Iterator[Mark]:
    for found in words.marks.finditer(text):
        number = (found.lastgroup or "")[1:]
        section = words.sections[int(number)]
        start = found.start()
        if section.inside or text[start].isupper() or _apart(text, start):
            held = ((n, v) for n, v in found.groupdict().items() if v)
            parts = {
                name.rpartition("_")[0]: found.span(name)
                for name, _ in held
                if name.endswith(f"_{number}")
            }
            yield Mark(start, found.end(), section, parts)


def _apart(text: str, start: int) -> bool:
    """Tell whether a mark in small letters begins a clause."""
    before = text[:start].rstrip(" \t")
    return not before or before[-1] in _CLAUSE or before[-1] == MARK or _joins(before)


def _joins(before: str) -> bool:
    return before.endswith((" и", " and", " und", " та", " і"))


def _with_date(text: str, mark: Mark, ended: int) -> Mark:
    """Give a mark the date before it: "1937 - arrested", "in July arrested"."""
    last = mark.start
    while last > ended and text[last - 1] in " :–—-":
        last -= 1
    first = last
    while first > ended and text[first - 1] == MARK:
        first -= 1
    before = text[:first].rstrip(" \t")
    free = len(before) > len(text[:ended].rstrip(" \t:.,")) or not ended
    begins = not before or before[-1] in _BEFORE_DATE
    if first == last or not free or not begins or "when" in mark.parts:
        return mark
    return replace(mark, start=first, parts=mark.parts | {"when": (first, last)})
