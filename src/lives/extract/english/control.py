"""Whose deed a complement is: "accused X of shooting Y", "X denied shooting Y"."""

from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.denial import link_of
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.voices import clause_at, lemma_at
from lives.model.mention import Mention

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
    if scene.tag(those) is not Tag.NOUN or scene.word(those) not in _THOSE:
        return clause
    own = clause.subject and not clause.verb.infinitive
    before = [c for c in scene.clauses if c.at < those]
    if not before:
        return clause if own or those else _told_after(scene, clause)
    told = before[-1]
    plain = told.verb.lemma == "be" and not (told.verb.passive or told.verb.negated)
    hangs = told.verb.infinitive or told.verb.modal or told.governor >= 0 or told.link
    tags = {scene.tag(i) for i in range(told.at + 1, those)}
    if plain and hangs and own:
        return replace(clause, subject=())  # "if X was among those arrested"
    if own or hangs or not plain or not tags <= {Tag.PREP, Tag.NOUN}:
        return clause
    return _came_about(clause, told.subject, told.head)


def _told_after(scene: Scene, clause: Clause) -> Clause:
    """Read "the last to die was X"."""
    be = clause.last if scene.tag(clause.last) is Tag.VERB else clause.at + 1
    verb = scene.chunks[be].verb if be < len(scene.chunks) else None
    plain = verb is not None and verb.lemma == "be" and not verb.negated
    people = scene.people_from(be + 1) if scene.tag(be + 1) is Tag.NOUN else ()
    if not plain or not people:
        return clause
    voice = Voice.PASSIVE if clause.verb.bare else clause.voice
    return replace(_came_about(clause, people, be + 1), voice=voice)


def _came_about(clause: Clause, subject: tuple[Mention, ...], head: int) -> Clause:
    """Say of a subject that it came about: "the first to be shot" was shot."""
    return replace(
        clause,
        verb=replace(clause.verb, infinitive=False),
        subject=subject,
        head=head,
        shared=True,
        governor=-1,
        link="",
    )
