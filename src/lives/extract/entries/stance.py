"""How firmly an entry says what it says: doubts, and voices other than its own."""

from dataclasses import replace

from lives.extract.entries.entry import Said
from lives.extract.entries.pieces import sentence_end
from lives.extract.entries.vocabulary import Vocabulary
from lives.model.statement import Modality

_NEAR = 24  # code points before a statement in which a word may doubt it


def stanced(text: str, said: list[Said], words: Vocabulary) -> list[Said]:
    """Give statements the doubts and the voices that stand beside them.

    A voice speaks for all of its sentence, or of the brackets it stands in.

    Args:
        text: The entry, with its dates blotted out.
        said: What was read of it.
        words: Its vocabulary.
    """
    found = [_doubted(text, one, words) for one in said]
    for voice in words.voice.finditer(text):
        start, end = _scope(text, voice.start(), words)
        for number, one in enumerate(found):
            inside = start <= one.start and one.end <= end
            if inside and one.modality in {Modality.ASSERTED, Modality.HEDGED}:
                reported = Modality.REPORTED
                found[number] = replace(one, modality=reported, voice=voice[0])
    return found


def _doubted(text: str, said: Said, words: Vocabulary) -> Said:
    if said.modality is not Modality.ASSERTED:
        return said
    near = max(0, said.start - _NEAR)
    before = words.hedge.search(text, near, said.start)
    after = words.doubt.match(text, said.end) or words.doubt.search(
        text, said.start, said.end
    )
    if before is None and after is None:
        return said
    start = before.start() if before else said.start
    return replace(said, start=start, modality=Modality.HEDGED)


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
