"""What cannot have happened in this order: deeds of the dead, and of the unborn."""

from collections.abc import Iterable, Iterator, Sequence

from lives.compose.conflicts import conflict
from lives.compose.matters import vouched
from lives.compose.reconcile import Drafted
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.ids import PersonId
from lives.model.kinds import kinds
from lives.model.life import Conflict, Severity
from lives.model.statement import Statement
from lives.model.when import When
from lives.reading.dates import words

_OLDEST_YEARS = 110
_YEAR_DAYS = 365.25


def order_conflicts(
    person: PersonId, drafts: Sequence[Drafted], around: Surroundings
) -> Iterator[Conflict]:
    """Yield what sources vouch for and what cannot all be true of one life."""
    facts = [draft for draft in drafts if draft.fact and draft.when]
    births = [draft for draft in facts if draft.kind == "birth"]
    deaths = [draft for draft in facts if kinds()[draft.kind].ends]
    for draft in facts:
        for death in deaths:
            if draft is not death and _after(draft, death):
                yield _impossible(person, draft, "after the death", death, around)
        for birth in births:
            if draft is not birth and _before(draft, birth):
                yield _impossible(person, draft, "before the birth", birth, around)
            elif draft.kind not in rules().posthumous and _too_old(draft, birth):
                yield _aged(person, draft, birth, around)


def _after(draft: Drafted, death: Drafted) -> bool:
    if draft.kind in rules().posthumous or kinds()[draft.kind].ends:
        return False
    return bool(draft.when and death.when and death.when.before(draft.when))


def _before(draft: Drafted, birth: Drafted) -> bool:
    if draft.kind == "kinship":  # a brother is a brother before the other is born
        return False
    return bool(draft.when and birth.when and draft.when.before(birth.when))


def _too_old(draft: Drafted, birth: Drafted) -> bool:
    first = draft.when and draft.when.earliest
    born = birth.when and birth.when.latest
    return bool(first and born and (first - born).days > _OLDEST_YEARS * _YEAR_DAYS)


def _impossible(
    person: PersonId, draft: Drafted, order: str, bound: Drafted, around: Surroundings
) -> Conflict:
    told = (
        f"{_told(draft, around)} would have come {order}, told of "
        f"{_date(bound.when)} ({around.sources(_dated(bound))})."
    )
    about = f"{_label(draft)} {order}"
    parties = [*_dated(draft), *_dated(bound)]
    return conflict(person, about, Severity.IMPOSSIBLE, told, parties)


def _aged(
    person: PersonId, draft: Drafted, birth: Drafted, around: Surroundings
) -> Conflict:
    told = (
        f"{_told(draft, around)} would have come more than {_OLDEST_YEARS} years after "
        f"the birth, told of {_date(birth.when)} ({around.sources(_dated(birth))})."
    )
    about = f"{_label(draft)}, age"
    parties = [*_dated(draft), *_dated(birth)]
    return conflict(person, about, Severity.IMPOSSIBLE, told, parties)


def _told(draft: Drafted, around: Surroundings) -> str:
    sources = around.sources(_dated(draft))
    return f"The {_label(draft)} of {_date(draft.when)} ({sources})"


def _dated(draft: Drafted) -> list[Statement]:
    """Return the statements on which the date of a finding rests."""
    return [s for s in _vouched(draft.support) if s.when] or list(draft.support)


def _vouched(said: Iterable[Statement]) -> Iterator[Statement]:
    return (s for s in said if vouched(s))


def _date(when: When | None) -> str:
    return words(when) if when else "an unknown date"


def _label(draft: Drafted) -> str:
    return kinds()[draft.kind].labels["en"]
