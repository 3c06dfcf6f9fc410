"""Candidates for names: runs of capitals without titles, offices and peoples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.english.blocks import blocked
from lives.extract.english.capitals import Run, is_suffix, runs
from lives.extract.english.prose import Sentence, Token
from lives.extract.english.wordlists import (
    is_acronym,
    is_body,
    is_common,
    is_group,
    is_office,
    is_place,
    listed,
    months,
)
from lives.reading.names import is_given_name, is_initial, is_patronymic

_SHORTEST = 2  # words that remain of a name when letters after it are taken off
# "U.S. Senator": states and cities by their letters.
_STATES = frozenset(
    (("u.", "s."), ("u.", "k."), ("u.", "n."), ("n.", "y."), ("d.", "c."))
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a human being.

    Attributes:
        sentence: Position of the sentence in the prose.
        first: Position of its first token in the sentence.
        last: Position of its last token.
        words: Its words, without marks and without what a bracket holds.
        titles: Titles and offices that stood before it in the same run.
        initial: Its first word begins a sentence.
        blocked: Why it can be no name; "" otherwise.
        full: It holds a given name, initials or a patronymic, and a surname.
        seen: The score with which a reader of entities sees a person there; 0 if none.
    """

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    initial: bool = False
    blocked: str = ""
    full: bool = False
    seen: float = 0.0

    @property
    def single(self) -> bool:
        """Tell whether it is one word."""
        return len(self.words) == 1

    @property
    def key(self) -> str:
        """Return its last word in lower case: what evidence is gathered under."""
        words = [word for word in self.words if not is_suffix(word)]
        return words[-1].lower() if words else ""


def candidates(number: int, sentence: Sentence) -> Iterator[Candidate]:
    """Yield the candidates of a sentence in order."""
    for run in runs(sentence):
        yield from _of_run(number, run)


def _of_run(number: int, run: Run) -> Iterator[Candidate]:
    """Cut a run at titles and strip what stands before the name."""
    tokens = run.sentence.tokens
    places = [i for i in _word_places(run) if tokens[i].text != "."]
    cut = _after_titles(tokens, places)
    titles = tuple(tokens[i].lower for i in places[:cut] if is_office(tokens[i].lower))
    while tuple(tokens[i].lower for i in places[cut : cut + 2]) in _STATES:
        cut += 2
    cut = _before_full_name(tokens, places, cut)
    while cut < len(places) - 1 and _strippable(tokens, places[cut:]):
        cut += 1
    kept = places[cut:]
    while len(kept) > _SHORTEST and is_acronym(tokens[kept[-1]].text):
        kept = kept[:-1]  # "Alex Mann MP"
    if not kept:
        return
    if len(kept) == 1 and not titles:
        kept = [*_particles_before(tokens, kept[0]), *kept]
    words = tuple(tokens[i].text for i in kept)
    first, last = kept[0], kept[-1]
    if tokens[last].text in ("Jr", "Sr") and last < run.last:
        last += 1
    yield Candidate(
        number,
        first,
        last,
        words,
        titles,
        run.initial and cut == 0,
        blocked(words, titles),
        is_full(words),
    )


def _word_places(run: Run) -> list[int]:
    depth, kept = 0, []
    for i in range(run.first, run.last + 1):
        text = run.sentence.tokens[i].text
        depth += (text in "([“") - (text in ")]”")
        if run.sentence.tokens[i].word and not depth:
            kept.append(i)
    return kept


def _particles_before(tokens: Sequence[Token], first: int) -> list[int]:
    """Return where small words begin a surname that stands alone: "von Moltke"."""
    start = first
    while start > 0 and tokens[start - 1].text in listed("leading_particles"):
        start -= 1
    return list(range(start, first))


def _after_titles(tokens: Sequence[Token], places: Sequence[int]) -> int:
    """Return how many words stand before the name as titles and what goes with them."""
    cut = 0
    for n, i in enumerate(places[:-1]):
        lower = tokens[i].lower
        # "Martin King, Jr.": after a given name, a title is a surname.
        named = n > cut and is_given_name(tokens[places[cut]].lower)
        if is_office(lower) and not named and lower not in listed("place_openers"):
            cut = n + 1
    return cut


def _before_full_name(tokens: Sequence[Token], places: Sequence[int], cut: int) -> int:
    """Cut what stands before a full name: "Opposition TD Mary Kelly"."""
    for n in range(cut + 1, len(places) - 1):
        word, lead = tokens[places[n - 1]], tokens[places[n]]
        if is_given_name(word.lower) or is_initial(word.text):
            return cut
        if is_given_name(lead.lower) and _no_name(word):
            works = listed("things") | listed("place_openers")
            return cut if word.lower in works else n
    return cut


def _strippable(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Tell whether the first word stands before the name: "German Albert Kahn"."""
    word, after = tokens[places[0]], tokens[places[1]]
    if is_initial(word.text):
        return False
    dated = places[0] > 0 and tokens[places[0] - 1].text[:1].isdigit()  # "16 June"
    if word.lower in months() and (dated or not is_given_name(word.lower)):
        return True
    known = is_given_name(after.lower) or is_initial(after.text)
    if is_group(word.lower) and not (is_given_name(word.lower) and not known):
        return not is_body(after.lower)
    return False


def _no_name(word: Token) -> bool:
    lower = word.lower
    return (
        is_body(lower)
        or is_common(lower)
        or is_acronym(word.text)
        or is_group(lower)
        or is_place(lower)
    )


def is_full(words: Sequence[str]) -> bool:
    """Tell whether words hold a given name, initials or a patronymic, and a surname."""
    if len(words) == 1:
        return False
    lead = words[0]
    lettered = any(is_initial(word) for word in words[:-1])
    known = lettered or is_given_name(lead) or is_patronymic(words[-1])
    return known and not is_initial(words[-1]) and len(words[-1]) > 1
