"""Marks: the words that open the sections of an entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lives.extract.entries.dates import MARK
from lives.extract.entries.vocabulary import Section, Vocabulary

Spans = dict[str, tuple[int, int]]

_CLAUSE = frozenset(".,;:–—-(\n)")
_BETWEEN = " :–—-"
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


def marks(text: str, words: Vocabulary, original: str) -> list[Mark]:
    """Find the marks of an entry.

    A mark in small letters must begin a clause, or its section be one that is opened
    in the middle of a sentence.

    Args:
        text: The entry, with its dates blotted out.
        words: Its vocabulary.
        original: The entry as it stands.
    """
    found: list[Mark] = []
    for mark in _marks(text, words):
        before = found[-1] if found else None
        if not (_begins(text, mark) or (before and _of_kin(text, before, mark))):
            continue
        ended = before.end if before else 0
        dated = mark.section.dated and not _after_sentence(text, mark, original)
        mark = _with_date(text, mark, ended) if dated else mark  # noqa: PLW2901
        if before and _headed(text, before, mark):
            found.pop()
            mark = replace(mark, start=before.start)  # noqa: PLW2901
        found.append(mark)
    return found


def _headed(text: str, before: Mark, mark: Mark) -> bool:
    """Tell whether a mark only heads another of its kind: "Sentence: Tribunal, ..."."""
    same = before.section.kind and before.section.kind == mark.section.kind
    return bool(same) and not text[before.end : mark.start].strip(_BETWEEN)


def _marks(text: str, words: Vocabulary) -> Iterator[Mark]:
    for found in words.marks.finditer(text):
        number = int((found.lastgroup or "")[1:])
        parts = {part: found.span(n) for n, part in words.held[number] if found[n]}
        yield Mark(*found.span(), words.sections[number], parts)


def _begins(text: str, mark: Mark) -> bool:
    first = text[mark.start]
    return mark.section.inside or first.isupper() or _apart(text, mark.start)


def _of_kin(text: str, before: Mark, mark: Mark) -> bool:
    """Tell whether a relative, named or not, is all that stands before a mark."""
    between = text[before.end : mark.start]
    return bool(before.section.relation) and not _CLAUSE & set(between)


def _apart(text: str, start: int) -> bool:
    """Tell whether a mark in small letters begins a clause."""
    before = text[:start].rstrip(" \t")
    return not before or before[-1] in _CLAUSE or before[-1] == MARK or _joins(before)


def _joins(before: str) -> bool:
    return before.endswith((" и", " and", " und", " та", " і"))


def _after_sentence(text: str, mark: Mark, original: str) -> bool:
    """Tell whether the full stop of a date ends a sentence before a mark."""
    before = text[: mark.start].rstrip(" ")
    stopped = before.endswith(MARK) and original[len(before) - 1] == "."
    return stopped and text[mark.start].isupper()


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
