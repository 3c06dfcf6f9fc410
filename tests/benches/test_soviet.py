"""The bench of made-up lists tells what it measured, and its peer the same."""

from pathlib import Path

import pytest

from lives.benches import soviet, soviet_splink


@pytest.mark.parametrize("one", [soviet.one, soviet_splink.one])
def test_both_find_who_is_who(made_up: Path, one: object) -> None:
    told = one(made_up)  # type: ignore[operator]
    assert told["F1"] > 0.85
    assert told["precision"] > 0.97
    assert told["seconds"] > 0


def test_runs_by_turns_are_told_with_their_ratio(made_up: Path) -> None:
    lines = list(soviet.measured(made_up, peer=True, times=1))
    assert any("of the time of Splink 5" in line for line in lines)
    assert sum("GiB" in line for line in lines) == 2
