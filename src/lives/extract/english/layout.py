"""How the chunks of a sentence stand to one another: lists, insertions, brackets."""

from collections.abc import Sequence

from lives.extract.english.chunks import Chunk, Tag
from lives.model.mention import Mention

SKIPPED = frozenset((Tag.ADVERB, Tag.QUOTE))
_CLAUSE_OPENERS = frozenset(("until", "till", "after", "before", "since", "as", "than"))
_ADDING = frozenset(("including", "with", "by", "like", "as"))
# A noun phrase with one of these before it can be a subject: it is not the object of
# a preposition or of another verb. A noun: "this time they", "the book he wrote".
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
        Tag.NOUN,
        None,
    )
)


class Layout:
    """The chunks of one sentence, with questions about their order."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks

    def tag(self, at: int) -> Tag | None:
        """Return what a chunk is; None beyond the sentence."""
        return self.chunks[at].tag if 0 <= at < len(self.chunks) else None

    def word(self, at: int) -> str:
        """Return the word of a chunk; "" beyond the sentence."""
        return self.chunks[at].word if 0 <= at < len(self.chunks) else ""

    def opening(self, closing: int) -> int:
        """Return the bracket that opens what closes here."""
        at = closing
        while at > 0 and self.chunks[at].tag is not Tag.OPEN:
            at -= 1
        return at

    def closing(self, opening: int) -> int:
        """Return the bracket that closes what opens here."""
        at = opening
        while at < len(self.chunks) - 1 and self.chunks[at].tag is not Tag.CLOSE:
            at += 1
        return at

    def before(self, at: int) -> int:
        """Return the chunk before this one, past adverbs, dates and brackets."""
        before = at - 1
        while before >= 0:
            tag = self.chunks[before].tag
            if tag in SKIPPED:
                before -= 1
            elif tag is Tag.CLOSE:
                before = self.opening(before) - 1
            elif tag is Tag.DATE:
                before -= 2 if self.tag(before - 1) is Tag.PREP else 1
            elif self._aside(before):  # "and in the end", "and at length"
                before -= 2
            else:
                break
        return before

    def _aside(self, at: int) -> bool:
        """Tell whether a phrase stands between "and" and the verb it colours."""
        phrase = self.tag(at) is Tag.NOUN and self.tag(at - 1) is Tag.PREP
        return phrase and self.tag(at - 2) is Tag.AND and not self.chunks[at].people

    def after(self, at: int) -> int:
        """Return the chunk after this one, past adverbs and quotation marks."""
        at += 1
        while self.tag(at) in SKIPPED:
            at += 1
        return at

    def person(self, at: int) -> bool:
        """Tell whether a chunk is a person."""
        return self.tag(at) is Tag.NOUN and bool(self.chunks[at].people)

    def list_start(self, at: int) -> int:
        """Return the first noun phrase of the list "A, B and C" that ends here."""
        if self.tag(at - 1) is not Tag.AND:
            return at
        oxford = self.tag(at - 2) is Tag.COMMA
        start = at - 3 if oxford else at - 2
        if not (self.person(start) if oxford else self.tag(start) is Tag.NOUN):
            return at
        while self.tag(start - 1) is Tag.COMMA and self.person(start - 2):
            start -= 2
        return start

    def people(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return the persons of the noun phrases from ``first`` up to ``last``."""
        return tuple(
            mention
            for chunk in self.chunks[first:last]
            if chunk.tag is Tag.NOUN
            for mention in chunk.people
        )

    def climb(self, at: int) -> int:
        """Return the head of the noun phrase ending here, or -1 if it is no subject."""
        if self.tag(at) is not Tag.NOUN:
            return -1
        while self.tag(at - 1) is Tag.PREP and not self.opens_clause(at - 1):
            if self.tag(at - 2) is not Tag.NOUN:
                return -1
            at -= 2
        return at if self._free(self.list_start(at)) or self._free(at) else -1

    def listed(self, head: int) -> int:
        """Return where the list that ends with a subject begins.

        In "went to Kazan and Ivan died" Kazan is in no list with Ivan.
        """
        start = self.list_start(head)
        return start if self._free(start) else head

    def _free(self, start: int) -> bool:
        """Tell whether what stands before lets a noun phrase be a subject."""
        before = start - 1
        if self.tag(before) in _BEFORE_SUBJECT or self.opens_clause(before):
            return True
        return self._takes_clause(before)

    def opens_clause(self, at: int) -> bool:
        """Tell "until he was shot" from "until his death"."""
        opener = self.tag(at) is Tag.PREP and self.word(at) in _CLAUSE_OPENERS
        if not opener or self.tag(at + 1) is not Tag.NOUN:
            return False
        after = self.after(at + 1)
        verb = self.chunks[after].verb if after < len(self.chunks) else None
        return verb is not None and verb.finite

    def _takes_clause(self, at: int) -> bool:
        """Tell whether a verb takes a clause without "that": "he said X was shot"."""
        verb = self.chunks[at].verb if at >= 0 else None
        return verb is not None and not verb.passive

    def comma_before(self, closing: int) -> int:
        """Return the comma before this one in the same sentence part, or -1."""
        at = closing - 1
        while at >= 0:
            tag = self.chunks[at].tag
            if tag is Tag.COMMA:
                return at
            if tag is Tag.STOP:
                return -1
            at = self.opening(at) - 1 if tag is Tag.CLOSE else at - 1
        return -1

    def insertion(self, opening: int, closing: int) -> bool:
        """Tell whether what stands between two commas can be left out."""
        inside = self.chunks[opening + 1 : closing]
        if not inside:
            return False
        relative = any(chunk.tag is Tag.REL for chunk in inside[:2])
        if relative or inside[0].tag is Tag.SUB or self.opens_clause(opening + 1):
            return True
        verbs = (chunk.verb for chunk in inside if chunk.verb is not None)
        return not any(verb.finite and not verb.bare for verb in verbs)

    def added(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return the persons an insertion adds: "together with A and B"."""
        inside = self.chunks[first:last]
        prepositions = (chunk.word for chunk in inside if chunk.tag is Tag.PREP)
        told = any(chunk.tag is Tag.REL for chunk in inside)  # "with whom she ..."
        adds = next(prepositions, "") in _ADDING and not told
        return self.people(first, last) if adds else ()

    def named(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return the persons of an insertion that only names: ", A and B,"."""
        plain = {Tag.NOUN, Tag.AND, Tag.COMMA, Tag.ADVERB, Tag.QUOTE}
        if not self.person(first) or any(
            chunk.tag not in plain for chunk in self.chunks[first:last]
        ):
            return ()
        return self.people(first, last)
