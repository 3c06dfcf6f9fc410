"""Profiles: what one document tells of one person, for comparing across documents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender, Mention
from lives.model.when import When
from lives.reading.names import Name
from lives.resolve.evidence import Evidence
from lives.resolve.known import fullness, parsed


@dataclass(frozen=True, slots=True)
class Profile:
    """One person as one document shows him or her.

    Attributes:
        mention: The first mention by the fullest name: it stands for the rest.
        capture: The document.
        listed: The document is a list.
        mentions: How often the document mentions the person.
        row: This is the person of a row, not one whom a row names beside.
        repeats: The list may have several rows on one person.
        names: Distinct names, the fullest first; never empty.
        gender: As names and words show it.
        dates: Dated events as (kind, date).
        birthplaces: Places of birth as written.
    """

    mention: MentionId
    capture: CaptureId
    listed: bool
    mentions: int
    row: bool
    repeats: bool
    names: tuple[str, ...]
    gender: Gender
    dates: tuple[tuple[str, When], ...]
    birthplaces: tuple[str, ...]

    @property
    def name(self) -> Name:
        """Return the fullest name, taken apart."""
        return parsed(self.names[0])

    @property
    def bare(self) -> bool:
        """Tell whether the document gives no more than a surname."""
        return bool(self.name.surname) and not (self.name.given or self.name.initials)


def profiles(
    groups: Iterable[Sequence[Mention]],
    evidence: Evidence,
    lists: Mapping[CaptureId, bool],
) -> Iterator[Profile]:
    """Yield the profile of everyone whom a document names.

    Args:
        groups: The mentions of each person of each document.
        evidence: What the statements tell.
        lists: Which documents are lists, and whether each may have several rows on
            one person.
    """
    for group in groups:
        fullest = max(
            (m for m in group if m.name),
            key=lambda m: fullness(parsed(m.name)),
            default=None,
        )
        if fullest is not None:
            yield Profile(
                mention=fullest.id,
                capture=fullest.capture,
                listed=fullest.capture in lists,
                mentions=len(group),
                row=fullest.capture in lists and fullest.id not in evidence.beside,
                repeats=lists.get(fullest.capture, False),
                names=_names(group),
                gender=_gender(group),
                dates=tuple(d for m in group for d in evidence.dates.get(m.id, ())),
                birthplaces=tuple(
                    place for m in group for place in evidence.birthplaces.get(m.id, ())
                ),
            )


def _names(group: Sequence[Mention]) -> tuple[str, ...]:
    distinct = dict.fromkeys(m.name for m in group if m.name)
    aliases = (alias for name in distinct for alias in parsed(name).aliases)
    full = dict.fromkeys(alias for alias in aliases if parsed(alias).given)
    known = distinct | {alias: None for alias in full if parsed(alias).surname}
    return tuple(sorted(known, key=lambda name: -fullness(parsed(name))))


def _gender(group: Sequence[Mention]) -> Gender:
    told = {m.gender for m in group} | {parsed(m.name).gender for m in group if m.name}
    shown = told - {Gender.UNKNOWN}
    return shown.pop() if len(shown) == 1 else Gender.UNKNOWN
