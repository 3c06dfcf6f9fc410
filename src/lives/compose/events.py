"""Events that are dated in two ways, within one text or between texts.

Whether two passages mean one event is itself a question: every body counts its own
congresses, and towns rise more than once. Where the words leave that open the
disagreement is listed as what may be two events, for a person to decide.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.event import DatedEvent
from lives.model.ids import PersonId, content_id
from lives.model.life import Conflict, Severity
from lives.reading.dates import words

_DAYS = 365
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_NOBODY = PersonId("")  # a disagreement about an event is in nobody's life


def event_conflicts(
    events: Iterable[DatedEvent], around: Surroundings
) -> Iterator[Conflict]:
    """Yield what texts say against each other, or themselves, about dates of events.

    Args:
        events: All that the archive holds, in its order.
        around: The archive around.
    """
    groups: dict[tuple[str, str], list[DatedEvent]] = {}
    for event in events:
        groups.setdefault((_family(event.kind), event.which), []).append(event)
    for group in groups.values():
        yield from _within(_with_bodies(group), around)


def _family(kind: str) -> str:
    both = next((kinds for kinds in rules().confused if kind in kinds), {kind})
    return min(both)


def _with_bodies(group: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Give "the Ninth Congress" the body it has where the same text dates it alike."""
    found = []
    for event in group:
        bodies = {
            other.body
            for other in group
            if other.body
            and (other.capture, other.kind) == (event.capture, event.kind)
            and _agree(event, other)
        }
        alone = event.numbered and not event.body and len(bodies) == 1
        found.append(replace(event, body=bodies.pop()) if alone else event)
    return found


def _within(group: Sequence[DatedEvent], around: Surroundings) -> Iterator[Conflict]:
    """Yield the disagreements of events of one number or name, the grave ones first."""
    pairs: dict[Severity, list[tuple[DatedEvent, DatedEvent]]] = {
        Severity.VALUES: [],
        Severity.TWO_EVENTS: [],
    }
    for one, two in combinations(group, 2):
        severity = _severity(one, two)
        if severity is not None and not _agree(one, two):
            pairs[severity].append((one, two))
    for severity, found in pairs.items():
        for parties in _joined(found):
            yield _conflict(severity, parties, around)


def _severity(one: DatedEvent, two: DatedEvent) -> Severity | None:
    """Say how sure it is that two passages mean one event; None if they do not."""
    near = _apart(one, two) <= rules().recurring * _DAYS
    same_text = one.capture == two.capture
    if one.kind != two.kind:
        alike = same_text and near and not _other_body(one, two)
        return Severity.TWO_EVENTS if alike else None
    if one.body and one.body == two.body:
        return Severity.VALUES
    if not near or _other_body(one, two):
        return None
    bare = one.numbered and not (same_text and one.body == two.body)
    return Severity.TWO_EVENTS if bare else Severity.VALUES


def _other_body(one: DatedEvent, two: DatedEvent) -> bool:
    ours, theirs = set(one.body.split()), set(two.body.split())
    return not (ours <= theirs or theirs <= ours)


def _agree(one: DatedEvent, two: DatedEvent) -> bool:
    kinds = (one.kind, two.kind)
    return _apart(one, two) <= max(rules().lasting[kind] for kind in kinds)


def _apart(one: DatedEvent, two: DatedEvent) -> int:
    """Count the days between two dates; 0 where some day satisfies both."""
    first, last = (one, two) if one.when.before(two.when) else (two, one)
    if not (first.when.latest and last.when.earliest):
        return 0
    return max(0, (last.when.earliest - first.when.latest).days)


def _joined(
    pairs: Sequence[tuple[DatedEvent, DatedEvent]],
) -> list[list[DatedEvent]]:
    """Gather pairs that share a passage into one disagreement."""
    groups: list[dict[str, DatedEvent]] = []
    for pair in pairs:
        made = {event.id: event for event in pair}
        touching = [group for group in groups if group.keys() & made.keys()]
        for group in touching:
            groups.remove(group)
            made = group | made
        groups.append(made)
    return [list(group.values()) for group in groups]


def _conflict(
    severity: Severity, parties: Sequence[DatedEvent], around: Surroundings
) -> Conflict:
    parties = sorted(parties, key=lambda e: (e.when.earliest is None, e.when.earliest))
    by_value: dict[str, list[DatedEvent]] = {}
    for event in parties:
        value = words(event.when)
        if len({e.kind for e in parties}) > 1:
            value = f"{event.name}, {value}"
        by_value.setdefault(value, []).append(event)
    *most, last = [f"{v} ({around.sources(said)})" for v, said in by_value.items()]
    title = _title(parties)
    told = f"Different dates of the {title}: {', '.join(most)} and {last}."
    if severity is Severity.TWO_EVENTS:
        told += " The passages may mean two events."
    keys = tuple(event.id for event in parties)
    about = f"{title}: date"
    key = content_id("co", about, *sorted(keys))
    return Conflict(key, _NOBODY, about, severity, told, (), keys)


def _title(parties: Sequence[DatedEvent]) -> str:
    """Call an event so that it is found in a list: "17th Congress"."""
    first = max(parties, key=lambda event: (event.kind == "congress", -len(event.body)))
    if first.numbered:
        return f"{_nth(int(first.which))} {first.kind.capitalize()}"
    return " ".join(first.name.split())


def _nth(number: int) -> str:
    if number % 100 in _TEENS:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"
