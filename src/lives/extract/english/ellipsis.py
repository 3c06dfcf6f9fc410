"""Clauses whose verb stands elsewhere: "as X did", "A got five years, B four".

Each is the clause before it, said again of others. What that clause denies of its own
subject is not denied of them: "she did not capitulate, as he did".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.frames import evoked, frames
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.verbs import Verb
from lives.model.mention import Mention

_AGAIN = frozenset(("as", "so", "nor", "neither"))
_DENYING = frozenset(("nor", "neither"))
_BARE = frozenset(("done", "been", "did", "do", "does"))
_CLOSED = frozenset((Tag.COMMA, Tag.AND, Tag.STOP, None))


@dataclass(frozen=True, slots=True)
class Again:
    """A clause said again of others.

    Attributes:
        clause: The clause before, with them as its subject and its own dates only.
        reason: What shows it.
        first: The first chunk of its words.
        last: One past the last.
        said: The clause whose stance it has: the auxiliary's; None where that asks.
        denied: It is denied of them.
        what: What is said of them in place of what the clause says: "four years".
    """

    clause: Clause
    reason: str
    first: int
    last: int
    said: Clause | None = None
    denied: bool = False
    what: str = ""


def said_again(scene: Scene) -> Iterator[Again]:
    """Yield what a sentence says of others by leaving out the verb."""
    full = [c for c in scene.clauses if not _auxiliary(scene, c)]
    for clause in scene.clauses:
        if _auxiliary(scene, clause):
            yield from _by_auxiliary(scene, clause, full)
    for clause in full:
        yield from _gapped(scene, clause)


def _auxiliary(scene: Scene, clause: Clause) -> bool:
    """Tell whether a verb group is "did", "had done", "was" and nothing more."""
    helping = words()["be"] | words()["have"] | _BARE
    return all(lower in helping for lower in scene.lowers(scene.chunks[clause.at]))


def _by_auxiliary(scene: Scene, clause: Clause, full: list[Clause]) -> Iterator[Again]:
    """Read "as X did", "as did X" and "so was Y"."""
    inverted = clause.shared or not 0 <= clause.head < clause.at
    at = clause.at + 1 if inverted else clause.head
    before = (clause.at if inverted else clause.head) - 1
    link = scene.word(before)
    earlier = [c for c in full if c.at < before]
    model = earlier[-1] if earlier else None
    if model is None or not evoked(model.verb.word):
        model = _loose(scene, before)
    if link not in _AGAIN or model is None:
        return
    people = clause.subject
    if inverted and scene.tag(at) is Tag.NOUN:
        people = scene.people_from(at)
    end = _after(scene, at, people) if inverted else clause.at + 1
    if not people or scene.tag(end) not in _CLOSED:
        return
    yield Again(
        _of(model, people, at, ()),
        f"“{scene.words_of(before, end)}”",
        before,
        end,
        None if scene.question else replace(clause, subject=people, head=at),
        denied=link in _DENYING,
    )


def _loose(scene: Scene, before: int) -> Clause | None:
    """Find the verb of a question, which no clause shows: "did he not capitulate"."""
    for at in range(before - 1, -1, -1):
        word = scene.lowers(scene.chunks[at])[-1]
        if scene.question and word in frames().bases and evoked(word):
            verb = Verb(word, word)
            return Clause(at, verb, Voice.ACTIVE, (), -1, False, -1, (), (), before)  # noqa: FBT003
    return None


def _of(
    model: Clause, people: tuple[Mention, ...], at: int, dates: tuple[int, ...]
) -> Clause:
    """Say a clause again of others; of where it hangs nothing is taken over."""
    verb = replace(model.verb, negated=False, infinitive=False, modal="")
    return replace(model, verb=verb, subject=people, head=at, shared=True, dates=dates)


def _after(scene: Scene, at: int, people: tuple[Mention, ...]) -> int:
    """Return one past the list of people that begins at a chunk."""
    last = max((m.end for m in people), default=0)
    end = at + 1
    while end < len(scene.chunks) and scene.start(end) < last:
        end += 1
    return end


def _gapped(scene: Scene, model: Clause) -> Iterator[Again]:
    """Read "A got five years, B four", "A was shot in 1937, B in 1938"."""
    if not model.subject or model.head < 0 or model.head > model.at:
        return
    unit = _unit(scene, model)
    at = model.at + 1
    while at < len(scene.chunks) and scene.tag(at) is not Tag.VERB:
        joined = scene.tag(at - 1) in {Tag.COMMA, Tag.AND}
        people = scene.chunks[at].people if scene.tag(at) is Tag.NOUN else ()
        if joined and people and at > model.at + 1:
            yield from _rest(scene, model, at, unit)
        at += 1


def _rest(scene: Scene, model: Clause, at: int, unit: str) -> Iterator[Again]:
    """Read what stands after somebody in place of a verb: a number, or a date."""
    people, after = scene.chunks[at].people, at + 1
    end = after + 1
    if unit and scene.tag(after) is Tag.NOUN and _number(scene, scene.chunks[after]):
        while scene.tag(end) is Tag.AND and _fraction(scene, end + 1):
            end += 2  # "two and a half"
        told = scene.words_of(after, end)
        told = told if unit in told else f"{told} {unit}"
        if scene.tag(end) in _CLOSED:
            yield Again(_of(model, people, at, ()), "verb left out", at, end, what=told)
    dated = scene.tag(after) is Tag.PREP and scene.tag(after + 1) is Tag.DATE
    led = at - 2 in model.dates or (
        scene.tag(at - 1) is Tag.AND and at - 3 in model.dates
    )
    if dated and led and scene.tag(after + 2) in _CLOSED:
        clause = replace(_of(model, people, at, (after + 1,)), phrases=())
        yield Again(clause, "verb left out", at, after + 2)


def _unit(scene: Scene, model: Clause) -> str:
    """Return the unit of a number that a verb takes: "years" of "got five years"."""
    if model.object < 0 or not _number(scene, scene.chunks[model.object]):
        return ""
    last = scene.lowers(scene.chunks[model.object])[-1]
    return last if last in words()["durations"] else ""


def _number(scene: Scene, chunk: Chunk) -> bool:
    first = scene.lowers(chunk)[0]
    return first[0].isdigit() or first in words()["counting"]


def _fraction(scene: Scene, at: int) -> bool:
    return scene.tag(at) is Tag.NOUN and scene.lowers(scene.chunks[at])[-1] == "half"
