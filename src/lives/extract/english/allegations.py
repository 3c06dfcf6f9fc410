"""Charges made by saying: "X alleged that Y was a spy", "Y denied having taken bribes".

What is alleged may be no deed that any frame knows; that it is alleged is a charge all
the same, with the words as its content.
"""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.control import controlled
from lives.extract.english.denial import negated
from lives.extract.english.draft import Draft
from lives.extract.english.frames import evoked, particular
from lives.extract.english.lexicon import words
from lives.extract.english.modality import judge
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.voices import clause_at, lemma_at, said_by_any
from lives.model.mention import Mention
from lives.model.statement import Modality

_TELLING = frozenset(("that", ""))


def allegations(scene: Scene) -> Iterator[Draft]:
    """Yield the charges that verbs of alleging and denying make."""
    if scene.question:
        return
    for found in scene.clauses:
        clause = controlled(scene, found)
        yield from _denied(scene, clause)
        if clause.governor < 0 or not _alleged(scene, clause):
            continue
        stance = judge(scene, clause)
        people = _accused(scene, clause)
        if stance is None or not people or _harmless(clause):
            continue
        yield from (_charge(scene, clause, who, stance) for who in people)


def _denied(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Read "X denied the charges", "denied everything"."""
    denies = clause.verb.lemma == "deny" and clause.voice is Voice.ACTIVE
    at = clause.object
    if not denies or at < 0 or scene.word(at) not in words()["denied_things"]:
        return
    stance = judge(scene, clause)
    if stance is None or negated(scene, clause):
        return
    because = f"“{scene.word(clause.at)}”"
    stance = replace(stance, modality=Modality.NEGATED, because=because)
    end = scene.phrase_end(at)
    start = scene.start(min(clause.head if clause.head >= 0 else clause.at, clause.at))
    for who in clause.subject:
        yield Draft(
            who,
            "charge",
            start,
            scene.end(end - 1),
            stance,
            "what is denied",
            when=scene.when(clause.dates),
            what=scene.words_of(at, end),
        )


def _alleged(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause is what is alleged of its subject, or denied by it."""
    lemma, classes = lemma_at(scene, clause.governor), words()
    if clause.verb.infinitive or clause.voice is Voice.PASSIVE:
        return False
    if lemma in classes["denying"]:
        by = clause_at(scene, clause.governor)
        own = (
            by is not None
            and not negated(scene, by)
            and any(
                scene.same(one, two) for one in by.subject for two in clause.subject
            )
        )
        return own and clause.link in {*_TELLING, "-ing"}
    if clause.link not in _TELLING:
        return False
    if lemma in classes["alleging"] or lemma in classes["inventing"]:
        return True
    saying = classes["reporting"] | classes["ruling"]
    return lemma in saying and said_by_any(scene, clause.governor, "indicting")


def _accused(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    """Return of whom it is alleged; of "that the culprit was X", X."""
    after = clause.at + 1
    named = clause.verb.lemma == "be" and scene.tag(after) is Tag.NOUN
    if clause.subject or not named:
        return clause.subject
    return scene.people_from(after)


def _harmless(clause: Clause) -> bool:
    """Tell whether it is no reproach: "alleged that he had died of a fever"."""
    kinds = {f.kind for f in evoked(clause.verb.word) if not particular(f)}
    return bool(kinds & words()["harmless_kinds"]) and not kinds & {"killing"}


def _charge(scene: Scene, clause: Clause, who: Mention, stance: Stance) -> Draft:
    by = clause_at(scene, clause.governor)
    near = by is not None and by.head >= 0 and not by.shared
    opening = by.head if by is not None and near else clause.governor
    first = _first(clause)
    end = _end(scene, clause)
    return Draft(
        who,
        "charge",
        scene.start(min(opening, first)),
        scene.end(end - 1),
        stance,
        f"what “{scene.word(clause.governor)}” alleges",
        stance.sure,
        scene.when(clause.dates),
        what=scene.words_of(first, end),
        dated="date in what is alleged" if scene.when(clause.dates) else "",
    )


def _end(scene: Scene, clause: Clause) -> int:
    """Return one past the words of what is alleged, with a quotation they open."""
    end = max(clause.last, clause.at + 1)
    inside = [i for i in range(clause.at, end) if scene.tag(i) is Tag.QUOTE]
    if len(inside) % 2 == 0 and scene.tag(end) is not Tag.QUOTE:
        return end
    further = range(end + (0 if inside else 1), len(scene.chunks))
    return next((i + 1 for i in further if scene.tag(i) is Tag.QUOTE), end)


def _first(clause: Clause) -> int:
    """Return where the words of what is alleged begin."""
    inside = clause.head > clause.governor
    return clause.head if inside else clause.at
