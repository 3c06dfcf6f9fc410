"""What several people are, and what opens a sentence before who it is.

"A and B, both journalists", "two nuns, A and B", "the historians A and B", "all three
were students", "A was one of the founders of G", "A founder of G, he was banned".
"""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.draft import Draft
from lives.extract.english.layout import Layout
from lives.extract.english.openings import opening
from lives.extract.english.roles import plural_role, roles
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.mention import Mention

_PAIR = frozenset(("couple", "husband"))  # "a married couple", "husband and wife"
_SINGLE = frozenset(("a", "another", "husband"))
_ONE = frozenset(("one", "two", "three", "some", "many", "most", "several", "another"))


def several(scene: Scene) -> Iterator[Draft]:
    """Yield what a description in the plural says of each of several people."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.tag is not Tag.NOUN:
            continue
        if chunk.people:
            people, end = _people(scene, at)
            yield from _before(scene, at, people, end)
            if len(people) > 1 and scene.tag(end) is Tag.COMMA:
                yield from _each(scene, end + 1, people, at)
        elif scene.tag(scene.phrase_end(at)) is Tag.COMMA:
            named = scene.phrase_end(at) + 1
            if scene.tag(named) is Tag.NOUN and scene.chunks[named].people:
                people, end = _people(scene, named)
                closed = scene.tag(end) in {Tag.COMMA, Tag.STOP, Tag.VERB, None}
                opens = scene.tag(at - 1) not in {Tag.COMMA, Tag.AND, Tag.NOUN}
                if len(people) > 1 and closed and opens:
                    yield from _each(scene, at, people, end - 1)


def of_subject(
    scene: Scene, clause: Clause, at: int, stance: Stance
) -> Iterator[Draft]:
    """Yield what "were students", "was one of the founders" say of a subject.

    Args:
        scene: The sentence.
        clause: The clause of the verb "be".
        at: The chunk after the verb: a noun phrase, or "among".
        stance: Who vouches for the clause.
    """
    among = scene.tag(at) is Tag.PREP and scene.word(at) == "among"
    of = scene.word(at) in _ONE and scene.word(at + 1) == "of"
    if among or of:
        at += 1 if among else 2
    elif len(clause.subject) == 1:
        return
    if scene.tag(at) is Tag.NOUN and not scene.chunks[at].people:
        head = clause.at if clause.shared else clause.head
        rule = f"description in the plural after “{clause.verb.word}”"
        yield from _told(scene, at, clause.subject, head, stance, rule)


def _people(scene: Scene, at: int) -> tuple[Sequence[Mention], int]:
    """Return the persons of a list that begins here, and one past it.

    Before a verb only "and" goes on: in "A, B was shot" B begins a clause.
    """
    people = list(scene.chunks[at].people)
    end = at + 1
    while True:
        following = end
        while scene.tag(following) in {Tag.COMMA, Tag.AND}:
            following += 1
        member = scene.tag(following) is Tag.NOUN and following > end
        if not member or not scene.chunks[following].people:
            return people, end
        begins = scene.tag(following + 1) is Tag.VERB
        if begins and scene.tag(following - 1) is not Tag.AND:
            return people, end
        if scene.tokens[scene.chunks[following].first].lower == "the":
            return people, end  # "the poets A and B, and the historian C"
        people.extend(scene.chunks[following].people)
        end = following + 1


def _before(
    scene: Scene, at: int, people: Sequence[Mention], end: int
) -> Iterator[Draft]:
    """Read "the historians A and B": the description stands within the phrase."""
    chunk, first = scene.chunks[at], people[0].start
    before = [t for t in scene.tokens[chunk.first : chunk.last] if t.end <= first]
    if len(people) < 2 or not before or before[-1].capital:  # noqa: PLR2004  # several
        return
    kind, role = plural_role([t.text for t in before])
    if kind in {"occupation", "office"}:
        for mention in people:
            yield Draft(
                mention,
                kind,
                scene.start(at),
                scene.end(end - 1),
                Stance(),
                "title in the plural before names",
                what=role,
            )


def _each(
    scene: Scene, at: int, people: Sequence[Mention], other: int
) -> Iterator[Draft]:
    if scene.tag(at) is not Tag.NOUN or scene.chunks[at].people:
        return
    rule = "apposition in the plural"
    lowers = scene.lowers(scene.chunks[at])
    if lowers[-1] in _PAIR and lowers[0] in _SINGLE and len(people) == 2:  # noqa: PLR2004
        span = scene.start(min(at, other)), scene.end(max(at, other))
        for mention in people:
            yield Draft(mention, "marriage", *span, Stance(), rule)
        return
    yield from _told(scene, at, people, other, Stance(), rule)


def _told(  # everything that one description says of several
    scene: Scene,
    at: int,
    people: Sequence[Mention],
    other: int,
    stance: Stance,
    rule: str,
) -> Iterator[Draft]:
    while at >= 0:
        kind, role, group = _standing(scene, at)
        end = scene.phrase_end(at)
        if not kind or scene.chunks[at].owner:
            return
        if group or role.rpartition(" ")[2].lower() not in roles().needs_group:
            start = scene.start(min(at, other)) if other >= 0 else scene.start(at)
            stop = scene.end(max(end - 1, other))
            for mention in people:
                yield Draft(
                    mention, kind, start, stop, stance, rule, what=role, group=group
                )
        both = scene.tag(end) is Tag.AND and scene.tag(end + 1) is Tag.NOUN
        at = end + 1 if both and not scene.chunks[end + 1].people else -1


def _standing(scene: Scene, at: int) -> tuple[str, str, str]:
    """Read a noun phrase in the plural as `Scene.standing` reads the singular."""
    kind, role = plural_role(scene.texts(scene.chunks[at]))
    if kind in {"", "kinship", "acquaintance", "authorship"}:
        return "", "", ""
    end = scene.phrase_end(at)
    if end == at + 1 or scene.chunks[at + 2].people:
        return kind, role, ""
    group = scene.group(at + 2)
    if group:
        return kind, role, group
    return kind, f"{role} {scene.words_of(at + 1, end)}", ""


def fronted(scene: Scene) -> Iterator[tuple[Mention, int, int]]:
    """Yield who is described by what opens the sentence: "A founder of G, he ...".

    Yields:
        Whom it describes, the chunk that is the person, and that of a description.
    """
    opens = opening(Layout(scene.chunks), scene.clauses)
    if opens is not None:
        for each in opens.described:
            yield opens.main.subject[0], opens.main.head, each
