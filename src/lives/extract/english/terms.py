"""How long somebody was held: "after ten years in the camps", "his years in exile"."""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.draft import Draft
from lives.extract.english.frames import frames
from lives.extract.english.lexicon import words
from lives.extract.english.modality import judge
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.mention import Mention

_SPANS = frozenset(("years", "year", "months", "month", "weeks", "decade", "decades"))
_SPENT = frozenset(("after", "following", "during", "despite", "through"))
_WHERE = frozenset(("in", "at", "on", "of"))
_KINDS = ("camp", "imprisonment", "exile", "detention")


def terms(scene: Scene) -> Iterator[Draft]:
    """Yield where a sentence says in passing that persons were held for a time."""
    if scene.question:
        return
    for at, chunk in enumerate(scene.chunks):
        spanning = chunk.tag is Tag.NOUN and not chunk.people and chunk.word in _SPANS
        kind = _held(scene, at + 1) if spanning else ""
        if not kind:
            continue
        people, stance = _whose(scene, at)
        if stance is None:
            continue
        for person in people:
            yield Draft(
                person,
                kind,
                scene.start(at),
                scene.end(at + 2),
                stance,
                "a time spent there",
                where=scene.place(at + 2),
                what=scene.words_of(at, at + 1),
            )


def _held(scene: Scene, at: int) -> str:
    """Return the kind of custody that a phrase names: "in the camps"; "" for none."""
    if scene.word(at) not in _WHERE or scene.tag(at + 1) is not Tag.NOUN:
        return ""
    told = scene.words_of(at + 1, at + 2).lower().removeprefix("the ")
    lists = frames().lists
    named = {"camp": lists["camps"], "imprisonment": lists["prisons"]}
    head = scene.lowers(scene.chunks[at + 1])[-1]
    for kind in _KINDS:
        if head in words()[f"held_{kind}"] or told in named.get(kind, ()):
            return kind
    return ""


def _whose(scene: Scene, at: int) -> tuple[Sequence[Mention], Stance | None]:
    """Return whose time it was, and who vouches for it."""
    owner = scene.chunks[at].owner
    if owner:
        return owner, Stance()
    if scene.tag(at - 1) is not Tag.PREP or scene.word(at - 1) not in _SPENT:
        return (), None
    clause = _around(scene, at)
    return (clause.subject, judge(scene, clause)) if clause is not None else ((), None)


def _around(scene: Scene, at: int) -> Clause | None:
    """Return the clause of a phrase after its verb, or opening the sentence."""
    for clause in scene.clauses:
        if any(phrase.at == at for phrase in clause.phrases):
            return clause
    later = (c for c in scene.clauses if c.head > at and not c.shared)
    return next(later, None) if at == 1 else None
