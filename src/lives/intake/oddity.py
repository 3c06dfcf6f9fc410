"""How little a text looks like writing: what tells a right table from a wrong one."""

import re
import unicodedata
from typing import Final

SAMPLE: Final = 100_000  # characters looked at; whole books would take seconds
WORD: Final = re.compile(r"[^\W\d_]+")

_COMMON = frozenset("оеаинтсрвл")  # two thirds of the letters of a Russian text
_COMMON_SHARE = 0.4  # the least of them that writing has
_LETTERS = 20  # fewer do not tell
_STRANGE_WORD = 4  # no word in Latin letters has so many with marks and no other
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_APART = re.compile("[\u2500-\u259f¤€]")  # frames of tables, currencies
_FLIP = re.compile(r"[^\W\d_A-ZА-ЯЁ][A-ZА-ЯЁ]")
_MARKS_OF_PROSE = frozenset("«»„“”‘’‚‹›–—―…№°§©®•·¶†‡×±½¼¾²³£¬¨´¡¿ªº ¸¦™‰")
# What one Cyrillic table makes of another's capitals: signs that begin no word.
_NO_CAPITAL = re.compile(r"(?<![^\W\d_])[¬»—√≈…ƒ][а-яё]")
_WITHIN = re.compile(r"(?<=[^\W\d_])[®©£†•§¶°±¬„«»](?=[^\W\d_])")  # no word has these
_LINES = frozenset("─═")
_SCRIPTS = (  # first and last code point
    (0x41, 0x24F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x530, 0x58F),
    (0x590, 0x5FF),
    (0x600, 0x6FF),
    (0x10A0, 0x10FF),
)


def strangeness(text: str) -> float:
    """Tell how little a text looks like writing, by its words and by its letters.

    Some wrong tables keep words whole: what was written for one and is read by
    another then has all letters of Russian, each as often as it should not be.

    >>> told = "Арестован в марте 1937 года и сослан на север"
    >>> wrong = "Р№хёђютрэ т ьр№ђх 1937 уюфр ш ёюёырэ эр ёхтх№"
    >>> strangeness(told) < 0.02 < 0.08 < strangeness(wrong)
    True
    """
    letters = _CYRILLIC.findall(text[:SAMPLE].lower())
    unlikely = 0.0
    if len(letters) >= _LETTERS:
        common = sum(letter in _COMMON for letter in letters) / len(letters)
        unlikely = max(0.0, _COMMON_SHARE - common)
    return oddity(text) + unlikely


def oddity(text: str) -> float:
    """Tell how little a text looks like writing: 0 for prose, above 0.2 for rubbish.

    Looks at what a wrong eight-bit table does: capitals inside words, two scripts in
    one word, signs that no prose uses. Counted in odd characters for each character
    beyond ASCII.

    >>> oddity("Иванов, арестован") < 0.02 < 0.2 < oddity("хБЮМНБ, ЮПЕЯРНБЮМ")
    True
    """
    sample = text[:SAMPLE]
    beyond = sum(1 for c in sample if c > "\x7f")
    odd = 2 * (len(_NO_CAPITAL.findall(sample)) + len(_WITHIN.findall(sample)))
    for match in WORD.finditer(sample):
        word = match.group()
        if not word.isascii() and (
            _FLIP.search(word) or len(scripts(word)) != 1 or _unheard_of(word)
        ):
            odd += len(word)
    for place, c in enumerate(sample):
        if c < " " and c not in "\t\n\r\f":
            odd, beyond = odd + 5, beyond + 1  # a control character is telling
        elif c > "\x7f" and not c.isalpha() and c not in _MARKS_OF_PROSE:
            lawful = unicodedata.combining(c) or _apart(sample, place)
            odd += 0 if lawful else 1
    return odd / beyond if beyond else 0.0


def _unheard_of(word: str) -> bool:
    """Tell whether it is one that Latin tables make of Cyrillic: letters with marks."""
    return len(word) >= _STRANGE_WORD and all("\x7f" < c < "\u0250" for c in word)


def _apart(text: str, place: int) -> bool:
    """Tell whether a sign draws a frame or names a currency, and is no letter lost."""
    if not _APART.match(text[place]):
        return False
    sign = text[place]
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    # Corners and crossings of a frame touch its lines, and hardly one another.
    return not any(
        c.isalpha() or (c != sign and _APART.match(c) and not {c, sign} & _LINES)
        for c in around
    )


def scripts(word: str) -> set[int]:
    """Return the scripts of a word by their first code point; -1 for unknown ones."""
    return {
        next((first for first, last in _SCRIPTS if first <= ord(c) <= last), -1)
        for c in word
        if not unicodedata.combining(c)
    } or {-1}
