"""Names filed by their words, so that a search need not look at everybody.

Every different word of the names stands once, under the keys that find it however it
is spelled; beside it, capture by capture, the numbers of the mentions that bear it.
So three million names make no more keys than there are different words among them. An
initial is filed like a word, with a full stop: ``p.``
"""

import json
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from lives.model.ids import CaptureId, MentionId, PersonId
from lives.model.person import Person
from lives.reading.names_filed import keys, name_words
from lives.reading.names_scripts import plain_latin
from lives.store import rows_resolved
from lives.store.sqlite import Database

Word = tuple[int, str]  # its number, and the word in lower case


class NamesFiled:
    """The names of an archive by their words."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def file(self) -> None:
        """File the names of every capture of which that is still to be done."""
        waiting = [CaptureId(row[0]) for row in self._db.ask("names_unfiled")]
        if waiting:
            with self._db.transaction():
                for capture in waiting:
                    self._file(capture)
                self.file_labels()  # an earlier version of Lives did not

    def _file(self, capture: CaptureId) -> None:
        bearers: dict[str, array[int]] = {}
        for number, name in self._db.ask("names_of", [capture]):
            for word in _filed_under(name):
                bearers.setdefault(word, array("I")).append(number)
        self._write_words(bearers)
        self._db.tell(
            "write_named",
            (
                (word, capture, len(of), struct.pack(f"<{len(of)}I", *of))
                for word, of in bearers.items()
            ),
        )
        self._db.tell("write_names_filed", [(capture,)])

    def file_labels(self) -> None:
        """File by what they are called those whom no source names."""
        unfiled = self._db.ask("labels_unfiled")
        called = [(word, key) for key, label in unfiled for word in name_words(label)]
        self._write_words(word for word, _ in called)
        self._db.tell("write_label_word", called)

    def _write_words(self, words: Iterable[str]) -> None:
        last = int(next(self._db.ask("last_word"))[0])
        told = ((w, "" if w.endswith(".") else plain_latin(w)) for w in words)
        self._db.tell("write_word", told)
        new = list(self._db.ask("words_after", [last]))
        filed = ((key, number) for number, word in new for key in _found_by(word))
        self._db.tell("write_word_key", filed)

    # --- what a search asks ---------------------------------------------------

    def words_under(self, found_by: Iterable[str]) -> list[Word]:
        """Return the words that are filed under some keys."""
        return list(self._db.ask("words_by_key", [json.dumps(list(found_by))]))

    def words_beginning(self, plain: str) -> list[Word]:
        """Return the words whose Latin letters begin so."""
        return list(self._db.ask("words_between", [plain, plain + "\x7f"]))

    def words_spelled(self, plain: str) -> list[Word]:
        """Return the words whose Latin letters are these."""
        return list(self._db.ask("words_between", [plain, plain + "\0"]))

    def initial(self, letter: str) -> list[Word]:
        """Return what stands for all words that begin with a Latin letter."""
        return list(self._db.ask("words_written", [f"{letter}."]))

    def bearers(self, words: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield words with the numbers of mentions that bear them.

        Numbers are unsigned, of four bytes, the lowest first; they follow one another
        in the order of the names, capture by capture.
        """
        return ((n, m) for n, m in self._db.ask("bearers_of", [json.dumps(words)]))

    def persons_of(self, mentions: Sequence[int]) -> list[Person]:
        """Return the persons of mentions that are given by number.

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


def _filed_under(name: str) -> set[str]:
    """Return the words of a name, and the initials of those that are longer.

    >>> sorted(_filed_under("Анна П."))
    ['a.', 'p.', 'анна', 'п']
    """
    words = set(name_words(name))
    return words | {initial for w in words if (initial := _initial(w))}


@lru_cache(maxsize=65536)
def _initial(word: str) -> str:
    plain = plain_latin(word)
    return f"{plain[0]}." if plain else ""


def _found_by(word: str) -> Iterator[str]:
    if not word.endswith("."):
        return (key for key in keys(word) if not key.startswith("^"))
    return iter(())
