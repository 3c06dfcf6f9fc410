"""Values as JSON has them, and text as a terminal may safely show it."""

import dataclasses
import unicodedata
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

_KEPT = {"\n", "\t"}


def plain(value: object) -> Any:  # noqa: ANN401, PLR0911  # one type of JSON a line
    """Turn nouns, dates, enumerations and paths into what JSON can hold.

    >>> plain({"at": date(1937, 8, 5), "names": ("a", "b")})
    {'at': '1937-08-05', 'names': ['a', 'b']}
    """
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case Path():
            return str(value)
        case dict():
            return {str(key): plain(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(one) for one in value]
        case _:
            return _fields(value)


def _fields(value: object) -> dict[str, Any]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {f.name: plain(getattr(value, f.name)) for f in fields}
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def printable(text: str) -> str:
    r"""Replace what would command a terminal rather than be read.

    Sources are not ours: an escape sequence in one could rewrite the lines above it,
    and a direction mark could turn a name around.

    >>> printable("\x1b[2Jname")
    '�[2Jname'
    """
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if _commands(char) else char for char in text
    )


def counted(number: int, noun: str) -> str:
    """Count something in words.

    >>> counted(1, "person"), counted(40_000, "person")
    ('1 person', '40,000 persons')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _commands(char: str) -> bool:
    if char in _KEPT:
        return False
    return unicodedata.category(char) == "Cc" or unicodedata.bidirectional(char) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
