"""Latin spellings brought back to Cyrillic letters, by tradition, as far as one can.

Most traditions lose something: a German "sch" is ш or ж, an English "y" is й or ы, and
the soft sign is often not written. So a spelling has several readings; every one that
is returned is written in that very way by its tradition. They are ordered by how usual
their letters are beside each other in names.
"""

import math
from collections import Counter
from functools import cache
from itertools import pairwise

from lives.reading.names_given import lines_of
from lives.reading.names_scripts import cyrillic
from lives.reading.names_traditions import letter_tables, plain_letters, romanised

_MOST = 200  # readings of a beginning that are followed further
_SURNAMES = "ов ова ев ева ин ина ский ская енко ьев ович".split(" ")  # noqa: SIM905
_SOFTENED = "лнтсдзрмвк"
_VOWELS = "аеёиоуыэюя"
_UNSEEN = -7.0
_RARE = 1.5  # what a letter that writers seldom write costs, in natural logarithms


def cyrillic_forms(word: str, tradition: str, most: int = 5) -> tuple[str, ...]:
    """Return the Cyrillic words that a tradition writes as this word.

    Args:
        word: One word in Latin letters, with or without its marks.
        tradition: One of `lives.reading.names_traditions.traditions`.
        most: How many to return.

    Returns:
        The likeliest first, in the word's capitals; () if no word is written so.

    Raises:
        KeyError: There is no such tradition.

    >>> "Ежов" in cyrillic_forms("Jeschow", "german")
    True
    >>> cyrillic_forms("Jeschow", "popular")
    ()
    """
    plain = plain_letters(word)
    marked = plain != word.lower() and not word.isascii()
    found = [
        reading
        for reading in _readings(plain, tradition)
        if _writes(reading, tradition, word.lower() if marked else plain, marked=marked)
    ]
    ranked = sorted(
        dict.fromkeys(found), key=lambda reading: (-_usual(reading), reading)
    )
    return tuple(_as(reading, word) for reading in ranked[:most])


def likely_traditions(word: str) -> tuple[str, ...]:
    """Return the traditions in which a Latin word can be a Russian name.

    The one whose reading has the most usual letters comes first.

    >>> likely_traditions("Jeschow")
    ('german', 'polish')
    """
    found: dict[str, float] = {}
    for tradition in letter_tables():
        forms = cyrillic_forms(word, tradition, 1)
        if forms:
            found[tradition] = _usual(forms[0].lower())
    return tuple(sorted(found, key=lambda name: -found[name]))


def _writes(reading: str, tradition: str, word: str, *, marked: bool) -> bool:
    written = romanised(reading, tradition)
    return (written if marked else plain_letters(written)) == word


def _readings(plain: str, tradition: str) -> list[str]:
    """Return what may stand behind plain letters, without a look at contexts."""
    pieces = _pieces(tradition)
    begun: list[list[str]] = [[] for _ in range(len(plain) + 1)]
    begun[0] = [""]
    for at in range(len(plain)):
        beginnings = sorted(begun[at], key=lambda b: -_usual(b, ended=False))[:_MOST]
        for length, found in pieces.items():
            letters = found.get(plain[at : at + length], ())
            if at + length <= len(plain):
                begun[at + length] += [b + x for b in beginnings for x in letters]
    return sorted(begun[-1], key=lambda b: -_usual(b))[:_MOST]


@cache
def _pieces(tradition: str) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return what Latin groups may stand for, by their length."""
    found: dict[int, dict[str, set[str]]] = {}
    silent = set()
    for letter, latin in letter_tables()[tradition]:
        plain = plain_letters(latin)
        if plain:
            found.setdefault(len(plain), {}).setdefault(plain, set()).add(letter)
        else:
            silent.add(letter)
    for groups in found.values():
        for letters in groups.values():
            if "ь" in silent:
                letters.update({x + "ь" for x in letters if x in _SOFTENED})
    return {
        length: {plain: tuple(sorted(letters)) for plain, letters in groups.items()}
        for length, groups in found.items()
    }


@cache
def _pairs() -> dict[tuple[str, str], float]:
    """Return how usual two letters are beside each other, as logarithms."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, *names in lines_of("given_name_groups.txt"):
        for name in {n.lower() for n in names if cyrillic(n)}:
            stem = name.rstrip(_VOWELS + "йь")
            for form in (name, *(stem + ending for ending in _SURNAMES)):
                counts.update(pairwise(f"^{form}$"))
    firsts: Counter[str] = Counter()
    for (first, _), count in counts.items():
        firsts[first] += count
    return {
        pair: math.log((count + 0.5) / (firsts[pair[0]] + 20))
        for pair, count in counts.items()
    }


def _usual(reading: str, *, ended: bool = True) -> float:
    pairs = _pairs()
    text = f"^{reading}$" if ended else f"^{reading}"
    likely = sum(pairs.get(pair, _UNSEEN) for pair in pairwise(text))
    return likely - _RARE * sum(reading.count(letter) for letter in "ъэё")


def _as(reading: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return reading.upper()
    return reading.capitalize() if word[:1].isupper() else reading
