"""What one noun phrase says a person is, and those joined to it.

"A historian and member of the Y", "chairman of the Z since 1931", "the son of a miner".
The nouns are data: `roles.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.apposed import goes_on
from lives.extract.english.chunks import Tag
from lives.extract.english.draft import Draft
from lives.extract.english.frames import frames
from lives.extract.english.kin import gender_of_noun
from lives.extract.english.lexicon import words
from lives.extract.english.relations import TIES
from lives.extract.english.roles import plural_role, role_of, roles
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.mention import Mention
from lives.model.statement import Role
from lives.model.when import When

_COUNTS = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight"))


@dataclass(frozen=True, slots=True)
class Described:
    """Who is described: the mention, the chunk it stands in, how, by which rule."""

    mention: Mention
    head: int
    stance: Stance
    rule: str


def described(scene: Scene, who: Described, first: int) -> Iterator[Draft]:
    """Yield what a noun phrase, and those joined to it, say a person is."""
    at = first
    while True:
        yield from described_once(scene, who, at)
        _, _, end = _when_where(scene, scene.phrase_end(at))
        joined = end
        while scene.tag(joined) in {Tag.COMMA, Tag.AND}:
            joined += 1
        listed = scene.tag(joined) is Tag.NOUN and joined - end in {1, 2}
        if not listed or scene.chunks[joined].people or scene.chunks[at].owner:
            return
        verb_next = scene.tag(scene.phrase_end(joined)) is Tag.VERB
        determined = scene.lowers(scene.chunks[joined])[0] in words()["determiners"]
        known, _ = role_of(scene.texts(scene.chunks[joined]))
        if verb_next or (determined and not known) or not goes_on(scene, at, joined):
            return  # "..., a teacher told him": the next clause
        at = joined


def described_once(scene: Scene, who: Described, at: int) -> Iterator[Draft]:
    """Yield what one noun phrase says a person is."""
    chunk = scene.chunks[at]
    kind, role, group = scene.standing(at)
    role = role if at else role[:1].lower() + role[1:]  # "Son of a smith, he"
    if not kind or (kind == "camp" and not _of_camp(scene, at)):
        return
    end = scene.phrase_end(at)
    other = chunk.owner
    if end > at + 1:
        other = scene.people_from(at + 2) or other
    start, stop = scene.start(min(who.head, at)), scene.end(end - 1)
    stance, sure = who.stance, who.stance.sure
    draft = Draft(who.mention, kind, start, stop, stance, who.rule, sure, what=role)
    if kind == "authorship":
        yield from _wrote(scene, draft, at)
        return
    if kind in TIES:
        if _fits(role, who.mention):
            yield from _tied(scene, draft, at, other)
        return
    head, _, rest = role.partition(" of ")
    capital = rest.removeprefix("the ")[:1].isupper()
    alone = head.lower() in roles().needs_group and not capital
    serves = kind in {"office", "occupation"} and len(other) == 1  # "Lenin's secretary"
    if serves:
        draft = replace(draft, roles=(Role("other", other[0].id, other[0].text),))
    if group or serves or not (alone or other):
        when, where, reached = _when_where(scene, end)
        dated = "date after the description" if when else ""
        stop = max(stop, scene.end(reached - 1))
        yield replace(draft, end=stop, when=when, where=where, group=group, dated=dated)


def _fits(role: str, mention: Mention) -> bool:
    """Tell whether somebody can be it: no man is a wife, whatever stands beside him."""
    shown = gender_of_noun(role.partition(" of ")[0].rpartition(" ")[2].lower())
    return not (shown and mention.gender and shown is not mention.gender)


def _tied(
    scene: Scene, draft: Draft, at: int, other: Sequence[Mention]
) -> Iterator[Draft]:
    """Yield whose kin or friend somebody is."""
    if len(other) == 1 and not _plural_noun(draft.what):
        tie = Role("other", other[0].id, other[0].text)
        yield replace(draft, roles=(tie,))
    elif draft.kind == "kinship" and not other:
        whose = _unnamed(scene, at, scene.phrase_end(at))
        if whose:
            relation = draft.what.partition(" of ")[0].removeprefix(whose)
            relation = relation.rpartition("’s ")[2].rpartition("'s ")[2]
            yield replace(draft, what=relation, roles=(Role("other", None, whose),))


def _of_camp(scene: Scene, at: int) -> bool:
    """Tell a survivor of a camp from one of a shipwreck."""
    told = scene.words_of(at + 1, scene.phrase_end(at)).lower().replace("the ", "")
    camps = frames().lists["camps"]
    return any(f" {camp}" in f" {told}" for camp in (*camps, "camp", "gulag"))


def _unnamed(scene: Scene, at: int, end: int) -> str:
    """Return whose kin someone is who is told by no name: "the son of a miner"."""
    chunk = scene.chunks[at]
    if end == at + 1:
        tokens = scene.tokens[chunk.first : chunk.last]
        own = next((i for i, t in enumerate(tokens) if t.lower in {"'s", "’s"}), 0)
        text = scene.text[tokens[0].start : tokens[own - 1].end] if own else ""
        return text if own and _human([t.lower for t in tokens[:own]]) else ""
    inside = scene.chunks[at + 2]
    human = scene.tag(at + 2) is Tag.NOUN and _human(scene.lowers(inside))
    return scene.words_of(at + 2, end) if human else ""


def _human(lowers: Sequence[str]) -> bool:
    """Tell whether a noun phrase means human beings: "two Polish immigrants"."""
    known = roles()
    head = lowers[-1]
    return (
        head in known.human
        or head in known.kind_of
        or head in _COUNTS
        or bool(plural_role(lowers)[0])
    )


def _wrote(scene: Scene, draft: Draft, at: int) -> Iterator[Draft]:
    """Read "the author of X": a work if it is named, or else a calling."""
    after = at + 2
    while scene.tag(after) is Tag.QUOTE:
        after += 1
    titled = scene.tag(at + 1) is Tag.PREP and scene.tag(after) is Tag.NOUN
    if not titled:
        yield replace(draft, kind="occupation")
    elif not scene.chunks[after].people:
        end = scene.phrase_end(after)
        what = scene.words_of(after, end)
        yield replace(draft, end=scene.end(end - 1), what=what)


def _plural_noun(role: str) -> bool:
    return role.endswith("s") and not role.endswith("ss")


def _when_where(scene: Scene, end: int) -> tuple[When | None, str, int]:
    """Read what follows a description: since when, where, and one past it."""
    when: When | None = None
    where = ""
    while True:
        if scene.tag(end) is Tag.DATE:  # "since 1917"
            when = when or scene.since([end])
            end += 1
        elif scene.tag(end) is not Tag.PREP:
            return when, where, end
        elif scene.tag(end + 1) is Tag.DATE:
            when = when or scene.since([end + 1])
            end += 2
        elif scene.tag(end + 1) is Tag.NOUN and scene.chunks[end].word in {"in", "at"}:
            where = where or scene.place(end + 1)
            end += 2
        else:
            return when, where, end
