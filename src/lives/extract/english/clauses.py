"""Who does what in a sentence: the subject, object and phrases of each verb group.

A subject is looked for where English puts it: right before the verb, before an
insertion between commas or brackets, before "who", or, where it is left out after
"and", with the verb before. A noun phrase that hangs on a preposition or is another
verb's object is no subject. Where none of this shows a subject, there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lives.extract.english.chunks import Chunk, Tag, Verb
from lives.extract.english.lexicon import verb_form
from lives.model.mention import Mention

_ADDING = frozenset(("including", "with", "by", "like", "as"))
_SKIPPED = frozenset((Tag.ADVERB, Tag.QUOTE))
_BEFORE_SUBJECT = frozenset(
    (
        Tag.STOP,
        Tag.COMMA,
        Tag.SUB,
        Tag.AND,
        Tag.ADVERB,
        Tag.DATE,
        Tag.QUOTE,
        Tag.OPEN,
        Tag.CLOSE,
        Tag.REL,
        Tag.NOUN,  # "this time they", "the book he wrote"
    )
)
_FRONT = frozenset((Tag.COMMA, Tag.ADVERB, Tag.PREP, Tag.NOUN, Tag.DATE))
_BE = frozenset(("was", "were", "is", "are"))
_SINGULAR = frozenset(("was", "is", "has"))


class Voice(StrEnum):
    """Whether the subject does it or has it done to him."""

    ACTIVE = "active"
    PASSIVE = "passive"
    OPEN = "open"  # a form that could be either, with nothing to tell


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition with what follows it.

    Attributes:
        word: The preposition.
        at: The chunk that follows it: a noun phrase, a date or a gerund.
    """

    word: str
    at: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with what belongs to it; chunks are named by position.

    Attributes:
        at: The verb group.
        verb: The same, as read.
        voice: Active, passive or open.
        subject: Whom the subject is; empty where it is no person or not seen.
        head: The chunk that is the subject; -1 where none was seen.
        shared: The subject was left out and taken from the verb before.
        object: The noun phrase right after the verb; -1 for none.
        phrases: What hangs on it by prepositions, up to the end of the clause.
        dates: Dates that stand in it, those after the verb first.
        last: One past its last chunk.
        governor: The verb group this one is the complement of; -1 for none.
        link: The word that links it to what is before: "that", "if", "to", "after".
    """

    at: int
    verb: Verb
    voice: Voice
    subject: tuple[Mention, ...]
    head: int
    shared: bool
    object: int
    phrases: tuple[Phrase, ...]
    dates: tuple[int, ...]
    last: int
    governor: int = -1
    link: str = ""


def clauses(chunks: Sequence[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in order."""
    return _Reading(chunks).run()


