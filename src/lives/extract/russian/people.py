"""The people of a document: who is named, who is whose kin, whom "он" means.

Sentence by sentence: names first, then the unnamed ("его жена"), then pronouns, which
mean the one person of their gender who may be meant; in doubt nobody.
"""

from collections.abc import Sequence

from lives.extract.russian.beside import is_subject, kin_words, pronouns
from lives.extract.russian.cast import Person
from lives.extract.russian.clauses import Clause, Sort, clauses
from lives.extract.russian.naming import known_as, read_name
from lives.extract.russian.parsing import Word
from lives.extract.russian.plurals import BOTH, read_several, together
from lives.extract.russian.pronouns import read_pronoun, read_that, read_title
from lives.extract.russian.prose import Prose
from lives.extract.russian.relatives import read_relative
from lives.extract.russian.stage import REACH, People, Walk
from lives.model.ids import CaptureId

_SELF = frozenset(
    (
        "я",
        "мне",
        "меня",
        "мной",
        "мой",
        "моя",
        "моего",
        "мою",
        "моей",
        "моему",
        "нас",
        "нам",
    )
)


def read_people(
    prose: Prose, capture: CaptureId, laid: Sequence[Sequence[Word]]
) -> People:
    """Find the people of a document and who is meant by every mention."""
    own = sum(w.lower in _SELF for words in laid for w in words) > 0
    walk = Walk(prose, capture, laid, own=own)
    for number in range(len(laid)):
        _sentence(walk, number)
    walk.people.mentions.sort(key=lambda m: (m.start, m.end))
    return walk.people


def _sentence(walk: Walk, number: int) -> None:
    """Read one sentence."""
    words = walk.laid[number]
    block, topic = walk.prose.sentences[number].block, walk.topic
    goes_on = block == walk.block
    if not goes_on:
        walk.pair = ()
    walk.block = block
    if walk.topic is not None and number - walk.topic.last <= REACH:
        walk.people.before[number] = walk.latest[id(walk.topic)]
    walk.parts, walk.number = clauses(words), number
    for at, word in enumerate(words):
        if word.spot is not None:
            read_name(walk, number, at, word)
    for at, word in enumerate(words):
        if word.spot is None:
            _unnamed(walk, number, at, words)
    known_as(walk, number, words)
    _topic(walk, number, words, goes_on=goes_on)
    if goes_on and walk.topic is topic and topic is not None:
        topic.last = number  # "Окончил школу. Работал токарем." goes on about one man
    together(walk, number, words)


def _unnamed(walk: Walk, number: int, at: int, words: Sequence[Word]) -> None:
    word = words[at]
    if word.lemma in kin_words() and word.pos in {"NOUN", "PROPN"}:
        read_relative(walk, number, at, words)
    elif word.lower in BOTH:
        read_several(walk, number, at, words)
    elif word.lower in pronouns() and word.pos in {"PRON", "DET"}:
        read_pronoun(walk, number, at, word)
    elif word.lower in {"тот", "та"} and word.pos in {"PRON", "DET"}:
        read_that(walk, number, at, word)
    elif word.pos == "NOUN" and word.feats.get("Number") == "Sing":
        read_title(walk, number, at, word)


def _topic(walk: Walk, number: int, words: Sequence[Word], *, goes_on: bool) -> None:
    """Keep the subject of the sentence's last main clause as what is spoken of."""
    main = [c for c in walk.parts if not c.opener and c.sort is Sort.FINITE]
    for clause in reversed(main):
        for at in clause.places:
            mention = walk.people.at.get((number, at))
            if mention is not None and is_subject(words, at, mention):
                walk.topic = walk.people.person[mention.id]
                return
        fronted = walk.people.at.get((number, clause.places[0]))
        if fronted is not None and clause.places[0] < clause.verb:
            walk.topic = walk.people.person[fronted.id]
            return
    if done := _done_to(walk, number, words, main):
        walk.topic = done
        return
    here = {
        id(walk.people.person[m.id]): walk.people.person[m.id]
        for key, m in walk.people.at.items()
        if key[0] == number
    }
    if here and (walk.topic is None or (len(here) == 1 and not goes_on)):
        walk.topic = next(iter(here.values()))


def _done_to(
    walk: Walk, number: int, words: Sequence[Word], main: Sequence[Clause]
) -> Person | None:
    """Return to whom a body does something: "Коллегия приговорила Сомова к ссылке"."""
    for clause in main:
        for at in clause.places:
            mention = walk.people.at.get((number, at))
            if mention is not None and words[at].rel in {"obj", "iobj"}:
                return walk.people.person[mention.id]
    return None
