"""The Russian reader: prose goes in, mentions and statements come out.

Small networks see names, forms and syntax in each sentence; rules and data of our own
say who is meant and what is said of whom. What the syntax shows is sure; what it only
suggests is proposed. Read in order, `_laid` and `_drafts` are the whole of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lives.extract.extractor import Document, Extractor, extractors
from lives.extract.russian.clauses import clauses
from lives.extract.russian.dating import dated
from lives.extract.russian.draft import Draft
from lives.extract.russian.identities import told_by_descriptions
from lives.extract.russian.models import models_version
from lives.extract.russian.nouns import told_by_nouns
from lives.extract.russian.parsing import parsed
from lives.extract.russian.people import read_people
from lives.extract.russian.prose import Prose, read_prose
from lives.extract.russian.scene import Scene
from lives.extract.russian.spotting import spotted
from lives.extract.russian.stage import People
from lives.extract.russian.statements import told_by_participles, told_by_verbs
from lives.model.extracted import Extracted
from lives.model.ids import CaptureId
from lives.model.kinds import kinds
from lives.model.mention import Mention, MentionKind
from lives.model.statement import Standing, Statement

VERSION = "russian/1"


def read_russian(document: Document, version: str = "") -> Iterator[Extracted]:
    """Yield all that a document says; a mention before what is said of it.

    The networks are asked before this returns, so that nobody holds the archive while
    they are at work.

    Raises:
        MissingLibrary: What reads Russian is not installed.
    """
    version = version or f"{VERSION}+{models_version()}"
    laid = _laid(document)
    return _found(laid, document.capture, version)


@dataclass(frozen=True, slots=True)
class _Laid:
    prose: Prose
    people: People
    scenes: Sequence[Scene]


def _laid(document: Document) -> _Laid:
    prose = read_prose(document.read)
    seen = spotted(prose)
    words = parsed(prose.sentences, seen, dated(prose))
    people = read_people(prose, document.capture, words)
    scenes = [
        Scene(number, its, clauses(its), people, people.before.get(number))
        for number, its in enumerate(words)
        if not prose.sentences[number].heading
    ]
    return _Laid(prose, people, scenes)


def _found(laid: _Laid, capture: CaptureId, version: str) -> Iterator[Extracted]:
    said = [
        _statement(draft, scene, laid.prose, capture, version)
        for scene in laid.scenes
        for draft in _drafts(scene)
    ]
    yield from _kept(laid.people.mentions, said)
    yield from said


def _drafts(scene: Scene) -> list[Draft]:
    """Return what a sentence says, in order of place, nothing twice."""
    found = [
        *told_by_descriptions(scene),
        *told_by_verbs(scene),
        *told_by_participles(scene),
        *told_by_nouns(scene),
    ]
    found.sort(key=lambda d: (d.first, d.last, d.kind))
    seen: set[tuple[str, str, object]] = set()
    kept = []
    for draft in found:
        key = (draft.subject.id, draft.kind, draft.what or draft.first)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept


def _statement(
    draft: Draft, scene: Scene, prose: Prose, capture: CaptureId, version: str
) -> Statement:
    start, end = scene.words[draft.first].start, scene.words[draft.last].end
    quote = prose.text[start:end]
    subject, how = draft.subject.id, draft.stance
    return Statement(
        id=Statement.key(subject, draft.kind, start, end, quote, version),
        subject=subject,
        kind=draft.kind,
        capture=capture,
        start=start,
        end=end,
        quote=quote,
        reader=version,
        because=draft.because,
        when=draft.when,
        where=draft.where,
        what=draft.what,
        written=draft.written,
        group=draft.group if kinds()[draft.kind].group else "",
        roles=draft.roles,
        modality=how.modality,
        voice=how.voice,
        speaker=how.speaker,
        standing=Standing.SURE if draft.sure else Standing.PROPOSED,
    )


def _kept(mentions: Sequence[Mention], said: Sequence[Statement]) -> Iterator[Mention]:
    """Yield names, the unnamed, and the pronouns that carry a statement."""
    by_id = {mention.id: mention for mention in mentions}
    wanted = {m.id for m in mentions if m.kind is MentionKind.NAME or m.relation}
    for statement in said:
        wanted.add(statement.subject)
        wanted.update(r.mention for r in statement.roles if r.mention)
        wanted.update({statement.speaker} - {None})  # type: ignore[arg-type]  # no None is left
    open_ = list(wanted)
    while open_:
        mention = by_id.get(open_.pop())
        for key in (mention.antecedent, mention.of) if mention else ():
            if key and key not in wanted:
                wanted.add(key)
                open_.append(key)
    yield from (mention for mention in mentions if mention.id in wanted)


def _suited(_table: Mapping[str, Any]) -> Extractor:
    """Make the extractor with the models that are installed; nothing is chosen yet."""
    version = f"{VERSION}+{models_version()}"
    return Extractor(version, partial(read_russian, version=version))


russian = Extractor(VERSION, read_russian, _suited)
extractors.add("russian")(russian)
