"""Data files that come with the package: what people who do not program can review."""

import tomllib
from importlib.resources import files
from typing import Any


def text(package: str, path: str) -> str:
    """Return the text of a data file.

    Args:
        package: The package it comes with: ``lives.reading``.
        path: Its place in the package's folder: ``data/titles.txt``.

    Raises:
        FileNotFoundError: There is no such file.
    """
    return files(package).joinpath(path).read_text(encoding="utf-8")


def table(package: str, path: str) -> dict[str, Any]:
    """Return a data file in TOML, parsed."""
    return tomllib.loads(text(package, path))


def lines(package: str, path: str) -> list[str]:
    """Return the lines of a data file, without comments and empty lines."""
    found = text(package, path).splitlines()
    return [line for line in found if line.strip() and not line.startswith("#")]
