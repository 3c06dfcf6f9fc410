"""Names filed by their words, so that a search need not look at everybody.

Every different word of the names stands once, under the keys that find it however it
is spelled; beside it, capture by capture, the numbers of the mentions that bear it.
So three million names make no more keys than there are different words among them. The
first letter of a word is filed like a word, with a full stop: ``п.``
"""

import json
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter

from lives.model.ids import CaptureId, MentionId, PersonId
from lives.model.person import Person
from lives.reading.names_filed import filed_words
from lives.reading.names_likeness import keys_of, plain_of, rules, sound_of
from lives.store import rows_resolved
from lives.store.sqlite import Database, Row

Word = tuple[int, str, str]  # its number, the word in lower case, its skeleton
_FILED = ("label_word", "named", "names_filed", "word_key", "word")
_BITS = 32  # of a word's number
_AT_ONCE = 2**21  # keys that are put in order together


class NamesFiled:
    """The names of an archive by their words."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def file(self) -> None:
        """File the names of every capture of which that is still to be done.

        Where a version of Lives that files otherwise has been at it, all of them.
        """
        if next(self._db.ask("names_filed_otherwise", [rules()]))[0]:
            with self._db.transaction():
                for table in _FILED:
                    self._db.tell(f"forget_all_{table}", [()])
        waiting = [CaptureId(row[0]) for row in self._db.ask("names_unfiled")]
        if waiting:
            with self._db.transaction():
                for capture in waiting:
                    self._file(capture)
                self.file_labels()  # an earlier version of Lives did not

    def _file(self, capture: CaptureId) -> None:
        bearers: dict[str, array[int]] = {}
        names = 0
        for number, name in self._db.ask("names_of", [capture]):
            names += 1
            for word in _filed_under(name):
                bearers.setdefault(word, array("I")).append(number)
        self._write_words(sorted(bearers))  # words that begin alike lie together
        self._db.tell(
            "write_named",
            (
                (word, capture, len(of), struct.pack(f"<{len(of)}I", *of))
                for word, of in sorted(bearers.items())
            ),
        )
        self._db.tell("write_names_filed", [(names, rules(), capture)])

    def file_labels(self) -> None:
        """File by what they are called those whom no source names."""
        unfiled = self._db.ask("labels_unfiled")
        called = [(word, key) for key, label in unfiled for word in filed_words(label)]
        self._write_words(word for word, _ in called)
        self._db.tell("write_label_word", called)

    def _write_words(self, words: Iterable[str]) -> None:
        last = int(next(self._db.ask("last_word"))[0])
        self._db.tell("write_word", map(_word_row, words))
        new = list(self._db.ask("words_after", [last]))
        filed = (key << _BITS | n for n, word in new for key in _found_by(word))
        # In the order of the table: pages that are written once cost less.
        while some := sorted(islice(filed, _AT_ONCE)):
            self._db.tell("write_word_key", (divmod(one, 1 << _BITS) for one in some))

    # --- what a search asks ---------------------------------------------------

    def stamp(self) -> tuple[int, int]:
        """Return what changes when the archive does, whoever changes it."""
        return self._db.stamp()

    def extent(self) -> tuple[int, bool]:
        """Return how many names are filed, and whether any unnamed are."""
        names, unnamed = next(self._db.ask("names_filed"))
        return int(names), bool(unnamed)

    def words_under(self, found_by: Iterable[int]) -> list[Word]:
        """Return the words that are filed under some keys."""
        found = self._db.ask("words_by_key", [json.dumps(list(found_by))])
        return list(dict.fromkeys(_words(found)))

    def words_written(self, words: Iterable[str]) -> list[Word]:
        """Return the words, or first letters with a full stop, that are written so."""
        found = json.dumps(list(words), ensure_ascii=False)
        return _words(self._db.ask("words_written", [found]))

    def words_starting(self, starts: Iterable[str], *, ending: bool) -> Iterator[Word]:
        """Yield words that begin so; or that do when they are read from their end."""
        question = "words_ending" if ending else "words_beginning"
        asked = json.dumps(list(starts), ensure_ascii=False)
        return ((n, word, sound) for n, word, sound in self._db.ask(question, [asked]))

    def uses(self, words: Iterable[str]) -> int:
        """Return how many names have words that are written so, or first letters."""
        found = json.dumps(list(words), ensure_ascii=False)
        return int(next(self._db.ask("uses_of_words", [found]))[0])

    def names_of(self, mentions: Sequence[int]) -> dict[int, str]:
        """Return the names of mentions that are given by number."""
        return dict(self._db.ask("names_by_number", [json.dumps(mentions)]))

    def times_told(self, mentions: Sequence[int]) -> dict[int, int]:
        """Return how many mentions the persons of some mentions have; by number."""
        return dict(self._db.ask("times_told", [json.dumps(mentions)]))

    def bearers(self, words: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield words with the numbers of mentions that bear them, capture by capture.

        Numbers are unsigned, of four bytes, the lowest first.
        """
        return ((n, m) for n, m in self._db.ask("bearers_of", [json.dumps(words)]))

    def persons_of(self, mentions: Sequence[int]) -> list[Person]:
        """Return the persons of mentions that are given by number, in their order.

        Nobody has said of a mention who it is before the archive is built: it then
        makes a person of its own.
        """
        alone: list[Person] = []
        known: dict[str, None] = {}
        asked = json.dumps(mentions)
        for mention, name, person in self._db.ask("bearers_by_number", [asked]):
            if person is None:
                first = MentionId(mention)
                alone.append(
                    Person(
                        Person.key(first),
                        name,
                        named=True,
                        names=(name,),
                        mentions=(first,),
                    )
                )
            else:
                known[person] = None
        return [*alone, *self._persons(known)]

    def labelled(self, words: Sequence[int], limit: int) -> list[PersonId]:
        """Return some of those unnamed who are called by one of some words."""
        found = self._db.ask("labelled_with", [json.dumps(words), limit])
        return [PersonId(row[0]) for row in found]

    def persons(self, wanted: Iterable[PersonId]) -> list[Person]:
        """Return persons by their identifiers."""
        return self._persons(wanted)

    def _persons(self, wanted: Iterable[str]) -> list[Person]:
        found = self._db.ask("persons_some", [json.dumps(list(wanted))])
        return [
            rows_resolved.person_from(list(group))
            for _, group in groupby(found, key=itemgetter(0))
        ]


def _words(found: Iterable[Row]) -> list[Word]:
    return [(number, word, sound) for number, word, sound in found]


def _word_row(word: str) -> Row:
    if word.endswith("."):
        return word, "", "", ""
    plain = plain_of(word)
    return word, sound_of(word), plain, plain[::-1]


def _filed_under(name: str) -> set[str]:
    """Return the words of a name, and the first letters of those that are longer.

    >>> sorted(_filed_under("Анна П."))
    ['а.', 'анна', 'п']
    """
    words = set(filed_words(name))
    return words | {f"{word[0]}." for word in words if len(word) > 1}


def _found_by(word: str) -> Iterable[int]:
    return () if word.endswith(".") else keys_of(word)
