"""How alike two words of names are, whatever letters and tradition they are written in.

The Cyrillic of two words is written forward in every tradition and compared there by
Levenshtein's distance (V. I. Levenshtein 1965; computed as G. Myers 1999 does, bits of
an integer standing for a column).
"""

import re
from enum import StrEnum
from functools import lru_cache
from itertools import product

from lives.reading.names_given import is_given_name, russian_forms, same_given
from lives.reading.names_scripts import cyrillic, romanise
from lives.reading.names_sound import skeletons
from lives.reading.names_traditions import consonant_readings, latin_forms
from lives.reading.names_written import is_initial

_SHORT, _LONG = 4, 8  # letters from which one slip, and two slips, are allowed
_LONG_ACROSS = 7  # the same between two scripts, where traditions blur
_BLURRED = 0.6  # how alike words of one key of consonants must be, to be one by a slip
_FEMALE = re.compile(
    r"(?P<ov>[оеё]в|[иы]н|[oe][vw]|ë[vw]|[iy]n)[аa]$|(?P<sk>[сц]к|sk|ck|tsk|zk)"
    r"(?:ая|aya|aja|aia|aïa|a)$|(?P<kk>[сц]ьк)а$|(?P<oy>[нтрмлвд])ая$"
)
_MALE_SK = re.compile(r"([сц]к|sk|ck|tsk|zk)(?:ий|ой|iy|ij|ii|yi|i|y|y?j)$|([сц]ьк)ий$")
_MALE_OY = re.compile(r"([нтрмлвд])(?:ый|ой|ій)$")


class Level(StrEnum):
    """How a part of one name compares to that of another: `data/name_levels.toml`."""

    LETTERS = "letters"
    ROMANISATION = "romanisation"
    SLIP = "slip"
    GENDER_FORM = "gender_form"
    PART = "part"
    MARRIED = "married"
    INITIAL = "initial"
    DIMINUTIVE = "diminutive"
    TRANSLATED = "translated"
    NONE = "none"
    DIFFERS = "differs"


def edits(one: str, two: str) -> int:
    """Return Levenshtein's distance of two words.

    >>> edits("orlov", "arlow"), edits("", "abc")
    (2, 3)
    """
    if not one or not two:
        return len(one) + len(two)
    where: dict[str, int] = {}
    for at, letter in enumerate(one):
        where[letter] = where.get(letter, 0) | 1 << at
    mask, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    plus, minus, distance = mask, 0, len(one)
    for letter in two:
        equal = where.get(letter, 0)
        vertical = equal | minus
        diagonal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | ~(diagonal | plus)
        down = plus & diagonal
        distance += bool(up & last) - bool(down & last)
        up = (up << 1) | 1
        plus = ((down << 1) | ~(vertical | up)) & mask
        minus = up & vertical & mask
    return distance


@lru_cache(maxsize=65_536)
def spellings(word: str) -> tuple[str, ...]:
    """Return the plain spellings of a word; its own letters if no tradition has it."""
    low = word.lower()
    found = latin_forms("".join(c for c in low if c.isalpha()))
    return found or ("".join(c for c in low if c.isalnum()),)


def closeness(one: str, two: str) -> tuple[float, int]:
    """Return how alike two words are at best, 0 to 1, and by how many letters not."""
    ours, theirs = spellings(one), spellings(two)
    if cyrillic(one) and cyrillic(two):  # each as it stands
        ours, theirs = (_plain(one),), (_plain(two),)
    best, least = 0.0, max(len(one), len(two))
    for a, b in product(ours, theirs):
        longest = max(len(a), len(b))
        if not longest or abs(len(a) - len(b)) >= longest * (1 - best):
            continue
        distance = _slips(a, b)
        like = 1 - distance / longest
        if like > best:
            best, least = like, distance
    return best, least


def _slips(one: str, two: str) -> int:
    """Return the distance of two words, two letters changing places being one slip."""
    distance = edits(one, two)
    if distance != 2 or len(one) != len(two):  # noqa: PLR2004  # as letters are counted
        return distance
    odd = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    first, last = odd[0], odd[-1]
    changed = last == first + 1 and one[first : last + 1] == two[last] + two[first]
    return 1 if changed else distance


def _plain(word: str) -> str:
    return "".join(c for c in word.lower().replace("ё", "е") if c.isalpha())


