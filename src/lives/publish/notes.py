"""Sentences with their evidence: findings as a page tells them, passages numbered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from lives.model.event import DatedEvent
from lives.model.ids import MentionId, PersonId, SourceId, StatementId
from lives.model.life import Act, Finding, Status
from lives.model.source import Rights, Source
from lives.model.statement import Statement
from lives.publish.gate import Gate
from lives.publish.layout import tongue
from lives.publish.pages import Pages
from lives.publish.ties import Tie
from lives.publish.units import Remarks
from lives.publish.wording import (
    AS_SAID,
    Piece,
    phrases,
    pieces,
    roles,
    tells_of_none,
)
from lives.study.cohorts import Cohort


@dataclass(frozen=True, slots=True)
class Memorial:
    """What every page draws on."""

    gate: Gate
    pages: Pages
    labels: dict[PersonId, str]
    person_of: dict[MentionId, PersonId]
    ties: dict[PersonId, list[Tie]]
    sources: dict[SourceId, Source]
    remarks: Remarks
    cohorts: Mapping[str, Cohort] = field(default_factory=dict)
    language: str = "en"

    def source(self, said: Statement | DatedEvent) -> Source:
        """Return the work that something stands in."""
        return self.gate.source(said.capture)

    def events(self) -> dict[str, DatedEvent]:
        """Return the dated events that disagree."""
        found = chain.from_iterable(self.remarks.values())
        return {one.id: one for one in found if isinstance(one, DatedEvent)}

    def named(self, mention: MentionId) -> Piece:
        """Name the person a mention stands for."""
        person = self.person_of.get(mention)
        return Piece(self.labels[person], person) if person else Piece("")


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered passage with its source.

    Attributes:
        number: As it is shown, from 1.
        quote: The words as far as they may be shown.
        closed: They may not be shown at all.
        language: Of the source, BCP 47.
        source: The work.
        locator: Page or row; "" where nothing tells.
        href: Where the passage stands in the memorial, from the folder `p/`.
        voice: Who says it, where that is not the author.
    """

    number: int
    quote: str
    closed: bool
    language: str
    source: Source
    locator: str
    href: str
    voice: str


