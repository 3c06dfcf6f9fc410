"""Sentences into statements: lay out each, read it, and write down what it says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.actions import actions, works
from lives.extract.english.allegations import allegations
from lives.extract.english.assertions import assertions
from lives.extract.english.chunks import Chunker
from lives.extract.english.clauses import clauses
from lives.extract.english.dating import Dating
from lives.extract.english.dating_inherited import Story, inherited
from lives.extract.english.draft import Draft
from lives.extract.english.entries import completed, entries, headword
from lives.extract.english.frames import frames
from lives.extract.english.identities import identities
from lives.extract.english.learned.parse import Parse
from lives.extract.english.lifespans import lifespans
from lives.extract.english.naming import named
from lives.extract.english.parsed import parsed_clauses
from lives.extract.english.placing import Whereabouts, placed
from lives.extract.english.prose import Prose, Sentence
from lives.extract.english.quotes import Quotation
from lives.extract.english.scene import Scene
from lives.extract.english.terms import terms
from lives.extract.english.tree import Tree
from lives.extract.english.why import because
from lives.model.ids import CaptureId, MentionId
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Standing, Statement


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a document before its statements are read.

    Attributes:
        mentions: Every mention of a person, in order of place.
        dating: The dates of its words and of its entries.
        quotations: Where others speak, in order of place.
        parses: The parse of every sentence; () where syntax is not read.
    """

    mentions: Sequence[Mention]
    dating: Dating
    quotations: Sequence[Quotation]
    parses: Sequence[Parse] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A second look at one sentence.

    Attributes:
        number: Of the sentence in the document, from 0.
        scene: The sentence laid out.
        said: What it says.
    """

    number: int
    scene: Scene
    said: tuple[Statement, ...]


class StatementReader:
    """Reads the statements of one document.

    Args:
        prose: The document's sentences.
        capture: The bytes they come from.
        seen: What was seen in it.
        reader: Name and version written into each statement.
    """

    def __init__(
        self, prose: Prose, capture: CaptureId, seen: Seen, reader: str
    ) -> None:
        self._prose = prose
        self._capture = capture
        self._mentions = seen.mentions
        self._starts = [m.start for m in seen.mentions]
        self._by_id: Mapping[MentionId, Mention] = {m.id: m for m in seen.mentions}
        self._dates = seen.dating.dates
        self._date_starts = [date.start for date in seen.dating.dates]
        self._entries = seen.dating.certain
        self._quotations = seen.quotations
        self._quote_starts = [q.start for q in seen.quotations]
        self._reader = reader
        starts = (sentence.start for sentence in prose.sentences)
        self._parses = dict(zip(starts, seen.parses, strict=False))
        self._chunker = Chunker(frames().forms, frames().bases)

    def read(self) -> Iterator[Statement]:
        """Yield the statements of the document in order of place."""
        for _, _, drafts in self._walk():
            yield from self._written(drafts)

    def look(self, place: int) -> Look | None:
        """Return what is seen where a code point stands; None in no sentence.

        What comes before is read too, for a sentence may hang on it.
        """
        for at, scene, drafts in self._walk():
            if place < scene.sentence.end:
                here = scene.sentence.start <= place
                return Look(at, scene, tuple(self._written(drafts))) if here else None
        return None

    def _walk(self) -> Iterator[tuple[int, Scene, Sequence[Draft]]]:
        """Yield every sentence that is no heading: its number, and what it says."""
        block, headed = -1, None
        story, whereabouts = Story(), Whereabouts()
        for at, sentence in enumerate(self._prose.sentences):
            if sentence.heading:
                continue
            scene = self._scene(sentence)
            if sentence.block != block:
                block, headed = sentence.block, None
            headed = headword(scene, headed) if scene.of else headed
            if headed is not None:
                scene = self._headed(scene, headed)
            drafts: list[Draft] = []
            if scene.of or headed:
                drafts = placed(scene, _drafts(scene), whereabouts)
                if self._entries[at]:
                    story.when = None  # the head of the entry dates what follows it
                else:
                    drafts = inherited(scene, drafts, story, at)
            elif scene.dates:
                story.when = None
            yield at, scene, drafts

    def _scene(self, sentence: Sentence, *, always: bool = False) -> Scene:
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
        spans = [(date.start, date.end) for date in dated]
        parse = self._parses.get(sentence.start)
        chunks = (
            named(self._chunker.cut(sentence, inside, spans, parse))
            if inside or always
            else []
        )
        starts = {date.start: date.when for date in dated}
        found = clauses(chunks)
        tree = Tree(chunks, parse, sentence.tokens) if parse and chunks else None
        if tree is not None:
            found = parsed_clauses(tree, found)
        text = self._prose.text
        return Scene(
            text, sentence, chunks, found, starts, self._by_id, inside, tree=tree
        )

    def _headed(self, scene: Scene, headed: Mention) -> Scene:
        """Lay out a sentence as part of an entry."""
        if not scene.chunks:
            scene = self._scene(scene.sentence, always=True)
        scene = replace(scene, headed=headed)
        return replace(scene, clauses=completed(scene))

    def _written(self, drafts: Sequence[Draft]) -> Iterator[Statement]:
        seen: set[tuple[str, str, int | str]] = set()
        for draft in drafts:
            # A description may be seen by token order and by the tree.
            key = (draft.subject.id, draft.kind, draft.what or draft.start)
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


def _drafts(scene: Scene) -> list[Draft]:
    """Return what a sentence says, in order of place."""
    drafts = [
        *lifespans(scene),
        *entries(scene),
        *identities(scene),
        *actions(scene),
        *works(scene),
        *terms(scene),
        *assertions(scene),
        *allegations(scene),
    ]
    return sorted(drafts, key=lambda d: (d.start, d.end, d.kind, d.subject.id))
