"""What words in capitals say by themselves, before anything beside them is seen."""

from collections.abc import Sequence

from lives.extract.english.candidates import Candidate
from lives.extract.english.wordlists import (
    endings,
    is_body,
    is_common,
    is_group,
    is_place,
    listed,
)
from lives.reading.names import is_given_name, is_initial, is_patronymic

_SURE = 4.0
_UNKNOWN_FULL = 1.6  # two capitals, neither known: people outnumber other things
_LONG = 4  # letters: an ending says something only of a longer word


def shape(candidate: Candidate) -> float:
    """Weigh what the words themselves are."""
    words = candidate.words
    lowers = [word.lower() for word in words]
    if candidate.titles:
        return _SURE
    if candidate.full:
        return _full_name(lowers)
    if candidate.single:
        return _single(words[0], lowers[0], initial=candidate.initial)
    points = _UNKNOWN_FULL + _surname(words[-1])
    if _far_eastern(words):
        return _SURE
    ordinary = set(lowers) - listed("leading_particles")
    points -= 1.5 * sum(is_common(lower) for lower in ordinary)
    points -= 2.0 * sum(is_place(lower) for lower in lowers)
    if is_initial(words[-1]):
        points += 0.5
    return points


def _full_name(lowers: Sequence[str]) -> float:
    points = _SURE
    lead, last = lowers[0], lowers[-1]
    if is_place(lead) or (is_common(lead) and not is_patronymic(last.title())):
        points -= 1.5
    if is_body(last):
        points -= 2.5 if last in listed("sites") else 3.5
    elif is_place(last) or is_group(last):
        points -= 1.5
    elif is_common(last):
        points -= 0.5
    return points


def _far_eastern(words: Sequence[str]) -> bool:
    """Recognise "Kim Il-sung" and "Chiang Kai-shek"."""
    head, hyphen, rest = words[-1].partition("-")
    own = not is_common(rest) and not is_common(head.lower())
    return len(words) == 2 and bool(hyphen) and rest.islower() and own  # noqa: PLR2004


def _single(word: str, lower: str, *, initial: bool) -> float:
    points = 0.0
    if is_given_name(lower):
        points += 2.0 if not (is_common(lower) or is_place(lower)) else 0.75
    elif is_common(lower):
        points -= 3.0 if initial else 2.5
    elif is_place(lower):
        points -= 3.0
    else:
        points += _surname(word)
    if "-" in lower and not is_given_name(lower):
        points -= 0.75
    return points - (0.3 if initial else 0.0)


def _surname(word: str) -> float:
    lower = word.lower()
    if is_common(lower) or is_place(lower):
        return 0.0
    if lower.startswith(endings("surname_prefixes")) and word[2:].lower() != word[2:]:
        return 2.0
    if len(lower) > _LONG and lower.endswith(endings("strong_surname_endings")):
        return 1.5
    return (
        0.5
        if len(lower) > _LONG and lower.endswith(endings("surname_endings"))
        else 0.0
    )
