"""Names read once, however often they are met."""

from functools import lru_cache

from lives.reading.names import Agreement, Grade, Name, compatible, parse_name
from lives.reading.names_keys import father_key

_SILENT = frozenset({Grade.SURNAME_DIFFERS, Grade.NOTHING})

_SLACK = 2


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
    if found.agrees:
        return not patronymics_agree(one, two)
    return found.verdict not in _SILENT


@lru_cache(maxsize=65_536)
def patronymic_stem(name: str) -> str:
    """Return the father's name in a name, by sound; "" without a patronymic."""
    return father_key(parsed(name).patronymic)


def patronymics_agree(one: str, two: str) -> bool:
    """Tell whether two names can have one patronymic; they can if either has none.

    Spellings differ by a letter or two at the end of the father's name, and so do
    Sergeyevich and Sergejewitsch; Alekseyevich and Aleksandrovich differ by more.

    >>> patronymics_agree("Пётр Ильич Зарубин", "Pyotr Ilyich Zarubin")
    True
    >>> patronymics_agree("Pyotr Alekseyevich Zarubin", "Pyotr Aleksandrovich Zarubin")
    False
    """
    short, long = sorted((patronymic_stem(one), patronymic_stem(two)), key=len)
    return not short or (long.startswith(short) and len(long) - len(short) <= _SLACK)


def fullness(name: Name) -> int:
    """Tell how much a name says: surname, given name, patronymic, initials."""
    return (
        4 * bool(name.surname)
        + 3 * bool(name.given)
        + 2 * bool(name.patronymic)
        + min(len(name.initials), 2)
    )
