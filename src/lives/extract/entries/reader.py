"""The reader of register entries: marks, sections, pieces.

A mark ("Arrested") opens a section; what follows has one of its forms. Pieces outside
sections, between commas, are what they are by themselves ("no party"), or by where
they stand: after the date of birth a place, after that what the person did.
"""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from lives.extract.entries.dates import MARK, lifetime
from lives.extract.entries.dissent import hidden, otherwise
from lives.extract.entries.draft import Draft
from lives.extract.entries.entry import Entry, Relative, Said
from lives.extract.entries.marks import Mark, marks
from lives.extract.entries.pieces import Piece, pieces, sentence_end, trimmed
from lives.extract.entries.sentences import joined
from lives.extract.entries.stance import stanced
from lives.extract.entries.vocabulary import Section, Vocabulary
from lives.reading.names_letters import meant

_DATED = re.compile(rf"[\s:,–-]*(?P<date>{MARK}+)")
_BESIDE_BIRTH = frozenset({"birth", "nationality", "membership", "origin", "education"})
_BREAKS = frozenset(".\n")


def read_entry(text: str, words: Vocabulary) -> Entry:
    """Read one entry.

    Args:
        text: The entry without the name that heads it.
        words: Vocabulary of its language.

    Returns:
        What it says, and what was left; spans count code points of `text`. Values have
        the letters that were meant, where one of another script stands among them.
    """
    text = meant(text)
    shown, dissents = hidden(text, words)
    shown = words.dates.masked(shown)
    reading = _Reading(shown, words, Draft(text, shown, words))
    reading.read()
    draft = reading.draft
    said = joined(sorted(draft.said, key=lambda one: (one.start, one.end)))
    said = stanced(shown, said, words)
    for dissent in dissents:
        said = otherwise(text, said, dissent, draft)
    return Entry(
        tuple(said),
        tuple(draft.people),
        tuple(draft.names),
        tuple(draft.ignored),
        tuple(draft.unread),
    )


