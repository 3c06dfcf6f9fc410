"""A refusal: what a list says and its recipe cannot read."""

from dataclasses import dataclass

from lives.model.ids import CaptureId

SHOWN = 200  # code points of a value that a refusal carries


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell, a piece of one, an entry or a row that yields no statement.

    It is no error: the rest of the row is read, and when the recipe has grown the
    list is read again.

    Attributes:
        capture: The list's bytes.
        start: First code point in the text as read.
        end: One past the last.
        place: The same for people: ``row 17``.
        column: The column, or the named group of a pattern; "" for a whole entry.
        value: Its words in one line, at most `SHOWN` code points of them; "" where
            it is a whole row.
        why: What is wrong with it, to be read after the value: ``is not a date``.
        remedy: What to add to the recipe.
    """

    capture: CaptureId
    start: int
    end: int
    place: str
    column: str
    value: str
    why: str
    remedy: str
