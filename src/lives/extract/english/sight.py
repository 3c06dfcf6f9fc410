"""What the English reader sees in a sentence: chunks, clauses, the frame that fired."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields

from lives.extract.english.clause import Clause, Voice
from lives.extract.english.clauses import clauses
from lives.extract.english.frames import Frame, frame_called
from lives.extract.english.parsed import parsed_clauses
from lives.extract.english.scene import Scene
from lives.extract.english.statements import StatementReader
from lives.extract.named import EntitySpan
from lives.extract.sight import Seen, Sight
from lives.model.mention import Mention
from lives.model.statement import Statement

_VOICES = {
    Voice.ACTIVE: "active",
    Voice.PASSIVE: "passive",
    Voice.OPEN: "active or passive",
}
_FRAME = re.compile(r"\(frame ([^)\s]+)\)")


def sight(
    reader: StatementReader, said: Statement, seen: Sequence[Sequence[EntitySpan]]
) -> Sight | None:
    """Look again at the sentence of a statement; None where no sentence is there.

    Args:
        reader: One that has the whole document before it.
        said: What was read of it, by this reader or an earlier one.
        seen: For every sentence what is named in it; () where nobody was asked.
    """
    look = reader.look(said.start)
    if look is None:
        return None
    scene = look.scene
    return Sight(
        scene.sentence.start,
        scene.sentence.end,
        again=any(one.id == said.id for one in look.said),
        parts=tuple(
            Seen(scene.start(at), scene.end(at), chunk.tag.value)
            for at, chunk in enumerate(scene.chunks)
        ),
        mentions=tuple(scene.of),
        names=tuple(seen[look.number]) if seen else (),
        clauses=tuple(_told(scene, *layers) for layers in _layers(scene)),
        tree=scene.tree is not None,
        rule=_rule(said.because),
    )


def _layers(scene: Scene) -> Iterator[tuple[Clause, Clause, Clause]]:
    """Yield every clause as it is read, as the tree shows it, and by token order."""
    plain = clauses(scene.chunks)
    parsed = plain if scene.tree is None else parsed_clauses(scene.tree, plain)
    return zip(scene.clauses, parsed, plain, strict=True)


def _told(scene: Scene, clause: Clause, parsed: Clause, plain: Clause) -> str:
    """Say what belongs to a verb, and what the verb hangs on."""
    voice = _VOICES[clause.voice]
    only = clause.voice is parsed.voice is not plain.voice
    by = " by the tree" if only else ""
    parts = [f"“{scene.words_of(clause.at, clause.at + 1)}”, {voice}{by}"]
    if clause.subject:
        shared = ", shared" if clause.shared else ""
        whence = _whence(clause, parsed, plain)
        parts.append(f"subject {_people(clause.subject)}{shared}{whence}")
    elif clause.head >= 0:
        words = scene.words_of(clause.head, clause.head + 1)
        parts.append(f"subject “{words}”, no person")
    if clause.object >= 0:
        words = scene.words_of(clause.object, scene.phrase_end(clause.object))
        parts.append(f"object “{words}”")
    parts += _phrases(scene, clause)
    if clause.governor >= 0:
        governor = scene.words_of(clause.governor, clause.governor + 1)
        by = f" by “{clause.link}”" if clause.link else ""
        shown = ", which only the tree shows" if plain.governor < 0 else ""
        parts.append(f"hangs on “{governor}”{by}{shown}")
    elif clause.link:
        parts.append(f"after “{clause.link}”")
    return "; ".join(parts)


def _whence(clause: Clause, parsed: Clause, plain: Clause) -> str:
    """Say who gave a clause its subject, where that was not the order of words."""
    if clause.subject != parsed.subject:
        return ", of whom the entry tells"
    if clause.subject == plain.subject:
        return ""
    if not plain.subject:
        return ", whom only the tree shows"
    return f" by the tree ({_people(plain.subject)} by the order of words)"


def _phrases(scene: Scene, clause: Clause) -> Iterator[str]:
    for phrase in clause.phrases:
        words = scene.words_of(phrase.at, scene.phrase_end(phrase.at))
        yield f"“{phrase.word} {words}”"
    for at in clause.dates:
        when = scene.dates.get(scene.start(at))
        read = f" = {when.edtf}" if when else ""
        yield f"date “{scene.words_of(at, at + 1)}”{read}"


def _people(people: tuple[Mention, ...]) -> str:
    return ", ".join(f"“{' '.join(one.text.split())}”" for one in people)


def _rule(because: str) -> tuple[tuple[str, str], ...]:
    """Return the frame a reason names, key by key, as the data file has it."""
    found = _FRAME.search(because)
    frame = frame_called(found[1]) if found else None
    return tuple(_keys(frame)) if frame else ()


def _keys(frame: Frame) -> Iterator[tuple[str, str]]:
    for field in fields(frame):
        value = getattr(frame, field.name)
        if isinstance(value, dict):
            value = ", ".join(f"{k} = {v}" for k, v in value.items())
        elif isinstance(value, (tuple, frozenset)):
            words = sorted(value) if isinstance(value, frozenset) else value
            value = " | ".join(words)
        if value:
            yield field.name.removesuffix("_"), "yes" if value is True else str(value)
