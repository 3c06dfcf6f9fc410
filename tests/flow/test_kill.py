"""SIGKILL at random moments; a hundred of them are `python -m lives.benches.kill`."""

from pathlib import Path

import pytest

from lives.benches.kill import rounds


def test_killed_ten_times_at_work_an_archive_loses_nothing_it_acknowledged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = rounds(tmp_path, count=10, seed=1937)
    capsys.readouterr()
    assert tally.wrong == []
    assert tally.rounds == 10
    assert tally.received  # it was killed at work, not before it
