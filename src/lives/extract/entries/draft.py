"""What has been read of an entry so far, and how parts of it become statements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from re import Match

from lives.extract.entries.dates import MARK
from lives.extract.entries.entry import OtherName, Relative, Said, Stretch
from lives.extract.entries.marks import Mark, Spans
from lives.extract.entries.pieces import Piece, pieces, trimmed
from lives.extract.entries.vocabulary import Item, Section, Vocabulary, part_of
from lives.model.statement import Modality
from lives.model.when import When

_FIELDS = ("where", "what", "group", "by", "voice")
_VOUCHED = {  # groups whose words tell how far the register vouches
    "negated": Modality.NEGATED,
    "voice": Modality.REPORTED,
    "reported": Modality.REPORTED,
    "hedged": Modality.HEDGED,
}
_ENDED = re.compile(rf"{MARK}\s+\w")
_REMEMBERED = 65_536

Classified = tuple[Item, Spans]

_known: dict[tuple[str, str], Classified | None] = {}


@dataclass(slots=True)
class Draft:
    """The heaps that an entry is sorted into.

    Attributes:
        original: The entry as it stands.
        text: The same, with dates and what others say otherwise blotted out.
        words: The vocabulary.
        said: Statements.
        people: Relatives.
        names: Other names.
        ignored: What was left aside by name.
        unread: What nobody could read.
        about: Position of the relative that is being told of; None for the person.
    """

    original: str
    text: str
    words: Vocabulary
    said: list[Said] = field(default_factory=list)
    people: list[Relative] = field(default_factory=list)
    names: list[OtherName] = field(default_factory=list)
    ignored: list[Stretch] = field(default_factory=list)
    unread: list[Stretch] = field(default_factory=list)
    about: int | None = None

    def add(  # noqa: PLR0913  # a statement has many parts
        self,
        kind: str,
        start: int,
        end: int,
        because: str,
        *,
        spans: Spans | None = None,
        fixed: tuple[tuple[str, str], ...] = (),
        modality: Modality = Modality.ASSERTED,
    ) -> None:
        """Add a statement whose parts stand in spans.

        Words that deny, report or hedge it go before what the vocabulary says of all
        statements of its sort.
        """
        parts = dict(fixed)
        spans = spans or {}
        told = (held for name, held in _VOUCHED.items() if name in spans)
        modality = next(told, modality)
        for name in _FIELDS:
            if name in spans:
                parts[name] = self.bare(*spans[name])
        when = None
        dated = spans.get("when") or spans.get("before")
        if dated:
            when = self.when(dated)
        self.said.append(
            Said(
                kind,
                start,
                end,
                because,
                when=when,
                modality=modality,
                about=self.about,
                **parts,
            )
        )
        if "charge" in spans:
            begin, stop = spans["charge"]
            charge = self.bare(begin, stop)
            self.said.append(
                Said(
                    "charge",
                    begin,
                    stop,
                    because,
                    what=charge,
                    modality=Modality.CHARGED,
                    about=self.about,
                )
            )

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch without the space and stops around it."""
        return trimmed(self.text, start, end, self.words.abbreviations)

    def leave(self, start: int, end: int, name: str) -> None:
        """Leave a stretch aside by name, or unread where there is none."""
        start, end = self.trim(start, end)
        if start < end:
            heap = self.ignored if name else self.unread
            heap.append(Stretch(start, end, name))

    def bare(self, start: int, end: int) -> str:
        """Return words without the preposition before them and stops around them."""
        before = self.words.preposition.match(self.text, start, end)
        first, last = self.trim(before.end() if before else start, end)
        return " ".join(self.original[first:last].split())

    def when(self, span: tuple[int, int]) -> When | None:
        """Read a date."""
        return self.words.dates.read(self.original[slice(*span)])

    def section(self, mark: Mark, end: int) -> int:
        """Read what a mark opened by the first form that it has.

        All of it should have that form; if not, what stands before the first
        semicolon; if not, to a date that ends a sentence; if not, what stands before
        the first comma; if not, a date that it begins with.

        Returns:
            Where what was read ends.
        """
        section, start, opened = mark.section, mark.start, mark.end
        first, last = self.trim(opened, end)
        stop = self.trim(start, opened)[1]
        for until in self._lengths(first, last):
            spans = self._fitted(mark, first, until)
            if spans is not None:
                stop = max(stop, until)
                self._formed(section, start, stop, mark.parts | spans)
                return stop
        if section.alone or mark.parts:
            self._formed(section, start, stop, mark.parts)
        else:
            self.leave(start, stop, "" if first < last else "heading")
        return stop

    def _fitted(self, mark: Mark, start: int, end: int) -> Spans | None:
        """Return the parts of the first form that fits a stretch.

        A date that stands in the mark is its own; another one after it is not.
        """
        for form in mark.section.forms:
            found = form.fullmatch(self.text, start, end)
            spans = spans_of(found) if found else None
            if spans is not None and not {"when"} <= mark.parts.keys() & spans.keys():
                return spans
        return None

    def dated_end(self, start: int, end: int) -> int:
        """Return where a date whose full stop ends a sentence does so, if any does."""
        for found in _ENDED.finditer(self.text, start, end):
            stopped = self.original[found.start()] == "."
            if stopped and self.text[found.end() - 1].isupper():
                return found.start() + 1
        return end

    def _lengths(self, start: int, end: int) -> Iterator[int]:
        """Yield where a stretch ends: whole, at a semicolon, sentence, comma, date."""
        yield end
        cut = pieces(self.text, start, end, self.words.abbreviations)
        ends = (one.end for one, after in pairwise(cut) if after.after == ";")
        words = self.text[start:end]
        dated = start + len(words) - len(words.lstrip(MARK))
        comma = cut[0].end if cut else end
        sentence = self.dated_end(start, end)
        shorter = dict.fromkeys((next(ends, end), sentence, comma, dated))
        yield from (length for length in shorter if start < length < end)

    def _formed(self, section: Section, start: int, end: int, spans: Spans) -> None:
        if "ignored" in spans or not section.kind:
            self.leave(start, end, section.name)
            return
        kind, modality = section.kind, section.modality
        for some in self._each(section, spans):
            self.add(kind, start, end, section.name, spans=some, modality=modality)

    def _each(self, section: Section, spans: Spans) -> Iterator[Spans]:
        """Yield what makes a statement: all, or one place after another."""
        if section.each is None or "where" not in spans:
            yield spans
            return
        first, last = spans["where"]
        for parted in section.each.finditer(self.text, first, last):
            yield spans | {"where": (first, parted.start())}
            spans, first = {"where": (first, last)}, parted.end()
        yield spans | {"where": (first, last)}

    # --- items ----------------------------------------------------------------

    def item(self, piece: Piece) -> Item | None:
        """Return what a piece is by itself, if it is anything."""
        found = self._classified(piece)
        return found[0] if found else None

    def work(self, start: int, end: int) -> bool:
        """Read a stretch as an occupation; False where it does not look like one."""
        for form in self.words.work:
            found = form.fullmatch(self.text, start, end)
            if found is not None:
                spans = spans_of(found)
                self.add("occupation", start, end, "work", spans=spans)
                return True
        return False

    def read_item(self, piece: Piece) -> bool:
        """Read a piece that is something by itself; False if it is nothing."""
        found = self._classified(piece)
        if found is not None:
            self._take(found, piece.start, piece.end)
            return True
        inner = self._bracket(piece)
        if inner is None:
            return False
        core = Piece(piece.start, self.trim(piece.start, inner.start - 1)[1])
        found = self._classified(core)
        if found is None:
            return False
        self._take(found, core.start, core.end)
        for part in self._within(inner):
            told = self._classified(part)
            if told is None:
                self.leave(part.start, part.end, "")
            else:
                self._take(told, part.start, part.end)
        return True

    def _within(self, inner: Piece) -> list[Piece]:
        return pieces(self.text, inner.start, inner.end, self.words.abbreviations)

    def _bracket(self, piece: Piece) -> Piece | None:
        """Return what stands in the brackets that end a piece."""
        if piece.end <= piece.start or self.text[piece.end - 1] != ")":
            return None
        depth = 0
        for at in range(piece.end - 1, piece.start, -1):
            depth += (self.text[at] == ")") - (self.text[at] == "(")
            if depth == 0:
                apart = self.text[at - 1].isspace()
                return Piece(at + 1, piece.end - 1) if apart else None
        return None

    def _classified(self, piece: Piece) -> Classified | None:
        words = self.text[piece.start : piece.end]
        key = (self.words.language, words)
        if key not in _known:
            if len(_known) >= _REMEMBERED:
                _known.clear()
            _known[key] = self._fitting(words)
        found = _known[key]
        if found and found[0].head and self.text[: piece.start].strip():
            return None
        return found

    def _fitting(self, words: str) -> Classified | None:
        for item in self.words.items:
            found = item.form.fullmatch(words)
            if found is not None:
                return item, spans_of(found)
        return None

    def _take(self, found: Classified, start: int, end: int) -> None:
        item, spans = found
        spans = {n: (start + a, start + b) for n, (a, b) in spans.items()}
        if item.alias and self.about is not None:
            self.leave(start, end, "")  # the name of a relative
        elif item.alias:
            first, last = spans["name"]
            name = self.original[first:last]
            self.names.append(OtherName(first, last, item.alias, name))
            self.leave(start, first, item.name)
        elif not item.kind:
            self.leave(start, end, item.name)
        else:
            self.add(
                item.kind,
                start,
                end,
                item.name,
                spans=spans,
                fixed=item.fixed,
                modality=item.modality,
            )


def spans_of(found: Match[str]) -> Spans:
    """Return where the named groups of a match stand; without those that are empty."""
    return {part_of(n): found.span(n) for n in found.re.groupindex if found[n]}
