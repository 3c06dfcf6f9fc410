"""The people of a document: who is named, who is meant, who stands together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.aliases import aliases
from lives.extract.english.candidates import Candidate
from lives.extract.english.entities import Cast, link
from lives.extract.english.learned.parse import Parse
from lives.extract.english.mentions import Placed, read_names
from lives.extract.english.nearby import Nearby
from lives.extract.english.pronouns import Walk
from lives.extract.english.prose import Prose
from lives.extract.english.spoken import spoken
from lives.extract.english.together import Together, coordinated
from lives.extract.named import EntitySpan
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender, Mention


@dataclass(frozen=True, slots=True)
class People:
    """Everyone a document names or points at.

    Attributes:
        mentions: In order of position and ordinal; a mention's antecedent and the
            person it is known through are among them.
        groups: People named together ("A, B and C"), in order.
        entity: The first mention of whoever a mention means, by mention; a mention
            that begins someone's row maps to itself.
        gender: Gender of everyone whose gender is known, by first mention.
    """

    mentions: tuple[Mention, ...]
    groups: tuple[tuple[MentionId, ...], ...]
    entity: Mapping[MentionId, MentionId]
    gender: Mapping[MentionId, Gender]


def read_people(
    prose: Prose,
    capture: CaptureId,
    seen: Sequence[Sequence[EntitySpan]] = (),
    parses: Sequence[Parse] = (),
) -> People:
    """Find the people of a document and who is meant by every mention.

    Args:
        prose: The text.
        capture: Its bytes.
        seen: For every sentence what a reader of entities finds in it; () for none.
        parses: The parse of every sentence; () where syntax is not read.
    """
    written, doubtful = read_names(prose, capture, seen)
    names, cast = link(written, aliases(prose, written), prose)
    groups = coordinated(prose, names)
    known = Named(names, cast, groups, doubtful)
    walk = walk_through(prose, capture, known, parses)
    walk.read()
    named = [_completed(placed.mention, walk) for placed in names]
    found = sorted(
        [*named, *(placed.mention for placed in walk.found)],
        key=lambda mention: (mention.start, mention.end, mention.ordinal),
    )
    entity = _heads(found)
    return People(
        tuple(found),
        tuple(tuple(placed.mention.id for placed in group) for group in groups),
        entity,
        {entity[e.head]: e.gender for e in cast.by_head.values() if e.gender},
    )


@dataclass(frozen=True, slots=True)
class Named:
    """Everyone a document names.

    Attributes:
        names: Mentions by name, later ones with antecedent, in order.
        cast: Who they are.
        groups: Those named together.
        doubtful: Words that may be a name but are not taken for one.
    """

    names: Sequence[Placed]
    cast: Cast
    groups: Sequence[Sequence[Placed]]
    doubtful: Sequence[Candidate]


def walk_through(
    prose: Prose,
    capture: CaptureId,
    named: Named,
    parses: Sequence[Parse] = (),
    walk: type[Walk] = Walk,
) -> Walk:
    """Make ready to read who is meant by pronouns, sentence by sentence."""
    together = Together(_placed(named.groups))
    near = Nearby(prose, _by_sentence(named.names), together)
    unsure = {(c.sentence, c.first): c.last for c in named.doubtful}
    return walk(prose, capture, named.cast, near, spoken(prose), unsure, parses)


def _by_sentence(names: Sequence[Placed]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for placed in names:
        found.setdefault(placed.sentence, []).append(placed)
    return found


def _placed(
    groups: Sequence[Sequence[Placed]],
) -> dict[int, list[tuple[MentionId, ...]]]:
    found: dict[int, list[tuple[MentionId, ...]]] = {}
    for group in groups:
        ids = tuple(placed.mention.id for placed in group)
        found.setdefault(group[0].sentence, []).append(ids)
    return found


def _completed(mention: Mention, walk: Walk) -> Mention:
    """Add to a named mention what it is to another, and whom it names at last."""
    relation, of = walk.relations.get(mention.id, ("", None))
    antecedent, because = walk.same.get(
        mention.id, (mention.antecedent, mention.because)
    )
    if not relation and antecedent == mention.antecedent:
        return mention
    return replace(
        mention, relation=relation, of=of, antecedent=antecedent, because=because
    )


def _heads(mentions: Sequence[Mention]) -> dict[MentionId, MentionId]:
    """Follow every mention to the first of whom it means."""
    before = {m.id: m.antecedent for m in mentions if m.antecedent}
    found: dict[MentionId, MentionId] = {}
    for mention in mentions:
        head = mention.id
        seen = {head}
        while (earlier := before.get(head)) is not None and earlier not in seen:
            seen.add(earlier)
            head = earlier
        found[mention.id] = head
    return found
