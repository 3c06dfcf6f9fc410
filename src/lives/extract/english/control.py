"""Whose deed a complement is: "accused X of shooting Y", "X denied shooting Y"."""

from dataclasses import replace

from lives.extract.english.clause import Clause, Voice
from lives.extract.english.denial import link_of
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.voices import clause_at, lemma_at


def controlled(scene: Scene, clause: Clause) -> Clause:
    """Give a verb in -ing the subject that the verb it hangs on gives it.

    Who is accused of having done it stands in the object of "accused"; who denied or
    confessed having done it is the subject.
    """
    link = link_of(scene, clause)
    if not clause.verb.gerund or not link:
        return clause
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
