"""Where words come from: passage, file, receipt, source, and how to check."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lives.cli.desk import wrapped
from lives.model.decision import Decision, DecisionKind
from lives.model.ids import CaptureId
from lives.model.passage import Block, Passage, TextAsRead
from lives.model.source import Capture, Source
from lives.store.archive import Archive

_LABEL = 11


@dataclass(frozen=True, slots=True)
class Origin:
    """A passage and all that leads from it to the bytes.

    Attributes:
        passage: The words with a little of what stands around them.
        block: The paragraph or row they stand in; None if the text has none there.
        number: Of that paragraph, headings included, from 1; 0 if there is none.
        reader: What made the text as read out of the bytes.
        capture: The bytes.
        path: Where they lie.
        source: The work.
        accession: The decision by which they were received.
        among: How many files the source has.
    """

    passage: Passage
    block: Block | None
    number: int
    reader: str
    capture: Capture
    path: Path
    source: Source
    accession: Decision | None
    among: int

    @property
    def place(self) -> str:
        """Say where in the source: in which of its files, and where in the file."""
        if self.among > 1:
            return f"{self.capture.name}, {self.within}"
        return self.within

    @property
    def within(self) -> str:
        """Say where in the file: page, sheet and row, or else which paragraph."""
        block = self.block
        told = []
        if block and block.page is not None:
            told.append(f"page {block.page}")
        if block and block.sheet:
            told.append(f"sheet {block.sheet}")
        if block and block.row is not None:
            told.append(f"row {block.row}")
        if not told and self.number:
            told.append(f"paragraph {self.number}")
        return ", ".join(told) or self.span

    @property
    def span(self) -> str:
        """Say which code points of the text as read."""
        return f"code points {self.passage.start} to {self.passage.end}"


class Origins:
    """Origins of passages in one archive; each text is read once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._sources = archive.tables.sources()
        self._captures = {c.id: c for c in archive.tables.captures()}
        self._among = Counter(c.source for c in self._captures.values())
        self._texts: dict[CaptureId, TextAsRead] = {}
        self._receipts: dict[CaptureId, Decision] = {}
        for decision, body in archive.standing(DecisionKind.ACCESSION):
            self._receipts[CaptureId(body["capture"])] = decision

    def origin(self, capture: CaptureId, start: int, end: int) -> Origin:
        """Return where a span of a capture's text comes from."""
        held = self._captures[capture]
        read = self.reading(capture)
        blocks = read.blocks
        number = bisect_right(blocks, start, key=lambda block: block.start)
        inside = number > 0 and start < blocks[number - 1].end
        return Origin(
            passage=Passage.cut(capture, read.text, start, end),
            block=blocks[number - 1] if inside else None,
            number=number if inside else 0,
            reader=read.reader,
            capture=held,
            path=self._archive.captures.path(capture),
            source=self._sources[held.source],
            accession=self._receipts.get(capture),
            among=self._among[held.source],
        )

    def reading(self, capture: CaptureId) -> TextAsRead:
        """Return the text of a capture with its blocks, read once."""
        if capture not in self._texts:
            self._texts[capture] = self._archive.tables.reading(capture)
        return self._texts[capture]

    def title(self, capture: CaptureId) -> str:
        """Return the title of the work a capture is a copy of."""
        return self._sources[self._captures[capture].source].title


def labelled(label: str, words: str) -> Iterator[str]:
    """Yield a label with words beside it, broken into lines."""
    yield from wrapped(words, first=f"  {label:<{_LABEL}}")


def in_lines(origin: Origin) -> Iterator[str]:
    """Say an origin, from the words to the bytes."""
    passage, capture, source = origin.passage, origin.capture, origin.source
    if passage.quote:  # a whole capture has no passage
        yield from labelled("words", f"“{passage.quote}”")
        around = f"…{passage.prefix}[{passage.quote}]{passage.suffix}…"
        yield from labelled("context", " ".join(around.split()))
        if origin.within != origin.span:
            yield from labelled("place", origin.within)
        span = f"{origin.span} of the text read by {origin.reader}"
        yield from labelled("span", span)
    yield from labelled("file", f"{capture.name}, {capture.size} bytes")
    yield from labelled("source", described(source))
    if source.reliability:
        yield from labelled("note", source.reliability)
    if origin.accession is not None:
        at, by = origin.accession.at, origin.accession.by
        yield from labelled("received", f"{at} by {by}")
        chain = f"decision {origin.accession.seq}, {origin.accession.hash}"
        yield from labelled("chain", chain)
    yield from labelled("sha256", capture.id)
    yield f"  {'check':<{_LABEL}}sha256sum {origin.path}"


def described(source: Source) -> str:
    """Say what a source is in one line."""
    csl = source.csl
    parts = [csl.get("author", ""), source.title, csl.get("issued", "")]
    cited = ", ".join(part for part in parts if part)
    return f"{cited} ({source.id}; {source.kind}; rights: {source.rights})"
