"""How languages write Cyrillic names in Latin letters, and what all ways share.

Yezhov, Ežov, Jeschow, Iejov and Eżow are Ежов. Which of them a Latin spelling stands
for is a guess; how Ежов is written by each of them is not. So a name in Cyrillic
letters is written in every tradition (`latin_forms`) and compared there; `consonants`
is the key under which all of them lie. The traditions are data: `traditions.toml`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lives.packaged import table
from lives.reading.names_scripts import plain_latin

_VOWELS = "аеёиоуыэюяіїєѣѵ"
_UKRAINIAN = re.compile("[іїєґ]|[зсц]ьк")
_BELARUSIAN = re.compile("[ўёыэъѣѳѵ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SLOTS = 0xE000  # private code points that stand for letters in their contexts
# Letters of before 1918 as they were written after; и, е and г of Ukrainian as the
# Russian letters of their sound, so that one table serves.
_OLD = str.maketrans("ѣѳіѵѝ'’ʼ", "ефиииъъъ")
_FROM_UKRAINIAN = str.maketrans("иіеєгґ", "ыиэеґг")
_FROM_BELARUSIAN = str.maketrans("іг", "иґ")
_OLDER = re.compile("[ѣѳіѵѝ'’ʼ]|ъ$")
_NOT_AS_TODAY = re.compile(f"{_UKRAINIAN.pattern}|{_OLDER.pattern}")
_ENDINGS = (5, 4, 3, 2)  # letters by which an ending is known
BEFORE = "\x02"
AFTER = "\x03"
_MARKS = re.compile(r"[\u0300-\u036f]")
_REPEATED = re.compile(r"[stdC]+(?=C)|[std]+(?=s)|(.)(?=\1)")
_NO_CONSONANT = "a"


def traditions() -> tuple[str, ...]:
    """Return the names of all traditions: "popular", "bgn", "ala_lc" ...

    >>> "polish" in traditions()
    True
    """
    return tuple(_rules().tables)


@cache
def letter_tables() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each tradition what letters and endings may become, in any place.

    Pairs of Cyrillic letters and Latin ones, each once.
    """
    data = table("lives.reading", "data/traditions.toml")
    stands_for = {
        name: {form.partition("|")[2] for form in forms}
        for name, forms in data["endings"].items()
    } | {name: {letter} for name, (_, letter, _) in data["contexts"].items()}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, written in data["tradition"].items():
        pairs = dict.fromkeys(_pairs(written["letters"]))
        own = _pairs(f"{written['contexts']}|{written['endings']}")
        pairs |= {
            (letter, latin): None for key, latin in own for letter in stands_for[key]
        }
        found[name] = tuple(pairs)
    return found


@dataclass(frozen=True, slots=True)
class _Rules:
    """The traditions, made ready.

    Attributes:
        contexts: By letter: its slot, what stands before it, what stands after.
        endings: What a word ends with: how many letters a slot replaces, and the slot.
        tables: For each tradition, what letters and slots become.
        plain: The same in the 26 letters, without repetitions.
    """

    contexts: dict[str, list[tuple[str, str, str]]]
    endings: dict[str, tuple[int, str]]
    tables: dict[str, dict[int, str]]
    plain: tuple[dict[int, str], ...] = field(default=())


@cache
def _rules() -> _Rules:
    data = table("lives.reading", "data/traditions.toml")
    contexts: dict[str, list[tuple[str, str, str]]] = {}
    endings: dict[str, tuple[int, str]] = {}
    slots: dict[str, tuple[str, str]] = {}  # name: slot, what it stands for
    for name, (before, letter, after) in data["contexts"].items():
        slot = chr(_SLOTS + len(slots))
        slots[name] = slot, letter
        contexts.setdefault(letter, []).append((slot, _set(before), _set(after)))
    for name, forms in data["endings"].items():
        slot = chr(_SLOTS + len(slots))
        for form in forms:
            stays, _, replaced = form.partition("|")
            slots.setdefault(name, (slot, replaced))
            endings[stays + replaced] = len(replaced), slot
    tables = {
        name: _table(written, slots) for name, written in data["tradition"].items()
    }
    plain = (
        {code: plain_letters(latin) for code, latin in letters.items()}
        for letters in tables.values()
    )
    return _Rules(contexts, endings, tables, tuple(plain))


