"""Whom plural pronouns and nouns mean: "they", "both", "all three", "the two men".

People who can be meant are those named together, those a plural has just meant, and,
where their number is told, those of whom the sentences before speak one by one. Other
people in the plural, "the delegates", may be meant as well: then nobody is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lives.extract.english.crowds import is_people
from lives.extract.english.entities import Entity
from lives.extract.english.grammar import describes, place
from lives.extract.english.learned.parse import Parse
from lives.extract.english.lexicon import words
from lives.extract.english.prose import Token
from lives.extract.english.traces import Kind, Trace
from lives.extract.english.verbs import is_adverb
from lives.extract.english.wordlists import is_person_verb, listed
from lives.model.mention import Gender

PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_TWO = 2
_JOINS = frozenset((",", "and", "together", "with", "by", "as", "well"))
_BACK = 3  # sentences searched before the one of the plural
_NUMBERS = {
    word: n
    for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)  # noqa: SIM905
}
_MEN = {"men": Gender.MALE, "brothers": Gender.MALE, "friars": Gender.MALE}
_WOMEN = {"women": Gender.FEMALE, "sisters": Gender.FEMALE, "nuns": Gender.FEMALE}
_PAIRS = frozenset(("pair", "couple"))
_SOME = frozenset(("others", "many", "most", "some", "several", "few", "those"))
_PARTS = frozenset(("compound", "flat", "nummod"))
# What may stand right before "both" where it is a subject: "..., both were shot".
_OPENS = frozenset((",", ";", ":", "—", "–", "(", "and", "but", "or", "that"))


@dataclass(frozen=True, slots=True)
class Several:
    """A place where people are meant in the plural.

    Attributes:
        people: Who; () for a crowd nobody is known of.
        first: Its first token in the sentence.
        last: Its last.
        subject: It is a subject.
        meant: By a plural: what goes on about them goes on so.
        speech: Number of the direct speech it stands in; 0 outside.
    """

    people: tuple[Entity, ...]
    first: int
    last: int
    subject: bool
    meant: bool = False
    speech: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean a number of people: "both", "the two women".

    Attributes:
        first: The first token.
        last: The last.
        count: How many they are; 0 where that is not told.
        gender: What their noun shows.
        told: It says what they are, "the two clerks": only people told of together.
    """

    first: int
    last: int
    count: int
    gender: Gender = Gender.UNKNOWN
    told: bool = False

    @property
    def each(self) -> bool:
        """Tell whether it means all of those told of, however many: "each was"."""
        return self.count == 0


