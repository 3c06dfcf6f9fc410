"""`lives people`: who is in the archive."""

from collections.abc import Iterator, Sequence

import click

from lives.cli.desk import Desk, common
from lives.cli.plain import counted
from lives.model.person import Person
from lives.study.directory import look_up


@click.command()
@click.argument("query", nargs=-1)
@common
@click.pass_obj
def people(desk: Desk, query: tuple[str, ...]) -> None:
    """List everyone, or those whom a name may mean.

    A name is found in any spelling and script: Yezhov, Ezhov, Jeschow and the same in
    Cyrillic are one name, and small slips are forgiven. Each hit says why it is one.
    Those whom no source names are listed by what they are to others.

    \b
    Example:
      lives people
      lives people "Mrachkovsky"
    """
    asked = " ".join(query).strip()
    with desk.open() as archive:
        if not asked:
            persons = list(archive.tables.persons())
            desk.answer(persons, _everyone(persons))
            return
        hits = look_up(archive.tables.names, asked)
    found = [
        f"{hit.person.id}  {hit.person.label}  ({hit.because})" for hit in hits
    ] or [f"Nobody is found by {asked!r}. 'lives people' lists everyone."]
    desk.answer(hits, found)


def _everyone(persons: Sequence[Person]) -> Iterator[str]:
    for person in persons:
        others = [name for name in person.names if name != person.label]
        also = f"  (also {'; '.join(others[:3])})" if others else ""
        yield f"{person.id}  {person.label}{also}"
    unnamed = sum(not person.named for person in persons)
    yield (
        f"{counted(len(persons), 'person')}, {unnamed} of them without a name."
        if persons
        else "Nobody yet: 'lives add FILE...' takes in sources, 'lives build' reads."
    )
