"""Rows of historical figures with errors, linked without labels and scored with them.

``python -m lives.benches.linkage FILE.parquet`` links a table whose column ``cluster``
tells who is who, which only the scoring reads. Persons are divided into two halves by a
hash: settings were chosen on the first, and the figures of the second count. With
``--peer`` Splink 5, as its own example is set up, is run beside it, by turns.
"""

import argparse
import json
import subprocess
import sys
import time
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lives import packaged
from lives.resolve.linkage.cluster import gathered
from lives.resolve.linkage.engine import Linked, link
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.table import Table

Ints = NDArray[np.int64]

_ALL_BITS = 1e9


@dataclass(frozen=True, slots=True)
class Score:
    """How well pairs or persons were found: precision, recall, and both as one."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def settings() -> Settings:
    """Return the settings for historical figures."""
    return read_settings(packaged.text("lives.benches", "data/historical.toml"), "")


def halves(persons: Sequence[str]) -> NDArray[np.bool_]:
    """Tell for each row whether its person is of the second half."""
    return np.array([zlib.crc32(person.encode()) % 2 == 1 for person in persons])


def pairs_in(labels: Ints) -> int:
    """Count the pairs of rows that bear one label."""
    times = np.bincount(labels)
    return int((times * (times - 1) // 2).sum())


def best_pairs(linked: Linked, truth: Ints, among: NDArray[np.bool_]) -> Score:
    """Score pairs at the threshold where precision and recall together are best."""
    held = among[linked.left] & among[linked.right]
    right = (truth[linked.left] == truth[linked.right])[held]
    return best_of(linked.bits[held], right, pairs_in(truth[among]))


def best_of(weight: NDArray[Any], right: NDArray[np.bool_], every: int) -> Score:
    """Score weighed pairs at the best threshold.

    Args:
        weight: What each pair weighs.
        right: Whether it is one person.
        every: How many pairs of one person there are.
    """
    right = right[np.argsort(-weight, kind="stable")]
    found = np.cumsum(right)
    precision = found / np.arange(1, len(found) + 1)
    recall = found / every
    best = int(np.argmax(2 * precision * recall / np.maximum(precision + recall, 1e-9)))
    return Score(float(precision[best]), float(recall[best]))


def closed_pairs(labels: Ints, truth: Ints) -> tuple[Score, Score]:
    """Score persons by the pairs they make, and by B-cubed (Bagga and Baldwin 1998)."""
    both = labels * (int(truth.max()) + 1) + truth
    _, where, times = np.unique(both, return_inverse=True, return_counts=True)
    shared = int((times * (times - 1) // 2).sum())
    closed = Score(shared / max(pairs_in(labels), 1), shared / pairs_in(truth))
    ours, theirs = np.bincount(labels)[labels], np.bincount(truth)[truth]
    own = times[where]
    return closed, Score(float((own / ours).mean()), float((own / theirs).mean()))


def measured(table: Table, persons: Sequence[str], how: Settings) -> Iterable[str]:
    """Link a table and yield the figures line by line."""
    truth = np.unique(persons, return_inverse=True)[1].astype(np.int64)
    everything = link(table, how, floor=-_ALL_BITS)
    gathered(everything, how)  # compiles
    reached = truth[everything.left] == truth[everything.right]
    share = reached.sum() / pairs_in(truth)
    yield f"of all true pairs {share:.3f} are brought together"
    begun = time.perf_counter()
    linked = link(table, how)
    weighed = time.perf_counter()
    labels = gathered(linked, how).astype(np.int64)
    ended = time.perf_counter()
    yield f"{linked.met} pairs weighed in {weighed - begun:.2f} s"
    yield f"gathered in {ended - weighed:.2f} s"
    second = halves(persons)
    for name, among in (("first half", ~second), ("second half", second)):
        pairs = best_pairs(linked, truth, among)
        closed, cubed = closed_pairs(labels[among], truth[among])
        for what, score in (("pairs", pairs), ("closed", closed), ("B-cubed", cubed)):
            told = f"{score.precision:.3f} {score.recall:.3f} {score.f1:.3f}"
            yield f"{name}, {what}: precision, recall, F1 {told}"


def beside(path: Path, how: Settings, times: int = 3) -> Iterable[str]:
    """Time the linkage and a peer by turns, and yield the ratio of their medians."""
    held = pq.read_table(path)
    columns = {name: held[name].to_pylist() for name in how.columns}
    command = [sys.executable, "-m", "lives.benches.historical_splink", str(path)]
    ours, theirs, told = [], [], {}
    for _ in range(times):
        begun = time.perf_counter()
        gathered(link(Table.of(columns), how), how)
        ours.append(time.perf_counter() - begun)
        said = subprocess.run(command, check=True, capture_output=True, text=True)
        told = json.loads(said.stdout.splitlines()[-1])
        theirs.append(told["seconds"])
    share = median(ours) / median(theirs)
    yield f"in {share:.2f} of the time of Splink 5, whose scores:"
    yield ", ".join(f"{key} {told[key]:.3f}" for key in told if key != "seconds")


def main() -> None:
    """Read the table, link it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--peer", action="store_true", help="beside Splink 5")
    asked = parser.parse_args()
    held = pq.read_table(asked.table)
    how = settings()
    table = Table.of({name: held[name].to_pylist() for name in how.columns})
    for line in measured(table, held["cluster"].to_pylist(), how):
        print(line)
    if asked.peer:
        for line in beside(asked.table, how):
            print(line)


if __name__ == "__main__":
    main()
