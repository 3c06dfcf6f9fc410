"""Releases: made beside the old one, checked, and put in its place at the end."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lives.model.errors import TargetNotEmpty

NOTE = "release.json"
_MARK = "memorial made by Lives"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a memorial holds."""

    persons: int
    unnamed: int
    sources: int
    passages: int
    conflicts: int
    withheld: int

    @property
    def words(self) -> str:
        """Say it in a sentence or two."""
        people = number(self.persons, "person has", "people have")
        told = (
            f"{people} a page here, read out of "
            f"{number(self.sources, 'source', 'sources').lower()} "
            f"in {number(self.passages, 'passage', 'passages').lower()}."
        )
        if self.unnamed:
            they = number(self.unnamed, "of them is", "of them are")
            told += f" {they} not named by any source."
        return told


def number(count: int, one: str, many: str) -> str:
    """Say how many, with the words for one and for more."""
    return f"One {one}" if count == 1 else f"{count:,} {many}"


@dataclass(frozen=True, slots=True)
class Release:
    """What was published.

    Attributes:
        folder: Where it lies.
        day: Of publication, ISO 8601.
        counts: How much it holds.
        files: How many files, beside the note itself.
    """

    folder: Path
    day: str
    counts: Counts
    files: int


@dataclass(frozen=True, slots=True)
class Note:
    """What a release says of itself.

    Attributes:
        head: Hash of the last decision it rests on.
        counts: How much it holds.
        quoted: Of each source that may only be quoted, the share that is.
    """

    head: str
    counts: Counts
    quoted: dict[str, float]


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """Give a new folder to write into, and put it in the place of the target.

    When the block fails, the target is left as it was.

    Raises:
        TargetNotEmpty: The target holds something that is not a memorial.
    """
    target = target.resolve()
    _refuse_other(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.incoming-")
    incoming = Path(made)
    try:
        yield incoming
        incoming.chmod(0o755)  # a temporary folder is closed to others; this is not
        old = incoming.with_name(incoming.name.replace(".incoming-", ".outgoing-"))
        if target.exists():
            target.rename(old)
        try:
            incoming.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _refuse_other(target: Path) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    note = target / NOTE
    try:
        made = json.loads(note.read_text(encoding="utf-8")).get("what") == _MARK
    except (OSError, ValueError, AttributeError):
        made = False
    if not made:
        raise TargetNotEmpty(
            "this holds something that is not a memorial",
            where=str(target),
            remedy="name a folder that does not exist yet, an empty one, or one that "
            "an earlier 'lives publish' has made",
        )


def sums(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file in a folder, by path."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place) / name
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(
                path.read_bytes()
            ).hexdigest()
    return dict(sorted(found.items()))


def write_note(path: Path, note: dict[str, Any]) -> None:
    """Write a release note, or the manifest of a folder."""
    told = json.dumps({"what": _MARK} | note, ensure_ascii=False, indent=1)
    path.write_text(told + "\n", encoding="utf-8", newline="\n")


def seal(folder: Path, note: Note, now: datetime) -> int:
    """Write the note of a release that is otherwise complete.

    Args:
        folder: Where it has been made.
        note: What it says of itself.
        now: The moment of publication.

    Returns:
        How many files there are, beside the note.
    """
    found = sums(folder)
    told = {"day": now.date().isoformat()} | asdict(note) | {"sha256": found}
    write_note(folder / NOTE, told)
    return len(found)
