"""What opens a sentence before who it is said of.

"A founder of G, jailed in 1931 and exiled, he ...": the descriptions and participles
before a subject all tell of it, as long as nobody else stands among them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.layout import SKIPPED, Layout
from lives.extract.english.roles import roles
from lives.extract.english.subjects import participle

_MANY = frozenset(("children", "parents"))
_APART = frozenset((Tag.COMMA, Tag.AND))


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a sentence; chunks are named by position.

    Attributes:
        main: The clause whose subject all of it tells of.
        described: Noun phrases that say what he or she is.
        done: Verb groups in whose clause he or she is the subject.
    """

    main: Clause
    described: tuple[int, ...]
    done: tuple[int, ...]


def opening(layout: Layout, clauses: Sequence[Clause]) -> Opening | None:
    """Return what opens a sentence before its first subject; None for nothing.

    Args:
        layout: The sentence.
        clauses: Its clauses in order.
    """
    main = next((c for c in clauses if _led_up_to(layout, c)), None)
    if main is None:
        return None
    described: list[int] = []
    done: list[int] = []
    was = bare = False  # the part before describes, and is a noun phrase and no more
    for first, last in _parts(layout, main.head - 1):
        verb = layout.chunks[first].verb if first < last else None
        if verb is not None and participle(verb):
            done.append(first)
        elif _describes(layout, first) and (_determined(layout, first) or bare):
            if _goes_on(layout, first, described=was):
                described.append(first)
        elif not (described or done):
            return None
        was = first in described
        bare = was and last == first + 1
    before = [c.at for c in clauses if c.at < main.head and c.at not in done]
    if any(_stands_alone(layout, at) for at in before):
        return None
    return Opening(main, tuple(described), tuple(done))


def _led_up_to(layout: Layout, clause: Clause) -> bool:
    """Tell whether a clause has one person as its subject, right after a comma."""
    own = not clause.shared and 0 < clause.head < clause.at and clause.governor < 0
    return own and len(clause.subject) == 1 and layout.tag(clause.head - 1) is Tag.COMMA


def _parts(layout: Layout, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between commas and "and" up to a chunk: first, one past last."""
    first = 0
    for at in range(end + 1):
        if at < end and layout.tag(at) not in _APART:
            continue
        while layout.tag(first) in SKIPPED:
            first += 1
        if first < at:
            yield first, at
        first = at + 1


def _describes(layout: Layout, at: int) -> bool:
    """Tell whether a noun phrase says what somebody is: "a member", "Son of"."""
    chunk = layout.chunks[at]
    plain = chunk.tag is Tag.NOUN and not chunk.people and not chunk.owner
    one = chunk.word not in _MANY
    return plain and one and chunk.word.rpartition("-")[2] in roles().kind_of


def _goes_on(layout: Layout, at: int, *, described: bool) -> bool:
    """Tell a description of the subject from one of whom the part before names.

    "Denounced by X, an officer, he": X is one. "Born to a cook and a maid, he": nobody
    here is either.
    """
    joined = layout.tag(at - 1) is Tag.AND
    return described if joined else not layout.person(at - 2)


def _determined(layout: Layout, at: int) -> bool:
    """Tell "the son of a smith", "a smith's son" and "Son of a smith" from a list."""
    chunk = layout.chunks[at]
    return chunk.last - chunk.first > 1 or (at == 0 and layout.word(1) == "of")


def _stands_alone(layout: Layout, verb: int) -> bool:
    """Tell whether a verb before the subject hangs on nothing that leads up to it."""
    found = layout.chunks[verb].verb
    if found is not None and (found.infinitive or found.gerund):
        return False
    at = verb
    while at >= 0 and layout.tag(at) is not Tag.COMMA:
        if layout.tag(at) in {Tag.SUB, Tag.REL} or layout.opens_clause(at):
            return False
        at -= 1
    return True
