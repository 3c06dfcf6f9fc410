"""What is accounted for of real registers, where a data folder holds them."""

import os
from itertools import islice
from pathlib import Path

import pytest

from lives.benches.accounting import account, column, divided

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))


def held(*parts: str) -> Path:
    path = DATA.joinpath(*parts)
    if not path.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    return path


def test_a_list_of_the_executed_is_accounted_for() -> None:
    path = held("moscow_shot", "mos_persons_parsed.csv")
    found = account(islice(column(path, "bio"), 0, None, 5), "ru")
    assert found.entries > 2_000
    assert found.accounted / found.signs >= 0.98
    for told in ("birth, dated", "execution, dated", "burial, placed"):
        assert found.kinds[told] / found.entries >= 0.99


def test_entries_of_many_books_are_accounted_for() -> None:
    path = held("memorial_entries", "texts.txt.gz")
    found = account(islice(divided(path, "---"), 0, None, 20), "ru")
    assert found.entries > 2_000
    assert found.whole / found.entries >= 0.90


def test_what_nobody_can_read_is_counted_by_how_it_begins() -> None:
    found = account(iter(["род. 1890, г. Орша, русский, уехал в 1912 г."]), "ru")
    assert (found.entries, found.whole) == (1, 0)
    assert found.left == {"уехал в # г.": 1}
    assert found.kinds["birth, placed"] == 1