@dataclass(slots=True)
class Plurals:
    """Where people were meant in the plural, by sentence."""

    met: dict[int, list[Several]] = field(default_factory=dict)
    blocks: dict[int, int] = field(default_factory=dict)

    def begin(self, number: int, block: int, there: Sequence[Several]) -> None:
        """Enter a sentence with those named together and the crowds in it."""
        self.met[number] = sorted(there, key=lambda s: s.first)
        self.blocks[number] = block
        self.met.pop(number - _BACK - 2, None)

    def enter(self, number: int, several: Several) -> None:
        """Note whom a plural meant; its own noun, "the two women", is no crowd."""
        there = self.met[number]
        span = range(several.first, several.last + 1)
        self.met[number] = [s for s in there if s.people or s.first not in span]
        self.met[number].append(several)

    def before(self, number: int, i: int) -> Iterator[list[Several]]:
        """Yield those met before a token: of its sentence, then of each before it."""
        yield [s for s in self.met.get(number, ()) if s.last < i]
        for back in range(1, _BACK + 1):
            if self.blocks.get(number - back) != self.blocks[number]:
                return
            yield self.met.get(number - back, [])

    def they(
        self, number: int, i: int, *, subject: bool, speech: int = 0
    ) -> tuple[Entity, ...]:
        """Find whom a plural pronoun means; () when in doubt.

        Args:
            number: Its sentence.
            i: Its place there.
            subject: It is a subject, or opens one: "their appeal was".
            speech: Number of the direct speech it stands in: voices do not share.
        """
        for back, met in enumerate(self.before(number, i)):
            there = [s for s in met if back <= 1 or s.subject or not s.people]
            there = [s for s in there if s.speech == speech or not s.people]
            ongoing = [s for s in there if s.meant and not back]
            if ongoing:
                return ongoing[-1].people
            led = [s for s in there if s.subject] if subject else []
            found = {frozenset(e.head for e in s.people): s for s in led or there}
            if found:
                alone = len(found) == 1
                return next(iter(found.values())).people if alone else ()
        return ()

    def counted(
        self, number: int, phrase: Phrase, traces: Mapping[int, Sequence[Trace]]
    ) -> tuple[Entity, ...]:
        """Find the people of whom there are so many; () when in doubt.

        Args:
            number: The sentence of the phrase.
            phrase: The words.
            traces: Where each was meant, by sentence.
        """
        one_by_one: dict[str, Entity] = {}
        for back, there in enumerate(self.before(number, phrase.first)):
            found = {
                frozenset(e.head for e in s.people): s.people
                for s in there
                if len(s.people) == phrase.count and _agree(s.people, phrase.gender)
            }
            if found:
                return next(iter(found.values())) if len(found) == 1 else ()
            if phrase.told:
                continue
            for trace in traces.get(number - back, ()):
                if _told_of(trace, phrase.first if not back else None):
                    one_by_one.setdefault(trace.entity.head, trace.entity)
            people = tuple(one_by_one.values())
            if len(people) == phrase.count and _agree(people, phrase.gender):
                return people
            if len(people) > phrase.count:
                return ()
        return ()


def _agree(people: Sequence[Entity], gender: Gender) -> bool:
    return not gender or all(e.gender in (gender, Gender.UNKNOWN) for e in people)


def _told_of(trace: Trace, before: int | None) -> bool:
    """Tell whether the text speaks of someone there, not only through him."""
    known = trace.kind in (Kind.NAME, Kind.PRONOUN, Kind.NOMINAL)
    return known and not trace.owner and (before is None or trace.last < before)


# --- what stands in a sentence --------------------------------------------------------


def crowds_in(
    tokens: Sequence[Token], parse: Parse | None, named: Sequence[Trace]
) -> Iterator[Several]:
    """Yield the crowds of a sentence: people in the plural whom nobody names.

    Without a tree every plural may be one. What is said of people named is none:
    "A and B, both miners", "A and B were miners".
    """
    taken = {i for trace in named for i in range(trace.first, trace.last + 1)}
    for i, token in enumerate(tokens):
        if i in taken or not token.word:
            continue
        if parse is None:
            if _plural(token):
                yield Several((), i, i, subject=True)
        elif parse.links[i] not in _PARTS and not (
            describes(parse, i) or parse.heads[i] in taken or _marked(tokens, i)
        ):
            leads = place(parse, i, i).leads
            counted = leads and (parse.tags[i] == "CD" or token.lower in _SOME)
            if counted or (is_people(token) and parse.tags[i].startswith("NN")):
                yield Several((), i, i, leads)


def headed(crowd: Several, tokens: Sequence[Token], named: Sequence[Trace]) -> Several:
    """Fill a crowd with those said to lead it: "ten officers, headed by X and Y,"."""
    at = crowd.last + 1
    at += at < len(tokens) and tokens[at].text == ","
    lowers = [token.lower for token in tokens[at : at + 2]]
    if lowers not in (["headed", "by"], ["led", "by"]):
        return crowd
    found: list[Trace] = []
    for trace in sorted(named, key=lambda t: t.first):
        begin = found[-1].last + 1 if found else at + 2
        between = {t.lower for t in tokens[begin : trace.first]}
        if trace.first >= begin and between <= _JOINS:
            found.append(trace)
    people = {trace.entity.head: trace.entity for trace in found}
    return replace(crowd, people=tuple(people.values()))


