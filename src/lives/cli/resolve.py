"""`lives resolve`: find who is who anew, in an archive or in any table."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
import numpy as np

from lives.cli.build import told
from lives.cli.desk import Desk, common, deciding, wrapped
from lives.cli.plain import counted
from lives.cli.refused import refused, remarked
from lives.compose.run import run as compose
from lives.model.errors import BadSettings, UnreadablePath
from lives.resolve.linkage.cluster import gathered
from lives.resolve.linkage.engine import Finder, Linked, link
from lives.resolve.linkage.engines import ENGINES, HERE, finder
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.table import Table
from lives.resolve.linkage.tables import read_table
from lives.resolve.run import run as resolve_archive
from lives.resolve.weights import weights_of

_LINK = ("left", "right", "probability", "bits", "because")
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("table", required=False, type=_PATH)
@click.option("--settings", type=_PATH, metavar="FILE", help="How TABLE is linked.")
@click.option("--out", type=_PATH, metavar="DIR", help="Where its links go.")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="embedded",
    show_default=True,
    help="What brings rows together and compares them.",
)
@click.option(
    "--spark-master",
    default=HERE,
    show_default=True,
    metavar="URL",
    help='The cluster; "" for the session that spark-submit opens.',
)
@common
@deciding
@click.pass_obj
def resolve(
    desk: Desk,
    *,
    table: Path | None,
    settings: Path | None,
    out: Path | None,
    engine: str,
    spark_master: str,
) -> None:
    """Find who is who anew, without reading the sources again.

    With TABLE, a list as CSV or Parquet, no archive is needed: its rows are linked as
    --settings tells, and links.csv and persons.csv written into --out.

    \b
    Example:
      lives resolve
      lives resolve --engine spark --spark-master spark://host:7077
      lives resolve list.csv --settings list.toml --out linked
    """
    find = finder(engine, spark_master)
    if table is None:
        if settings or out:
            raise click.UsageError("--settings and --out go with a TABLE.")
        _archive(desk, find)
    elif settings and out:
        _table(desk, table, settings, out, find)
    else:
        raise click.UsageError("A TABLE needs --settings FILE and --out DIR.")


def _archive(desk: Desk, find: Finder) -> None:
    with desk.open() as archive:
        with archive.building(), desk.progress() as progress, archive.transaction():
            progress("finding who is who", 0, 2)
            notices = resolve_archive(archive, find)
            progress("composing lives", 1, 2)
            compose(archive)
        counts, unread = archive.tables.counts(), refused(archive)
    lines = told(counts, [*notices, *remarked(unread)])
    desk.answer({"counts": counts, "notices": notices, "refused": unread}, lines)


def _table(desk: Desk, table: Path, how: Path, out: Path, find: Finder) -> None:
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"{out} is a file; name a folder.")
    settings = _settings(how)
    with desk.progress() as progress:
        progress("reading the table", 0, 3)
        rows = read_table(table, settings)
        progress("linking rows", 1, 3)
        linked = link(rows, settings, floor=None, find=find)
        progress("gathering persons", 2, 3)
        persons = gathered(linked, settings).tolist()
    out.mkdir(parents=True, exist_ok=True)
    pairs = _pairs(linked, rows)
    _write(out / "links.csv", _LINK, pairs)
    by_row = ((row + 1, person + 1) for row, person in enumerate(persons))
    _write(out / "persons.csv", ("row", "person"), by_row)
    found = {"rows": len(rows), "links": len(pairs), "persons": len(set(persons))}
    of = f"{counted(found['rows'], 'row')} of {counted(found['persons'], 'person')}"
    lines = [f"{of}; {counted(found['links'], 'link')} in {out / 'links.csv'}."]
    if len(linked.crowded):
        crowd = counted(len(linked.crowded), "row")
        lines += wrapped(
            f"{crowd} were compared with none: what they share, too many share. "
            "Raise 'most' of a rule, or add one that asks for more.",
            first="note: ",
        )
    desk.answer({**found, "crowded": len(linked.crowded), "out": out}, lines)


def _settings(path: Path) -> Settings:
    try:
        return read_settings(path.read_text(encoding="utf-8"), str(path))
    except OSError as fault:
        raise UnreadablePath(
            f"the settings cannot be read ({fault.strerror})",
            where=str(path),
            remedy="check the name, and that you may read it",
        ) from fault
    except UnicodeDecodeError as fault:
        raise BadSettings(
            "the settings are not in UTF-8",
            where=str(path),
            remedy="save the file as UTF-8",
        ) from fault


def _pairs(linked: Linked, rows: Table) -> Sequence[Sequence[object]]:
    """Return the links in order: rows from 1, how probable, their bits, and why."""
    order = np.lexsort((linked.right, linked.left))
    left, right = linked.left[order], linked.right[order]
    because = (
        "; ".join(weight.because for weight in weights[1:])
        for weights in weights_of(linked, rows, left, right)
    )
    sure, bits = linked.probability[order].tolist(), linked.bits[order].tolist()
    told = zip(left.tolist(), right.tolist(), sure, bits, because, strict=True)
    return [(a + 1, b + 1, f"{p:.4f}", f"{w:.2f}", why) for a, b, p, w, why in told]


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
