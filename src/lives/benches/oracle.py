"""LitBank read with the mentions that people marked, all before resolved rightly."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.benches.coreference import CAPTURE, Book, Marked, token_places
from lives.extract.english.entities import Cast, Entity
from lives.extract.english.kin import gender_of_noun
from lives.extract.english.people import Named, walk_through
from lives.extract.english.traces import (
    SINGULAR,
    Kind,
    Trace,
    part_of,
    part_of_pronoun,
)
from lives.extract.english.wordlists import function_words, is_role
from lives.model.ids import MentionId
from lives.model.mention import Gender
from lives.reading.names import Name, parse_name

_OTHERS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "you",
        "your",
        "yours",
        "yourself",
        "we",
        "us",
        "our",
        "ours",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "this",
        "one",
    ]
)


@dataclass(slots=True)
class _Person:
    """Someone of a book as marked."""

    entity: Entity
    named: bool = False


class Oracle:
    """Asks of each pronoun of a book as if all before it had been resolved rightly."""

    def __init__(self, book: Book) -> None:
        self.book = book
        named = Named((), Cast(), (), ())
        self.walk = walk_through(book.prose, CAPTURE, named, book.parses)
        self.people: dict[int, _Person] = {}
        self.persons = self._persons()

    def _persons(self) -> set[int]:
        """Return the chains that are human beings: a pronoun or a calling shows it."""
        found = set()
        for (start, end), chain in self.book.chains.items():
            words = self.book.prose.text[start:end].lower().split()
            human = {"i", "me", "my", "you", "your", "myself", *SINGULAR}
            if (
                (len(words) == 1 and words[0] in human)
                or is_role(words[-1])
                or parse_name(self.book.prose.text[start:end]).gender
            ):
                found.add(chain)
        return found

    def read(self) -> Iterator[Marked]:
        """Yield the pronouns in order."""
        there: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for (start, end), chain in self.book.chains.items():
            place = token_places(self.book.prose, start, end)
            if place is not None and chain in self.persons:
                there[place[0]].append((place[1], place[2], chain))
        for number in range(len(self.book.prose.sentences)):
            yield from self._sentence(number, sorted(there[number]))

    def _sentence(
        self, number: int, mentions: Sequence[tuple[int, int, int]]
    ) -> Iterator[Marked]:
        tokens = self.book.prose.sentences[number].tokens
        self.walk.traces[number] = []
        pronouns = []
        for first, last, chain in mentions:
            lower = tokens[first].lower
            if first == last and lower in SINGULAR:
                pronouns.append((first, chain))
            elif first != last or lower not in _OTHERS:
                self._meet(number, first, last, chain)
        for at, chain in pronouns:
            yield self._marked(number, at, chain)

    def _meet(self, number: int, first: int, last: int, chain: int) -> None:
        tokens = self.book.prose.sentences[number].tokens[first : last + 1]
        words = [t for t in tokens if t.lower not in function_words()]
        name = bool(words) and words[-1].capital and len(tokens) < 6  # noqa: PLR2004
        text = self.book.prose.text[tokens[0].start : tokens[-1].end]
        gender = parse_name(text).gender if name else Gender.UNKNOWN
        person = self._person(number, chain)
        entity = person.entity
        entity.gender = entity.gender or gender or gender_of_noun(tokens[-1].lower)
        person.named = person.named or name
        kind = Kind.NOMINAL if person.named else Kind.STRANGER
        self._trace(number, (first, last), person, Kind.NAME if name else kind)

    def _person(self, number: int, chain: int) -> _Person:
        if chain not in self.people:
            head = MentionId(f"chain {chain}")
            entity = Entity(head, [Name("")], Gender.UNKNOWN, number, count=0)
            self.people[chain] = _Person(entity)
        return self.people[chain]

    def _trace(
        self, number: int, place: tuple[int, int], person: _Person, kind: Kind
    ) -> None:
        tokens = self.book.prose.sentences[number].tokens
        pronoun = kind is Kind.PRONOUN
        part = part_of_pronoun(tokens, place[0]) if pronoun else part_of(tokens, *place)
        trace = Trace(person.entity, person.entity.head, *place, part, kind)
        self.walk.traces[number].append(self.walk.situated(trace, number))
        person.entity.count += 1

    def _marked(self, number: int, at: int, chain: int) -> Marked:
        walk = self.walk
        tokens = self.book.prose.sentences[number].tokens
        asked = walk.question(number, at)
        person = self._person(number, chain)
        heads = [c.entity.head for c in asked.candidates]
        right = {i for i, head in enumerate(heads) if head == person.entity.head}
        marked = frozenset(right or {len(heads)})
        named = person.named
        self._trace(number, (at, at), person, Kind.PRONOUN)
        person.entity.gender = SINGULAR[tokens[at].lower]
        return Marked(asked, marked, named, "litbank, mentions given")
