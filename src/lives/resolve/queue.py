"""Questions about who is who, ordered by what an answer would settle.

What an answer may move are statements: those of one side come to stand in one life with
those of the other, or no longer do. Whether it moves them is known with a probability:
that two who stand apart are one, or that two who stand together are not. A question is
worth the one times the other: the pairs of statements that an answer is expected to
move. A side of which nothing is said counts as one, because it is a human being.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement
from lives.resolve.union import Union


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question.

    Attributes:
        person: Whose mentions they are now.
        mention: The one that is asked about.
        mentions: How many would move with it.
        statements: How many statements.
    """

    person: PersonId
    mention: MentionId
    mentions: int
    statements: int


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two sides are one human being.

    Attributes:
        one: The side of the smaller mention.
        two: The other.
        linked: They stand together now.
        judgement: The machine's, of which the question is made.
        worth: Pairs of statements that an answer is expected to move.
    """

    one: Side
    two: Side
    linked: bool
    judgement: Judgement
    worth: float


def ask(one: Side, two: Side, judgement: Judgement, *, linked: bool) -> Question:
    """Make a question of a judgement.

    >>> side = Side(PersonId("pe-1"), MentionId("me-1"), 1, 4)
    >>> told = Judgement("me-1", "me-2", "unsure", "persons/1", "", 0.4)
    >>> ask(side, side, told, linked=False).worth
    10.0
    """
    chance = judgement.probability
    if linked:
        chance = 1 - chance
    pairs = (1 + one.statements) * (1 + two.statements)
    return Question(one, two, linked, judgement, round(chance * pairs, 3))


def queue(questions: Iterable[Question]) -> list[Question]:
    """Order questions: the worthiest first; of two persons, the likeliest link asks."""
    best: dict[tuple[PersonId, PersonId, MentionId | None], Question] = {}
    for one in sorted(questions, key=_order):
        pair = sorted((one.one.person, one.two.person))
        link = one.judgement.left if one.linked else None  # each link asks for itself
        best.setdefault((pair[0], pair[1], link), one)
    return sorted(best.values(), key=_order)


def _order(one: Question) -> tuple[float, float, str, str, str]:
    told = one.judgement
    return (-one.worth, -told.probability, told.left, told.right, told.by)


def parted(
    mentions: Sequence[MentionId], links: Iterable[Judgement], without: Judgement
) -> tuple[list[MentionId], list[MentionId]]:
    """Return into which two a person falls without one of the links that hold it.

    Args:
        mentions: Of the person.
        links: Those that hold it, people's too.
        without: One of them.

    Returns:
        Those with the left mention, and those with the right.
    """
    union = Union(mentions)
    for link in links:
        if (link.left, link.right) != (without.left, without.right):
            union.join(link.left, link.right)
    with_left = union.find(without.left)
    left = [m for m in mentions if union.find(m) == with_left]
    return left, [m for m in mentions if union.find(m) != with_left]


def side(
    person: PersonId,
    mention: MentionId,
    mentions: Sequence[MentionId],
    said: Mapping[MentionId, int],
) -> Side:
    """Make a side of the mentions that would move together."""
    return Side(person, mention, len(mentions), sum(said.get(m, 0) for m in mentions))
