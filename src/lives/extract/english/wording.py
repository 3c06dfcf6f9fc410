"""Does the wording of a clause fit a frame: its phrase, its object, its voice?"""

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.frames import Frame
from lives.extract.english.lexicon import words
from lives.extract.english.phrases import pattern
from lives.extract.english.scene import Scene

_NEAR, _LATER = 4, 14  # words that may stand between a verb and its phrase
_BESIDE_BE = 1  # the same, where the verb is "be": "was still in prison"
_LISTED = 2  # persons that make a list
_HOURS = ("dawn ", "night ", "midnight ", "noon ", "sunrise ", "once ")
_BEFORE = 2  # words before a verb group that may colour it


def fits(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause is worded as a frame asks."""
    after = _following(scene, clause)
    told = (after, _beyond(scene, clause))
    if (
        _barred(scene, clause, frame, after)
        or (frame.lacks and pattern(frame.lacks, _NEAR).match(after))
        or not any(_phrased(words_, frame, _near(clause)) for words_ in told)
        or (frame.near and not _stands_near(scene, frame))
        or not _object_fits(scene, clause, frame)
        or (frame.adverb and not frame.adverb & _beside(scene, clause))
    ):
        return False
    if frame.voice and clause.voice is not Voice(frame.voice):
        return clause.voice is Voice.OPEN or by_authority(scene, clause, frame)
    return True


def _stands_near(scene: Scene, frame: Frame) -> bool:
    return any(token.lower in frame.near for token in scene.tokens)


def by_authority(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Tell whether those who have power over people do it: "the soldiers beat him".

    What else "beat" and "take" say of two people in the active, they do not say then.
    """
    if frame.voice != "passive" or clause.voice is not Voice.ACTIVE:
        return False
    if clause.subject or clause.head < 0 or frame.about != "patient":
        return False
    head = scene.chunks[clause.head]
    return not head.people and bool(set(scene.lowers(head)) & words()["authorities"])


def _barred(scene: Scene, clause: Clause, frame: Frame, after: str) -> bool:
    """Tell whether what follows makes a verb say something else: "shot at her".

    A place or an hour after "at" only says where or when: "shot at Butovo", "at dawn".
    """
    word, _, rest = after.partition(" ")
    if word not in frame.without:
        return False
    told = rest.startswith(_HOURS) or bool(scene.place(clause.at + 2))
    # "Was shot at the door", but "was shot at by the guard".
    there = clause.voice is Voice.PASSIVE and rest.startswith(("the ", "a ", "an "))
    return not (word == "at" and (told or there))


def worded_end(scene: Scene, clause: Clause, frame: Frame) -> int:
    """Return one past the chunk where the phrase a frame asks for ends; 0 for none."""
    if not frame.with_:
        return 0
    found = pattern(frame.with_, _near(clause)).match(_following(scene, clause))
    if found is None:
        return 0
    words_ = len(found[0].split())
    reached = scene.chunks[clause.at].last + words_ - 1
    ends = (i + 1 for i, chunk in enumerate(scene.chunks) if chunk.last > reached)
    return next(ends, 0)


def _near(clause: Clause) -> int:
    """Return how far a phrase may stand off: nearer to "was" than to other verbs."""
    return _BESIDE_BE if clause.verb.lemma == "be" else _NEAR


def _phrased(after: str, frame: Frame, within: int) -> bool:
    near, later = frame.with_, frame.with_later
    return (not near or pattern(near, within).match(after) is not None) and (
        not later or pattern(later, _LATER).match(after) is not None
    )


def _object_fits(scene: Scene, clause: Clause, frame: Frame) -> bool:
    if clause.object < 0:
        return not frame.object_has
    if frame.bare:
        return False
    told = set(scene.lowers(scene.chunks[thing(scene, clause, frame)]))
    has = not frame.object_has or bool(told & frame.object_has)
    return has and not told & frame.object_lacks


def thing(scene: Scene, clause: Clause, frame: Frame) -> int:
    """Return what is given of two objects: "the court gave him ten years"."""
    at = clause.object
    active = frame.voice == "passive" and clause.voice is Voice.ACTIVE
    two = active and scene.tag(at + 1) is Tag.NOUN and not scene.chunks[at + 1].people
    return at + 1 if two and scene.chunks[at].people else at


def _beside(scene: Scene, clause: Clause) -> set[str]:
    """Return the lower-case words of a verb group and right around it."""
    chunk = scene.chunks[clause.at]
    around = scene.tokens[max(chunk.first - _BEFORE, 0) : chunk.last + 1]
    return {token.lower for token in around}


def _beyond(scene: Scene, clause: Clause) -> str:
    """Return the words after a list of persons: "found A, B and C guilty"."""
    if clause.object < 0 or len(scene.people_from(clause.object)) < _LISTED:
        return ""
    last = scene.chunks[min(clause.last, len(scene.chunks)) - 1].last
    return " ".join(token.lower for token in scene.tokens[last:]) + " "


def _following(scene: Scene, clause: Clause) -> str:
    """Return the lower-case words after the verb, up to the end of the sentence."""
    last = scene.chunks[clause.at].last
    return " ".join(token.lower for token in scene.tokens[last:]) + " "
