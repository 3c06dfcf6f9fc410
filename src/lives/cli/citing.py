"""Passages that a person cites for a decision: found in the archive, or refused."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lives.model.errors import UnknownPassage
from lives.model.ids import CaptureId, MentionId, StatementId
from lives.model.passage import Passage
from lives.store.tables import Tables

_PLACE = re.compile(r"([0-9a-f]{6,64}):(\d+)-(\d+)")
_LONGEST = 2_000  # code points: what a passage, not a chapter, has


def passages(tables: Tables, asked: Iterable[str]) -> tuple[Passage, ...]:
    """Return the passages that are cited, each once.

    Args:
        tables: Those of the archive.
        asked: ``st-…``, ``me-…``, or ``CAPTURE:START-END``: six digits at least of the
            sha256 of a file, and code points of its text as read.

    Raises:
        UnknownPassage: One of them is not in the archive.
    """
    found = (_passage(tables, one.strip()) for one in asked)
    return tuple(dict.fromkeys(found))


def in_body(cited: Iterable[Passage]) -> list[dict[str, Any]]:
    """Write passages as the body of a decision holds them: with their words."""
    return [
        {"capture": p.capture, "start": p.start, "end": p.end, "quote": p.quote}
        for p in cited
    ]


def places(told: Iterable[Mapping[str, Any]]) -> str:
    """Write the passages of a body as they may be asked for again.

    >>> places([{"capture": "c" * 64, "start": 3, "end": 7, "quote": ""}])[60:]
    'cccc:3-7'
    """
    return " ".join(f"{p['capture']}:{p['start']}-{p['end']}" for p in told)


def _passage(tables: Tables, asked: str) -> Passage:
    if asked.startswith("st-"):
        said = tables.statement(StatementId(asked))
        if said is not None:
            return Passage(said.capture, said.start, said.end, said.quote)
    elif asked.startswith("me-"):
        mention = tables.mention(MentionId(asked))
        if mention is not None:
            at = (mention.capture, mention.start, mention.end)
            return Passage(*at, mention.text)
    elif place := _PLACE.fullmatch(asked.lower()):
        return _placed(tables, asked, place[1], int(place[2]), int(place[3]))
    raise _unknown(asked, "nothing in this archive is cited by it")


def _placed(tables: Tables, asked: str, capture: str, start: int, end: int) -> Passage:
    held = _captures(tables, capture)
    if len(held) != 1:
        raise _unknown(asked, f"{len(held)} files have a sha256 that begins so")
    text = tables.text(held[0])
    if not start < end <= len(text):
        raise _unknown(
            asked, f"the text has no such span: it has {len(text)} code points"
        )
    if end - start > _LONGEST:
        raise _unknown(asked, f"a passage has at most {_LONGEST} code points")
    return Passage(held[0], start, end, text[start:end])


def _captures(tables: Tables, begins: str) -> list[CaptureId]:
    return [c.id for c in tables.captures() if c.id.startswith(begins)]


def _unknown(asked: str, what: str) -> UnknownPassage:
    return UnknownPassage(
        what,
        where=repr(asked),
        remedy="cite a statement (st-…), a mention (me-…) or a span "
        "(SHA256:START-END) as 'lives trace' prints them",
    )


def mention_at(tables: Tables, asked: str) -> MentionId | None:
    """Return the mention of an identifier, or the only one that stands in a place.

    Args:
        tables: Those of the archive.
        asked: ``me-…`` or ``CAPTURE:START-END``.
    """
    if asked.startswith("me-"):
        mention = tables.mention(MentionId(asked))
        return mention.id if mention else None
    place = _PLACE.fullmatch(asked.lower())
    if place is None:
        return None
    held = _captures(tables, place[1])
    if len(held) != 1:
        return None
    found = tables.mentions_at(held[0], int(place[2]), int(place[3]))
    return found[0] if len(found) == 1 else None
