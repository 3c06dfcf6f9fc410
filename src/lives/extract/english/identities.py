"""What a person is: "the writer X", "X, a historian,", "X was chairman of the Y".

Also whose kin: "X's widow Y", "Y, the wife of X". The nouns are data: `roles.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.draft import Draft
from lives.extract.english.lexicon import words
from lives.extract.english.modality import Stance, judge
from lives.extract.english.roles import role_of, roles
from lives.extract.english.scene import Scene
from lives.extract.english.why import dated_in
from lives.model.mention import Mention, MentionKind
from lives.model.statement import Modality, Role
from lives.model.when import When

_BECOMING = frozenset(("become", "became", "remain", "remained", "becomes"))
_PEOPLE = frozenset(("kinship", "acquaintance"))


def identities(scene: Scene) -> Iterator[Draft]:
    """Yield what a sentence says that persons are."""
    if not scene.question:
        yield from _premodifiers(scene)
        yield from _appositions(scene)
        yield from _named(scene)
        yield from _copulas(scene)
        yield from _relations(scene)


# --- "the writer Maxim", "the then finance minister N. B." --------------------------


def _premodifiers(scene: Scene) -> Iterator[Draft]:
    for at, chunk in enumerate(scene.chunks):
        if chunk.tag is not Tag.NOUN or not chunk.people or chunk.owner:
            continue
        mention = chunk.people[0]
        if mention.kind is not MentionKind.NAME:
            continue
        before = [
            t for t in scene.tokens[chunk.first : chunk.last] if t.end <= mention.start
        ]
        kind, role = role_of([t.text for t in before])
        rank = kind == "office" and len(before) == 1  # "General X", "Judge X"
        if not kind or kind in _PEOPLE or (before[-1].capital and not rank):
            continue
        if kind == "membership" or role.lower() in roles().needs_group:
            group = _modifier_group(role)
            if not group:
                continue
        yield Draft(
            mention,
            kind,
            scene.start(at),
            mention.end,
            Stance(),
            "title before a name",
            what=role,
        )


def _modifier_group(role: str) -> str:
    return role if " " in role or role.endswith("ist") else ""


# --- "X, a historian and member of the Y," -------------------------------------------


def _appositions(scene: Scene) -> Iterator[Draft]:
    for at, chunk in enumerate(scene.chunks):
        named = chunk.tag is Tag.NOUN and chunk.people and not _plural(chunk.people)
        if not named or scene.tag(at + 1) is not Tag.COMMA:
            continue
        first = at + 2
        if scene.tag(first) is not Tag.NOUN or scene.chunks[first].people:
            continue
        if not _closed(scene, first):
            continue
        if (
            at
            and scene.tag(at - 1) in {Tag.AND, Tag.COMMA}
            and scene.tag(at - 2) is Tag.NOUN
        ):
            continue  # "A, B, a teacher, and C": whose it is cannot be seen
        who = _Described(chunk.people[0], at, Stance(), "apposition")
        yield from _described(scene, who, first)


def _named(scene: Scene) -> Iterator[Draft]:
    """Read "the prosecutor, X, ...": the description first, then who it is."""
    for at, chunk in enumerate(scene.chunks):
        plain = chunk.tag is Tag.NOUN and not chunk.people
        if not plain or scene.tag(at - 1) in {Tag.AND, Tag.COMMA}:
            continue
        end = scene.phrase_end(at)
        named = scene.chunks[end + 1].people if scene.tag(end + 1) is Tag.NOUN else ()
        closed = scene.tag(end + 2) in {Tag.COMMA, Tag.STOP, None}
        if scene.tag(end) is not Tag.COMMA or len(named) != 1 or not closed:
            continue
        determined = scene.lowers(chunk)[0] in words()["determiners"]
        if determined and named[0].kind is MentionKind.NAME:
            who = _Described(named[0], at, Stance(), "description before a name")
            for draft in _one(scene, who, at):
                yield replace(draft, end=named[0].end)


def _plural(people: Sequence[Mention]) -> bool:
    return len(people) > 1


def _closed(scene: Scene, first: int) -> bool:
    """Tell whether the apposition begins as one: with an article, or a bare role."""
    lowers = scene.lowers(scene.chunks[first])
    if lowers[0] in {"the", "a", "an", "then", "former"}:
        return True
    after = scene.phrase_end(first)
    kind, _ = role_of(scene.texts(scene.chunks[first]))
    return bool(kind) and scene.tag(after) in {Tag.COMMA, Tag.STOP, Tag.AND, None}


@dataclass(frozen=True, slots=True)
class _Described:
    """Who is described: the mention, the chunk it stands in, how, by which rule."""

    mention: Mention
    head: int
    stance: Stance
    rule: str


def _described(scene: Scene, who: _Described, first: int) -> Iterator[Draft]:
    """Yield what a noun phrase, and those joined to it, say a person is."""
    at = first
    while True:
        yield from _one(scene, who, at)
        end = scene.phrase_end(at)
        joined = end
        while scene.tag(joined) in {Tag.COMMA, Tag.AND}:
            joined += 1
        listed = scene.tag(joined) is Tag.NOUN and joined - end in {1, 2}
        if not listed or scene.chunks[joined].people or scene.chunks[at].owner:
            return
        verb_next = scene.tag(scene.phrase_end(joined)) is Tag.VERB
        determined = scene.lowers(scene.chunks[joined])[0] in words()["determiners"]
        known, _ = role_of(scene.texts(scene.chunks[joined]))
        if verb_next or (determined and not known):
            return  # "..., a teacher told him": the next clause
        at = joined


def _one(scene: Scene, who: _Described, at: int) -> Iterator[Draft]:
    """Yield what one noun phrase says a person is."""
    chunk = scene.chunks[at]
    kind, role, group = scene.standing(at)
    if not kind:
        return
    end = scene.phrase_end(at)
    other = chunk.owner
    if end > at + 1:
        other = scene.people_from(at + 2) or other
    start, stop = scene.start(min(who.head, at)), scene.end(end - 1)
    draft = Draft(who.mention, kind, start, stop, who.stance, who.rule, what=role)
    if kind == "authorship":
        yield from _wrote(scene, draft, at)
        return
    if kind in _PEOPLE:
        if len(other) == 1 and not _plural_noun(role):
            tie = Role("other", other[0].id, other[0].text)
            yield replace(draft, roles=(tie,))
        return
    head, _, rest = role.partition(" of ")
    capital = rest.removeprefix("the ")[:1].isupper()
    alone = head.lower() in roles().needs_group and not capital
    if group or not (alone or other):
        when, where = _when_where(scene, end)
        dated = "date after the description" if when else ""
        yield replace(draft, when=when, where=where, group=group, dated=dated)


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


def _when_where(scene: Scene, end: int) -> tuple[When | None, str]:
    when: When | None = None
    where = ""
    while scene.tag(end) is Tag.PREP:
        if scene.tag(end + 1) is Tag.DATE:
            when = when or scene.when([end + 1])
        elif scene.tag(end + 1) is Tag.NOUN and scene.chunks[end].word in {"in", "at"}:
            where = where or scene.place(end + 1)
        else:
            break
        end += 2
    return when, where


# --- "X was a historian", "the chief of the Y was X", "X became chairman" -------------


def _copulas(scene: Scene) -> Iterator[Draft]:
    for clause in scene.clauses:
        verb = clause.verb
        becoming = verb.word in _BECOMING
        if not (becoming or (verb.lemma == "be" and not verb.passive)):
            continue
        stance = judge(scene, clause)
        if stance is None:
            continue
        first = _complement(scene, clause)
        if first < 0:
            continue
        if scene.chunks[first].people:
            yield from _inverted(scene, clause, first, stance)
        elif len(clause.subject) == 1:
            rule = f"description after “{verb.word}”"
            head = clause.head if not clause.shared else clause.at
            who = _Described(clause.subject[0], head, stance, rule)
            drafts = _described(scene, who, first)
            yield from _dated(scene, clause, drafts)


def _dated(scene: Scene, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Give descriptions without a date of their own the date of their clause."""
    when, dated = scene.when(clause.dates), dated_in(scene, clause)
    for draft in drafts:
        own = draft.when is not None
        yield draft if own else replace(draft, when=when, dated=dated)


