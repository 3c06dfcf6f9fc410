"""Names read once, however often they are met."""

from functools import lru_cache

from lives.reading.names import Agreement, Name, compatible, parse_name, skeleton

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
