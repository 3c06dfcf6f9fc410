"""`lives show`: one life, with its evidence."""

import click

from lives.cli.desk import Desk, common
from lives.cli.telling import Telling, lines, tell
from lives.cli.whom import whom


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
        person = whom(archive.tables, " ".join(name))
        told: Telling = tell(archive, person)
    desk.answer(told, lines(told))
