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
from lives.study.search import name_words, sounds

_AFTER = frozenset({Generation.YOUNGER, Generation.FAR})


@dataclass(slots=True)
class _Found:
    """What one look at everyone has shown."""

    withheld: set[PersonId] = field(default_factory=set)
    years: dict[PersonId, Years] = field(default_factory=dict)
    published_names: set[frozenset[str]] = field(default_factory=set)
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
    kin = _kin(ties(holdings)) if found.undated else {}
    for person, sources in found.undated:
        relatives = kin.get(person.id, [])
        bound = _born_by(relatives, found.years)
        if bound is not None and bound <= since:
            continue
        descends = any(standing in _AFTER for _, standing in relatives)
        namesake = person.named and _heard(person.label) in found.published_names
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
    for person in holdings.persons():
        known_by = {person.id, person.label}
        if known_by & rules.withheld:
            found.withheld.add(person.id)
            continue
        if known_by & rules.cleared or rules.years <= 0:
            continue
        said = holdings.statements_about(person.id)
        found.years[person.id] = years(said)
        living = may_live(said, since)
        mentions = () if living else holdings.mentions_about(person.id)
        if living:
            found.withheld.add(person.id)
        elif living is None:
            named_in = {m.capture: source_of[m.capture] for m in mentions}
            found.undated.append((person, list(named_in.values())))
            if not person.named:
                of = {person_of[m.of] for m in mentions if m.of}
                found.known_through.append((person.id, of))
        else:
            for name in (person.label, *person.names):
                found.published_names.add(_heard(name))
                found.published_names.update(map(_heard, name_words(name)))
    return found


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
