"""Nouns of action: "the arrest of X", "X's arrest", "his expulsion and exile".

A noun presupposes the deed ("after the death of Lenin") unless something around it
says that it was only wished, feared, planned or spoken of.
"""

from collections.abc import Iterator, Sequence

from lives.extract.english.chunks import Chunk, Tag
from lives.extract.english.draft import Draft
from lives.extract.english.frames import Frame, frames, lemma_of
from lives.extract.english.lexicon import words
from lives.extract.english.modality import Stance
from lives.extract.english.scene import Scene
from lives.extract.english.verbs import Verb
from lives.extract.english.why import by_noun
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Role
from lives.model.when import When

_ON_THE_WAY = frozenset((Tag.AND, Tag.NOUN, Tag.ADVERB, Tag.COMMA, Tag.PREP))
_AFTER = "date after the noun"
_AGAINST = frozenset(("without", "against", "despite"))
_NOT_YET = frozenset(
    ("possible", "imminent", "alleged", "supposed", "so-called", "planned")
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


def works(scene: Scene) -> Iterator[Draft]:
    """Yield authorship by possessives: "his memoirs", "X's biography of Y"."""
    for at, chunk in scene.owners():
        head = scene.tokens[chunk.last - 1].lower
        if chunk.people or head not in words()["written_works"] or scene.question:
            continue
        end = _title_end(scene, scene.phrase_end(at))
        when, _, _ = _around(scene, end)
        for author in chunk.owner:
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
                dated=_AFTER if when else "",
            )


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
    return [scene.tokens[chunk.last - 1].lower]


def _read(scene: Scene, at: int, frame: Frame, word: str) -> Iterator[Draft]:
    people, by, end = _persons(scene, at, frame)
    if not people or not _happened(scene, at):
        return
    chunk = scene.chunks[at]
    lowers = scene.lowers(chunk)
    if set(lowers) & _NOT_YET:
        return
    when, where, end = _around(scene, end)
    stance = _stance(scene, at, frame)
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
            dated=_AFTER if when else "",
        )


def _first(scene: Scene, at: int) -> int:
    """Return where the words begin: with a noun joined before this one, if any."""
    joined = scene.tag(at - 1) is Tag.AND and scene.tag(at - 2) is Tag.NOUN
    return at - 2 if joined and not scene.chunks[at - 2].people else at


def _stance(scene: Scene, at: int, frame: Frame) -> Stance:
    """Judge a noun of action: what a charge is about may never have happened."""
    verb = _verb_before(scene, at)
    if verb is not None and lemma_of(verb.word) in words()["charging"]:
        return Stance(Modality.CHARGED, sure=False, because=f"after “{verb.word}”")
    content = kinds()[frame.kind].content
    return Stance(Modality.CHARGED if content else Modality.ASSERTED)


def _verb_before(scene: Scene, at: int) -> Verb | None:
    """Return the verb whose object or phrase a noun is."""
    before = at - 1
    while scene.tag(before) in _ON_THE_WAY:
        before -= 1
    return scene.chunks[before].verb if before >= 0 else None


def _persons(
    scene: Scene, at: int, frame: Frame
) -> tuple[Sequence[Mention], list[Role], int]:
    """Return whose action it is, who did it, and one past the phrase."""
    chunk = scene.chunks[at]
    after = at + 1
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
    if frame.about == "patient" and frame.kind == "release":
        return (), [], after
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
    """Tell whether nothing before the noun says that it was only wished or feared."""
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


def _around(scene: Scene, end: int) -> tuple[When | None, str, int]:
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
        elif not where and word in {"in", "at", "near"}:
            where = scene.place(inside)
        passed += 1
        end += 2
    return when, where, end
