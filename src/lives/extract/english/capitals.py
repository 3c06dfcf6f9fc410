"""Runs of words in capitals: what may be a name, before it is known whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.english.prose import Sentence, Token
from lives.extract.english.wordlists import (
    function_words,
    is_common,
    is_group,
    is_office,
    listed,
    months,
)
from lives.reading.names import is_given_name
from lives.reading.names_given import particles

_JOINING = particles() - {"e", "i", "y", "d", "o", "do", "ap", "lo", "ben", "st", "san"}
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI"))
_STARTERS = frozenset("\"“‘«(['—–-:;*_•")
_INSIDE = 3  # words at most in a bracket inside a name
_TOUCHING = 3  # code points between two words of one run, a line break included


@dataclass(frozen=True, slots=True)
class Run:
    """Words in capitals that stand together in a sentence.

    Attributes:
        sentence: The sentence.
        first: Position of its first token.
        last: Position of its last token.
        initial: Its first word begins a sentence, so that its capital says nothing.
    """

    sentence: Sentence
    first: int
    last: int
    initial: bool


def runs(sentence: Sentence) -> Iterator[Run]:
    """Yield the runs of a sentence in order, without function words at their head."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if not _capital(tokens[i]):
            i += 1
            continue
        last = _end(tokens, i)
        initial = _begins(tokens, i)
        first = i
        while first <= last and _droppable(tokens, first, last, initial=initial):
            first, initial = first + 1, False
        while first <= last and not _capital(tokens[first]):
            first += 1
        if first <= last:
            yield Run(sentence, first, last, initial)
        i = last + 1


def _capital(token: Token) -> bool:
    if token.word and token.capital:
        return True
    head, hyphen, rest = token.text.partition("-")  # al-Din
    return bool(hyphen) and head in _JOINING and rest[:1].isupper()


def _begins(tokens: Sequence[Token], i: int) -> bool:
    return (
        i == 0
        or tokens[i - 1].text in _STARTERS
        or not any(token.word for token in tokens[:i])
    )


def _droppable(tokens: Sequence[Token], i: int, last: int, *, initial: bool) -> bool:
    lower = tokens[i].lower
    if lower in function_words() or _contracted(lower):
        return True
    alone = i == last or not _capital(tokens[i + 1])
    if not initial or is_office(lower) or is_group(lower) or lower in months():
        return False
    if lower in listed("leading_particles"):
        return alone
    return is_common(lower) and not is_given_name(lower) and not alone


def _contracted(lower: str) -> bool:
    """Recognise "I'd" and "They're"."""
    return (
        lower.rpartition("'")[2] in ("d", "ll", "ve", "m", "re", "t") and "'" in lower
    )


def _end(tokens: Sequence[Token], i: int) -> int:
    """Return the position of the last token of the run that begins at ``i``."""
    last = i
    while (following := _next(tokens, last)) > last:
        last = following
    return last


def _next(tokens: Sequence[Token], last: int) -> int:
    """Return where the run goes on from ``last``, or ``last`` if it ends there."""
    ahead = last + 1
    if ahead >= len(tokens) or not _near(tokens[last], tokens[ahead]):
        return last
    if _capital(tokens[ahead]):
        return ahead
    text = tokens[ahead].text
    if text == "." and tokens[last].lower in listed("dotted"):
        return _after_dot(tokens, last, ahead)
    junior = text == "," and _is_junior(tokens[ahead + 1 : ahead + 2])
    if junior or (text == "," and last == 0 and _headword(tokens)):
        return ahead + 1
    if text in '(["“':
        return _after_bracket(tokens, last, ahead)
    return _after_particles(tokens, last, ahead)


def _is_junior(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].text in ("Jr", "Sr")


def _headword(tokens: Sequence[Token]) -> bool:
    """Recognise "PETROV, Ivan" at the head of an entry."""
    surname, given = tokens[0].text, tokens[2:3]
    upper = surname.isupper() and len(surname) > len("LTD")
    return upper and bool(given) and is_given_name(given[0].lower)


def _after_particles(tokens: Sequence[Token], last: int, ahead: int) -> int:
    most = min(len(tokens), last + _INSIDE + 1)
    first = ahead
    while ahead < most and tokens[ahead].lower in _JOINING:
        ahead += 1
    goes_on = first < ahead < len(tokens) and _capital(tokens[ahead])
    return ahead if goes_on else last


def _after_dot(tokens: Sequence[Token], last: int, dot: int) -> int:
    if tokens[last].end != tokens[dot].start:
        return last
    if tokens[last].text in ("Jr", "Sr"):
        return dot
    goes_on = dot + 1 < len(tokens) and _capital(tokens[dot + 1])
    return dot + 1 if goes_on else last


def _after_bracket(tokens: Sequence[Token], last: int, opening: int) -> int:
    closers = {"(": ")", "[": "]", '"': '"', "“": "”"}
    for size in range(1, _INSIDE + 1):
        closing = opening + size + 1
        if closing + 1 >= len(tokens):
            return last
        if tokens[closing].text == closers[tokens[opening].text]:
            inside = tokens[opening + 1 : closing]
            whole = all(map(_capital, inside)) and is_given_name(tokens[last].lower)
            return closing + 1 if whole and _capital(tokens[closing + 1]) else last
    return last


def _near(one: Token, two: Token) -> bool:
    return two.start - one.end <= _TOUCHING


def is_suffix(word: str) -> bool:
    """Tell whether a word follows a name: "Jr", "III"."""
    return word in _SUFFIXES
