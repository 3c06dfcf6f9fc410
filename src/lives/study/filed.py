"""What a search asks of an archive."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Protocol

from lives.model.ids import PersonId
from lives.model.person import Person

Word = tuple[int, str, str]
"""A word of names: its number, in lower case, its skeleton."""


class Directory(Protocol):
    """The names of an archive by their words."""

    def stamp(self) -> Hashable:
        """Return what changes when the archive does."""

    def extent(self) -> tuple[int, bool]:
        """Return how many names are filed, and whether any unnamed are."""

    def words_under(self, found_by: Iterable[int]) -> list[Word]:
        """Return the words that are filed under some keys."""

    def words_written(self, words: Iterable[str]) -> list[Word]:
        """Return the words, or first letters with a full stop, that are written so."""

    def words_starting(self, starts: Iterable[str], *, ending: bool) -> Iterator[Word]:
        """Yield words that begin so; or that do when they are read from their end."""

    def uses(self, words: Iterable[str]) -> int:
        """Return how many names have words that are written so, or first letters."""

    def names_of(self, mentions: Sequence[int]) -> dict[int, str]:
        """Return the names of mentions that are given by number."""

    def times_told(self, mentions: Sequence[int]) -> dict[int, int]:
        """Return how many mentions the persons of some mentions have."""

    def bearers(self, words: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield words with the numbers of mentions, the lowest first; 4 bytes each."""

    def persons_of(self, mentions: Sequence[int]) -> list[Person]:
        """Return the persons of mentions that are given by number, in their order."""

    def labelled(self, words: Sequence[int], limit: int) -> list[PersonId]:
        """Return some of those unnamed who are called by one of some words."""

    def persons(self, wanted: Iterable[PersonId]) -> list[Person]:
        """Return persons by their identifiers."""
