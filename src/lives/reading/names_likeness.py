"""How one word of a name is like another, and the keys by which like words meet.

A word is asked for as somebody remembers it: in another script, by another country's
spelling, in the other gender, mistyped. Words that may be meant are found by keys
(`word_keys`): the letters with one left out, the skeleton with one sound left out, the
consonants. They are then compared letter by letter (`likeness`); a Cyrillic word is
compared as every tradition writes it. To find by keys and compare afterwards is the
deletion neighbourhood of Bocek, Hunt and Stiller, "Fast similarity search in large
dictionaries" (2007).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache
from zlib import crc32

from lives.reading.names_alike import masculine
from lives.reading.names_filed import filed_words
from lives.reading.names_scripts import cyrillic
from lives.reading.names_sound import skeleton, skeletons
from lives.reading.names_traditions import (
    consonant_readings,
    latin_forms,
    plain_letters,
)

_SHORTEST_SLIP = 4  # letters or sounds: of shorter words too many are one slip away
_SHORTEST_TWO = 7
# Words that together have every letter, and most of what rules are about.
_PROBES = (
    *("ёжикова", "щегольцева", "хрящчинский", "фёдорович", "юбъэйдзе", "ґїєцьків"),
    *("schtschegolzew", "joukovskaïa", "dzierżyńska", "phx'quitch", "ჯაბაშვილი"),
)
_ABBREVIATED = "Kh. Tsch. Ju. Иль'ич-O'Brien"
_FAR = 3  # slips: more than are looked for
_YO = str.maketrans("ёѐѝ", "еeи")
# What no tradition prescribes and many write: Romanoff, Trotzky, Boonin.
_RESPELT = (
    (re.compile("(?<=[oe])ff(?=a?$)"), "v"),
    (re.compile("tz(?=k)"), "ts"),
    (re.compile("oo"), "u"),
    (re.compile("x"), "kh"),  # as philologists write х
)


class Likeness(IntEnum):
    """How a word asked for agrees with a word of a name, the closest first."""

    SAME = 0
    LETTERS = 1  # in other letters: another script, another language's spelling
    GENDER = 2  # Иванов, Иванова
    SOUND = 3
    CASE = 4  # Троцкого for Троцкий
    KIN = 5  # another form of one given name: Надя, Joseph for Иосиф
    PATTERN = 6  # it fits what was asked for with "*", or begins so
    ONE_SLIP = 7
    TWO_SLIPS = 8
    INITIAL = 9


@dataclass(frozen=True, slots=True)
class Sought:
    """A word asked for, made ready to be compared with many.

    Attributes:
        word: In lower case.
        plain: The word without marks and with one letter for е and ё.
        cyrillic: Whether it is in Cyrillic letters.
        forms: How traditions write it in plain Latin letters.
        sounds: Its skeletons, under every reading.
        slipped: Those of what is left of it without one letter; for Latin words.
    """

    word: str
    plain: str
    cyrillic: bool
    forms: frozenset[str]
    sounds: tuple[str, ...]
    slipped: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def sought(word: str) -> Sought:
    """Make a word in lower case ready to be compared."""
    forms = set(forms_of(word))
    if not cyrillic(word):
        forms |= set(respelt(plain_of(word)))
    return Sought(
        word, plain_of(word), cyrillic(word), frozenset(forms), sounds_of(word)
    )


def respelt(plain: str) -> tuple[str, ...]:
    """Return what somebody may have meant who writes as no tradition prescribes.

    >>> respelt("boonin")
    ('boonin', 'bunin')
    """
    found = (plain, *(pattern.sub(new, plain) for pattern, new in _RESPELT))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def sought_mistyped(word: str) -> Sought:
    """Do the same for a Latin word in which a group of letters may be mistyped.

    ``tscj`` for ``tsch`` is one letter and another sound altogether.
    """
    slipped: frozenset[str] = frozenset()
    if not cyrillic(word) and len(word) >= _SHORTEST_SLIP:
        slipped = frozenset(filter(None, map(skeleton, _left_out(word))))
    return replace(sought(word), slipped=slipped)


def likeness(asked: Sought, word: str, sound: str) -> Likeness | None:
    """Compare a word asked for with a word of a name; None if they are not alike.

    Args:
        asked: What is asked for.
        word: The word of a name, in lower case.
        sound: Its first skeleton: `sound_of` it.

    >>> likeness(sought("wasiliewicz"), "васильевич", sound_of("васильевич")).name
    'SOUND'
    >>> likeness(sought("schukow"), "жуков", sound_of("жуков")).name
    'LETTERS'
    """
    if word == asked.word:
        return Likeness.SAME
    if min(len(word), len(asked.word)) == 1:
        return Likeness.INITIAL if initial_agrees(asked, word) else None
    if cyrillic(word) == asked.cyrillic:
        return _in_one_script(asked, word, sound)
    return _across_scripts(asked, word, sound)


def _in_one_script(asked: Sought, word: str, sound: str) -> Likeness | None:
    plain = plain_of(word)
    if plain == asked.plain:
        return Likeness.SAME if asked.cyrillic else Likeness.LETTERS
    (stem, woman), (ours, female) = masculine(plain), masculine(asked.plain)
    if stem == ours:
        return Likeness.LETTERS if woman is female else Likeness.GENDER
    if sound in asked.sounds and not asked.cyrillic:
        return Likeness.SOUND
    return _slipped(asked.plain, plain, (asked.plain,), (plain,))


def _across_scripts(asked: Sought, word: str, sound: str) -> Likeness | None:
    far = min((slips_between(one, sound) for one in asked.sounds), default=_FAR)
    if asked.slipped and far == _FAR and sound not in asked.slipped:
        return None
    forms = forms_of(word)
    if not asked.forms.isdisjoint(forms):
        return Likeness.LETTERS
    if far == 0:
        return Likeness.SOUND
    if far == _FAR and not asked.slipped:
        forms = forms[:1]  # by which it is filed: all that can be near
    if found := _slipped(asked.plain, word, asked.forms, forms):
        return found
    # Mistyped, and spelled as no tradition spells.
    near = far == 1 or sound in asked.slipped
    return Likeness.TWO_SLIPS if near and len(sound) > _SHORTEST_SLIP else None


def _slipped(
    one: str,
    other: str,
    ours: frozenset[str] | tuple[str, ...],
    theirs: tuple[str, ...],
) -> Likeness | None:
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_SLIP:
        return None
    slips = min((slips_between(a, b) for a in ours for b in theirs), default=_FAR)
    if slips <= 1:
        return Likeness.ONE_SLIP
    return Likeness.TWO_SLIPS if slips < _FAR and shorter >= _SHORTEST_TWO else None


def initial_agrees(asked: Sought, word: str) -> bool:
    """Tell whether one of two words is a letter by which the other may begin."""
    letter, whole = sorted((asked.word, word), key=len)
    return letter in initials_of(whole)


@lru_cache(maxsize=65_536)
def initials_of(word: str) -> frozenset[str]:
    """Return the letters by which a word may begin, in Latin and Cyrillic.

    >>> sorted(initials_of("юрий")), sorted(initials_of("shura"))
    (['i', 'j', 'u', 'y', 'ю'], ['s', 'з', 'с', 'ш', 'щ'])
    """
    if cyrillic(word):
        return frozenset({word[0], *(form[0] for form in forms_of(word))})
    plain = plain_letters(word)
    if not plain:
        return frozenset(word[:1])
    others = (
        letter
        for letter, forms in _letters().items()
        if any(plain.startswith(form) or (form and plain == form[0]) for form in forms)
    )
    return frozenset({word[0], plain[0], *others})


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, ...]]:
    every = "абвгдеёжзийклмнопрстуфхцчшщэюяіїєґ"
    return {letter: tuple(filter(None, latin_forms(letter))) for letter in every}


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> tuple[str, ...]:
    """Return how traditions write a word in plain Latin letters: `latin_forms`."""
    return latin_forms(word)


@lru_cache(maxsize=65_536)
def plain_of(word: str) -> str:
    """Return a word without marks and with one letter for е and ё."""
    if cyrillic(word):
        return word.translate(_YO)
    return plain_letters(word) or word


# --- slips --------------------------------------------------------------------


def slips_between(one: str, other: str) -> int:
    """Count the letters that are wrong, missing, too many or exchanged with the next.

    Returns:
        Their number up to two; three for all that are more.

    >>> slips_between("смирнов", "смирноф"), slips_between("смирнов", "смринво")
    (1, 2)
    >>> slips_between("орлов", "козлов"), slips_between("орлов", "фомин")
    (2, 3)
    """
    if one == other:
        return 0
    # Each slip brings one letter and takes one at most: most words are told apart so.
    if abs(len(one) - len(other)) >= _FAR or len(set(one) ^ set(other)) > 2 * _FAR - 2:
        return _FAR
    a, b = _apart(one, other)
    if _one_slip(a, b):
        return 1
    return 2 if any(_one_slip(*_apart(c, d)) for c, d in _mended(a, b)) else _FAR


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two words without their common beginning and end."""
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    last = 0
    while last < end - at and one[-1 - last] == other[-1 - last]:
        last += 1
    return one[at : len(one) - last], other[at : len(other) - last]


