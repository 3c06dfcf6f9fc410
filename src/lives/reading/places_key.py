"""Names of places made comparable: one key for what is only written differently."""

import re
import unicodedata
from functools import lru_cache

from lives.reading.names_scripts import cyrillic, plain_latin

_GAP = re.compile(r"[\s\-\u2010-\u2015.,/]+")
_NOISE = re.compile(r"[«»\"'’ʹʺ`“”„()]")
# What English and German writers spell in more than one way.
_LATIN = (
    ("tsch", "ch"), ("sch", "sh"), ("yy", "y"), ("iy", "y"), ("ij", "y"), ("ii", "y"),
    ("ye", "e"), ("yo", "e"), ("ie", "e"), ("kh", "h"), ("ju", "yu"), ("ja", "ya"),
    ("ia", "ya"), ("w", "v"), ("ey", "ei"), ("ay", "ai"), ("oy", "oi"),
)  # fmt: skip
_DOUBLED = re.compile(r"(\w)\1+")
_ENDING = re.compile(
    r"(?:ская|ской|скую|ский|ского|скому|ском|цкая|цкой|цкую|цкий|цкого|цком|цкому|"
    r"ная|ной|ную|ный|ного|ном|няя|ней|ская|ай|ой|ая|ую|ий|ый|ого|его|ому|ему|ом|ем)$"
)


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Make the key of a name.

    >>> key("Усть-Каменогорск") == key("Усть Каменогорск"), key("Орёл")
    (True, 'орел')
    >>> key("Ekaterinburg") == key("Yekaterinburg"), key("Łódź"), key("Brest-Litovsk")
    (True, 'lodz', 'brest litovsk')
    """
    words = _GAP.sub(" ", _NOISE.sub("", name.casefold())).strip()
    if cyrillic(words):
        return words.replace("ё", "е").replace("ѣ", "е").replace("i", "и")
    return " ".join(_latin(word) for word in words.split())


def _latin(word: str) -> str:
    folded = unicodedata.normalize("NFC", word)
    plain = folded if folded.isascii() else plain_latin(folded)
    for written, meant in _LATIN:
        plain = plain.replace(written, meant)
    return plain


@lru_cache(maxsize=65_536)
def stem(adjective: str) -> str:
    """Return what all cases of an adjective of a place have in common, as a key.

    >>> stem("Курская") == stem("Курской") == stem("Курского"), stem("Тверской")
    (True, 'тверск')
    >>> stem("Область")
    ''
    """
    folded = key(adjective)
    head, _, last = folded.rpartition(" ")
    found = _ENDING.search(last)
    if found is None or found.start() == 0:
        return ""
    ending = found.group()
    hard = ending[:2] if ending[:2] in {"ск", "цк"} else ending[:1] * (ending[0] == "н")
    # "Нижне-Ломовский" and "Нижнеломовский", "Туккумский" and "Тукумский" are one.
    whole = f"{head}{last[: found.start()]}{hard}".replace(" ", "")
    return _DOUBLED.sub(r"\1", whole)
