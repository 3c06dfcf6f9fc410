"""Whose deed a complement is: "accused X of shooting Y", "X denied shooting Y"."""

from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.denial import link_of
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.voices import clause_at, lemma_at

_EARLY = 4  # chunks that may stand before a verb whose subject follows it
_THOSE = frozenset(("those", "first", "last", "only", "ones"))


def controlled(scene: Scene, clause: Clause) -> Clause:
    """Give a verb in -ing the subject that the verb it hangs on gives it.

    Who is accused of having done it stands in the object of "accused"; who denied or
    confessed having done it is the subject.
    """
    link = link_of(scene, clause)
    if not clause.verb.gerund or not link:
        return _one_of(scene, _inverted(scene, _said_by(scene, clause)))
    clause = replace(clause, link=link)
    by = clause_at(scene, clause.governor)
    if by is None:
        return clause
    charging = lemma_at(scene, by.at) in words()["charging"]
    accused = charging and by.voice is Voice.ACTIVE and by.object >= 0
    if accused:
        people = scene.people_from(by.object)
        return replace(clause, subject=people, head=by.object, shared=True)
    if link == "-ing" and clause.head < 0:
        return replace(clause, subject=by.subject, head=by.head, shared=True)
    return clause


def _said_by(scene: Scene, clause: Clause) -> Clause:
    """Give "“...,” said X" its subject, which follows the verb."""
    after = clause.at + 1
    quoted = scene.tag(clause.at - 1) is Tag.QUOTE and clause.head < 0
    named = scene.tag(after) is Tag.NOUN and scene.chunks[after].people
    saying = lemma_at(scene, clause.at) in words()["reporting"]
    if not (quoted and named and saying):
        return clause
    return replace(clause, subject=scene.chunks[after].people, head=after, object=-1)


def _inverted(scene: Scene, clause: Clause) -> Clause:
    """Give "with him were arrested X and Y" its subjects, which follow the verb."""
    at = clause.object
    passive = clause.voice is Voice.PASSIVE and bool(clause.verb.auxiliary)
    opens = clause.head < 0 or scene.tag(clause.head - 1) is Tag.PREP
    if clause.subject or at < 0 or not (passive and opens and clause.at <= _EARLY):
        return clause
    people = scene.people_from(at)
    return replace(clause, subject=people, head=at, object=-1) if people else clause


def _one_of(scene: Scene, clause: Clause) -> Clause:
    """Say "among those arrested", "one of the first to be shot" of whom it is told."""
    those = clause.at - 1
    own = clause.subject and not clause.verb.infinitive
    if own or scene.tag(those) is not Tag.NOUN:
        return clause
    if scene.word(those) in _THOSE and those <= 1:
        return _told_after(scene, clause)
    before = [c for c in scene.clauses if c.at < those]
    if scene.word(those) not in _THOSE or not before:
        return clause
    told = before[-1]
    plain = told.verb.lemma == "be" and not (told.verb.passive or told.verb.negated)
    tags = {scene.tag(i) for i in range(told.at + 1, those)}
    vouched = not told.verb.infinitive and not told.verb.modal and told.governor < 0
    if not (plain and vouched and tags <= {Tag.PREP, Tag.NOUN}):
        return clause
    return replace(
        clause,
        verb=replace(clause.verb, infinitive=False),  # "the first to be shot" was shot
        subject=told.subject,
        head=told.head,
        shared=True,
        governor=-1,
        link="",
    )


def _told_after(scene: Scene, clause: Clause) -> Clause:
    """Read "among those shot were X and Y", "the last to die was X"."""
    be = clause.last if scene.tag(clause.last) is Tag.VERB else clause.at + 1
    verb = scene.chunks[be].verb if be < len(scene.chunks) else None
    plain = verb is not None and verb.lemma == "be" and not verb.negated
    named = scene.tag(be + 1) is Tag.NOUN and scene.people_from(be + 1)
    if not plain or not named:
        return clause
    return replace(
        clause,
        verb=replace(clause.verb, infinitive=False),
        voice=Voice.PASSIVE if clause.verb.bare else clause.voice,
        subject=scene.people_from(be + 1),
        head=be + 1,
        shared=True,
        governor=-1,
        link="",
    )
