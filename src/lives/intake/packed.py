"""ZIP files looked through before anything unpacks them.

DOCX, XLSX and EPUB are ZIP files, and a megabyte of ZIP can unpack to terabytes. The
size a member declares may be a lie, and libraries differ in whether they believe it:
so each member is unpacked once, piece by piece, and counted.
"""

import io
import zipfile
from collections.abc import Iterator
from copy import copy

from lives.model.errors import DamagedFile, TooMuch

_MAX_MEMBERS = 20_000
_MAX_UNPACKED = 512 * 2**20
_ALWAYS_FINE = 32 * 2**20  # below this a high ratio does no harm
_MAX_RATIO = 100  # office files stay under 30
_PIECE = 2**20


def members(data: bytes) -> frozenset[str]:
    """Return the names in a ZIP file; none where it is not one, or is damaged."""
    if not data.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def refuse_bombs(data: bytes, name: str) -> None:
    """Unpack every member once, and count.

    Raises:
        TooMuch: It has too many members, or unpacks to too much.
        DamagedFile: It is cut short, locked, or a member is not what it declares.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _refuse_much(sum(info.file_size for info in infos), len(infos), data, name)
            unpacked = 0
            for info in infos:
                for size in _sizes(archive, info):
                    unpacked += size
                    _refuse_much(unpacked, len(infos), data, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise DamagedFile(
            f"the file is cut short, damaged or locked with a password ({fault})",
            where=name,
            remedy="get or save the file again, without a password",
        ) from fault


def _sizes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[int]:
    # The declared size would end the reading early; with a larger one the end is
    # that of the data, and the checksum over all of it has to agree.
    boundless = copy(info)
    boundless.file_size = _MAX_UNPACKED + 1
    with archive.open(boundless) as member:
        while piece := member.read(_PIECE):
            yield len(piece)


def _refuse_much(unpacked: int, count: int, data: bytes, name: str) -> None:
    swollen = unpacked > _ALWAYS_FINE and unpacked > _MAX_RATIO * len(data)
    if swollen or unpacked > _MAX_UNPACKED or count > _MAX_MEMBERS:
        raise TooMuch(
            f"{len(data):,} bytes unpack to {unpacked:,} or more in {count:,} parts",
            where=name,
            remedy="this is no ordinary document; if you trust it, open it and save "
            "it again as plain text or CSV",
        )