def _marked(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a noun ends in quotation marks: those “former people”."""
    return i + 1 < len(tokens) and tokens[i + 1].text in '"”»'


def couple(tokens: Sequence[Token], named: Sequence[Trace]) -> Several | None:
    """Find the two of a sentence that brings them together: "X married Y"."""
    if len({trace.entity.head for trace in named}) != _TWO or len(named) != _TWO:
        return None
    one, two = sorted(named, key=lambda trace: trace.first)
    between = {token.lower for token in tokens[one.last + 1 : two.first]}
    if not one.subject or two.owner or not between & listed("pairing"):
        return None
    return Several((one.entity, two.entity), one.first, two.last, subject=True)


def _plural(token: Token) -> bool:
    lower = token.lower
    if lower in ("people", "men", "women", "children", "police"):
        return True
    plural = len(lower) > 4 and lower.endswith("s")  # noqa: PLR2004  # "was", "this"
    return plural and not lower.endswith(("ss", "us", "is")) and not token.capital


def phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Yield the words of a sentence that mean a number of people.

    >>> from lives.extract.english.prose import tokens
    >>> found = phrases(list(tokens("Both were shot.")))
    >>> [(p.first, p.last, p.count) for p in found]
    [(0, 0, 2)]
    >>> found = phrases(list(tokens("The two men fled.")))
    >>> [(p.first, p.last, p.count) for p in found]
    [(0, 2, 2)]
    >>> list(phrases(list(tokens("He spoke both languages for two years."))))
    []
    """
    for i in range(len(tokens)):
        found = _phrase(tokens, i)
        if found is not None:
            yield found


def _phrase(tokens: Sequence[Token], i: int) -> Phrase | None:
    first = tokens[i].lower
    lowers = [t.lower for t in tokens[i + 1 : i + 5]] + [""] * 4
    if first == "both":
        return _both(tokens, i, lowers)
    if first in ("each", "all") and _alone(tokens, i):
        of_them = lowers[:2] == ["of", "them"]
        if of_them or (_tells(lowers[0]) and not is_adverb(lowers[0])):
            return Phrase(i, i + 2 * of_them, 0)
    if first == "all" and lowers[0] == "the":
        first, lowers, extra = "all", lowers[1:], 1
    else:
        extra = 0
    if first in ("all", "the") and lowers[0] in _NUMBERS:
        return _number(tokens, i, i + 1 + extra, lowers)
    if first == "the" and lowers[0] in _PAIRS and is_person_verb(lowers[1]):
        return Phrase(i, i + 1, 2)
    return None


def _both(tokens: Sequence[Token], i: int, lowers: Sequence[str]) -> Phrase | None:
    if lowers[0] in _MEN | _WOMEN:
        return Phrase(i, i + 1, 2, (_MEN | _WOMEN)[lowers[0]])
    if not _alone(tokens, i):
        return None
    if lowers[:2] == ["of", "them"]:
        return Phrase(i, i + 2, 2)
    return Phrase(i, i, 2) if _tells(lowers[0]) else None


def _alone(tokens: Sequence[Token], i: int) -> bool:
    """Tell the subject of "..., both were shot" from "they were both shot"."""
    before = tokens[i - 1].lower if i else ","
    return before in _OPENS | words()["subordinators"] or before[0].isdigit()


def _number(
    tokens: Sequence[Token], i: int, at: int, lowers: Sequence[str]
) -> Phrase | None:
    """Read "all three were", "the two women", "all four of them"."""
    first, count = tokens[i].lower, _NUMBERS[lowers[0]]
    if lowers[1] in _MEN | _WOMEN:
        return Phrase(i, at + 1, count, (_MEN | _WOMEN)[lowers[1]])
    if first == "the" and at + 1 < len(tokens) and is_people(tokens[at + 1]):
        return Phrase(i, at + 1, count, told=True)
    if lowers[1:3] == ["of", "them"]:
        return Phrase(i, at + 2, count)
    return Phrase(i, at, count) if _tells(lowers[1]) else None


def _tells(lower: str) -> bool:
    """Tell whether a word begins what people do: "were", "died"."""
    return is_person_verb(lower) or lower in words()["adverbs"] - {"not"}
