"""The people of a document: who is named, who is meant, who stands together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.entities import Cast, link
from lives.extract.english.mentions import Placed, placed_names
from lives.extract.english.pronouns import resolve
from lives.extract.english.prose import Prose
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


def read_people(prose: Prose, capture: CaptureId) -> People:
    """Find the people of a document and who is meant by every mention."""
    names, cast = link(placed_names(prose, capture))
    groups = coordinated(prose, names)
    pronouns = resolve(prose, names, cast, groups)
    found = sorted(
        (placed.mention for placed in (*names, *pronouns)),
        key=lambda mention: (mention.start, mention.end, mention.ordinal),
    )
    return People(
        tuple(found),
        tuple(tuple(placed.mention.id for placed in group) for group in groups),
        {m.id: m.antecedent or m.id for m in found},
        _genders(cast),
    )


def _genders(cast: Cast) -> dict[MentionId, Gender]:
    return {e.head: e.gender for e in cast.by_head.values() if e.gender}


def coordinated(prose: Prose, names: Sequence[Placed]) -> list[list[Placed]]:
    """Gather people named together: "A and B", "A, B and C", "A, together with B"."""
    groups: list[list[Placed]] = []
    current: list[Placed] = []
    joined = False
    for placed in names:
        between = _between(prose, current[-1], placed) if current else None
        if between is not None and between in _JOINS:
            joined = joined or "and" in between or "or" in between
            current.append(placed)
            continue
        if joined:
            groups.append(current)
        current, joined = [placed], False
    return [*groups, current] if joined else groups


_JOINS = frozenset(
    (
        ("and",),
        (",",),
        (",", "and"),
        ("as", "well", "as"),
        ("or",),
        ("nor",),
        (",", "as", "well", "as"),
        (",", "together", "with"),
        ("together", "with"),
    )
)


def _between(prose: Prose, one: Placed, two: Placed) -> tuple[str, ...] | None:
    if one.sentence != two.sentence or two.first - one.last > 5:  # noqa: PLR2004
        return None
    tokens = prose.sentences[one.sentence].tokens[one.last + 1 : two.first]
    return tuple(token.lower for token in tokens if token.lower not in two.titles)
