"""How far the author vouches for a clause. In doubt, it is not a fact.

The words around a clause decide: who is said to say it, what it hangs on, whether it
is wished, feared, denied or made up. `judge` returns None where the clause says
nothing of what happened at all.
"""

from dataclasses import dataclass, replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.frames import lemma_of
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.model.ids import MentionId
from lives.model.statement import Modality

_AFTER_THE_FACT = frozenset(
    ("after", "since", "on", "upon", "by", "following", "before")
)
_CHARGING = frozenset(
    ("accuse", "charge", "confess", "testify", "admit", "indict", "blame")
)
_GUESSING = frozenset(("may", "might", "could", "must"))
_SEEMING = frozenset(("seem", "appear"))
_INVERTING = frozenset(("had", "were", "should"))
_CLAUSE_EDGE = frozenset((Tag.STOP, Tag.AND, Tag.SUB, Tag.VERB))
_TELLING = frozenset(("", "how", "what", "why"))
_NEARLY = frozenset(("nearly", "almost"))
_NO_ONE = frozenset(("it", "there", "nobody", "none", "no one", "few"))
_AUTHOR = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause stands.

    Attributes:
        modality: How far the author vouches for it.
        voice: Who says it, in words, where that is not the author.
        speaker: The same as a mention.
        sure: False where the reader itself doubts: such a clause is only proposed.
        because: What decided.
    """

    modality: Modality = Modality.ASSERTED
    voice: str = ""
    speaker: MentionId | None = None
    sure: bool = True
    because: str = ""


def judge(scene: Scene, clause: Clause) -> Stance | None:
    """Return how a clause stands; None where it tells of nothing that happened."""
    if scene.question or _unreal(scene, clause) or _short_of(scene, clause):
        return None
    settle = _modal if clause.verb.modal else _governed
    stance = settle(scene, clause)
    if stance is None:
        return None
    if clause.verb.negated or _nobody(scene, clause):
        return replace(stance, modality=Modality.NEGATED, because="negated")
    if _one_of_two(scene, clause):
        stance = replace(stance, sure=False, because="“or”")
    if stance.modality is Modality.ASSERTED:
        return _coloured(scene, clause) or stance
    return stance


def _unreal(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause is a condition, or the inverted form of one."""
    if clause.link in words()["irrealis"]:
        return True
    before = scene.chunks[: max(clause.head, 0)]
    first = next((c for c in before if c.tag is Tag.VERB), None)
    return first is not None and first.first == 0 and first.word in _INVERTING


def _short_of(scene: Scene, clause: Clause) -> bool:
    """Tell whether it nearly happened: "he nearly died", "was almost killed"."""
    inside = scene.lowers(scene.chunks[clause.at])[-2:-1]
    before = scene.chunks[clause.at - 1] if clause.at else None
    adverb = [before.word] if before is not None and before.tag is Tag.ADVERB else []
    return bool(_NEARLY & {*inside, *(adverb if len(inside) == 0 else ())})


def _one_of_two(scene: Scene, clause: Clause) -> bool:
    """Tell whether it is one of two things: "either shot or hanged"."""
    if "either" in scene.lowers(scene.chunks[clause.at]):
        return True
    return clause.shared and scene.word(clause.at - 1) == "or"


def _nobody(scene: Scene, clause: Clause) -> bool:
    if clause.shared and scene.word(clause.at - 1) == "nor":
        return True
    if clause.head < 0:
        return False
    if scene.word(clause.head - 1) == "nor":  # "neither X nor Y had met him"
        return True
    return scene.lowers(scene.chunks[clause.head])[0] in {"nobody", "no", "neither"}


