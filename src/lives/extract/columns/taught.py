"""Vocabularies that recipes share: lookups that come with Lives."""

from functools import cache
from importlib.resources import files

from lives.extract.columns.recipe import Lookup, folded
from lives.packaged import table

_PACKAGE = "lives.extract.columns"


@cache
def offered() -> tuple[str, ...]:
    """Return the names of the vocabularies."""
    folder = files(_PACKAGE).joinpath("vocabularies")
    names = (path.name for path in folder.iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


@cache
def taught(name: str) -> Lookup:
    """Return a vocabulary as a lookup.

    >>> taught("sentences-ru")[folded("ВМН")]
    'высшая мера наказания (расстрел)'
    """
    found = table(_PACKAGE, f"vocabularies/{name}.toml")
    return {folded(value): str(reading) for value, reading in found.items()}
