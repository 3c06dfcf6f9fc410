"""Nouns of action: "the arrest of X", "X's arrest", "his expulsion and exile".

A noun presupposes the deed ("after the death of Lenin") unless something around it
says that it was only wished, feared, planned or spoken of.
"""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.clause import Clause
from lives.extract.english.dating_nouns import bracketed, came, in_its_year, published
from lives.extract.english.denial import negated
from lives.extract.english.draft import Draft
from lives.extract.english.frames import Frame, evoked, frames, lemma_of
from lives.extract.english.lexicon import words
from lives.extract.english.placing import place_in
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.verbs import Verb
from lives.extract.english.voices import clause_at, marked
from lives.extract.english.why import by_noun
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Role
from lives.model.when import When

_ON_THE_WAY = frozenset((Tag.AND, Tag.NOUN, Tag.ADVERB, Tag.COMMA, Tag.PREP))
_AFTER = "date after the noun"
_AGAINST = frozenset(("without", "against", "despite"))
_OPENING = frozenset(("after", "following", "upon", "on", "during", "despite"))
_THERE = frozenset(("in", "at", "near"))
_NOT_YET = frozenset(("possible", "imminent", "planned", "threatened", "attempted"))
_WHEN = frozenset(
    "after before since until till during following at by on upon".split()  # noqa: SIM905
)
_SO_CALLED = frozenset(
    (
        "alleged",
        "supposed",
        "so-called",
        "presumed",
        "purported",
        "probable",
        "apparent",
    )
)


def actions(scene: Scene) -> Iterator[Draft]:
    """Yield what the nouns of action of a sentence say of persons."""
    if scene.question:
        return
    for at, chunk in enumerate(scene.chunks):
        if chunk.tag is not Tag.NOUN:
            continue
        for frame, word in _evoked(scene, at):
            yield from _read(scene, at, frame, word)
    yield from _fronted(scene)


def _fronted(scene: Scene) -> Iterator[Draft]:
    """Read "After a trial of ten minutes, he ...": the action is the subject's."""
    opens = scene.tag(0) is Tag.PREP and scene.word(0) in _OPENING
    if not opens or scene.tag(1) is not Tag.NOUN or scene.chunks[1].owner:
        return
    lowers = scene.lowers(scene.chunks[1])
    main = _main_subject(scene)
    if main is None or not (lowers[0] in {"a", "an"} or len(lowers) == 1):
        return
    for frame, word in _evoked(scene, 1):
        stance = _stance(scene, 1, frame)
        when, where, end = _around(scene, 2, frame)
        if frame.needs == ("where",) and not where:
            continue
        yield Draft(
            main.subject[0],
            frame.kind,
            scene.start(0),
            scene.end(max(end - 1, 1)),
            stance,
            by_noun(word, frame),
            when=when,
            where=where,
            dated=_AFTER if when else "",
        )


def _main_subject(scene: Scene) -> Clause | None:
    """Return the clause of the first person after the comma that ends a phrase."""
    named = (i for i, chunk in enumerate(scene.chunks) if chunk.people or chunk.owner)
    first = next(named, -1)
    if scene.tag(first - 1) is not Tag.COMMA:
        return None
    found = (c for c in scene.clauses if c.head == first and not c.shared)
    main = next(found, None)
    return main if main is not None and len(main.subject) == 1 else None


def works(scene: Scene) -> Iterator[Draft]:
    """Yield authorship by possessives: "his memoirs", "X's biography of Y"."""
    for at, chunk, owners in _owned(scene):
        head = scene.tokens[chunk.last - 1].lower
        if chunk.people or head not in words()["written_works"] or scene.question:
            continue
        if chunk.owner and _told_by_verb(scene, at):
            continue
        opening = scene.phrase_end(at)
        end = _title_end(scene, opening)
        when, dated = _of_work(scene, at, opening, end)
        for author in owners:
            span = scene.start(at), scene.end(end - 1)
            what = scene.words_of(at, end)
            yield Draft(
                author,
                "authorship",
                *span,
                Stance(),
                f"whose “{head}”",
                when=when,
                what=what,
                dated=dated,
            )


def _owned(scene: Scene) -> Iterator[tuple[int, Chunk, Sequence[Mention]]]:
    """Yield what is somebody's: "his memoirs", and "X, whose memoirs"."""
    for at, chunk in scene.owners():
        yield at, chunk, chunk.owner
    for at in range(2, len(scene.chunks)):
        before = at - 2 - (scene.tag(at - 2) is Tag.COMMA)
        whose = scene.word(at - 1) == "whose" and scene.tag(at) is Tag.NOUN
        if whose and before >= 0 and len(scene.chunks[before].people) == 1:
            yield at, scene.chunks[at], scene.chunks[before].people


