"""Names by their shape alone: initials and surname, given name and patronymic."""

from collections.abc import Iterator, Sequence

from lives.extract.russian.models import forms
from lives.extract.russian.nominative import (
    is_given,
    is_initial,
    is_patronymic,
    is_surname,
    names_data,
)
from lives.extract.russian.prose import Token

Range = tuple[int, int]
_LEAST = 3  # letters of a given name that stands alone
_VERBS = frozenset(("VERB", "PRTS"))
_OPENING = frozenset('«„“"(')


def shaped(tokens: Sequence[Token]) -> Iterator[Range]:
    """Find names by their shape alone: initials with a surname, name and patronymic."""
    at = 0
    while at < len(tokens):
        end = _shaped(tokens, at)
        if end > at or (end == at and _given_alone(tokens, at)):
            yield at, end
            at = end + 1
        else:
            at += 1


def _shaped(tokens: Sequence[Token], at: int) -> int:
    """Return the last token of a name that begins here by its shape; `at` if none."""
    end = at
    while initial_at(tokens, end):
        end += 2
    if end > at:
        found = end < len(tokens) and surname_like(tokens[end])
        return end if found else at
    if not tokens[at].capital:
        return at
    following = tokens[at + 1 : at + 2]
    father = following and following[0].capital and is_patronymic(following[0].text)
    if father and is_given(tokens[at].text):
        after = tokens[at + 2 : at + 3]
        return at + 2 if after and surname_like(after[0]) else at + 1
    two = initial_at(tokens, at + 1) and initial_at(tokens, at + 3)
    return at + 4 if two and surname_like(tokens[at]) else at


def _given_alone(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a given name, or what follows "тов.", stands alone."""
    token = tokens[at]
    if not token.capital or len(token.text) < _LEAST or token.text.isupper():
        return False
    if title_before(tokens, at) in names_data("dotted") and surname_like(token):
        return True
    if _surname_only(token) or (_acts(tokens, at) and surname_like(token)):
        return not at or tokens[at - 1].text not in _OPENING
    if not at or tokens[at - 1].text in {".", "!", "?", "…", *_OPENING}:
        return is_given(token.text) and all(
            form.tag & {"Name", "Patr", "Surn"} for form in forms(token.text)
        )
    return is_given(token.text) and "Name" in forms(token.text)[0].tag


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a known surname opens a sentence and stands before a verb."""
    opens = not at or tokens[at - 1].text in {".", "!", "?", "…"}
    if not opens or not is_surname(tokens[at].text) or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.text == "," or any(f.tag & _VERBS for f in forms(following.text))


def _surname_only(token: Token) -> bool:
    """Tell whether the dictionary knows a word as a surname and as nothing else."""
    found = forms(token.text)
    return surname_like(token) and all(f.known and "Surn" in f.tag for f in found)


def surname_like(token: Token) -> bool:
    """Tell whether a word is Cyrillic, with a capital and small letters."""
    word = token.text
    return (
        len(word) > 1
        and word[0].isupper()
        and (word[1:].islower() or "-" in word)
        and all("а" <= c.lower() <= "я" or c in "ёЁ-" for c in word)
    )


def initial_at(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an initial with its dot stands at a place."""
    return (
        at + 1 < len(tokens)
        and is_initial(tokens[at].text)
        and not tokens[at].text.isascii()
        and tokens[at + 1].text == "."
        and tokens[at + 1].start == tokens[at].end
    )


def is_title(token: Token) -> bool:
    """Tell whether a word is a title, and no name."""
    if token.lower in names_data("small") and token.capital:
        return False
    return bool(title_of(token))


def title_of(token: Token) -> str:
    """Return the title that a word is, in any case; "" if none."""
    if not token.text[0].isalpha():
        return ""
    known = names_data("titles")
    if token.lower in known:
        return token.lower
    lemmas = (form.lemma.replace("ё", "е") for form in forms(token.lower))
    return next((lemma for lemma in lemmas if lemma in known), "")


def title_before(tokens: Sequence[Token], first: int) -> str:
    """Return the title that stands before a place; "" if none does."""
    at = first - 1
    if (
        at >= 1
        and tokens[at].text == "."
        and tokens[at - 1].lower in names_data("dotted")
    ):
        at -= 1
    return title_of(tokens[at]) if at >= 0 and is_title(tokens[at]) else ""
