"""Lifespans in brackets: "X (1 January 1886 – 3 July 1937)", "X (born 1890)"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.draft import Draft
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.mention import MentionKind
from lives.model.when import When
from lives.reading.dates import from_edtf

_YOUNGEST, _OLDEST = 12, 112  # years; a shorter span is a reign or a term of office


def lifespans(scene: Scene) -> Iterator[Draft]:
    """Yield births and deaths that brackets after names tell."""
    for at, chunk in enumerate(scene.chunks):
        named = chunk.people and chunk.people[0].kind is MentionKind.NAME
        if not named or len(chunk.people) > 1 or scene.tag(at + 1) is not Tag.OPEN:
            continue
        opening, closing = at + 1, _closing(scene, at + 1)
        found = _told(scene, opening + 1, closing)
        if not found and scene.tag(closing + 1) is Tag.OPEN:  # after the other script
            opening, closing = closing + 1, _closing(scene, closing + 1)
            found = _told(scene, opening + 1, closing)
        for kind, when in found:
            yield Draft(
                chunk.people[0],
                kind,
                chunk.people[0].start,
                scene.end(min(closing, len(scene.chunks) - 1)),
                Stance(),
                "lifespan in brackets",
                when=when,
                dated="date in the brackets",
            )


def _closing(scene: Scene, opening: int) -> int:
    depth, at = 0, opening
    while at < len(scene.chunks):
        depth += (scene.tag(at) is Tag.OPEN) - (scene.tag(at) is Tag.CLOSE)
        if depth == 0:
            return at
        at += 1
    return at


def _told(scene: Scene, first: int, last: int) -> Sequence[tuple[str, When]]:
    """Read the inside of a bracket; nothing where it speaks of anything else."""
    inside = scene.chunks[first:last]
    lowers = {t.lower for c in inside for t in scene.tokens[c.first : c.last]}
    common = {w for w in lowers if w.isascii() and w.isalpha() and len(w) > 1}
    dates = [i for i in range(first, last) if scene.tag(i) is Tag.DATE]
    dated = {w for i in dates for w in scene.lowers(scene.chunks[i])}
    if common - dated - words()["lifespan_words"] or not dates:
        return ()
    if lowers & words()["born"]:
        return _one("birth", scene, dates)
    if lowers & words()["died"]:
        return _one("death", scene, dates)
    return _span(scene, dates)


def _one(kind: str, scene: Scene, dates: Sequence[int]) -> Sequence[tuple[str, When]]:
    when = scene.when(dates)
    return () if when is None or "/" in when.edtf else ((kind, when),)


def _span(scene: Scene, dates: Sequence[int]) -> Sequence[tuple[str, When]]:
    """Read "1886 – 1937", as one date or as two with a dash between."""
    whole = scene.when(dates[:1])
    if whole is None:
        return ()
    first, dash, last = whole.edtf.partition("/")
    if dash:
        born, died = from_edtf(first), from_edtf(last)
    elif len(dates) > 1 and scene.chunks[dates[0] + 1].word in {"–", "—", "-"}:
        born, died = whole, scene.when(dates[1:2])
    else:
        return ()
    if born is None or died is None or not _plausible(born, died):
        return ()
    written = whole.written
    return (
        ("birth", replace(born, written=born.written or written)),
        ("death", replace(died, written=died.written or written)),
    )


def _plausible(born: When, died: When) -> bool:
    if born.earliest is None or died.latest is None:
        return False
    return _YOUNGEST <= died.latest.year - born.earliest.year <= _OLDEST
