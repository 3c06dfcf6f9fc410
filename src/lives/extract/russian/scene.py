"""A sentence laid out for its statements to be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.russian.beside import FREE, beside
from lives.extract.russian.clauses import Clause
from lives.extract.russian.frames import words as listed
from lives.extract.russian.parsing import Word
from lives.extract.russian.stage import People
from lives.model.mention import Mention

_CASES = ("Acc", "Gen", "Dat", "Ins", "Loc", "Nom")  # the likeliest first
_SUBJECT = FREE - {"root"}


_COUPLING = frozenset((",", "и", "а", "также", "да"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence laid out.

    Attributes:
        number: Of the sentence in the document.
        words: Its words.
        clauses: Its clauses.
        people: Everyone the document points at.
        before: Who was spoken of last before it; None if unclear.
    """

    number: int
    words: Sequence[Word]
    clauses: Sequence[Clause]
    people: People
    before: Mention | None = None

    def who(self, at: int) -> Mention | None:
        """Return whom a word points at; of several the first."""
        several = self.people.several.get((self.number, at))
        return several[0] if several else self.people.who(self.number, at)

    def case(self, at: int) -> str:
        """Return the case of a word; that of a name as its form allows."""
        word, mention = self.words[at], self.who(at)
        case = word.feats.get("Case", "")
        if not case and word.lower in {"его", "ее", "их"}:
            return "Acc"
        may = self.people.cases.get(mention.id) if mention else None
        return self._allowed(word, case, may) if may else case

    def _allowed(self, word: Word, case: str, may: frozenset[str]) -> str:
        """Choose among the cases that the form of a name allows."""
        if word.rel in _SUBJECT or word.rel == "obj":
            done_to = word.rel == "obj" or self._done_to(word)
            told = "acc" if done_to else "nom"
            if told in may:
                return told.capitalize()
        objects = case in {"Gen", "Acc"} and may & {"gen", "acc"}
        if case.lower() in may or objects:
            return case
        return next((c for c in _CASES if c.lower() in may), case)

    def _done_to(self, word: Word) -> bool:
        """Tell whether "Штерн исключили" says what they did to her."""
        plural = word.head >= 0 and self.words[word.head].feats.get("Number") == "Plur"
        return plural and not any(
            self.words[child].rel == "conj" for child in word.children
        )

    def may_be_subject(self, at: int) -> bool:
        """Tell whether a mention stands in the nominative, or has one form for all."""
        word, mention = self.words[at], self.who(at)
        if word.lower in {"он", "она", "они"} or self.case(at) == "Nom":
            return True
        may = self.people.cases.get(mention.id, frozenset()) if mention else frozenset()
        free = word.rel not in {"obj", "iobj", "obl", "nmod"}
        return free and {"nom", "gen", "acc", "dat"} <= may

    def text(self, first: int, last: int) -> str:
        """Return words as the source has them, spaces and all."""
        out = ""
        for at in range(first, last + 1):
            word = self.words[at]
            gap = out and word.start > self.words[at - 1].end
            out += (" " if gap else "") + word.text
        return out.strip(" «»,.")

    def possessive(self, at: int) -> bool:
        """Tell whether "его" or a genitive says whose the noun beside it is."""
        word = self.words[at]
        if word.lower in {"его", "ее"}:
            return self._whose(at)
        before = self.words[at - 1] if at else None
        if beside(self.words, at) == at - 1:
            return False
        return (
            self.case(at) == "Gen"
            and before is not None
            and before.pos in {"NOUN", "PROPN"}
            and before.spot is None
            and word.rel not in {"obj", "iobj"}
        )

    def _whose(self, at: int) -> bool:
        """Tell whether "его" belongs to what follows, and is no object."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if following is None or following.lemma in listed("terms"):
            return False
        noun = following.pos in {"NOUN", "ADJ"} and following.spot is None
        if noun and following.text[0].isalpha() and word.rel not in {"obj", "iobj"}:
            return True
        return word.rel in {"nmod", "det", "amod"} and word.head > at

    def group(self, at: int) -> tuple[Mention, ...]:
        """Return a mention with those joined to it: "А, Б и В"."""
        if (self.number, at) in self.people.several:
            return self.people.several[self.number, at]
        first = self.who(at)
        found = [first] if first else []
        case, place = self.words[at].feats.get("Case"), at + 1
        while place < len(self.words):
            if self.words[place].lower in _COUPLING or self._calling(place, at):
                place += 1
                continue
            other = self.who(place)
            if other is None or self.words[place].feats.get("Case") != case:
                break
            if not self._linked(at, place) and not self._closed(place):
                break
            if all(self.same(other, m) is False for m in found):
                found.append(other)
            place += 1
        return tuple(found)

    def _calling(self, at: int, first: int) -> bool:
        """Tell whether a word only says what the next one named is: "и староста Ф."."""
        word = self.words[at]
        return (
            word.pos in {"NOUN", "ADJ"}
            and self.who(at) is None
            and any(w.lower in {"и", ","} for w in self.words[first + 1 : at])
            and word.feats.get("Case") in {self.words[first].feats.get("Case"), "Gen"}
            and any(
                self.who(near) is not None
                for near in range(at + 1, min(at + 4, len(self.words)))
            )
        )

    def _linked(self, first: int, at: int) -> bool:
        return any(w.lower == "и" for w in self.words[first + 1 : at])

    def _closed(self, at: int) -> bool:
        """Tell whether "и" and a last one follow: "А, Б и В" and not "А, Б," alone."""
        for place in range(at + 1, len(self.words)):
            if self.words[place].lower == "и":
                near = range(place + 1, min(place + 4, len(self.words)))
                return any(self.who(one) is not None for one in near)
            named = self.who(place) is not None or self._calling(place, at)
            if self.words[place].text != "," and not named:
                return False
        return False

    def same(self, one: Mention, two: Mention) -> bool:
        """Tell whether two mentions mean one person."""
        return self.people.person[one.id] is self.people.person[two.id]
