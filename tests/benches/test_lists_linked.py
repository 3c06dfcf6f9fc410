"""Lists are linked as an archive links them, and scored."""

from pathlib import Path

from lives.benches.lists_linked import lists_of, measured


def test_no_list_has_anybody_twice() -> None:
    rows = [{"person": person} for person in (1, 2, 1, 3, 1, 2)]
    found = lists_of(rows)
    assert [len(told) for told in found.values()] == [3, 2, 1]
    assert all(len({r["person"] for r in told}) == len(told) for told in found.values())


def test_an_archive_of_lists_finds_who_is_who(made_up: Path, tmp_path: Path) -> None:
    lines = list(measured(made_up, tmp_path))
    (pairs,) = (line for line in lines if line.startswith("pairs"))
    precision, recall, _ = map(float, pairs.split()[-3:])
    assert precision > 0.97
    assert recall > 0.75
    assert any(line.startswith("800 rows of 400 people") for line in lines)