def _complement(scene: Scene, clause: Clause) -> int:
    at = clause.at + 1
    while scene.tag(at) in {Tag.ADVERB, Tag.COMMA}:
        if scene.tag(at) is Tag.COMMA and scene.tag(at + 1) is Tag.NOUN:
            return at + 1 if scene.tag(at - 1) is Tag.ADVERB else -1
        at += 1
    return at if scene.tag(at) is Tag.NOUN else -1


def _inverted(scene: Scene, clause: Clause, at: int, stance: Stance) -> Iterator[Draft]:
    """Read "the chief of the police was X": the description comes first."""
    head = clause.head
    if head < 0 or scene.chunks[head].people or scene.chunks[head].owner:
        return
    mention = scene.chunks[at].people[0]
    if mention.kind is not MentionKind.NAME:
        return
    who = _Described(mention, head, stance, "description before “was”")
    drafts = (replace(d, end=mention.end) for d in _one(scene, who, head))
    yield from _dated(scene, clause, drafts)


# --- "X's widow Y", "his brother" -----------------------------------------------------


def _relations(scene: Scene) -> Iterator[Draft]:
    """Yield the kinship that the reader of mentions has seen in a description."""
    for mention in scene.of:
        if not mention.relation or mention.of is None:
            continue
        other = scene.mentions.get(mention.of)
        kind = roles().kind_of.get(mention.relation.rpartition(" ")[2], "")
        if other is None or kind not in _PEOPLE:
            continue
        start = (
            min(mention.start, other.start) if _near(mention, other) else mention.start
        )
        end = max(mention.end, other.end) if _near(mention, other) else mention.end
        yield Draft(
            mention,
            kind,
            start,
            end,
            Stance(Modality.ASSERTED),
            "described through another",
            what=mention.relation,
            roles=(Role("other", other.id, other.text),),
        )


def _near(one: Mention, other: Mention) -> bool:
    return abs(one.start - other.start) < 120  # noqa: PLR2004  # within a clause