def _of_work(scene: Scene, at: int, opening: int, end: int) -> tuple[When | None, str]:
    """Return the date of a work, and where it was found."""
    after, _, _ = _around(scene, end, None)
    if after is not None:
        return after, _AFTER
    inside = bracketed(scene, opening, end)
    if inside is not None:
        return inside, "date in the brackets"
    out = came(scene, at, work=True) or published(scene, at)
    return out, "date of its publication" if out else ""


def _told_by_verb(scene: Scene, at: int) -> bool:
    """Tell "wrote his memoirs", "her memoir came out": the verb says it already."""
    verbs = (c.verb.word for c in scene.clauses if at in {c.object, c.head})
    return any(f.kind == "authorship" for verb in verbs for f in evoked(verb))


def _title_end(scene: Scene, end: int) -> int:
    """Return one past a bracket right after the phrase: the work's particulars."""
    if scene.tag(end) is not Tag.OPEN:
        return end
    while end < len(scene.chunks) and scene.tag(end) is not Tag.CLOSE:
        end += 1
    return min(end + 1, len(scene.chunks))


def _evoked(scene: Scene, at: int) -> Iterator[tuple[Frame, str]]:
    """Yield the frames of a noun phrase's head, and of nouns joined to it by "and"."""
    for noun in _heads(scene, at):
        for frame in frames().by_noun.get(noun, ()):
            yield frame, noun


def _heads(scene: Scene, at: int) -> list[str]:
    chunk = scene.chunks[at]
    if chunk.people:
        return []
    last = [token.lower for token in scene.tokens[chunk.first : chunk.last][-2:]]
    return [" ".join(last), last[-1]]


def _read(scene: Scene, at: int, frame: Frame, word: str) -> Iterator[Draft]:
    people, by, end = _persons(scene, at, frame)
    stance = _denied(scene, at, frame)
    if stance is not None:
        people = people or _undergoing(scene, at)
    elif not people or not _happened(scene, at):
        return
    else:
        stance = _stance(scene, at, frame)
    chunk = scene.chunks[at]
    lowers = scene.lowers(chunk)
    if set(lowers) & _NOT_YET:
        return
    when, where, end = _around(scene, end, frame)
    if frame.needs == ("where",) and not where:
        return
    dated = _AFTER if when else ""
    if when is None:
        when = came(scene, at)
        dated = "date of the verb" if when else ""
    if when is None:
        when = in_its_year(scene, at)
        dated = "date it is the year of" if when else ""
    for subject in people:
        yield Draft(
            subject,
            frame.kind,
            scene.start(_first(scene, at)),
            scene.end(end - 1),
            stance,
            by_noun(word, frame),
            sure=stance.sure,
            when=when,
            where=where,
            roles=tuple(role for role in by if role.mention != subject.id),
            dated=dated,
        )


def _first(scene: Scene, at: int) -> int:
    """Return where the words begin: with a noun joined before this one, if any."""
    joined = scene.tag(at - 1) is Tag.AND and scene.tag(at - 2) is Tag.NOUN
    return at - 2 if joined and not scene.chunks[at - 2].people else at


def _stance(scene: Scene, at: int, frame: Frame) -> Stance:
    """Judge a noun of action: what a charge is about may never have happened."""
    verb = _verb_before(scene, at)
    lemma = lemma_of(verb.word) if verb is not None else ""
    if verb is not None and lemma in words()["charging"] and not _timed(scene, at):
        return Stance(Modality.CHARGED, because=f"after “{verb.word}”")
    content = kinds()[frame.kind].content
    if content:
        return Stance(Modality.CHARGED)
    called = set(scene.lowers(scene.chunks[at])) & _SO_CALLED
    if called:
        return Stance(Modality.HEDGED, because=f"“{min(called)}”")
    if marked(scene, at):
        because = f"“{scene.word(at)}” in quotation marks"
        return Stance(Modality.HEDGED, because=because)
    return Stance()


def _timed(scene: Scene, at: int) -> bool:
    """Tell whether a noun says when it was done: "tried after the murder"."""
    between = scene.chunks[_before(scene, at) + 1 : at]
    subject = any(c.head == at and not c.shared for c in scene.clauses)
    timed = any(chunk.word in _WHEN for chunk in between if chunk.tag is Tag.PREP)
    return timed or subject  # "pleaded guilty and his trial was fixed"


def _denied(scene: Scene, at: int, frame: Frame) -> Stance | None:
    """Judge what never came: "escaped arrest", "withdrew his confession"."""
    verb = _verb_before(scene, at)
    by = clause_at(scene, _before(scene, at))
    if verb is None or by is None or verb.modal or verb.infinitive:
        return None
    lemma = lemma_of(verb.word)
    if verb.negated or negated(scene, by):
        return None
    retracted = lemma in words()["retracting"] and kinds()[frame.kind].content
    averted = lemma in words()["averted"] and frame.about == "patient"
    direct = scene.tag(at - 1) in {Tag.VERB, Tag.ADVERB}
    without = scene.word(at - 1) == "without" and frame.kind == "trial"
    if retracted or (averted and direct) or (without and verb.passive):
        because = "“without”" if without else f"“{verb.word}”"
        return Stance(Modality.NEGATED, because=because)
    return None


