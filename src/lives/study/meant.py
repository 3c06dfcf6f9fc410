"""Which words of the names of an archive somebody may mean by a word."""

import re
from collections.abc import Callable, Iterable, Iterator

from lives.reading.names import is_given_name, is_patronymic
from lives.reading.names_likeness import (
    Likeness,
    Sought,
    far_keys_for,
    keys_for,
    likeness,
    sought,
    sought_mistyped,
    sound_of,
)
from lives.reading.names_scripts import cyrillic
from lives.study.filed import Directory, Word

_MOST = 96  # words of names that a word asked for may mean
_MOST_BY_PATTERN = 2_000
_SHORTEST_START = 3  # letters by whose beginning a word is found

_Found = dict[tuple[int, str], Likeness]


def words_meant(names: Directory, word: str) -> list[tuple[int, str, Likeness]]:
    """Return the words of names that agree with a word, the closest first."""
    if "*" in word:
        found, most = dict(_fitting(names, word)), _MOST_BY_PATTERN
    elif len(word) == 1:
        return []
    else:
        found, most = _near(names, sought(word)), _MOST
    # Where somebody is called so, or nearly, two slips are another name.
    near = min(found.values(), default=Likeness.INITIAL) <= Likeness.SOUND
    told = [
        (number, other, how)
        for (number, other), how in found.items()
        if how < Likeness.TWO_SLIPS or not near
    ]
    told.sort(key=lambda one: (one[2], one[0]))
    return told[:most]


def _near(names: Directory, asked: Sought) -> _Found:
    found = dict(_compared(asked, names.words_under(keys_for(asked))))
    if min(found.values(), default=Likeness.INITIAL) <= Likeness.SOUND:
        return found
    # Nobody is called so: a slip, or the beginning of a name.
    if not asked.cyrillic:
        mistyped = sought_mistyped(asked.word)
        far = names.words_under(far_keys_for(mistyped))
        found |= dict(_compared(mistyped, (w for w in far if w[:2] not in found)))
    if len(asked.word) >= _SHORTEST_START:
        found |= dict(_fitting(names, f"{asked.word}*"))
    return found


def _compared(
    asked: Sought, words: Iterable[Word]
) -> Iterator[tuple[tuple[int, str], Likeness]]:
    for number, word, sound in words:
        how = likeness(asked, word, sound)
        if how is not None:
            yield (number, word), how


def _fitting(
    names: Directory, pattern: str
) -> Iterator[tuple[tuple[int, str], Likeness]]:
    """Yield the words that fit a pattern, as they are written or by their skeletons."""
    first, *_, last = pattern.split("*")
    if len(first) >= len(last):
        found = names.words_beginning(first, sound_of(first), _MOST_BY_PATTERN)
    else:
        found = names.words_ending(sound_of(last), _MOST_BY_PATTERN)
    fits, sounds_so = _fits(pattern), _fits("*".join(map(_sound, pattern.split("*"))))
    ours = cyrillic(pattern)
    for number, other, sound in found:
        if fits(other) or (cyrillic(other) != ours and sounds_so(sound)):
            yield (number, other), Likeness.PATTERN


def _sound(part: str) -> str:
    return sound_of(part) if part else ""


def _fits(pattern: str) -> Callable[[str], object]:
    """Return what tells whether a word fits a pattern."""
    if pattern.endswith("*") and pattern.count("*") == 1:
        return lambda word: word.startswith(pattern[:-1])
    return re.compile(".*".join(map(re.escape, pattern.split("*")))).fullmatch


def abbreviated(word: str) -> bool:
    """Tell whether lists write an initial for such a word; surnames they write out."""
    capital = word.capitalize()
    return len(word) == 1 or is_given_name(word) or is_patronymic(capital)
