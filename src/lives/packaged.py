"""Data files that come with the package: what people who do not program can review."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
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


@cache
def recipes() -> dict[str, Path]:
    """Return the recipes that come with Lives, by their file names.

    In a source tree they lie in its folder `recipes/`, which a wheel puts into the
    package.
    """
    package = Path(str(files("lives")))
    places = (package / "recipes", package.parents[1] / "recipes")
    folder = next((place for place in places if place.is_dir()), None)
    return {path.name: path for path in folder.glob("*.toml")} if folder else {}
