"""Finding people by name, however it is spelled and in whatever script.

A name is its words. A word asked for agrees with a word of a name, from strong to
weak, when it is the same, is spelled alike in Latin letters, sounds alike in some
reading (its skeleton), begins it, is its initial, or differs by one slip. The page of
a published memorial does the same with the same keys (`site/search.js`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lives.model.person import Person
from lives.reading.names_filed import SHORTEST_START, name_words, slips, sounds
from lives.reading.names_scripts import plain_latin

INITIAL = 2  # the strength of an initial


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one word asked for agrees with one word of a name.

    Attributes:
        strength: 0 for not at all, to 6 for the same.
        because: Why, in words.
    """

    strength: int
    because: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A person found.

    Attributes:
        person: Who.
        strength: Sum over the words asked for.
        missing: Words asked for that nothing agrees with.
        because: Why, in words.
    """

    person: Person
    strength: int
    missing: int
    because: str


@lru_cache(maxsize=65536)
def agreement(asked: str, word: str) -> Agreement:
    """Compare a word asked for with a word of a name, both in lower case.

    >>> agreement("trotzky", "троцкий").because
    'Троцкий sounds like Trotzky'
    """
    ours, theirs = plain_latin(asked), plain_latin(word)
    found, sought, written = Agreement(0, ""), _capital(asked), _capital(word)
    if min(len(asked), len(word)) == 1:
        if ours and theirs and ours[0] == theirs[0]:
            shorter = min(sought, written, key=len)
            found = Agreement(INITIAL, f"the initial {shorter}")
    elif asked == word:
        found = Agreement(6, f"written {written}")
    elif ours and ours == theirs:
        found = Agreement(5, f"{written} is {sought} in other letters")
    elif set(sounds(asked)) & set(sounds(word)):
        found = Agreement(4, f"{written} sounds like {sought}")
    elif len(ours) >= SHORTEST_START and theirs.startswith(ours):
        found = Agreement(3, f"{written} begins with {sought}")
    elif any(_one_slip(a, b) for a in sounds(asked) for b in sounds(word)):
        found = Agreement(1, f"{written} is close to {sought}")
    return found


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _one_slip(one: str, other: str) -> bool:
    if not slips(one) or not slips(other):  # too short
        return False
    return not (slips(one) | {one}).isdisjoint(slips(other) | {other})


def search(people: Iterable[Person], query: str, limit: int = 50) -> list[Hit]:
    """Find people by name, the best first.

    Args:
        people: Where to look.
        query: A name or part of one, in any script.
        limit: At most so many hits.

    Returns:
        Everyone with whom every word agrees; where there is nobody, those with whom
        the most words agree.
    """
    asked = list(dict.fromkeys(name_words(query)))
    if not asked:
        return []
    found = [hit for person in people if (hit := _hit(person, asked))]
    fewest = min((hit.missing for hit in found), default=0)
    found = [hit for hit in found if hit.missing == fewest]
    found.sort(key=lambda h: (-h.strength, h.person.label, h.person.id))
    return found[:limit]


def _hit(person: Person, asked: list[str]) -> Hit | None:
    """Compare with each spelling by itself; the best one counts."""
    spellings = dict.fromkeys((person.label, *person.names))
    found = [_agreements(spelling, asked) for spelling in spellings]
    best = max(
        found,
        key=lambda agreed: (
            sum(a.strength > 0 for a in agreed),
            sum(a.strength for a in agreed),
        ),
    )
    agreed = [a for a in best if a.strength]
    # An initial alone finds everybody.
    if all(a.strength == INITIAL for a in agreed):
        return None
    because = "; ".join(a.because for a in agreed)
    strength = sum(a.strength for a in agreed)
    return Hit(person, strength, len(asked) - len(agreed), because)


def _agreements(spelling: str, asked: list[str]) -> list[Agreement]:
    words = name_words(spelling)
    if not words:
        return [Agreement(0, "")] * len(asked)
    return [max((agreement(a, w) for w in words), key=_strength) for a in asked]


def _strength(agreed: Agreement) -> int:
    return agreed.strength
