"""People in the plural: "оба" and "они" are those last named together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lives.extract.russian.cast import Person
from lives.extract.russian.parsing import Word
from lives.extract.russian.stage import REACH, Walk
from lives.model.mention import Mention, MentionKind

_APART = 4  # words between two who are named together
BOTH = frozenset(("оба", "они", "их", "им", "обоих", "обоим", "обеих", "обе"))
_TWO = frozenset(("оба", "обоих", "обоим", "обеих", "обе"))


def read_several(walk: Walk, number: int, at: int, words: Sequence[Word]) -> None:
    """Take "оба" and "они" for the people last named together."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and word.lower != "они" and following.pos == "NOUN":
        return
    people = _pair(walk, number, two=word.lower in _TWO)
    found = []
    for ordinal, person in enumerate(people):
        mention = replace(
            walk.mention(word, MentionKind.PRONOUN),
            id=Mention.key(walk.capture, word.start, word.end, ordinal),
            ordinal=ordinal,
            antecedent=person.head,
            because=f"“{word.lower}”: named together",
        )
        found.append(mention)
        walk.people.mentions.append(mention)
        walk.people.person[mention.id] = person
        walk.latest[id(person)] = mention
        person.last = number
    if found:
        walk.pair, walk.paired = people, number
        walk.people.several[number, at] = tuple(found)


def _pair(walk: Walk, number: int, *, two: bool) -> tuple[Person, ...]:
    """Return those last named together; for "оба" the two most spoken of."""
    if walk.pair and number - walk.paired <= REACH:
        return walk.pair
    counted = Counter(
        id(walk.people.person[m.id])
        for key, m in walk.people.at.items()
        if walk.prose.sentences[key[0]].block == walk.block
    )
    best = counted.most_common(3)
    clear = len(best) == 2 or (len(best) > 2 and best[1][1] > best[2][1])  # noqa: PLR2004
    if not two or not clear:
        return ()
    chosen = {key for key, _ in best[:2]}
    return tuple(p for p in walk.cast.people if id(p) in chosen)


def together(walk: Walk, number: int, words: Sequence[Word]) -> None:
    """Keep those whom a sentence names together: "А и Б", "А с Б"."""
    here = sorted(
        key[1]
        for key, m in walk.people.at.items()
        if key[0] == number and m.kind is MentionKind.NAME
    )
    for one, two in pairwise(here):
        between = words[one + 1 : two]
        first = walk.people.person[walk.people.at[number, one].id]
        second = walk.people.person[walk.people.at[number, two].id]
        plain = all(w.pos in {"NOUN", "ADJ", "CCONJ", "ADP", "PART"} for w in between)
        joined = plain and any(w.lower in {"и", "с", "со"} for w in between)
        if joined and len(between) <= _APART and first is not second:
            walk.pair, walk.paired = (first, second), number
