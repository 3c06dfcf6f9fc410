"""How firmly an entry says what it says: doubts, and voices other than its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lives.extract.entries.entry import Said
from lives.extract.entries.pieces import sentence_end
from lives.extract.entries.vocabulary import Vocabulary
from lives.model.statement import Modality


def stanced(text: str, said: list[Said], words: Vocabulary) -> list[Said]:
    """Give statements the doubts and the voices that stand beside them.

    A voice speaks for all of its sentence, or of the brackets it stands in.

    Args:
        text: The entry, with its dates blotted out.
        said: What was read of it.
        words: Its vocabulary.
    """
    hedges = {found.end(): found.start() for found in words.hedge.finditer(text)}
    doubts = [found.start() for found in words.doubt.finditer(text)]
    found = said
    if hedges or doubts:
        found = [_doubted(one, hedges, doubts) for one in said]
    for voice in words.voice.finditer(text):
        start, end = _scope(text, voice.start(), words)
        for number, one in enumerate(found):
            inside = start <= one.start and one.end <= end
            if inside and one.modality in {Modality.ASSERTED, Modality.HEDGED}:
                reported = Modality.REPORTED
                found[number] = replace(one, modality=reported, voice=voice[0])
    return found


def _doubted(said: Said, hedges: Mapping[int, int], doubts: Sequence[int]) -> Said:
    """Doubt what a hedge stands before, or a sign of doubt in it or behind it."""
    if said.modality is not Modality.ASSERTED:
        return said
    if said.start in hedges:
        return replace(said, start=hedges[said.start], modality=Modality.HEDGED)
    if any(said.start <= at <= said.end for at in doubts):
        return replace(said, modality=Modality.HEDGED)
    return said


def _scope(text: str, at: int, words: Vocabulary) -> tuple[int, int]:
    """Return the brackets around a place, or else its sentence."""
    opened, closed = text.rfind("(", 0, at), text.rfind(")", 0, at)
    if opened > closed:
        end = text.find(")", at)
        return opened, end if end >= 0 else len(text)
    if text[at].isupper():
        return at, sentence_end(text, at, len(text), words.abbreviations)
    start = 0
    while (end := sentence_end(text, start, len(text), words.abbreviations)) < at:
        start = end + 1
    return start, end
