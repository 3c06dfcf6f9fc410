"""Names read once, however often they are met."""

from functools import lru_cache

from lives.reading.names import Agreement, Grade, Name, compatible, parse_name, skeleton

_SILENT = frozenset({Grade.SURNAME_DIFFERS, Grade.NOTHING})

# Beyond these letters "-ich" and "-ovich" part, and spellings of one name with them.
_STEM = 4


@lru_cache(maxsize=65_536)
def parsed(name: str) -> Name:
    """Take a name apart."""
    return parse_name(name)


@lru_cache(maxsize=65_536)
def compared(one: str, two: str) -> Agreement:
    """Compare two names as written."""
    return compatible(parsed(one), parsed(two))


def contradict(one: str, two: str) -> bool:
    """Tell whether two names cannot be one person's.

    Different surnames can: people marry and hide. A given name alone may be a surname
    after all, or a name among friends.
    """
    if not (parsed(one).surname and parsed(two).surname):
        return False
    found = compared(one, two)
    return not found.agrees and found.verdict not in _SILENT


@lru_cache(maxsize=65_536)
def patronymic_stem(name: str) -> str:
    """Return the letters that tell one patronymic from another; "" without one."""
    return skeleton(parsed(name).patronymic)[:_STEM]


def fullness(name: Name) -> int:
    """Tell how much a name says: surname, given name, patronymic, initials."""
    return (
        4 * bool(name.surname)
        + 3 * bool(name.given)
        + 2 * bool(name.patronymic)
        + min(len(name.initials), 2)
    )
