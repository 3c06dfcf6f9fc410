"""Profiles of which a document gives no more than the surname.

"Trotsky" in one book and "Lev Davidovich Trotsky" in another are one man if the
archive knows no other of that name. Two candidates are a question, and so are two
bare surnames with nobody fuller behind them: a merge is worse than a split.
"""

import re
from collections.abc import Iterator, Sequence

from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender
from lives.reading.names import romanise
from lives.resolve.block import surname_keys
from lives.resolve.profile import Profile
from lives.resolve.union import Union
from lives.resolve.within import pair

JUDGE = "surname/1"

_FEMININE = re.compile(r"(?:ov|ev|in|yn)a$|[st]kaya$")
_MASCULINE = re.compile(r"(?:ov|ev|in|yn)$|[st]k(?:y|i|ii|iy)$")
_BOTH = 2

_SCORE, _DOUBTED = 0.6, 0.3
# With more candidates than this, a question would only repeat the index.
_MOST_CANDIDATES = 5


def by_surname(profiles: Sequence[Profile], union: Union[int]) -> Iterator[Judgement]:
    """Judge bare surnames.

    Args:
        profiles: In the order of the archive.
        union: The profiles already joined by fuller names, by position.
    """
    known = _known(profiles, union)
    captures = {
        leader: {profiles[member].capture for member in members}
        for leader, members in union.groups().items()
    }
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
        if any(profile.capture in captures[leader] for leader in fitting):
            continue
        if fitting:
            yield from _judged(profile, list(fitting.values()))
            continue
        earlier = next((bare[key] for key in keys if key in bare), profile)
        if earlier.capture != profile.capture and _may_be(profile, earlier):
            because = "both documents give the surname only"
            yield _unsure(profile, earlier, because)
        for key in keys:
            bare.setdefault(key, profile)


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

    Too weak a sign to judge anyone by, an "Anna Smirnov" of English prose being a
    woman; but a bare "Smirnov" is not asked to be his own wife.
    """
    if profile.gender is not Gender.UNKNOWN or not profile.bare:
        return profile.gender
    surname = romanise(profile.name.core).lower()
    if _FEMININE.search(surname):
        return Gender.FEMALE
    return Gender.MALE if _MASCULINE.search(surname) else Gender.UNKNOWN


def _judged(profile: Profile, fitting: Sequence[Profile]) -> Iterator[Judgement]:
    if len(fitting) > 1 or profile.row:
        because = f"one of {len(fitting)} people of this surname"
        if len(fitting) == 1:
            because = "a list gives the surname only"
        for other in fitting[:_MOST_CANDIDATES]:
            yield _unsure(profile, other, because)
        return
    because = f"{fitting[0].names[0]} is the only one of this surname in the archive"
    yield pair(
        profile.mention,
        fitting[0].mention,
        Verdict.SAME,
        because,
        by=JUDGE,
        score=_SCORE,
    )


def _unsure(one: Profile, two: Profile, because: str) -> Judgement:
    return pair(
        one.mention, two.mention, Verdict.UNSURE, because, by=JUDGE, score=_DOUBTED
    )
