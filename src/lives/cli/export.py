"""`lives export`: all the archive holds, in a format other programs read."""

from pathlib import Path

import click

from lives.cli.desk import Desk, common
from lives.publish.run import export as write


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--format", "form", default="jsonl", show_default=True, metavar="NAME")
@common
@click.pass_obj
def export(desk: Desk, target: Path, form: str) -> None:
    """Write mentions, statements, persons and the rest into files in DIR.

    This is for the archive's own people: nothing is held back. What goes out to the
    world goes through 'lives publish', which has a gate. The same archive always
    gives the same bytes.

    \b
    Example:
      lives export --format jsonl out
    """
    with desk.open() as archive:
        write(archive, form, target)
    files = sorted(path.name for path in target.iterdir() if path.is_file())
    desk.answer(
        {"target": target.resolve(), "format": form, "files": files},
        [f"Wrote {', '.join(files)} into {target}."],
    )
