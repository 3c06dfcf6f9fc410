"""A long list read by several processes is what one process would read."""

import csv
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.benches.entries import HEADER, entries
from lives.benches.lists import recipe
from lives.extract import apart
from lives.extract.columns import divide
from lives.extract.run import run
from lives.intake.offers import Offer
from lives.intake.run import add
from lives.model.errors import Several, UnknownColumn
from lives.store import packed
from lives.store.archive import Archive

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROWS = 60


@pytest.fixture(params=[False, True], ids=["entries", "patterns"])
def patterns(request: pytest.FixtureRequest) -> bool:
    """Whether the list is read by patterns of its own, or as any register is."""
    return bool(request.param)


@pytest.fixture
def archive(tmp_path: Path, *, patterns: bool) -> Iterator[Archive]:
    path, told = tmp_path / "list.csv", tmp_path / "entries.toml"
    told.write_text(recipe(patterns=patterns), encoding="utf-8")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(entries(ROWS))
    with Archive.create(tmp_path / "a", title="T", by="Ada", now=NOW) as made:
        add(made, [Offer(path, recipe_path=told)], by="Ada", now=NOW)
        yield made


def read_again(archive: Archive) -> dict[str, str]:
    """Read what was added anew, and return what is in the tables."""
    with archive.transaction():
        for capture in archive.tables.captures():
            archive.tables.replace_rows(capture.id, ("none", ""), [])
        run(archive, by="Ada", now=NOW)
    return archive.tables.fingerprints()


@pytest.fixture
def by_one(archive: Archive) -> dict[str, str]:
    return read_again(archive)


@pytest.fixture
def divided(by_one: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let a list of sixty rows be a long one, and return what one process reads."""
    monkeypatch.setattr(apart, "_LONG", ROWS)
    monkeypatch.setattr(packed, "_MANY", ROWS)
    monkeypatch.setattr(divide.divided, "__defaults__", (7,))
    return by_one


@pytest.mark.parametrize("number", [1, 2, 3])
def test_several_processes_read_what_one_reads(
    archive: Archive,
    divided: dict[str, str],
    number: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "processes", lambda: number)
    assert read_again(archive) == divided
    assert archive.tables.counts().mentions >= ROWS


def test_statements_are_filed_anew_after_a_long_list(
    archive: Archive, divided: dict[str, str]
) -> None:
    assert read_again(archive) == divided
    said = next(archive.tables.statements())
    assert archive.tables.statement(said.id) == said
    assert said in archive.tables.statements_of_mention(said.subject)
    assert archive.integrity() == []


def test_what_stops_a_list_is_told_as_if_one_process_had_read_it(
    archive: Archive, divided: dict[str, str]
) -> None:
    told = archive.recipes / "entries.toml"
    changed = told.read_text(encoding="utf-8").replace('"street"', '"road"')
    changed = changed.replace('"bio"', '"life"')
    told.write_text(changed, encoding="utf-8")
    with pytest.raises(Several) as failed:
        run(archive, by="Ada", now=NOW)
    assert {type(fault) for fault in failed.value.faults} == {UnknownColumn}
    assert archive.tables.fingerprints() == divided


def test_what_a_process_leaves_undone_is_done_by_whoever_waits_for_it() -> None:
    here = os.getpid()

    def work(part: int) -> dict[str, int]:
        if part == 4 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return {"part": part}

    found = list(apart.apart(range(9), work, 2))
    assert found == [{"part": part} for part in range(9)]


def test_what_a_process_fails_at_is_told_by_whoever_waits_for_it() -> None:
    def work(part: int) -> dict[str, int]:
        if part == 4:
            raise ValueError(part)
        return {"part": part}

    with pytest.raises(ValueError, match="4"):
        list(apart.apart(range(9), work, 2))


def test_whoever_stops_waiting_leaves_no_process_behind() -> None:
    found = apart.apart(range(1_000), lambda part: {"part": part, "by": os.getpid()}, 2)
    first = next(found)
    assert first["by"] != os.getpid()
    del found
    with pytest.raises(ProcessLookupError):
        os.kill(first["by"], 0)
