"""Witnesses: sources that depend on one another speak with one voice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lives.compose.copies import Copy
from lives.model.ids import SourceId
from lives.model.source import Source


@dataclass(frozen=True, slots=True)
class Descent:
    """One source said or found to depend on another.

    Attributes:
        source: The dependent one.
        on: The other.
        because: Why, in words.
    """

    source: SourceId
    on: SourceId
    because: str


def descents(
    sources: Mapping[SourceId, Source],
    decided: Iterable[tuple[str, Mapping[str, str]]],
    copied: Iterable[Copy],
) -> list[Descent]:
    """Gather what is declared, decided and found about who depends on whom.

    Args:
        sources: Every source.
        decided: Standing decisions of kind `LINEAGE`: by whom, and the body.
        copied: Copies found in the texts.

    Returns:
        Descents between sources that the archive holds, the best founded first.
    """
    found = [
        Descent(source.id, other, f"it says itself that it derives from {title}")
        for source in sources.values()
        for other in source.derives_from
        for title in [_title(other, sources)]
    ]
    for by, body in decided:
        one, two = SourceId(body["source"]), SourceId(body["derives_from"])
        why = f": {body['why']}" if body.get("why") else ""
        because = f"it derives from {_title(two, sources)}, as {by} decided{why}"
        found.append(Descent(one, two, because))
    for copy in copied:
        because = copy.because.format(sources[copy.one].title)
        found.append(Descent(copy.two, copy.one, because))
    return [d for d in found if d.source in sources and d.on in sources]


def witnesses(
    received: Sequence[SourceId], descent: Iterable[Descent]
) -> dict[SourceId, tuple[SourceId, str]]:
    """Group sources into witnesses.

    Args:
        received: Every source in the order of receipt.
        descent: Who depends on whom, in any order.

    Returns:
        For each source its witness, named after the group's first source that
        depends on none other, and why; "" where it stands alone or for itself.
    """
    bonds: dict[SourceId, list[Descent]] = {source: [] for source in received}
    for bond in descent:
        bonds[bond.source].append(bond)
        bonds[bond.on].append(bond)
    found: dict[SourceId, tuple[SourceId, str]] = {}
    for source in received:
        if source not in found:
            group = _reached(source, bonds)
            head = _head([s for s in received if s in group], bonds)
            found |= {s: (head, _why(s, head, bonds)) for s in group}
    return found


def _reached(
    source: SourceId, bonds: Mapping[SourceId, list[Descent]]
) -> frozenset[SourceId]:
    reached, waiting = {source}, [source]
    while waiting:
        for bond in bonds[waiting.pop()]:
            fresh = {bond.source, bond.on} - reached
            reached |= fresh
            waiting.extend(sorted(fresh))
    return frozenset(reached)


def _head(
    group: Sequence[SourceId], bonds: Mapping[SourceId, list[Descent]]
) -> SourceId:
    for source in group:
        if all(bond.source != source for bond in bonds[source]):
            return source
    return group[0]  # they derive from one another in a circle


def _why(
    source: SourceId, head: SourceId, bonds: Mapping[SourceId, list[Descent]]
) -> str:
    if source == head:
        return ""
    own = [bond.because for bond in bonds[source] if bond.source == source]
    return own[0] if own else f"a source of the witness “{head}” derives from it too"


def _title(source: SourceId, sources: Mapping[SourceId, Source]) -> str:
    return f"“{sources[source].title if source in sources else source}”"
