"""Keys: what a value comes down to when it is filed or compared by more than letters.

A key is made once for every distinct value. A key that has several values ("any word of
it") files a row several times.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from lives.reading.names import skeleton
from lives.reading.names_keys import father_keys, given_keys, letter, surname_keys
from lives.reading.names_scripts import plain_latin
from lives.reading.names_traditions import consonants
from lives.reading.places import read_place

_WORD = re.compile(r"[^\W_]+")

Maker = Callable[[str, str], tuple[str, ...]]


def words_of(value: str) -> tuple[str, ...]:
    """Return the distinct words of a value in order, in small letters."""
    return tuple(dict.fromkeys(_WORD.findall(value.casefold())))


def sounds_of(value: str) -> tuple[str, ...]:
    """Return the distinct words of a value in order, each by its consonants.

    >>> sounds_of("Тульская губ., Сухое") == sounds_of("Tulskaja Gub., Suchoje")
    True
    """
    return tuple(dict.fromkeys(map(_heard, words_of(value))))


# As many as a long list has names: several keys begin with the same consonants.
_heard = lru_cache(maxsize=262_144)(consonants)


def _same(value: str, _: str) -> tuple[str, ...]:
    return (value,)


def _begins(value: str, count: str) -> tuple[str, ...]:
    return (value[: int(count)],) if len(value) >= int(count) else ()


def _ends(value: str, count: str) -> tuple[str, ...]:
    return (value[-int(count) :],) if len(value) >= int(count) else ()


def _before(value: str, sign: str) -> tuple[str, ...]:
    return (value.partition(sign)[0].strip(),)


def _initial(value: str, _: str) -> tuple[str, ...]:
    plain = plain_latin(value)
    return (plain[:1],) if plain else ()


def _year(value: str, _: str) -> tuple[str, ...]:
    """Return the year in which each date begins."""
    return tuple(dict.fromkeys(one[:4] for one in value.split() if one[:4].isdigit()))


def _day(value: str, _: str) -> tuple[str, ...]:
    """Return each date that is a day."""
    return tuple(one for one in value.split() if len(one) == len("1937-01-30"))


def _without_one(value: str, _: str) -> tuple[str, ...]:
    """Return it whole, and with each letter left out in turn: two slips apart meet."""
    shorter = (value[:i] + value[i + 1 :] for i in range(len(value)))
    return tuple(dict.fromkeys((value, *shorter)))  # in order: numbers follow it


def _word(value: str, _: str) -> tuple[str, ...]:
    return words_of(value)


def _pair(value: str, _: str) -> tuple[str, ...]:
    words = sorted(words_of(value))
    return tuple(f"{a} {b}" for i, a in enumerate(words) for b in words[i + 1 :])


def _consonants(value: str, some: str) -> tuple[str, ...]:
    """Return the key of consonants, or its first signs; the last if below 0."""
    key = _heard(value)
    if not some:
        return (key,)
    count = int(some)
    return (key[:count] if count > 0 else key[count:],)


def _sound(value: str, _: str) -> tuple[str, ...]:
    return (skeleton(value),)


def _surname(value: str, _: str) -> tuple[str, ...]:
    return surname_keys(value)


def _given(value: str, _: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given_keys(value)))


def _father(value: str, _: str) -> tuple[str, ...]:
    return father_keys(value) if len(value) > 1 else ()


def _letter(value: str, _: str) -> tuple[str, ...]:
    return (letter(value),)


def _place(value: str, _: str) -> tuple[str, ...]:
    """Return the records of a place and of what it lies in, and names without one."""
    found: dict[str, None] = {}
    for part in read_place(value).parts:
        if part.place is None:
            found[part.name.casefold()] = None
            continue
        around = (*(span.what for span in part.place.within), *part.place.covers)
        found |= dict.fromkeys((part.place.id, *around))
    return tuple(found)


_MAKERS: dict[str, Maker] = {
    "same": _same,
    "begins": _begins,
    "ends": _ends,
    "before": _before,
    "initial": _initial,
    "year": _year,
    "day": _day,
    "without-one": _without_one,
    "word": _word,
    "sounds": lambda value, _: sounds_of(value),
    "pair": _pair,
    "sound": _sound,
    "consonants": _consonants,
    "surname": _surname,
    "given": _given,
    "father": _father,
    "letter": _letter,
    "place": _place,
}

KEYS = frozenset(_MAKERS)


def make_keys(values: Sequence[str], name: str, argument: str) -> list[tuple[str, ...]]:
    """Make one kind of key, one of `KEYS`, for each value."""
    return [_MAKERS[name](value, argument) for value in values]
