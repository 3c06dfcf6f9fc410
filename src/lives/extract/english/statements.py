"""Sentences into statements: lay out each, read it, and write down what it says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from lives.extract.english.actions import actions, works
from lives.extract.english.assertions import assertions
from lives.extract.english.chunks import Chunker
from lives.extract.english.clauses import clauses
from lives.extract.english.draft import Draft
from lives.extract.english.frames import frames
from lives.extract.english.identities import identities
from lives.extract.english.lifespans import lifespans
from lives.extract.english.prose import Prose, Sentence
from lives.extract.english.quotes import Quotation
from lives.extract.english.scene import Scene
from lives.extract.english.why import because
from lives.model.ids import CaptureId, MentionId
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Standing, Statement
from lives.model.when import When

Dated = Sequence[tuple[int, int, When]]


class StatementReader:
    """Reads the statements of one document.

    Args:
        prose: The document's sentences.
        capture: The bytes they come from.
        mentions: Every mention of a person in it, in order of place.
        dates: Spans with their dates, in order of place.
        quotations: Where others speak, in order of place.
        reader: Name and version written into each statement.
    """

    def __init__(  # all that is known of a document
        self,
        prose: Prose,
        capture: CaptureId,
        mentions: Sequence[Mention],
        dates: Dated,
        quotations: Sequence[Quotation],
        reader: str,
    ) -> None:
        self._prose = prose
        self._capture = capture
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._by_id: Mapping[MentionId, Mention] = {m.id: m for m in mentions}
        self._dates = dates
        self._date_starts = [start for start, _, _ in dates]
        self._quotations = quotations
        self._quote_starts = [q.start for q in quotations]
        self._reader = reader
        self._chunker = Chunker(frames().forms, frames().bases)

    def read(self) -> Iterator[Statement]:
        """Yield the statements of the document in order of place."""
        for sentence in self._prose.sentences:
            if sentence.heading:
                continue
            scene = self._scene(sentence)
            if scene.of:
                drafts = [
                    *lifespans(scene),
                    *identities(scene),
                    *actions(scene),
                    *works(scene),
                    *assertions(scene),
                ]
                drafts.sort(key=lambda d: (d.start, d.end, d.kind, d.subject.id))
                yield from self._written(drafts)

    def _scene(self, sentence: Sentence) -> Scene:
        inside = self._mentions[
            bisect_left(self._starts, sentence.start) : bisect_left(
                self._starts, sentence.end
            )
        ]
        dated = self._dates[
            bisect_left(self._date_starts, sentence.start) : bisect_left(
                self._date_starts, sentence.end
            )
        ]
        spans = [(start, end) for start, end, _ in dated]
        chunks = self._chunker.cut(sentence, inside, spans) if inside else []
        starts = {start: when for start, _, when in dated}
        found = clauses(chunks)
        text = self._prose.text
        return Scene(text, sentence, chunks, found, starts, self._by_id, inside)

    def _written(self, drafts: Sequence[Draft]) -> Iterator[Statement]:
        seen: set[tuple[str, str, int, str]] = set()
        for draft in drafts:
            key = (draft.subject.id, draft.kind, draft.start, draft.what)
            if key not in seen:
                seen.add(key)
                yield self._statement(draft)

    def _statement(self, draft: Draft) -> Statement:
        stance = draft.stance
        modality, voice, speaker = stance.modality, stance.voice, stance.speaker
        quotation = self._quoted(draft.start)
        if quotation is not None:
            voice, speaker = voice or quotation.voice, speaker or quotation.speaker
            if modality is Modality.ASSERTED:
                modality = Modality.REPORTED
        text, start, end = self._prose.text, draft.start, draft.end
        quote = text[start:end]
        subject = draft.subject.id
        keep_group = kinds()[draft.kind].group
        return Statement(
            id=Statement.key(subject, draft.kind, start, end, quote, self._reader),
            subject=subject,
            kind=draft.kind,
            capture=self._capture,
            start=start,
            end=end,
            quote=quote,
            reader=self._reader,
            because=because(draft, quotation),
            when=draft.when,
            where=draft.where,
            what=draft.what,
            group=draft.group if keep_group else "",
            roles=draft.roles,
            modality=modality,
            voice=voice,
            speaker=speaker,
            standing=Standing.SURE if draft.sure else Standing.PROPOSED,
        )

    def _quoted(self, at: int) -> Quotation | None:
        before = bisect_right(self._quote_starts, at) - 1
        if before >= 0 and at < self._quotations[before].end:
            return self._quotations[before]
        return None
