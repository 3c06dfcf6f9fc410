"""What a register says that others say otherwise: "(by other sources, 1899)"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lives.extract.entries.draft import Draft
from lives.extract.entries.entry import Said
from lives.extract.entries.pieces import trimmed
from lives.extract.entries.vocabulary import Vocabulary
from lives.model.statement import Modality

_NEAR = 3  # code points between a statement and what others say of it


@dataclass(frozen=True, slots=True)
class Dissent:
    """What others say.

    Attributes:
        start: First code point of the bracket.
        end: One past the last.
        voice: First and last code point of the words for who says so.
        value: Likewise of what they say.
    """

    start: int
    end: int
    voice: tuple[int, int]
    value: tuple[int, int]


def hidden(text: str, words: Vocabulary) -> tuple[str, list[Dissent]]:
    """Blot out what others say, so that what the register says can be read.

    Returns:
        The text with spaces in its place, and what stood there.
    """
    found = [
        Dissent(m.start(), m.end(), m.span("voice"), m.span("value"))
        for m in words.dissent.finditer(text)
    ]
    for one in found:
        blank = " " * (one.end - one.start)
        text = text[: one.start] + blank + text[one.end :]
    return text, found


def otherwise(
    text: str, said: Sequence[Said], dissent: Dissent, draft: Draft
) -> list[Said]:
    """Add what others say to the statement that their words follow.

    The other value stands in the field that it fits: a date for a date, else the place
    or whatever the statement ended with.
    """
    near = (one for one in said if one.start < dissent.start <= one.end + _NEAR)
    one = max(near, key=lambda found: (found.start, -found.end), default=None)
    if one is None:
        draft.leave(*dissent.value, "")
        return list(said)
    words = draft.words
    first, last = trimmed(text, *dissent.value, words.abbreviations)
    when = words.dates.read(text[first:last])
    before = words.preposition.match(text, first, last)
    value = "" if when else text[before.end() if before else first : last]
    place = bool(one.where or not one.what)
    other = replace(
        one,
        end=max(dissent.end, one.end),
        because=f"{one.because}, otherwise",
        when=when,
        where=value if place else "",
        what="" if place else value,
        group="",
        modality=Modality.REPORTED,
        voice=text[slice(*dissent.voice)],
    )
    return [*said, other]
