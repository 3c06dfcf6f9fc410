"""`lives people`: who is in the archive."""

from collections.abc import Iterator, Sequence

import click

from lives.cli.asking import below
from lives.cli.desk import Desk, common
from lives.cli.doubtful import doubtful as hanging
from lives.cli.doubtful import told
from lives.cli.plain import counted
from lives.cli.whom import identified, once
from lives.model.person import Person
from lives.study.directory import look_up
from lives.study.search import Hit

_SHOWN = 20  # hits


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--doubtful",
    is_flag=True,
    help="Those whose mentions a doubtful link holds together, the weakest first.",
)
@below("With --doubtful: links less sure than this.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=_SHOWN,
    show_default=True,
    help="Show at most so many whom a name may mean.",
)
@common
@click.pass_obj
def people(
    desk: Desk, *, query: tuple[str, ...], doubtful: bool, below: float, limit: int
) -> None:
    """List everyone, or those whom a name may mean, the likeliest first.

    A name is found in any spelling and script: Yezhov, Ezhov, Jeschow and the same in
    Cyrillic are one name; slips of the keyboard are forgiven. Its words may stand in
    any order; a letter is an initial, and * stands for any letters. Each hit says why
    it is one. Those whom no source names are found by what they are to others. With
    --doubtful, each is told with the link, the reason for it, and the command that
    settles it.

    \b
    Example:
      lives people
      lives people "Mrachkovsky"
      lives people "*швили И."
      lives people --doubtful --below 0.8
    """
    asked = " ".join(query).strip()
    if doubtful and asked:
        raise click.UsageError("Give a name or --doubtful, not both.")
    with desk.open() as archive:
        if doubtful:
            links = hanging(archive, below)
            desk.answer(links, told(links, below))
            return
        if not asked:
            persons = list(archive.tables.persons())
            desk.answer(persons, _everyone(persons))
            return
        person = identified(archive.tables, asked)
        if person is not None:
            note = once(asked, person)
            note_first = [note] if note else []
            desk.answer([person], [*note_first, *_each([person])])
            return
        hits = look_up(archive.tables.names, asked, limit)
    desk.answer(hits, _meant(hits, asked, limit))


def _meant(hits: Sequence[Hit], asked: str, limit: int) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.person.id}  {hit.person.label}  ({hit.because})"
    if not hits:
        yield f"Nobody is found by {asked!r}. 'lives people' lists everyone."
    elif len(hits) == limit:
        yield "There may be more: give more of the name, or a higher --limit."


def _each(persons: Sequence[Person]) -> Iterator[str]:
    for person in persons:
        others = [name for name in person.names if name != person.label]
        also = f"  (also {'; '.join(others[:3])})" if others else ""
        yield f"{person.id}  {person.label}{also}"


def _everyone(persons: Sequence[Person]) -> Iterator[str]:
    yield from _each(persons)
    unnamed = sum(not person.named for person in persons)
    yield (
        f"{counted(len(persons), 'person')}, {unnamed} of them without a name."
        if persons
        else "Nobody yet: 'lives add FILE...' takes in sources, 'lives build' reads."
    )
