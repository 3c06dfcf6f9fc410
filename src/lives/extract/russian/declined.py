"""Callings brought to the nominative: "токарем" is токарь."""

from collections.abc import Sequence

from lives.extract.russian.models import forms, inflected
from lives.extract.russian.parsing import Word

_TAGS = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_PARTS = frozenset(("NOUN", "ADJF", "PRTF"))


def nominative(words: Sequence[Word], first: int, last: int) -> str:
    """Return a phrase with its noun, and what agrees with it, in the nominative.

    Args:
        words: Of the sentence.
        first: Position of the phrase's first word.
        last: Position of its last.
    """
    case = words[first].feats.get("Case", "")
    found: list[str] = []
    headed = False
    for at in range(first, last + 1):
        word = words[at]
        same = not headed and word.feats.get("Case") == case
        found.append(_brought(word, case) if same else word.text)
        headed = headed or word.pos in {"NOUN", "PROPN"}
    return " ".join(found).strip(" ,.")


def _brought(word: Word, case: str) -> str:
    tag = _TAGS.get(case, "")
    for form in forms(word.lower) if tag else ():
        if tag in form.tag and form.tag & _PARTS:
            made = inflected(word.lower, form.tag, frozenset({"nomn"})) or word.lower
            return made.capitalize() if word.text[0].isupper() else made
    return word.text
