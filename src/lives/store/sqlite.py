"""The database file: opened safely, migrated, asked by named questions.

`synchronous=EXTRA` comes before WAL: otherwise the switch to WAL itself can be lost
with the power. Triggers alone do not guard the chain, because `INSERT OR REPLACE`
walks past them unless `recursive_triggers` is on, and a table can be dropped: an
authorizer refuses both.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw

from lives.model.errors import ArchiveBusy, ArchiveTooNew

Row = tuple[Any, ...]

_BUSY_MS = 30_000
_CACHE_KIB = 65_536
_LARGE_CACHE_KIB = 262_144  # to sort millions of rows in few pieces
_FORBIDDEN_ON_DECISIONS = {
    apsw.SQLITE_UPDATE,
    apsw.SQLITE_DELETE,
    apsw.SQLITE_DROP_TABLE,
    apsw.SQLITE_ALTER_TABLE,
    apsw.SQLITE_DROP_TRIGGER,
    apsw.SQLITE_DROP_INDEX,
}


@cache
def sql(name: str) -> str:
    """Return the text of a question in `store/sql`."""
    folder = files("lives.store").joinpath("sql")
    return folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Return every migration with its number, in order."""
    folder = files("lives.store").joinpath("migrations")
    scripts = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".sql")),
        key=lambda path: path.name,
    )
    return tuple((int(p.name[:4]), p.read_text(encoding="utf-8")) for p in scripts)


def _guard(
    action: int, one: str | None, two: str | None, _db: str | None, _inner: str | None
) -> int:
    if action in _FORBIDDEN_ON_DECISIONS and "decision" in {one, two}:
        return apsw.SQLITE_DENY
    return apsw.SQLITE_OK


class Database:
    """One open `archive.db`.

    Raises:
        ArchiveTooNew: A later version of Lives has migrated the file.
        ArchiveBusy: Another process held the file for half a minute.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = apsw.Connection(str(path))
        self._db.set_busy_timeout(_BUSY_MS)
        self._db.execute("pragma synchronous = extra")
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma recursive_triggers = on")
        self._db.execute(f"pragma cache_size = -{_CACHE_KIB}")
        self._migrate()
        # Only now: a migration may put a table in the place of one that others name.
        self._db.execute("pragma foreign_keys = on")
        self._db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        self._db.authorizer = _guard

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of the block or nothing of it; a block inside a block joins it."""
        if not self._db.getautocommit():
            yield
            return
        self._begin()
        try:
            yield
        except BaseException:
            # A failing COMMIT may have rolled back already; ROLLBACK would then fail.
            if not self._db.getautocommit():
                self._db.execute("rollback")
            raise
        self._db.execute("commit")

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Do the block, and take back whatever it did."""
        self._begin()
        try:
            yield
        finally:
            self._db.execute("rollback")

    @contextmanager
    def at_large(self) -> Iterator[None]:
        """Take more memory while the block writes millions of rows."""
        self._db.execute(f"pragma cache_size = -{_LARGE_CACHE_KIB}")
        try:
            yield
        finally:
            self._db.execute(f"pragma cache_size = -{_CACHE_KIB}")

    def ask(self, question: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the answers to a named question."""
        return iter(self._db.execute(sql(question), tuple(parameters)))

    def tell(self, question: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a named command once a row, inside a transaction."""
        with self.transaction():
            self._db.executemany(sql(question), rows)

    def run(self, commands: str) -> None:
        """Run named commands that take nothing, inside a transaction."""
        with self.transaction():
            self._db.execute(sql(commands))

    def plan(self, question: str, parameters: Sequence[Any] = ()) -> str:
        """Return SQLite's plan for a question, for tests that read it."""
        rows = self._db.execute(
            f"explain query plan {sql(question)}", tuple(parameters)
        )
        return "\n".join(str(row[3]) for row in rows)

    def stamp(self) -> tuple[int, int]:
        """Return what changes when anybody, here or elsewhere, has changed the file."""
        version = next(self._db.execute("pragma data_version"))[0]
        return int(version), self._db.total_changes()

    def copy(self, target: Path) -> None:
        """Write the file as it stands, page by page, to a new one beside it."""
        coming = target.with_name(f"{target.name}.part")
        coming.unlink(missing_ok=True)
        copied = apsw.Connection(str(coming))
        try:
            copied.execute("pragma synchronous = off")  # it can be made again
            with copied.backup("main", self._db, "main") as backup:
                backup.step(-1)
        finally:
            copied.close()
        coming.replace(target)

    def integrity(self) -> list[str]:
        """Return what SQLite finds damaged in the file; nothing when it is whole."""
        found = [str(row[0]) for row in self._db.execute("pragma integrity_check")]
        dangling = self._db.execute("pragma foreign_key_check")
        loose = [f"row {row[1]} of {row[0]} points at nothing" for row in dangling]
        return ([] if found == ["ok"] else found) + loose

    def _begin(self) -> None:
        try:
            self._db.execute("begin immediate")
        except apsw.BusyError as busy:
            raise ArchiveBusy(
                "another process is writing to the archive",
                where=str(self.path),
                remedy="wait until it has finished, then run the command again",
            ) from busy

    def _migrate(self) -> None:
        have = int(next(self._db.execute("pragma user_version"))[0])
        known = migrations()
        if have > known[-1][0]:
            raise ArchiveTooNew(
                f"the archive has tables of version {have}, this Lives knows "
                f"{known[-1][0]}",
                where=str(self.path),
                remedy="use the newer Lives that made it",
            )
        for number, script in known:
            if number > have:
                with self.transaction():
                    self._db.execute(script)
                    self._db.execute(f"pragma user_version = {number}")
