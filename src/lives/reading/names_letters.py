"""Letters of one script that stand among those of another which look the same.

Lists were typed, scanned and typed again; a Latin H at the head of a Russian name is no
letter that anybody meant. The words stay as they are written, only a name read from
them has the letters that were meant.
"""

import re

_LATIN = "AaBCcEeHKkMOoPpTXxYyIi"
_CYRILLIC = "АаВСсЕеНКкМОоРрТХхУуІі"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_IS_LATIN = re.compile("[A-Za-z]")
_IS_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile("[IVXLCDM]{2,}")


def meant(name: str) -> str:
    """Return a name with the letters that were meant.

    >>> meant("Hиколай Петpов"), meant("Nikоlai")  # a Latin H and p; a Cyrillic o
    ('Николай Петров', 'Nikolai')
    >>> meant("A. Орлов"), meant("Николай II"), meant("Anna")
    ('А. Орлов', 'Николай II', 'Anna')
    """
    if not (_IS_LATIN.search(name) and _IS_CYRILLIC.search(name)):
        return name
    return _WORD.sub(lambda found: _word(found.group()), name)


def _word(word: str) -> str:
    if not _IS_LATIN.search(word) or _NUMERAL.fullmatch(word):
        return word
    cyrillic = word.translate(_TO_CYRILLIC)
    if not _IS_LATIN.search(cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return word if _IS_CYRILLIC.search(latin) else latin
