"""The whole dump of a memorial, for programmes: what the gate lets through."""

from pathlib import Path

from lives.publish.formats import exporter
from lives.publish.holdings import Holdings
from lives.publish.release import sums, write_note

MANIFEST = "manifest.json"


def write_dump(holdings: Holdings, folder: Path) -> None:
    """Write every noun as JSON Lines, and the sums of the files beside them."""
    exporter("jsonl")(holdings, folder)
    write_note(folder / MANIFEST, {"sha256": sums(folder)})
