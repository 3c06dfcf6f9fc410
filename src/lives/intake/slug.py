"""Identifiers of sources that a person can read: ``broue-trotsky-1988``."""

import re
import unicodedata
from functools import cache
from pathlib import PurePath

from lives import packaged
from lives.model.ids import SourceId

_TITLE_WORDS = 6
_LONGEST = 60
_NO_WORD = re.compile(r"[^a-z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def _letters() -> dict[int, str]:
    pairs = map(str.split, packaged.lines("lives.intake", "data/romanise.txt"))
    return {ord(pair[0]): "".join(pair[1:]) for pair in pairs}


def slug(*parts: str) -> str:
    """Make a slug of words in any script; "" where no letter can be romanised.

    >>> slug("Бюллетень Оппозиции", "1929")
    'biulleten-oppozitsii-1929'
    """
    joined = unicodedata.normalize("NFC", " ".join(parts)).lower().translate(_letters())
    plain = unicodedata.normalize("NFKD", joined).lower()  # № becomes No
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    found = _NO_WORD.sub("-", ascii_only.replace("'", "").replace("’", ""))
    return found.strip("-")[:_LONGEST].strip("-")


def slug_of_work(author: str, title: str, issued: str) -> str:
    """Make a slug of the first author's surname, the first words of the title, a year.

    >>> slug_of_work("Victor Serge", "Memoirs of a Revolutionary", "1951")
    'serge-memoirs-of-a-revolutionary-1951'
    """
    first = author.split(";", maxsplit=1)[0].strip()
    surname = (
        first.split(",", maxsplit=1)[0] if "," in first else first.rpartition(" ")[2]
    )
    year = re.search(r"\d{4}", issued)
    words = " ".join(title.split()[:_TITLE_WORDS])
    return slug(surname, words, year.group() if year else "")


def slug_of_file(name: str) -> str:
    """Make a slug of a file's name without its ending."""
    return slug(PurePath(name).stem) or "source"


def free_slug(wanted: str, taken: set[SourceId]) -> SourceId:
    """Return the slug, with a number behind it where it is taken.

    >>> free_slug("list", {SourceId("list"), SourceId("list-2")})
    'list-3'
    """
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return SourceId(candidate)
