"""Statements: one thing one passage says about one mention."""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import CaptureId, MentionId, StatementId, content_id
from lives.model.when import When


class Modality(StrEnum):
    """How far the source's author vouches for what is said."""

    ASSERTED = "asserted"
    HEDGED = "hedged"  # it seems, probably, allegedly (by no one)
    REPORTED = "reported"  # a named or nameable voice says so, the author does not
    CHARGED = "charged"  # content of a charge, verdict or confession in custody
    NEGATED = "negated"


class Standing(StrEnum):
    """Whether a statement may enter findings."""

    SURE = "sure"
    PROPOSED = "proposed"  # waits for a person; never in a finding or a count


@dataclass(frozen=True, slots=True)
class Role:
    """Another human being in a statement.

    Attributes:
        name: ``by`` (agent), ``other`` (relative, correspondent, victim named in a
            charge), or another role that the kind takes.
        mention: Who, where a mention shows it.
        words: The words, where no mention does: "an agent", "the authorities".
    """

    name: str
    mention: MentionId | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one passage says about one mention.

    Attributes:
        id: Made from mention, kind, words and reader by `Statement.key`.
        subject: The mention it is about.
        kind: Key of a kind in `kinds.toml`.
        capture: Where the words stand.
        start: First code point of the words in the text as read.
        end: One past the last.
        quote: The words.
        reader: Which extractor, recipe or editor, and its version: ``english/3``.
        because: The rule or score that made the reader say so.
        when: The date, as written and as read; None if the words give none.
        where: Place as written; "" if the words give none.
        what: Office, relation, charge, sentence, title ... as read.
        written: The same as the source writes it; "" where it is no different.
        group: Organisation, party or body, for kinds that have one.
        roles: Other human beings.
        modality: How far the author vouches for it.
        voice: Who says it, where that is not the source's author, in words.
        speaker: The same as a mention, where one shows it.
        standing: Sure, or proposed for review.
    """

    id: StatementId
    subject: MentionId
    kind: str
    capture: CaptureId
    start: int
    end: int
    quote: str
    reader: str
    because: str = ""
    when: When | None = None
    where: str = ""
    what: str = ""
    written: str = ""
    group: str = ""
    roles: tuple[Role, ...] = ()
    modality: Modality = Modality.ASSERTED
    voice: str = ""
    speaker: MentionId | None = None
    standing: Standing = Standing.SURE

    @staticmethod
    def key(  # the parts an identifier is made of
        subject: MentionId, kind: str, start: int, end: int, quote: str, reader: str
    ) -> StatementId:
        """Make the identifier of a statement from what it is made of."""
        return StatementId(
            content_id("st", subject, kind, f"{start}-{end}", quote, reader)
        )

    @property
    def counts(self) -> bool:
        """Tell whether it may support a finding as a fact: sure and vouched for."""
        return self.standing is Standing.SURE and self.modality is Modality.ASSERTED
