"""Builds to compare: an archive as it stands, or an export of how it stood."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from lives.model.errors import NothingToCompare
from lives.publish.jsonl import FILES, Line


class Build(Protocol):
    """What documents were read as, and who was found in them, at one time."""

    def lines(self, name: str) -> Iterator[Line]:
        """Yield the lines of one of `FILES`, anew each time they are asked for."""
        ...


class Exported:
    """A build that was exported as JSON Lines.

    Raises:
        NothingToCompare: The folder holds no such export, or one that an earlier
            Lives wrote, without identifiers.
    """

    def __init__(self, folder: Path) -> None:
        missing = [n for n in FILES if not (folder / f"{n}.jsonl").is_file()]
        if missing:
            raise NothingToCompare(
                f"there is no {missing[0]}.jsonl here, and no archive",
                where=str(folder),
                remedy="name an archive, or a folder that "
                "'lives export --format jsonl DIR' wrote",
            )
        self._folder = folder

    def lines(self, name: str) -> Iterator[Line]:
        """Yield the lines of one of `FILES`."""
        path = self._folder / f"{name}.jsonl"
        with path.open(encoding="utf-8") as file:
            for number, text in enumerate(file, start=1):
                yield _line(text, f"line {number} of {path}")


def _line(text: str, where: str) -> Line:
    try:
        line = json.loads(text)
    except ValueError as fault:
        raise NothingToCompare(
            f"the line is not JSON ({fault})",
            where=where,
            remedy="export it again with 'lives export --format jsonl DIR'",
        ) from fault
    if not isinstance(line, dict) or "id" not in line:
        raise NothingToCompare(
            "the line has no identifier",
            where=where,
            remedy="an earlier Lives wrote this: export it again with this one",
        )
    return line
