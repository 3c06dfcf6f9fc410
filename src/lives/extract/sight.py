"""What a reader saw around one statement, looked at again on demand.

Nothing of this is kept: the reader's own functions run once more on the document.
"""

from dataclasses import dataclass

from lives.extract.named import EntitySpan
from lives.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of words as the reader took it.

    Attributes:
        start: First code point in the text as read.
        end: One past the last.
        label: What it was taken for: "verb", "prep", or the column it stands in.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What a reader sees where a statement stands.

    Attributes:
        start: First code point of the sentence, row or entry.
        end: One past the last.
        again: The reader as it is today makes the same statement.
        parts: Its pieces in order of place.
        mentions: Everybody it sees there, also whom no statement needs.
        names: What the words name by a reader of entities: persons, places and
            organisations, with how sure that is; () where none was asked.
        clauses: Who does what, a line a clause.
        tree: The clauses are those of the tree; by the order of words if not.
        rule: The rule that was followed, as its data file has it.
    """

    start: int
    end: int
    again: bool
    parts: tuple[Seen, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names: tuple[EntitySpan, ...] = ()
    clauses: tuple[str, ...] = ()
    tree: bool = False
    rule: tuple[tuple[str, str], ...] = ()
