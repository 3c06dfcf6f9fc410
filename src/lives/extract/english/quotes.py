"""Quotations: what stands in them is said by another than the author.

A stretch of five words or more between quotation marks is a quotation; fewer are a
title or scare quotes. Who speaks is told by a verb of saying before or after it, or
by a citation that follows. Within a quotation another may be quoted: what stands in
the inner one is said by the inner voice.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lives.extract.english.lexicon import words
from lives.extract.english.marks import Stretch, stretches
from lives.model.claim import Citation
from lives.model.ids import MentionId
from lives.model.mention import Mention

_NO_SUBJECTS = frozenset(("him", "his", "her", "hers", "them", "their"))
_NEAR = 60
_BESIDE = 3  # code points between a name and its verb of saying


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
    """Return the quotations of a text in order; they do not overlap.

    A quotation that holds another is cut at it: what comes before and after is said by
    the outer voice.

    Args:
        text: The whole text as read.
        mentions: In order of place; one of them may be the speaker.
        citations: In order of place; one right after a quotation names its source.
    """
    speakers = [m for m in mentions if m.text.lower() not in _NO_SUBJECTS]
    starts = [m.start for m in speakers]
    cited = {citation.start: citation for citation in citations}
    found: list[Quotation] = []
    for outer in stretches(text):
        low = bisect_left(starts, outer.start - _NEAR * 2)
        high = bisect_left(starts, outer.end + _NEAR)
        near = speakers[low:high]
        voice = _cited(cited, outer.end) or _voice(text, outer, near)
        found.extend(_cut(text, outer, voice, near))
    return found


def _cut(
    text: str,
    outer: Stretch,
    voice: tuple[str, MentionId | None],
    near: Sequence[Mention],
) -> Iterator[Quotation]:
    """Yield a quotation, cut at those it holds."""
    at = outer.start
    for inner in outer.inner:
        within = [m for m in near if outer.start <= m.start < outer.end]
        said = _voice(text, inner, within, outer.start, outer.end)
        yield Quotation(at, inner.start, *voice)
        yield Quotation(inner.start, inner.end, *said)
        at = inner.end
    yield Quotation(at, outer.end, *voice)


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
    text: str,
    quoted: Stretch,
    near: Sequence[Mention],
    first: int = 0,
    last: int | None = None,
) -> tuple[str, MentionId | None]:
    """Return who says it, by a verb of saying before or after.

    Args:
        text: The whole text.
        quoted: The quotation.
        near: The mentions around it, in order.
        first: Nothing before this is looked at: where a quotation around it begins.
        last: Nor anything from here on.
    """
    opening = max(first, quoted.start - _NEAR)
    said = _last(text, opening, quoted.start)
    before = [m for m in near if m.end <= quoted.start]
    if said is not None:
        speakers = [m for m in before if m.end <= said.start()] or before
        words_ = _described(text, max(first, said.start() - _NEAR), said.start())
        beside = speakers and said.start() - speakers[-1].end <= _BESIDE
        if words_ and not beside:
            return words_, None
        if speakers:
            return speakers[-1].text, speakers[-1].id
    return _after(text, quoted.end, near, last)


def _after(
    text: str, end: int, near: Sequence[Mention], last: int | None
) -> tuple[str, MentionId | None]:
    """Return who says it by the words after: "..., said X"."""
    limit = end + _NEAR if last is None else min(last, end + _NEAR)
    following = re.split(r"[.;]", text[end:limit], maxsplit=1)[0]
    said = _saying().search(following)
    if said is None:
        return "", None
    after = [m for m in near if end <= m.start < end + len(following)]
    words_ = _inverted().match(following, said.end())
    if words_ and not (after and after[0].start <= end + words_.end()):
        return words_.group(1), None
    return (after[0].text, after[0].id) if after else ("", None)


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last verb of saying before a quotation, in its sentence."""
    found = list(_saying().finditer(text, start, end))
    if not found:
        return None
    sentence = [m for m in found if not re.search(r"[.!?]\s", text[m.end() : end])]
    return sentence[-1] if sentence else found[0]


def _described(text: str, start: int, end: int) -> str:
    """Return the noun phrase right before a verb of saying: "My neighbour"."""
    found = _phrase().search(text, start, end)
    return " ".join(found.group(1).split()) if found else ""


_DETERMINED = (
    r"\b((?:the|a|an|his|her|their|my|our|its|this|one|another|some|several|many)"
    r"\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}?)"
)


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words()['quoting']))}|put it)\b")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(
        _DETERMINED + r"(?:\s+(?:had|has|later|also|once))?\s+$", re.IGNORECASE
    )


@cache
def _inverted() -> re.Pattern[str]:
    return re.compile(r"\s+" + _DETERMINED + r"(?=[\s,]*$|,)", re.IGNORECASE)
