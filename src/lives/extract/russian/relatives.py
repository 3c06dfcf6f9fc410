"""Who is whose kin: "его жена", "сын Громова Пётр", and the kin of the author."""

from collections.abc import Sequence
from dataclasses import replace

from lives.extract.russian.beside import (
    beside,
    is_kin,
    kin_words,
    name_before,
    named_beside,
    pronouns,
    subject_before,
)
from lives.extract.russian.cast import Person
from lives.extract.russian.nominative import Named
from lives.extract.russian.parsing import Word
from lives.extract.russian.pronouns import meant
from lives.extract.russian.stage import Walk
from lives.model.mention import Gender, Mention, MentionKind

_NEAR = 8  # sentences over which "жена" is the wife told of before
_MINE = frozenset(("мой", "моя", "моего", "мою", "моей", "моему", "моим", "наш"))
OWN = frozenset(
    (
        "отец",
        "мать",
        "мама",
        "папа",
        "бабушка",
        "дед",
        "дедушка",
        "тетка",
        "тетя",
        "дядя",
    )
)
_POSSESSIVE = frozenset(
    (
        "его",
        "ее",
        "их",
        "мой",
        "моя",
        "моего",
        "мою",
        "моей",
        "моему",
        "наш",
        "свой",
        "своего",
        "свою",
        "своей",
    )
)


def called(
    walk: Walk, number: int, at: int, mention: Mention, person: Person, noun: int = -1
) -> None:
    """Keep what someone is called beside the name, and whose kin that makes him."""
    words = walk.laid[number]
    noun = noun if noun >= 0 else beside(words, at)
    if noun < 0:
        return
    lemma = words[noun].lemma
    if words[noun].feats.get("Animacy") == "Anim":
        person.titles.add(lemma)
    if lemma not in kin_words():
        return
    if (
        lemma in {"отец", "папа"}
        and noun == at - 1
        and not (walk.own or _possessed(walk, number, noun, skip=at))
    ):
        person.titles |= {"священник", "батюшка"}
        return
    other = owner(walk, number, noun, skip=at)
    if walk.own and lemma in OWN and not _possessed(walk, number, noun, skip=at):
        other, person.relation = None, person.relation or kin_words()[lemma][0]
    if other is None or other is person:
        if walk.own and lemma in OWN:
            walk.people.kin.append((number, at, noun))
        return
    walk.people.kin.append((number, at, noun))
    relation, gender = kin_words()[lemma]
    if not person.relation:
        person.relation, person.of = relation, other
    person.gender = person.gender or Gender(gender)  # "сын Арво": no name tells it
    done = replace(mention, relation=relation, of=other.head, gender=person.gender)
    walk.enter(number, at, done, person)


def read_relative(walk: Walk, number: int, at: int, words: Sequence[Word]) -> None:
    """Keep a word for kin as a mention of somebody without a name."""
    word = words[at]
    if _nobody(walk, number, at) or named_beside(words, at) >= 0:
        return
    if (name := name_before(words, at)) >= 0 and (number, name) in walk.people.at:
        mention = walk.people.at[number, name]
        called(walk, number, name, mention, walk.people.person[mention.id], at)
        return
    relation, gender = kin_words()[word.lemma]
    told = [p for p in walk.cast.people if p.relation == relation]
    bare = not _possessed(walk, number, at)
    near = bare and len(told) == 1 and (walk.own or number - told[0].last <= _NEAR)
    other = told[0].of if near else owner(walk, number, at)
    if bare and walk.own and word.lemma in OWN:
        other = None
    mention = replace(walk.mention(word, MentionKind.NOMINAL), gender=Gender(gender))
    same = [p for p in told if p.of is other or other is None]
    mine = walk.own and word.lemma in OWN
    if not (other or same or mine) or (bare and not is_kin(word.lemma)):
        return
    person = same[-1] if same else None
    if person is None:
        nameless = Named(gender=Gender(gender))
        person = walk.cast.add(
            Person(mention.id, nameless, Gender(gender), number, relation, other)
        )
        mention = replace(mention, relation=relation, of=other.head if other else None)
    else:
        because = f"“{word.text}” before"
        mention = replace(mention, antecedent=person.head, because=because)
        if other is not None:
            mention = replace(mention, relation=relation, of=other.head)
    person.last = number
    walk.enter(number, at, mention, person)


def _nobody(walk: Walk, number: int, at: int) -> bool:
    """Tell whether a word for kin means no one person, or only describes somebody.

    So in "как жену врага народа", and in "Сын приказчика." without a verb.
    """
    words = walk.laid[number]
    why = at > 0 and words[at - 1].lower == "как"
    if why or words[at].feats.get("Number") == "Plur":
        return True
    parent = words[at + 1] if at + 1 < len(words) else None
    if parent is None or parent.spot is not None or parent.feats.get("Case") != "Gen":
        return False
    clause = next((c for c in walk.parts if at in c.places), None)
    verbless = clause is not None and clause.verb < 0
    return verbless and parent.pos == "NOUN" and parent.feats.get("Animacy") == "Anim"


def _possessed(walk: Walk, number: int, at: int, skip: int = -1) -> bool:
    """Tell whether the words say whose relative is meant."""
    words = walk.laid[number]
    near = (at - 1, at - 2, at + 1)
    before = {words[i].lower for i in near if 0 <= i < len(words)}
    owners = (c for c in words[at].children if c > at and c != skip)
    owners_ = _POSSESSIVE - _MINE if walk.own else _POSSESSIVE
    return bool(before & owners_) or any(
        words[c].feats.get("Case") == "Gen" and words[c].pos in {"NOUN", "PROPN"}
        for c in owners
    )


def owner(walk: Walk, number: int, at: int, skip: int = -1) -> Person | None:
    """Return whose kin a word tells of: "жена Громова", "его жена", or just "жена"."""
    words = walk.laid[number]
    for place in (at + 1, at - 1, at - 2):
        if 0 <= place < len(words) and words[place].lower in {"его", "ее"}:
            between = place == at - 2 and words[at - 1].pos not in {"ADJ", "DET"}
            if not between:
                return meant(walk, number, place, pronouns()[words[place].lower])
    for child in (*words[at].children, at + 1):
        mention = walk.people.at.get((number, child)) if child != skip else None
        genitive = child < len(words) and words[child].feats.get("Case") == "Gen"
        if mention is not None and child > at and genitive:
            return walk.people.person[mention.id]
    if at and words[at - 1].lower in _MINE | {"их"}:
        return None
    return _spoken_of(walk, number, at)


def _spoken_of(walk: Walk, number: int, at: int) -> Person | None:
    """Return whose kin a word tells of that says nothing of that itself."""
    subject = subject_before(walk.laid[number], at)
    if subject >= 0 and (number, subject) in walk.people.at:
        return walk.people.person[walk.people.at[number, subject].id]
    topic = walk.topic
    if topic is not None and topic.of is not None and not at:
        return topic.of  # "Сын погиб. Дочь Ася уехала": the same one's
    return topic if not _others(walk, number, at) else None


def _others(walk: Walk, number: int, at: int) -> bool:
    """Tell whether somebody but the topic is spoken of before a word."""
    return any(
        key[0] == number and key[1] < at and walk.people.person[m.id] is not walk.topic
        for key, m in walk.people.at.items()
    )