class _Reading:
    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self.found: dict[int, Clause] = {}

    def run(self) -> list[Clause]:
        for at, chunk in enumerate(self.chunks):
            if chunk.verb is not None:
                self.found[at] = self._clause(at, chunk.verb)
        return [self._lead(clause) for clause in self.found.values()]

    def _clause(self, at: int, verb: Verb) -> Clause:
        before = self._before(at)
        shared = self._shared(at, before, verb)
        voice = self._voice(at, verb, shared)
        goal, phrases, dates, last = self._tail(at)
        if shared is not None:
            subject, head = shared.subject, shared.head
        else:
            subject, head = self._subject(before, verb)
        governor, link = self._governor(at, head, verb)
        if self._tag(before) is Tag.REL:
            governor, link = -1, ""  # what "who" opens is told, whatever it hangs on
        if voice is Voice.OPEN and self._inverted(head):
            voice, governor = Voice.PASSIVE, -1
        return Clause(
            at,
            verb,
            voice,
            subject,
            head,
            shared is not None,
            goal,
            phrases,
            (*dates, *self._leading_dates(at, head, shared=shared is not None)),
            last,
            governor,
            link,
        )

    # --- before the verb --------------------------------------------------------

    def _before(self, at: int) -> int:
        """Return the chunk before the verb, past adverbs, dates and brackets."""
        before = at - 1
        while before >= 0:
            tag = self.chunks[before].tag
            if tag in _SKIPPED:
                before -= 1
            elif tag is Tag.CLOSE:
                before = self._opening(before) - 1
            elif tag is Tag.DATE:
                before -= 2 if self._tag(before - 1) is Tag.PREP else 1
            else:
                break
        return before

    def _tag(self, at: int) -> Tag | None:
        return self.chunks[at].tag if 0 <= at < len(self.chunks) else None

    def _opening(self, closing: int) -> int:
        at = closing
        while at > 0 and self.chunks[at].tag is not Tag.OPEN:
            at -= 1
        return at

    def _subject(self, before: int, verb: Verb) -> tuple[tuple[Mention, ...], int]:
        """Find the subject of a verb that has one of its own."""
        tag = self._tag(before)
        if tag is Tag.REL and self.chunks[before].word == "who":
            return self._who(before)
        if tag is Tag.NOUN:
            head = self._climb(before)
            if head >= 0:
                return self._people(head, verb), head
        if tag is Tag.COMMA:
            return self._over_commas(before, verb)
        return (), -1

    def _who(self, rel: int) -> tuple[tuple[Mention, ...], int]:
        before = rel - 1
        while self._tag(before) in {Tag.COMMA, Tag.CLOSE, Tag.QUOTE}:
            is_close = self._tag(before) is Tag.CLOSE
            before = self._opening(before) - 1 if is_close else before - 1
        if self._tag(before) is not Tag.NOUN:
            return (), -1
        return self.chunks[before].people, before

    def _climb(self, at: int) -> int:
        """Return the head of the noun phrase ending here, or -1 if it is no subject."""
        while self._tag(at - 1) is Tag.PREP:
            if self._tag(at - 2) is not Tag.NOUN:
                return -1
            at -= 2
        start = self._list_start(at)
        before = self._tag(start - 1)
        free = before is None or before in _BEFORE_SUBJECT or self._reports(start - 1)
        return at if free else -1

    def _reports(self, at: int) -> bool:
        """Tell whether a verb takes a clause without "that": "he said X was shot"."""
        verb = self.chunks[at].verb
        return verb is not None and not verb.passive

    def _list_start(self, at: int) -> int:
        """Return the first noun phrase of the list "A, B and C" that ends here."""
        start = at
        if self._tag(start - 1) is Tag.AND and self._tag(start - 2) is Tag.NOUN:
            start -= 2
            while self._tag(start - 1) is Tag.COMMA and self._person(start - 2):
                start -= 2
        elif (
            self._tag(start - 1) is Tag.AND
            and self._tag(start - 2) is Tag.COMMA
            and self._person(start - 3)
        ):
            start -= 3
            while self._tag(start - 1) is Tag.COMMA and self._person(start - 2):
                start -= 2
        return start

    def _person(self, at: int) -> bool:
        return self._tag(at) is Tag.NOUN and bool(self.chunks[at].people)

    def _people(self, head: int, verb: Verb) -> tuple[Mention, ...]:
        """Return everyone of the list that ends with this noun phrase."""
        start = head if verb.auxiliary in _SINGULAR else self._list_start(head)
        return tuple(
            mention
            for chunk in self.chunks[start : head + 1]
            if chunk.tag is Tag.NOUN
            for mention in chunk.people
        )

    def _over_commas(self, closing: int, verb: Verb) -> tuple[tuple[Mention, ...], int]:
        """Find the subject before one or more insertions between commas."""
        added: tuple[Mention, ...] = ()
        comma = closing
        if self._participle(verb):
            head = (
                self._climb(closing - 1) if self._tag(closing - 1) is Tag.NOUN else -1
            )
            if head >= 0:
                return self.chunks[head].people, head
            # "They were tried in 1935, accused of ...": the subject goes on.
            main = self._previous(closing)
            known = main is not None and main.verb.finite and not main.verb.bare
            return (main.subject, main.head) if main and known else ((), -1)
        while True:
            opening = self._comma_before(comma)
            if opening < 0:
                return (), -1
            if not self._insertion(opening, comma):
                return (), -1
            added = self._added(opening + 1, comma) + added
            head = (
                self._climb(opening - 1) if self._tag(opening - 1) is Tag.NOUN else -1
            )
            if head >= 0:
                return (*self._people(head, verb), *added), head
            comma = opening

    def _participle(self, verb: Verb) -> bool:
        return (verb.bare and not verb.auxiliary) or verb.gerund

    def _comma_before(self, closing: int) -> int:
        at = closing - 1
        while at >= 0:
            tag = self.chunks[at].tag
            if tag is Tag.CLOSE:
                at = self._opening(at)
            elif tag is Tag.COMMA:
                return at
            elif tag is Tag.STOP:
                return -1
            at -= 1
        return -1

    def _insertion(self, opening: int, closing: int) -> bool:
        """Tell whether what stands between two commas can be left out."""
        inside = self.chunks[opening + 1 : closing]
        if not inside:
            return False
        if inside[0].tag is Tag.REL:
            return True
        return not any(
            c.verb is not None and c.verb.finite and not c.verb.bare for c in inside
        )

    def _added(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return the persons an insertion adds: "together with A and B"."""
        inside = self.chunks[first:last]
        word = next((c.word for c in inside if c.tag is Tag.PREP), "")
        if word not in _ADDING:
            return ()
        return tuple(m for c in inside if c.tag is Tag.NOUN for m in c.people)

    # --- shared subjects --------------------------------------------------------

    def _shared(self, at: int, before: int, verb: Verb) -> Clause | None:
        """Return the clause whose subject this verb shares, if it left its own out."""
        if verb.infinitive or (verb.gerund and self._tag(before) is Tag.PREP):
            return self._previous(at)
        while self._tag(before) in _SKIPPED:
            before -= 1
        tag = self._tag(before)
        if tag is Tag.AND:
            previous = self._previous(before)
            return (
                previous
                if previous is None or previous.verb.finite or previous.subject
                else None
            )
        if tag is Tag.COMMA and self._participle(verb) and not verb.gerund:
            previous = self._previous(before)
            listed = previous is not None and self._list_goes_on(at)
            return previous if listed else None
        return None

    def _previous(self, at: int) -> Clause | None:
        """Return the clause before, leaving out finished insertions with "who"."""
        earlier = [clause for key, clause in self.found.items() if key < at]
        for clause in reversed(earlier):
            hanging = clause.verb.gerund or clause.verb.infinitive
            if not hanging and not self._closed(clause, at):
                return clause
        return None

    def _closed(self, clause: Clause, at: int) -> bool:
        """Tell whether a relative clause has ended, with its comma, before ``at``."""
        rel = self._tag(self._before(clause.at)) is Tag.REL
        return rel and self._tag(at - 1) is Tag.COMMA

    def _list_goes_on(self, at: int) -> bool:
        """Tell whether ", V ... and V" follows: verbs in a list, not an insertion."""
        for i in range(at + 1, len(self.chunks)):
            tag = self.chunks[i].tag
            if tag is Tag.AND:
                j = i + 1
                while self._tag(j) in _SKIPPED | {Tag.AND}:
                    j += 1
                verb = self.chunks[j].verb if j < len(self.chunks) else None
                if verb is not None:
                    return verb.bare
            if tag in {Tag.STOP, Tag.SUB, Tag.REL}:
                return False
        return False

    def _voice(self, at: int, verb: Verb, shared: Clause | None) -> Voice:
        if verb.passive:
            return Voice.PASSIVE
        if not verb.bare:
            return Voice.ACTIVE
        form = verb_form(verb.word)
        after = at + 1
        while self._tag(after) in _SKIPPED:
            after += 1
        by = self._tag(after) is Tag.PREP and self.chunks[after].word == "by"
        only_participle = form is not None and form.participle and not form.past
        goes_on = shared is not None and shared.voice is Voice.PASSIVE
        if by or only_participle or goes_on:
            return Voice.PASSIVE
        if shared is not None or self._tag(after) is Tag.NOUN:
            return Voice.ACTIVE
        return Voice.OPEN

    def _inverted(self, head: int) -> bool:
        """Tell whether the auxiliary stands before: "not only was X shot"."""
        before = self._list_start(head) - 1 if head >= 0 else -1
        verb = self.chunks[before].verb if before > 0 else None
        return verb is not None and verb.word in _BE and verb.auxiliary == verb.word

    # --- after the verb ---------------------------------------------------------

    def _tail(self, at: int) -> tuple[int, tuple[Phrase, ...], tuple[int, ...], int]:
        """Return the object, the phrases, the dates and the end of a clause."""
        goal, phrases, dates = -1, [], []
        i = at + 1
        while i < len(self.chunks):
            tag = self.chunks[i].tag
            if tag is Tag.PREP and self._tag(i + 1) in {Tag.NOUN, Tag.DATE, Tag.VERB}:
                if self.chunks[i + 1].verb is not None:
                    phrases.append(Phrase(self.chunks[i].word, i + 1))
                    break
                if self._tag(i + 1) is Tag.DATE:
                    dates.append(i + 1)
                phrases.append(Phrase(self.chunks[i].word, i + 1))
                i += 2
            elif tag is Tag.DATE:
                dates.append(i)
                i += 1
            elif tag is Tag.NOUN and goal < 0 and not phrases:
                goal = i
                i += 1
            elif tag in _SKIPPED or tag is Tag.PREP:
                i += 1
            elif tag is Tag.OPEN:
                i = self._closing(i) + 1
            elif self._goes_on(i, tag):
                i += 2 if self._tag(i + 1) is Tag.NOUN else 1
            else:
                break
        return goal, tuple(phrases), tuple(dates), min(i, len(self.chunks))

    def _closing(self, opening: int) -> int:
        at = opening
        while at < len(self.chunks) - 1 and self.chunks[at].tag is not Tag.CLOSE:
            at += 1
        return at

    def _goes_on(self, at: int, tag: Tag) -> bool:
        """Tell whether a comma or "and" leaves the clause open."""
        after = self._tag(at + 1)
        if tag is Tag.COMMA:
            return after in {Tag.PREP, Tag.DATE}
        if tag is not Tag.AND:
            return False
        if after in {Tag.PREP, Tag.DATE}:
            return True
        beyond = at + 2
        while self._tag(beyond) in {Tag.ADVERB, Tag.PREP, Tag.DATE}:
            beyond += 1
        return after is Tag.NOUN and self._tag(beyond) is not Tag.VERB

    def _leading_dates(self, at: int, head: int, *, shared: bool) -> tuple[int, ...]:
        """Return the date that opens the sentence, or stands before the verb."""
        found: list[int] = []
        i = at - 1
        while i > head >= 0 and self.chunks[i].verb is None:
            if self.chunks[i].tag is Tag.DATE:
                found.insert(0, i)
            i -= 1
        i = (self._list_start(head) if head >= 0 else at) - 1
        while i >= 0 and self.chunks[i].tag in _FRONT and not (found and not shared):
            if self.chunks[i].tag is Tag.DATE:
                found.insert(0, i)
                break
            i -= 1
        return tuple(found) or self._opening_date(head)

    def _opening_date(self, head: int) -> tuple[int, ...]:
        """Return the date of "On 3 May, when all was quiet, X was arrested"."""
        first = next((i for i in (0, 1, 2) if self._tag(i) is Tag.DATE), -1)
        after = self._tag(first + 1), self._tag(first + 2)
        opens = first >= 0 and after == (Tag.COMMA, Tag.SUB)
        main = head >= 0 and self._tag(self._list_start(head) - 1) is Tag.COMMA
        return (first,) if opens and main else ()

    # --- what it hangs on -------------------------------------------------------

    def _governor(self, at: int, head: int, verb: Verb) -> tuple[int, str]:
        """Return the verb a clause is the complement of, and the linking word."""
        if verb.infinitive:
            return self._verb_before(at), "to"
        if verb.gerund and self._tag(at - 1) is Tag.PREP:
            return self._verb_before(at), self.chunks[at - 1].word
        start = self._list_start(head) if head >= 0 else at
        i = start - 1
        while i >= 0 and self.chunks[i].tag in {
            Tag.ADVERB,
            Tag.DATE,
            Tag.COMMA,
            Tag.QUOTE,
        }:
            i -= 1
        tag = self._tag(i)
        if tag is Tag.SUB:
            return self._verb_before(i), self.chunks[i].word
        if tag is Tag.VERB and head >= 0:
            return i, ""
        return -1, ""

    def _verb_before(self, at: int) -> int:
        i = at - 1
        while i >= 0 and self.chunks[i].tag in {
            Tag.NOUN,
            Tag.ADVERB,
            Tag.PREP,
            Tag.COMMA,
            Tag.DATE,
            Tag.QUOTE,
        }:
            i -= 1
        return i if self._tag(i) is Tag.VERB else -1

    def _lead(self, clause: Clause) -> Clause:
        """Give "Arrested in 1936, he ..." the subject of the clause it leads to."""
        leading = self._before(clause.at) < 0 or self._tag(clause.at - 1) is Tag.PREP
        if (
            clause.head >= 0
            or not leading
            or (clause.verb.finite and not clause.verb.bare)
        ):
            return clause
        for later in self.found.values():
            if later.at > clause.at and later.head >= 0 and not later.shared:
                comma = any(
                    c.tag is Tag.COMMA for c in self.chunks[clause.at : later.head]
                )
                if later.governor < 0 and comma:
                    return replace(
                        clause, subject=later.subject, head=later.head, shared=True
                    )
                return clause
        return clause