def _modal(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "may have been shot"; "would be shot" only where a date speaks for it."""
    verb = clause.verb
    if verb.negated:
        return None
    perfect = "have" in scene.lowers(scene.chunks[clause.at])
    if verb.modal in _GUESSING and perfect:
        return Stance(Modality.HEDGED, because=f"“{verb.modal} have”")
    if verb.modal == "would" and clause.dates and clause.governor < 0:
        return Stance(sure=False, because="“would” with a date")
    return None


def _governed(scene: Scene, clause: Clause) -> Stance | None:
    """Judge by the verb a clause hangs on."""
    if clause.link == "to":
        return _infinitive(scene, clause)
    if clause.link == "-ing":
        realised = _lemma(scene, clause.governor) in words()["realised"]
        return Stance(sure=False, because="a verb in -ing") if realised else None
    if clause.verb.gerund and clause.link:
        charged = _lemma(scene, clause.governor) in _CHARGING
        happened = clause.link in _AFTER_THE_FACT and not charged
        return Stance(because=f"“{clause.link}” and a gerund") if happened else None
    if clause.link == "that":
        return _that(scene, clause)
    # "He was writing when X was shot": only without a link does a verb of saying rule.
    told = clause.governor >= 0 and clause.link in _TELLING
    return _embedded(scene, clause.governor) if told else Stance()


def _that(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "that X was shot" by the word before "that", then by the verb before it.

    A verb or noun nobody has classed vouches for nothing: the clause is proposed.
    """
    at = clause.head if clause.head >= 0 else clause.at
    while at > 0 and scene.tag(at) is not Tag.SUB:
        at -= 1
    noun = at > 0 and scene.tag(at - 1) is not Tag.VERB
    word = scene.lowers(scene.chunks[at - 1])[-1] if noun else ""
    classes, because = words(), f"“{word} that”"
    governor = scene.chunks[clause.governor].verb if clause.governor >= 0 else None
    if word in classes["charge_nouns"]:
        return Stance(Modality.CHARGED, sure=False, because=because)
    if word in classes["rumour_nouns"]:
        return Stance(Modality.HEDGED, because=because)
    if word in classes["factive_nouns"]:
        denied = governor is not None and governor.negated
        return Stance(
            Modality.NEGATED if denied else Modality.ASSERTED, because=because
        )
    lemma = _lemma(scene, clause.governor)
    known = classes["reporting"] | classes["factive"] | classes["denying"] | _CHARGING
    if lemma in known or lemma in classes["unrealised"]:
        return _embedded(scene, clause.governor)
    return Stance(Modality.HEDGED, sure=False, because="“that”, vouched for by no one")


def _embedded(scene: Scene, governor: int) -> Stance | None:
    """Judge a clause by the verb it is the complement of."""
    lemma = _lemma(scene, governor)
    classes = words()
    if lemma in classes["denying"]:
        return Stance(Modality.NEGATED, because=f"hangs on “{lemma}”")
    if lemma in _CHARGING:
        because = f"hangs on “{lemma}”"
        return Stance(Modality.CHARGED, sure=False, because=because)
    if lemma in classes["reporting"]:
        return _reported(scene, governor, lemma)
    return None if lemma in classes["unrealised"] else Stance()


def _lemma(scene: Scene, at: int) -> str:
    return lemma_of(scene.chunks[at].word) if at >= 0 else ""


def _reported(scene: Scene, governor: int, lemma: str) -> Stance:
    by = next((c for c in scene.clauses if c.at == governor), None)
    nobody = Stance(Modality.HEDGED, because=f"“{lemma}” by no one named")
    seen = by is not None and by.voice is not Voice.PASSIVE and by.head >= 0
    if by is None or not seen:
        return nobody
    voice = scene.words_of(by.head, by.head + 1)
    if voice.lower() in _NO_ONE:
        return nobody
    if voice.lower() in _AUTHOR:  # "I heard that": vouched for by hearsay only
        return Stance(Modality.HEDGED, because=f"“{lemma}” by the author")
    speaker = by.subject[0].id if by.subject else None
    return _told(voice, speaker, f"“{lemma}” by {voice}")


def _told(voice: str, speaker: MentionId | None, because: str) -> Stance:
    """What a court or the police says is a charge, whatever verb it is said with."""
    accuses = bool(set(voice.lower().split()) & words()["accusers"])
    modality = Modality.CHARGED if accuses else Modality.REPORTED
    return Stance(modality, voice, speaker, because=because)


def _infinitive(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "to be shot" by the verb it follows."""
    verb = scene.chunks[clause.governor].verb if clause.governor >= 0 else None
    if verb is None or verb.negated:
        return None
    lemma = lemma_of(verb.word)
    said = verb.passive and lemma in words()["reporting"]
    if lemma in _SEEMING or said:
        return Stance(Modality.HEDGED, because=f"“{verb.word} to”")
    if lemma in words()["realised"] and not verb.modal:
        return Stance(sure=False, because=f"“{verb.word} to”")
    return None


def _coloured(scene: Scene, clause: Clause) -> Stance | None:
    """Look for words in the clause that take the author's vouching away."""
    first = clause.head if clause.head >= 0 else clause.at
    while first > 0 and scene.chunks[first - 1].tag not in _CLAUSE_EDGE:
        first -= 1
    span = scene.text[scene.start(first) : scene.end(clause.last - 1)].lower()
    if "according to " in span:
        return _according(scene, first, clause.last)
    lowers = {
        token.lower
        for chunk in scene.chunks[first : clause.last]
        for token in scene.tokens[chunk.first : chunk.last]
    }
    plain = " ".join(span.split())
    hedge = next((p for p in words().hedge_phrases if p in plain), "")
    hedge = hedge or next(iter(sorted(lowers & words()["hedges"])), "")
    return Stance(Modality.HEDGED, because=f"“{hedge}”") if hedge else None


def _according(scene: Scene, first: int, last: int) -> Stance:
    for at in range(first, last - 1):
        chunk = scene.chunks[at]
        if chunk.tag is Tag.PREP and chunk.word == "to":
            voice = scene.words_of(at + 1, scene.phrase_end(at + 1))
            people = scene.chunks[at + 1].people
            speaker = people[0].id if people else None
            return _told(voice, speaker, "“according to”")
    return Stance(Modality.HEDGED, because="“according to”")
