"""An archive: its folder, its captures, its chain of decisions, its tables."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from lives.model.decision import GENESIS, Decision, DecisionKind, chain_hash
from lives.model.errors import (
    ArchiveExists,
    BadSettings,
    NoArchive,
    NothingToCompare,
)
from lives.model.ids import DecisionId
from lives.store.captures import Captures, sync_folder
from lives.store.chain import Link
from lives.store.refusals import Refusals
from lives.store.rows import compact
from lives.store.sqlite import Database
from lives.store.tables import Tables

_FOUNDING = ".founding.db"
_BEFORE = ".before.db"  # of the build that is being made
_EARLIER = "earlier.db"  # before the last build that was finished
_TOML = """\
# What this archive is and how it may be published. Every key is explained in
# docs/how-to/archive.md.
title = {title}
languages = ["en", "ru"]
licence = ""

[publish]
# Nobody born less than this many years before the release is published unless a
# source says that he or she has died.
living_years = 100
"""


class Archive:
    """One open archive.

    Attributes:
        folder: Where it lies.
        captures: Its bytes.
        tables: Its derived tables.
        refusals: What recipes could not read; derived, too.
    """

    def __init__(self, folder: Path, database: str = "archive.db") -> None:
        self.folder = folder
        self.captures = Captures(folder / "captures")
        self._db = Database(folder / database)
        self.tables = Tables(self._db)
        self.refusals = Refusals(self._db)

    @classmethod
    def create(cls, folder: Path, *, title: str, by: str, now: datetime) -> Self:
        """Make an archive in a new or empty folder.

        Raises:
            ArchiveExists: The folder holds something already.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveExists(
                "there is something here already",
                where=str(folder),
                remedy="name a folder that does not exist yet, or an empty one",
            )
        (folder / "captures").mkdir(parents=True)
        (folder / "recipes").mkdir()
        quoted = json.dumps(title, ensure_ascii=False)  # a TOML basic string too
        settings = _TOML.format(title=quoted)
        (folder / "archive.toml").write_text(settings, encoding="utf-8")
        # Under another name until it is founded: an archive without a first decision
        # would be one that nobody can verify.
        with cls(folder, _FOUNDING) as archive:
            archive.decide(DecisionKind.FOUNDING, {"title": title}, by=by, now=now)
        (folder / _FOUNDING).replace(folder / "archive.db")
        sync_folder(folder)
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the archive in a folder.

        Raises:
            NoArchive: There is none.
        """
        if not (folder / "archive.db").is_file():
            raise NoArchive(
                "there is no archive here",
                where=str(folder.resolve()),
                remedy="make one with 'lives new DIR', or name one with --archive DIR",
            )
        return cls(folder)

    def close(self) -> None:
        """Close the archive."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def settings(self) -> dict[str, Any]:
        """Return what `archive.toml` says.

        Raises:
            BadSettings: It is gone, or is not TOML.
        """
        path = self.folder / "archive.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as fault:  # gone; not UTF-8; not TOML
            raise BadSettings(
                f"the archive's settings cannot be read ({fault})",
                where=str(path),
                remedy="mend the line that is named; docs/how-to/archive.md tells "
                "what may stand there",
            ) from fault

    @property
    def recipes(self) -> Path:
        """Return the folder of recipes."""
        return self.folder / "recipes"

    def transaction(self) -> AbstractContextManager[None]:
        """Do all of a block or nothing of it."""
        return self._db.transaction()

    def rehearsal(self) -> AbstractContextManager[None]:
        """Do a block that is not inside a transaction, and take back what it did."""
        return self._db.rehearsal()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Keep how the archive was before the block, for `earlier` to tell.

        A build that was interrupted is one build with the one that finishes it.
        """
        coming = self.folder / _BEFORE
        if not coming.exists():
            self._db.copy(coming)
        yield
        for rest in ("-wal", "-shm"):  # of the copy that is being replaced
            (self.folder / f"{_EARLIER}{rest}").unlink(missing_ok=True)
        coming.replace(self.folder / _EARLIER)

    def earlier(self) -> Self:
        """Open the archive as it was before it was last built.

        Raises:
            NothingToCompare: It has not been built, or the copy was deleted.
        """
        if not (self.folder / _EARLIER).is_file():
            raise NothingToCompare(
                "nothing tells how the archive was before it was last built",
                where=str(self.folder / _EARLIER),
                remedy="run 'lives build' or 'lives rebuild' first, or name another "
                "archive or an export to compare with",
            )
        return type(self)(self.folder, _EARLIER)

    def integrity(self) -> list[str]:
        """Return what SQLite finds damaged in `archive.db`."""
        return self._db.integrity()

    def guards(self) -> set[str]:
        """Return the names of the triggers that keep the chain from being altered."""
        return {str(row[0]) for row in self._db.ask("guards")}

    def links(self) -> Iterator[Link]:
        """Yield the chain as it stands in the file, unread: for checking it."""
        for seq, at, by, kind, body, previous, key in self._db.ask("decisions"):
            yield Link(seq, at, by, kind, body, previous, key)

    def decide(
        self, kind: DecisionKind, body: dict[str, Any], *, by: str, now: datetime
    ) -> Decision:
        """Append a decision to the chain; when this returns, it is durable.

        Inside a transaction it becomes durable with the transaction.
        """
        with self.transaction():
            last = next(self._db.ask("last_decision"), (0, GENESIS))
            seq, previous = int(last[0]) + 1, DecisionId(last[1])
            at = now.isoformat(timespec="seconds")
            text = compact(body)
            key = chain_hash(seq, at, by, kind, text, previous)
            row = (seq, at, by, kind, text, previous, key)
            self._db.tell("add_decision", [row])
        return Decision(seq, at, by, kind, text, previous, key)

    def decisions(self) -> Iterator[Decision]:
        """Yield the chain in order, as it stands in the file."""
        for seq, at, by, kind, body, previous, key in self._db.ask("decisions"):
            yield Decision(
                seq,
                at,
                by,
                DecisionKind(kind),
                body,
                DecisionId(previous),
                DecisionId(key),
            )

    def standing(self, *wanted: DecisionKind) -> Iterator[tuple[Decision, Any]]:
        """Yield decisions of some kinds that nobody has withdrawn, with their body."""
        chain = [(d, json.loads(d.body)) for d in self.decisions()]
        withdrawn = {
            body["of"] for d, body in chain if d.kind is DecisionKind.WITHDRAWAL
        }
        for decision, body in chain:
            if decision.kind in wanted and decision.hash not in withdrawn:
                yield decision, body
