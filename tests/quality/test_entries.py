"""How well terse entries of our own are read, told by gold made by hand."""

from pathlib import Path

import pytest

from lives.benches.registers import score

FOLDER = Path(__file__).parent / "entries"
# file, language, least precision and recall
FLOORS = [
    ("entries.jsonl", "ru", 0.94, 0.65),
    ("unseen.jsonl", "ru", 0.90, 0.53),
    ("uk.jsonl", "uk", 0.97, 0.92),
    ("de.jsonl", "de", 0.97, 0.82),
]


@pytest.mark.parametrize(("file", "language", "precision", "recall"), FLOORS)
def test_entries_are_read_as_well_as_before(
    file: str, language: str, precision: float, recall: float
) -> None:
    found = score(FOLDER / file, language)
    assert found.precision >= precision
    assert found.recall >= recall
    assert not found.as_fact
