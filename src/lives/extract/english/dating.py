"""The dates of a document in their context: completed, counted, carried on.

A date that the words alone do not give carries its reason in `When.inferred`. Where
the context does not settle a date, there is none: a life is not dated by guesswork.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.dating_relative import (
    DateInText,
    Relative,
    anchors,
    completed,
    date_of_deed,
    find_feasts,
    find_relative,
    resolved,
    told,
    year_alone,
    year_of,
)
from lives.extract.english.prose import Prose
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.when import When
from lives.reading.dates import DateFound, find_dates, from_edtf, in_year

_HEAD = re.compile(r"[ \t]*[-–—•*·]?[ \t]*[(\[]?")
_AFTER_HEAD = re.compile(r"[)\]]?[ \t]*(?:[:–—.\t]|-(?=\s)|\n|$)")
_FOLLOWING = re.compile(r"\b(?:the\s+following|the\s+next|next)\s+$", re.IGNORECASE)
_OF_YEAR = re.compile(r"\s*,?\s*(?:(?:in|of)\s+)?")
_JOINED = re.compile(r"\s*(?:,|and|or|,\s*and)\s*(?:on\s+|in\s+)?(?:the\s+)?")
# "had been seized in July": of the Julys, the one before.
_PLUPERFECT = re.compile(
    r"\bhad\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|en|ne|ght|t|d)\b"
    r"(?:(?!\b(?:was|were|and|when)\b)[^.,;:!?])*$"
)
_CLAUSE = 80  # code points
_ENDS = re.compile(r"[.;:!?()]")
_BREAK = re.compile(r"\n")
_SIGHT = 24
_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of a document.

    Attributes:
        dates: In order, not overlapping.
        anchored: For each sentence, the date that its context gives it.
        certain: For each sentence, whether that date is the head of its entry.
    """

    dates: tuple[DateInText, ...]
    anchored: tuple[When | None, ...]
    certain: tuple[bool, ...]

    def anchor(self, sentence: int) -> When | None:
        """Return the date that the context gives a sentence without one.

        The head of its entry in a chronology; else the last date told earlier in its
        paragraph; else the date of the heading it stands under; else None.
        """
        return self.anchored[sentence]


@dataclass(slots=True)
class _Context:
    """What earlier words have told, while a document is read from top to bottom."""

    heading: When | None = None
    section: When | None = None  # the last date since the heading
    before: When | None = None  # the last date of this paragraph or the one before
    since: int = 0  # paragraphs since the section's last date
    written: When | None = None

    def of_year(self) -> Iterator[When]:
        """Yield the dates that may give a year, the nearest first."""
        for when in (self.before, self.section, self.heading):
            if when is not None:
                yield when


def date_sentences(
    prose: Prose,
    read: TextAsRead,
    written: str = "",
    cited: Sequence[tuple[int, int]] = (),
) -> Dating:
    """Find the dates of a document and what each sentence may take from its context.

    Args:
        prose: Its sentences.
        read: Its text and blocks, the ones the sentences were cut from.
        written: When it was written, as EDTF; it gives a year only if it tells the
            month, as for a letter.
        cited: Spans of works cited, in order: their years date no event.
    """
    context = _Context(written=from_edtf(written) if written else None)
    dates: list[DateInText] = []
    anchored: list[When | None] = []
    certain: list[bool] = []
    sentence = 0
    for position, block in enumerate(read.blocks):
        here = list(_of_block(read.text, block, context, cited))
        dates += here
        while (
            sentence < len(prose.sentences)
            and prose.sentences[sentence].block == position
        ):
            start = prose.sentences[sentence].start
            when, sure = _anchor_at(start, here, context.heading)
            anchored.append(when)
            certain.append(sure)
            sentence += 1
        _close(block, here, context, read.text)
    return Dating(tuple(dates), tuple(anchored), tuple(certain))


