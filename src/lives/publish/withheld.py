"""Who is withheld from publication, out of everyone in an archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lives.model.ids import MentionId, PersonId
from lives.model.person import Person
from lives.model.source import Source
from lives.publish.holdings import Holdings
from lives.publish.kin_years import Generation, Years, born_by, generation
from lives.publish.living import Rules, may_live, wrote_of_living, years
from lives.publish.ties import FAMILY, Tie, ties
from lives.reading.names_filed import name_words, sounds

_AFTER = frozenset({Generation.YOUNGER, Generation.FAR})


@dataclass(slots=True)
class _Found:
    """What one look at everyone has shown."""

    withheld: set[PersonId] = field(default_factory=set)
    years: dict[PersonId, Years] = field(default_factory=dict)
    dead: set[PersonId] = field(default_factory=set)
    undated: list[tuple[Person, list[Source]]] = field(default_factory=list)
    known_through: list[tuple[PersonId, set[PersonId]]] = field(default_factory=list)


def withheld(
    holdings: Holdings,
    person_of: dict[MentionId, PersonId],
    rules: Rules,
    since: int,
) -> frozenset[PersonId]:
    """Return everyone who is not published.

    Whom nothing dates may be dated by kin: a daughter was born before her father had
    been dead a year. A bare name under which somebody long dead is published anyway
    protects nobody. Last, a letter of late years is about people of those years.

    Args:
        holdings: All the archive holds.
        person_of: Who each mention is.
        rules: What the archive has laid down.
        since: Who was born in this year or before is no longer taken for living.
    """
    found = _look(holdings, person_of, rules, since)
    if not found.undated:
        return frozenset(found.withheld)
    kin, names = _kin(ties(holdings)), _published_names(holdings.persons(), found.dead)
    for person, sources in found.undated:
        relatives = kin.get(person.id, [])
        bound = _born_by(relatives, found.years)
        if bound is not None and bound <= since:
            continue
        descends = any(standing in _AFTER for _, standing in relatives)
        namesake = person.named and _heard(person.label) in names
        if namesake and not descends:
            continue
        if bound is not None or wrote_of_living(sources, since):
            found.withheld.add(person.id)
    # "Her husband" would still tell who she is.
    through = (p for p, of in found.known_through if of & found.withheld)
    return frozenset(found.withheld.union(through))


def _born_by(
    relatives: Iterable[tuple[PersonId, Generation]], years: dict[PersonId, Years]
) -> int | None:
    bounds = (born_by(g, years.get(person, Years())) for person, g in relatives)
    return min((bound for bound in bounds if bound is not None), default=None)


def _look(
    holdings: Holdings,
    person_of: dict[MentionId, PersonId],
    rules: Rules,
    since: int,
) -> _Found:
    found = _Found()
    sources, source_of = holdings.sources(), {}
    for capture in holdings.captures():
        source_of[capture.id] = sources[capture.source]
    verdicts: dict[PersonId, bool | None] = {}
    for key, said in holdings.statements_by_person():
        found.years[key] = years(said)
        verdicts[key] = may_live(said, since)
    for person in holdings.persons():
        known_by = {person.id, person.label}
        living = verdicts.get(person.id)
        if known_by & rules.withheld:
            found.withheld.add(person.id)
        elif known_by & rules.cleared or rules.years <= 0:
            continue
        elif living:
            found.withheld.add(person.id)
        elif living is None:
            mentions = holdings.mentions_about(person.id)
            named_in = {m.capture: source_of[m.capture] for m in mentions}
            found.undated.append((person, list(named_in.values())))
            if not person.named:
                of = {person_of[m.of] for m in mentions if m.of}
                found.known_through.append((person.id, of))
        else:
            found.dead.add(person.id)
    return found


def _published_names(
    persons: Iterable[Person], dead: set[PersonId]
) -> set[frozenset[str]]:
    names = (n for p in persons if p.id in dead for n in (p.label, *p.names))
    return {_heard(part) for name in names for part in (name, *name_words(name))}


def _heard(name: str) -> frozenset[str]:
    """Return how the words of a name sound, without initials."""
    words = [word for word in name_words(name) if len(word) > 1]
    return frozenset(sound for word in words for sound in sounds(word))


def _kin(
    found: dict[PersonId, list[Tie]],
) -> dict[PersonId, list[tuple[PersonId, Generation]]]:
    """Return, for each person, relatives and where he or she stands to them."""
    kin: dict[PersonId, list[tuple[PersonId, Generation]]] = {}
    for named, of in found.items():
        for tie, standing in _standing(of):
            kin.setdefault(tie.person, []).append((named, standing))
            kin.setdefault(named, []).append((tie.person, standing.other_end))
    return kin


def _standing(of: Iterable[Tie]) -> Iterator[tuple[Tie, Generation]]:
    for tie in of:
        if tie.kind in FAMILY:
            married = Generation.SPOUSE if tie.kind == "marriage" else None
            standing = married or generation(tie.what)
            if standing:
                yield tie, standing
