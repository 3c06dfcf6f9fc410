"""The three acts of a life: before, during and after the ordeal."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from lives.compose.reconcile import Drafted
from lives.compose.rules import rules
from lives.model.ids import PersonId
from lives.model.kinds import kinds
from lives.model.life import Act, Finding

_LONGEST = timedelta(days=round(25 * 365.25))  # no camp or exile had a longer term
_NEAR = 300  # code points between what is told of one event, a few sentences


@dataclass(frozen=True, slots=True)
class Ordeal:
    """When the ordeal of a person began and ended.

    Attributes:
        begins: First day on which it can have begun; None if no date is told.
        ends: Day of the last release, if nothing followed it; None otherwise.
        latest: First day of the latest that belongs to it; None if no date is told.
        told: Whether any source vouches for an ordeal at all.
    """

    begins: date | None
    ends: date | None
    latest: date | None
    told: bool


def ordeal(drafts: Iterable[Drafted]) -> Ordeal:
    """Find the bounds of the ordeal among what sources vouch for."""
    facts = [draft for draft in drafts if draft.fact]
    blows = [draft for draft in facts if draft.kind in rules().ordeal]
    begun = [day for day in map(_first_day, blows) if day]
    begins = min(begun, default=None)
    releases = [d for d in map(_first_day, facts_of(facts, "release")) if d]
    ends = max(releases, default=None)
    if ends and begun and max(begun) > ends:
        ends = None
    return Ordeal(begins, ends, max(begun, default=None), bool(blows))


def facts_of(drafts: Iterable[Drafted], kind: str) -> list[Drafted]:
    """Return the findings of one kind."""
    return [draft for draft in drafts if draft.kind == kind]


def act_of(draft: Drafted, around: Ordeal) -> Act:
    """Tell to which act a finding belongs.

    A kind that belongs to one act stays there. Others go by their date; without one,
    a death belongs to the ordeal it ended, and anything else to the time before.
    """
    kind = kinds()[draft.kind]
    if kind.act != "any":
        return Act(kind.act)
    day = _first_day(draft)
    if not around.told:
        return Act.AFTER if kind.ends else Act.BEFORE
    if day is None:
        ended = kind.ends and around.ends is None
        return Act.DURING if ended else Act.AFTER if kind.ends else Act.BEFORE
    if _over(around, day):
        return Act.AFTER
    if around.begins is None:
        return Act.DURING if kind.ends else Act.BEFORE
    return Act.DURING if day >= around.begins else Act.BEFORE


def _over(around: Ordeal, day: date) -> bool:
    """Tell whether the ordeal is over by a day: by a release, or long since."""
    if around.ends is not None:
        return day >= around.ends
    return around.latest is not None and day - around.latest > _LONGEST


def ordered(person: PersonId, drafts: Sequence[Drafted]) -> tuple[Finding, ...]:
    """Put findings in the order of the life: by act, by date, by the usual course."""
    around = ordeal(drafts)
    acts: dict[Act, list[Drafted]] = {act: [] for act in Act}
    for draft in drafts:
        acts[act_of(draft, around)].append(draft)
    placed = [(act, draft) for act, own in acts.items() for draft in _in_course(own)]
    return tuple(
        Finding(
            person=person,
            kind=draft.kind,
            ordinal=ordinal,
            act=act,
            status=draft.status,
            witnesses=draft.witnesses,
            support=tuple(s.id for s in draft.support),
            dissent=tuple(s.id for s in draft.dissent),
            when=draft.when,
            where=draft.where,
            what=draft.what,
            group=draft.group,
        )
        for ordinal, (act, draft) in enumerate(placed)
    )


def _in_course(drafts: Sequence[Drafted]) -> list[Drafted]:
    """Order by date; what has none stands where a source or a usual life puts it.

    A release that is told right after an arrest is the end of that arrest, also where
    another arrest came years later.
    """
    course = rules().course
    dated = sorted(
        (d for d in drafts if _first_day(d)),
        key=lambda d: (_first_day(d) or date.max, course[d.kind]),
    )
    undated = sorted(
        (d for d in drafts if not _first_day(d)), key=lambda d: course[d.kind]
    )
    told = _places(dated)
    groups = [[draft] for draft in dated]
    free: list[Drafted] = []
    for draft in undated:
        place = _told_after(draft, dated, told)
        (free if place is None else groups[place]).append(draft)
    found: list[Drafted] = []
    waiting = iter(groups)
    ahead = next(waiting, None)
    for draft in free:
        while ahead and course[ahead[0].kind] <= course[draft.kind]:
            found += ahead
            ahead = next(waiting, None)
        found.append(draft)
    rest = chain([ahead] if ahead else [], waiting)
    return [*found, *chain.from_iterable(rest)]


def _places(dated: Sequence[Drafted]) -> list[tuple[str, int, int]]:
    """Return where dated findings are told: capture, offset, which; in that order."""
    return sorted(
        (said.capture, said.start, number)
        for number, draft in enumerate(dated)
        if not kinds()[draft.kind].ends
        for said in draft.support
    )


def _told_after(
    draft: Drafted, dated: Sequence[Drafted], told: Sequence[tuple[str, int, int]]
) -> int | None:
    """Return which dated finding a source tells shortly before an undated one.

    Only what usually comes earlier in a life can be meant: sources also look back.
    """
    course, near = rules().course, list[tuple[int, int]]()
    for said in draft.support:
        first = bisect_left(told, (said.capture, said.start - _NEAR, 0))
        stop = bisect_left(told, (said.capture, said.start + 1, 0))
        near += [
            (start, number)
            for _, start, number in told[first:stop]
            if course[dated[number].kind] < course[draft.kind]
        ]
    return max(near)[1] if near else None


def _first_day(draft: Drafted) -> date | None:
    when = draft.when
    if when is None:
        return None
    if when.approximate and when.earliest and when.latest:
        # "About 1924" allows 1922 and still comes after 1923.
        return when.earliest + (when.latest - when.earliest) / 2
    return when.earliest or when.latest
