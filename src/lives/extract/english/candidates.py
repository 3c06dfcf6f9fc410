"""Candidates for names: runs of capitals without titles, offices and peoples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.english.capitals import Run, is_suffix, runs
from lives.extract.english.prose import Sentence, Token
from lives.extract.english.wordlists import (
    has_prefix,
    is_acronym,
    is_body,
    is_common,
    is_group,
    is_office,
    is_place,
    listed,
    months,
)
from lives.reading.names import is_given_name, is_initial, is_patronymic, is_title

_TWO = 2
_DIRECTIONS = frozenset("north south east west central".split())
_SAINTS = frozenset(
    "st saint san santa sankt são sainte fort port mount lake new".split()
)
# Titles that as often belong to a body or event: "General Council", "Miss Brazil".
_LOOSE_TITLES = frozenset(
    """general justice chief secretary engineer premier private major minister miss state
    deputy prime president chairman director peasant worker""".split()
)
_STATES = frozenset(
    (("u.", "s."), ("u.", "k."), ("u.", "n."), ("n.", "y."), ("d.", "c."))
)
BODY = "a body or place"
_LONGEST = 7  # words: a run of more is a title or a list without commas


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
    """

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    initial: bool = False
    blocked: str = ""
    full: bool = False

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
    if not kept:
        return
    words = tuple(tokens[i].text for i in kept)
    first, last = kept[0], kept[-1]
    if tokens[last].text in ("Jr", "Sr") and last < run.last:
        last += 1
    if last < len(tokens) - 1 and tokens[last].text == "." and not is_suffix(words[-1]):
        last = kept[-1]
    yield Candidate(
        number,
        first,
        last,
        words,
        titles,
        run.initial and cut == 0,
        _blocked(words, titles),
        _full(words),
    )


def _word_places(run: Run) -> list[int]:
    depth, kept = 0, []
    for i in range(run.first, run.last + 1):
        text = run.sentence.tokens[i].text
        depth += (text in "([“") - (text in ")]”")
        if run.sentence.tokens[i].word and not depth:
            kept.append(i)
    return kept


def _after_titles(tokens: Sequence[Token], places: Sequence[int]) -> int:
    """Return how many words stand before the name as titles and what goes with them."""
    cut = 0
    for n, i in enumerate(places[:-1]):
        lower = tokens[i].lower
        if lower in _SAINTS:
            continue
        if is_office(lower) and not (n and is_given_name(lower)):
            cut = n + 1
    return cut


def _before_full_name(tokens: Sequence[Token], places: Sequence[int], cut: int) -> int:
    """Cut what stands before a full name: "Opposition TD Mary Kelly"."""
    for n in range(cut + 1, len(places) - 1):
        word, lead = tokens[places[n - 1]], tokens[places[n]]
        if is_given_name(word.lower) or is_initial(word.text):
            return cut
        if is_given_name(lead.lower) and _no_name(word):
            return cut if word.lower in listed("openers") else n
    return cut


def _strippable(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Tell whether the first word stands before the name: "German Albert Kahn"."""
    word, after = tokens[places[0]], tokens[places[1]]
    if is_initial(word.text):
        return False
    if word.lower in months() and not is_given_name(word.lower):
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


def _full(words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        return False
    lead = words[0]
    known = is_given_name(lead) or is_initial(lead) or is_patronymic(words[-1])
    return known and not is_initial(words[-1]) and len(words[-1]) > 1


def _blocked(words: tuple[str, ...], titles: tuple[str, ...]) -> str:
    """Say why the words can name no human being; "" if they can."""
    lowers = [word.lower() for word in words]
    if len(words) > _LONGEST:
        return "too many words"
    if any(lower in months() for lower in lowers) and not (
        len(words) > 1 and is_given_name(lowers[0])
    ):
        return "a time"
    if any(has_prefix(lower) for lower in lowers):
        return "a compound"
    if any(is_acronym(word) for word in words if not is_suffix(word)):
        return "an abbreviation"
    if all(is_initial(word) or is_suffix(word) for word in words):
        return "initials alone"
    if len(words) == 1:
        return _blocked_single(words[0], titles)
    if any(is_group(lower) for lower in lowers[1:]) or is_group(lowers[0]):
        return "a people or creed"
    if lowers[-1] in _DIRECTIONS or lowers[0] in _SAINTS:
        return "a place"
    if is_place(" ".join(lowers)) or is_place(" ".join(lowers[:2])):
        return "a place"
    if is_office(lowers[-1]) or is_office(lowers[-1].removesuffix("s")):
        return "an office"
    body = any(is_body(lower) for lower in lowers[is_given_name(lowers[0]) :])
    soft = (
        lowers[-1] in listed("sites")
        and is_given_name(lowers[0])
        and len(words) == _TWO
    )
    soft = soft and not titles
    if body and not soft:
        return BODY
    if not is_given_name(lowers[0]) and lowers[0] in listed("openers"):
        return BODY
    return ""


def _blocked_single(word: str, titles: tuple[str, ...]) -> str:
    lower = word.lower()
    if is_office(lower) or is_title(lower):
        return "a title alone"
    if len(word) == 1 or is_initial(word):
        return "a letter"
    if is_group(lower):
        return "a people or creed"
    if titles and titles[-1] in _LOOSE_TITLES and is_common(lower):
        return BODY
    firm = bool(titles) and titles[-1] not in _LOOSE_TITLES
    if (is_body(lower) or is_place(lower)) and not firm and not is_given_name(lower):
        return BODY
    return ""
