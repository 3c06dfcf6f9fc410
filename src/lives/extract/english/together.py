"""People named together: "A, B and C"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.english.lexicon import words
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose, Token
from lives.extract.english.traces import Trace
from lives.extract.english.wordlists import is_person_verb
from lives.model.ids import MentionId

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
_WIDEST = 5  # tokens between two names that stand together


def coordinated(prose: Prose, names: Sequence[Placed]) -> list[list[Placed]]:
    """Gather people named together: "A and B", "A, B and C", "A, together with B"."""
    groups: list[list[Placed]] = []
    current: list[Placed] = []
    joined = False
    for placed in names:
        between = _between(prose, current[-1], placed) if current else None
        if between is not None and between in _JOINS:
            joined = joined or between != (",",)
            current.append(placed)
            continue
        if joined:
            groups.append(current)
        current, joined = [placed], False
    return [*groups, current] if joined else groups


def _between(prose: Prose, one: Placed, two: Placed) -> tuple[str, ...] | None:
    if one.sentence != two.sentence or two.first - one.last > _WIDEST:
        return None
    tokens = prose.sentences[one.sentence].tokens[one.last + 1 : two.first]
    return tuple(t.lower for t in tokens if t.lower not in two.titles)


@dataclass(frozen=True, slots=True)
class Together:
    """The groups of a document.

    Attributes:
        groups: Mentions named together, by sentence.
    """

    groups: dict[int, list[tuple[MentionId, ...]]]

    def named(self, number: int) -> list[tuple[MentionId, ...]]:
        """Return the groups of a sentence."""
        return self.groups.get(number, [])

    def is_listed(self, number: int, mention: MentionId) -> bool:
        """Tell whether a mention of a sentence stands in a group."""
        return any(mention in group for group in self.named(number))

    def gathered(self, number: int, traces: Sequence[Trace]) -> Iterator[list[Trace]]:
        """Yield the groups of a sentence as the traces of several people."""
        members = {trace.mention: trace for trace in traces}
        for group in self.named(number):
            found = [members[m] for m in group if m in members]
            if len({trace.entity.head for trace in found}) > 1:
                yield found


def leads(tokens: Sequence[Token], traces: Sequence[Trace]) -> bool:
    """Tell whether a group is the subject of its sentence, by the words around it."""
    after = tokens[traces[-1].last + 1 : traces[-1].last + 4]
    before = tokens[: traces[0].first]
    own = not any(token.lower in words()["prepositions"] for token in before[-1:])
    return own and any(is_person_verb(token.lower) for token in after)
