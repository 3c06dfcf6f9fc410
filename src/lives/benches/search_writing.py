"""How names are misspelt, and written in Latin letters, for the bench of name search.

The tables are this module's own: what is measured must not be the inverse of what
measures.
"""

import random

_LATIN = {
    "English": """а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p
        р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya""",
    "library": """а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p
        р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь ' э e ю iu я ia""",
    "German": """а a б b в w г g д d е e ё jo ж sch з s и i й j к k л l м m н n о o п p
        р r с s т t у u ф f х ch ц z ч tsch ш sch щ schtsch ъ - ы y ь - э e ю ju
        я ja""",
    "French": """а a б b в v г g д d е e ё io ж j з z и i й ï к k л l м m н n о o п p
        р r с s т t у ou ф f х kh ц ts ч tch ш ch щ chtch ъ - ы y ь - э e ю iou я ia""",
    "Polish": """а a б b в w г g д d е ie ё io ж ż з z и i й j к k л ł м m н n о o п p
        р r с s т t у u ф f х ch ц c ч cz ш sz щ szcz ъ - ы y ь - э e ю ju я ja""",
    "scholarly": """а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p
        р r с s т t у u ф f х x ц c ч č ш š щ šč ъ - ы y ь ' э è ю ju я ja""",
    "popular": """а a б b в v г g д d е e ё e ж j з z и i й i к k л l м m н n о o п p
        р r с ss т t у oo ф f х h ц tz ч tch ш sh щ sch ъ - ы i ь - э e ю yu я ya""",
}
_TABLES = {
    manner: {
        letter: "" if latin == "-" else latin
        for letter, latin in zip(row.split()[::2], row.split()[1::2], strict=True)
    }
    for manner, row in _LATIN.items()
}
TRADITIONS = tuple(_TABLES)
# What a language does with whole endings; the first that fits.
_LAST = {
    "English": {"ский": "sky", "ий": "y"},
    "German": {"ов": "ow", "ев": "jew", "ский": "ski", "ий": "i"},
    "French": {"ин": "ine", "ский": "ski", "ий": "i"},
    "Polish": {"ский": "ski", "ий": "ij", "ская": "ska"},
    "popular": {"ов": "off", "ев": "eff", "ский": "sky", "ий": "y", "ич": "itch"},
}
_VOWELS = "аеёиоуыэюя"


def latin(word: str, manner: str) -> str:
    """Write a Cyrillic word in Latin letters as writers of one manner would.

    >>> latin("Жаров", "German"), latin("Щегушков", "popular")
    ('Scharow', 'Schegooshkoff')
    """
    lower, table = word.lower(), _TABLES[manner]
    for ending, written in _LAST.get(manner, {}).items():
        if lower.endswith(ending):
            lower = lower.removesuffix(ending)
            return (_letters(lower, manner, table) + written).capitalize()
    return _letters(lower, manner, table).capitalize()


def _letters(lower: str, manner: str, table: dict[str, str]) -> str:
    out = []
    for at, letter in enumerate(lower):
        before = lower[at - 1] if at else ""
        after = lower[at + 1 : at + 2]
        written = table.get(letter, letter)
        if manner == "popular" and letter == "с":
            # Doubled between vowels only, as the French do.
            both = before in _VOWELS and after in _VOWELS and before and after
            written = "ss" if both else "s"
        elif manner == "Polish" and letter == "е" and before in "жшщчцлкг" and before:
            written = "e"
        elif manner == "Polish" and letter == "л" and after and after in "еёиюяь":
            written = "l"
        elif manner in {"English", "German"} and letter == "е" and not before:
            written = "ye" if manner == "English" else "je"
        out.append(written)
    return "".join(out)


_KEYBOARDS = ("йцукенгшщзхъ фывапролджэ ячсмитьбю", "qwertyuiop asdfghjkl zxcvbnm")


def slip(word: str, chance: random.Random) -> str:
    """Mistype one letter: another key, one too few, doubled, or two exchanged.

    >>> slip("Жаров", random.Random(1))
    'Жаро'
    """
    kind, at = chance.randrange(4), chance.randrange(len(word))
    if kind == 0:
        return _case(
            word, word[:at] + _beside(word[at].lower(), chance) + word[at + 1 :]
        )
    if kind == 1:
        return _case(word, word[:at] + word[at + 1 :])
    if kind == 2:  # noqa: PLR2004  # the third of four
        return _case(word, word[: at + 1] + word[at:])
    at = min(at, len(word) - 2)
    return _case(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def _case(word: str, mistyped: str) -> str:
    return mistyped.capitalize() if word[0].isupper() else mistyped


def _beside(letter: str, chance: random.Random) -> str:
    for row in (row for board in _KEYBOARDS for row in board.split()):
        if letter in row:
            at = row.index(letter)
            return chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return chance.choice("aei" if letter < "а" else "аеи")
