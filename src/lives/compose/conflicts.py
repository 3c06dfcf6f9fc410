"""Disagreements about what can be true only once, in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from lives.compose.matters import vouched
from lives.compose.places import places_clash
from lives.compose.reconcile import Drafted
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.ids import PersonId, content_id
from lives.model.kinds import kinds
from lives.model.life import Conflict, Severity
from lives.model.statement import Modality, Statement
from lives.model.when import When
from lives.reading.dates import words

# From 1582 to today the Julian calendar has run ten to thirteen days behind.
_CALENDARS_APART = range(10, 14)


def conflict(
    person: PersonId,
    about: str,
    severity: Severity,
    told: str,
    statements: Iterable[Statement],
) -> Conflict:
    """Make a conflict, its identifier from what it is about and who disagrees."""
    keys = tuple(dict.fromkeys(s.id for s in statements))
    key = content_id("co", person, about, *sorted(keys))
    return Conflict(key, person, about, severity, told, keys)


def value_conflicts(
    person: PersonId, drafts: Iterable[Drafted], around: Surroundings
) -> Iterator[Conflict]:
    """Yield the disagreements within each finding: denial, manner, date, place.

    What somebody holds for probable contradicts nobody; it is left to the dissent
    of the finding.
    """
    for draft in drafts:
        if not draft.fact:
            continue
        denials = [s for s in draft.dissent if s.modality is Modality.NEGATED]
        denials = [s for s in denials if not of_no_party(s)]  # see belonging.py
        others = [s for s in draft.dissent if _contradicts(s)]
        support = [s for s in draft.support if vouched(s)]
        if denials:
            yield _denial(person, draft.kind, support, denials, around)
        if others:
            yield from _differences(person, draft, support, others, around)
        if kinds()[draft.kind].once:
            yield from _places(person, draft.kind, [*support, *others], around)


def of_no_party(said: Statement) -> bool:
    """Tell whether it says that somebody belonged to no party at all."""
    negated = said.modality is Modality.NEGATED
    return negated and said.kind == "membership" and not said.group


def _contradicts(statement: Statement) -> bool:
    return statement.modality not in {Modality.NEGATED, Modality.HEDGED}


def _denial(
    person: PersonId,
    kind: str,
    support: Sequence[Statement],
    denials: Sequence[Statement],
    around: Surroundings,
) -> Conflict:
    name = _label(kind)
    tell, deny = _verb(support, around, "tell"), _verb(denials, around, "deny")
    told = f"{around.sources(support)} {tell} of {_article(name)}; "
    told = f"{_capital(told)}{around.sources(denials)} {deny} it."
    about = f"{name}, denied"
    return conflict(person, about, Severity.VALUES, told, [*support, *denials])


def _differences(
    person: PersonId,
    draft: Drafted,
    support: Sequence[Statement],
    others: Sequence[Statement],
    around: Surroundings,
) -> Iterator[Conflict]:
    ends = kinds()[draft.kind].ends
    name = "death" if ends else _label(draft.kind)
    strange = [s for s in others if ends and not rules().told_by(draft.kind, s.kind)]
    dated = [
        s
        for s in others
        if s not in strange
        and s.when
        and draft.when
        and not s.when.agrees_with(draft.when)
    ]
    if strange:
        parties = [*(s for s in support if s.kind == draft.kind), *strange]
        values = _by_value(parties, around, manner=True)
        told = f"{_who(parties, around)} different accounts of the {name}: {values}."
        yield conflict(person, f"{name}, manner", Severity.VALUES, told, parties)
    if dated:
        # Support that says less is no party to the quarrel.
        parties = [*(s for s in support if s.when == draft.when), *dated]
        values = _by_value(parties, around, manner=False)
        told = f"{_who(parties, around)} different dates of {name}: {values}."
        told += _calendars(draft.when, [s.when for s in dated if s.when])
        yield conflict(person, f"{name}, date", Severity.VALUES, told, parties)


def _places(
    person: PersonId, kind: str, said: Sequence[Statement], around: Surroundings
) -> Iterator[Conflict]:
    by_place: dict[str, list[Statement]] = {}
    for statement in said:
        if statement.where:
            by_place.setdefault(statement.where, []).append(statement)
    clashing = {
        place
        for one, two in combinations(by_place, 2)
        if places_clash(one, two) and _two_works(by_place[one] + by_place[two], around)
        for place in (one, two)
    }
    if not clashing:
        return
    parties = [s for place in by_place if place in clashing for s in by_place[place]]
    name = "death" if kinds()[kind].ends else _label(kind)
    values = _listed(
        f"{place} ({around.sources(by_place[place])})"
        for place in by_place
        if place in clashing
    )
    told = f"{_who(parties, around)} different places of {name}: {values}."
    yield conflict(person, f"{name}, place", Severity.VALUES, told, parties)


def _two_works(said: Iterable[Statement], around: Surroundings) -> bool:
    # One work that names a street and then its town does not contradict itself; one
    # that quotes others lets them contradict each other.
    return len({around.work(s) for s in said}) > 1


def _by_value(said: Sequence[Statement], around: Surroundings, *, manner: bool) -> str:
    groups: dict[str, list[Statement]] = {}
    for statement in said:
        date = words(statement.when) if statement.when else ""
        kind = _label(statement.kind)
        value = f"{kind}, {date}" if manner and date else kind if manner else date
        groups.setdefault(value or "no date", []).append(statement)
    return _listed(
        f"{value} ({around.sources(group)})" for value, group in groups.items()
    )


def _who(said: Sequence[Statement], around: Surroundings) -> str:
    """Count the parties as witnesses: a copy has no voice of its own."""
    count = len(around.witnesses(said))
    if count == 1:
        return "One source gives"
    return f"{_NUMBERS.get(count, str(count))} sources give"


_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}


def _calendars(value: When | None, others: Sequence[When]) -> str:
    """Say so when the difference is that between the two calendars."""
    if value is None or value.days != 1 or not value.earliest:
        return ""
    for other in others:
        if other.days == 1 and other.earliest:
            days = abs((other.earliest - value.earliest).days)
            if days in _CALENDARS_APART:
                return f" They are {days} days apart, as the two calendars were."
    return ""


def _listed(parts: Iterable[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _verb(said: Sequence[Statement], around: Surroundings, verb: str) -> str:
    if len({around.title[s.capture] for s in said}) > 1:
        return verb
    return f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"


def _label(kind: str) -> str:
    return kinds()[kind].labels["en"]


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]
