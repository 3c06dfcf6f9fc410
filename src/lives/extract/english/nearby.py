"""Names beside a noun for someone known through another: "his wife, Anna,"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose, Token
from lives.extract.english.together import Together
from lives.extract.english.wordlists import is_person_verb, listed

ARTICLES = ("the", "a", "an")
_STOPS = frozenset(",.;:)!?—–")


def owned(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a possessive ending follows a position."""
    return last + 1 < len(tokens) and tokens[last + 1].lower in ("'s", "'", "’")


@dataclass(frozen=True, slots=True)
class Nearby:
    """The names of a document by sentence, to be found by position.

    Attributes:
        prose: The text.
        names: Mentions by name, by sentence.
        together: Groups of people.
    """

    prose: Prose
    names: Mapping[int, Sequence[Placed]]
    together: Together

    def ending_at(self, number: int, last: int) -> Placed | None:
        """Find the name that ends at a position."""
        return next((p for p in self.names.get(number, ()) if p.last == last), None)

    def after(self, number: int, last: int) -> Placed | None:
        """Find the name in "his wife Anna", "his wife, Anna," "his wife was Anna"."""
        tokens = self.prose.sentences[number].tokens
        at = last + 1
        if (placed := self.at(number, at)) is not None:
            return placed
        if at < len(tokens) and tokens[at].lower in ("was", "is"):
            placed = self.at(number, at + 1)
            return placed if placed and not owned(tokens, placed.last) else None
        if at >= len(tokens) or tokens[at].text not in ",(—–:":
            return None
        placed = self.at(number, at + 1)
        if placed is None:
            return None
        after = tokens[placed.last + 1].text if placed.last + 1 < len(tokens) else "."
        closed = after in _STOPS or after.lower() in ("who", "whom", "and")
        return placed if closed or is_person_verb(after.lower()) else None

    def at(self, number: int, at: int) -> Placed | None:
        """Find a name that begins at a position, its titles skipped."""
        for placed in self.names.get(number, ()):
            if placed.first - 2 * len(placed.titles) <= at <= placed.first:
                between = self.prose.sentences[number].tokens[at : placed.first]
                if all(t.lower in placed.titles or t.text == "." for t in between):
                    return placed
        return None

    def series(self, number: int, placed: Placed | None) -> list[Placed]:
        """Return the names of a series that begins with one: "sons, A and B"."""
        if placed is None:
            return []
        for group in self.together.named(number):
            if placed.mention.id in group:
                names = self.names.get(number, ())
                at = group.index(placed.mention.id)
                return [p for p in names if p.mention.id in group[at:]]
        return [placed]

    def before(self, number: int, begin: int, last: int) -> Placed | None:
        """Find the name in "Anna, his wife," and "Anna was his wife"."""
        tokens = self.prose.sentences[number].tokens
        link = begin - 1
        if link > 0 and tokens[link].lower in ARTICLES:
            link -= 1
        if link <= 0:
            return None
        copula = tokens[link].lower in listed("copulas")
        end = tokens[last + 1].text if last + 1 < len(tokens) else "."
        if not copula and not (tokens[link].text == "," and end in _STOPS):
            return None
        placed = self.ending_at(number, link - 1)
        if placed is None or copula:
            return placed
        return None if self.together.is_listed(number, placed.mention.id) else placed

    def apposed(self, number: int, last: int) -> Placed | None:
        """Find the name in "the wife of X, Anna,"."""
        tokens = self.prose.sentences[number].tokens
        if last + 1 >= len(tokens) or tokens[last + 1].text != ",":
            return None
        placed = self.at(number, last + 2)
        if placed is None or placed.last + 1 >= len(tokens):
            return None
        after = tokens[placed.last + 1].text
        alone = not self.together.is_listed(number, placed.mention.id)
        return placed if after in _STOPS and alone else None
