"""How far the author vouches for a clause. In doubt, it is not a fact.

The words around a clause decide: who is said to say it, what it hangs on, whether it
is wished, feared, denied or made up. `judge` returns None where the clause says
nothing of what happened at all.
"""

from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import CAUSED, Clause
from lives.extract.english.contents import embedded, said_that
from lives.extract.english.denial import (
    at_last,
    denying,
    link_of,
    modal_denied,
    negated,
    never_came,
    not_quite,
    shunned,
)
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.voices import (
    coloured,
    lemma_at,
    said_by,
)
from lives.model.statement import Modality

_AFTER_THE_FACT = frozenset(
    ("after", "since", "on", "upon", "by", "following", "before")
)
_OF_A_CHARGE = frozenset(("of", "for", "with", "in", "to"))
_GUESSING = frozenset(("may", "might", "could", "must"))
_MOVING = frozenset(("come", "go"))
_INVERTING = frozenset(("had", "were", "should"))
_TELLING = frozenset(("", "how", "what", "why"))


def judge(scene: Scene, clause: Clause) -> Stance | None:
    """Return how a clause stands; None where it tells of nothing that happened."""
    if scene.question or _unreal(scene, clause):
        return None
    because = never_came(scene, clause)
    if because:
        return Stance(Modality.NEGATED, because=because)
    settle = _modal if clause.verb.modal else _governed
    stance = settle(scene, clause)
    word = denying(scene, clause)
    if stance is not None and word:
        return _negated(scene, clause, stance, word)
    return None if stance is None else _seen(scene, clause, stance)


def but_for_denial(scene: Scene, clause: Clause) -> Stance | None:
    """Return how a clause that denies would stand without that; None for others.

    Who says "X was never seen again" vouches for what that tells: nobody else does.
    """
    apart = not_quite(scene, clause) or at_last(scene, clause)
    unreal = scene.question or _unreal(scene, clause) or never_came(scene, clause)
    if unreal or apart or not denying(scene, clause) or clause.verb.modal:
        return None
    stance = _governed(scene, clause)
    if stance is None or stance.modality is Modality.NEGATED:
        return None
    return _seen(scene, clause, stance)


def _negated(scene: Scene, clause: Clause, stance: Stance, word: str) -> Stance | None:
    """Judge a clause with "not": of "not until 1956", that then it was so."""
    if not_quite(scene, clause):
        return None
    if at_last(scene, clause):
        return replace(stance, because=stance.because or "“not until”")
    return replace(stance, modality=Modality.NEGATED, because=f"“{word}”")


def _seen(scene: Scene, clause: Clause, stance: Stance) -> Stance:
    """Look whether other words leave in doubt what would be asserted."""
    if _one_of_two(scene, clause):
        stance = replace(stance, sure=False, because="“or”")
    if stance.modality is Modality.ASSERTED:
        seen = coloured(scene, clause)
        return replace(seen, sure=stance.sure) if seen is not None else stance
    return stance


def _unreal(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause is a condition, or the inverted form of one."""
    if clause.link in words()["irrealis"] or _as_though(scene, clause):
        return True
    before = scene.chunks[: max(clause.head, 0)]
    first = next((c for c in before if c.tag is Tag.VERB), None)
    return first is not None and first.first == 0 and first.word in _INVERTING


def _as_though(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause only likens: "as though he had been shot"."""
    first = scene.chunks[clause.head if clause.head >= 0 else clause.at].first
    before = [token.lower for token in scene.tokens[max(first - 2, 0) : first]]
    return before in (["as", "though"], ["as", "if"])


def _one_of_two(scene: Scene, clause: Clause) -> bool:
    """Tell whether it is one of two things: "either shot or hanged"."""
    if "either" in scene.lowers(scene.chunks[clause.at]):
        return True
    return clause.shared and scene.word(clause.at - 1) == "or"


def _modal(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "may have been shot"; "would be shot" only where a date speaks for it."""
    verb = clause.verb
    perfect = "have" in scene.lowers(scene.chunks[clause.at])
    if negated(scene, clause):
        if not modal_denied(scene, clause) or clause.governor >= 0:
            return None
        return Stance(sure=verb.modal == "could" or not at_last(scene, clause))
    if verb.modal in _GUESSING and perfect:
        return Stance(Modality.HEDGED, because=f"“{verb.modal} have”")
    if verb.modal == "would" and clause.dates and clause.governor < 0:
        return Stance(sure=False, because="“would” with a date")
    return None


def _governed(scene: Scene, clause: Clause) -> Stance | None:
    """Judge by the verb a clause hangs on."""
    denied = shunned(scene, clause)
    if denied is not None:
        return denied
    link = link_of(scene, clause)
    if link == CAUSED or clause.verb.infinitive:
        return (_caused if link == CAUSED else _infinitive)(scene, clause)
    if link == "-ing":
        realised = lemma_at(scene, clause.governor) in words()["realised"]
        return Stance(because="a verb in -ing") if realised else None
    if clause.verb.gerund and link:
        return _gerund(scene, clause, link)
    if link == "that":
        return said_that(scene, clause)
    # "He was writing when X was shot": only without a link does a verb of saying rule.
    ruled = clause.governor >= 0 and link in _TELLING
    return embedded(scene, clause.governor) if ruled else Stance()


def _caused(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "had him shot" as its first verb; "ordered him shot" may not have come."""
    main = next((c for c in scene.clauses if c.at == clause.governor), None)
    brought = main is not None and main.verb.word in words()["have"]
    return judge(scene, main) if main is not None and brought else None


def _gerund(scene: Scene, clause: Clause, link: str) -> Stance | None:
    """Judge "after being shot", and "accused of having shot X"."""
    lemma = lemma_at(scene, clause.governor)
    if lemma in words()["charging"] and link in _OF_A_CHARGE:
        because = f"hangs on “{scene.word(clause.governor)} {link}”"
        voice, speaker = said_by(scene, clause.governor)
        confessed = lemma in words()["owning_up"]
        return Stance(
            Modality.CHARGED,
            voice if confessed else "",
            speaker if confessed else None,
            because=because,
        )
    happened = link in _AFTER_THE_FACT and lemma not in words()["charging"]
    return Stance(because=f"“{link}” and a gerund") if happened else None


def _infinitive(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "to be shot" by the verb it follows."""
    verb = scene.chunks[clause.governor].verb if clause.governor >= 0 else None
    if verb is None or verb.negated:
        return None
    lemma = lemma_at(scene, clause.governor)
    said = verb.passive and lemma in words()["reporting"]
    if lemma in words()["seeming"] or said:
        return Stance(Modality.HEDGED, because=f"“{verb.word} to”")
    if verb.modal or lemma not in words()["realised"]:
        return None
    caused = lemma in words()["forcing"]
    sure = verb.passive if caused else verb.finite
    if lemma in _MOVING and clause.object >= 0 and scene.chunks[clause.object].people:
        sure = False  # "they came to arrest X"
    return Stance(sure=sure, because=f"“{verb.word} to”")
