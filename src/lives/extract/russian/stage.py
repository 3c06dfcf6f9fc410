"""Everyone met so far in a document, while it is read sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lives.extract.russian.cast import Cast, Person
from lives.extract.russian.clauses import Clause
from lives.extract.russian.parsing import Word
from lives.extract.russian.prose import Prose
from lives.model.ids import CaptureId
from lives.model.mention import Mention, MentionKind

REACH = 2  # sentences back in which whom a pronoun means may stand


@dataclass(slots=True)
class People:
    """Everyone a document names or points at.

    Attributes:
        mentions: In order of position.
        at: Mentions by sentence and by the position of their word.
        person: Who a mention means, by mention.
        kin: Mentions of relatives: sentence, position, and that of the word for it.
        several: Mentions of those whom one word means: "оба", "они".
        cases: In which cases a name may stand, as its form has it.
        before: By sentence, the latest mention of whoever was spoken of before it.
    """

    mentions: list[Mention] = field(default_factory=list)
    at: dict[tuple[int, int], Mention] = field(default_factory=dict)
    person: dict[str, Person] = field(default_factory=dict)
    kin: list[tuple[int, int, int]] = field(default_factory=list)
    before: dict[int, Mention] = field(default_factory=dict)
    several: dict[tuple[int, int], tuple[Mention, ...]] = field(default_factory=dict)
    cases: dict[str, frozenset[str]] = field(default_factory=dict)

    def who(self, sentence: int, word: int) -> Mention | None:
        """Return whom a word names or points at."""
        return self.at.get((sentence, word))


@dataclass(slots=True)
class Walk:
    """Where the reading of a document's people stands.

    Attributes:
        prose: The document.
        capture: Its bytes.
        laid: Its sentences, parsed.
        own: The author speaks of himself, and of his own kin.
        cast: Everyone met.
        people: All mentions so far.
        topic: The subject of the last main clause that had one.
        block: The paragraph.
        number: The sentence.
        parts: Its clauses.
        latest: The latest mention of each, by the identity of the person.
        pair: Those last named together.
        paired: The sentence in which they were.
    """

    prose: Prose
    capture: CaptureId
    laid: Sequence[Sequence[Word]]
    own: bool = False
    cast: Cast = field(default_factory=Cast)
    people: People = field(default_factory=People)
    topic: Person | None = None
    block: int = -1
    number: int = 0
    parts: list[Clause] = field(default_factory=list)
    latest: dict[int, Mention] = field(default_factory=dict)
    pair: tuple[Person, ...] = ()
    paired: int = 0

    def mention(self, word: Word, kind: MentionKind) -> Mention:
        """Make a mention of a word."""
        text = self.prose.text[word.start : word.end]
        key = Mention.key(self.capture, word.start, word.end)
        return Mention(key, self.capture, word.start, word.end, text, kind)

    def enter(self, number: int, at: int, mention: Mention, person: Person) -> None:
        """Keep a mention, in the place of an earlier one there."""
        old = self.people.at.get((number, at))
        if old is not None:
            self.people.mentions.remove(old)
        self.people.mentions.append(mention)
        self.people.at[number, at] = mention
        self.people.person[mention.id] = person
        self.latest[id(person)] = mention
