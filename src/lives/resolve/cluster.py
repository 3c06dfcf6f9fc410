"""Gather mentions into persons; what people decided is never overruled.

People's judgements come first. Among them "different" stands whatever the order, and
a "same" that a chain of others contradicts is set aside and becomes a question: no
rule can tell which of the two was meant. Machine judgements follow, the strongest
first, and none may join what a person keeps apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lives.model.ids import MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.life import Conflict
from lives.model.mention import Mention
from lives.model.person import Person
from lives.resolve.belonging import Belonging
from lives.resolve.divide import Contested, join_strongest
from lives.resolve.doubts import contradictory, undivided
from lives.resolve.label import Labels
from lives.resolve.union import Union


@dataclass(frozen=True, slots=True)
class Gathered:
    """Which mentions are one human being, and what stands in the way.

    Attributes:
        groups: Mentions by person, each group and the groups themselves in the order
            of the archive.
        aside: People's "same" that contradict a "different".
        links: The judgements that hold the groups together, one fewer than a group has
            mentions: people's first, then the machines' by their probability.
        contested: What lies between people who are kept apart, and on no side.
    """

    groups: tuple[tuple[Mention, ...], ...]
    aside: tuple[Judgement, ...] = ()
    links: tuple[Judgement, ...] = ()
    contested: tuple[Contested, ...] = ()


def gather(
    mentions: Sequence[Mention],
    machine: Iterable[Judgement],
    human: Sequence[Judgement],
) -> Gathered:
    """Partition mentions by judgements.

    Args:
        mentions: All of them, in the order of the archive; an unjudged one is a
            person of its own.
        machine: Machine judgements in any order. One on a pair that a person has
            judged has no effect, whatever the person said.
        human: People's judgements, one a pair, in the order of the chain. One about
            a mention that is no longer read has no effect, and waits.
    """
    union = Union(mention.id for mention in mentions)
    aside, links = _join_human(union, human)
    settled = {(j.left, j.right) for j in human}
    same = (
        j
        for j in machine
        if j.verdict is Verdict.SAME
        and _read(union, j)
        and (j.left, j.right) not in settled
    )
    held, contested = join_strongest(union, same)
    groups: dict[MentionId, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(union.find(mention.id), []).append(mention)
    return Gathered(
        tuple(tuple(group) for group in groups.values()),
        tuple(aside),
        (*links, *held),
        tuple(contested),
    )


def persons(
    mentions: Sequence[Mention],
    machine: Iterable[Judgement],
    human: Sequence[Judgement],
) -> tuple[list[Person], list[Conflict]]:
    """Make persons of mentions, and questions of what could not be followed.

    Args:
        mentions: As for `gather`, like the other two.
        machine: Machine judgements in any order.
        human: People's judgements, one a pair, in the order of the chain.
    """
    return described(gather(mentions, machine, human), human)


def described(
    gathered: Gathered, human: Sequence[Judgement]
) -> tuple[list[Person], list[Conflict]]:
    """Make persons of groups, and questions of what could not be followed.

    Returns:
        Persons in the order in which the archive first meets them, each mention in
        exactly one; and a question for every judgement that could not be followed, and
        for everyone whom nothing tells whose he or she is.
    """
    labels = Labels(gathered.groups)
    belonging = Belonging(gathered.links)
    found = [_person(group, labels, belonging) for group in gathered.groups]
    of = {mention: person for person in found for mention in person.mentions}
    against = [j for j in human if j.verdict is Verdict.DIFFERENT]
    questions = [contradictory(j, against, of) for j in gathered.aside]
    questions += [undivided(one, against, of) for one in gathered.contested]
    return found, questions


def _read(union: Union[MentionId], judgement: Judgement) -> bool:
    return judgement.left in union and judgement.right in union


def _join_human(
    union: Union[MentionId], human: Sequence[Judgement]
) -> tuple[list[Judgement], list[Judgement]]:
    """Follow people; return what could not be followed, and what joined something."""
    held = [judgement for judgement in human if _read(union, judgement)]
    for judgement in held:
        if judgement.verdict is Verdict.DIFFERENT:
            union.apart(judgement.left, judgement.right)
    aside: list[Judgement] = []
    links: list[Judgement] = []
    for judgement in held:
        if judgement.verdict is Verdict.SAME:
            apart = union.find(judgement.left) != union.find(judgement.right)
            if not union.join(judgement.left, judgement.right):
                aside.append(judgement)
            elif apart:
                links.append(judgement)
    return aside, links


def _person(group: tuple[Mention, ...], labels: Labels, belonging: Belonging) -> Person:
    return Person(
        Person.key(group[0].id),
        label=labels.of(group[0].id),
        named=any(mention.name for mention in group),
        names=labels.names(group),
        mentions=tuple(mention.id for mention in group),
        probabilities=tuple(belonging.of(mention.id) for mention in group),
    )