@dataclass(frozen=True, slots=True)
class Against:
    """Something that disagrees with a finding."""

    said: list[Piece]
    note: Note


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody named in a life, or in whose life its person is named."""

    piece: Piece
    what: str
    notes: list[Note]
    doubt: str = ""  # in words, where no source vouches for it


@dataclass(frozen=True, slots=True)
class Told:
    """One finding as the page tells it.

    Attributes:
        said: The sentence.
        status: How firmly it stands, in words.
        notes: Its evidence.
        against: What disagrees with it.
        doubt: It is disputed, denied or not vouched for.
        mirrored: The same tie as it is told of the other person.
    """

    said: list[Piece]
    status: str
    notes: list[Note]
    against: list[Against] = field(default_factory=list)
    doubt: bool = False
    mirrored: Relation | None = None

    @property
    def words(self) -> str:
        """Return the sentence without its links."""
        return "".join(piece.words for piece in self.said)


class Desk:
    """Numbers the passages of one page in the order in which they are first used."""

    def __init__(self, memorial: Memorial, person: PersonId) -> None:
        self.memorial = memorial
        said = memorial.gate.statements_about(person)
        self.said = {statement.id: statement for statement in said}
        self.notes: dict[tuple[str, int, int], Note] = {}
        self._told: dict[int, Told] = {}

    def note(self, key: StatementId) -> Note | None:
        """Return the note of a statement; None where the gate keeps it back."""
        statement = self.said.get(key) or self.memorial.gate.statement(key)
        return None if statement is None else self._placed(statement)

    def of_events(self, events: Iterable[DatedEvent]) -> list[Note]:
        """Return the notes of some dated events, each passage once."""
        found = (self._placed(event) for event in events)
        return list({note.number: note for note in found}.values())

    def _placed(self, said: Statement | DatedEvent) -> Note:
        place = (said.capture, said.start, said.end)
        if place not in self.notes:
            self.notes[place] = self._note(said)
        return self.notes[place]

    def numbered(self, statements: Iterable[StatementId]) -> list[Note]:
        """Return the notes of some statements, each passage once."""
        found = (self.note(key) for key in statements)
        return list({note.number: note for note in found if note}.values())

    def _note(self, said: Statement | DatedEvent) -> Note:
        pages, source = self.memorial.pages, self.memorial.source(said)
        file = pages.file(said.capture, said.start)
        return Note(
            number=len(self.notes) + 1,
            quote=" ".join(said.quote.split()),
            closed=source.rights is Rights.CLOSED,
            language=source.language,
            source=source,
            locator=pages.locator(said.capture, said.start),
            href=f"../s/{file}#{said.id}",
            voice=said.voice if isinstance(said, Statement) else "",
        )

    def told(self, finding: Finding) -> Told:
        """Say a finding with its evidence and with what disagrees."""
        if finding.ordinal not in self._told:
            self._told[finding.ordinal] = self._tell(finding)
        return self._told[finding.ordinal]

    def _tell(self, finding: Finding) -> Told:
        language = self.memorial.language
        support = [self.said[key] for key in finding.support if key in self.said]
        names = roles(support, self.memorial.named)
        notes = self.numbered(finding.support)
        against = []
        for key in finding.dissent:
            note, statement = self.note(key), self.said.get(key)
            if note and statement:
                against.append(Against(self.as_said(statement), note))
        return Told(
            pieces(_readable(finding, support), names, language, _quotes(support)),
            status_words(finding, language),
            notes,
            against,
            doubt=finding.status not in {Status.AGREED, Status.SINGLE}
            and not tells_of_none(finding, language),
        )

    def undated(self, finding: Finding) -> str:
        """Say a finding without its date, which stands beside it."""
        support = [self.said[key] for key in finding.support if key in self.said]
        shown = _readable(replace(finding, when=None), support)
        names = roles(support, self.memorial.named)
        said = pieces(shown, names, self.memorial.language, _quotes(support))
        return "".join(piece.words for piece in said)

    def as_said(self, statement: Statement) -> list[Piece]:
        """Say what one statement says, for itself."""
        finding = Finding(
            person=self.memorial.person_of[statement.subject],
            kind=statement.kind,
            ordinal=0,
            act=Act.DURING,
            status=AS_SAID[statement.modality],
            witnesses=1,
            support=(statement.id,),
            when=statement.when,
            where=statement.where,
            what=statement.what,
            group=statement.group,
        )
        names = roles([statement], self.memorial.named)
        quotes = _quotes([statement])
        return pieces(finding, names, self.memorial.language, quotes)


def _readable(finding: Finding, support: Iterable[Statement]) -> Finding:
    """Take a place, office or body in Latin letters where a source gives it so.

    The statements agree, so that this is the same place in letters that a reader of
    the page knows; what another source writes stands in the notes.
    """
    said = list(support)

    def readable(words: str, told: Iterable[str]) -> str:
        if not tongue(words):
            return words
        return next((other for other in told if other and not tongue(other)), words)

    return replace(
        finding,
        where=readable(finding.where, (s.where for s in said)),
        what=readable(finding.what, (s.what for s in said)),
        group=readable(finding.group, (s.group for s in said)),
    )


def _quotes(support: Iterable[Statement]) -> list[str]:
    return [statement.quote for statement in support]


def status_words(finding: Finding, language: str) -> str:
    """Say how firmly a finding stands, with the number of its witnesses."""
    none = tells_of_none(finding, language)
    status = Status.SINGLE if none else finding.status
    words = str(phrases(language)["status"][status.value])
    if finding.status is Status.AGREED:
        return f"{finding.witnesses} {words}"
    return words
