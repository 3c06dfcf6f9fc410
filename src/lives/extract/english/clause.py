"""A clause: a verb group with who, what, where and when belongs to it."""

from dataclasses import dataclass
from enum import StrEnum

from lives.extract.english.verbs import Verb
from lives.model.mention import Mention

CAUSED = "caused"  # the link of "shot" in "had him shot"


class Voice(StrEnum):
    """Whether the subject does it or has it done to him."""

    ACTIVE = "active"
    PASSIVE = "passive"
    OPEN = "open"  # a form that could be either, with nothing to tell


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition with what follows it.

    Attributes:
        word: The preposition.
        at: The chunk that follows it: a noun phrase, a date or a gerund.
    """

    word: str
    at: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with what belongs to it; chunks are named by position.

    Attributes:
        at: The verb group.
        verb: The same, as read.
        voice: Active, passive or open.
        subject: Whom the subject is; empty where it is no person or not seen.
        head: The chunk that is the subject; -1 where none was seen.
        shared: The subject was left out and taken from another verb.
        object: The noun phrase right after the verb; -1 for none.
        phrases: What hangs on it by prepositions, up to the end of the clause.
        dates: Dates that stand in it, those after the verb first.
        last: One past its last chunk.
        governor: The verb group this one is the complement of; -1 for none.
        link: The word that links it to what is before: "that", "if", "to", "after".
    """

    at: int
    verb: Verb
    voice: Voice
    subject: tuple[Mention, ...]
    head: int
    shared: bool
    object: int
    phrases: tuple[Phrase, ...]
    dates: tuple[int, ...]
    last: int
    governor: int = -1
    link: str = ""
