"""Who shares what a clause says: beside its subject, among it, its verb left out."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from lives.model.statement import Statement


class Read(Protocol):
    def names(self, kind: str) -> list[str]: ...
    def of(self, kind: str) -> list[Statement]: ...


LINES = Path(__file__).with_name("shared.txt").read_text(encoding="utf-8").splitlines()
CASES = [
    [part.strip() for part in f"{line}||".split("|")[:4]]
    for line in LINES
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "kind", "people", "modality"), CASES)
def test_a_verb_is_shared_by_those_it_is_said_of(
    read: Callable[[str], Read], text: str, kind: str, people: str, modality: str
) -> None:
    found = read(text)
    expected = [name.strip() for name in people.split(",") if name.strip()]
    assert sorted(found.names(kind)) == expected
    if expected:
        assert found.of(kind)[-1].modality.value == (modality or "asserted")
