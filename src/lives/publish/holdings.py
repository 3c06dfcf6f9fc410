"""What publishing reads: the archive's tables, or what the gate lets through of them.

Exporters and pages are written against this, so that they cannot tell the one from
the other, and nothing published can reach around the gate.
"""

from collections.abc import Iterator
from typing import Protocol

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId, StatementId
from lives.model.judgement import Judgement
from lives.model.life import Conflict, Life
from lives.model.mention import Mention
from lives.model.passage import TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Source
from lives.model.statement import Statement


class Holdings(Protocol):
    """Nouns in a fixed order: the same archive always yields the same sequence."""

    def sources(self) -> dict[SourceId, Source]:
        """Return every source."""
        ...

    def witnesses(self) -> dict[SourceId, tuple[SourceId, str]]:
        """Return, for each source, its witness and why."""
        ...

    def captures(self) -> list[Capture]:
        """Return every capture in the order of receipt."""
        ...

    def mentions(self, capture: CaptureId | None = None) -> Iterator[Mention]:
        """Yield mentions by place."""
        ...

    def statements(self, capture: CaptureId | None = None) -> Iterator[Statement]:
        """Yield statements by place."""
        ...

    def statement(self, key: StatementId) -> Statement | None:
        """Return one statement."""
        ...

    def claims(self) -> Iterator[AggregateClaim]:
        """Yield aggregate claims by place."""
        ...

    def citations(self) -> Iterator[Citation]:
        """Yield citations by place."""
        ...

    def events(self) -> Iterator[DatedEvent]:
        """Yield dated events by place."""
        ...

    def persons(self) -> Iterator[Person]:
        """Yield persons in order of their label."""
        ...

    def person_of(self) -> dict[MentionId, PersonId]:
        """Return who each mention is."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Yield what machines judged of two mentions."""
        ...

    def decided(self) -> Iterator[Judgement]:
        """Yield what people judged of two mentions."""
        ...

    def mentions_about(self, person: PersonId) -> list[Mention]:
        """Return the mentions of one person."""
        ...

    def statements_about(self, person: PersonId) -> list[Statement]:
        """Return the statements about one person."""
        ...

    def statements_by_person(self) -> Iterator[tuple[PersonId, list[Statement]]]:
        """Yield each person of whom anything is said, with all of it."""
        ...

    def lives(self, person: PersonId | None = None) -> Iterator[Life]:
        """Yield the life of one person, or of everyone who has findings."""
        ...

    def conflicts(self) -> Iterator[Conflict]:
        """Yield every conflict, person by person."""
        ...


class Texts(Holdings, Protocol):
    """Holdings with the texts themselves, which no exporter is given."""

    def reading(self, capture: CaptureId) -> TextAsRead:
        """Return a capture's text with its blocks."""
        ...

    def holding_of(self, person: PersonId) -> list[Judgement]:
        """Return the machine judgements on which one person rests."""
        ...

    def decided_about(self, person: PersonId) -> list[Judgement]:
        """Return what people judged about the mentions of a person."""
        ...
