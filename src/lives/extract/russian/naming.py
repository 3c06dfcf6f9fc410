"""Names met one after the other: who bears them, and other names of one person."""

from collections.abc import Sequence
from dataclasses import replace

from lives.extract.russian.beside import FREE, GENDERS, cases_of, hint_of
from lives.extract.russian.cast import Person, fuller
from lives.extract.russian.nominative import Named, is_initial, named, names_data
from lives.extract.russian.parsing import Word
from lives.extract.russian.relatives import called
from lives.extract.russian.spotting import words_of
from lives.extract.russian.stage import Walk
from lives.model.mention import Gender, MentionKind

_ALSO = frozenset(
    (
        "миру",
        "настоящее",
        "имя",
        "настоящая",
        "фамилия",
        "псевдоним",
        "наст",
        "урожденная",
        "урожденной",
        "урожденную",
        "урожд",
        "рожд",
        "кличка",
        "партийная",
        "девичья",
        "девичестве",
        "же",
    )
)
_KNOWN_AS = frozenset(("знать", "известный", "звать"))
_LINKS = frozenset(
    ("(", ",", "–", "—", "-", ".", ":", "«", "»", "в", "по", "он", "она")
)


def read_name(walk: Walk, number: int, at: int, word: Word) -> None:
    """Find out whose a name is, and keep it as a mention."""
    spot = word.spot
    if spot is None:
        return
    spelled = words_of(walk.prose.sentences[number], spot)
    hint = hint_of(word, walk.laid[number])
    name = named(spelled, [hint] * len(spelled))
    if name.several and len(spelled) == 1:
        return
    full = [w for w in spelled if not is_initial(w)]
    alone = full[0] if len(full) == 1 else ""
    also = _also(walk, number, at)
    found = (also, name) if also else walk.cast.known(name, alone, hint, number)
    mention = walk.mention(word, MentionKind.NAME)
    if found is None:
        name = _gendered(walk, name, word, number)
        person = walk.cast.add(Person(mention.id, name, name.gender, number))
        mention = replace(mention, name=name.plain, gender=name.gender)
    else:
        person, read = found
        because = _because(read, person)
        mention = replace(
            mention,
            name=read.plain,
            gender=read.gender or person.gender,
            antecedent=person.head,
            because=because,
        )
        person.named = fuller(person.named, read)
        person.gender = person.gender or read.gender
        person.last = number
    walk.people.cases[mention.id] = cases_of(spelled, mention.name, person.gender.value)
    if spot.title:
        bishop = spot.title in names_data("bishops")
        person.titles |= {spot.title, "владыка"} if bishop else {spot.title}
    walk.enter(number, at, mention, person)
    called(walk, number, at, mention, person)


def _also(walk: Walk, number: int, at: int) -> Person | None:
    """Return whose other name this is: "Мелетий (в миру Михаил)", "урождённая N"."""
    words = walk.laid[number]
    back, marked = at - 1, False
    while back >= 0 and words[back].spot is None:
        word = words[back]
        marked = marked or word.lower in _ALSO
        if word.text not in _LINKS and word.lower not in _ALSO:
            return None
        back -= 1
    bracket = back >= 0 and words[back + 1].text == "("
    if back < 0 or not (marked or (bracket and at == back + 2)):
        return None
    mention = walk.people.at.get((number, back))
    return walk.people.person[mention.id] if mention else None


def known_as(walk: Walk, number: int, words: Sequence[Word]) -> None:
    """Read "её знали как Нину": a name for whom a pronoun has just meant."""
    for at, word in enumerate(words):
        if word.spot is None or at < 2 or words[at - 1].lower != "как":  # noqa: PLR2004
            continue
        if words[at - 2].lemma not in _KNOWN_AS:
            continue
        known = [i for i in range(at) if (number, i) in walk.people.at]
        mention = walk.people.at[number, at]
        new = walk.people.person[mention.id]
        if not known or new.head != mention.id:
            continue
        person = walk.people.person[walk.people.at[number, known[-1]].id]
        if person is new or person.named.plain:
            continue
        person.named, person.gender = new.named, person.gender or new.gender
        walk.cast.people.remove(new)
        told = replace(mention, antecedent=person.head, because="known as")
        walk.enter(number, at, told, person)


def _gendered(walk: Walk, name: Named, word: Word, number: int) -> Named:
    """Take the gender from a verb in the past where the name does not tell it."""
    if name.gender or word.rel not in FREE or word.head < 0:
        return name
    verb = walk.laid[number][word.head]
    if verb.feats.get("Tense") == "Past" or verb.feats.get("VerbForm") == "Part":
        shown = GENDERS.get(verb.feats.get("Gender", ""), "")
        return replace(name, gender=Gender(shown))
    return name


def _because(name: Named, person: Person) -> str:
    if name.surname and not name.given and not name.initials:
        return f"surname of {person.label}"
    if name.given and not name.surname:
        return f"given name of {person.label}"
    return f"the name of {person.label}"
