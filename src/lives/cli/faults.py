"""Whatever went wrong, as an error with a code, a place and a remedy.

Lives' own errors pass through. The operating system's and SQLite's are given words;
anything else is a fault of Lives, and its details go into a file instead of the
terminal.
"""

import errno
import tempfile
import traceback
from pathlib import Path

import apsw

from lives.model.errors import (
    ArchiveAltered,
    ArchiveBusy,
    ArchiveUnwritable,
    LivesError,
    Unexpected,
    UnreadablePath,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def told(error: Exception, *, archive: Path) -> LivesError:
    """Put an exception in words.

    Args:
        error: Whatever was raised.
        archive: The archive's folder, for messages that have no other place to name.
    """
    match error:
        case LivesError():
            return error
        case OSError() if error.errno is not None:
            return _from_the_system(error, archive)
        case apsw.Error():
            return _from_the_database(error, archive)
        case _:
            return _unexpected(error, archive)


def _from_the_system(error: OSError, archive: Path) -> LivesError:
    where = str(error.filename or archive)
    if error.errno in _FULL:
        return _full(where)
    if error.errno in _REFUSED:
        return _refused(where)
    return UnreadablePath(
        error.strerror or "the path cannot be used",
        where=where,
        remedy="check that the path exists and is what the command expects",
    )


def _from_the_database(error: apsw.Error, archive: Path) -> LivesError:
    match error:
        case apsw.FullError() | apsw.IOError():
            return _full(str(archive))
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError():
            return _refused(str(archive / "archive.db"))
        case apsw.CorruptError() | apsw.NotADBError():
            return ArchiveAltered(
                f"the database is damaged ({error})",
                where=str(archive / "archive.db"),
                remedy="put archive.db back from a copy of the archive; the captures "
                "and recipes beside it are not touched",
            )
        case apsw.BusyError() | apsw.LockedError():
            return ArchiveBusy(
                "another process is using the archive",
                where=str(archive),
                remedy="wait until it has finished, then run the command again",
            )
        case _:
            return _unexpected(error, archive)


def _full(where: str) -> LivesError:
    return ArchiveUnwritable(
        "the disk is full, or failed to write",
        where=where,
        remedy="free some space and run the command again; nothing was lost",
    )


def _refused(where: str) -> LivesError:
    return ArchiveUnwritable(
        "this may not be written to",
        where=where,
        remedy="give yourself the right to write there, or work on a copy",
    )


def _unexpected(error: Exception, archive: Path) -> LivesError:
    details = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="lives-error-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(details)
        where = file.name
    except OSError:
        where = str(archive)
    return Unexpected(
        f"something unforeseen happened ({type(error).__name__}: {error})",
        where=where,
        remedy="the archive is as it was; report the details written there",
    )
