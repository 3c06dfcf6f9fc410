"""Where direct speech stands: whole sentences in quotation marks, by token."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.english.prose import Prose, Token

_CLOSES = {"“": "”", "«": "»", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Direct speech in a text; words quoted within a sentence of another are not.

    Attributes:
        at: Number of the quotation in which a token stands, by sentence and position.
        long: Numbers of the quotations of several sentences.
    """

    at: dict[tuple[int, int], int]
    long: frozenset[int]

    def quotation(self, sentence: int, position: int) -> int:
        """Return the number of the quotation at a token; 0 outside any."""
        return self.at.get((sentence, position), 0)


def spoken(prose: Prose) -> Spoken:
    """Find the direct speech of a text, paragraph by paragraph."""
    at: dict[tuple[int, int], int] = {}
    long: set[int] = set()
    for number, places in enumerate(_quoted(prose), 1):
        for sentence, position in places:
            at[sentence, position] = number
        if places[-1][0] > places[0][0]:
            long.add(number)
    return Spoken(at, frozenset(long))


def _quoted(prose: Prose) -> list[list[tuple[int, int]]]:
    """Gather the places of the tokens between marks that close in their paragraph."""
    found: list[list[tuple[int, int]]] = []
    current: list[tuple[int, int]] = []
    closer, block = "", -1
    for number, sentence in enumerate(prose.sentences):
        if sentence.block != block:
            closer, current, block = "", [], sentence.block
        for i, token in enumerate(sentence.tokens):
            if closer and token.text == closer:
                found += [current] if current and _whole(prose, current) else []
                closer, current = "", []
            elif closer:
                current.append((number, i))
            elif token.text in _CLOSES and _opens(sentence.tokens, i):
                closer = _CLOSES[token.text]
    return found


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Tell a straight mark before a word from one after a word or of an inch."""
    return i + 1 == len(tokens) or tokens[i + 1].start == tokens[i].end


def _whole(prose: Prose, places: Sequence[tuple[int, int]]) -> bool:
    """Tell a sentence of speech from a word or title in quotation marks."""
    sentence, position = places[0]
    first = prose.sentences[sentence].tokens[position]
    words = [
        token
        for number, i in places
        if (token := prose.sentences[number].tokens[i]).word
    ]
    plain = any(not token.capital for token in words)
    return first.capital and plain and len(words) > 2  # noqa: PLR2004
