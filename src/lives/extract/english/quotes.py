"""Quotations: what stands in them is said by another than the author.

A stretch of five words or more between quotation marks is a quotation; fewer are a
title or scare quotes. Who speaks is told by a verb of saying before or after it, or
by a citation that follows.
"""

import re
from collections.abc import Sequence
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
    """Return the quotations of a text in order."""
    found = []
    for start, end in _stretches(text):
        voice, speaker = _voice(text, start, end, mentions, citations)
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


def _voice(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    citations: Sequence[Citation],
) -> tuple[str, MentionId | None]:
    for citation in citations:
        if 0 <= citation.start - end < 4:  # noqa: PLR2004  # a space and a mark
            csl = citation.csl
            names = (csl.get("container-title"), csl.get("author"), csl.get("title"))
            return next((n for n in names if n), citation.quote), None
    before = text[max(0, start - _NEAR) : start]
    after = text[end : end + _NEAR]
    if _SAYING.search(before):
        near = [m for m in mentions if 0 <= start - m.end < _NEAR * 2]
        if near:
            said = _SAYING.search(before)
            verb_at = max(0, start - _NEAR) + (said.start() if said else 0)
            subjects = [m for m in near if m.text.lower() not in _NO_SUBJECTS]
            speakers = [m for m in subjects if m.end <= verb_at] or subjects or near
            return speakers[-1].text, speakers[-1].id
    if _SAYING.search(after.split(".")[0]):
        near = [m for m in mentions if 0 <= m.start - end < _NEAR]
        if near:
            return near[0].text, near[0].id
    return "", None
