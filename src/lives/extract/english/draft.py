"""A statement in the making, before its place and reader are written into it."""

from dataclasses import dataclass

from lives.extract.english.stance import Stance
from lives.model.mention import Mention
from lives.model.statement import Role
from lives.model.when import When


@dataclass(frozen=True, slots=True)
class Draft:
    """What one place of a sentence says of one mention.

    Attributes:
        subject: Whom it is about.
        kind: Key of a kind.
        start: First code point of the words.
        end: One past the last.
        stance: How far the author vouches for it.
        because: The rule.
        sure: The reader is sure of it.
        when: Date.
        where: Place as written.
        what: Office, relation, charge ...
        group: Organisation.
        roles: Other human beings.
        dated: Where the date was found, in words: "date after the verb".
        doubt: What leaves the syntax unclear, in words; "" where it is plain.
        verb: The chunk of the verb that says it; -1 where no verb does.
    """

    subject: Mention
    kind: str
    start: int
    end: int
    stance: Stance
    because: str
    sure: bool = True
    when: When | None = None
    where: str = ""
    what: str = ""
    group: str = ""
    roles: tuple[Role, ...] = ()
    dated: str = ""
    doubt: str = ""
    verb: int = -1
