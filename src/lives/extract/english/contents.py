"""How the complement of a word of saying stands: "wrote that", "rumours that".

A verb or noun that vouches for nothing leaves what hangs on it in doubt; who says it
decides whether it is reported or charged.
"""

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.denial import negated
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.voices import (
    clause_at,
    lemma_at,
    reported,
    said_by,
    said_by_any,
)
from lives.model.statement import Modality

_POINTING = frozenset(("here", "there", "then", "only", "now"))
_MAKING = frozenset(("sign", "make", "give", "write"))


def said_that(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "that X was shot" by the word before "that", then by the verb before it.

    A verb or noun nobody has classed vouches for nothing: the clause is proposed.
    """
    at = clause.head if clause.head >= 0 else clause.at
    while at > 0 and scene.tag(at) is not Tag.SUB:
        at -= 1
    noun = at > 0 and scene.tag(at - 1) is not Tag.VERB
    lowers = scene.lowers(scene.chunks[at - 1]) if noun else [""]
    stance = _noun_that(scene, clause, lowers)
    if stance is not None:
        return stance
    classes = words()
    lemma = lemma_at(scene, clause.governor)
    known = classes["reporting"] | classes["factive"] | classes["denying"]
    known |= classes["unrealised"] | classes["owning_up"] | classes["inventing"]
    known |= classes["accusing"]
    if lemma in known or (
        lemma in classes["ruling"]
        and said_by_any(scene, clause.governor, "accusers", "judging")
    ):
        return embedded(scene, clause.governor)
    if _points_back(scene, at) or _cleft(scene, at) or _sure_of(scene, clause):
        return Stance()
    return Stance(Modality.HEDGED, sure=False, because="“that”, vouched for by no one")


def _points_back(scene: Scene, at: int) -> bool:
    """Tell "after that he worked" from "said that he worked"."""
    return scene.tag(at) is Tag.SUB and scene.tag(at - 1) is Tag.PREP


def _sure_of(scene: Scene, clause: Clause) -> bool:
    """Tell "what is certain is that X was shot" from what nobody vouches for."""
    first = scene.lowers(scene.chunks[0])[0]
    before = {token.lower for token in scene.tokens[: scene.chunks[clause.at].first]}
    plain = lemma_at(scene, clause.governor) == "be" and not before & {"not", "n't"}
    return plain and first == "what" and bool(before & words()["factive_adjectives"])


def _cleft(scene: Scene, that: int) -> bool:
    """Tell "it was there that they met", which says so, from "it is possible that"."""
    verbs = (at for at in range(that - 1, 0, -1) if scene.tag(at) is Tag.VERB)
    be = next(verbs, 0)
    group = scene.chunks[be].verb
    plain = group is not None and group.lemma == "be" and not group.negated
    if not plain or scene.word(be - 1) != "it":
        return False
    when_or_where = scene.tag(be + 1) in {Tag.PREP, Tag.DATE}
    return when_or_where or scene.word(be + 1) in _POINTING


def _noun_that(scene: Scene, clause: Clause, lowers: list[str]) -> Stance | None:
    """Judge by a noun before "that": "rumours that", "the fact that"."""
    classes, word = words(), lowers[-1]
    because = f"“{word} that”"
    lemma = lemma_at(scene, clause.governor)
    if lemma in classes["inventing"]:
        return None
    if word in classes["charge_nouns"]:
        owns = lemma in _MAKING
        voice, speaker = said_by(scene, clause.governor) if owns else ("", None)
        return Stance(Modality.CHARGED, voice, speaker, because=because)
    doubted = word == "doubt" and not {"no", "little"} & set(lowers)
    if doubted or word in classes["rumour_nouns"]:
        return Stance(Modality.HEDGED, because=because)
    if word in classes["factive_nouns"]:
        governor = scene.chunks[clause.governor].verb if lemma else None
        denied = governor is not None and governor.negated
        return Stance(
            Modality.NEGATED if denied else Modality.ASSERTED, because=because
        )
    return None


def embedded(scene: Scene, governor: int) -> Stance | None:
    """Judge a clause by the verb it is the complement of."""
    lemma = lemma_at(scene, governor)
    classes = words()
    rules = lemma in classes["ruling"]
    rules = rules and said_by_any(scene, governor, "accusers", "judging")
    if lemma in classes["denying"]:
        return _denied(scene, governor)
    if lemma in classes["inventing"]:
        return Stance(Modality.CHARGED, because=f"hangs on “{scene.word(governor)}”")
    owning = lemma in classes["owning_up"] | classes["accusing"]
    if owning or rules or lemma in classes["reporting"]:
        accuses = owning or _in_custody(scene, governor)
        return reported(scene, governor, accuses=accuses)
    return None if lemma in classes["unrealised"] else Stance()


def _denied(scene: Scene, governor: int) -> Stance:
    """Judge "denied that"; "did not deny that" neither denies nor vouches."""
    by, verb = clause_at(scene, governor), scene.word(governor)
    if by is not None and negated(scene, by):
        return Stance(Modality.HEDGED, sure=False, because=f"“not {verb}”")
    voice, speaker = said_by(scene, governor)
    return Stance(Modality.NEGATED, voice, speaker, because=f"hangs on “{verb}”")


def _in_custody(scene: Scene, governor: int) -> bool:
    """Tell whether something is testified under torture or interrogation."""
    by = clause_at(scene, governor)
    last = by.last if by is not None else governor + 1
    said = {token.lower for token in scene.tokens[: scene.chunks[last - 1].last]}
    return bool(said & words()["custody"])
