"""What is said not to have happened: "never", "refused to", "without being"."""

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.frames import frames
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.voices import clause_at, lemma_at, said_by
from lives.model.kinds import kinds
from lives.model.statement import Modality

_UNTIL = frozenset(("until", "till", "before"))
_NEARLY = frozenset(("nearly", "almost"))
_UNABLE = frozenset(("unable", "powerless", "unwilling"))
_ABLE = frozenset(("could", "would"))
_ON_THE_WAY = frozenset((Tag.ADVERB, Tag.DATE, Tag.QUOTE))
_OF_A_CHARGE = frozenset(("of", "for", "with", "in"))  # "accused of trying to kill X"
_NEGATION_AFTER = 2  # "was probably not": words that the verb group has left out
_VAIN = frozenset(("avail", "end", "purpose"))  # "appealed to no avail"
_LET = frozenset(("allow", "permit", "manage"))


def link_of(scene: Scene, clause: Clause) -> str:
    """Return the word that links a clause, past adverbs: "without ever having been"."""
    if clause.link or not clause.verb.gerund:
        return clause.link
    before = clause.at - 1
    while scene.tag(before) is Tag.ADVERB:
        before -= 1
    return scene.word(before) if scene.tag(before) is Tag.PREP else ""


def negated(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause itself denies: "never joined", "neither X nor Y met"."""
    return bool(denying(scene, clause))


def denying(scene: Scene, clause: Clause) -> str:
    """Return the word by which a clause denies: "never", "nobody"; "" for none."""
    if clause.verb.negated:
        return _in_verb(scene, clause)
    return (
        _adverb(scene, clause)
        or _nobody(scene, clause)
        or _not_guilty(scene, clause)
        or _no_thing(scene, clause)
    )


def at_last(scene: Scene, clause: Clause) -> bool:
    """Tell "was not released until 1956", which says that then he was."""
    for at in clause.dates:
        inside = scene.lowers(scene.chunks[at])[0], scene.word(at - 1)
        if at > clause.at and _UNTIL & set(inside):
            return clause.verb.negated
    return False


def not_quite(scene: Scene, clause: Clause) -> bool:
    """Tell "could not immediately move", which says nothing of later."""
    after = scene.tokens[scene.chunks[clause.at].last :][:1]
    near = [*scene.lowers(scene.chunks[clause.at]), *(t.lower for t in after)]
    return bool(set(near) & words()["qualified"])


def never_came(scene: Scene, clause: Clause) -> str:
    """Say what tells that something never came about; "" for nothing.

    "Without being tried", "before he could be tried", "he died before he was tried",
    "he nearly died".
    """
    if link_of(scene, clause) == "without" and clause.verb.gerund:
        return "“without”"
    nearly = _nearly(scene, clause)
    if nearly:
        return f"“{nearly}”"
    begins = clause.at if clause.verb.gerund or clause.head < 0 else clause.head
    before = begins - 1
    while scene.tag(before) in _ON_THE_WAY:
        before -= 1
    told = clause.verb.finite or clause.verb.gerund
    if scene.word(before) != "before" or not told:
        return ""
    if clause.verb.modal == "could":
        return "“before ... could”"
    return "“before”, after an end" if _ended(scene, clause) else ""


def shunned(scene: Scene, clause: Clause) -> Stance | None:
    """Judge "refused to confess", "avoided being arrested", "denied having joined"."""
    governor = scene.chunks[clause.governor].verb if clause.governor >= 0 else None
    if governor is None or scene.tag(clause.governor - 1) is Tag.QUOTE:
        return None
    lemma, classes = lemma_at(scene, clause.governor), words()
    by = clause_at(scene, clause.governor)
    never = by is not None and negated(scene, by)
    because = f"“{governor.word} {clause.link}”"
    if lemma in classes["denying"] and clause.link == "-ing" and not never:
        voice, speaker = said_by(scene, clause.governor)
        return Stance(
            Modality.NEGATED, voice, speaker, because=f"hangs on “{governor.word}”"
        )
    if clause.link == "to" and _barred(scene, clause, lemma, never=never):
        return Stance(Modality.NEGATED, because=because)
    undone = "undone" if clause.link == "to" else "averted"
    object_ = by is not None and by.object >= 0  # "failed his medical to join"
    if clause.link in {"to", "-ing"} and lemma in classes[undone] and not object_:
        charged = governor.gerund and scene.word(clause.governor - 1) in _OF_A_CHARGE
        plain = not (never or charged or governor.modal or governor.infinitive)
        return Stance(Modality.NEGATED, because=because) if plain else None
    return None


def _barred(scene: Scene, clause: Clause, lemma: str, *, never: bool) -> bool:
    """Tell "was not allowed to return", "was unable to attend"."""
    if never:
        return lemma in _LET
    between = scene.chunks[clause.governor : clause.at]
    unable = any(set(scene.lowers(chunk)) & _UNABLE for chunk in between)
    forbidden = lemma in {"forbid", "prohibit"}
    return (lemma == "be" and unable) or forbidden


def _in_verb(scene: Scene, clause: Clause) -> str:
    """Return the word that denies in or right after a verb group, or in its clause."""
    chunk = scene.chunks[clause.at]
    near = scene.tokens[chunk.first : chunk.last + _NEGATION_AFTER]
    found = next((t.lower for t in near if t.lower in words()["negations"]), "")
    if not found and scene.tree is not None:
        at = scene.tree.negation(clause.at)
        found = scene.tokens[at].lower if at >= 0 else ""
    return found or scene.words_of(clause.at, clause.at + 1)


def _adverb(scene: Scene, clause: Clause) -> str:
    """Return the "never" before a verb, or the "nor" of "Nor was X shot"; or ""."""
    if scene.tag(clause.head - 1) is Tag.VERB and scene.word(clause.head - 2) == "nor":
        return "nor"
    before = clause.at - 1
    while scene.tag(before) is Tag.ADVERB:
        if scene.word(before) in words()["negations"] - {"not"}:
            return scene.word(before)
        before -= 1
    return ""


def _no_thing(scene: Scene, clause: Clause) -> str:
    """Return the "no" of "belonged to no party", "held no office"."""
    told = [p.at for p in clause.phrases if p.word == "to"]
    for at in (clause.object, *told[:1]):
        chunk = scene.chunks[at]
        none = at > clause.at and scene.lowers(chunk)[0] == "no"
        if none and chunk.word not in _VAIN:
            return "no"
    return ""


def _nobody(scene: Scene, clause: Clause) -> str:
    if clause.shared and scene.word(clause.at - 1) == "nor":
        return "nor"
    if clause.head < 0:
        return ""
    if scene.word(clause.head - 1) == "nor":  # "neither X nor Y had met him"
        return "nor"
    first = scene.lowers(scene.chunks[clause.head])[0]
    return first if first in {"nobody", "no", "neither"} else ""


def _not_guilty(scene: Scene, clause: Clause) -> str:
    last = scene.chunks[clause.at].last
    after = [token.lower for token in scene.tokens[last : last + 2]]
    return "not guilty" if after == ["not", "guilty"] else ""


def _nearly(scene: Scene, clause: Clause) -> str:
    """Return the word that stops short: "he nearly died", "was almost killed"."""
    inside = scene.lowers(scene.chunks[clause.at])[-2:-1]
    before = scene.chunks[clause.at - 1] if clause.at else None
    adverb = before is not None and before.tag is Tag.ADVERB and not inside
    near = [*inside, *([before.word] if adverb and before is not None else [])]
    return next((word for word in near if word in _NEARLY), "")


def _ended(scene: Scene, clause: Clause) -> bool:
    """Tell whether the clause before says that somebody's life ended."""
    main = next((c for c in reversed(scene.clauses) if c.at < clause.at), None)
    if main is None:
        return False
    found = frames().by_form.get(main.verb.word, ())
    same = not clause.subject or any(
        scene.same(one, two) for one in clause.subject for two in main.subject
    )
    return same and any(kinds()[frame.kind].ends for frame in found)


def modal_denied(scene: Scene, clause: Clause) -> bool:
    """Tell "could not attend", "would never return" from "would not have been"."""
    perfect = "have" in scene.lowers(scene.chunks[clause.at])
    return clause.verb.modal in _ABLE and not perfect
