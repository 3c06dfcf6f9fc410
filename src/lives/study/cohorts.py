"""The archive's own lives beside a number that a source gives about their group.

A source says that of 60 members of a council 40 were arrested. Whoever the archive
tells to have been a member of that council is shown beside it, with how many of them it
tells to have been arrested and of how many it tells nothing. Those are some of the 60:
they neither bear the number out nor speak against it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from lives import packaged
from lives.compose.agreement import content
from lives.model.claim import AggregateClaim
from lives.model.ids import PersonId
from lives.model.kinds import kinds
from lives.model.life import Finding, Life, Status
from lives.model.when import When
from lives.reading.dates import find_dates, words
from lives.reading.patterns import any_of

_DATA: Final[dict[str, Any]] = packaged.table("lives.study", "cohorts.toml")
_NOUNS = rf"(?i:{any_of(_DATA['nouns'])})"
_NAME = (
    r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?|and\s+|the\s+)?[A-ZÀ-Þ][\w’'-]*){0,6}"
)
_OF: Final = re.compile(
    rf"\b{_NOUNS}(?:\s+(?:and|or)\s+[\w\s-]{{3,30}}?)?\s+(?:of|to)\s+(?:the\s+)?"
    rf"(?P<body>{_NAME})"
)
_BEFORE: Final = re.compile(rf"(?P<body>{_NAME})\s+(?P<noun>{_NOUNS})\b")
_SINCE: Final = re.compile(
    rf"\s*,?\s*(?:who\s+were\s+)?(?:{any_of(_DATA['since_when'])})\b"
)
_PLURAL = "s"
_NO_DIFFERENCE: Final = frozenset(_DATA["no_difference"])
_FIRM = frozenset({Status.AGREED, Status.SINGLE})


@dataclass(frozen=True, slots=True)
class Cohort:
    """Lives of the group that a number is about.

    Attributes:
        body: What they belonged to, in the words of the claim.
        when: When they did, where the claim says so.
        number: How many the source says the group had; None where it does not say.
        persons: Everyone whom the archive tells to have belonged to it then, or does
            not tell when; in order of identifier.
        undated: Those among them of whom it is not told when.
        happened: For each kind of thing that the claim says happened to them, those
            among them of whom the archive tells it.
    """

    body: str
    when: When | None
    number: int | None
    persons: tuple[PersonId, ...]
    undated: tuple[PersonId, ...] = ()
    happened: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)

    @property
    def untold(self) -> tuple[PersonId, ...]:
        """Return those of whom the archive tells none of what the claim says."""
        told = {person for group in self.happened.values() for person in group}
        return tuple(p for p in self.persons if p not in told)

    @property
    def in_words(self) -> str:
        """Put it in a sentence or two that claim no agreement."""
        held = len(self.persons)
        people = "1 person" if held == 1 else f"{held:,} people"
        told = f"This archive tells of {people} that they belonged to: {self.body}"
        if self.when is not None:
            told += f", {words(self.when)}"
            if self.undated:
                told += f" (of {len(self.undated):,} it does not tell when)"
        parts = [
            f"{kinds()[kind].labels['en']} {len(group):,}"
            for kind, group in self.happened.items()
        ]
        if parts:
            told += f". What it tells of them: {', '.join(parts)}"
            told += f"; none of this {len(self.untold):,}"
        return f"{told}. {self._caution(held)}"

    def _caution(self, held: int) -> str:
        if self.number is not None and held >= self.number:
            return (
                f"The source says that there were {self.number:,}: whether these are "
                "the same, nothing here tells."
            )
        whole = "that group" if self.number is None else f"the {self.number:,}"
        return (
            f"As far as it knows, they are some of {whole}; they neither bear the "
            "number out nor speak against it."
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a claim asks of the archive."""

    claim: AggregateClaim
    body: str
    when: When | None
    happened: tuple[str, ...]


def cohorts(
    claims: Iterable[AggregateClaim], lives: Iterable[Life]
) -> dict[str, Cohort]:
    """Find the lives of the groups that numbers are about.

    Args:
        claims: Numbers about groups.
        lives: Every life; walked once, and not at all where no claim names a body.

    Returns:
        By the identifier of the claim; a claim is missing where it names no body, or
        where the archive tells of nobody who belonged to it.
    """
    asked = [one for one in map(_asked, claims) if one is not None]
    held = _Held({_key(one.body) for one in asked})
    if asked:
        for life in lives:
            held.add(life)
    found = ((one.claim.id, held.cohort(one)) for one in asked)
    return {key: cohort for key, cohort in found if cohort is not None}


def _asked(claim: AggregateClaim) -> _Asked | None:
    text = " ".join(claim.quote.split())
    match = _OF.search(text) or _BEFORE.search(text)
    if match is None:
        return None
    body = match["body"]
    if not _key(body):
        return None  # "the Party": which part of it is counted, the words do not say
    happened = tuple(kind for kind, sign in _signs().items() if sign.search(text))
    return _Asked(claim, body, _since(text[match.end() :]), happened)


def _since(rest: str) -> When | None:
    """Return when a group was one, told right after it: "elected in May 1924"."""
    tail = rest.partition(",")[0]
    if not _SINCE.match(tail):
        return None
    dates = [date.when for date in find_dates(tail) if date.when]
    return dates[0] if dates else None


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{any_of(told['words'])})\b", re.IGNORECASE)
        for kind, told in _DATA["happened"].items()
    }


def _key(body: str) -> frozenset[str]:
    """Return the words that tell a body apart from others; none of a party as such."""
    return content(body) - _NO_DIFFERENCE


class _Held:
    """Those who belonged to bodies that are asked for, and what happened to them."""

    def __init__(self, wanted: set[frozenset[str]]) -> None:
        self._wanted = wanted
        self._belonged: dict[frozenset[str], dict[PersonId, list[When | None]]] = {}
        self._kinds: dict[PersonId, frozenset[str]] = {}

    def add(self, life: Life) -> None:
        """Take in a life; one that belongs to nothing asked for is not kept."""
        firm = [finding for finding in life.findings if finding.status in _FIRM]
        for finding in firm:
            for body in _bodies(finding):
                key = _key(body)
                if key in self._wanted:
                    members = self._belonged.setdefault(key, {})
                    members.setdefault(life.person, []).append(finding.when)
                    self._kinds[life.person] = frozenset(f.kind for f in firm)

    def cohort(self, asked: _Asked) -> Cohort | None:
        """Return who answers to what a claim asks; None if nobody does."""
        members = self._belonged.get(_key(asked.body), {})
        persons, undated = [], []
        for person, times in sorted(members.items()):
            if _fits(times, asked.when):
                persons.append(person)
                if asked.when is not None and all(time is None for time in times):
                    undated.append(person)
        if not persons:
            return None
        happened = {
            kind: tuple(p for p in persons if self._kinds[p] & _told_by(kind))
            for kind in asked.happened
        }
        told = (tuple(persons), tuple(undated), happened)
        return Cohort(asked.body, asked.when, asked.claim.total, *told)


def _told_by(kind: str) -> frozenset[str]:
    return frozenset(_DATA["happened"][kind]["kinds"])


def _fits(times: Iterable[When | None], asked: When | None) -> bool:
    return any(t is None or asked is None or t.agrees_with(asked) for t in times)


def _bodies(finding: Finding) -> Iterator[str]:
    """Yield the bodies that a finding tells one belonged to."""
    if finding.kind not in _DATA["belonging"]:
        return
    if finding.group:
        yield finding.group
        return
    match = _BEFORE.fullmatch(finding.what + _PLURAL)  # "NKVD officer"
    if match:
        yield match["body"]
