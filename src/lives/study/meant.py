"""Which words of the names of an archive somebody may mean by a word."""

from collections.abc import Iterable, Iterator

from lives.reading.names import is_given_name, is_patronymic
from lives.reading.names_declined import nominatives
from lives.reading.names_given import one_name_with
from lives.reading.names_likeness import (
    Likeness,
    Sought,
    consonant_keys_for,
    keys_for,
    likeness,
    mistyped_keys_for,
    plain_of,
    sought,
    sought_mistyped,
)
from lives.reading.names_pattern import fits, starts
from lives.study.filed import Directory, Word

_MOST = 96  # words of names that a word asked for may mean
_MOST_BY_PATTERN = 1_000
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
    if kin := one_name_with(asked.word):
        for number, other, _ in names.words_written(kin):
            how = found.get((number, other), Likeness.KIN)
            found[number, other] = min(how, Likeness.KIN)
    if min(found.values(), default=Likeness.INITIAL) <= Likeness.SOUND:
        return found
    # Nobody is called so: a case, a slip, or the beginning of a name.
    if asked.cyrillic:
        found |= _declined(names, asked.word)
    else:
        found |= _far(names, asked, found)
    if len(asked.word) >= _SHORTEST_START:
        fitting = _fitting(names, f"{asked.word}*")
        found |= {word: how for word, how in fitting if word not in found}
    return found


def _far(names: Directory, asked: Sought, known: _Found) -> _Found:
    """Return the words that agree with a Latin word by consonants, or nearly."""
    some = names.words_under(consonant_keys_for(asked))
    found = dict(_compared(asked, (w for w in some if w[:2] not in known)))
    if min(found.values(), default=Likeness.INITIAL) <= Likeness.SOUND:
        return found
    mistyped = sought_mistyped(asked.word)
    some = names.words_under(mistyped_keys_for(mistyped))
    return found | dict(_compared(mistyped, (w for w in some if w[:2] not in known)))


def _declined(names: Directory, word: str) -> _Found:
    """Return the words of which a Cyrillic word is a case."""
    told = {name.plain.lower() for name in nominatives(word.capitalize())} - {word}
    return {
        found: Likeness.CASE
        for one in map(sought, sorted(told))
        for found, how in _compared(one, names.words_under(keys_for(one)))
        if how <= Likeness.SOUND
    }


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
    """Yield the words that fit a pattern, as they are written or as traditions do."""
    first, *_, last = pattern.split("*")
    fit = fits(pattern)
    looked_at: set[int] = set()
    for number, other, sound in _may_fit(names, first, last):
        if len(looked_at) > _MOST_BY_PATTERN:
            return
        if number not in looked_at and fit(other, sound):
            yield (number, other), Likeness.PATTERN
        looked_at.add(number)


def _may_fit(names: Directory, first: str, last: str) -> Iterator[Word]:
    ending = len(last) > len(first)
    known = plain_of(last if ending else first)
    yield from names.words_starting([known[::-1] if ending else known], ending=ending)
    yield from names.words_starting(starts(known, ending=ending), ending=ending)


def abbreviated(word: str) -> bool:
    """Tell whether lists write an initial for such a word; surnames they write out."""
    capital = word.capitalize()
    return len(word) == 1 or is_given_name(word) or is_patronymic(capital)
