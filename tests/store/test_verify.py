"""Whatever is done to an archive behind its back is named."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from lives.model.decision import DecisionKind
from lives.store.archive import Archive
from lives.store.chain import Alteration
from lives.store.verify import verify

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "Anna Petrova was arrested in Barnaul."


def only_capture(archive: Archive) -> Path:
    (key,) = archive.captures.held()
    return archive.captures.path(key)


def behind_its_back(archive: Archive, *commands: str) -> None:
    """Alter the file as somebody would who has it in hand: without our guards."""
    db = apsw.Connection(str(archive.folder / "archive.db"))
    for command in commands:
        db.execute(command)
    db.close()


NO_GUARD = (
    "drop trigger decision_is_not_updated",
    "drop trigger decision_is_not_deleted",
)


def test_an_archive_left_alone_is_whole(archive: Archive) -> None:
    report = verify(archive)
    assert report.faults == ()
    assert report.remarks == ()
    assert (report.decisions, report.captures, report.passages) == (2, 1, 2)
    assert report.head == list(archive.decisions())[-1].hash


def test_a_changed_capture_is_named_by_its_path(archive: Archive) -> None:
    path = only_capture(archive)
    path.chmod(0o644)
    path.write_bytes(TEXT.replace("arrested", "released").encode())
    (fault,) = verify(archive).faults
    assert (fault.alteration, fault.where) == (Alteration.CHANGED, str(path))
    assert "letter.txt" in fault.words


def test_a_missing_capture_is_named_by_its_path(archive: Archive) -> None:
    path = only_capture(archive)
    path.unlink()
    (fault,) = verify(archive).faults
    assert (fault.alteration, fault.where) == (Alteration.MISSING, str(path))


def test_a_changed_decision_is_named_by_its_place(archive: Archive) -> None:
    behind_its_back(archive, *NO_GUARD, "update decision set by = 'eve' where seq = 1")
    found = {(f.alteration, f.where) for f in verify(archive).faults}
    assert (Alteration.CHANGED, "decision 1") in found


def test_a_guard_taken_away_is_noticed_even_if_nothing_else_is(
    archive: Archive,
) -> None:
    behind_its_back(archive, *NO_GUARD)
    assert ["guard" in fault.words for fault in verify(archive).faults] == [True, True]


def test_a_removed_decision_is_named(archive: Archive) -> None:
    archive.decide(DecisionKind.JUDGEMENT, {}, by="anna", now=NOW)
    behind_its_back(archive, *NO_GUARD, "delete from decision where seq = 2")
    found = {(f.alteration, f.where) for f in verify(archive).faults}
    assert (Alteration.MISSING, "decision 2") in found


def test_a_cut_tail_is_seen_with_the_hash_that_was_written_down(
    archive: Archive,
) -> None:
    head = archive.decide(DecisionKind.JUDGEMENT, {}, by="anna", now=NOW).hash
    assert verify(archive, expected=head).faults == ()
    behind_its_back(
        archive,
        "create temp table kept as select sql from sqlite_schema where type='trigger'",
        *NO_GUARD,
        "delete from decision where seq = 3",
    )
    assert head in "".join(f.where for f in verify(archive, expected=head).faults)


def test_a_quote_that_its_text_does_not_have_is_named(archive: Archive) -> None:
    (said,) = archive.tables.statements()
    behind_its_back(archive, "update statement set quote = 'He confessed.'")
    (fault,) = verify(archive).faults
    assert fault.where == said.id
    assert "lives rebuild" in fault.words


def test_a_capture_nobody_received_is_named(archive: Archive) -> None:
    (key,) = archive.captures.held()
    behind_its_back(
        archive,
        "pragma foreign_keys = off",
        "update capture set id = 'ff' || substr(id, 3)",
    )
    assert "ff" + key[2:] in {fault.where for fault in verify(archive).faults}


def test_bytes_left_by_an_interrupted_import_are_a_remark(archive: Archive) -> None:
    archive.captures.keep(b"kept, but never received")
    report = verify(archive)
    assert report.faults == ()
    (remark,) = report.remarks
    assert "no accession" in remark


def test_a_recipe_changed_or_gone_is_a_remark_that_says_where_its_bytes_are(
    archive: Archive,
) -> None:
    recipe = archive.recipes / "list.toml"
    recipe.write_text("[name]\n", encoding="utf-8")
    key = archive.captures.keep(recipe.read_bytes())
    body = {"name": "list.toml", "sha256": key}
    archive.decide(DecisionKind.RECIPE, body, by="anna", now=NOW)
    assert verify(archive).remarks == ()

    recipe.write_text("[other]\n", encoding="utf-8")
    assert "has changed" in verify(archive).remarks[0]
    recipe.unlink()
    assert str(archive.captures.path(key)) in verify(archive).remarks[0]


@pytest.mark.parametrize(
    "attack",
    [
        "update decision set by = 'eve'",
        "delete from decision",
        "insert or replace into decision values (1, '', 'eve', 'founding', '', '', '')",
        "replace into decision select * from decision",
        "drop table decision",
        "drop trigger decision_is_not_updated",
        "alter table decision rename to other",
    ],
)
def test_our_own_connection_cannot_alter_a_decision(
    archive: Archive, attack: str
) -> None:
    before = list(archive.decisions())
    connection = archive._db._db  # noqa: SLF001  # the attack comes from inside
    with pytest.raises(apsw.Error):
        connection.execute(attack)
    assert list(archive.decisions()) == before


def test_a_decision_in_a_failed_transaction_was_never_made(archive: Archive) -> None:
    before = list(archive.decisions())
    with suppress(ZeroDivisionError), archive.transaction():
        archive.decide(DecisionKind.JUDGEMENT, {}, by="anna", now=NOW)
        raise ZeroDivisionError
    assert list(archive.decisions()) == before
