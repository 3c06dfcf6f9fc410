"""Gather mentions into persons; what people decided is never overruled.

People's judgements come first. Among them "different" stands whatever the order, and
a "same" that a chain of others contradicts is set aside and becomes a question: no
rule can tell which of the two was meant. Machine judgements follow, the strongest
first, and none may join what a person keeps apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lives.model.ids import MentionId, content_id
from lives.model.judgement import Judgement, Verdict
from lives.model.life import Conflict, Severity
from lives.model.mention import Mention
from lives.model.person import Person
from lives.resolve.label import Labels
from lives.resolve.union import Union


@dataclass(frozen=True, slots=True)
class Gathered:
    """Which mentions are one human being, and what stands in the way.

    Attributes:
        groups: Mentions by person, each group and the groups themselves in the order
            of the archive.
        aside: People's "same" that contradict a "different".
    """

    groups: tuple[tuple[Mention, ...], ...]
    aside: tuple[Judgement, ...]


def gather(
    mentions: Sequence[Mention],
    machine: Iterable[Judgement],
    human: Sequence[Judgement],
) -> Gathered:
    """Partition mentions by judgements.

    Args:
        mentions: All of them, in the order of the archive; an unjudged one is a
            person of its own.
        machine: Machine judgements in any order.
        human: People's judgements, one a pair, in the order of the chain. One about
            a mention that is no longer read has no effect, and waits.
    """
    union = Union(mention.id for mention in mentions)
    aside = tuple(_join_human(union, human))
    strongest = sorted(
        (j for j in machine if j.verdict is Verdict.SAME and _read(union, j)),
        key=lambda j: (-j.probability, j.left, j.right, j.by),
    )
    for judgement in strongest:
        union.join(judgement.left, judgement.right)
    groups: dict[MentionId, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(union.find(mention.id), []).append(mention)
    return Gathered(tuple(tuple(group) for group in groups.values()), aside)


def persons(
    mentions: Sequence[Mention],
    machine: Iterable[Judgement],
    human: Sequence[Judgement],
) -> tuple[list[Person], list[Conflict]]:
    """Make persons of mentions, and questions of contradictory judgements.

    Args:
        mentions: As for `gather`, like the other two.
        machine: Machine judgements in any order.
        human: People's judgements, one a pair, in the order of the chain.

    Returns:
        Persons in the order in which the archive first meets them, each mention in
        exactly one; and a question for every judgement that could not be followed.
    """
    gathered = gather(mentions, machine, human)
    labels = Labels(gathered.groups)
    found = [_person(group, labels) for group in gathered.groups]
    of = {mention: person for person in found for mention in person.mentions}
    against = [j for j in human if j.verdict is Verdict.DIFFERENT]
    questions = [_question(j, against, of) for j in gathered.aside]
    return found, questions


def _read(union: Union[MentionId], judgement: Judgement) -> bool:
    return judgement.left in union and judgement.right in union


def _join_human(
    union: Union[MentionId], human: Sequence[Judgement]
) -> Iterable[Judgement]:
    held = [judgement for judgement in human if _read(union, judgement)]
    for judgement in held:
        if judgement.verdict is Verdict.DIFFERENT:
            union.apart(judgement.left, judgement.right)
    for judgement in held:
        same = judgement.verdict is Verdict.SAME
        if same and not union.join(judgement.left, judgement.right):
            yield judgement


def _person(group: tuple[Mention, ...], labels: Labels) -> Person:
    return Person(
        Person.key(group[0].id),
        label=labels.of(group[0].id),
        named=any(mention.name for mention in group),
        names=labels.names(group),
        mentions=tuple(mention.id for mention in group),
    )


def _question(
    aside: Judgement,
    against: Sequence[Judgement],
    of: Mapping[MentionId, Person],
) -> Conflict:
    left, right = of[aside.left], of[aside.right]
    pair = {left.id, right.id}
    kept_apart = [
        j
        for j in against
        if j.left in of and j.right in of and {of[j.left].id, of[j.right].id} == pair
    ]
    others = " and ".join(_told(j) for j in kept_apart)
    words = (
        f"Are {left.label} and {right.label} one person? T{_told(aside)[1:]} says that "
        f"they are the same, which contradicts {others}. They are kept apart until "
        "one of these judgements is withdrawn."
    )
    chained = (str(j.decision) for j in (aside, *kept_apart))
    key = content_id("qu", *chained)
    about = "contradictory judgements"
    return Conflict(key, left.id, about, Severity.QUESTION, words, ())


def _told(judgement: Judgement) -> str:
    why = f", because “{judgement.because}”" if judgement.because else ""
    decision = (judgement.decision or "")[:12]
    return f"the judgement “{judgement.verdict}” of {judgement.by}{why} ({decision})"