@lru_cache(maxsize=262_144)
def alike(one: str, two: str) -> tuple[Level, float]:
    """Compare two words: as letters, traditions, slips.

    Returns:
        LETTERS, ROMANISATION, SLIP or DIFFERS, and how alike they are, 0 to 1.

    >>> alike("Жаров", "Jarov"), alike("Громов", "Гронов")[0]
    ((<Level.ROMANISATION: 'romanisation'>, 1.0), <Level.SLIP: 'slip'>)
    """
    plain, other = _plain(one), _plain(two)
    if plain == other and (plain or one == two):
        return Level.LETTERS, 1.0
    like, distance = closeness(one, two)
    across = cyrillic(one) != cyrillic(two)
    if across or not cyrillic(one):
        sound = set(skeletons(one)) & set(skeletons(two))
        if like == 1.0 or (sound and len(min(sound, key=len)) > 1):
            return Level.ROMANISATION, max(like, 0.9)
    shorter = min(len(plain), len(other))
    allowed = (shorter >= _SHORT) + (shorter >= (_LONG_ACROSS if across else _LONG))
    if distance <= allowed:
        return Level.SLIP, like
    keys = set(consonant_readings(one)) & set(consonant_readings(two))
    blurred = across and like >= _BLURRED and shorter >= _SHORT
    if blurred and any(len(key) > 1 for key in keys):
        return Level.SLIP, like
    return Level.DIFFERS, like


def masculine(surname: str) -> tuple[str, bool]:
    """Return a surname without the ending that tells a gender, and whether a woman's.

    >>> masculine("Громова"), masculine("Луцкая"), masculine("Luckij")
    (('громов', True), ('луцк', True), ('luck', False))
    """
    low = surname.lower()
    found = _FEMALE.search(low)
    if found:
        return low[: found.start()] + (found[found.lastgroup or 0] or ""), True
    for pattern in (_MALE_SK, _MALE_OY):
        if found := pattern.search(low):
            return low[: found.start()] + (found[1] or found[2] or ""), False
    return low, False


@lru_cache(maxsize=262_144)
def alike_surnames(one: str, two: str) -> tuple[Level, float]:
    """Compare two surnames: as words, and as a man's and a woman's form."""
    (ours, female), (theirs, other) = masculine(one), masculine(two)
    if female == other:
        return alike(one, two)
    level, like = alike(ours, theirs)
    if level in {Level.LETTERS, Level.ROMANISATION}:
        return Level.GENDER_FORM, like
    return (Level.SLIP, like * 0.9) if level is Level.SLIP else alike(one, two)


@lru_cache(maxsize=262_144)
def alike_given(one: str, two: str) -> tuple[Level, float]:
    """Compare two given names, or a given name and an initial."""
    if _initial(one) or _initial(two):
        agree = bool(_firsts(one) & _firsts(two)) or _by_translation(one, two)
        return (Level.INITIAL, 1.0) if agree else (Level.DIFFERS, 0.0)
    level, like = alike(one, two)
    if level in {Level.LETTERS, Level.ROMANISATION}:
        return level, like
    if reason := same_given(one, two):
        short = "short for" in reason
        return (Level.DIMINUTIVE if short else Level.TRANSLATED), max(like, 0.9)
    both_known = is_given_name(one) and is_given_name(two)
    if level is Level.SLIP and both_known and not _one_known(one, two):
        return Level.DIFFERS, like
    return level, like


def _by_translation(one: str, two: str) -> bool:
    """Tell whether a Russian initial is that of a Latin name: И. and Josef."""
    if cyrillic(one) == cyrillic(two):
        return False
    russian, latin = (one, two) if cyrillic(one) else (two, one)
    forms = russian_forms(latin) if _initial(russian) else ()
    return any(form.startswith(russian[:1].upper()) for form in forms)


def _initial(word: str) -> bool:
    """Tell whether a word is an initial, as a parsed name has it: "Н", "SCH"."""
    return word.isupper() and is_initial(f"{word.capitalize()}.")


def _one_known(one: str, two: str) -> bool:
    """Tell whether two known names sound as one: spellings that no list joins."""
    return bool(set(skeletons(one)) & set(skeletons(two)))


def _firsts(word: str) -> set[str]:
    """Return the letters a name begins with, as traditions write it."""
    first = "".join(c for c in word.lower() if c.isalpha())
    letters = {form[0] for form in spellings(first) if form}
    if cyrillic(first) and first:
        letters |= {romanise(first)[:1], romanise(first[0])[:1]}
    if first[:1] == "j" and len(first) == 1:
        letters |= {"i", "y"}
    return letters - {""}
