"""A sentence laid out for reading: its chunks, clauses, dates, and their words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.clause import Clause
from lives.extract.english.lexicon import words
from lives.extract.english.prose import Sentence, Token
from lives.extract.english.roles import role_of, roles
from lives.extract.english.tree import Tree
from lives.extract.english.wordlists import is_place
from lives.model.ids import MentionId
from lives.model.mention import Mention
from lives.model.when import When
from lives.reading.dates import from_edtf


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the readers of statements need of one sentence.

    Attributes:
        text: The whole text as read.
        sentence: The sentence.
        chunks: Its chunks.
        clauses: Its clauses.
        dates: Date of each DATE chunk, by the chunk's first code point.
        mentions: Every mention of the document by identifier.
        of: Mentions inside the sentence.
        headed: Whom the entry it stands in is about; None in running prose.
        tree: The chunks on the tree of the sentence; None where syntax is not read.
    """

    text: str
    sentence: Sentence
    chunks: Sequence[Chunk]
    clauses: Sequence[Clause]
    dates: Mapping[int, When]
    mentions: Mapping[MentionId, Mention]
    of: Sequence[Mention]
    headed: Mention | None = None
    tree: Tree | None = None

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the sentence's tokens."""
        return self.sentence.tokens

    @property
    def question(self) -> bool:
        """Tell whether the sentence asks rather than tells."""
        return self.tokens[-1].text == "?"

    def start(self, chunk: int) -> int:
        """Return the first code point of a chunk."""
        return self.tokens[self.chunks[chunk].first].start

    def end(self, chunk: int) -> int:
        """Return one past the last code point of a chunk."""
        return self.tokens[self.chunks[chunk].last - 1].end

    def words_of(self, first: int, last: int) -> str:
        """Return the words of the chunks from ``first`` up to ``last``, exclusive."""
        if last <= first:
            return ""
        text = self.text[self.start(first) : self.end(last - 1)]
        return " ".join(text.split()).strip(" ,;:.")

    def tag(self, at: int) -> Tag | None:
        """Return what a chunk is; None beyond the sentence."""
        return self.chunks[at].tag if 0 <= at < len(self.chunks) else None

    def lowers(self, chunk: Chunk) -> list[str]:
        """Return the lower-case words of a chunk."""
        return [token.lower for token in self.tokens[chunk.first : chunk.last]]

    def texts(self, chunk: Chunk) -> list[str]:
        """Return the words of a chunk as written, without whose it is."""
        after = max((owner.end for owner in chunk.owner), default=0)
        tokens = self.tokens[chunk.first : chunk.last]
        found = [token.text for token in tokens if token.start >= after]
        return found[1:] if after and found[:1] in (["'s"], ["’s"]) else found

    def when(self, found: Sequence[int]) -> When | None:
        """Return the date of the first of these DATE chunks that has one."""
        for at in found:
            date = self.dates.get(self.start(at))
            if date is not None:
                return date
        return None

    def since(self, found: Sequence[int]) -> When | None:
        """Return the same of what lasts: "secretary from 1913" is since 1913."""
        when = self.when(found)
        at = next((at for at in found if self.start(at) in self.dates), 0)
        opens = self.tag(at - 1) is Tag.PREP and self.word(at - 1) == "from"
        if when is None or not opens or "/" in when.edtf:
            return when
        return from_edtf(
            f"{when.edtf}/..",
            written=when.written,
            calendar=when.calendar,
            inferred=when.inferred,
        )

    def people_from(self, at: int) -> tuple[Mention, ...]:
        """Return the persons of a noun phrase and of the list it opens."""
        found = list(self.chunks[at].people)
        if not found:
            return ()
        while True:
            following = at + 1
            while self.tag(following) in {Tag.COMMA, Tag.AND}:
                following += 1
            listed = following > at + 1 and self.tag(following) is Tag.NOUN
            verb_next = self.tag(following + 1) is Tag.VERB
            if not listed or verb_next or not self.chunks[following].people:
                return tuple(found)
            found.extend(self.chunks[following].people)
            at = following

    def phrase_end(self, at: int) -> int:
        """Return one past a noun phrase with the "of" phrases that hang on it."""
        end = at + 1
        while (
            self.tag(end) is Tag.PREP
            and self._hangs(at, end)
            and self.tag(end + 1) is Tag.NOUN
        ):
            end += 2
            while (
                self.tag(end) is Tag.AND
                and self.tag(end + 1) is Tag.NOUN
                and self.tag(end + 2) is not Tag.VERB
                and self._capital(end + 1)
            ):
                end += 2
        return end

    def _hangs(self, noun: int, at: int) -> bool:
        """Tell whether a preposition goes on with a noun: "delegate to a congress"."""
        sent = self.chunks[noun].word in words()["sent_to"] and at == noun + 1
        word = self.chunks[at].word
        return word in {"of", "for", "against"} or (sent and word == "to")

    def _capital(self, at: int) -> bool:
        chunk = self.chunks[at]
        return any(t.capital for t in self.tokens[chunk.first : chunk.last])

    def same(self, one: Mention, two: Mention) -> bool:
        """Tell whether two mentions are taken for one person in this document."""
        return self._first(one) == self._first(two)

    def _first(self, mention: Mention) -> MentionId:
        seen = {mention.id}
        while mention.antecedent and mention.antecedent not in seen:
            mention = self.mentions.get(mention.antecedent, mention)
            seen.add(mention.id)
        return mention.id

    def place(self, at: int) -> str:
        """Read a noun phrase as a place, with what it lies in; "" if it is none.

        "Paris", "the village of Orlovo, Tambov province", "Butyrka prison in Moscow".
        """
        own = self._own_place(at)
        if not own:
            return ""
        of = self._of_place(at)
        end = at + 3 if of and own.endswith(of) else at + 1
        common = self.word(at) in words()["place_nouns"]
        within = common and self.word(end) in {"in", "near"}
        beside = self.tag(end) is Tag.COMMA and self._lies_in(end + 1)
        around = self._own_place(end + 1) if within or beside else ""
        if not around or not self._capital(end + 1):
            return own
        return f"{own}, {around}" if beside else f"{own} {self.word(end)} {around}"

    def _of_place(self, at: int) -> str:
        """Return the name that follows a kind of place: " of Shadrino"."""
        named = self.word(at + 1) == "of" and self.tag(at + 2) is Tag.NOUN
        if not named or self.chunks[at + 2].people or not self._capital(at + 2):
            return ""
        return f" {self.words_of(at + 1, at + 3)}"

    def _own_place(self, at: int) -> str:
        """Read a noun phrase as a place, whatever it lies in."""
        if self.tag(at) is not Tag.NOUN:
            return ""
        chunk = self.chunks[at]
        if chunk.people or chunk.owner:
            return ""
        tokens = self.tokens[chunk.first : chunk.last]
        head = tokens[-1]
        if not head.word or self._no_place(tokens):
            return ""
        if head.lower in words()["place_nouns"]:
            return self._bare(chunk) + self._of_place(at)
        return (
            self._bare(chunk)
            if head.capital and head.lower not in words()["months"]
            else ""
        )

    def _no_place(self, tokens: Sequence[Token]) -> bool:
        """Tell "the Party", "the Daily Worker", "NUM", "her 70s. She" from places."""
        head = tokens[-1]
        if head.lower in roles().group_words | words()["no_places"]:
            return True
        short = head.text.isupper() and len(head.text) > 1
        return (short and not is_place(head.lower)) or any(
            t.text == "." for t in tokens
        )

    def _lies_in(self, at: int) -> bool:
        """Tell whether a noun phrase after a comma says what a place lies in."""
        known = is_place(self.word(at)) or self.word(at) in words()["place_nouns"]
        return known and self.tag(at + 1) in {
            Tag.COMMA,
            Tag.STOP,
            Tag.PREP,
            Tag.CLOSE,
            None,
        }

    def _bare(self, chunk: Chunk) -> str:
        """Return the words of a phrase without its article."""
        first = chunk.first
        if self.tokens[first].lower in {"the", "a", "an"} and first + 1 < chunk.last:
            first += 1
        return self.text[self.tokens[first].start : self.tokens[chunk.last - 1].end]

    def group(self, at: int, *, named: bool = False) -> str:
        """Read a noun phrase as an organisation; "" if it is none.

        Args:
            at: The noun phrase.
            named: It must have a capital letter: "headed the delegation" will not do.
        """
        chunk = self.chunks[at]
        if chunk.tag is not Tag.NOUN or chunk.people:
            return ""
        tokens = self.tokens[chunk.first : chunk.last]
        capital = any(t.capital for t in tokens)
        known = tokens[-1].lower in roles().group_words  # no "newspaper boy"
        if not (capital or (known and not named)):
            return ""
        return (
            self.words_of(at, self._name_end(at))
            .removeprefix("the ")
            .removeprefix("a ")
            .removeprefix("an ")
            .removeprefix("no ")
        )

    def _name_end(self, at: int) -> int:
        """Return one past a name with "and" in it: "Transport and General Union"."""
        end = self.phrase_end(at)
        following = end + 1
        joins = self.tag(end) is Tag.AND and self.tag(following) is Tag.NOUN
        if not joins or end != at + 1 or self.tag(following + 1) is Tag.VERB:
            return end
        chunk = self.chunks[following]
        first, last = self.tokens[chunk.first], self.tokens[chunk.last - 1]
        known = last.lower in roles().group_words
        return following + 1 if first.capital and known and not chunk.people else end

    def standing(self, at: int) -> tuple[str, str, str]:
        """Read a noun phrase as what a person is.

        Returns:
            Kind, what and organisation: ("office", "secretary", "Central Committee"),
            ("office", "commissar of heavy industry", ""); a kind of "" for none.
        """
        kind, role = role_of(self.texts(self.chunks[at]))
        end = self.phrase_end(at)
        if not kind or end == at + 1 or self.chunks[at + 2].people:
            return kind, role, ""
        group = self.group(at + 2)
        lowers = {token.lower.removesuffix("s") for token in self._span(at + 2, end)}
        body = bool(lowers & roles().group_words) or kind == "membership"
        if group and (body or self.word(at + 1) != "of"):
            return kind, role, group
        return kind, f"{role} {self.words_of(at + 1, end)}", ""

    def word(self, at: int) -> str:
        """Return the word of a chunk; "" beyond the sentence."""
        return self.chunks[at].word if 0 <= at < len(self.chunks) else ""

    def _span(self, first: int, last: int) -> Sequence[Token]:
        return self.tokens[self.chunks[first].first : self.chunks[last - 1].last]

    def owners(self) -> Iterator[tuple[int, Chunk]]:
        """Yield the noun phrases that say whose they are."""
        for at, chunk in enumerate(self.chunks):
            if chunk.tag is Tag.NOUN and chunk.owner:
                yield at, chunk
