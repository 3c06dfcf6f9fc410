"""Who shares what a clause says, though another is its subject or object.

"X was shot together with Y" says it of Y too, and so does "ten women were hanged,
among them Y", of her at least.
"""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.crowds import is_people
from lives.extract.english.frames import Frame
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.model.mention import Mention

_TOGETHER = frozenset(("together", "along", "jointly"))
_CLOSED = frozenset((Tag.COMMA, Tag.STOP, Tag.CLOSE, None))


def beside(
    scene: Scene, clause: Clause, frame: Frame, about: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return those with whom somebody did something, or had it done to him.

    "Together with" says so of any clause, "with" alone of what people undergo or
    undertake side by side (`shared_kinds`), where the frame does not take it otherwise.
    """
    if "with" in frame.takes or any("with" in told.split() for told in frame.with_):
        return ()
    shared = frame.kind in words()["shared_kinds"]
    found: list[Mention] = []
    for at in _with(scene, clause):
        if shared or scene.tokens[scene.chunks[at - 1].first - 1].lower in _TOGETHER:
            found.extend(scene.people_from(at))
    known = {m.id for m in about}
    return tuple(m for m in found if m.id not in known and not _any(scene, m, about))


def _any(scene: Scene, one: Mention, others: Sequence[Mention]) -> bool:
    return any(scene.same(one, other) for other in others)


def _with(scene: Scene, clause: Clause) -> Iterator[int]:
    """Yield the noun phrases after "with" in a clause, or before its subject."""
    for phrase in clause.phrases:
        if phrase.word == "with" and scene.tag(phrase.at) is Tag.NOUN:
            yield phrase.at
    opening = scene.lowers(scene.chunks[0])[0] in _TOGETHER
    if opening and scene.word(1) == "with" and not clause.shared and clause.head > 1:
        yield 2


def among(scene: Scene, clause: Clause, frame: Frame) -> tuple[Mention, ...]:
    """Return those named of a crowd a clause is about: "ten women, among them Y"."""
    crowd = _crowd(scene, clause, frame)
    if crowd < 0 or not _is_crowd(scene, crowd):
        return ()
    for at in range(crowd + 1, len(scene.chunks)):
        relative = any(scene.tag(i) is Tag.REL for i in range(at, clause.at))
        if relative or (scene.tag(at) is Tag.VERB and at > clause.at):
            return ()
        if scene.tag(at) is Tag.PREP and scene.word(at) == "including":
            return scene.people_from(at + 1) if _noun(scene, at + 1) else ()
        if scene.word(at) == "among" and scene.word(at + 1) in {"them", "whom"}:
            after = at + 2
            if scene.tag(after) in _CLOSED:
                return _listed_before(scene, at - 1)
            return scene.people_from(after) if _noun(scene, after) else ()
    return ()


def _noun(scene: Scene, at: int) -> bool:
    return scene.tag(at) is Tag.NOUN


def _listed_before(scene: Scene, last: int) -> tuple[Mention, ...]:
    """Return the people of a list that ends at a chunk: "A, B and C among them"."""
    found: list[Mention] = []
    at = last
    while at > 0 and scene.tag(at) is Tag.NOUN and scene.chunks[at].people:
        found[:0] = scene.chunks[at].people
        at -= 1
        while scene.tag(at) in {Tag.COMMA, Tag.AND}:
            at -= 1
    return tuple(found)


def _crowd(scene: Scene, clause: Clause, frame: Frame) -> int:
    """Return the noun phrase of whom a clause tells, though it names nobody; or -1."""
    if frame.about == "patient" and clause.voice is Voice.ACTIVE:
        return clause.object
    if frame.about == "agent" and clause.voice is Voice.PASSIVE:
        by = (p.at for p in clause.phrases if p.word == "by" and _noun(scene, p.at))
        return next(by, -1)
    return clause.head if clause.head < clause.at else -1


def _is_crowd(scene: Scene, at: int) -> bool:
    chunk = scene.chunks[at]
    if chunk.tag is not Tag.NOUN or chunk.people:
        return False
    tokens = scene.tokens[chunk.first : chunk.last]
    return any(is_people(t) for t in tokens) or tokens[-1].lower in words()["counting"]
