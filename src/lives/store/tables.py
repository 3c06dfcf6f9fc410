"""The derived tables: written by one stage each, read by the later ones."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.extracted import Extracted
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId, StatementId
from lives.model.life import Conflict, Life
from lives.model.mention import Mention
from lives.model.passage import Block, TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Source
from lives.model.statement import Statement
from lives.store import rows
from lives.store.fingerprint import fingerprints
from lives.store.names import NamesFiled
from lives.store.packed import Packed, batches, packed, write_packs
from lives.store.places import Places
from lives.store.resolved import Resolved
from lives.store.sqlite import Database, Row

# Each stands before what it points at.
_FOUND = ("statement", "mention", "claim", "citation", "event", "refusal")
_EXTRACTED = ("named", "names_filed", *_FOUND, "extraction")
_RESOLVED = (
    "redirect",
    "member",
    "label_word",
    "person",
    "judgement",
    "decided",
    "question",
)
_RECEIVED = ("block", "reading", "capture", "source")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an archive holds; statements are the sure ones."""

    sources: int
    captures: int
    mentions: int
    statements: int
    proposed: int
    persons: int
    findings: int
    conflicts: int
    questions: int


class Tables(Resolved):
    """Nouns in, nouns out. One method a question; the questions are in `sql/`."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._names = NamesFiled(db)
        self.places = Places(db)

    @property
    def names(self) -> NamesFiled:
        """Return the names by their words, all of them filed."""
        self._names.file()
        return self._names

    # --- intake ---------------------------------------------------------------

    def write_source(self, source: Source) -> None:
        """Record a source, or what is newly known of one."""
        self._db.tell("write_source", [rows.source_row(source)])

    def write_capture(self, capture: Capture, seq: int, read: TextAsRead) -> None:
        """Record a capture, and what was read of it."""
        key = capture.id
        row = (
            key,
            capture.source,
            capture.name,
            capture.media,
            capture.size,
            capture.recipe,
            seq,
        )
        notes = rows.compact(read.notes)
        self._db.tell("write_capture", [row])
        reading = (key, read.text, read.reader, read.language, notes)
        self._db.tell("write_reading", [reading])
        self._db.tell("write_block", (rows.block_row(key, b) for b in read.blocks))

    def forget_capture(self, capture: CaptureId) -> None:
        """Forget a capture with all that was read and extracted of it."""
        with self._db.transaction():
            self._forget_extracted(capture)
            for table in _RECEIVED[:-1]:
                self._db.tell(f"forget_{table}", [(capture,)])

    def _forget_extracted(self, capture: CaptureId) -> None:
        self.forget_resolved()  # it rests on mentions that are going
        for table in _EXTRACTED:
            self._db.tell(f"forget_{table}", [(capture,)])

    def forget_sources_without_captures(self) -> None:
        """Forget sources of which no capture is left."""
        self._db.tell("forget_sources_without_captures", [()])

    def sources(self) -> dict[SourceId, Source]:
        """Return every source."""
        found = map(rows.source_from, self._db.ask("sources"))
        return {source.id: source for source in found}

    def captures(self) -> list[Capture]:
        """Return every capture in the order of receipt."""
        return [rows.capture_from(row) for row in self._db.ask("captures")]

    def text(self, capture: CaptureId) -> str:
        """Return a capture's text as read."""
        return str(next(self._db.ask("text", [capture]))[0])

    def reading(self, capture: CaptureId) -> TextAsRead:
        """Return a capture's text with its blocks."""
        text, reader, language, notes = next(self._db.ask("reading", [capture]))
        blocks = tuple(self.blocks(capture))
        return TextAsRead(text, blocks, reader, language, tuple(json.loads(notes)))

    def blocks(self, capture: CaptureId) -> Iterator[Block]:
        """Yield the blocks of a capture in order."""
        return map(rows.block_from, self._db.ask("blocks", [capture]))

    # --- extract --------------------------------------------------------------

    def extraction(self, capture: CaptureId) -> tuple[str, str] | None:
        """Return by which reader and recipe a capture was extracted, if it was."""
        row = next(self._db.ask("extraction", [capture]), None)
        return None if row is None else (row[0], row[1])

    def replace_extraction(
        self,
        capture: CaptureId,
        reader: str,
        recipe: str,
        found: Iterable[Extracted],
    ) -> None:
        """Put what an extractor found in the place of what stood there."""
        self.replace_rows(capture, (reader, recipe), map(packed, batches(found)))

    def replace_rows(
        self,
        capture: CaptureId,
        reader: tuple[str, str],
        packs: Iterable[Packed],
        about: int = 0,
    ) -> None:
        """Do the same with rows, of a list of about so many; by reader and recipe."""
        with self._db.transaction():
            self._forget_extracted(capture)
            self._db.tell("write_extraction", [(capture, *reader)])
            write_packs(self._db, packs, about)
            self._names.file()

    def mentions(self, capture: CaptureId | None = None) -> Iterator[Mention]:
        """Yield mentions by capture in order of receipt, then by place."""
        if capture is None:
            return map(rows.mention_from, self._db.ask("mentions"))
        return map(rows.mention_from, self._db.ask("mentions_of", [capture]))

    def statements(self, capture: CaptureId | None = None) -> Iterator[Statement]:
        """Yield statements by capture in order of receipt, then by place."""
        if capture is None:
            return map(rows.statement_from, self._db.ask("statements"))
        return map(rows.statement_from, self._db.ask("statements_of", [capture]))

    def claims(self) -> Iterator[AggregateClaim]:
        """Yield aggregate claims by capture in order of receipt, then by place."""
        return map(rows.claim_from, self._db.ask("claims"))

    def citations(self) -> Iterator[Citation]:
        """Yield citations by capture in order of receipt, then by place."""
        return map(rows.citation_from, self._db.ask("citations"))

    def events(self) -> Iterator[DatedEvent]:
        """Yield dated events by capture in order of receipt, then by place."""
        return map(rows.event_from, self._db.ask("events"))

    def mention(self, key: MentionId) -> Mention | None:
        """Return one mention, or None when there is none of this identifier."""
        row = next(self._db.ask("mention_by_id", [key]), None)
        return None if row is None else rows.mention_from(row)

    def statements_of_mention(self, mention: MentionId) -> list[Statement]:
        """Return the statements about one mention by place."""
        found = self._db.ask("statements_of_mention", [mention])
        return [rows.statement_from(row) for row in found]

    def claim(self, key: str) -> AggregateClaim | None:
        """Return one aggregate claim, or None."""
        row = next(self._db.ask("claim_by_id", [key]), None)
        return None if row is None else rows.claim_from(row)

    def citation(self, key: str) -> Citation | None:
        """Return one citation, or None."""
        row = next(self._db.ask("citation_by_id", [key]), None)
        return None if row is None else rows.citation_from(row)

    def event(self, key: str) -> DatedEvent | None:
        """Return one dated event, or None."""
        row = next(self._db.ask("event_by_id", [key]), None)
        return None if row is None else rows.event_from(row)

    def statement(self, key: StatementId) -> Statement | None:
        """Return one statement, or None when there is none of this identifier."""
        row = next(self._db.ask("statement", [key]), None)
        return None if row is None else rows.statement_from(row)

    def statements_beginning(self, letters: str) -> list[StatementId]:
        """Return the first dozen identifiers of statements that begin so."""
        last = f"{letters}\x7f"  # after every letter that an identifier has
        found = self._db.ask("statements_beginning", [letters, last])
        return [StatementId(row[0]) for row in found]

    # --- resolve --------------------------------------------------------------

    def forget_resolved(self) -> None:
        """Empty the tables of resolve, and those of compose that rest on them."""
        self.forget_composed()
        for table in _RESOLVED:
            self._db.tell(f"forget_{table}", [()])

    def write_persons(self, persons: Iterable[Person]) -> None:
        """Record persons and their mentions."""
        self._write_persons(persons)
        self._names.file_labels()

    def mentions_about(self, person: PersonId) -> list[Mention]:
        """Return the mentions of one person in order of receipt."""
        found = self._db.ask("mentions_about", [person])
        return [rows.mention_from(row) for row in found]

    def statements_about(self, person: PersonId) -> list[Statement]:
        """Return the statements about one person in the order of the mentions."""
        found = self._db.ask("statements_about", [person])
        return [rows.statement_from(row) for row in found]

    # --- compose --------------------------------------------------------------

    def statements_by_person(self) -> Iterator[tuple[PersonId, list[Statement]]]:
        """Yield each person with the statements about him or her, person by person."""
        found = self._db.ask("statements_by_person")
        for person, group in groupby(found, key=itemgetter(0)):
            yield (
                PersonId(person),
                [rows.statement_from(row[1:]) for row in group],
            )

    def forget_composed(self) -> None:
        """Empty the tables of compose."""
        for table in ("bearing", "finding", "conflict", "witness", "place_read"):
            self._db.tell(f"forget_{table}", [()])

    def write_witnesses(self, found: Iterable[tuple[str, str, str]]) -> None:
        """Record which sources are one witness: source, witness, because."""
        self._db.tell("write_witness", found)

    def write_lives(self, lives: Iterable[Life]) -> None:
        """Record findings, what bears on them, and conflicts."""
        for batch in batches(lives):
            findings = [finding for life in batch for finding in life.findings]
            self._db.tell("write_finding", map(rows.finding_row, findings))
            self._db.tell(
                "write_bearing",
                (
                    (f.person, f.ordinal, side, i, statement)
                    for f in findings
                    for side, group in (("support", f.support), ("dissent", f.dissent))
                    for i, statement in enumerate(group)
                ),
            )
            self.write_conflicts(c for life in batch for c in life.conflicts)

    def write_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Record disagreements."""
        self._db.tell("write_conflict", map(rows.conflict_row, conflicts))

    def witnesses(self) -> dict[SourceId, tuple[SourceId, str]]:
        """Return, for each source, its witness and why."""
        found = self._db.ask("witnesses")
        return {SourceId(s): (SourceId(w), because) for s, w, because in found}

    def findings_resting_on(self, statement: StatementId) -> list[Row]:
        """Return the findings a statement bears on, as (person, ordinal, side)."""
        return list(self._db.ask("findings_resting_on", [statement]))

    def conflict(self, key: str) -> Conflict | None:
        """Return one conflict, or None."""
        row = next(self._db.ask("conflict_by_id", [key]), None)
        return None if row is None else rows.conflict_from(row)

    def conflicts(self) -> Iterator[Conflict]:
        """Yield every conflict, person by person."""
        return map(rows.conflict_from, self._db.ask("conflicts"))

    def lives(self, person: PersonId | None = None) -> Iterator[Life]:
        """Yield the life of every person who has findings, or of one person."""
        asked = [] if person is None else [person]
        suffix = "" if person is None else "_of"
        bearings: dict[PersonId, dict[tuple[int, str], list[StatementId]]] = {}
        for who, ordinal, side, statement in self._db.ask(f"bearings{suffix}", asked):
            of_person = bearings.setdefault(PersonId(who), {})
            of_person.setdefault((ordinal, side), []).append(StatementId(statement))
        conflicts: dict[PersonId, list[Conflict]] = {}
        for row in self._db.ask(f"conflicts{suffix}", asked):
            conflict = rows.conflict_from(row)
            conflicts.setdefault(conflict.person, []).append(conflict)
        found = self._db.ask(f"findings{suffix}", asked)
        for who, group in groupby(found, key=itemgetter(0)):
            key = PersonId(who)
            sides = bearings.get(key, {})
            findings = tuple(
                rows.finding_from(
                    row,
                    tuple(sides.get((row[1], "support"), ())),
                    tuple(sides.get((row[1], "dissent"), ())),
                )
                for row in group
            )
            yield Life(key, findings, tuple(conflicts.get(key, ())))

    # --- everything -----------------------------------------------------------

    def fingerprints(self) -> dict[str, str]:
        """Return a digest for every part of what was derived."""
        return fingerprints(self._db)

    def counts(self) -> Counts:
        """Return how much the archive holds."""
        return Counts(*next(self._db.ask("counts")))

    def forget_everything(self) -> None:
        """Empty every derived table: the first half of a rebuild."""
        with self._db.transaction():
            self.forget_resolved()
            for table in (*_EXTRACTED, "word_key", "word", *_RECEIVED):
                self._db.tell(f"forget_all_{table}", [()])
