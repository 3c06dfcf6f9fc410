"""Quotations: what stands in them is said by another than the author.

A stretch of five words or more between quotation marks is a quotation; fewer are a
title or scare quotes. Who speaks is told by a verb of saying before or after it, or
by a citation that follows.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.model.claim import Citation
from lives.model.ids import MentionId
from lives.model.mention import Mention

_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“"}
_NO_SUBJECTS = frozenset(("him", "his", "her", "hers", "them", "their"))
_WORDS = 5
_NEAR = 60
_SAYING = re.compile(
    r"\b(said|says|wrote|writes|stated|states|declared|remarked|recalled|recalls|told|"
    r"comments|commented|explains|explained|asked|replied|added|noted|reported|testified|"
    r"concluded|insisted|argued|observed|claimed|exclaimed|read|put it)\b"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of another's words.

    Attributes:
        start: First code point, with the mark.
        end: One past the closing mark.
        voice: Who says it, in words; "" where that cannot be seen.
        speaker: The same as a mention.
    """

    start: int
    end: int
    voice: str = ""
    speaker: MentionId | None = None


def quotations(
    text: str, mentions: Sequence[Mention], citations: Sequence[Citation]
) -> list[Quotation]:
    """Return the quotations of a text in order.

    Args:
        text: The whole text as read.
        mentions: In order of place; one of them may be the speaker.
        citations: In order of place; one right after a quotation names its source.
    """
    speakers = [m for m in mentions if m.text.lower() not in _NO_SUBJECTS]
    starts = [m.start for m in speakers]
    cited = {citation.start: citation for citation in citations}
    found = []
    for start, end in _stretches(text):
        low, high = (
            bisect_left(starts, start - _NEAR * 2),
            bisect_left(starts, end + _NEAR),
        )
        near = speakers[low:high]
        voice, speaker = _cited(cited, end) or _voice(text, start, end, near)
        found.append(Quotation(start, end, voice, speaker))
    return found


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return the spans between marks, one over paragraphs that each open anew."""
    found: list[tuple[int, int]] = []
    at = 0
    opening = re.compile('["“«„]')
    while match := opening.search(text, at):
        mark = match.group()
        if mark == '"' and match.start() and text[match.start() - 1].isalnum():
            at = match.end()
            continue
        end = _closing(text, match.start(), mark)
        if end < 0:
            at = match.end()
            continue
        if len(text[match.start() : end].split()) >= _WORDS:
            found.append((match.start(), end))
        at = end
    return found


def _closing(text: str, start: int, mark: str) -> int:
    """Return one past the closing mark; paragraphs reopened by the mark go on."""
    close = _PAIRS[mark]
    at = start + 1
    while True:
        end = text.find(close, at)
        if end < 0:
            return -1
        gap = text.find("\n\n", at, end)
        if gap < 0:
            return end + 1
        resumed = re.compile(r"\n\s*" + re.escape(mark)).match(text, gap + 1)
        if resumed is None:
            return -1
        at = resumed.end()


def _cited(
    cited: Mapping[int, Citation], end: int
) -> tuple[str, MentionId | None] | None:
    """Return the source named right after a quotation, in brackets."""
    for gap in range(4):
        citation = cited.get(end + gap)
        if citation is not None:
            names = ("container-title", "author", "title")
            told = (citation.csl.get(name) for name in names)
            return next((name for name in told if name), citation.quote), None
    return None


def _voice(
    text: str, start: int, end: int, near: Sequence[Mention]
) -> tuple[str, MentionId | None]:
    """Return who says it, by a verb of saying before or after."""
    opening = max(0, start - _NEAR)
    said = _SAYING.search(text, opening, start)
    before = [m for m in near if m.end <= start]
    if said and before:
        speakers = [m for m in before if m.end <= said.start()] or before
        return speakers[-1].text, speakers[-1].id
    after = [m for m in near if m.start >= end]
    if after and _SAYING.search(text[end : end + _NEAR].split(".", maxsplit=1)[0]):
        return after[0].text, after[0].id
    return "", None
