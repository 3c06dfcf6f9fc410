"""What a column may tell: by its heading first, and by what stands in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from lives.extract.columns.naming import gender_read
from lives.extract.entries.vocabulary import languages
from lives.extract.suggest.profile import Profile
from lives.packaged import table
from lives.reading.dates import read_date
from lives.reading.names_scripts import cyrillic
from lives.reading.names_written import is_initial, is_patronymic

NUMBER, ENTRY, FULL = "number", "entry", "name.full"

_WORD = re.compile(r"[^\W_]+")
_TWO_FIGURES = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d\d\b(?![.\d])")
_MOST = 0.6  # of the values have to look so
_LONG = 60  # code points, on average, of an entry text
_FEW = 60  # different values
_MARKS = 2  # words of registers in one text
_NAME_WORDS = range(2, 6)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column is taken for.

    Attributes:
        role: ``name.full``, ``birth.when``, ``number``, ``entry``; "" for nothing.
        why: Why it is not read, for whoever decides; "" where it is.
        century: Years of two figures are of the century that begins then.
        language: Of an entry text.
    """

    role: str = ""
    why: str = ""
    century: int | None = None
    language: str = ""


def guess(column: Profile) -> Guess:
    """Return what a column may be.

    What it cannot tell it says in `why`; it never takes a column for something that
    most of its values are not.
    """
    if not column.filled:
        return Guess(why="every cell is empty")
    if _share(column, is_entry) >= _MOST / 2 and column.length >= _LONG:
        return _entry(column)
    role = _by_heading(column.name)
    return _tried(column, role) if role else _by_contents(column)


def _tried(column: Profile, role: str) -> Guess:
    """Try whether the values of a column are what its heading says."""
    if role == ENTRY:
        return Guess(
            why="a text of its own: split it, read it as an entry, or leave it"
        )
    if role.endswith(".when"):
        return _dated(column, role)
    if role == "name.gender" and _share(column, gender_read) < 1:
        return Guess(why="tells the gender in words that need a lookup to f and m")
    if role == FULL and _share(column, _is_name) < _MOST / 2:
        return Guess(why="called a name, and few of its values look like one")
    return Guess(role)


def _entry(column: Profile) -> Guess:
    russian = _share(column, cyrillic) >= _MOST
    if russian and "ru" in languages():
        return Guess(ENTRY, language="ru")
    return Guess(why="looks like entries of a register in a language not yet read")


def _dated(column: Profile, role: str) -> Guess:
    century = 1900 if _share(column, _TWO_FIGURES.search) > 0 else None
    if _share(column, _is_date) < _MOST / 2 and century is None:
        return Guess(why="called a date, and few of its values can be read as one")
    return Guess(role, century=century)


def _by_contents(column: Profile) -> Guess:
    if _share(column, _is_full_name) >= _MOST:
        return Guess(FULL)
    if column.constant:
        return Guess(why="the same in every row; if it says something, read it")
    if _share(column, _is_date) >= _MOST:
        return Guess(why="dates, and nothing says of what")
    if len(column.values) <= _FEW and len(column.values) * 3 <= column.filled:
        return Guess(why="one of a few values: perhaps a lookup, or an 'only'")
    return Guess(why="nothing says what it tells")


def _share(column: Profile, test: Callable[[str], object]) -> float:
    """Return for which share of the cells looked at a test holds."""
    seen = sum(column.values.values())
    held = sum(n for value, n in column.values.items() if test(value))
    return held / max(1, seen)


# --- headings -----------------------------------------------------------------


def _by_heading(name: str) -> str:
    """Return the role of a heading; "" where none fits.

    >>> _by_heading("Дата рождения"), _by_heading("place_of_birth"), _by_heading("№")
    ('birth.when', 'birth.where', 'number')
    """
    words = _WORD.findall(name.casefold().replace("ё", "е"))
    if not words:
        return NUMBER
    fitting = [(len(h), len("".join(h)), r) for h, r in _headings() if _fits(h, words)]
    return max(fitting, default=(0, 0, ""))[2]


def _fits(heading: tuple[str, ...], words: list[str]) -> bool:
    runs = range(len(words) - len(heading) + 1)
    return any(
        all(_begins(words[at + i], stem) for i, stem in enumerate(heading))
        for at in runs
    )


def _begins(word: str, stem: str) -> bool:
    whole = stem.endswith("=")
    return word == stem[:-1] if whole else word.startswith(stem)


@cache
def _headings() -> tuple[tuple[tuple[str, ...], str], ...]:
    found = table("lives.extract.suggest", "data/headings.toml")["headings"]
    return tuple((tuple(h.split()), role) for role, all_ in found.items() for h in all_)


# --- contents -----------------------------------------------------------------


@cache
def _marks() -> tuple[str, ...]:
    return tuple(table("lives.extract.suggest", "data/headings.toml")["entry"]["marks"])


def is_entry(value: str) -> bool:
    """Tell whether a text looks like an entry of a register."""
    folded = value.casefold()
    return sum(mark in folded for mark in _marks()) >= _MARKS


def _is_date(value: str) -> bool:
    return read_date(value) is not None


def _is_name(value: str) -> bool:
    words = [w.strip(",.()") for w in value.split()]
    named = [w for w in words if w]
    return bool(named) and all(w[0].isupper() or len(w) < _NAME_WORDS[2] for w in named)


def _is_full_name(value: str) -> bool:
    """Tell whether a value has a surname and a patronymic or initials."""
    words = value.replace("(", " ").replace(")", " ").split()
    if len(words) not in _NAME_WORDS or any(map(str.isdigit, value)):
        return False
    if not all(word[0].isupper() for word in words):
        return False
    return any(is_patronymic(word.capitalize()) or is_initial(word) for word in words)
