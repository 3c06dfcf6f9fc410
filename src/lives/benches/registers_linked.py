"""Link real lists: build an archive of them, and write who was taken for whom.

    python -m lives.benches.registers_linked $LIVES_DATA links.csv

Two of the lists signed by the Politburo, the register of those shot in Moscow, and
notes on some of the same people. What is written is the table of `lives export
--format links`.
"""

import argparse
import csv
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lives.benches.command import measure
from lives.publish.links import FILE

LISTS = {
    "stalin_lists/list16.csv": "stalin-lists",
    "stalin_lists/list57.csv": "stalin-lists",
    "stalin_lists/notes.csv": "biographical-notes-ru",
    "moscow_shot/mos_persons_parsed.csv": "moscow-shot",
}


def link_lists(data: Path, folder: Path) -> Path:
    """Build an archive of the lists in a folder, and return the table of its links.

    Raises:
        RuntimeError: A command failed.
    """
    archive, out = str(folder / "archive"), folder / "export"
    measure("new", archive)
    for path, recipe in LISTS.items():
        added = ("add", str(data / path), "--recipe", recipe, "--kind", "list")
        measure("--archive", archive, *added)
    measure("--archive", archive, "build")
    measure("--archive", archive, "export", "--format", "links", str(out))
    return out / FILE


def main(args: Sequence[str] | None = None) -> None:
    """Link the lists, and say how much was linked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the data")
    parser.add_argument("table", type=Path, help="where the links are written")
    asked = parser.parse_args(args)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(link_lists(asked.data, Path(folder)), asked.table)
    with asked.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = {row["person"] for row in rows}
    print(f"{len(rows)} links of {len(people)} people in {asked.table}")


if __name__ == "__main__":
    main()
