"""Events with a name of their own, where a passage says when they were.

A date is an event's only where nothing but what belongs to the event stands between:
"the Ninth Congress (March 1920)", "the Ninth Congress met in Moscow in March 1920", "in
March 1920, at the Ninth Congress". A date that the words alone do not give, or that
they leave open or vague, dates no event: two texts must not be set against each other
by what the reader inferred.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lives import packaged
from lives.extract.english.dating_relative import DateInText
from lives.extract.english.event_names import EventName, event_names
from lives.extract.english.prose import Prose, Sentence
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId
from lives.model.when import When
from lives.reading.patterns import any_of

_DATA: Final = packaged.table("lives.extract.english", "data/events.toml")
_SIGHT = 60  # code points before a name that tell how it is spoken of
_FARTHEST = 80  # code points between a name and its date

_PLACE = r"[A-ZÀ-Þ][\w’'-]*(?:(?:\s+and\s+|,?\s+)[A-ZÀ-Þ][\w’'-]*){0,3}"
_VERBS = any_of(_DATA["happens"]["verbs"])
_IN = r"(?:in|on|from|between|of)"
_BRACKET = re.compile(
    rf"\s*[(\[]\s*(?:(?:held\s+)?(?:(?:in|at)\s+)?{_PLACE}[,:;]?\s+)?(?:{_IN}\s+)?"
)
_BEHIND = re.compile(
    rf"(?:\s+(?:in|at)\s+{_PLACE})?(?:,?\s+(?:{_IN}\s+)?(?:the\s+)?"
    rf"|,?\s+(?:which\s+|that\s+)?(?:{_VERBS})(?:\s+(?:in|at)\s+(?:the\s+)?{_PLACE}){{0,2}}"
    rf",?\s+(?:{_IN}\s+)?(?:the\s+)?)"
)
_LETTERS = re.compile(r"^\s+\([A-Z][\w-]{1,9}\)")  # "the Miners' Union (MU)"
_QUOTES = "\"'“”‘’`"
_VERB_BEHIND = re.compile(rf",?\s+(?:which\s+|that\s+)?(?:{_VERBS})\b")
_AHEAD = re.compile(
    r"\s+(?:(?:at|during|by|in)\s+)?(?:the\s+)?|,\s+(?:at|during|in)\s+(?:the\s+)?"
)
_AHEAD_OF_ALL = re.compile(r",\s+the\s+")
_SPOKEN_OF = re.compile(
    rf"\b(?:{any_of(_DATA['spoken_of']['before'])})\b[^.;:]{{0,24}}$", re.IGNORECASE
)
_SPOKEN_AFTER = re.compile(
    rf"\s+(?:{any_of(_DATA['spoken_of']['after'])})\b", re.IGNORECASE
)
_SENT = "".join(rf"(?<!\b{word}\s)" for word in _DATA["apart"]["unless"])
_APART = re.compile(
    rf"\b{_SENT}(?:{any_of(_DATA['apart']['words'])})\s+(?:the\s+)?$", re.IGNORECASE
)


def find_events(
    prose: Prose, capture: CaptureId, dates: Sequence[DateInText]
) -> Iterator[DatedEvent]:
    """Yield the events that a document both names and dates, in order.

    Args:
        prose: Its sentences.
        capture: The bytes it comes from.
        dates: Its dates in order, none of them of a work cited.
    """
    at = 0
    for sentence in prose.sentences:
        while at < len(dates) and dates[at].start < sentence.start:
            at += 1
        until = at
        while until < len(dates) and dates[until].end <= sentence.end:
            until += 1
        sure = [date for date in dates[at:until] if _is_firm(date.when)]
        if sure:
            yield from _in_sentence(prose.text, capture, sentence, sure)


def _is_firm(when: When) -> bool:
    return not when.inferred and not when.approximate and when.days is not None


def _in_sentence(
    text: str, capture: CaptureId, sentence: Sentence, dates: Sequence[DateInText]
) -> Iterator[DatedEvent]:
    for name in event_names(text, sentence.start, sentence.end):
        if _is_only_spoken_of(text, name):
            continue
        date = _date_of(text, name, sentence, dates)
        if date is not None:
            yield _made(text, capture, name, date)


def _is_only_spoken_of(text: str, name: EventName) -> bool:
    before = text[max(0, name.start - _SIGHT) : name.start]
    return bool(_SPOKEN_OF.search(before) or _SPOKEN_AFTER.match(text, name.end))


def _date_of(
    text: str, name: EventName, sentence: Sentence, dates: Sequence[DateInText]
) -> DateInText | None:
    """Return the date that the words give an event; None if they give it none."""
    after = next((date for date in dates if date.start >= name.end), None)
    if after is not None and _is_behind(text, name, after):
        return after
    before = next((date for date in reversed(dates) if date.end <= name.start), None)
    if before is None or name.start - before.end > _FARTHEST:
        return None
    between = text[before.end : name.start].rstrip(_QUOTES)
    leads = not text[sentence.start : before.start].strip("\"“‘'( ").removeprefix("In")
    ahead = _AHEAD.fullmatch(between) or (leads and _AHEAD_OF_ALL.fullmatch(between))
    return before if ahead else None


def _is_behind(text: str, name: EventName, date: DateInText) -> bool:
    between = _LETTERS.sub("", text[name.end : date.start].lstrip(_QUOTES))
    if len(between) > _FARTHEST:
        return False
    if _BRACKET.fullmatch(between):
        return True
    apart = _APART.search(text, max(0, name.start - _SIGHT), name.start)
    if apart and not _VERB_BEHIND.match(between):
        return False
    return _BEHIND.fullmatch(between) is not None


def _made(
    text: str, capture: CaptureId, name: EventName, date: DateInText
) -> DatedEvent:
    start, end = min(name.start, date.start), max(name.end, date.end)
    if date.start > name.end and text[end : end + 1] in {")", "]"}:
        end += 1
    article = text[max(0, start - 4) : start]
    start -= len(article) if article.lower() == "the " else 0
    return DatedEvent(
        DatedEvent.identify(capture, start, end, f"{name.kind} {name.which}"),
        capture,
        start,
        end,
        text[start:end],
        " ".join(text[name.start : name.end].split()),
        name.kind,
        name.which,
        name.body,
        date.when,
    )
