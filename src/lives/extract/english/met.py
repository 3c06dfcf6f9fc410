"""Whom the sentences of a document have meant so far, while they are read in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lives.extract.english.entities import Cast, Entity
from lives.extract.english.grammar import place
from lives.extract.english.learned.parse import Parse
from lives.extract.english.mentions import Placed
from lives.extract.english.nearby import Nearby
from lives.extract.english.nominals import Described
from lives.extract.english.plurals import Plurals
from lives.extract.english.prose import Prose
from lives.extract.english.spoken import Spoken
from lives.extract.english.traces import Kind, Trace, part_of, part_of_pronoun
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Mention, MentionKind


@dataclass(slots=True)
class Met:
    """What is known while the sentences are read in order.

    Attributes:
        prose: The text.
        capture: The bytes it was read from.
        cast: Everyone met.
        near: Mentions by name, and groups of people.
        speech: Where direct speech stands.
        unsure: Where words that may be a name end, by sentence and first token.
        parses: The parse of every sentence; () where syntax is not read.
        traces: Where people were meant, for the latest sentences.
        found: Pronouns and nominals resolved.
        relations: What a named mention is to another mention.
        same: A named mention's entity, where it names someone met unnamed.
        plurals: Where several people were meant.
        kin: Who is someone's wife, by head and noun; and the sentence.
        described: What people have been said to be.
    """

    prose: Prose
    capture: CaptureId
    cast: Cast
    near: Nearby
    speech: Spoken
    unsure: Mapping[tuple[int, int], int]
    parses: Sequence[Parse] = ()
    traces: dict[int, list[Trace]] = field(default_factory=dict)
    found: list[Placed] = field(default_factory=list)
    relations: dict[MentionId, tuple[str, MentionId]] = field(default_factory=dict)
    same: dict[MentionId, tuple[MentionId, str]] = field(default_factory=dict)
    kin: dict[tuple[MentionId, str], tuple[Entity, int]] = field(default_factory=dict)
    described: Described = field(default_factory=Described)
    plurals: Plurals = field(default_factory=Plurals)

    def situated(self, trace: Trace, number: int) -> Trace:
        """Note in which paragraph and quotation someone was meant."""
        trace.block = self.prose.sentences[number].block
        trace.quotation = self.speech.quotation(number, trace.first)
        trace.long = trace.quotation in self.speech.long
        if self.parses:
            trace.place = place(self.parses[number], trace.first, trace.last)
        return trace

    def entity(self, mention: Mention) -> Entity:
        """Return whom a mention by name means."""
        return self.cast.by_head[mention.antecedent or mention.id]

    def enter(
        self, mention: Mention, number: int, first: int, last: int, entity: Entity
    ) -> None:
        """Note a pronoun or noun that means someone."""
        tokens = self.prose.sentences[number].tokens
        self.found.append(Placed(mention, number, first, last))
        pronoun = mention.kind is MentionKind.PRONOUN
        kind = Kind.PRONOUN if pronoun else Kind.NOMINAL
        part = (
            part_of_pronoun(tokens, first) if pronoun else part_of(tokens, first, last)
        )
        trace = Trace(entity, mention.id, first, last, part, kind)
        self.traces[number].append(self.situated(trace, number))
        entity.count += 1
