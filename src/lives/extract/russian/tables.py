"""The data files of this reader, each parsed once."""

from functools import cache
from typing import Any

from lives import packaged


@cache
def table(path: str) -> dict[str, Any]:
    """Return a data file of this package, parsed.

    >>> sorted(table("data/names.toml"))[0]
    'bishops'
    """
    return packaged.table(__package__, path)
