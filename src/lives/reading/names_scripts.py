"""Letters of other scripts in Latin ones, in more than one manner."""

import re
import unicodedata
from functools import lru_cache

# The manner of English newspapers and of most memoirs in English.
_POPULAR = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh",
    "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѣ": "e", "ѳ": "f",
}  # fmt: skip
# The manner of libraries (Library of Congress, without its ligatures).
_SCHOLARLY = _POPULAR | {
    "ё": "e", "й": "i", "ю": "iu", "я": "ia", "ь": "ʹ", "ъ": "ʺ", "ї": "i", "є": "ie",
}  # fmt: skip
_GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t",
    "ი": "i", "კ": "k", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh",
    "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q",
    "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh",
    "ჯ": "j", "ჰ": "h",
}  # fmt: skip
# Letters that Unicode does not take apart into a base and a mark.
_LATIN = {
    "ł": "l", "ø": "o", "đ": "dj", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ð": "d", "ı": "i", "ə": "a", "ʹ": "", "ʺ": "",
}  # fmt: skip
# Marks that change which sound a letter has, rather than its stress or length.
_HUSHING = {
    "š": "sh", "ś": "s", "č": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ź": "z",
    "ş": "sh", "ș": "sh", "ç": "s", "ř": "rzh", "ě": "e", "ň": "n", "ğ": "g",
    "ц̌": "ts", "ţ": "ts", "ț": "ts", "ǧ": "g",
}  # fmt: skip
_ENDINGS = {"ский": "sky", "цкий": "tsky", "ий": "y", "ый": "y"}
_YE = re.compile(r"(?:(?<=^)|(?<=[аеёиоуыэюяъьАЕЁИОУЫЭЮЯЪЬ]))[еЕ]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65_536)
def cyrillic(text: str) -> bool:
    """Tell whether any letter is Cyrillic."""
    return any("Ѐ" <= letter <= "ӿ" for letter in text)


@lru_cache(maxsize=65_536)
def romanise(text: str) -> str:
    """Write Cyrillic and Georgian letters in the popular English manner.

    >>> romanise("Лев Раковский"), romanise("Ежов"), romanise("Алексеев Юрий")
    ('Lev Rakovsky', 'Yezhov', 'Alekseyev Yury')
    """
    return _WORD.sub(lambda match: _popular(match.group()), text)


def romanise_scholarly(text: str) -> str:
    """Write Cyrillic and Georgian letters in the manner of libraries.

    >>> romanise_scholarly("Раковский Ежов Юрий")
    'Rakovskii Ezhov Iurii'
    """
    return _letters(text, _SCHOLARLY)


def plain_latin(word: str) -> str:
    """Lower a word and write it in the 26 letters, hushing sounds as English does.

    >>> plain_latin("Dzierżyński"), plain_latin("Şükrü"), plain_latin("ჯუღაშვილი")
    ('dzierzhynski', 'shukru', 'jughashvili')
    """
    lower = _letters(word.lower(), _POPULAR)
    spelled = "".join(_HUSHING.get(c, _LATIN.get(c, c)) for c in lower)
    apart = unicodedata.normalize("NFD", spelled)
    return "".join(c for c in apart if c.isascii() and c.isalpha())


def _popular(word: str) -> str:
    ending = next((their for their in _ENDINGS if word.lower().endswith(their)), "")
    stem = word[: len(word) - len(ending)]
    # A word that begins with е, or has it after a vowel or a sign, says "ye".
    iotated = _YE.sub(lambda match: "Є" if match.group() == "Е" else "є", stem)
    ours = _ENDINGS.get(ending, "")
    shouting = len(word) > 1 and word.isupper()
    return _letters(iotated, _POPULAR) + (ours.upper() if shouting else ours)


def _letters(text: str, table: dict[str, str]) -> str:
    out: list[str] = []
    for i, c in enumerate(text):
        lower = c.lower()
        latin = table.get(lower, _GEORGIAN.get(lower))
        if latin is None:
            out.append(c)
        elif c == lower:
            out.append(latin)
        else:
            shouting = len(text) > 1 and text[i - 1 : i + 2].isupper()
            out.append(latin.upper() if shouting else latin.capitalize())
    return "".join(out)
