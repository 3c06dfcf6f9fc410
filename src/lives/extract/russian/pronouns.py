"""Whom "он" means: the one person who may be meant; in doubt nobody."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lives.extract.russian.beside import (
    beside_of,
    is_subject,
    named_beside,
    owned,
    pronouns,
)
from lives.extract.russian.cast import Person
from lives.extract.russian.clauses import Clause
from lives.extract.russian.parsing import Word
from lives.extract.russian.stage import REACH, Walk
from lives.model.mention import Gender, MentionKind


def read_pronoun(walk: Walk, number: int, at: int, word: Word) -> None:
    """Keep a pronoun as a mention, if it is clear whom it means."""
    gender = pronouns()[word.lower]
    if word.feats.get("Gender") == "Neut" or _thing(walk, number, at, gender):
        return
    person = meant(walk, number, at, gender)
    if person is None:
        return
    mention = replace(
        walk.mention(word, MentionKind.PRONOUN),
        gender=Gender(gender),
        antecedent=person.head,
        because=f"“{word.lower}” after {person.label}",
    )
    person.gender = person.gender or Gender(gender)
    person.last = number
    walk.enter(number, at, mention, person)


def _thing(walk: Walk, number: int, at: int, gender: str) -> bool:
    """Tell whether a noun of the sentence, no person, may be meant as well."""
    words = walk.laid[number]
    shown = {"m": "Masc", "f": "Fem"}[gender]
    own = next((set(c.places) for c in walk.parts if at in c.places), set())
    subjects = [
        w
        for place, w in enumerate(words[:at])
        if w.rel in {"nsubj", "nsubj:pass"} and place not in own
    ]
    return (
        bool(subjects)
        and all(
            w.spot is None
            and w.pos == "NOUN"
            and w.feats.get("Animacy") == "Inan"
            and w.feats.get("Gender") == shown
            for w in subjects
        )
        and not any(key[0] == number and key[1] < at for key in walk.people.at)
    )


def meant(walk: Walk, number: int, at: int, gender: str) -> Person | None:
    """Return the one person whom a pronoun may mean.

    That is who fits in the clause it hangs on, or in the one before; of several
    the subject; then whom the sentence before was about.
    """
    here = [
        (key[1], walk.people.person[m.id])
        for key, m in walk.people.at.items()
        if key[0] == number and key[1] < at
    ]
    apart = _apart(walk, number, at)
    fits = {
        place: p for place, p in here if p.gender in {"", gender} and place not in apart
    }
    for places in _levels(walk, at):
        level = {place: p for place, p in fits.items() if place in places}
        if level:
            found, unclear = _of_level(walk, number, level)
            if found is not None or unclear:
                return found
    if fits:
        only = {id(p): p for p in fits.values()}
        spoken = walk.topic is not None and walk.topic.gender in {"", gender}
        return next(iter(only.values())) if len(only) == 1 and not spoken else None
    if walk.topic is not None and walk.topic.gender in {"", gender}:
        barred = any(place in apart and p is walk.topic for place, p in here)
        if not barred and number - walk.topic.last <= REACH:
            return walk.topic
    return _alone(
        walk, number, at, gender, {id(p) for place, p in here if place in apart}
    )


def _levels(walk: Walk, at: int) -> Iterator[set[int]]:
    """Yield the words in which to look, the nearest clause first."""
    clause = next((c for c in walk.parts if at in c.places), None)
    seen: set[int] = set()
    while clause is not None:
        places = set(clause.places)
        while (
            clause.before is not None
            and clause.before.outer is clause.outer
            and not _has_subject(walk, clause)
        ):
            clause = clause.before
            places |= set(clause.places)
        yield {place for place in places if place < at} - seen
        seen |= places
        clause = clause.outer if clause.outer is not None else clause.before
    yield set(range(at)) - seen


def _has_subject(walk: Walk, clause: Clause) -> bool:
    number = walk.number
    return any(
        (number, place) in walk.people.at
        and is_subject(walk.laid[number], place, walk.people.at[number, place])
        for place in clause.places
    )


def _of_level(
    walk: Walk, number: int, level: Mapping[int, Person]
) -> tuple[Person | None, bool]:
    """Return whom a pronoun means of some, and whether it is unclear."""
    people = {id(p): p for p in level.values()}
    words = walk.laid[number]
    subjects = {
        id(p): p
        for place, p in level.items()
        if is_subject(words, place, walk.people.at[number, place])
    }
    free = {
        id(p): p for place, p in level.items() if not _dependent(walk, number, place)
    }
    for some in (subjects, free):
        if len(some) == 1:
            return next(iter(some.values())), False
    if walk.topic is not None and id(walk.topic) in people:
        return walk.topic, False
    return None, len(people) > 1


def _dependent(walk: Walk, number: int, at: int) -> bool:
    """Tell whether a word hangs on a noun, or stands after a preposition."""
    words = walk.laid[number]
    if at and words[at - 1].pos == "ADP":
        return True
    cases = walk.people.cases.get(walk.people.at[number, at].id)
    if cases and "gen" not in cases:
        return False
    return words[at].rel in {"nmod", "appos"} and words[at].feats.get("Case") == "Gen"


def _apart(walk: Walk, number: int, at: int) -> set[int]:
    """Return whom a pronoun cannot mean: the other places of its own verb."""
    words = walk.laid[number]
    if owned(words, at):
        return set()
    clause = next((c for c in walk.parts if at in c.places), None)
    if clause is None:
        return set()
    plural = clause.verb >= 0 and words[clause.verb].feats.get("Number") == "Plur"
    return {
        place
        for place in clause.places
        if not (plural and words[place].feats.get("Case") == "Nom")
    }


def _alone(
    walk: Walk, number: int, at: int, gender: str, barred: set[int]
) -> Person | None:
    near = [
        p
        for p in walk.cast.people
        if number - p.last <= REACH
        and p.gender == gender
        and id(p) not in barred
        and not _later(walk, number, at, p)
    ]
    return near[0] if len(near) == 1 else None


def _later(walk: Walk, number: int, at: int, person: Person) -> bool:
    """Tell whether somebody is first met after a word of this sentence."""
    places = [
        key[1]
        for key, m in walk.people.at.items()
        if key[0] == number and walk.people.person[m.id] is person
    ]
    first = any(walk.people.at[number, p].id == person.head for p in places)
    return first and min(places) > at


def read_that(walk: Walk, number: int, at: int, word: Word) -> None:
    """Take "тот" for the last one named before it."""
    words = walk.laid[number]
    if at + 1 < len(words) and words[at + 1].pos in {
        "NOUN",
        "ADJ",
        "PART",
        "PUNCT",
    }:
        return
    gender = "m" if word.lower == "тот" else "f"
    near = [key[1] for key in walk.people.at if key[0] == number and key[1] < at]
    person = walk.people.person[walk.people.at[number, max(near)].id] if near else None
    if person is None or person.gender not in {"", gender}:
        return
    mention = replace(
        walk.mention(word, MentionKind.PRONOUN),
        gender=Gender(gender),
        antecedent=person.head,
        because=f"“{word.lower}” after {person.label}",
    )
    walk.enter(number, at, mention, person)


def read_title(walk: Walk, number: int, at: int, word: Word) -> None:
    """Take "епископ" for the one person who is called so."""
    if word.rel not in {
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "nmod",
        "root",
        "conj",
    }:
        return
    if named_beside(walk.laid[number], at) >= 0 or beside_of(walk.laid[number], at):
        return
    bearers = [p for p in walk.cast.people if word.lemma in p.titles]
    modified = any(
        walk.laid[number][c].pos in {"ADJ", "NOUN", "PROPN"}
        and walk.laid[number][c].spot is None
        for c in word.children
    )
    if len(bearers) != 1 or modified or word.feats.get("Case") == "Ins":
        return
    person = bearers[0]
    mention = replace(
        walk.mention(word, MentionKind.NOMINAL),
        gender=person.gender,
        antecedent=person.head,
        because=f"“{word.lemma}” is what {person.label} is called",
    )
    person.last = number
    walk.enter(number, at, mention, person)