def _mended(a: str, b: str) -> Iterator[tuple[str, str]]:
    """Yield what is left when the first letter that differs is put right."""
    yield a[1:], b[1:]
    yield a[1:], b
    yield a, b[1:]
    if len(a) > 1 and a[:2] == b[1::-1]:
        yield a[2:], b[2:]


def _one_slip(a: str, b: str) -> bool:
    """Tell whether what is left apart is one slip, or none."""
    if len(a) <= 1 and len(b) <= 1:
        return True
    return len(a) == len(b) == len("ab") and a == b[::-1]


# --- keys ---------------------------------------------------------------------


def sound_of(word: str) -> str:
    """Return the skeleton of a word under its likeliest reading."""
    return skeleton(word)


@lru_cache(maxsize=65_536)
def sounds_of(word: str) -> tuple[str, ...]:
    """Return the skeletons of a word under every reading; a Cyrillic word has one."""
    if cyrillic(word):
        return (skeleton(word),)
    if "x" in word:
        return tuple(
            dict.fromkeys(skeletons(word) + skeletons(word.replace("x", "kh")))
        )
    return skeletons(word)


def keys_of(word: str) -> frozenset[int]:
    """Return the keys under which a word is filed; 32 bits each."""
    return _numbers({*_close_keys(word), *_far_keys(word)})


