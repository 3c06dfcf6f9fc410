"""A sentence as chunks: noun phrases, verb groups, prepositions, dates, marks.

No tagger is at work here, only closed word classes, the shapes of verb forms and the
mentions already found. That is enough to see who stands before a verb and who after,
and what cannot be seen is left unread rather than guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lives.extract.english.covers import covers, date_covers
from lives.extract.english.learned.parse import ROOT, Parse
from lives.extract.english.lexicon import VerbForm, words
from lives.extract.english.prose import Sentence, Token
from lives.extract.english.roles import roles
from lives.extract.english.verbs import (
    Verb,
    VerbGroups,
    adverb_end,
    counted,
    is_adverb,
    is_auxiliary,
    is_month,
)
from lives.model.mention import Mention, MentionKind


class Tag(StrEnum):
    """What a chunk is."""

    NOUN = "noun"
    VERB = "verb"
    PREP = "prep"
    DATE = "date"
    AND = "and"
    COMMA = "comma"
    REL = "rel"
    SUB = "sub"
    OPEN = "open"
    CLOSE = "close"
    QUOTE = "quote"
    STOP = "stop"
    ADVERB = "adverb"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens.

    Attributes:
        tag: What it is.
        first: Position of its first token in the sentence.
        last: One past its last token.
        word: The lower-case word that matters: preposition, conjunction, head noun.
        people: Whom a noun phrase is: one mention, or several of a plural pronoun.
        owner: Whose it is: "Trotsky's grandson", "his wife".
        verb: The verb group.
    """

    tag: Tag
    first: int
    last: int
    word: str = ""
    people: tuple[Mention, ...] = ()
    owner: tuple[Mention, ...] = ()
    verb: Verb | None = None


# How a verb form hangs on its head where it is a verb, not an adjective or a noun.
_CLAUSAL = frozenset(
    (
        "root",
        "conj",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "parataxis",
        "csubj",
        "dep",
        "list",
    )
)
_APOSTROPHES = frozenset(("'", "’"))
_MARKS = {
    ",": Tag.COMMA,
    "–": Tag.COMMA,
    "—": Tag.COMMA,
    "(": Tag.OPEN,
    "[": Tag.OPEN,
    ")": Tag.CLOSE,
    "]": Tag.CLOSE,
    '"': Tag.QUOTE,
    "“": Tag.QUOTE,
    "”": Tag.QUOTE,
    "«": Tag.QUOTE,
    "»": Tag.QUOTE,
    "‘": Tag.QUOTE,
    "’": Tag.QUOTE,
    "'": Tag.QUOTE,
    "*": Tag.QUOTE,  # Markdown's emphasis: titles, for the most part
    "_": Tag.QUOTE,
}


class Chunker:
    """Cuts sentences into chunks.

    Args:
        forms: Every form of the verbs that frames know, by lower-case word.
        bases: Base forms that may follow "to".
    """

    def __init__(self, forms: Mapping[str, VerbForm], bases: frozenset[str]) -> None:
        self._forms = forms
        self._bases = bases

    def cut(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        dates: Sequence[tuple[int, int]],
        parse: Parse | None = None,
    ) -> list[Chunk]:
        """Cut one sentence.

        Args:
            sentence: The sentence.
            mentions: The mentions inside it.
            dates: Spans of the dates inside it, in the text as read.
            parse: Its tree; None where syntax is not read.
        """
        cut = _Cut(sentence.tokens, mentions, dates, self._forms, self._bases)
        cut.parse = parse
        return cut.run()


