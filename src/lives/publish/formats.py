"""Exporters: named ways of writing an archive's holdings into a folder."""

from collections.abc import Callable
from pathlib import Path

from lives.model.errors import UnknownFormatName
from lives.publish.holdings import Holdings
from lives.registry import Registry

Exporter = Callable[[Holdings, Path], None]

exporters: Registry[Exporter] = Registry("exporter", group="lives.exporters")


def exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        UnknownFormatName: Nobody offers it.
    """
    found = exporters.get(name)
    if found is None:
        raise UnknownFormatName(
            f"there is no format {name!r}",
            where="--format",
            remedy=f"choose one of: {', '.join(exporters.names())}",
        )
    return found
