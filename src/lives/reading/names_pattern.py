"""Patterns of words, ``*`` standing for any letters, in any script.

A word in other letters is compared as traditions write it, or by its sound. Which words
to compare is found by what some letters of a pattern may be in the other script.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from lives.reading.names_likeness import forms_of, plain_of, respelt, sound_of
from lives.reading.names_scripts import cyrillic
from lives.reading.names_traditions import letter_tables, plain_letters

_SOFTENED = frozenset("лнтсдзрмвк")
_AFTER_OTHERS = "аеёиоуыэюяіїєйьъ"
_ENOUGH = 6  # letters by which a word is looked for
_SHORTEST_SOUND = 4  # sounds by which the beginning of a word is known
# A word is compared by this many letters more than its beginning has: some are silent.
_MORE = 3


def fits(pattern: str) -> Callable[[str, str], bool]:
    """Return what tells whether a word in lower case, and its skeleton, fit a pattern.

    >>> fit = fits("жу*ва")
    >>> fit("жукова", ""), fit("joukova", ""), fit("schukowa", ""), fit("жуков", "")
    (True, True, True, False)
    >>> fits("z*")("жуков", ""), fits("z*")("смирнов", "smirnov")
    (True, False)
    """
    ours, pieces = cyrillic(pattern), pattern.split("*")
    begins = len(pieces) == 2 and not pieces[1]  # noqa: PLR2004  # one "*", at the end
    as_it_stands = _matching([(plain_of(piece),) for piece in pieces], begins=begins)
    in_latin = _matching([_in_latin(piece) for piece in pieces], begins=begins)
    letters = len(pieces[0]) + _MORE if begins and not ours else None
    in_cyrillic = _looked_for(pieces[0]) if begins and not ours else None
    heard = sound_of(pieces[0]) if begins else ""
    by_sound = len(heard) >= _SHORTEST_SOUND
    known: dict[str, bool] = {}  # by the letters that are compared

    def fit(word: str, sound: str) -> bool:
        if ("Ѐ" <= word[0] <= "ӿ") == ours:
            return bool(as_it_stands(plain_of(word)))
        if by_sound and sound.startswith(heard):
            return True
        if in_cyrillic is not None and not word.startswith(in_cyrillic):
            return False
        if in_cyrillic and len(pieces[0]) <= _ENOUGH:
            return True
        head = word[:letters]
        if head not in known:
            known[head] = any(in_latin(form) for form in forms_of(head))
        return known[head]

    return fit


def _in_latin(piece: str) -> tuple[str, ...]:
    return tuple(one for form in forms_of(piece) or ("",) for one in respelt(form))


def _looked_for(part: str) -> tuple[str, ...]:
    return tuple(starts(part, ending=False))


def _matching(
    pieces: Sequence[tuple[str, ...]], *, begins: bool
) -> Callable[[str], object]:
    if begins:
        return lambda word: word.startswith(pieces[0])
    either = ("|".join(map(re.escape, forms)) for forms in pieces)
    return re.compile(".*".join(f"(?:{one})" for one in either)).fullmatch


def starts(part: str, *, ending: bool) -> frozenset[str]:
    """Return how words of the other script may begin, or end, that begin or end so.

    Without marks; of the ends it is told how they are read from the end. Some letters
    are enough: what is found has to be compared.

    >>> "скут" in starts("skut", ending=False), "илив" in starts("vili", ending=True)
    (True, True)
    >>> sorted(starts("жу", ending=False))
    ['giu', 'jou', 'schu', 'zhu', 'zu']
    """
    if cyrillic(part):
        cut = part[:_ENOUGH]
        if ending:  # a vowel is written otherwise where a word begins with it
            cut = part[-_ENOUGH:].lstrip(_AFTER_OTHERS) or part
        return frozenset(
            form[::-1] if ending else form for form in forms_of(cut) if form
        )
    latin = (one[::-1] if ending else one for one in respelt(plain_letters(part)))
    found = (_in_cyrillic(one[:_ENOUGH], ending=ending) for one in latin)
    return frozenset().union(*found)


def _in_cyrillic(latin: str, *, ending: bool) -> frozenset[str]:
    found: set[str] = set()
    for written in _written(ending=ending) if latin else ():
        todo = [("", latin)]
        while todo:
            begun, rest = todo.pop()
            for piece, letters in written.get(rest[0], ()):
                if piece.startswith(rest):
                    found.update(begun + some for some in letters)
                elif rest.startswith(piece):
                    todo += [(begun + some, rest[len(piece) :]) for some in letters]
    return frozenset(found)


_Pieces = dict[str, list[tuple[str, tuple[str, ...]]]]


@cache
def _written(*, ending: bool) -> tuple[_Pieces, ...]:
    """Return for each tradition Latin pieces and the letters that they stand for.

    By the first letter of the piece; from the end, the last.
    """
    return tuple(
        _of_tradition(pairs, ending=ending) for pairs in letter_tables().values()
    )


def _of_tradition(pairs: Iterable[tuple[str, str]], *, ending: bool) -> _Pieces:
    stands_for: dict[str, set[str]] = {}
    for letters, latin in pairs:
        if plain := plain_letters(latin):
            soft = f"{letters}ь" if letters in _SOFTENED else letters
            two = f"{letters}с" if plain == "x" else letters  # кс, one letter of two
            stands_for.setdefault(plain, set()).update({letters, soft, two})
    turn = slice(None, None, -1 if ending else 1)
    found: _Pieces = {}
    for latin, several in sorted(stands_for.items()):
        turned = latin[turn], tuple(sorted(some[turn] for some in several))
        found.setdefault(turned[0][0], []).append(turned)
    return found
