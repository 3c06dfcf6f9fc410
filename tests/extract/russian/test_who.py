"""Of whom something is said: one corpus a subject, a text a line.

A line of `who/*.txt` is a text, a kind of statement, those of whom it is said, the date
and the modality of what is said last: "-" for no date, nothing for asserted.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from lives.model.statement import Statement


class Read(Protocol):
    def names(self, kind: str) -> list[str]: ...
    def of(self, kind: str) -> list[Statement]: ...


def cases() -> Iterator[object]:
    for path in sorted((Path(__file__).parent / "who").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                parts = [part.strip() for part in f"{line}||||".split("|")[:5]]
                yield pytest.param(*parts, id=f"{path.stem}: {parts[0]} {parts[1]}")


@pytest.mark.parametrize(("text", "kind", "people", "date", "modality"), list(cases()))
def test_it_is_said_of_them_and_of_nobody_else(  # a line's parts
    read: Callable[[str], Read],
    text: str,
    kind: str,
    people: str,
    date: str,
    modality: str,
) -> None:
    found = read(text)
    expected = sorted(name.strip() for name in people.split(",") if name.strip())
    assert sorted(found.names(kind)) == expected
    if expected:
        last = found.of(kind)[-1]
        assert last.modality.value == (modality or "asserted")
        told = last.when.edtf if last.when else ""
        assert told == (date if date != "-" else "")
