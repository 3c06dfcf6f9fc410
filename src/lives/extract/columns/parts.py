"""Parts of rows: cells, pieces of cells, entries, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.columns.recipe import plain


@dataclass(frozen=True, slots=True)
class Part:
    """A cell, or a piece of one.

    Attributes:
        start: First code point in the text as read, after leading space.
        end: One past the last, before trailing space.
        value: The words in one line.
        within: Start and end of the sentence it was cut from, where a column was
            divided into such pieces: what a statement then opens, so that the words
            "Shot in Moscow" stand there and not only "Moscow".
    """

    start: int
    end: int
    value: str
    within: tuple[int, int] | None = None

    @property
    def opens(self) -> tuple[int, int]:
        """Return the span that a statement resting on this part opens."""
        return self.within or (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one person.

    Attributes:
        start: First code point of the row or entry.
        end: One past the last.
        place: The same for messages: ``row 5``.
        parts: Parts that say something, by column or group.
        refused: It is an entry that follows no pattern: there is nothing to be read.
    """

    start: int
    end: int
    place: str
    parts: dict[str, Part]
    refused: bool = False


def cut(text: str, start: int, end: int) -> Part:
    """Return a stretch of text as a part, without the space around it."""
    raw = text[start:end]
    words = raw.split()
    if not words:
        return Part(start, start, "")
    if raw[0].isspace():
        start += len(raw) - len(raw.lstrip())
    if raw[-1].isspace():
        end -= len(raw) - len(raw.rstrip())
    return Part(start, end, " ".join(words))


@dataclass(frozen=True, slots=True)
class Line:
    """Words in one line, as patterns meet them, that know where they stand.

    Lists wrap their lines and double their spaces at will; a pattern with a space in
    it has to fit all the same.

    Attributes:
        words: The words with every run of space as one.
        offsets: Where each code point stands in the text as read.
    """

    words: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Line":
        """Put a stretch of text into one line."""
        raw = text[start:end]
        if plain(raw) == raw:
            return cls(raw, range(start, end))
        kept = [
            i
            for i, letter in enumerate(raw)
            if not (letter.isspace() and (i == 0 or raw[i - 1].isspace()))
        ]
        words = "".join(" " if raw[i].isspace() else raw[i] for i in kept)
        return cls(words, [start + i for i in kept])

    @classmethod
    def joined(cls, text: str, parts: Sequence["Part"]) -> "Line":
        """Put parts into one line, a space between them.

        Args:
            text: The text as read.
            parts: One at least.
        """
        lines = [cls.of(text, part.start, part.end) for part in parts]
        if len(lines) == 1:
            return lines[0]
        offsets: list[int] = []
        for line in lines:
            offsets += ([offsets[-1]] if offsets else []) + list(line.offsets)
        return cls(" ".join(line.words for line in lines), offsets)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where some of the words, at least one, stand in the text as read."""
        return self.offsets[first], self.offsets[last - 1] + 1

    def match(self, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
        """Return how the first pattern that fits takes all of the words."""
        return next((m for p in patterns if (m := p.fullmatch(self.words))), None)


def groups(
    text: str, found: re.Match[str], line: Line, empty: frozenset[str]
) -> dict[str, Part]:
    """Return what the named groups of a match hold; empty ones are left out."""
    parts = {}
    for name in found.re.groupindex:
        first, last = found.span(name)
        if first < last:
            part = cut(text, *line.span(first, last))
            if part.value.casefold() not in empty:
                parts[name] = part
    return parts
