"""Questions that only people can settle about who is who, in words."""

from collections.abc import Mapping, Sequence

from lives.model.ids import MentionId, content_id
from lives.model.judgement import Judgement
from lives.model.life import Conflict, Severity
from lives.model.person import Person
from lives.resolve.divide import Contested

Persons = Mapping[MentionId, Person]


def contradictory(
    aside: Judgement, against: Sequence[Judgement], of: Persons
) -> Conflict:
    """Ask which of people's judgements holds, where they contradict one another.

    Args:
        aside: A "same" that was not followed.
        against: Every "different".
        of: Who each mention is.
    """
    left, right = of[aside.left], of[aside.right]
    kept_apart = [j for j in against if _both(j, {left.id, right.id}, of)]
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


def undivided(one: Contested, against: Sequence[Judgement], of: Persons) -> Conflict:
    """Ask whose somebody is whom equal links hold to people who are kept apart."""
    pieces = list(dict.fromkeys(of[mention] for mention in one.pieces))
    kept = [j for j in against if _both(j, {p.id for p in pieces}, of)]
    why = "; ".join(_told(j) for j in kept)
    rivals = {of[m].id for j in kept for m in (j.left, j.right)}
    between = [p for p in pieces if p.id not in rivals] or pieces
    sides = [p for p in pieces if p.id in rivals]
    names = ", ".join(f"{p.label} ({p.id})" for p in between)
    others = " and ".join(f"{p.label} ({p.id})" for p in sides)
    words = (
        f"Who is {names}? Links of equal strength ({one.probability:.2f}) hold these "
        f"mentions to {others}, who are two people by {why}. They stand alone until "
        "somebody says with 'lives link' to whom they belong."
    )
    key = content_id("qu", "between", *one.pieces, *(str(j.decision) for j in kept))
    about = "mentions between two people"
    return Conflict(key, between[0].id, about, Severity.QUESTION, words, ())


def _both(judgement: Judgement, among: set[str], of: Persons) -> bool:
    left, right = of.get(judgement.left), of.get(judgement.right)
    return left is not None and right is not None and {left.id, right.id} <= among


def _told(judgement: Judgement) -> str:
    why = f", because “{judgement.because}”" if judgement.because else ""
    decision = (judgement.decision or "")[:12]
    return f"the judgement “{judgement.verdict}” of {judgement.by}{why} ({decision})"