def _set(letters: str) -> str:
    marks = {"V": _VOWELS, "^": BEFORE, "$": AFTER}
    return "".join(marks.get(letter, letter) for letter in letters)


def _table(
    written: dict[str, Any], slots: dict[str, tuple[str, str]]
) -> dict[int, str]:
    letters = dict(_pairs(written["letters"]))
    own = dict(_pairs(f"{written['contexts']}|{written['endings']}"))
    made = {ord(letter): latin for letter, latin in letters.items()}
    for name, (slot, stands_for) in slots.items():
        usual = "".join(letters[letter] for letter in stands_for)
        made[ord(slot)] = own.get(name, usual)
    return made


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pair in re.split(r"[|\n]", text):
        for key, value in (pair.split(),) if pair.strip() else ():
            yield key, "" if value == "-" else value


def _in_context(three: str) -> str:
    """Return the slot of the letter between two others, or the letter."""
    left, letter, right = three[0], three[1], three[2]
    for slot, before, after in _rules().contexts.get(letter, ()):
        if (not before or left in before) and (not after or right in after):
            return slot
    return letter


class _Plain(dict[str, tuple[str, ...]]):
    """What a letter between two others is in every tradition, in plain letters."""

    def __missing__(self, three: str) -> tuple[str, ...]:
        letter = _in_context(three)
        # A Latin letter among Cyrillic ones, left or mistyped, is itself.
        other = letter if "a" <= letter <= "z" else ""
        self[three] = tuple(t.get(ord(letter), other) for t in _rules().plain)
        return self[three]


_PLAIN = _Plain()


def plain_between(three: str) -> tuple[str, ...]:
    """Return what a letter between two others is in every tradition, plain."""
    return _PLAIN[three]


def heeds(letter: str) -> bool:
    """Tell whether it matters between which others a letter stands."""
    return letter in _rules().contexts


def _threes(word: str) -> list[str]:
    """Return every letter of a Cyrillic word in lower case between its neighbours.

    An ending that has a slot is one letter.
    """
    held = padded(word)
    return [held[i : i + 3] for i in range(len(held) - 2)]


def padded(word: str) -> str:
    """Return the letters of a Cyrillic word as today, its ending as one, with marks.

    Args:
        word: In lower case.
    """
    if _NOT_AS_TODAY.search(word):
        word = _as_today(word)
    endings = _rules().endings
    for length in _ENDINGS:
        if (found := endings.get(word[-length:])) and len(word) > length:
            cut, slot = found
            word = word[:-cut] + slot
            break
    return f"{BEFORE}{word}{AFTER}"


def _as_today(word: str) -> str:
    """Write a Ukrainian or Belarusian word, or one of before 1918, as Russian today."""
    if _UKRAINIAN.search(word):
        ours = _FROM_BELARUSIAN if _BELARUSIAN.search(word) else _FROM_UKRAINIAN
        word = word.translate(ours)
    if _OLDER.search(word):
        word = word.translate(_OLD).removesuffix("ъ")
    return word


def romanised(text: str, tradition: str) -> str:
    """Write Cyrillic words as a tradition writes them, with its marks.

    Args:
        text: One word or more; words of other letters stay as they are.
        tradition: One of `traditions`.

    Raises:
        KeyError: There is no such tradition.

    >>> romanised("Ежов", "german"), romanised("Зиновьев", "polish")
    ('Jeschow', 'Zinowjew')
    >>> romanised("Бухарин", "french"), romanised("Троцкий", "scholarly")
    ('Boukharine', 'Trockij')
    """
    letters = _rules().tables[tradition]
    return _WORD.sub(lambda found: _written(found.group(), letters), text)


def _written(word: str, letters: dict[int, str]) -> str:
    if not _CYRILLIC.search(word):
        return word
    slotted = "".join(map(_in_context, _threes(word.lower())))
    latin = slotted.translate(letters)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[0].isupper() else latin


def latin_forms(word: str) -> tuple[str, ...]:
    """Return the spellings of one word to compare with others, letters a to z only.

    A Cyrillic word in every tradition, without repetitions; of a Latin word its plain
    letters, also where they stand among Cyrillic ones; nothing of a word in other
    letters.

    >>> latin_forms("Жуков")[:3], latin_forms("Żukow"), latin_forms("Smilgа")
    (('zhukov', 'zukov', 'schukow'), ('zukow',), ('smilga',))
    """
    lower = word.lower()
    if not _CYRILLIC.search(lower):
        plain = plain_letters(lower) or plain_latin(lower)
        return (plain,) if plain else ()
    every = map(_PLAIN.__getitem__, _threes(lower))
    return tuple(dict.fromkeys(map("".join, zip(*every, strict=True))))


