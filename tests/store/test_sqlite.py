"""How the database file is opened, and that questions about one thing stay cheap."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from lives.model.errors import ArchiveExists, ArchiveTooNew, NoArchive
from lives.model.ids import PersonId
from lives.store import rows
from lives.store.archive import Archive
from lives.store.sqlite import Database, migrations
from lives.store.tables import Tables

_INSERT = "insert into {} values ({})"
ABOUT_ONE = (
    "bearings_of",
    "blocks",
    "citation_by_id",
    "claim_by_id",
    "conflict_by_id",
    "conflicts_of",
    "holding_of",
    "event_by_id",
    "findings_of",
    "findings_resting_on",
    "mention_by_id",
    "mentions_about",
    "mentions_of",
    "person",
    "person_of",
    "reading",
    "published_worded",
    "redirected",
    "refusals_of",
    "refused_count",
    "statement",
    "statement_kinds",
    "statements_about",
    "statements_of",
    "statements_of_mention",
)


@pytest.mark.parametrize("question", ABOUT_ONE)
def test_a_question_about_one_thing_never_walks_a_table(
    archive: Archive, question: str
) -> None:
    plan = archive._db.plan(question, ["x"])  # noqa: SLF001  # plans are for tests
    assert "SEARCH" in plan
    assert "SCAN" not in plan


def test_the_file_is_opened_as_safely_as_sqlite_can(tmp_path: Path) -> None:
    db = Database(tmp_path / "x.db")
    inside = db._db  # noqa: SLF001  # what was set is not to be seen from outside
    assert next(inside.execute("pragma synchronous"))[0] == 3  # EXTRA
    assert next(inside.execute("pragma journal_mode"))[0] == "wal"
    assert next(inside.execute("pragma foreign_keys"))[0] == 1
    assert next(inside.execute("pragma recursive_triggers"))[0] == 1
    db.close()


def test_sqlite_is_newer_than_the_fault_that_damages_databases() -> None:
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


def test_an_archive_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path).close()
    later = apsw.Connection(str(path))
    later.execute(f"pragma user_version = {migrations()[-1][0] + 1}")
    later.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveTooNew):
        Database(path)
    assert path.read_bytes() == before


def test_an_archive_of_the_first_version_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    first = apsw.Connection(str(path))
    first.execute(migrations()[0][1])
    first.execute(
        "insert into conflict values ('co-1', 'pe-1', 'a', 'values', '', '[]')"
    )
    first.execute("pragma user_version = 1")
    first.close()
    (found,) = Tables(Database(path)).conflicts()
    assert (found.id, found.events) == ("co-1", ())


def test_an_archive_of_the_fifth_version_keeps_how_sure_machines_were(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.db"
    fifth = apsw.Connection(str(path))
    for number, script in migrations()[:5]:
        fifth.execute(script)
        fifth.execute(f"pragma user_version = {number}")
    judged = ("me-a", "me-b", "same", "names/1", "the names agree", 0.9)
    fifth.execute(_INSERT.format("judgement", "?, ?, ?, ?, ?, ?"), judged)
    fifth.close()
    (found,) = Tables(Database(path)).judgements()
    assert (found.because, found.probability) == ("the names agree", 0.9)
    assert found.weights == ()


def test_migrations_are_numbered_in_order_and_each_once() -> None:
    numbers = [number for number, _ in migrations()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_a_rehearsal_leaves_nothing_behind(archive: Archive) -> None:
    before = archive.tables.fingerprints()
    with archive.rehearsal():
        archive.tables.forget_everything()
        assert archive.tables.fingerprints() != before
    assert archive.tables.fingerprints() == before


def test_where_there_is_no_archive_none_is_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(NoArchive):
        Archive.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_new_archive_overwrites_nothing(archive: Archive) -> None:
    with pytest.raises(ArchiveExists):
        Archive.create(archive.folder, title="", by="", now=None)  # type: ignore[arg-type]


def test_an_archive_of_the_second_version_keeps_what_was_read_of_it(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "old.db"
    old = apsw.Connection(str(path))
    for number, script in migrations()[:2]:
        old.execute(script)
        old.execute(f"pragma user_version = {number}")
    tables = archive.tables
    (capture,), (mention,) = tables.captures(), tables.mentions()
    (said,) = tables.statements()
    old.execute("insert into source values ('letter', '{}', '', '', '', '', '[]', '')")
    place = (capture.id, "letter", "letter.txt", "text", capture.size, "", 2)
    old.execute("insert into capture values (?, ?, ?, ?, ?, ?, ?)", place)
    old.execute("insert into extraction values (?, 'test/1', '')", (capture.id,))
    told = rows.mention_row(replace(mention, name="Anna Petrova"))
    old.execute(_INSERT.format("mention", ", ".join("?" * len(told))), told)
    told = rows.statement_row(said)
    old.execute(_INSERT.format("statement", ", ".join("?" * len(told))), told)
    old.execute("insert into person values ('pe-1', 'wife of Anna', 0, '[]')")
    old.execute("insert into member values (?, 'pe-1', 0)", (mention.id,))
    bearing = ("pe-1", 0, "support", 0, said.id)
    old.execute("insert into bearing values (?, ?, ?, ?, ?)", bearing)
    old.close()
    db = Database(path)
    now = Tables(db)
    assert list(now.mentions()) == [replace(mention, name="Anna Petrova")]
    assert list(now.statements()) == [said]
    assert now.statements_about(PersonId("pe-1")) == [said]
    assert db.integrity() == []
    assert [p.id for p in now.names.persons_of([1])] == ["pe-1"]
    (word,) = now.names.words_written(["wife"])
    assert now.names.labelled([word[0]], 5) == ["pe-1"]
