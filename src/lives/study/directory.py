"""Finding people in an archive of millions without looking at everybody.

The archive files names by their words. Which words may be meant is asked by their
keys; who bears them is counted in arrays, one byte a mention; the few who come out best
are fetched, and compared as `search` compares.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lives.model.ids import PersonId
from lives.model.person import Person
from lives.reading.names_filed import SHORTEST_START, keys, name_words
from lives.reading.names_scripts import plain_latin
from lives.study.search import INITIAL, Hit, agreement, search

_FETCHED = 2  # for each that is wanted: a person may bear several names

Word = tuple[int, str]
_Numbers = NDArray[np.uint32]


class Directory(Protocol):
    """The names of an archive by their words; words are told with their number."""

    def words_under(self, found_by: Iterable[str]) -> list[Word]:
        """Return the words that are filed under some keys."""

    def words_beginning(self, plain: str) -> list[Word]:
        """Return the words whose Latin letters begin so."""

    def words_spelled(self, plain: str) -> list[Word]:
        """Return the words whose Latin letters are these."""

    def initial(self, letter: str) -> list[Word]:
        """Return what stands for all words that begin with a Latin letter."""

    def bearers(self, words: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield words with the numbers of mentions, by name; four bytes each."""

    def persons_of(self, mentions: Sequence[int]) -> list[Person]:
        """Return the persons of mentions that are given by number."""

    def labelled(self, words: Sequence[int], limit: int) -> list[PersonId]:
        """Return some of those unnamed who are called by one of some words."""

    def persons(self, wanted: Iterable[PersonId]) -> list[Person]:
        """Return persons by their identifiers."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one word asked for may mean.

    Attributes:
        strengths: How well words of the archive agree with it, by their number.
        mentions: Those that bear one of them, the words that agree best first.
        strength: The same for each of these mentions: 1 to 6.
    """

    strengths: dict[int, int]
    mentions: _Numbers
    strength: NDArray[np.uint8]


def look_up(names: Directory, query: str, limit: int = 50) -> list[Hit]:
    """Find people by name, the best first, as `search` does among all of them.

    Where more agree equally well than are wanted, those whose name comes first in the
    alphabet are found.

    Args:
        names: Where to look.
        query: A name or part of one, in any script.
        limit: At most so many hits.
    """
    asked = [_asked(names, word) for word in dict.fromkeys(name_words(query))]
    if not asked:
        return []
    wanted = _FETCHED * limit
    people = names.persons_of(_best(asked, wanted).tolist())
    called = [names.labelled(list(one.strengths), wanted) for one in asked]
    called.sort(key=len)  # the rarest first
    unnamed = islice(dict.fromkeys(chain.from_iterable(called)), wanted)
    return search([*people, *names.persons(unnamed)], query, limit)


def _asked(names: Directory, word: str) -> _Asked:
    strengths = dict(_agreeing(names, word))
    ordered = sorted(strengths, key=lambda number: (-strengths[number], number))
    found = [
        (strengths[number], np.frombuffer(mentions, "<u4"))
        for number, mentions in names.bearers(ordered)
    ]
    if not found:
        return _Asked(strengths, np.empty(0, np.uint32), np.empty(0, np.uint8))
    strength = [np.full(len(some), of, np.uint8) for of, some in found]
    mentions = np.concatenate([some for _, some in found])
    return _Asked(strengths, mentions, np.concatenate(strength))


def _agreeing(names: Directory, word: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of words that agree with a word, and how well."""
    plain = plain_latin(word)
    if len(word) == 1:
        for number, _ in names.initial(plain[:1]):
            yield number, INITIAL
        return
    found = names.words_under(key for key in keys(word) if not key.startswith("^"))
    if len(plain) >= SHORTEST_START:
        found += names.words_beginning(plain)
    elif plain:
        found += names.words_spelled(plain)
    if plain:
        found += names.words_spelled(plain[0])  # initials
    for number, other in found:
        if strength := agreement(word, other).strength:
            yield number, strength


def _best(asked: Sequence[_Asked], wanted: int) -> _Numbers:
    """Return the mentions with which the most words agree, the best of them first."""
    size = 1 + max((int(a.mentions.max()) for a in asked if len(a.mentions)), default=0)
    tables = [_table(one, size) for one in asked]
    # Where all words agree, those that agree with the rarest are all there are.
    rarest = min(asked, key=lambda one: len(one.mentions)).mentions
    some, count, total = _counted(rarest, tables)
    if count.max(initial=0) < len(asked):
        everyone = np.concatenate([one.mentions for one in asked])
        some, count, total = _counted(everyone, tables)
    best = (count == count.max(initial=0)) & (count > 0)
    ordered: _Numbers = some[best][np.argsort(-total[best], kind="stable")]
    _, first = np.unique(ordered[: 4 * wanted], return_index=True)
    return ordered[np.sort(first)][:wanted]


def _counted(
    some: _Numbers, tables: Sequence[NDArray[np.uint8]]
) -> tuple[_Numbers, NDArray[np.int16], NDArray[np.int16]]:
    """Return mentions, with how many words they agree, and how well in all."""
    told = np.stack([table[some] for table in tables])
    count = (told > 0).sum(axis=0, dtype=np.int16)
    alone = ((told == INITIAL) | (told == 0)).all(axis=0)
    count[alone] = 0  # an initial alone finds everybody
    return some, count, told.sum(axis=0, dtype=np.int16)


def _table(asked: _Asked, size: int) -> NDArray[np.uint8]:
    """Return, for each mention by its number, how well it agrees; 0 for not at all."""
    table = np.zeros(size, np.uint8)
    table[asked.mentions[::-1]] = asked.strength[::-1]  # the best is written last
    return table
