"""Real tables with errors are linked at least as well as was measured and wanted."""

import os
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from lives.benches import febrl
from lives.benches.linkage import best_pairs, closed_pairs, halves, settings
from lives.resolve.linkage.cluster import gathered
from lives.resolve.linkage.engine import link
from lives.resolve.linkage.table import Table

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture(name="folder")
def _folder() -> Path:
    folder = DATA / "historical_50k"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    return folder


@pytest.mark.parametrize(("name", "wanted"), [("febrl3", 0.996), ("febrl4", 0.9995)])
def test_febrl(folder: Path, name: str, wanted: float) -> None:
    assert febrl.measured(folder, febrl.TABLES[name]).f1 >= wanted


def test_historical_figures(folder: Path) -> None:
    held = pq.read_table(folder / "historical_figures_with_errors_50k.parquet")
    persons = held["cluster"].to_pylist()
    how = settings()
    linked = link(Table.of({c: held[c].to_pylist() for c in how.columns}), how)
    truth = np.unique(persons, return_inverse=True)[1].astype(np.int64)
    second = halves(persons)
    assert best_pairs(linked, truth, second).f1 >= 0.85
    labels = gathered(linked, how).astype(np.int64)
    closed, cubed = closed_pairs(labels[second], truth[second])
    assert closed.f1 >= 0.90
    assert cubed.f1 >= 0.92
