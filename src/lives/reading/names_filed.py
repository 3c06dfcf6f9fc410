"""Words of names, and the keys under which the pages of a memorial file them.

What finds a name must find it however it is spelled: by its sound, by its sound with
one slip, by its beginning. An archive files more (`names_likeness`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from lives.reading.names_letters import meant
from lives.reading.names_scripts import plain_latin
from lives.reading.names_sound import skeletons
from lives.reading.names_traditions import latin_forms

SHORTEST_START = 3  # letters by whose beginning a word is found
_WORD = re.compile(r"[^\W\d_]+")
_ASKED = re.compile(r"(?:[^\W\d_]|\*)+")
_MARKS = re.compile("[\u0300-\u036f\ufe20-\ufe2f]")  # ties of libraries, stress
_DOTTED = re.compile(r"\b([A-Za-z]{2,5})\.")
_CYRILLIC = "жхцчшщёюяе"  # letters for which several are written
_INSIDE_WORDS = str.maketrans("", "", "'’ʼʹʺ`´")
_SHORTEST_SLIP = 5  # sounds: of shorter words too many are one slip away


def name_words(text: str) -> list[str]:
    """Split a name into its words, in lower case.

    >>> name_words("И.Н. Смирнов (Ter-Il'in)")
    ['и', 'н', 'смирнов', 'ter', 'ilin']
    """
    plain = unicodedata.normalize("NFC", text).translate(_INSIDE_WORDS)
    return [word.lower() for word in _WORD.findall(plain)]


def filed_words(name: str) -> list[str]:
    """Split a name into its words; an initial of several Latin letters is one letter.

    >>> filed_words("Kh. G. Rakovsky"), filed_words("I\u0361Akov Kho")
    (['х', 'g', 'rakovsky'], ['iakov', 'kho'])
    """
    return name_words(_plainer(name))


def _plainer(text: str) -> str:
    """Leave out marks that no letter has of itself, and join initials."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFC", text))
    if "." not in text:
        return text
    return _DOTTED.sub(lambda m: _letters().get(m[1].lower(), m[1]) + ".", text)


@cache
def _letters() -> dict[str, str]:
    """Map what traditions write for one Cyrillic letter to it: kh, tsch, ju."""
    every = [(letter, latin_forms(letter)) for letter in _CYRILLIC]
    most = max(len(forms) for _, forms in every)
    # The first traditions are the most frequent: what is ambiguous is read as by them.
    return {
        forms[at]: letter
        for at in reversed(range(most))
        for letter, forms in every
        if at < len(forms) and len(forms[at]) > 1
    }


def asked_words(query: str) -> list[str]:
    """Split what is asked for into its words; ``*`` in one stands for any letters.

    A word is asked for once, an initial as often as it stands there. A letter of
    another script within a word, that only looks like the one meant, is that one.

    >>> asked_words("Труба* И.И. * *швили труба*"), asked_words("Smilgа")
    (['труба*', 'и', 'и', '*швили'], ['smilga'])
    """
    plain = unicodedata.normalize("NFC", _plainer(query))
    plain = plain.translate(_INSIDE_WORDS)
    words = [meant(word).lower() for word in _ASKED.findall(plain) if word.strip("*")]
    return [w for at, w in enumerate(words) if len(w) == 1 or w not in words[:at]]


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[str, ...]:
    """Return the skeletons of a word, of those that have any sound."""
    return tuple(s for s in skeletons(word) if s)


@lru_cache(maxsize=65536)
def slips(sound: str) -> frozenset[str]:
    """Return a skeleton with one sound left out, in every way; none of a short one."""
    if len(sound) < _SHORTEST_SLIP:
        return frozenset()
    return frozenset(sound[:i] + sound[i + 1 :] for i in range(len(sound)))


def keys(word: str) -> Iterator[str]:
    """Yield the keys under which a word of a name is filed.

    ``=`` and the sound, ``-`` and the sound with one slip, ``^`` and the beginning.
    """
    for sound in sounds(word):
        yield f"={sound}"
        for slip in sorted({sound} | slips(sound)) if slips(sound) else ():
            yield f"-{slip}"
    plain = plain_latin(word)
    if len(plain) >= SHORTEST_START:
        yield f"^{plain[:SHORTEST_START]}"
