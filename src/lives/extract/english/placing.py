"""Places that a clause does not name after its verb: before it, by "there", in a body.

"In Kazan he was tried", "He was taken to Kazan. There he was shot", "the Kazan Soviet".
A place is taken from the sentence before only where a word points to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.draft import Draft
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.wordlists import is_place

_INSIDE = frozenset(("in", "at", "near", "outside"))
_FRONT = frozenset((Tag.PREP, Tag.NOUN, Tag.DATE, Tag.COMMA, Tag.ADVERB))
_OF_BODIES = frozenset(("office", "membership"))
_LONGEST = 3  # words of a place's name


@dataclass(slots=True)
class Whereabouts:
    """Where a paragraph has come to.

    Attributes:
        block: The paragraph.
        place: The last place that it named; "" for none.
    """

    block: int = -1
    place: str = ""


def placed(scene: Scene, drafts: Sequence[Draft], story: Whereabouts) -> list[Draft]:
    """Give the drafts of a sentence the places that their clauses point to.

    Args:
        scene: The sentence.
        drafts: What it says.
        story: Where the paragraph had come to; brought up to date.
    """
    if scene.sentence.block != story.block:
        story.block, story.place = scene.sentence.block, ""
    clauses = {clause.at: clause for clause in scene.clauses}
    found = [_placed(scene, d, clauses.get(d.verb), story.place) for d in drafts]
    story.place = _last_named(scene, len(scene.chunks)) or story.place
    return found


def _placed(scene: Scene, draft: Draft, clause: Clause | None, before: str) -> Draft:
    if draft.where:
        return draft
    if draft.kind in _OF_BODIES:
        where = place_in(draft.group) or place_in(draft.what)
        return replace(draft, where=where) if where else draft
    if clause is None or draft.kind not in words()["placed_kinds"]:
        return draft
    where = _pointed_at(scene, clause, before) or _fronted(scene, clause)
    return replace(draft, where=where) if where else draft


def place_in(told: str) -> str:
    """Return the place that the name of a body or office begins with.

    >>> place_in("Kazan Party boss"), place_in("the Party"), place_in("Kazan")
    ('Kazan', '', '')
    """
    parts = told.removeprefix("the ").split()
    for count in range(min(_LONGEST, len(parts) - 1), 0, -1):
        named = " ".join(parts[:count])
        if parts[0][:1].isupper() and is_place(named.lower()):
            return named
    return ""


def _pointed_at(scene: Scene, clause: Clause, before: str) -> str:
    """Resolve "there": to a place of the sentence, or the last named before it."""
    at = next((i for i in _around(scene, clause) if scene.word(i) == "there"), -1)
    if at < 0 or scene.tag(at + 1) is Tag.VERB:  # "there was a trial"
        return ""
    return _last_named(scene, at) or before


def _around(scene: Scene, clause: Clause) -> Sequence[int]:
    """Return where adverbs of a clause may stand: at the front, after its verb."""
    own = clause.head >= 0 and not clause.shared
    front = [i for i in (0, 1) if own and i < clause.head and clause.governor < 0]
    first = next((c.at for c in scene.clauses), clause.at)
    opens = front if first == clause.at else []
    return [*opens, *range(clause.at + 1, clause.last)]


def _fronted(scene: Scene, clause: Clause) -> str:
    """Return the place that opens the sentence: "In Kazan, in 1936, he was tried"."""
    first = next((c for c in scene.clauses), None)
    if first is None or clause.link or clause.governor >= 0 or clause.head < 0:
        return ""
    if clause.at != first.at and not (clause.shared and clause.head == first.head):
        return ""
    for at in range(clause.head):
        if scene.tag(at) not in _FRONT:
            return ""
        opens = at == 0 or scene.tag(at - 1) in {Tag.COMMA, Tag.DATE}
        named = at + 1 < clause.head and scene.place(at + 1)
        if scene.word(at) in _INSIDE and opens and named:
            return named
    return ""


def _last_named(scene: Scene, end: int) -> str:
    """Return the last place named before a chunk of the sentence; "" for none."""
    for at in range(end - 1, 0, -1):
        usual = scene.word(at - 1) in words()["place_prepositions"]
        if scene.tag(at - 1) is Tag.PREP and usual and scene.place(at):
            return scene.place(at)
    return ""