@dataclass(slots=True)
class _Reading:
    """An entry being read."""

    text: str
    words: Vocabulary
    draft: Draft
    free: bool = True  # what stands by itself tells the occupation
    ends: int = 0  # where talk of a relative ends
    several: Section | None = None  # names to come are of more such relatives

    def read(self) -> None:
        """Read what stands before the first mark, then section by section."""
        found = marks(self.text, self.words, self.draft.original)
        self._run(0, found[0].start if found else len(self.text))
        for mark, following in zip_longest(found, found[1:]):
            end = following.start if following else len(self.text)
            if mark.start >= self.ends:
                self.draft.about, self.several = None, None
            self._section(mark, end, following)

    def _section(self, mark: Mark, end: int, following: Mark | None) -> None:
        section = mark.section
        if section.relation:
            self._relative(mark, end)
            return
        self.free = section.free
        stop = end
        if not section.through:
            stop = sentence_end(self.text, mark.end, end, self.words.abbreviations)
        if self.text[: mark.start].rstrip().endswith("("):
            closed = self.text.find(")", mark.end, stop)
            stop = closed if closed >= 0 else stop
        if section.ignored:
            self.draft.leave(mark.start, stop, section.name)
        elif section.place:
            self._born(mark, end)
            return
        elif following and self._sentences(mark, following):
            # "Sentence: deported" tells the sentence, and the deportation by itself.
            spans = {"what": (following.start, self._end_of(following))}
            self.draft.add(
                section.kind, mark.start, spans["what"][1], section.name, spans=spans
            )
        else:
            stop = self.draft.section(mark, stop)
        self._run(stop, end)

    def _sentences(self, mark: Mark, following: Mark) -> bool:
        """Tell whether what follows a sentence at once is what the sentence was."""
        first, last = trimmed(self.text, mark.end, following.start)
        return (
            mark.section.kind == "sentence"
            and following.section.within
            and first >= last
        )

    def _end_of(self, mark: Mark) -> int:
        text = self.text
        stop = sentence_end(text, mark.start, len(text), self.words.abbreviations)
        return self.draft.trim(mark.start, stop)[1]

    def _born(self, mark: Mark, end: int) -> None:
        """Read date and place, and the pieces that follow them."""
        start, when = mark.end, None
        if "when" in mark.parts:
            when = self.draft.when(mark.parts["when"])
        else:
            dated = _DATED.match(self.text, mark.end, end)
            if dated is not None:
                when = self.draft.when(dated.span("date"))
                start = dated.end() if when else start
        said = Said(
            mark.section.kind,
            mark.start,
            self.draft.trim(mark.start, start)[1],
            mark.section.name,
            when=when,
            about=self.draft.about,
        )
        life = lifetime(when) if when else None
        deaths = [replace(said, kind="death", when=life[1])] if life else []
        if life:
            said = replace(said, when=life[0])
        rest = pieces(self.text, start, end, self.words.abbreviations)
        count = self._place_count(rest)
        if count:
            first, last = rest[0].start, rest[count - 1].end
            where = self.draft.bare(first, last)
            said = replace(said, where=where, end=last)
        if said.when or said.where:
            self.draft.said += [said, *deaths]
        else:
            self.draft.leave(mark.start, mark.end, "")
        self._pieces(rest[count:])

    def _place_count(self, rest: list[Piece]) -> int:
        """Count the pieces that belong to the place of birth."""
        count = 0
        for piece in rest:
            item = self.draft.item(piece)
            other = item is not None and not item.place
            ended = piece.after in _BREAKS or (count and piece.after == ";")
            if other or ended or not self._placelike(piece):
                break
            count += 1
        return count

    def _placelike(self, piece: Piece) -> bool:
        if self.several and self.words.given.fullmatch(
            self.text, piece.start, piece.end
        ):
            return False  # the next child
        return self.words.place.match(self.text, piece.start, piece.end) is not None

    def _relative(self, mark: Mark, end: int) -> None:
        """Read who a relative is; marks up to the end of the sentence tell of him."""
        text = self.text
        ends = sentence_end(text, mark.end, len(text), self.words.abbreviations)
        self.ends = self.draft.dated_end(mark.end, ends)
        stop = min(end, self.ends)
        self.several = mark.section if mark.section.several else None
        self.free = True
        named = self.words.given.match(text, mark.end, stop)
        if named is not None:
            self._person(mark.section, named.span("name"), mark.start)
        elif not mark.section.several or end < self.ends:
            # "Three children died in 1933": whoever they were, something is told.
            self._person(mark.section, None, mark.start)
        self._run(named.end() if named else mark.end, stop)
        if end > stop:
            self.draft.about, self.several = None, None
            self._run(stop, end)

    def _person(
        self, section: Section, named: tuple[int, int] | None, start: int
    ) -> None:
        """Take in a relative, named or not; what follows is about him or her."""
        span = named or (start, self._word_end(start))
        name = self.draft.original[slice(*span)] if named else ""
        self.draft.about = len(self.draft.people)
        self.draft.people.append(
            Relative(*span, section.relation, name, section.gender)
        )

    def _word_end(self, start: int) -> int:
        while start < len(self.text) and self.text[start].isalpha():
            start += 1
        return start

    def _run(self, start: int, end: int) -> None:
        self._pieces(pieces(self.text, start, end, self.words.abbreviations))

    def _pieces(self, run: list[Piece]) -> None:
        """Read pieces one by one; those that nothing explains, together."""
        held: list[Piece] = []
        for piece in run:
            told = self.draft.about is not None or self.several
            if told and piece.start >= self.ends:
                self._work(held)
                held = []
                self.draft.about, self.several = None, None
            if piece.after in _BREAKS or piece.after == ";":
                self._work(held)
                held = []
            if self._read(piece):
                self._work(held)
                held = []
            else:
                held.append(piece)
        self._work(held)

    def _read(self, piece: Piece) -> bool:
        """Read a piece that is something by itself: another child, a nationality."""
        if self.several is not None:
            named = self.words.given.match(self.text, piece.start, piece.end)
            if named is not None:
                self._person(self.several, named.span("name"), piece.start)
                rest = Piece(named.end(), piece.end)
                if rest.start < rest.end and not self.draft.read_item(rest):
                    self.draft.leave(rest.start, rest.end, "")
                return True
        return self.draft.read_item(piece) or self._birthplace(piece)

    def _birthplace(self, piece: Piece) -> bool:
        """Take a place by itself for that of a birth that has none so far."""
        if not self.words.sure_place.match(self.text, piece.start, piece.end):
            return False
        if not self.draft.said or self.draft.said[-1].kind not in _BESIDE_BIRTH:
            return False
        where = self.draft.bare(piece.start, piece.end)
        for number, said in enumerate(self.draft.said):
            if said.kind == "birth" and said.about == self.draft.about:
                if said.where or not said.when:
                    return False
                born = replace(said, where=where, end=piece.end)
                self.draft.said[number] = born
                return True
        return False

    def _work(self, held: list[Piece]) -> None:
        """Take what stands where the occupation belongs for the occupation."""
        told = self.words.happened
        happens = (told.search(self.text, p.start, p.end) is not None for p in held)
        count = next((n for n, happened in enumerate(happens) if happened), len(held))
        for some, could in ((held[:count], self.free), (held[count:], False)):
            if some:
                start, end = some[0].start, some[-1].end
                if not could or not self.draft.work(start, end):
                    self.draft.leave(start, end, "")
