"""What a person is: "the writer X", "X, a historian,", "X was chairman of the Y".

Also whose kin: "X's widow Y", "Y, the wife of X". The nouns are data: `roles.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lives.extract.english.apposed import apposed, hangs_on
from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.draft import Draft
from lives.extract.english.entries import fragments
from lives.extract.english.lexicon import words
from lives.extract.english.modality import judge
from lives.extract.english.naming import NAMING
from lives.extract.english.prose import Token
from lives.extract.english.relations import TIES, relations
from lives.extract.english.roles import role_of, roles
from lives.extract.english.scene import Scene
from lives.extract.english.several import fronted, of_subject, several
from lives.extract.english.stance import Stance
from lives.extract.english.standings import Described, described, described_once
from lives.extract.english.why import dated_in
from lives.model.mention import Mention, MentionKind
from lives.model.when import When

_BECOMING = frozenset(("become", "became", "remain", "remained", "becomes"))
_NATURE = frozenset(
    ["trade", "profession", "training", "calling", "vocation", "conviction"]
)


def identities(scene: Scene) -> Iterator[Draft]:
    """Yield what a sentence says that persons are."""
    if not scene.question:
        yield from _premodifiers(scene)
        yield from _appositions(scene)
        yield from _named(scene)
        yield from _copulas(scene)
        yield from relations(scene)
        yield from several(scene)
        for mention, head, at in fronted(scene):
            who = Described(mention, head, Stance(), "description opening a sentence")
            yield from described_once(scene, who, at)
        yield from _fragments(scene)
        yield from _hung(scene)
        yield from _born(scene)


def _hung(scene: Scene) -> Iterator[Draft]:
    """Read the descriptions that the tree hangs on persons."""
    for mention, at, phrase in apposed(scene):
        who = Described(mention, at, Stance(), "apposition by the tree")
        yield from _unlisted(scene, who, described_once(scene, who, phrase))


def _born(scene: Scene) -> Iterator[Draft]:
    """Read "X was born in Kazan in 1902, the son of a weaver"."""
    for clause in scene.clauses:
        if clause.verb.lemma != "bear" or len(clause.subject) != 1:
            continue
        stance = judge(scene, clause)
        for at in range(clause.at + 1, len(scene.chunks)):
            if scene.tag(at) is Tag.VERB or stance is None:
                break
            kind, _ = role_of(scene.texts(scene.chunks[at]))
            after = scene.tag(at - 1) is Tag.COMMA and scene.tag(at) is Tag.NOUN
            if after and kind == "kinship" and not scene.chunks[at].people:
                rule = f"description after “{clause.verb.word}”"
                who = Described(clause.subject[0], clause.at, stance, rule)
                yield from described_once(scene, who, at)
                break


def _fragments(scene: Scene) -> Iterator[Draft]:
    """Read what the fragments of an entry say its headword is."""
    if scene.headed is None:
        return
    for at in fragments(scene):
        who = Described(scene.headed, at, Stance(), "description in an entry")
        if scene.headed in scene.chunks[at - 2].people or scene.chunks[at].owner:
            continue  # an apposition; somebody's kin
        led = scene.tag(at - 1) is Tag.DATE
        for draft in described(scene, who, at):
            dated = draft.when is None and led
            yield replace(draft, when=scene.when([at - 1])) if dated else draft


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
        if before and before[-1].lower in NAMING:
            before = before[:-1]  # "a haulier called X"
        kind, role = role_of([t.text for t in before])
        rank = kind == "office" and len(before) == 1  # "General X", "Judge X"
        if not kind or kind in TIES or (before[-1].capital and not rank):
            continue
        if kind == "membership" or role.lower() in roles().needs_group:
            group = _modifier_group(role)
            if not group:
                continue
        when = _then(scene, before)
        yield Draft(
            mention,
            kind,
            scene.start(at),
            mention.end,
            Stance(),
            "title before a name",
            when=when,
            what=role,
            dated="date that “then” means" if when else "",
        )


def _then(scene: Scene, before: Sequence[Token]) -> When | None:
    """Return the one date of a sentence that "the then minister X" points to."""
    pointing = any(token.lower == "then" for token in before)
    dates = [at for at, chunk in enumerate(scene.chunks) if chunk.tag is Tag.DATE]
    return scene.when(dates) if pointing and len(dates) == 1 else None


def _modifier_group(role: str) -> str:
    return role if " " in role or role.endswith("ist") else ""


# --- "X, a historian and member of the Y," -------------------------------------------


def _appositions(scene: Scene) -> Iterator[Draft]:
    for at, chunk in enumerate(scene.chunks):
        named = chunk.tag is Tag.NOUN and chunk.people and not _plural(chunk.people)
        if not named or scene.tag(at + 1) is not Tag.COMMA:
            continue
        first = at + 2
        while scene.tag(first) is Tag.ADVERB:  # "X, then a student,"
            first += 1
        if scene.tag(first) is not Tag.NOUN or scene.chunks[first].people:
            continue
        if not _closed(scene, first) or not _seen_whose(scene, at, first):
            continue
        who = Described(chunk.people[0], at, Stance(), "apposition")
        yield from _unlisted(scene, who, described(scene, who, first))


def _unlisted(scene: Scene, who: Described, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Leave out what may be the next of a list: "the sisters of X, the wife of Y,"."""
    unnamed = who.mention.kind is not MentionKind.NAME
    listed = unnamed or scene.tag(who.head - 1) is Tag.PREP
    return (draft for draft in drafts if not (listed and draft.kind in TIES))


