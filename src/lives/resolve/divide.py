"""Join what machines link, the strongest first, where people keep some apart.

Two mentions that a person keeps apart pull what lies between them to two sides. Each
mention in between goes where its stronger links lead; where two sides have equally
strong links, the one with more of them. Where that is equal too, no rule can tell whose
it is: it goes to neither side, and becomes a question. A merge is worse than a split.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lives.model.ids import MentionId
from lives.model.judgement import Judgement
from lives.resolve.union import Union

Edge = tuple[MentionId, MentionId]  # two groups by leader, in the order of identifiers


@dataclass(frozen=True, slots=True)
class Contested:
    """Groups between people who are kept apart, whom nothing tells whose they are.

    Attributes:
        pieces: A mention of each group, those in between and those kept apart.
        probability: Of the links that hold them equally.
    """

    pieces: tuple[MentionId, ...]
    probability: float


def join_strongest(
    union: Union[MentionId], same: Iterable[Judgement]
) -> tuple[list[Judgement], list[Contested]]:
    """Join mentions by a machine's judgements.

    Args:
        union: What people joined and keep apart; grows.
        same: Judgements "same" on mentions of it, in any order.

    Returns:
        The judgements that joined something, in the order in which they did; and what
        could not be placed.
    """
    ordered = sorted(same, key=lambda j: (-j.probability, j.left, j.right, j.by))
    if not union.any_apart:
        return [j for j in ordered if _joined(union, j)], []
    held: list[Judgement] = []
    contested: list[Contested] = []
    done = 0
    for sure, group in groupby(ordered, key=lambda j: j.probability):
        level = list(group)
        pulled = _pulled(union, level)
        held += [j for j in level if union.find(j.left) not in pulled and
                 _joined(union, j)]  # fmt: skip
        if pulled:
            weight = _weights(union, ordered[done:], pulled)
            between = [j for j in level if union.find(j.left) in pulled]
            joined, open_ones = _divided(union, between, weight)
            held += joined
            contested += [Contested(tuple(sorted(o)), sure) for o in open_ones]
        done += len(level)
    return held, contested


def _joined(union: Union[MentionId], judgement: Judgement) -> bool:
    """Join; tell whether that brought two groups together."""
    one, two = union.find(judgement.left), union.find(judgement.right)
    return one != two and union.join(one, two)


def _edge(union: Union[MentionId], judgement: Judgement) -> Edge:
    one, two = union.find(judgement.left), union.find(judgement.right)
    return (one, two) if one < two else (two, one)


def _parts(edges: Iterable[Edge]) -> Iterator[set[MentionId]]:
    """Yield the groups that edges connect, set by set."""
    told = list(edges)
    scratch = Union(leader for edge in told for leader in edge)
    for edge in told:
        scratch.join(*edge)
    return (set(members) for members in scratch.groups().values())


def _rivals(union: Union[MentionId], part: set[MentionId]) -> set[MentionId]:
    """Return the groups of a part that are kept apart from others of it."""
    return {leader for leader in part if union.foes(leader) & part}


def _pulled(union: Union[MentionId], level: Iterable[Judgement]) -> set[MentionId]:
    """Return the groups that would come together with what is kept apart."""
    edges = {edge for j in level if (edge := _edge(union, j))[0] != edge[1]}
    return {m for part in _parts(edges) if _rivals(union, part) for m in part}


def _weights(
    union: Union[MentionId], remaining: Iterable[Judgement], among: set[MentionId]
) -> Counter[Edge]:
    """Add up how strongly pairs of groups are linked, in thousandths."""
    found: Counter[Edge] = Counter()
    for judgement in remaining:
        edge = _edge(union, judgement)
        if edge[0] != edge[1] and among.issuperset(edge):
            found[edge] += round(1000 * judgement.probability)
    return found


def _divided(
    union: Union[MentionId], between: Sequence[Judgement], weight: Counter[Edge]
) -> tuple[list[Judgement], list[set[MentionId]]]:
    """Join groups of one level, those with most links first, as far as can be told."""
    link: dict[Edge, Judgement] = {}
    for judgement in between:
        edge = _edge(union, judgement)
        if edge[0] != edge[1]:
            link.setdefault(edge, judgement)
    held: list[Judgement] = []
    contested: list[set[MentionId]] = []
    ordered = sorted(link, key=lambda edge: (-weight[edge], edge))
    for _, group in groupby(ordered, key=lambda edge: weight[edge]):
        now: dict[Edge, Judgement] = {}
        for edge in group:
            moved = _edge(union, link[edge])
            if moved[0] != moved[1]:
                now.setdefault(moved, link[edge])
        core = {edge for part in _parts(now) for edge in _core(union, part, now)}
        held += [now[edge] for edge in sorted(set(now) - core) if union.join(*edge)]
        lying = {_edge(union, now[edge]): now[edge] for edge in core}  # leaders change
        for part in list(_parts(lying)):
            open_part, joined = _open(union, part, lying)
            held += joined
            contested += open_part
    return held, contested


def _core(
    union: Union[MentionId], part: set[MentionId], edges: Iterable[Edge]
) -> set[Edge]:
    """Return the edges of a part that lie between groups kept apart.

    What hangs on to one group only is none of theirs: it goes with that group.
    """
    rivals = _rivals(union, part)
    if not rivals:
        return set()
    core = {edge for edge in edges if edge[0] in part}
    while True:
        ends = Counter(leader for edge in core for leader in edge)
        loose = {m for m, count in ends.items() if count == 1 and m not in rivals}
        if not loose:
            return core
        core = {edge for edge in core if not loose & set(edge)}


def _open(
    union: Union[MentionId], part: set[MentionId], core: dict[Edge, Judgement]
) -> tuple[list[set[MentionId]], list[Judgement]]:
    """Keep what lies between from all sides; join it to itself."""
    rivals = _rivals(union, part)
    inner = [e for e in sorted(core) if part.issuperset(e) and not rivals & set(e)]
    dropped = [e for e in sorted(core) if part.issuperset(e) and rivals & set(e)]
    doubtful = [e for e in dropped if e[1] not in union.foes(e[0])]
    held = [core[edge] for edge in inner if union.join(*edge)]
    for edge in doubtful:
        union.apart(*edge)
    sides: dict[MentionId, set[MentionId]] = defaultdict(set)
    for edge in doubtful:
        for leader in edge:
            sides[union.find(leader)].add(leader)
    return ([set(sides)] if sides else []), held