@cache
def _latin() -> dict[int, str]:
    data = table("lives.reading", "data/traditions.toml")
    return {ord(letter): plain for letter, plain in data["latin"].items()}


def plain_letters(word: str) -> str:
    """Lower a word and leave only its letters a to z, without their marks.

    >>> plain_letters("Dzierżyński"), plain_letters("Zinov'ev")
    ('dzierzynski', 'zinovev')
    """
    if word.isascii():
        return word.lower() if word.isalpha() else _only_letters(word.lower())
    apart = unicodedata.normalize("NFD", word.lower().translate(_latin()))
    return _only_letters(apart)


def _only_letters(word: str) -> str:
    return "".join(c for c in word if "a" <= c <= "z")


class _Signs(dict[int, str]):
    """Signs of the key by letter; none for vowels and all that is no consonant."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        found = self.get(ord(base), "") if ord(base) != code else ""
        self[code] = found
        return found


@cache
def _signs() -> _Signs:
    data = table("lives.reading", "data/traditions.toml")["key"]
    scripts = (data["cyrillic"], data["georgian"], data["latin"])
    pairs = (pair for letters in scripts for pair in _pairs(letters))
    found = _Signs({ord(letter): sign for letter, sign in pairs})
    found.update({ord(sign): sign for sign in "C"})
    return found


@cache
def _groups() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of all groups, and the sign of each in order."""
    data = table("lives.reading", "data/traditions.toml")["key"]
    words = data["groups"].split()
    groups, signs = words[::2], words[1::2]
    # Most letters begin no group: to look at the first alone is five times faster.
    first = "".join(sorted({group[0] for group in groups}))
    pattern = f"(?=[{first}])(?:{'|'.join(f'({group})' for group in groups)})"
    return re.compile(pattern), tuple(sign.strip("-") for sign in signs)


@cache
def _glide() -> re.Pattern[str]:
    return re.compile(table("lives.reading", "data/traditions.toml")["key"]["glide"])


def consonants(word: str) -> str:
    """Return the key under which all spellings of a word lie, in any script.

    It is for finding candidates: it keeps no vowel, and one sign for several
    consonants. A word without consonants has the key "a".

    >>> {consonants(w) for w in "Ежов Yezhov Ežov Jeschow Iejov Eżow Ежова".split()}
    {'Cv'}
    """
    lower = word.lower()
    if lower.isascii() or not _CYRILLIC.search(lower):
        lower = _grouped(lower)
    # German writes st where it says scht, and Russian writes what is said.
    signs = lower.translate(_signs()).replace("Ct", "st").replace("Cp", "sp")
    return _REPEATED.sub("", signs) or _NO_CONSONANT


def consonant_readings(word: str) -> tuple[str, ...]:
    """Return the keys of a word under every reading of its spelling.

    The likeliest comes first. A Latin ``j`` is a glide or a French ``zh``, an ``h`` a
    Russian ``г`` or ``х``. A word in Cyrillic letters has one reading.

    >>> consonants("Герцен") in consonant_readings("Herzen")
    True
    """
    first = consonants(word)
    lower = word.lower()
    if _CYRILLIC.search(lower):
        return (first,)
    others = (
        consonants(pattern.sub(replacement, lower))
        for pattern, replacement in _ambiguous()
        if pattern.search(lower)
    )
    return tuple(dict.fromkeys((first, *others)))


@cache
def _ambiguous() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = table("lives.reading", "data/traditions.toml")["key"]
    words = data["ambiguous"].split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return tuple((re.compile(one), other.strip("-")) for one, other in pairs)


def _grouped(lower: str) -> str:
    """Put signs in the places of groups of Latin letters that are one sound."""
    pattern, signs = _groups()
    found = pattern.sub(lambda match: signs[(match.lastindex or 0) - 1], lower)
    if ("j" in found or "c" in found) and _glide().search(lower):
        return found.replace("j", "").replace("c", "s")
    return found