@cache
def rules() -> int:
    """Return a number that changes, as good as surely, when the keys of words do."""
    told = [f"{word} {sound_of(word)} {sorted(keys_of(word))}" for word in _PROBES]
    return crc32("; ".join([*told, *filed_words(_ABBREVIATED)]).encode())


def keys_for(asked: Sought) -> frozenset[int]:
    """Return the keys under which words lie that are like a word asked for.

    Two words have a key in common when they are the same but for one slip: of the
    letters, or of the sound.
    """
    return _numbers(_close_keys(asked.word))


def consonant_keys_for(asked: Sought) -> frozenset[int]:
    """Return where else to look for a word that is not found: by its consonants."""
    return _numbers(_far_keys(asked.word))


def mistyped_keys_for(asked: Sought) -> frozenset[int]:
    """Return where to look for a word that may be mistyped: `sought_mistyped`."""
    return _numbers({*_far_keys(asked.word), *(f"={one}" for one in asked.slipped)})


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(crc32(key.encode()) for key in keys)


def _close_keys(word: str) -> Iterator[str]:
    plain = plain_of(word)
    if len(plain) > 1:
        # Most who write a Cyrillic name in Latin letters, and mistype it, write it as
        # English does.
        for letters in {plain, *forms_of(word)[:1]}:
            yield from (f"w{one}" for one in _left_out(letters))
        for sound in filter(None, sounds_of(word)):
            yield f"={sound}"
            if len(sound) >= _SHORTEST_SLIP:
                yield from (f"-{one}" for one in _left_out(sound))


def _far_keys(word: str) -> Iterator[str]:
    if len(word) > 1:
        yield from (f"c{one}" for one in consonant_readings(word))


def _left_out(letters: str) -> set[str]:
    """Return the letters with one left out, in every way, and all of them."""
    if len(letters) < _SHORTEST_SLIP:
        return {letters}
    return {letters[:i] + letters[i + 1 :] for i in range(len(letters))} | {letters}