def _undergoing(scene: Scene, at: int) -> Sequence[Mention]:
    """Return whom the clause around a noun is about: "X escaped arrest"."""
    by = clause_at(scene, _before(scene, at))
    return by.subject if by is not None else ()


def _before(scene: Scene, at: int) -> int:
    """Return the verb whose object or phrase a noun is, or -1."""
    before = at - 1
    while scene.tag(before) in _ON_THE_WAY:
        before -= 1
    return before if scene.tag(before) is Tag.VERB else -1


def _verb_before(scene: Scene, at: int) -> Verb | None:
    """Return the verb whose object or phrase a noun is."""
    before = _before(scene, at)
    return scene.chunks[before].verb if before >= 0 else None


def _persons(
    scene: Scene, at: int, frame: Frame
) -> tuple[Sequence[Mention], list[Role], int]:
    """Return whose action it is, who did it, and one past the phrase."""
    chunk = scene.chunks[at]
    after = at + 2 if scene.tag(at + 1) is Tag.QUOTE and marked(scene, at) else at + 1
    # "the expulsion and exile of X": both nouns are X's.
    if scene.tag(after) is Tag.AND and _joined(scene, after + 1):
        after += 2
    if scene.tag(after) is Tag.PREP and scene.chunks[after].word == "of":
        if scene.tag(after + 1) is not Tag.NOUN:  # "his speech of 1956"
            return chunk.owner, [], after
        people = scene.people_from(after + 1)
        end = _list_end(scene, after + 1, len(people))
        by = [Role("by", m.id, m.text) for m in chunk.owner]
        return people, by, end
    owner = chunk.owner or _joined_owner(scene, at)
    dates = scene.tag(at - 1) is Tag.PREP and scene.word(at - 1) in _WHEN | _OPENING
    if frame.kind == "release" and not dates:
        return (), [], after  # what he set free may be meant: "his release of them"
    return owner, [], at + 1


def _joined(scene: Scene, at: int) -> bool:
    """Tell whether a noun of action stands here: "expulsion and exile"."""
    if scene.tag(at) is not Tag.NOUN:
        return False
    chunk: Chunk = scene.chunks[at]
    return scene.tokens[chunk.last - 1].lower in frames().by_noun


def _joined_owner(scene: Scene, at: int) -> tuple[Mention, ...]:
    if scene.tag(at - 1) is Tag.AND and _joined(scene, at - 2):
        return scene.chunks[at - 2].owner
    return ()


def _list_end(scene: Scene, at: int, count: int) -> int:
    """Return one past a list of ``count`` persons that begins here."""
    seen = 0
    while at < len(scene.chunks) and seen < count:
        seen += len(scene.chunks[at].people)
        at += 1
    return at


def _happened(scene: Scene, at: int) -> bool:
    """Tell whether nothing says that it was only wished, feared or planned for."""
    of = next((c for c in scene.clauses if c.head == at and not c.shared), None)
    if of is not None and lemma_of(of.verb.word) in words()["scheduling"]:
        return False  # "his trial was fixed for May"
    before = at - 1
    while scene.tag(before) in _ON_THE_WAY:
        lowers = scene.lowers(scene.chunks[before])
        if "no" in lowers or lowers[-1] in words()["unrealised_nouns"] | _AGAINST:
            return False
        before -= 1
    verb = scene.chunks[before].verb if before >= 0 else None
    if verb is None:
        return True
    blocked = lemma_of(verb.word) in words()["unrealised"] | words()["denying"]
    return not (blocked or verb.infinitive or verb.modal or verb.negated)


def _around(
    scene: Scene, end: int, frame: Frame | None
) -> tuple[When | None, str, int]:
    """Read date and place right after the phrase: "the death of X in Paris in 1938"."""
    when: When | None = None
    where, passed = "", 0
    while scene.tag(end) is Tag.PREP or scene.tag(end) is Tag.DATE:
        if scene.tag(end) is Tag.DATE:
            when = when or scene.when([end])
            end += 1
            continue
        word, inside = scene.chunks[end].word, end + 1
        if scene.tag(inside) is Tag.DATE:
            when = when or scene.when([inside])
        elif scene.tag(inside) is not Tag.NOUN or passed > 1:
            break
        elif not where and (word in _THERE or _leads(frame, word)):
            where = scene.place(inside)
        elif not where and word == "to":  # "a speech to the Kazan Soviet"
            where = place_in(scene.group(inside))
        passed += 1
        end += 2
    return when, where, end


def _leads(frame: Frame | None, word: str) -> bool:
    """Tell whether a noun takes a place after a preposition: "his return to Kazan"."""
    return frame is not None and frame.takes.get(word) == "where"
