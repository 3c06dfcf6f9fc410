import hashlib
import json
from datetime import datetime
from pathlib import Path

import pytest

from lives.model.errors import NothingToPublish, TargetNotEmpty
from lives.publish.release import Counts, in_place_of
from lives.publish.run import publish
from lives.store.archive import Archive


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_release_tells_what_it_holds_and_the_sum_of_every_file(
    archive: Archive, tmp_path: Path, now: datetime
) -> None:
    release = publish(archive, tmp_path / "out", now=now)
    held = files(tmp_path / "out")
    note = json.loads(held.pop("release.json"))
    assert note["sha256"] == {
        path: hashlib.sha256(data).hexdigest() for path, data in held.items()
    }
    assert (note["day"], release.files) == ("2026-01-02", len(held))
    assert note["counts"] == {
        "persons": 2,
        "unnamed": 1,
        "sources": 3,
        "passages": 10,
        "conflicts": 1,
        "withheld": 1,
    }
    assert note["quoted"] == {"rosen-1990": 0.861}  # seven passages of it
    assert note["head"] == list(archive.decisions())[-1].hash


def test_publishing_twice_gives_the_same_bytes(
    archive: Archive, tmp_path: Path, now: datetime
) -> None:
    publish(archive, tmp_path / "one", now=now)
    publish(archive, tmp_path / "two", now=now)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_new_release_takes_the_place_of_the_old_one(
    archive: Archive, tmp_path: Path, now: datetime
) -> None:
    publish(archive, tmp_path / "out", now=now)
    (tmp_path / "out" / "left-over.html").write_text("old")
    publish(archive, tmp_path / "out", now=now)
    assert "left-over.html" not in files(tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_what_is_not_a_memorial_is_never_overwritten(
    archive: Archive, tmp_path: Path, now: datetime
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("ten years of work")
    with pytest.raises(TargetNotEmpty):
        publish(archive, tmp_path / "out", now=now)
    assert files(tmp_path / "out") == {"thesis.doc": b"ten years of work"}


def test_a_failed_release_leaves_the_old_one(
    archive: Archive, tmp_path: Path, now: datetime
) -> None:
    publish(archive, tmp_path / "out", now=now)
    before = files(tmp_path / "out")
    with pytest.raises(ZeroDivisionError), in_place_of(tmp_path / "out") as folder:
        1 / len(list(folder.iterdir()))
    assert files(tmp_path / "out") == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_an_archive_that_was_not_built_has_nothing_to_publish(
    tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "empty"
    with (
        Archive.create(folder, title="Empty", by="test", now=now) as empty,
        pytest.raises(NothingToPublish, match="lives build"),
    ):
        publish(empty, tmp_path / "out", now=now)
    assert not (tmp_path / "out").exists()


def test_counts_are_told_in_a_sentence() -> None:
    counts = Counts(1, 1, 1, 2_000, 0, 0)
    assert counts.words == (
        "One person has a page here, read out of one source in 2,000 passages. "
        "One of them is not named by any source."
    )
