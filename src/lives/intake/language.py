"""The language of a text, where nobody tells it: by its script and smallest words."""

import re
from functools import cache
from typing import Final

from lives import packaged

LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47

_SAMPLE = 50_000  # characters; more do not change the answer
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_SHARE = 0.5  # of the letters; quotations in another script are common
_FEWEST = 0.08  # share of small words; lists of names in Latin letters stay below


@cache
def _small_words() -> dict[str, frozenset[str]]:
    lines = map(str.split, packaged.lines("lives.intake", "data/small_words.txt"))
    return {line[0]: frozenset(line[1:]) for line in lines}


def language_of(text: str) -> str:
    """Return ``ru``, ``en``, ``de``, ``fr``, ``it`` or, where nothing tells, "".

    >>> language_of("He was arrested in the spring of 1937 and sent to the north.")
    'en'
    >>> language_of("Арестован в марте 1937 г.")
    'ru'
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = sum(map(len, words))
    if not letters:
        return ""
    cyrillic = sum(len(_CYRILLIC.findall(word)) for word in words)
    if cyrillic > _CYRILLIC_SHARE * letters:
        return "ru"
    counts = {
        language: sum(word in small for word in words)
        for language, small in _small_words().items()
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _FEWEST * len(words) else ""
