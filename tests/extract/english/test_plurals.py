"""Whom "they", "both" and "the two men" mean; in doubt, nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Read(Protocol):
    def names(self, kind: str) -> list[str]: ...


LINES = Path(__file__).with_name("plurals.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split("|") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "kind", "people"), CASES)
def test_a_plural_means_those_told_of(
    read: Callable[[str], Read], text: str, kind: str, people: str
) -> None:
    expected = [name.strip() for name in people.split(",") if name.strip()]
    assert sorted(read(text).names(kind.strip())) == expected
