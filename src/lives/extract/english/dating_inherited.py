"""Dates that statements without one take from what stands before them.

A story goes on: "In March 1936 she was tried, and her brother was shot." What it goes
on to is taken to be of the same time only where nothing carries it elsewhere: another
date, a pluperfect, "earlier", "years", a clause of its own. What is inherited from
another sentence is told less exactly, and always says in `When.inferred` where it
comes from. In doubt there is no date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from lives import packaged
from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.dating_relative import anchors, told
from lives.extract.english.draft import Draft
from lives.extract.english.scene import Scene
from lives.model.statement import Modality
from lives.model.when import When
from lives.reading.dates import from_edtf

_OPENING = frozenset((Tag.PREP, Tag.ADVERB, Tag.COMMA, Tag.DATE, Tag.QUOTE))
_PLAIN = frozenset(("", "was", "were", "got", "is", "are"))
_AT_ONCE = frozenset(("when", "as", "once"))
_GOES_ON = 2  # sentences that may go on with a date told before them
_EARLIER = "date of an earlier sentence"
_YEAR = 366
_LISTED = frozenset((Tag.AND, Tag.COMMA, Tag.ADVERB, Tag.STOP, Tag.SUB))


@dataclass(frozen=True, slots=True)
class _Rules:
    events: frozenset[str]
    begun: frozenset[str]
    beginning: frozenset[str]
    turning: frozenset[str]
    at_once: dict[str, frozenset[str]]
    elsewhen: frozenset[str]
    terms: frozenset[str]


@cache
def _rules() -> _Rules:
    table = packaged.table("lives.extract.english", "data/relative_dates.toml")
    table = table["inherited"]
    return _Rules(
        frozenset(table["events"].split()),
        frozenset(table["begun"].split()),
        frozenset(table["beginning"].split()),
        frozenset(table["turning"].split()),
        {kind: frozenset(kinds) for kind, kinds in table["at_once"].items()},
        frozenset(table["elsewhen"]["words"].split()),
        frozenset(table["elsewhen"]["terms"].split()),
    )


@dataclass(slots=True)
class Story:
    """What a paragraph has told so far.

    Attributes:
        block: The paragraph.
        sentence: Position of the sentence that told the date.
        when: The date the story stands at; None where it stands at none.
        kinds: What happened then.
        left: Sentences without a date that may still go on with it.
    """

    block: int = -1
    sentence: int = -1
    when: When | None = None
    kinds: frozenset[str] = frozenset()
    left: int = 0


def inherited(
    scene: Scene, drafts: Sequence[Draft], story: Story, at: int
) -> list[Draft]:
    """Give the drafts of a sentence the dates that they inherit.

    Args:
        scene: The sentence.
        drafts: What it says.
        story: What was told before it; brought up to date.
        at: The position of the sentence in the document.
    """
    if scene.sentence.block != story.block:
        story.block, story.when, story.kinds = scene.sentence.block, None, frozenset()
    clauses = {clause.at: clause for clause in scene.clauses}
    found = [
        _dated(scene, draft, clauses.get(draft.verb), drafts, story, at)
        for draft in drafts
    ]
    _go_on(scene, found, story, at)
    return found


def _dated(
    scene: Scene,
    draft: Draft,
    clause: Clause | None,
    drafts: Sequence[Draft],
    story: Story,
    at: int,
) -> Draft:
    if draft.when is not None or clause is None or not _happens(scene, draft, clause):
        return draft
    for when, dated in _sources(scene, draft, clause, drafts, story, at):
        if when is not None:
            return replace(draft, when=when, dated=dated)
    return draft


def _sources(
    scene: Scene,
    draft: Draft,
    clause: Clause,
    drafts: Sequence[Draft],
    story: Story,
    at: int,
) -> Iterator[tuple[When | None, str]]:
    yield _of_front(scene, clause), "date that opens the sentence"
    yield _of_clause(scene, clause), "date of the clause that opens the sentence"
    yield _of_verb_before(scene, draft, clause, drafts), "date of the verb before"
    yield _of_story(scene, draft, clause, story, at), _EARLIER


def _happens(scene: Scene, draft: Draft, clause: Clause) -> bool:
    """Tell whether a draft tells an event in the order of the story."""
    told_as_such = draft.stance.modality in {Modality.ASSERTED, Modality.CHARGED}
    begins = draft.kind in _rules().begun and clause.verb.lemma in _rules().beginning
    event = draft.kind in _rules().events or begins
    return event and told_as_such and _main(scene, clause)


def _relative(scene: Scene, clause: Clause) -> bool:
    """Tell whether "who" or a comma makes a clause an aside: "X, freed soon, wrote"."""
    before = clause.at - 1
    while scene.tag(before) is Tag.ADVERB:
        before -= 1
    if scene.tag(before) is Tag.REL:
        return True
    if clause.head > 0 and scene.tag(clause.head - 1) in {Tag.REL, Tag.NOUN}:
        return True  # "the only time he was tried"
    bare = clause.verb.bare and not clause.shared
    return bare and scene.tag(before) is Tag.COMMA


def _in_brackets(scene: Scene, at: int) -> bool:
    before = [c.tag for c in scene.chunks[:at] if c.tag in {Tag.OPEN, Tag.CLOSE}]
    return bool(before) and before[-1] is Tag.OPEN


def _elsewhen(scene: Scene, first: int, clause: Clause, last: int) -> bool:
    """Tell whether words carry a clause to another time, or to none.

    What follows the verb may be a term: "sentenced to three years".
    """
    tokens = scene.tokens[scene.chunks[first].first : scene.chunks[last - 1].last]
    dated = {
        i
        for c in scene.chunks[first:last]
        if c.tag is Tag.DATE
        for i in range(c.first, c.last)
    }
    begins, verb = scene.chunks[first].first, scene.chunks[clause.at].last
    rules = _rules()
    lowers = ["", *(token.lower for token in tokens)]
    return any(
        begins + i not in dated
        and (
            word in rules.elsewhen
            or (word in rules.terms and begins + i < verb)
            or (word == "then" and before not in {"and", "but"})
        )
        for i, (before, word) in enumerate(pairwise(lowers))
    )


def _dates_in(scene: Scene) -> list[int]:
    return [i for i, chunk in enumerate(scene.chunks) if chunk.tag is Tag.DATE]


def _usable(when: When | None) -> bool:
    return (
        when is not None
        and anchors(when)
        and "/" not in when.edtf
        and (when.days or 0) <= _YEAR
    )


# --- from the same sentence ----------------------------------------------------------


def _front(scene: Scene) -> int:
    """Return the date that opens a sentence; -1 where none does."""
    for i in range(len(scene.chunks)):
        if scene.tag(i) is Tag.DATE:
            entry = scene.tag(i + 1) is Tag.STOP  # "1936: He is tried."
            return i if scene.start(i) in scene.dates and not entry else -1
        if scene.tag(i) not in _OPENING:
            return -1
    return -1


def _of_front(scene: Scene, clause: Clause) -> When | None:
    """Take "In March 1936 A was tried, and B was shot": one time for both."""
    front = _front(scene)
    if front < 0 or front > clause.at or len(_dates_in(scene)) > 1:
        return None
    when = scene.when([front])
    if not _usable(when) or _elsewhen(scene, front + 1, clause, len(scene.chunks)):
        return None
    if scene.tag(front + 1) is Tag.VERB or when is None:
        return None
    reason = _chain("date that opens the sentence", when)
    return replace(when, inferred=reason)


def _of_clause(scene: Scene, clause: Clause) -> When | None:
    """Take "When the mines were seized in May, X was elected": one time for both."""
    dates = _dates_in(scene)
    opens = scene.tag(0) is Tag.SUB and scene.word(0) in _AT_ONCE and len(dates) == 1
    closing = clause.head - 1
    own = 0 < dates[0] < closing if opens else False
    if not own or clause.shared or scene.tag(closing) is not Tag.COMMA:
        return None
    when = scene.when(dates)
    if not _usable(when) or _elsewhen(scene, closing, clause, len(scene.chunks)):
        return None
    return when and replace(when, inferred=_chain("date of the clause before", when))


def _of_verb_before(
    scene: Scene, draft: Draft, clause: Clause, drafts: Sequence[Draft]
) -> When | None:
    """Take "was tried in April 1913 and sentenced": the one follows on the other."""
    if not clause.shared or scene.tag(clause.at - 1) not in _LISTED:
        return None
    before = [
        d for d in drafts if 0 <= d.verb < clause.at and d.subject == draft.subject
    ]
    if not before:
        return None
    last = max(before, key=lambda d: d.verb)
    if draft.kind not in _rules().at_once.get(last.kind, ()) or not _usable(last.when):
        return None
    if _elsewhen(scene, last.verb + 1, clause, clause.last):
        return None
    if len([i for i in _dates_in(scene) if i > last.verb]) > 1:
        return None
    return _vaguer(last.when, "date of the verb before", month=True)


# --- from a sentence before ----------------------------------------------------------


def _of_story(
    scene: Scene, draft: Draft, clause: Clause, story: Story, at: int
) -> When | None:
    """Go on from the sentence before; a life told may leap, an office least of all."""
    if story.when is None or at != story.sentence + 1 or _dates_in(scene):
        return None
    if draft.kind not in _rules().events or _elsewhen(
        scene, 0, clause, len(scene.chunks)
    ):
        return None
    month = any(draft.kind in _rules().at_once.get(k, ()) for k in story.kinds)
    if story.kinds & _rules().turning and not month:
        return None
    return _vaguer(story.when, _EARLIER, month=month)


def _vaguer(when: When | None, source: str, *, month: bool) -> When | None:
    """Tell a day as its month or year: the story may have gone on."""
    if when is None:
        return None
    whole = "/" in when.edtf or not month
    edtf = when.edtf[:4] if whole else when.edtf[:7]
    reason = _chain(source, when)
    return from_edtf(
        edtf, written=when.written, calendar=when.calendar, inferred=reason
    )


def _chain(source: str, when: When) -> str:
    """Say where a date comes from, and where that one came from."""
    return "; ".join(
        part for part in (f"{source}, {told(when)}", when.inferred) if part
    )


def _go_on(
    scene: Scene,
    drafts: Sequence[Draft],
    story: Story,
    at: int,
) -> None:
    """Bring the story up to what a sentence has told."""
    dates = _dates_in(scene)
    if not dates:
        going = frozenset(d.kind for d in drafts if d.dated == _EARLIER)
        if going and story.left > 0:
            story.sentence, story.kinds, story.left = at, going, story.left - 1
        return
    story.when, story.kinds, story.left = None, frozenset(), _GOES_ON
    when = scene.when(dates) if len(dates) == 1 else None
    told_of = [c for c in scene.clauses if dates[0] in c.dates and _main(scene, c)]
    if when is not None and _of_one_year(when) and (told_of or _front(scene) >= 0):
        story.when, story.sentence = when, at
        verbs = {clause.at for clause in told_of}
        story.kinds = frozenset(d.kind for d in drafts if d.verb in verbs)


def _main(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause goes on with the story."""
    verb = clause.verb
    plain = verb.auxiliary in _PLAIN and not (verb.infinitive or verb.gerund)
    aside = (
        clause.link
        or clause.governor >= 0
        or _relative(scene, clause)
        or _in_brackets(scene, clause.at)
    )
    return plain and not verb.modal and not aside


def _of_one_year(when: When) -> bool:
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year == last.year