def _is_cited(at: int, cited: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place lies in a work cited."""
    last = bisect_left(cited, (at + 1, 0)) - 1
    return last >= 0 and at < cited[last][1]


def _anchor_at(
    start: int, here: Sequence[DateInText], heading: When | None
) -> tuple[When | None, bool]:
    before = [d for d in here if d.start <= start or d.head]
    heads = [d for d in before if d.head and d.start <= start]
    if heads:
        reason = f"date at the head of the entry, {told(heads[-1].when)}"
        return replace(heads[-1].when, inferred=reason), True
    last = next(
        (d.when for d in reversed(before) if d.end <= start and anchors(d.when)), None
    )
    if last is not None:
        reason = f"date of an earlier sentence, {told(last)}"
        return replace(last, inferred=reason), False
    if heading is not None:
        return replace(heading, inferred=f"date of the heading, {told(heading)}"), False
    return None, False


def _close(
    block: Block, here: Sequence[DateInText], context: _Context, text: str
) -> None:
    """Carry on what a block has told."""
    plain = [date.when for date in here if anchors(date.when)]
    alone = len(here) == 1 and _is_alone(text, block, here[0])
    if block.form is BlockForm.HEADING or alone:
        context.heading = here[0].when if len(here) == 1 else None
        context.section = context.before = None
        return
    context.before = plain[-1] if plain else None
    if plain:
        context.section = plain[-1]


def _is_alone(text: str, block: Block, date: DateInText) -> bool:
    """Tell whether a paragraph is a date and nothing else: a heading in effect."""
    rest = text[block.start : date.start] + text[date.end : block.end]
    return not any(mark.isalnum() for mark in rest)


def _of_block(
    text: str, block: Block, context: _Context, cited: Sequence[tuple[int, int]]
) -> Iterator[DateInText]:
    """Yield the dates of a block, each completed from what stands before it."""
    met = [
        words
        for words in _met(text, block)
        if isinstance(words, Relative) or not _is_cited(words.start, cited)
    ]
    line_starts = _lines(text, block)
    told_here: list[DateInText] = []
    free = block.start
    for i, found in enumerate(met):
        if found.start < free:
            continue
        head = isinstance(found, DateFound) and _is_head(text, found, line_starts)
        after = met[i + 1] if i + 1 < len(met) else None
        end = found.end
        when = _of_its_year(text, found, after, context)
        if when is not None and after is not None:
            end = after.end  # "5 May of the following year" is one date
        else:
            when = _settled(text, found, after, context, told_here)
        if when is None:
            continue
        free = end
        # "Two years later" is not counted from a date before an open one.
        aside = found.deed if isinstance(found, Relative) else when.inferred
        if anchors(when) or not aside:
            context.before = when if anchors(when) else year_alone(when)
        told_here.append(DateInText(found.start, end, when, head=head))
        yield told_here[-1]


def _met(text: str, block: Block) -> list[DateFound | Relative]:
    """Find dates of all sorts; of those that overlap, the one that begins first."""
    found: list[DateFound | Relative] = [
        *find_feasts(text, block.start, block.end),
        *find_dates(text, block.start, block.end),
        *find_relative(text, block.start, block.end),
    ]
    found.sort(key=lambda words: (words.start, -words.end))
    apart: list[DateFound | Relative] = []
    for words in found:
        if not apart or words.start >= apart[-1].end:
            apart.append(words)
    return apart


def _of_its_year(
    text: str,
    found: DateFound | Relative,
    after: DateFound | Relative | None,
    context: _Context,
) -> When | None:
    """Read "on 5 May of the following year": the year is told by pointing."""
    if isinstance(found, Relative) or found.when is not None:
        return None
    if not isinstance(after, Relative) or not after.year or context.before is None:
        return None
    if not _OF_YEAR.fullmatch(text[found.end : after.start]):
        return None
    year = resolved(after, context.before)
    if year is None or year.earliest is None or "/" in year.edtf:
        return None
    return in_year(found, year.earliest.year, inferred=year.inferred)


def _lines(text: str, block: Block) -> frozenset[int]:
    """Return where a date at the head of a line of the block would begin."""
    breaks = (match.end() for match in _BREAK.finditer(text, block.start, block.end))
    heads = (_HEAD.match(text, at) for at in (block.start, *breaks))
    return frozenset(match.end() for match in heads if match)


def _is_head(text: str, found: DateFound, line_starts: frozenset[int]) -> bool:
    at_start = found.start in line_starts
    return at_start and _AFTER_HEAD.match(text, found.end) is not None


def _settled(
    text: str,
    found: DateFound | Relative,
    after: DateFound | Relative | None,
    context: _Context,
    told_here: Sequence[DateInText],
) -> When | None:
    if isinstance(found, Relative):
        anchor = context.before
        if found.deed:
            anchor = date_of_deed(text, found, told_here)
        return resolved(found, anchor) if anchor else None
    if found.when is not None:
        return found.when
    if isinstance(after, DateFound) and after.when and after.when.earliest:
        between = text[found.end : after.start]
        if _JOINED.fullmatch(between) and not after.years_only:
            when = in_year(found, after.when.earliest.year, inferred="")
            return year_of(when, after.when) if when else None
    before = text[max(0, found.start - _SIGHT) : found.start]
    following = bool(_FOLLOWING.search(before))
    back = bool(_PLUPERFECT.search(text, max(0, found.start - _CLAUSE), found.start))
    for anchor in context.of_year():
        when = completed(found, anchor, following=following, back=back)
        if when is not None:
            return when
    return _from_next(text, found, after) or _from_writing(found, context.written)


def _from_next(
    text: str, found: DateFound, after: DateFound | Relative | None
) -> When | None:
    """Give "tried in May and shot in June 1937" its year, where no other is near."""
    if not isinstance(after, DateFound) or after.when is None or after.years_only:
        return None
    if after.when.earliest is None or _ENDS.search(text[found.end : after.start]):
        return None
    when = in_year(found, after.when.earliest.year, inferred="")
    in_order = when is not None and when.before(after.when)
    return year_of(when, after.when) if when and in_order else None


def _from_writing(found: DateFound, written: When | None) -> When | None:
    """Give a date in a letter the year in which the letter was written."""
    if written is None or written.days is None or written.days > _MONTH_DAYS:
        return None
    year = written.latest.year if written.latest else 0
    reason = f"year from the date of writing, {written.edtf}"
    for candidate in (year, year - 1):
        when = in_year(found, candidate, inferred=reason)
        if when and not written.before(when):
            return when
    return None