class _Cut:
    def __init__(
        self,
        tokens: tuple[Token, ...],
        mentions: Sequence[Mention],
        dates: Sequence[tuple[int, int]],
        forms: Mapping[str, VerbForm],
        bases: frozenset[str],
    ) -> None:
        self.tokens = tokens
        self.words = words()
        self.people = covers(tokens, mentions)
        self.dates = date_covers(tokens, dates)
        taken = frozenset((*self.people, *self.dates))
        self.groups = VerbGroups(tokens, taken, forms, bases)
        self.out: list[Chunk] = []
        self.parse: Parse | None = None
        self.open: Chunk | None = None  # the noun phrase being gathered
        self.headless = False  # it has only determiners and owners so far

    def run(self) -> list[Chunk]:
        at = 0
        while at < len(self.tokens):
            at = self._step(at)
        self._close()
        return self.out

    def _step(self, at: int) -> int:
        """Place the token at ``at``; return where the next step begins."""
        if at in self.dates:
            return self._emit(Tag.DATE, at, self.dates[at])
        if at in self.people:
            return self._person(at)
        lower = self.tokens[at].lower
        if lower == "'s" and self.open is not None:
            return self._own(at)
        if lower in _APOSTROPHES and self._possessive(at):
            return self._join(at)
        if not self.tokens[at].word and not lower[0].isdigit():
            return self._emit(_MARKS.get(lower, Tag.STOP), at, at + 1, lower)
        return self._phrase(at) or self._verb(at) or self._other(at, lower)

    def _phrase(self, at: int) -> int:
        """Emit an adverb of several words that begins here; return its end, or 0."""
        end = adverb_end(self.tokens, at)
        return self._emit(Tag.ADVERB, at, end, self.tokens[at].lower) if end else 0

    def _possessive(self, at: int) -> bool:
        """Tell the apostrophe of "the Workers' Union" from a closing mark."""
        before = self.tokens[at - 1] if at else None
        touching = before is not None and before.end == self.tokens[at].start
        plural = before is not None and before.lower.endswith("s") and touching
        opened = any(t.text in {"‘", "'"} for t in self.tokens[: max(at - 1, 0)])
        more = at + 1 < len(self.tokens) and self.tokens[at + 1].word
        return plural and more and not opened and self.open is not None

    def _join(self, at: int) -> int:
        if self.open is not None:
            self.open = replace(self.open, last=at + 1)
        return at + 1

    def _other(self, at: int, lower: str) -> int:
        tag = self._class(at, lower)
        if tag is None:
            return self._noun(at, lower)
        return self._emit(tag, at, at + 1, lower)

    def _class(self, at: int, lower: str) -> Tag | None:
        classes = self.words
        if lower in classes["prepositions"]:
            return Tag.PREP
        if lower in classes["conjunctions"]:
            return Tag.AND
        if lower in classes["relatives"]:
            return Tag.REL
        if lower in classes["subordinators"]:
            determiner = lower == "that" and self._np_follows(at + 1)
            return None if determiner else Tag.SUB
        if is_adverb(lower) and not self.headless:
            return Tag.ADVERB
        return None

    def _np_follows(self, at: int) -> bool:
        """Tell "that year" from "that he": a noun and no person or article next."""
        if at >= len(self.tokens) or at in self.people or at in self.dates:
            return False
        token, classes = self.tokens[at], self.words
        closed = ("determiners", "possessives", "prepositions", "subordinators")
        plain = not any(token.lower in classes[name] for name in closed)
        plain = plain and not is_adverb(token.lower)
        follower = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else "."
        verb_next = follower in classes["be"] | classes["have"] | classes["modals"]
        return plain and token.word and not token.capital and not verb_next

    # --- noun phrases -----------------------------------------------------------

    def _person(self, at: int) -> int:
        last, found = self.people[at]
        pronoun = found[0].kind is MentionKind.PRONOUN
        possessive = self.tokens[at].lower in self.words["possessives"]
        if pronoun or self._ends_before_name():
            self._close()
        if pronoun and possessive and self._noun_follows(last):
            self.open = Chunk(Tag.NOUN, at, last, owner=found)
            self.headless = True
            return last
        before = self.open or Chunk(Tag.NOUN, at, last)
        self.open = replace(before, last=last, people=found, word="")
        self.headless = False
        return last

    def _ends_before_name(self) -> bool:
        """Tell "In her memoirs X" from "of the writer X": two phrases, or one."""
        if self.open is None or self.open.people:
            return self.open is not None
        before = self.out[-1] if self.out else None
        if before is None or before.tag is not Tag.PREP or self.headless:
            return False
        last = self.tokens[self.open.last - 1]
        if before.word in self.words["adverbial_prepositions"]:
            return True
        return not last.capital and last.lower not in roles().kind_of

    def _noun_follows(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        lower = self.tokens[at].lower
        return self.tokens[at].word and self._class(at, lower) is not Tag.PREP

    def _own(self, at: int) -> int:
        phrase = self.open
        if phrase is not None:
            self.open = replace(phrase, last=at + 1, people=(), owner=phrase.people)
            self.headless = True
        return at + 1

    def _noun(self, at: int, lower: str) -> int:
        classes = self.words
        determiner = lower in classes["determiners"] | classes["possessives"]
        if determiner and self.open is not None and not self.headless:
            self._close()
        if self.open is not None and self.open.people:
            self._close()
        if self.open is None:
            self.open = Chunk(Tag.NOUN, at, at + 1, lower)
            self.headless = determiner
            return at + 1
        self.open = replace(self.open, last=at + 1, word=lower)
        self.headless = self.headless and (determiner or is_adverb(lower))
        return at + 1

    # --- verb groups ------------------------------------------------------------

    def _verb(self, at: int) -> int:
        """Emit a verb group that begins here; return its end, or 0 for none."""
        lower = self.tokens[at].lower
        if lower == "to":
            found = self.groups.infinitive(at)
        elif is_month(self.tokens, at):
            return 0
        elif is_auxiliary(lower) and (not self.headless or counted(self.tokens, at)):
            found = self.groups.finite(at)
        else:
            found = self._alone(at, lower)
        if found is None:
            return 0
        last, verb = found
        return self._emit(Tag.VERB, at, last, verb.word, verb)

    def _alone(self, at: int, lower: str) -> tuple[int, Verb] | None:
        """Read a verb form that stands without an auxiliary."""
        if lower in self.words["reporting"] and self._plural_before():
            return at + 1, Verb(lower, lower)
        form = self.groups.form(at)
        if form is None:
            return None
        told = self._told(at)
        if told is None:
            told = not self._is_adjective(at, form)
            told = told and (not form.present or self._takes_present(at, lower))
        if not told:
            return None
        tensed = form.past or form.present
        return at + 1, Verb(
            lower, form.lemma, bare=form.participle, finite=tensed, gerund=form.gerund
        )

    def _told(self, at: int) -> bool | None:
        """Tell by the tree whether a verb form is a verb here; None if it is silent."""
        if self.parse is None or not self.parse.tags[at].startswith("VB"):
            return None
        return self.parse.links[at] in _CLAUSAL or self.parse.heads[at] == ROOT

    def _plural_before(self) -> bool:
        """Tell whether "they", "some" or "historians" stands right before."""
        if self.open is None:
            return False
        last = self.tokens[self.open.last - 1].lower
        plural = last.endswith("s") and not self.open.people and not self.headless
        return plural or last in self.words["plural_subjects"]

    def _is_noun(self, at: int) -> bool:
        """Tell "the same building" from "the police arresting him"."""
        determined = self.open is not None and (
            self.tokens[self.open.first].lower in self.words["determiners"]
        )
        person = self.open is not None and bool(self.open.people)
        follower = self._next(at)
        takes = at + 1 in self.people or follower in self.words["determiners"]
        return determined and not person and not takes

    def _takes_present(self, at: int, lower: str) -> bool:
        """Tell a verb in -s from a plural noun: "he dies", "the chapter says that"."""
        if self._person_before():
            return True
        telling = lower in self.words["telling"] or self._next(at) == "that"
        if self.open is not None and not self.headless:
            return telling or (
                at + 1 in self.people and lower not in self.words["noun_plurals"]
            )
        closed = self.out[-1].tag is Tag.COMMA if self.out else False
        return (
            closed
            and lower not in self.words["noun_plurals"]
            and self._next(at) != "of"
        )

    def _next(self, at: int) -> str:
        return self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""

    def _person_before(self) -> bool:
        """Tell whether a person, "who" or an adverb after them stands right before."""
        if self.open is not None:
            return bool(self.open.people)
        last = next((c for c in reversed(self.out) if c.tag is not Tag.ADVERB), None)
        return last is not None and last.tag is Tag.REL

    def _is_adjective(self, at: int, form: VerbForm) -> bool:
        if self.open is not None:
            return self.headless or (form.gerund and self._is_noun(at))
        if not self.out or form.gerund:
            return False
        adverb = self.out[-1].tag is Tag.ADVERB and len(self.out) > 1
        before = self.out[-2] if adverb else self.out[-1]
        return before.tag is Tag.PREP and form.participle

    # --- putting down -----------------------------------------------------------

    def _emit(
        self, tag: Tag, first: int, last: int, word: str = "", verb: Verb | None = None
    ) -> int:
        self._close()
        self.out.append(Chunk(tag, first, last, word, verb=verb))
        return last

    def _close(self) -> None:
        if self.open is not None:
            self.out.append(self.open)
        self.open = None
        self.headless = False
