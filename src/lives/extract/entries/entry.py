"""One register entry read: what it says, of whom, and what of it nobody could read.

Every code point of an entry ends up in one of three heaps: said, left aside by name,
or unread. Nothing is passed over in silence, so that how well a list is read can be
counted instead of believed.
"""

from dataclasses import dataclass

from lives.model.mention import Gender
from lives.model.statement import Modality
from lives.model.when import When


@dataclass(frozen=True, slots=True)
class Said:
    """One thing an entry says.

    Attributes:
        kind: Key of a kind in `kinds.toml`.
        start: First code point of the words.
        end: One past the last.
        because: Section or item of the vocabulary that made it so.
        when: The date.
        where: The place as written.
        what: Charge, sentence, occupation ... as written.
        group: Body, party, organisation as written.
        by: Who did it, in words.
        modality: How far the register vouches for it.
        voice: Who says otherwise than the register, in its words.
        about: Position in `Entry.people`; None for the person of the entry.
    """

    kind: str
    start: int
    end: int
    because: str
    when: When | None = None
    where: str = ""
    what: str = ""
    group: str = ""
    by: str = ""
    modality: Modality = Modality.ASSERTED
    voice: str = ""
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative of the person of the entry.

    Attributes:
        start: First code point of the name, or of the word for the relation.
        end: One past the last.
        relation: What he or she is to the person of the entry.
        name: As written, if the entry names him or her.
        gender: Where the relation tells it.
    """

    start: int
    end: int
    relation: str
    name: str = ""
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of the person, or a part of one.

    Attributes:
        start: First code point.
        end: One past the last.
        part: ``surname``, ``given``, ``patronymic`` or ``full``: what it stands for.
        name: As written.
    """

    start: int
    end: int
    part: str
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that make no statement.

    Attributes:
        start: First code point.
        end: One past the last.
        name: What they were left aside as; "" for those that nobody could read.
    """

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """All that was made of an entry; spans count code points of the text given.

    Attributes:
        said: In the order of their words.
        people: Relatives.
        names: Other names of the person.
        ignored: What was left aside by name.
        unread: What nobody could read.
    """

    said: tuple[Said, ...] = ()
    people: tuple[Relative, ...] = ()
    names: tuple[OtherName, ...] = ()
    ignored: tuple[Stretch, ...] = ()
    unread: tuple[Stretch, ...] = ()
