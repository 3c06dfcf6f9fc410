"""Lists of people by surname, with every other spelling that would be looked up."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lives.model.person import Person
from lives.reading.names import parse_name

A_LIST = 400  # entries on one page
_UNNAMED = "Not named"
_LAST = "\U0010ffff"  # sorts behind every letter

# Letters that do not come apart, under the letter a reader of the list would look up.
_FILED = str.maketrans(
    {"æ": "ae", "œ": "oe", "þ": "th", "љ": "ль", "њ": "нь", "џ": "дж"}
    | dict(zip("łøđðħıŧƶ", "loddhitz", strict=True))
    | dict(zip("іјєѣґђћѳәғқңөүұҡҗҙҫһ", "ииеегдтфагкноуукжзсх", strict=True))
)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One line of the list.

    Attributes:
        key: By which it is sorted.
        shown: Surname first.
        person: Whose page it opens.
        letter: Under which it stands.
        dates: Years of the life, on the main entry.
        see: The name of the main entry, on another spelling's.
    """

    key: str
    shown: str
    person: str
    letter: str
    dates: str = ""
    see: str = ""


Group = tuple[str, str, list[Entry]]


def entries(person: Person, dates: str) -> Iterator[Entry]:
    """Yield the main entry of a person, and one for each spelling sorted elsewhere."""
    if not person.named:
        key = _LAST + _folded(person.label)
        yield Entry(key, person.label, person.id, _UNNAMED, dates)
        return
    main = surname_first(person.label)
    yield Entry(_folded(main), main, person.id, _letter(main), dates)
    seen = {_folded(main).split(" ")[0]}
    for name in person.names:
        shown = surname_first(name)
        first = _folded(shown).split(" ")[0]
        # A surname or given name by itself would fill the list with "see ...".
        if first not in seen and len(shown.split()) > 1:
            seen.add(first)
            yield Entry(
                _folded(shown), shown, person.id, _letter(shown), see=person.label
            )


def surname_first(name: str) -> str:
    """Put the surname first.

    >>> surname_first("Vera Antonovna Melnikova"), surname_first("Pierre")
    ('Melnikova, Vera Antonovna', 'Pierre')
    """
    surname = parse_name(name).surname
    rest = " ".join(name.replace(surname, " ", 1).split()) if surname else ""
    return f"{surname}, {rest}" if rest else name


def _folded(name: str) -> str:
    filed = name.casefold().translate(_FILED)
    apart = unicodedata.normalize("NFD", filed)
    plain = "".join(
        c if c.isalnum() else " " for c in apart if c.isalnum() or c in " -"
    )
    return " ".join(plain.split())


def _letter(shown: str) -> str:
    """Return the first letter, with its script: a Cyrillic М looks like an M."""
    folded = _folded(shown)
    if not folded:
        return "#"
    first = folded[0].upper()
    script = unicodedata.name(first, "LATIN").split(" ")[0].title()
    return first if script in {"Latin", "Digit"} else f"{first} ({script})"


def lists(found: Iterable[Entry]) -> list[list[Entry]]:
    """Sort entries and cut them into lists of a readable length."""
    ordered = sorted(found)
    return [ordered[i : i + A_LIST] for i in range(0, len(ordered), A_LIST)]


def groups(entries: Sequence[Entry]) -> list[Group]:
    """Put the entries of one list under their letters, each with an anchor."""
    return [
        (letter, anchor(letter), list(under))
        for letter, under in groupby(entries, key=lambda entry: entry.letter)
    ]


def by_script(hrefs: dict[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Put links to letters together by script: the script, letters with links."""
    found: dict[str, list[tuple[str, str]]] = {}
    for letter, href in hrefs.items():
        plain, _, script = letter.partition(" (")
        found.setdefault(script.rstrip(")"), []).append((plain, href))
    return list(found.items())


def anchor(letter: str) -> str:
    """Return an identifier for the heading of a letter.

    >>> anchor("Ж (Cyrillic)")
    'letter-416'
    """
    first = letter.split(" (", maxsplit=1)[0]
    return f"letter-{'-'.join(f'{ord(c):x}' for c in first if c.isalnum())}"


def file_of(number: int) -> str:
    """Return the file of a list, counted from 1."""
    return f"people-{number}.html"
