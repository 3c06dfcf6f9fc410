"""Profiles of which a document gives no more than the surname.

A surname in one book and a full name in another are one man if the archive knows no
other of that surname, or if he is so much oftener named than all others that a reader
would think of him first. Otherwise two candidates are a question, and so are two bare
surnames with nobody fuller behind them: a merge is worse than a split.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lives.model.ids import CaptureId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender
from lives.reading.names import romanise
from lives.reading.names_keys import surname_keys
from lives.resolve.profile import Profile
from lives.resolve.union import Union
from lives.resolve.within import pair

JUDGE = "surname/1"

_FEMININE = re.compile(r"(?:ov|ev|in|yn)a$|[st]kaya$")
_MASCULINE = re.compile(r"(?:ov|ev|in|yn)$|[st]k(?:y|i|ii|iy)$")
_BOTH = 2

_ONLY, _FOREMOST, _DOUBTED = 0.6, 0.55, 0.3

# "Foremost" is named in so many documents, and so many times as often as any other.
_FOREMOST_DOCUMENTS, _FOREMOST_TIMES = 3, 3
# With more candidates than this, a question would only repeat the index.
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Told:
    """How often people are named, by the profile that leads each.

    Attributes:
        captures: In which documents.
        mentions: How often in all of them.
    """

    captures: Mapping[int, Collection[CaptureId]]
    mentions: Mapping[int, int]


def by_surname(profiles: Sequence[Profile], union: Union[int]) -> Iterator[Judgement]:
    """Judge bare surnames.

    Args:
        profiles: In the order of the archive.
        union: The profiles already joined by fuller names, by position.
    """
    known = _known(profiles, union)
    told = _told(profiles, union)
    bare: dict[str, Profile] = {}
    for profile in profiles:
        if not profile.bare:
            continue
        keys = surname_keys(profile.name.core)
        fitting = {
            leader: first
            for key in keys
            for leader, first in known.get(key, {}).items()
            if _may_be(profile, first)
        }
        # Its own reader knew the full name and did not take it for this person's.
        if any(profile.capture in told.captures[leader] for leader in fitting):
            continue
        if fitting:
            yield from _judged(profile, fitting, told)
            continue
        earlier = next((bare[key] for key in keys if key in bare), profile)
        if earlier.capture != profile.capture and _may_be(profile, earlier):
            because = "both documents give the surname only"
            yield _unsure(profile, earlier, because)
        for key in keys:
            bare.setdefault(key, profile)


def _told(profiles: Sequence[Profile], union: Union[int]) -> Told:
    groups = union.groups()
    captures = {o: {profiles[i].capture for i in g} for o, g in groups.items()}
    mentions = {o: sum(profiles[i].mentions for i in g) for o, g in groups.items()}
    return Told(captures, mentions)


def _known(
    profiles: Sequence[Profile], union: Union[int]
) -> dict[str, dict[int, Profile]]:
    """Return, by surname key, everyone known by more: their first profile by leader."""
    known: dict[str, dict[int, Profile]] = {}
    for position, profile in enumerate(profiles):
        if profile.name.core and not profile.bare:
            for key in surname_keys(profile.name.core):
                known.setdefault(key, {}).setdefault(union.find(position), profile)
    return known


def _may_be(bare: Profile, other: Profile) -> bool:
    return len({_shown_gender(bare), _shown_gender(other)} - {Gender.UNKNOWN}) < _BOTH


def _shown_gender(profile: Profile) -> Gender:
    """Return the gender, if need be as a Russian surname shows it.

    Too weak a sign to judge anyone by, an "Anna Zarubin" of English prose being a
    woman; but a bare "Zarubin" is not asked to be his own wife.
    """
    if profile.gender is not Gender.UNKNOWN or not profile.bare:
        return profile.gender
    surname = romanise(profile.name.core).lower()
    if _FEMININE.search(surname):
        return Gender.FEMALE
    return Gender.MALE if _MASCULINE.search(surname) else Gender.UNKNOWN


def _judged(
    profile: Profile, fitting: Mapping[int, Profile], told: Told
) -> Iterator[Judgement]:
    first = _foremost(fitting, told)
    if first is None or profile.row:
        because = f"one of {len(fitting)} people of this surname"
        if len(fitting) == 1:
            because = "a list gives the surname only"
        for other in [*fitting.values()][:_MOST_CANDIDATES]:
            yield _unsure(profile, other, because)
        return
    sure, because = _ONLY, f"{first.names[0]} is the only one of this surname"
    if len(fitting) > 1:
        sure, because = _FOREMOST, f"{first.names[0]} is foremost of this surname"
    same = Verdict.SAME
    told_as = f"{because} in the archive"
    yield pair(
        profile.mention, first.mention, same, told_as, by=JUDGE, probability=sure
    )


def _foremost(fitting: Mapping[int, Profile], told: Told) -> Profile | None:
    """Return the only candidate, or the one whom everybody would think of first."""
    leader = max(fitting, key=lambda one: told.mentions[one])
    others = max((told.mentions[o] for o in fitting if o != leader), default=0)
    if others and len(told.captures[leader]) < _FOREMOST_DOCUMENTS:
        return None
    if told.mentions[leader] < _FOREMOST_TIMES * others:
        return None
    return fitting[leader]


def _unsure(one: Profile, two: Profile, because: str) -> Judgement:
    return pair(
        one.mention,
        two.mention,
        Verdict.UNSURE,
        because,
        by=JUDGE,
        probability=_DOUBTED,
    )
