"""`lives publish`: a memorial that opens from a folder."""

from collections.abc import Iterator
from pathlib import Path

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.plain import counted
from lives.publish.release import Release
from lives.publish.run import publish as release


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@common
@click.pass_obj
def publish(desk: Desk, target: Path) -> None:
    """Publish the lives as plain pages that open without a server.

    DIR is new, empty, or holds an earlier memorial, which is replaced when the new
    one is whole. What may not be published (words of closed sources, persons who may
    still live) is held back here, and nowhere else: 'archive.toml' and the rights of
    each source say what that is.

    \b
    Example:
      lives publish ~/memorial
    """
    target = target.resolve()  # publishing into "." puts another folder in its place
    with desk.open() as archive, desk.progress() as progress:
        made = release(archive, target, now=desk.now, progress=progress)
    desk.answer(
        {"target": target, "release": made},
        _lines(made),
    )


def _lines(made: Release) -> Iterator[str]:
    yield f"Published. Open {made.folder / 'index.html'} in a browser."
    yield from wrapped(made.counts.words)
    if made.counts.withheld:
        withheld = counted(made.counts.withheld, "person")
        yield f"Held back, as perhaps living or named in archive.toml: {withheld}."
