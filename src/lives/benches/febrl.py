"""The febrl tables of made-up Australians, linked without labels.

``python -m lives.benches.febrl FOLDER`` links ``dataset3.csv`` with itself, and
``dataset4a.csv`` with ``dataset4b.csv``. Who is who stands in the rows' numbers, which
only the scoring reads. The settings were made with these tables in sight.
"""

import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lives import packaged
from lives.benches.linkage import Score, best_pairs
from lives.resolve.linkage.engine import link
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.table import Table

TABLES = {
    "febrl3": ("dataset3.csv",),
    "febrl4": ("dataset4a.csv", "dataset4b.csv"),
}
_PERSON = re.compile(r"rec-\d+")
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")


def settings(*, several: bool) -> Settings:
    """Return the settings; of several tables rows of one are not compared."""
    told = packaged.text("lives.benches", "data/febrl.toml")
    how = read_settings(told, "febrl.toml")
    if not several:
        return how
    return replace(how, columns={**how.columns, "table": "key"}, between="table")


def rows(folder: Path, tables: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """Yield the rows of some tables, with their table, both names and day of birth."""
    for table in tables:
        with (folder / table).open(encoding="utf-8", newline="") as lines:
            for written in csv.DictReader(lines, skipinitialspace=True):
                row = {name.strip(): value.strip() for name, value in written.items()}
                row["names"] = f"{row['given_name']} {row['surname']}".strip()
                row["date_of_birth"] = _DAY.sub(r"\1-\2-\3", row["date_of_birth"])
                yield {**row, "table": table}


def measured(folder: Path, tables: Sequence[str]) -> Score:
    """Link some tables and score the pairs at the best threshold."""
    held = list(rows(folder, tables))
    how = settings(several=len(tables) > 1)
    table = Table.of({name: [row[name] for row in held] for name in how.columns})
    found = (_PERSON.match(row["rec_id"]) for row in held)
    persons = [match[0] if match else "" for match in found]
    truth = np.unique(persons, return_inverse=True)[1].astype(np.int64)
    return best_pairs(link(table, how), truth, np.ones(len(held), np.bool_))


def main() -> None:
    """Print the figures of both."""
    for name, tables in TABLES.items():
        score = measured(Path(sys.argv[1]), tables)
        told = f"{score.precision:.4f} {score.recall:.4f} {score.f1:.4f}"
        print(f"{name}: precision, recall, F1 {told}")


if __name__ == "__main__":
    main()
