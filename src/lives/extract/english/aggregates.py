"""Claims about groups of people in numbers: how many, out of how many, what share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lives.extract.english.counting import Counted, Counting
from lives.extract.english.crowds import crowds
from lives.extract.english.prose import Prose, Token
from lives.model.claim import AggregateClaim
from lives.model.ids import CaptureId, content_id

_STOPS = frozenset(',;:.!?()[]“”"«»…—–')
_LONGEST = 22  # words a claim goes on after its noun
_ROUNDING = 0.6  # hundredths by which a share in a text may differ from its numbers
_WHOLE = 100
_LEADS = re.compile(
    r"(?:\b(?:out\s+of|there\s+(?:were|are|have\s+been|had\s+been|remained)|"
    r"(?:with|in)?\s*a\s+total\s+of)\s+(?:the\s+)?)+$",
    re.IGNORECASE,
)
_SPEAKER = (
    r"(?P<voice>(?:[A-ZÀ-ÞЀ-Я][\w’'.-]*(?:\s+(?:de|von|van)\b)?\s+){1,4}|[Hh]e\s+|[Ss]he\s+|"
    r"[Tt]hey\s+|[Tt]he\s+(?:[a-z-]+\s+){1,3})"
)
_MANNER = r"(?:(?:himself|herself|themselves|has|had|have|also|later|even|then)\s+)*"
_ACCORDING = re.compile(
    r"\baccording\s+to\s+(?P<voice>[^,.;:()“”\"]{2,60}?)(?=[,.;:()]|$)", re.IGNORECASE
)
_JOINED = re.compile(r"\s*,?\s*(?:and\s+)?(?:only\s+)?")
_SHARE = re.compile(r"[\d.,]+\s?(?:%|per\s?cent|percent)\s*")
_ELLIPTIC = re.compile(
    r"(?:under|over|aged|between|above|below|from|in|at|younger|older)\b", re.IGNORECASE
)
_SIGHT = 200
_NEAR = 25  # code points between a verb of saying and the number it gives


def find_claims(prose: Prose, capture: CaptureId) -> list[AggregateClaim]:
    """Find what a text says about groups of people in numbers, in order.

    A number counts only with a word for people or with what happens to people; years,
    ages, money, pages, votes and measures do not.

    Args:
        prose: The document's sentences.
        capture: The bytes it comes from.
    """
    claims = []
    for sentence in prose.sentences:
        if not sentence.heading and any(_is_numeral(t) for t in sentence.tokens):
            counting = Counting(prose.text, sentence.tokens)
            claims += [
                _claim(counting, found, end, capture) for found, end in _spans(counting)
            ]
    return claims


def _is_numeral(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower.partition("-")[0] in crowds().numerals


def _spans(counting: Counting) -> Iterator[tuple[Counted, int]]:
    """Yield what is counted with the end of its claim; "20% under 30" joins on."""
    found = list(counting.counted())
    merged: list[tuple[Counted, int]] = []
    for i, one in enumerate(found):
        limit = found[i + 1].start if i + 1 < len(found) else counting.end
        end = _end(counting, one, limit)
        if merged and _continues(counting.text, merged[-1], one):
            merged[-1] = (merged[-1][0], end)
        elif not merged or one.start >= merged[-1][1]:
            merged.append((one, end))
    yield from merged


def _continues(text: str, before: tuple[Counted, int], one: Counted) -> bool:
    if before[0].percent is None or one.percent is None:
        return False
    if not _JOINED.fullmatch(text, before[1], one.start):
        return False
    share = _SHARE.match(text, one.start)
    return share is not None and bool(_ELLIPTIC.match(text, share.end()))


def _end(counting: Counting, one: Counted, limit: int) -> int:
    """Return where a claim ends: with its clause, before the next number's claim."""
    words, tokens = crowds(), counting.tokens
    at = counting.token_at(one.noun)
    end = one.noun
    if at >= len(tokens) or not _goes_on(tokens[at]):
        return end
    for i in range(at, min(len(tokens), at + _LONGEST)):
        token = tokens[i]
        if (
            token.start >= limit
            or token.text in _STOPS
            or token.lower in words.boundaries
        ):
            break
        if token.lower == "and" and not _same_clause(tokens, i, limit):
            break
        end = token.end
    return _without_joints(counting, one.noun, end)


