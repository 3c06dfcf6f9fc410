"""The chunks of a sentence hung on its dependency tree."""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.frames import frames
from lives.extract.english.learned.parse import ROOT, Parse
from lives.extract.english.lexicon import words
from lives.extract.english.prose import Token
from lives.extract.english.roles import roles

_HELPS = frozenset(("cop", "aux", "aux:pass"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_WHO = frozenset(("WP", "WDT"))
_UNTIL = frozenset(("until", "till", "before", "since"))
_STEPS = 12  # links followed upwards before a tree is given up as wrong


class Tree:
    """Where chunks stand to one another in the tree of their sentence.

    Words and chunks are named by position; a verb group is also known by the word
    that heads its clause: in "was a teacher" that is "teacher".
    """

    def __init__(
        self, chunks: Sequence[Chunk], parse: Parse, tokens: Sequence[Token]
    ) -> None:
        self.chunks = chunks
        self.tokens = tokens
        self.parse = parse
        self.below: dict[int, list[int]] = {}
        for word, head in enumerate(parse.heads):
            self.below.setdefault(head, []).append(word)
        self.at = {
            word: at
            for at, chunk in enumerate(chunks)
            for word in range(chunk.first, chunk.last)
        }
        self._nodes = [self._node(chunk) for chunk in chunks]
        self.verbs: dict[int, int] = {}
        for at, chunk in enumerate(chunks):
            if chunk.verb is not None:
                for word in (*range(chunk.first, chunk.last), self.node(at)):
                    self.verbs.setdefault(word, at)
        self._owners = [self._owner(at) for at in range(len(chunks))]

    def link(self, word: int) -> str:
        """Return how a word hangs on its head."""
        return self.parse.links[word]

    def head(self, at: int) -> int:
        """Return the word of a chunk that hangs on a word outside it."""
        chunk = self.chunks[at]
        inside = range(chunk.first, chunk.last)
        for word in reversed(inside):
            if self.parse.heads[word] not in inside and self.link(word) != "punct":
                return word
        return chunk.last - 1

    def node(self, at: int) -> int:
        """Return the word that heads the clause of a verb group."""
        return self._nodes[at]

    def _node(self, chunk: Chunk) -> int:
        tags = self.parse.tags
        inside = range(chunk.first, chunk.last)
        verbs = [word for word in inside if tags[word][:2] in {"VB", "MD"}]
        main = verbs[-1] if verbs else chunk.last - 1
        return self.parse.heads[main] if self._helps(main) else main

    def _helps(self, word: int) -> bool:
        return self.link(word) in _HELPS and self.parse.heads[word] != ROOT

    def _owner(self, at: int) -> int:
        """Return the verb group whose clause a chunk stands in; -1 for none."""
        word = self.head(at)
        if self.chunks[at].verb is not None:
            word = self.parse.heads[self.node(at)]
        elif self.chunks[at].tag is Tag.DATE and (beside := self._dated(at)) >= 0:
            return beside
        for _ in range(_STEPS):
            if word == ROOT:
                return -1
            if word in self.verbs:
                return self.verbs[word]
            word = self.parse.heads[word]
        return -1

    def _dated(self, at: int) -> int:
        """Return the verb that a date stands so close to that it can date no other.

        "Spoke, and the following month he was tried"; "spoke and died, in 1979, of".
        """
        before = [chunk.tag for chunk in self.chunks[max(at - 3, 0) : at]]
        after = [chunk.tag for chunk in self.chunks[at + 1 : at + 3]]
        if before[-1:] == [Tag.AND] and after == [Tag.NOUN, Tag.VERB]:
            return at + 2
        inserted = before == [Tag.VERB, Tag.COMMA, Tag.PREP]
        return at - 3 if inserted else -1

    def owned(self, verb: int) -> Iterator[int]:
        """Yield the chunks that stand in the clause of a verb group, in order."""
        return (at for at, owner in enumerate(self._owners) if owner == verb)

    def dates(self, verb: int) -> Iterator[int]:
        """Yield the dates in the clause of a verb group, in order.

        In "until his arrest on 3 May" the date is the arrest's; in "X, a member since
        1917, was" it tells since when he was one.
        """
        for at in self.owned(verb):
            if self.chunks[at].tag is not Tag.DATE or self._of_deed(at):
                continue
            told = at < verb and self._of_description(at)
            if not told and not self.apart(at, verb):
                yield at

    def _of_deed(self, at: int) -> bool:
        until = self.chunks[at - 3].word if at > 2 else ""  # noqa: PLR2004
        if until in _UNTIL and self.chunks[at - 2].word in frames().by_noun:
            return True
        above = self.parse.heads[self.head(at)]
        deed = above != ROOT and self.tokens[above].lower in frames().by_noun
        return deed and above not in self.verbs

    def _of_description(self, at: int) -> bool:
        above = self.parse.heads[self.head(at)]
        for _ in range(_STEPS):
            if above == ROOT or above in self.verbs:
                return False
            circumstance = self.link(above) == "obl"  # "As a child in 1930 she won"
            noun, before = self.tokens[above], self.tokens[max(above - 1, 0)]
            named = noun.capital and before.capital  # "the Daily Worker of 20 October"
            role = noun.lower in roles().kind_of and not (named and above > 1)
            described = role and not circumstance
            quality = self.parse.tags[above] == "JJ" and self.link(above) != "advmod"
            if described or quality:  # "X, dead since 1933, was", not "as early as"
                return True
            above = self.parse.heads[above]
        return False

    def negated(self, verb: int) -> bool:
        """Tell whether a clause is denied: "never joined", "Nor was X shot"."""
        return self.negation(verb) >= 0

    def negation(self, verb: int) -> int:
        """Return the word that denies a clause, or -1."""
        below = self.below.get(self.node(verb), ())
        first = self.chunks[verb].first
        nor = (w for w in below if self.tokens[w].lower == "nor" and w < first)
        opening = next(nor, -1)
        if opening >= 0:
            return opening
        negations = words()["negations"]
        denying = (
            w
            for w in below
            if self.tokens[w].lower in negations and self.link(w) == "advmod"
            if self.tokens[w + 1 : w + 2]
            and self.tokens[w + 1].lower not in words()["after_not"]
        )
        return next(denying, -1)

    def apart(self, one: int, two: int) -> bool:
        """Tell whether a mark that ends a clause stands between two chunks."""
        first, last = sorted((one, two))
        return any(chunk.word == ";" for chunk in self.chunks[first:last])

    def bracket(self, at: int) -> int:
        """Return the bracket that a chunk stands in; -1 for none."""
        open_: list[int] = []
        for before, chunk in enumerate(self.chunks[:at]):
            if chunk.tag is Tag.OPEN:
                open_.append(before)
            elif chunk.tag is Tag.CLOSE and open_:
                open_.pop()
        return open_[-1] if open_ else -1

    def subject(self, node: int) -> int:
        """Return the word that is the subject of a clause of its own, or -1."""
        for word in self.below.get(node, ()):
            if self.link(word) in _SUBJECTS:
                return word
        return -1

    def relative(self, word: int) -> bool:
        """Tell whether a word is "who", "which" or "that" of a relative clause."""
        return self.parse.tags[word] in _WHO

    def described(self, node: int) -> int:
        """Return the noun that a relative clause or participle hangs on, or -1."""
        for _ in range(_STEPS):
            if self.link(node) in {"acl:relcl", "acl"}:
                return self.parse.heads[node]
            if self.link(node) != "conj":
                return -1
            node = self.parse.heads[node]
        return -1

    def joined(self, word: int) -> list[int]:
        """Return a word and those joined to it: "A, B and C"."""
        found = [word]
        for below in self.below.get(word, ()):
            if self.link(below) == "conj":
                found.extend(self.joined(below))
        return found

    def reach(self, word: int) -> tuple[int, int]:
        """Return the first and the last of all the words that hang on a word."""
        found, open_ = {word}, [word]
        while open_:
            below = self.below.get(open_.pop(), ())
            open_.extend(w for w in below if w not in found)
            found.update(below)
        return min(found), max(found)

    def beside(self, word: int) -> Iterator[int]:
        """Yield what stands in apposition to a word."""
        return (w for w in self.below.get(word, ()) if self.link(w) == "appos")

    def noun(self, word: int) -> int:
        """Return the noun phrase a word stands in, or -1."""
        at = self.at.get(word, -1)
        return at if at >= 0 and self.chunks[at].tag is Tag.NOUN else -1
