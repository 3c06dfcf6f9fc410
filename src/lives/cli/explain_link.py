"""`lives explain link`: why two are, or are not, taken for one person."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lives.cli.desk import Desk, wrapped
from lives.cli.judging import different_between, so_far, told
from lives.cli.whom import exactly, representative
from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement, Verdict
from lives.publish.linking import sentence
from lives.publish.picture import weights_svg
from lives.publish.waterfall import Row, rows
from lives.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Step:
    """One judgement on the way from one mention to the other."""

    left: str
    right: str
    sentence: str
    weights: tuple[Row, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class LinkExplained:
    """Why two are, or are not, taken for one person.

    Attributes:
        one: The first, named.
        two: The second.
        state: How they stand to each other.
        steps: The judgements that make it so: of two in one person, those on the way
            from one to the other.
        weakest: The step on which it hangs, from 0; None where there is none.
    """

    one: str
    two: str
    state: str
    steps: tuple[Step, ...]
    weakest: int | None


def explain_link(desk: Desk, asked: Sequence[str], picture: Path | None) -> None:
    """Explain the link between two persons or mentions, and draw what was weighed."""
    if len(asked) != 2:  # noqa: PLR2004  # a link has two ends
        raise click.UsageError("Name two: 'lives explain link A B'.")
    with desk.open() as archive:
        found = explained(archive.tables, asked[0], asked[1])
    written = []
    if picture is not None:
        drawn = _drawn(found)
        if drawn is None:
            raise click.UsageError(
                "No machine weighed anything here, so there is no picture."
            )
        title = f"{drawn.left} and {drawn.right}"
        picture.write_text(weights_svg(drawn.judgement, title), encoding="utf-8")
        written.append(f"Wrote {picture}.")
    desk.answer(found, [*lines(found), *written])


def _drawn(found: LinkExplained) -> Step | None:
    """Return the step to draw: the weakest of those that a machine made."""
    weighed = [step for step in found.steps if step.weights]
    return min(weighed, key=lambda s: s.judgement.probability, default=None)


def explained(tables: Tables, one: str, two: str) -> LinkExplained:
    """Gather the judgements between two who are named by identifier or name.

    Raises:
        UnknownPerson: Nobody is meant by one of them.
        AmbiguousPerson: Several may be.
    """
    ends = [_mention(tables, asked) for asked in (one, two)]
    left, right = sorted(ends)
    persons = [tables.person_of_mention(mention) for mention in (left, right)]
    found: list[Judgement] = []
    if persons[0] is not None and persons[1] is not None:
        found = _between(tables, (left, right), (persons[0], persons[1]))
    steps = tuple(
        Step(
            told(tables, j.left),
            told(tables, j.right),
            sentence(j),
            () if j.human else tuple(rows(j)),
            j,
        )
        for j in found
    )
    order = sorted(range(len(found)), key=lambda n: found[n].probability)
    return LinkExplained(
        told(tables, ends[0]),
        told(tables, ends[1]),
        so_far(tables, left, right) if left != right else "one mention",
        steps,
        order[0] if order else None,
    )


def _mention(tables: Tables, asked: str) -> MentionId:
    if asked.startswith("me-") and tables.mention(MentionId(asked)):
        return MentionId(asked)
    return representative(tables, exactly(tables, asked))


def _between(
    tables: Tables,
    ends: tuple[MentionId, MentionId],
    persons: tuple[PersonId, PersonId],
) -> list[Judgement]:
    if persons[0] == persons[1]:
        return _way(tables, ends, persons[0])
    decided = tables.decided_pair(*ends)
    apart = different_between(tables.decided_about(persons[0]), tables, *persons)
    people = [decided] if decided else []
    people += [j for j in apart if j != decided]
    return [*people, *tables.judgements_between(*persons)]


def _way(
    tables: Tables, ends: tuple[MentionId, MentionId], person: PersonId
) -> list[Judgement]:
    """Return the links from one mention of a person to another."""
    same = [
        j
        for j in (*tables.decided_about(person), *tables.holding_of(person))
        if j.verdict is Verdict.SAME
    ]
    beside: dict[MentionId, list[tuple[MentionId, Judgement]]] = defaultdict(list)
    for link in same:
        beside[link.left].append((link.right, link))
        beside[link.right].append((link.left, link))
    came: dict[MentionId, tuple[MentionId, Judgement] | None] = {ends[0]: None}
    waiting = deque([ends[0]])
    while waiting:
        at = waiting.popleft()
        for other, link in beside[at]:
            if other not in came:
                came[other] = (at, link)
                waiting.append(other)
    way: list[Judgement] = []
    step = came.get(ends[1])
    while step is not None:
        way.append(step[1])
        step = came[step[0]]
    return way[::-1]


def lines(found: LinkExplained) -> Iterator[str]:
    """Tell it on a terminal."""
    yield from wrapped(f"{found.one} and {found.two}")
    yield from wrapped(f"{found.state[:1].upper()}{found.state[1:]}.", first="  ")
    for number, step in enumerate(found.steps):
        yield ""
        mark = ", the weakest link" if _weakest_of_several(found, number) else ""
        yield from wrapped(f"{step.left} and {step.right}{mark}")
        yield from wrapped(step.sentence, first="  ")
        for row in step.weights:
            words = f"{row.bits:>6} {row.side:<8} {row.what}"
            yield from wrapped(words, first="  ", rest=" " * 18)


def _weakest_of_several(found: LinkExplained, number: int) -> bool:
    return len(found.steps) > 1 and number == found.weakest
