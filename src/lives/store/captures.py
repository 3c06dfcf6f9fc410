"""Bytes by sha256, never altered: written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lives.model.errors import ArchiveAltered
from lives.model.ids import CaptureId


def digest(data: bytes) -> CaptureId:
    """Return the identifier of bytes.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return CaptureId(hashlib.sha256(data).hexdigest())


class Captures:
    """The `captures/` folder of an archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fresh: list[CaptureId] | None = None  # within `provisional` only

    def path(self, capture: CaptureId) -> Path:
        """Return where the bytes lie: ``ab/cdef...``."""
        return self.folder / capture[:2] / capture[2:]

    def keep(self, data: bytes) -> CaptureId:
        """Store bytes durably; the same bytes twice are stored once."""
        key = digest(data)
        target = self.path(key)
        if target.exists() and target.stat().st_size == len(data):
            return key
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".incoming-")
        with os.fdopen(handle, "wb") as incoming:
            incoming.write(data)
            incoming.flush()
            os.fsync(incoming.fileno())
        Path(name).chmod(0o444)
        Path(name).replace(target)
        # The rename itself must survive a power cut: sync both folders.
        for folder in (target.parent, self.folder):
            sync_folder(folder)
        if self._fresh is not None:
            self._fresh.append(key)
        return key

    @contextmanager
    def provisional(self) -> Iterator[None]:
        """Take back what the block kept if the block fails.

        Inside a transaction of the archive, which lets nobody else keep meanwhile.
        """
        self._fresh = []
        try:
            yield
        except BaseException:
            for key in self._fresh:
                self.path(key).unlink(missing_ok=True)
                if not any(self.path(key).parent.iterdir()):
                    self.path(key).parent.rmdir()
            self.sweep()
            raise
        finally:
            self._fresh = None

    def read(self, capture: CaptureId) -> bytes:
        """Return the bytes.

        Raises:
            ArchiveAltered: They are gone or are no longer what was received.
        """
        try:
            data = self.path(capture).read_bytes()
        except OSError as gone:
            raise ArchiveAltered(
                "a capture is missing",
                where=str(self.path(capture)),
                remedy="put the file back from a copy of the archive",
            ) from gone
        if digest(data) != capture:
            raise ArchiveAltered(
                "the bytes of a capture are no longer what was received",
                where=str(self.path(capture)),
                remedy="put the file back from a copy of the archive",
            )
        return data

    def held(self) -> Iterator[CaptureId]:
        """Yield what the folder holds, whether the chain knows of it or not."""
        for path in sorted(self.folder.glob("??/*")):
            yield CaptureId(path.parent.name + path.name)

    def sweep(self) -> None:
        """Remove what an interrupted `keep` left behind."""
        for path in self.folder.glob(".incoming-*"):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
