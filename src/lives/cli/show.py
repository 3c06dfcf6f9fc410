"""`lives show`: one life, with its evidence."""

from collections.abc import Iterator, Sequence

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.telling import lines, tell
from lives.cli.whom import candidates, once, whom
from lives.model.person import Person

_OTHERS = 5


@click.command()
@click.argument("name", metavar="NAME|ID", nargs=-1, required=True)
@common
@click.pass_obj
def show(desk: Desk, name: tuple[str, ...]) -> None:
    """Tell one life in three acts: before, during and after the ordeal.

    Every value bears the numbers of its evidence, listed at the end with the words of
    the source. What somebody was accused of stands apart: a charge is not a fact.

    \b
    Example:
      lives show "Sergei Mrachkovsky"
      lives show pe-0c09b31496103d6d7035
    """
    with desk.open() as archive:
        asked = " ".join(name)
        person = whom(archive.tables, asked)
        others = candidates(archive.tables, asked) if asked[:3] != "pe-" else []
        told = tell(archive, person)
    if note := once(asked, person):
        desk.say(note)
    desk.answer(told, [*lines(told), *_others(others, person)])


def _others(found: Sequence[Person], shown: Person) -> Iterator[str]:
    others = [person for person in found if person.id != shown.id]
    if others:
        names = "; ".join(f"{p.label} {p.id}" for p in others[:_OTHERS])
        more = "; and others" if len(others) > _OTHERS else ""
        yield ""
        yield from wrapped(f"The name may also mean: {names}{more}.")
