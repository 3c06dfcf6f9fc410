"""`lives review`: open questions about who is who."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from lives.cli.asking import Asked, below, lines, linked, put, unlinked
from lives.cli.desk import Desk, common, wrapped
from lives.cli.origin import Origins
from lives.cli.plain import counted
from lives.resolve.queue import queue


@click.command()
@click.option(
    "--first",
    metavar="N",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="So many questions.",
)
@below("Links less sure than this are asked about, too.")
@common
@click.pass_obj
def review(desk: Desk, *, first: int, below: float) -> None:
    """List open questions about who is who, those first whose answer settles most.

    Asked is whether two who stand apart are one, where a machine left it open, and
    whether two who stand together rightly do, where the link is doubtful. An answer is
    worth the statements it is expected to bring together or part: the probability that
    it changes something, times the pairs of statements. Each question comes with the
    command that answers it; what people have answered, "unsure" included, is not asked
    again.

    \b
    Example:
      lives review
      lives review --first 5
    """
    with desk.open() as archive:
        tables = archive.tables
        found = queue([*linked(tables, below), *unlinked(tables)])
        origins = Origins(archive)
        asked = [put(archive, origins, one) for one in found[:first]]
        own = [
            {"id": key, "person": person, "about": about, "words": words}
            for key, person, about, words in tables.questions()
        ]
    answer = {"contradictions": own, "questions": asked, "open": len(found)}
    desk.answer(answer, _lines(own, asked, len(found)))


def _lines(
    own: Sequence[dict[str, Any]], asked: Sequence[Asked], count: int
) -> Iterator[str]:
    for question in own:
        yield from wrapped(question["words"], first="  !  ")
        yield ""
    for number, one in enumerate(asked, start=1):
        yield from lines(number, one)
    if not count and not own:
        yield "Nothing about who is who is open."
    elif count > len(asked):
        yield f"{counted(count, 'question')}; --first N shows more."
    else:
        yield f"{counted(count, 'question')}."
