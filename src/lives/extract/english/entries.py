"""Entries of biographical dictionaries: what is said of a headword without a verb.

"X, poet, b. Kazan 1896, d. Paris 1950; from 1921 editor of Y; arrested 1937." An entry
opens with a name that no verb takes for its subject. From there to the end of its
paragraph, fragments that lack a subject are about that name.
"""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.draft import Draft
from lives.extract.english.lexicon import words
from lives.extract.english.roles import role_of
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.subjects import participle
from lives.model.mention import Mention, MentionKind

_BEFORE = frozenset((Tag.QUOTE, Tag.STOP, Tag.ADVERB))
_AFTER_NAME = frozenset((Tag.COMMA, Tag.OPEN, Tag.STOP))
_LIGHT = frozenset((Tag.ADVERB, Tag.DATE, Tag.QUOTE))
_VITAL = {"b.": "birth", "d.": "death"}
_BETWEEN = frozenset((",", "in", "at", "near", "on", "c.", "ca."))
_REACH = 7  # words between "b." and its date


def headword(scene: Scene, before: Mention | None) -> Mention | None:
    """Return whom the entry is about that a sentence opens or goes on.

    Args:
        scene: The sentence.
        before: Whom the entry is about that the sentence before stood in.
    """
    at = 0
    while scene.tag(at) in _BEFORE:
        at += 1
    people = scene.chunks[at].people if scene.tag(at) is Tag.NOUN else ()
    if not any(mention.kind is MentionKind.NAME for mention in people):
        return before
    if len(people) > 1 or scene.tag(at + 1) not in _AFTER_NAME:
        return None  # the text goes on to somebody else
    tells = any(_tells(clause, people[0]) for clause in scene.clauses)
    fragment = next(fragments(scene, at + 1), -1) >= 0 and not tells
    return people[0] if fragment or _vital(scene) else None


def _tells(clause: Clause, mention: Mention) -> bool:
    """Tell whether a verb with a tense of its own has somebody for its subject."""
    finite = clause.verb.finite and not (clause.verb.bare and participle(clause.verb))
    return finite and mention in clause.subject


def _vital(scene: Scene) -> bool:
    return any(token.lower in _VITAL for token in scene.tokens)


def fragments(scene: Scene, first: int = 0) -> Iterator[int]:
    """Yield the noun phrases that begin a fragment: "; from 1921 editor of Y".

    Args:
        scene: The sentence.
        first: The chunk from which on fragments are looked for.
    """
    for at, chunk in enumerate(scene.chunks):
        if at < first or chunk.tag is not Tag.NOUN or chunk.people:
            continue
        kind, _ = role_of(scene.texts(chunk))
        if kind and _begins(scene, at) and not _subject(scene, at):
            yield at


def _begins(scene: Scene, at: int) -> bool:
    """Tell whether a chunk opens a fragment, past dates and adverbs before it."""
    before = at - 1
    while scene.tag(before) in _LIGHT or (
        scene.tag(before) is Tag.PREP and scene.tag(before + 1) is Tag.DATE
    ):
        before -= 1
    tag = scene.tag(before)
    if tag is Tag.COMMA:
        other = scene.chunks[before - 1].people if before else ()
        return not other or scene.headed in other
    return tag is None or (tag is Tag.STOP and scene.word(before) in {";", ".", ":"})


def _subject(scene: Scene, at: int) -> bool:
    return any(clause.head == at for clause in scene.clauses)


def completed(scene: Scene) -> list[Clause]:
    """Return the clauses, those of fragments with the headword for their subject."""
    who = scene.headed
    if who is None:
        return list(scene.clauses)
    return [_completed(scene, clause, who) for clause in scene.clauses]


def _completed(scene: Scene, clause: Clause, who: Mention) -> Clause:
    lacks = not clause.subject and clause.head < 0 and clause.verb.bare
    if not lacks or not _begins(scene, clause.at):
        return clause
    done_to = clause.verb.lemma not in words()["intransitive"] and clause.object < 0
    voice = Voice.PASSIVE if done_to else Voice.ACTIVE
    return replace(clause, subject=(who,), voice=voice)


def entries(scene: Scene) -> Iterator[Draft]:
    """Yield births and deaths by their letters: "b. Kazan 1896"."""
    who = scene.headed
    for i, token in enumerate(scene.tokens if who else ()):
        kind = _VITAL.get(token.lower)
        if who is None or not kind:
            continue
        where, at = _place_and_date(scene, i + 1)
        if at >= 0:
            yield Draft(
                who,
                kind,
                token.start,
                scene.end(at),
                Stance(),
                f"“{token.text}” in an entry",
                when=scene.when([at]),
                where=where,
                dated="date after the letter",
            )


def _place_and_date(scene: Scene, first: int) -> tuple[str, int]:
    """Read "Kazan, 3 May 1896": the place, and the chunk of the date or -1."""
    firsts = {chunk.first: at for at, chunk in enumerate(scene.chunks)}
    place: list[str] = []
    for i in range(first, min(first + _REACH, len(scene.tokens))):
        at, token = firsts.get(i, -1), scene.tokens[i]
        if at >= 0 and scene.tag(at) is Tag.DATE:
            return " ".join(place), at
        if token.capital:
            place.append(token.text)
        elif token.lower not in _BETWEEN:
            break
    return "", -1
