"""Keys of the parts of a name: what all spellings of one part have in common.

A key brings names together and tells that two parts may be one; it is never shown.
"""

import re
from functools import cache, lru_cache

from lives.model.mention import Gender
from lives.reading.names_given import gender_of_given, lines_of
from lives.reading.names_scripts import romanise
from lives.reading.names_sound import skeleton, skeletons
from lives.reading.names_written import fathers

# In the spelling of skeletons, where C is what sounds like "ch".
_FATHERS_ENDING = re.compile(r"(?:[oe]v|in)?(?:i?C|i?Cna|na)$")

_ONE_LETTER = {"Y": "I", "E": "I", "J": "I", "H": "G"}


@lru_cache(maxsize=65_536)
def surname_keys(surname: str) -> tuple[str, ...]:
    """Return the keys of a surname, whole and in parts.

    >>> set(surname_keys("Lvova-Zarubina")) >= set(surname_keys("Зарубина"))
    True
    """
    words = {surname, *surname.replace("-", " ").split(" ")}
    return tuple(sorted({key for word in words if word for key in skeletons(word)}))


@cache
def _given_lines() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, (_, *names) in enumerate(lines_of("given_name_groups.txt")):
        for name in names:
            for form in {name.lower(), romanise(name).lower()}:
                found.setdefault(form, []).append(str(number))
    return found


@lru_cache(maxsize=65_536)
def given_keys(given: str) -> tuple[str, ...]:
    """Return the keys of a given name: the lines of forms it stands in.

    >>> set(given_keys("Vanya")) & set(given_keys("Иван")) != set()
    True
    """
    lines = _given_lines().get(given.lower()) or _given_lines().get(
        romanise(given).lower()
    )
    return tuple(lines or [skeleton(given)])


@lru_cache(maxsize=65_536)
def father_key(patronymic: str) -> str:
    """Return the father's name in a patronymic, by sound; "" for none.

    >>> father_key("Ильич") == father_key("Ilyinichna"), father_key("")
    (True, '')
    """
    return _FATHERS_ENDING.sub("", skeleton(patronymic))


@lru_cache(maxsize=65_536)
def father_keys(patronymic: str) -> tuple[str, ...]:
    """Return the father's name by sound, and the lines of names it may stand in.

    >>> set(father_keys("Осипович")) & set(father_keys("Иосифович")) != set()
    True
    """
    men = (
        name
        for name in fathers(patronymic)[1:]
        if gender_of_given(name) is not Gender.FEMALE
    )
    lines = (key for name in men for key in given_keys(name))
    return tuple(dict.fromkeys(filter(None, (father_key(patronymic), *lines))))


def letter(word: str) -> str:
    """Return the initial of a name as all alphabets would have it."""
    first = romanise(word[:1])[:1].upper()
    return _ONE_LETTER.get(first, first)
