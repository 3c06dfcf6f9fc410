"""`lives trace`: from anything published back to the bytes it came from."""

import click

from lives.cli.desk import Desk, common
from lives.cli.trails import Tracer, lines


@click.command()
@click.argument("identifier")
@common
@click.pass_obj
def trace(desk: Desk, identifier: str) -> None:
    """Walk from an identifier back to the words, the file and its receipt.

    Takes what 'lives show' and every published page print: a person (pe-), a finding
    (pe-....3), a mention (me-), a statement (st-), a disagreement (co-), a number
    (ag-), a citation (ci-), a dated event (ev-), the name of a source, the sha256 of a
    file or the hash of a decision. The last line is a command that checks the bytes
    without Lives.

    \b
    Example:
      lives trace st-5c1e0b7a90d24c0f9d3e
    """
    with desk.open() as archive:
        trail = Tracer(archive).follow(identifier.strip())
    desk.answer(trail, lines(trail))
