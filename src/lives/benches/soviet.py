"""Made-up lists of the repressed, linked without labels and scored with them.

``python -m lives.benches.soviet FILE.parquet ...`` links tables of surname, given name,
patronymic, year and place of birth, day of arrest and sentence; of some rows there are
others with slips, initials, gaps or Latin letters. The column ``person`` tells who is
who, which only the scoring reads. With ``--peer`` Splink 5 links them too, by turns.

Both begin with what is written in memory and end with weighed pairs: keys and spellings
are made within the time. Each run is a process of its own, which first links a handful
of rows, so that what was compiled is at hand; its memory is the most it ever held.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lives import packaged
from lives.benches.linkage import best_of, pairs_in
from lives.resolve.linkage.engine import link
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.tables import arrow_table

SURE = 0.95
_FEW = 50
_GIB = 1 << 20  # of the kibibytes in which memory is told

Told = Mapping[str, float]


def settings() -> Settings:
    """Return the settings for such lists."""
    return read_settings(packaged.text("lives.benches", "data/soviet.toml"), "")


def scored(
    weight: np.ndarray, sure: np.ndarray, pairs: np.ndarray, truth: np.ndarray
) -> dict[str, float]:
    """Score weighed pairs.

    Args:
        weight: What each pair weighs.
        sure: How probably it is one person.
        pairs: Its rows, a column each.
        truth: For each row a number of its person.

    Returns:
        The share of true pairs that were weighed and kept, the best F1, and precision
        and recall of pairs more probable than `SURE`.
    """
    same = truth[pairs[:, 0]] == truth[pairs[:, 1]]
    every = pairs_in(truth)
    best, held = best_of(weight, same, every), sure >= SURE
    return {
        "reached": float(same.sum() / every),
        "F1": best.f1,
        "precision": float(same[held].mean()) if held.any() else 1.0,
        "recall": float(same[held].sum() / every),
    }


def one(path: Path) -> dict[str, float]:
    """Link one table and score it."""
    held = pq.read_table(path)
    how = settings()
    link(arrow_table(_few(held), how.columns), how)  # what is compiled is then at hand
    begun = time.perf_counter()
    linked = link(arrow_table(held, how.columns), how, floor=None)
    seconds = time.perf_counter() - begun
    truth = held["person"].to_numpy().astype(np.int64)
    pairs = np.stack([linked.left, linked.right], axis=1)
    told = scored(linked.bits, linked.probability, pairs, truth)
    return {"seconds": seconds, "pairs": linked.met, **told}


def _few(held: pa.Table) -> pa.Table:
    """Return some rows, and others with a slip in each name."""
    few = held.slice(0, _FEW)
    again = few
    for name in ("surname", "given", "patronymic"):
        cut = pc.utf8_slice_codeunits(few[name], 0, -1)
        again = again.set_column(few.column_names.index(name), name, cut)
    return pa.concat_tables([few, again])


def _run(module: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", module, "--one", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(said.stdout.splitlines()[-1])
    return told


def say(told: Mapping[str, float]) -> None:
    """Print what one run found, and the memory that it took."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _GIB
    print(json.dumps({**told, "GiB": peak}))


def measured(path: Path, *, peer: bool, times: int) -> Iterator[str]:
    """Run by turns, and yield what was found line by line."""
    modules = ["lives.benches.soviet"] + ["lives.benches.soviet_splink"] * peer
    runs: dict[str, list[Told]] = {module: [] for module in modules}
    for _ in range(times):
        for module in modules:
            runs[module].append(_run(module, path))
    for module, told in runs.items():
        rest = ", ".join(
            f"{key} {value:,.4g}" for key, value in told[-1].items() if key != "seconds"
        )
        yield f"{path.stem}, {module.rpartition('.')[2]}: {rest}"
    middle = [median(t["seconds"] for t in told) for told in runs.values()]
    if peer:
        yield f"{path.stem}: in {middle[0] / middle[1]:.3f} of the time of Splink 5"
    yield f"{path.stem}: " + ", ".join(f"{seconds:.2f} s" for seconds in middle)


def main() -> None:
    """Link tables and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--peer", action="store_true", help="beside Splink 5")
    parser.add_argument("--times", type=int, default=3, help="runs of each")
    parser.add_argument("--one", action="store_true", help="one run in this process")
    asked = parser.parse_args()
    for path in asked.tables:
        if asked.one:
            say(one(path))
            continue
        for line in measured(path, peer=asked.peer, times=asked.times):
            print(line, flush=True)


if __name__ == "__main__":
    main()
