"""Open questions about who is who, read from the archive and told on a terminal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import click

from lives.cli.desk import wrapped
from lives.cli.origin import Origins
from lives.cli.others import DOUBTFUL
from lives.cli.plain import counted
from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement, Verdict
from lives.publish.linking import sentence
from lives.resolve.queue import Question, Side, ask, parted, side
from lives.store.archive import Archive
from lives.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a question, in words.

    Attributes:
        person: Whose mention it is now.
        label: What that person is called.
        mention: The mention that is asked about.
        words: Its words.
        place: Source and place.
        row: What stands around it: the row of a list, or the sentence.
        mentions: How many mentions would move with it.
        statements: How many statements.
    """

    person: PersonId
    label: str
    mention: MentionId
    words: str
    place: str
    row: str
    mentions: int
    statements: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put to people."""

    one: Candidate
    two: Candidate
    linked: bool
    probability: float
    worth: float
    sentence: str
    judgement: Judgement
    answer: str


_Command = Callable[..., None]


def below(words: str) -> Callable[[_Command], _Command]:
    """Give a command the option to say which links are doubtful."""
    return click.option(
        "--below",
        metavar="P",
        type=click.FloatRange(0, 1),
        default=DOUBTFUL,
        show_default=True,
        help=words,
    )


def linked(tables: Tables, less: float) -> Iterator[Question]:
    """Yield a question for every link on which a person hangs, less sure than so."""
    of: dict[PersonId, list[Judgement]] = {}
    for person, judgement in tables.holding(less):
        of.setdefault(person, []).append(judgement)
    asked = chain.from_iterable(_hanging(tables, *one) for one in of.items())
    yield from sorted(asked, key=_least_sure)


def _least_sure(question: Question) -> tuple[float, str, str]:
    judgement = question.judgement
    return judgement.probability, judgement.left, judgement.right


def _hanging(
    tables: Tables, person: PersonId, doubts: Sequence[Judgement]
) -> Iterator[Question]:
    """Yield what is asked of one person, who is looked up once."""
    whole = tables.person(person)
    if whole is None:
        return
    own = set(whole.mentions)
    people = [
        j
        for j in tables.decided_about(person)
        if j.verdict is Verdict.SAME and own >= {j.left, j.right}
    ]
    links = [*tables.holding_of(person), *people]
    said = tables.said_of(whole.mentions)
    for judgement in doubts:
        sides = parted(whole.mentions, links, judgement)
        one = side(person, judgement.left, sides[0], said)
        two = side(person, judgement.right, sides[1], said)
        yield ask(one, two, judgement, linked=True)


def unlinked(tables: Tables) -> Iterator[Question]:
    """Yield a question for every two who may be one and stand apart."""
    found = list(tables.unsure())
    sizes = tables.sizes({person for one, two, _ in found for person in (one, two)})
    apart = {
        frozenset((tables.person_of_mention(j.left), tables.person_of_mention(j.right)))
        for j in tables.decided()
        if j.verdict is not Verdict.SAME
    }
    for one, two, judgement in found:
        if frozenset((one, two)) not in apart:
            yield ask(
                Side(one, judgement.left, *sizes[one]),
                Side(two, judgement.right, *sizes[two]),
                judgement,
                linked=False,
            )


def put(archive: Archive, origins: Origins, question: Question) -> Asked:
    """Put a question in words."""
    told = question.judgement
    sides = [_candidate(archive, origins, one) for one in (question.one, question.two)]
    return Asked(
        sides[0],
        sides[1],
        question.linked,
        told.probability,
        question.worth,
        sentence(told),
        told,
        f"lives link {told.left} {told.right} --same|--different|--unsure --why “…”",
    )


def _candidate(archive: Archive, origins: Origins, one: Side) -> Candidate:
    tables = archive.tables
    person, mention = tables.person(one.person), tables.mention(one.mention)
    if person is None or mention is None:
        raise LookupError(f"{one.mention} stands in the tables and is no mention")
    origin = origins.origin(mention.capture, mention.start, mention.end)
    text, block = origins.reading(mention.capture).text, origin.block
    row = text[block.start : block.end] if block else ""
    return Candidate(
        one.person,
        person.label,
        one.mention,
        mention.text,
        f"{origin.source.title}, {origin.place}",
        _around(row, mention.start - (block.start if block else 0)),
        one.mentions,
        one.statements,
    )


_AROUND = 160  # code points on either side: what a person reads at a glance


def _around(row: str, at: int) -> str:
    start, end = max(0, at - _AROUND), at + _AROUND
    words = " ".join(row[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(row) else ''}"


def lines(number: int, asked: Asked) -> Iterator[str]:
    """Tell a question: both candidates, the evidence, and how to answer."""
    what = "Rightly one person?" if asked.linked else "One person?"
    moved = f"an answer is expected to move {asked.worth:g} pairs of statements"
    yield from wrapped(f"{what} ({moved})", first=f"{number:>3}. ", rest="     ")
    for one in (asked.one, asked.two):
        size = (
            f"{counted(one.mentions, 'mention')}, "
            f"{counted(one.statements, 'statement')}"
        )
        head = f"{one.label} {one.person} ({size}): “{one.words}” {one.mention}"
        yield from wrapped(head, first="     - ")
        yield from wrapped(f"{one.place}: {one.row}", first="       ")
    yield from wrapped(asked.sentence, first="     ")
    yield f"     {asked.answer}"
    yield ""
