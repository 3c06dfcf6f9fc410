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

    DIR is made if it is not there. Files of an earlier export in it are replaced;
    others are left alone.

    This is for the archive's own people: nothing is held back. What goes out to the
    world goes through 'lives publish', which has a gate. The same archive always
    gives the same bytes.

    \b
    Example:
      lives export --format jsonl out
    """
    if target.exists() and not target.is_dir():
        raise click.UsageError(f"{target} is a file; name a folder.")
    with desk.open() as archive:
        before = _stamps(target)
        write(archive, form, target)
    after = _stamps(target)
    files = sorted(name for name in after if after[name] != before.get(name))
    desk.answer(
        {"target": target.resolve(), "format": form, "files": files},
        [f"Wrote {', '.join(files)} into {target}."],
    )


def _stamps(folder: Path) -> dict[str, int]:
    """Return when each file of a folder was last written."""
    if not folder.is_dir():
        return {}
    return {p.name: p.stat().st_mtime_ns for p in folder.iterdir() if p.is_file()}
