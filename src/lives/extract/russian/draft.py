"""A statement in the making, before its place and reader are written into it."""

from dataclasses import dataclass

from lives.extract.russian.stance import PLAIN, Stance
from lives.model.mention import Mention
from lives.model.statement import Role
from lives.model.when import When


@dataclass(frozen=True, slots=True)
class Draft:
    """What one place of a sentence says of one mention.

    Attributes:
        subject: Whom it is about.
        kind: Key of a kind.
        first: Position of the first of its words.
        last: Position of the last.
        because: The rule.
        stance: How far the author vouches for it.
        sure: The reader is sure of it.
        when: Date.
        where: Place as written.
        what: Office, charge, relation ...
        written: The same as the source has it, where that differs.
        group: Organisation.
        roles: Other human beings.
    """

    subject: Mention
    kind: str
    first: int
    last: int
    because: str
    stance: Stance = PLAIN
    sure: bool = True
    when: When | None = None
    where: str = ""
    what: str = ""
    written: str = ""
    group: str = ""
    roles: tuple[Role, ...] = ()