def _goes_on(token: Token) -> bool:
    words = crowds()
    return token.lower in words.onward | words.happenings or (
        token.word and token.lower.endswith(("ed", "en", "ing"))
    )


def _same_clause(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Tell whether "and" joins words of one clause: "arrested and shot"."""
    if at + 1 >= len(tokens) or tokens[at + 1].start >= limit:
        return False
    follower = tokens[at + 1]
    fresh = {"the", "a", "an", "he", "she", "they", "it", "his", "her", "their", "only"}
    return follower.word and follower.lower not in fresh | {"then", "this", "that"}


def _without_joints(counting: Counting, noun: int, end: int) -> int:
    """Take joining words off the end: "... and", "... with a total of"."""
    joints = crowds().inner | crowds().onward - {"alone", "later", "either", "under"}
    at = counting.token_at(end) - 1
    while (
        at > 0
        and counting.tokens[at].end > noun
        and counting.tokens[at].lower in joints
    ):
        at -= 1
    return max(noun, counting.tokens[at].end)


def _claim(
    counting: Counting, found: Counted, end: int, capture: CaptureId
) -> AggregateClaim:
    text = counting.text
    low = max(counting.start, found.start - _SIGHT)
    lead = _LEADS.search(text[low : found.start])
    start = low + lead.start() if lead else found.start
    start += len(text[start:end]) - len(text[start:end].lstrip())
    voice, estimated = _voice(text, counting.start, start, end, counting.end)
    claim = AggregateClaim(
        content_id("ag", capture, f"{start}-{end}"),
        capture,
        start,
        end,
        text[start:end],
        found.group,
        found.count,
        found.total,
        found.percent,
        found.approx or estimated,
        voice,
    )
    return replace(claim, check=check(claim))


def check(claim: AggregateClaim) -> str:
    """Say what arithmetic makes of a claim; "" where there is nothing to check.

    >>> from lives.model.ids import CaptureId
    >>> bare = AggregateClaim("", CaptureId(""), 0, 1, "")
    >>> check(replace(bare, count=90, total=120, percent=75))
    'agrees: 90 of 120 is 75.0%'
    """
    count, total, percent = claim.count, claim.total, claim.percent
    if count is not None and total:
        share = _WHOLE * count / total
        told = f"{count:,} of {total:,} is {share:.1f}%"
        if count > total:
            return f"disagrees: {count:,} is more than {total:,}"
        if percent is None or abs(percent - share) < _ROUNDING + 2 * claim.approx:
            return f"agrees: {told}"
        return f"disagrees: {told}, not {percent:g}%"
    if percent is not None and percent > _WHOLE:
        return f"disagrees: {percent:g}% is more than a whole"
    return ""


def _voice(text: str, low: int, start: int, end: int, high: int) -> tuple[str, bool]:
    """Tell who gives a number, and whether it is said to be an estimate."""
    around = text[max(low, start - _SIGHT) : min(high, end + _SIGHT)]
    according = _ACCORDING.search(around)
    if according:
        return " ".join(according["voice"].split()), False
    before = text[max(low, start - _SIGHT) : start]
    every = list(_said().finditer(before))
    said = every[-1] if every else None  # the one that stands nearest
    if said is None or (not said["that"] and len(before) - said.end() > _NEAR):
        return "", False
    voice = re.sub(r"\b(?:himself|herself|themselves)\b", "", said["voice"])
    return " ".join(voice.split()), said["verb"].startswith(
        ("estimat", "calculat", "reckon")
    )


def _said() -> re.Pattern[str]:
    verbs = "|".join(sorted(crowds().voices))
    return re.compile(
        rf"\b{_SPEAKER}{_MANNER}(?P<verb>{verbs})\b(?P<that>\s+that\b|\s+there\b)?"
    )
