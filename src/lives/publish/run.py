"""Let lives out: findings -> exports, memorials."""

from pathlib import Path

from lives.publish.formats import exporter
from lives.store.archive import Archive


def export(archive: Archive, format_name: str, target: Path) -> None:
    """Write all the archive holds into a folder, for its own people: without a gate.

    Raises:
        UnknownFormatName: There is no exporter of this name.
    """
    exporter(format_name)(archive.tables, target)