def _seen_whose(scene: Scene, at: int, first: int) -> bool:
    """Tell whether a description after a list is of its last member.

    "A and B, a teacher, were": of B. "A, B, a teacher, and C": that cannot be seen.
    """
    before = scene.tag(at - 1) if at and scene.tag(at - 2) is Tag.NOUN else None
    if before is Tag.COMMA and scene.chunks[at - 2].owner and scene.tree is not None:
        return hangs_on(scene, first, at)  # "his mother, Anna, a typist,"
    if before is not Tag.AND:
        return before is not Tag.COMMA
    single = scene.lowers(scene.chunks[first])[0] in {"a", "an", "the"}
    return single and bool(scene.chunks[at - 2].people)


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
        opening = words()["determiners"] | words()["possessives"]
        determined = scene.lowers(chunk)[0] in opening
        inner = end > at + 1 and not hangs_on(scene, end + 1, at)
        if determined and named[0].kind is MentionKind.NAME and not inner:
            who = Described(named[0], at, Stance(), "description before a name")
            for draft in described_once(scene, who, at):
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
        yield from of_subject(scene, clause, max(first, clause.at + 1), stance)
        if first < 0:
            continue
        if scene.chunks[first].people:
            yield from _inverted(scene, clause, first, stance)
        elif len(clause.subject) == 1:
            rule = f"description after “{verb.word}”"
            head = clause.head if not clause.shared else clause.at
            who = Described(clause.subject[0], head, stance, rule)
            drafts = described(scene, who, first)
            yield from _dated(scene, clause, drafts)


def _dated(scene: Scene, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Give descriptions without a date of their own the date of their clause."""
    when, dated = scene.since(clause.dates), dated_in(scene, clause)
    for draft in drafts:
        own = draft.when is not None
        at = replace(draft, verb=clause.at)
        yield at if own else replace(at, when=when, dated=dated)


def _complement(scene: Scene, clause: Clause) -> int:
    at = clause.at + 1
    if scene.word(at) == "by" and scene.word(at + 1) in _NATURE:
        at += 2  # "was by trade a weaver"
    if scene.tag(at) is Tag.PREP and scene.tag(at + 1) is Tag.DATE:
        at += 2  # "became in 1930 the secretary"
    while scene.tag(at) in {Tag.ADVERB, Tag.COMMA}:
        if scene.tag(at) is Tag.COMMA and scene.tag(at + 1) is Tag.NOUN:
            return at + 1 if scene.tag(at - 1) is Tag.ADVERB else -1
        at += 1
    return at if scene.tag(at) is Tag.NOUN else -1


def _inverted(scene: Scene, clause: Clause, at: int, stance: Stance) -> Iterator[Draft]:
    """Read "the chief of the police was X": the description comes first."""
    head = clause.head
    if not 0 <= head < at or scene.chunks[head].people or scene.chunks[head].owner:
        return
    mention = scene.chunks[at].people[0]
    if mention.kind is not MentionKind.NAME:
        return
    who = Described(mention, head, stance, "description before “was”")
    drafts = (replace(d, end=mention.end) for d in described_once(scene, who, head))
    yield from _dated(scene, clause, drafts)
