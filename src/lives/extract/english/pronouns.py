"""Whom pronouns and nominals mean, sentence by sentence; the unclear are left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.english.antecedents import Question, ask
from lives.extract.english.entities import Entity
from lives.extract.english.grammar import describes, place
from lives.extract.english.mentions import Placed
from lives.extract.english.nominals import Meant, of_two
from lives.extract.english.plurals import (
    PLURAL,
    Phrase,
    Several,
    couple,
    crowds_in,
    headed,
    phrases,
)
from lives.extract.english.prose import Token
from lives.extract.english.ranker import Choice, Ranker, ranker
from lives.extract.english.relatives import Owner, Relatives
from lives.extract.english.strangers import stranger, strangers
from lives.extract.english.together import leads
from lives.extract.english.traces import (
    BACK,
    SINGULAR,
    Kind,
    Point,
    Trace,
    is_address,
    named_trace,
    owns,
    part_of_pronoun,
)
from lives.model.mention import Gender, Mention, MentionKind

_SHOWS = 0.85  # probability from which a pronoun shows whether someone is a woman


@dataclass(slots=True)
class Walk(Relatives):
    """Reads every sentence in order."""

    def read(self) -> None:
        """Read every sentence."""
        for number in range(len(self.prose.sentences)):
            self._sentence(number)

    def _sentence(self, number: int) -> None:
        tokens = self.prose.sentences[number].tokens
        here = [
            named_trace(tokens, placed, self.entity(placed.mention))
            for placed in self.near.names.get(number, ())
        ]
        self.traces[number] = [self.situated(t, number) for t in here]
        self.traces.pop(number - BACK - 1, None)
        unknown = strangers(tokens, number, here)
        self._nominals(number, [t for t in unknown if not self._told(number, t)])
        others = [self.situated(t, number) for t in self._unsure(number)]
        self.traces[number].extend(others)
        self.plurals.begin(
            number, self.prose.sentences[number].block, self._plurals(number)
        )
        counted = {phrase.first: phrase for phrase in phrases(tokens)}
        for i, token in enumerate(tokens):
            if token.lower in SINGULAR and not is_address(tokens, i):
                self._singular(number, i)
            elif token.lower in PLURAL:
                self._plural(number, i)
            elif i in counted:
                self._counted(number, counted[i])
            elif token.lower in ("'s", "'", "’"):
                self.possessive(number, i)
            elif token.lower == "of":
                self.of(number, i)
            elif token.lower == "whose":
                self._whose(number, i, here)
            elif token.lower in ("had", "has"):
                owner = next((t for t in here if t.last == i - 1), None)
                if owner is not None and not owner.owner:
                    self.had(number, i, Owner(owner.entity, owner.mention))

    def _whose(self, number: int, i: int, here: Sequence[Trace]) -> None:
        """Read "X, whose father": of the one named right before."""
        comma = self.prose.sentences[number].tokens[i - 1].text == ","
        owner = next((t for t in here if t.last == i - 1 - comma), None)
        if owner is not None and not owner.owner:
            self.known_through(number, i, Owner(owner.entity, owner.mention))

    def _nominals(self, number: int, unknown: Sequence[Trace]) -> None:
        """Read "the poet" and "the latter"; others known by a calling are strangers."""
        tokens = self.prose.sentences[number].tokens
        for trace in self.traces[number]:
            self.described.note(tokens, trace)
        for trace in unknown:
            near = [
                met
                for back in range(BACK + 1)
                for met in self.traces.get(number - back, ())
                if back or met.last < trace.first
            ]
            meant = self.described.bearer(tokens, trace, near)
            if meant is None:
                self.traces[number].append(self.situated(trace, number))
            else:
                self._nominal(number, meant)
        for meant in [*of_two(tokens, number, self.traces)]:
            self._nominal(number, meant)

    def _nominal(self, number: int, meant: Meant) -> None:
        tokens = self.prose.sentences[number].tokens
        start, end = tokens[meant.first].start, tokens[meant.last].end
        mention = Mention(
            Mention.key(self.capture, start, end),
            self.capture,
            start,
            end,
            self.prose.text[start:end],
            MentionKind.NOMINAL,
            antecedent=meant.entity.head,
            because=meant.reason,
        )
        self.enter(mention, number, meant.first, meant.last, meant.entity)

    def _told(self, number: int, trace: Trace) -> bool:
        """Tell whether the tree shows that a calling is said of someone there."""
        return bool(self.parses) and describes(self.parses[number], trace.last)

    def _unsure(self, number: int) -> list[Trace]:
        tokens = self.prose.sentences[number].tokens
        places = [i for i in range(len(tokens)) if (number, i) in self.unsure]
        if self.parses:  # "Freed" at the head of a sentence is nobody
            tags = self.parses[number].tags
            places = [i for i in places if tags[i].startswith("NN")]
        return [stranger(tokens, number, i, self.unsure[number, i]) for i in places]

    def _singular(self, number: int, i: int) -> None:
        tokens = self.prose.sentences[number].tokens
        asked = self.question(number, i)
        choice = self.choose(asked)
        if choice is None:
            return
        entity = choice.candidate.entity
        if not (choice.sure and entity.label):
            kind = Kind.PRONOUN if choice.sure else Kind.GUESS
            self._trace(number, i, entity, kind)
            return
        reason = f"“{asked.word}”: {entity.label}, {self.ranker.reason(choice)}"
        mention = self._pronoun(tokens[i], entity, reason, asked.gender)
        self.enter(mention, number, i, i, entity)
        if choice.probability >= _SHOWS:
            entity.gender = entity.gender or asked.gender
        if owns(tokens, i):
            self.known_through(number, i, Owner(entity, mention.id))
        elif i + 1 < len(tokens) and tokens[i + 1].lower == "and":
            self._beside(number, i, entity)

    def _beside(self, number: int, i: int, entity: Entity) -> None:
        """Note who is named together with a pronoun: "him and X"."""
        named = (t for t in self.traces[number] if t.kind is Kind.NAME)
        other = next((t for t in named if t.first == i + 2), None)
        if other is not None and other.entity is not entity:
            both, leads = (entity, other.entity), self._subject(number, i, i)
            several = Several(both, i, other.last, leads)
            self.plurals.enter(number, several)

    def choose(self, asked: Question) -> Choice | None:
        """Find whom a pronoun most likely means; None if it can mean nobody."""
        return self.ranker.choose(asked)

    @property
    def ranker(self) -> Ranker:
        """Return what weighs candidates, with or without syntax."""
        return ranker(syntax=bool(self.parses))

    def question(self, number: int, i: int) -> Question:
        """Gather whom a pronoun in the singular may mean."""
        sentence = self.prose.sentences[number]
        quotation = self.speech.quotation(number, i)
        alone = bool(quotation) and quotation not in self.speech.long
        point = Point(number, i, sentence.block, quotation, alone)
        parse = self.parses[number] if self.parses else None
        return ask(sentence.tokens, point, self.traces, parse)

    def _trace(self, number: int, i: int, entity: Entity, kind: Kind) -> None:
        """Note whom a pronoun seems to mean that is left unresolved."""
        tokens = self.prose.sentences[number].tokens
        part = part_of_pronoun(tokens, i)
        trace = Trace(entity, entity.head, i, i, part, kind)
        self.traces[number].append(self.situated(trace, number))

    def _plurals(self, number: int) -> list[Several]:
        """Gather those named together in a sentence, and its crowds."""
        tokens = self.prose.sentences[number].tokens
        parse = self.parses[number] if self.parses else None
        here = [t for t in self.traces[number] if t.kind is Kind.NAME]
        crowds = [*crowds_in(tokens, parse, here)]
        crowds = [headed(crowd, tokens, here) for crowd in crowds]
        groups = [*self.near.together.gathered(number, here)]
        for group in groups:
            heads = {trace.entity.head: trace.entity for trace in group}
            place = group[0].place
            leading = place.leads if place else leads(tokens, group)
            several = Several(
                tuple(heads.values()),
                group[0].first,
                group[-1].last,
                leading,
                speech=group[0].quotation,
            )
            crowds.append(several)
        pair = couple(tokens, here)
        return crowds if groups or pair is None else [*crowds, pair]

    def _plural(self, number: int, i: int) -> None:
        tokens = self.prose.sentences[number].tokens
        leads = tokens[i].lower == "they" or (tokens[i].lower == "their" and not i)
        speech = self.speech.quotation(number, i)
        group = self.plurals.they(number, i, subject=leads, speech=speech)
        if not group or self._of_others(number, i, group):
            return
        self._mean(number, (i, i), group, "named together")
        # One of them is enough to know a child by.
        first = Mention.key(self.capture, tokens[i].start, tokens[i].end)
        if tokens[i].lower == "their":
            self.known_through(number, i, Owner(group[0], first))
        elif i + 1 < len(tokens) and tokens[i + 1].lower == "had":
            self.had(number, i + 1, Owner(group[0], first))

    def _counted(self, number: int, phrase: Phrase) -> None:
        """Read "both" and "the two women"."""
        span = phrase.first, phrase.last
        if phrase.each:
            group = self.plurals.they(number, phrase.first, subject=True)
            told = "those told of before"
        else:
            group = self.plurals.counted(number, phrase, self.traces)
            told = f"the {phrase.count} told of before"
        if group:
            self._mean(number, span, group, told)

    def _mean(
        self, number: int, span: tuple[int, int], group: Sequence[Entity], why: str
    ) -> None:
        """Enter a mention of each of several people for the same words."""
        tokens = self.prose.sentences[number].tokens
        start, end = tokens[span[0]].start, tokens[span[1]].end
        words = self.prose.text[start:end]
        labels = " and ".join(entity.label for entity in group)
        kind = MentionKind.NOMINAL
        if words.lower() in PLURAL:
            kind = MentionKind.PRONOUN
        for ordinal, entity in enumerate(group):
            mention = Mention(
                Mention.key(self.capture, start, end, ordinal),
                self.capture,
                start,
                end,
                words,
                kind,
                ordinal,
                antecedent=entity.head,
                because=f"“{words.lower()}”: {labels}, {why}",
            )
            self.found.append(Placed(mention, number, *span))
        subject = self._subject(number, *span)
        speech = self.speech.quotation(number, span[0])
        self.plurals.enter(
            number, Several(tuple(group), *span, subject, meant=True, speech=speech)
        )

    def _subject(self, number: int, first: int, last: int) -> bool:
        if self.parses:
            return place(self.parses[number], first, last).leads
        return self.prose.sentences[number].tokens[first].lower == "they"

    def _of_others(self, number: int, i: int, group: Sequence[Entity]) -> bool:
        """Tell whether "they" do something to one of them: "They came for him"."""
        tokens = self.prose.sentences[number].tokens
        if tokens[i].lower != "they":
            return False
        after = tokens[i + 1 : i + 6]
        ends = next((n for n, t in enumerate(after) if not t.word), len(after))
        heads = {entity.head for entity in group}
        names = {t.first: t for t in self.traces[number] if t.kind is Kind.NAME}
        return any(
            token.lower in ("him", "her")
            or (i + 1 + n in names and names[i + 1 + n].entity.head in heads)
            for n, token in enumerate(after[:ends])
        )

    def _pronoun(
        self,
        token: Token,
        entity: Entity,
        reason: str,
        gender: Gender,
    ) -> Mention:
        return Mention(
            Mention.key(self.capture, token.start, token.end),
            self.capture,
            token.start,
            token.end,
            token.text,
            MentionKind.PRONOUN,
            gender=gender,
            antecedent=entity.head,
            because=reason,
        )
