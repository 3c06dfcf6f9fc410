"""Which judgements take mentions out of a person and leave both sides whole."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from lives.model.ids import DecisionId, MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Mention
from lives.resolve.cluster import gather

Pair = tuple[MentionId, MentionId, Verdict]


def split(
    mentions: Sequence[Mention],
    machine: Sequence[Judgement],
    human: Sequence[Judgement],
    going: Collection[MentionId],
) -> list[Pair]:
    """Return the judgements of a split: one "different", and each "same" it needs.

    Mentions of one side may have hung together only by way of the other, or less well
    than with the other: they are joined to what they are with, and to nothing else.

    Args:
        mentions: All of one person, in the order of the archive.
        machine: Machine judgements among them.
        human: People's judgements among them.
        going: Those that are somebody else; not all, and not none.
    """
    sides = (
        [m.id for m in mentions if m.id not in going],
        [m.id for m in mentions if m.id in going],
    )
    pairs = [_pair(sides[0][0], sides[1][0], Verdict.DIFFERENT)]
    own = list(machine)
    while lost := _misplaced(mentions, own, [*human, *_judged(pairs)], sides):
        pairs.append(lost)
    return pairs


def _misplaced(
    mentions: Sequence[Mention],
    machine: Sequence[Judgement],
    human: Sequence[Judgement],
    sides: Iterable[Sequence[MentionId]],
) -> Pair | None:
    """Return the judgement that brings the first mention home that is not there."""
    groups = gather(mentions, machine, human).groups
    of = {m.id: number for number, group in enumerate(groups) for m in group}
    said = {(j.left, j.right) for j in human}
    for first, *others in sides:
        for other in others:
            pair = _pair(first, other, Verdict.SAME)
            if of[first] != of[other] and pair[:2] not in said:
                return pair
    return None


def _judged(pairs: Sequence[Pair]) -> Iterator[Judgement]:
    """Yield what a person is about to judge, as if the chain had it."""
    return (
        Judgement(left, right, verdict, "", "", decision=DecisionId(""))
        for left, right, verdict in pairs
    )


def _pair(one: MentionId, two: MentionId, verdict: Verdict) -> Pair:
    left, right = sorted((one, two))
    return left, right, verdict
