"""Made-up lists, linked as an archive links them, and scored with who is who.

``python -m lives.benches.lists_linked FILE.parquet`` writes the rows of a table such as
`lives.benches.soviet` has into as many lists as somebody has rows, so that no list has
anybody twice, takes them in, builds, and scores the persons. Nothing is set up for
these lists but a recipe: persons are compared as in every archive. The commands that
ask for doubt are timed too.
"""

import argparse
import csv
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lives.benches.command import measure
from lives.benches.linkage import closed_pairs

RECIPE = """\
about = "Made-up people: no human being is meant."
ignored = ["id"]

[name]
surname = "surname"
given = "given"
patronymic = "patronymic"

[[statements]]
kind = "birth"
when = "birth_year"
where = "birthplace"

[[statements]]
kind = "arrest"
when = "arrest_date"

[[statements]]
kind = "sentence"
what = "sentence"
"""
_COLUMNS = (
    *("id", "surname", "given", "patronymic"),
    *("birth_year", "birthplace", "arrest_date", "sentence"),
)

Row = Mapping[str, Any]


def lists_of(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Divide rows into lists of which none has a person twice, by name."""
    times: Counter[int] = Counter()
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        times[row["person"]] += 1
        found[f"list{times[row['person']]}.csv"].append(row)
    return found


def build(lists: Mapping[str, Sequence[Row]], folder: Path) -> Iterator[str]:
    """Build an archive of lists, export it, and tell how long what took."""
    recipe, archive = folder / "list.toml", str(folder / "archive")
    recipe.write_text(RECIPE, encoding="utf-8")
    measure("new", archive)
    for name, rows in lists.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _COLUMNS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        added = ("add", str(folder / name), "--recipe", str(recipe), "--kind", "list")
        measure("--archive", archive, *added)
    for asked in (("build",), ("resolve",), ("people", "--doubtful"), ("review",)):
        took = measure("--archive", archive, *asked)
        yield f"lives {' '.join(asked)}: {took.seconds:.1f} s"
    measure("--archive", archive, "export", str(folder / "export"))


def persons(mentions: Path) -> dict[str, list[str]]:
    """Return for each list the person of each of its rows, in order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with mentions.open(encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            found[told["document"]].append((told["start"], told["person"]))
    return {name: [p for _, p in sorted(told)] for name, told in found.items()}


def measured(table: Path, folder: Path) -> Iterator[str]:
    """Build and score, and yield what was found line by line."""
    lists = lists_of(pq.read_table(table).to_pylist())
    yield from build(lists, folder)
    found = persons(folder / "export" / "mentions.jsonl")
    ours = [person for name in lists for person in found[name]]
    truth = [row["person"] for rows in lists.values() for row in rows]
    labels = (
        np.unique(x, return_inverse=True)[1].astype(np.int64) for x in (ours, truth)
    )
    for what, score in zip(("pairs", "B-cubed"), closed_pairs(*labels), strict=True):
        told = f"{score.precision:.4f} {score.recall:.4f} {score.f1:.4f}"
        yield f"{what} of persons: precision, recall, F1 {told}"
    yield f"{len(truth)} rows of {len(set(truth))} people: {len(set(ours))} persons"


def _numbered(told: Sequence[Any]) -> NDArray[np.int64]:
    return np.unique(told, return_inverse=True)[1].astype(np.int64)


def main() -> None:
    """Print the figures of a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in measured(asked.table, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
