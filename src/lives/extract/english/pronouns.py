"""Whom pronouns and nominals mean, sentence by sentence; the unclear are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lives.extract.english.antecedents import Question, ask
from lives.extract.english.entities import Cast, Entity
from lives.extract.english.grammar import describes, place
from lives.extract.english.kin import Kin, coordinated_kin, kin_at, kin_before
from lives.extract.english.learned.parse import Parse
from lives.extract.english.mentions import Placed
from lives.extract.english.nearby import ARTICLES, Nearby, owned
from lives.extract.english.nominals import Described, Meant, of_two
from lives.extract.english.plurals import (
    PLURAL,
    Phrase,
    Plurals,
    Several,
    couple,
    crowds_in,
    headed,
    phrases,
)
from lives.extract.english.prose import Prose, Token
from lives.extract.english.ranker import Choice, Ranker, ranker
from lives.extract.english.spoken import Spoken
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
    part_of,
    part_of_pronoun,
)
from lives.extract.english.wordlists import listed
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender, Mention, MentionKind
from lives.reading.names import Name

_SHOWS = 0.85  # probability from which a pronoun shows whether someone is a woman
_AGAIN = 30  # sentences within which "his brother" is the brother already met


@dataclass(frozen=True, slots=True)
class Owner:
    """Someone through whom another is known."""

    entity: Entity
    mention: MentionId


@dataclass(slots=True)
class Walk:
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

    def read(self) -> None:
        """Read every sentence."""
        for number in range(len(self.prose.sentences)):
            self._sentence(number)

    def _sentence(self, number: int) -> None:
        tokens = self.prose.sentences[number].tokens
        here = [
            named_trace(tokens, placed, self._entity(placed.mention))
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
                self._possessive(number, i)
            elif token.lower == "of":
                self._of(number, i)
            elif token.lower in ("had", "has"):
                owner = next((t for t in here if t.last == i - 1), None)
                if owner is not None and not owner.owner:
                    self._had(number, i, Owner(owner.entity, owner.mention))

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
        self._enter(mention, number, meant.first, meant.last, meant.entity)

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

    def situated(self, trace: Trace, number: int) -> Trace:
        """Note in which paragraph and quotation someone was meant."""
        trace.block = self.prose.sentences[number].block
        trace.quotation = self.speech.quotation(number, trace.first)
        trace.long = trace.quotation in self.speech.long
        if self.parses:
            trace.place = place(self.parses[number], trace.first, trace.last)
        return trace

    def _entity(self, mention: Mention) -> Entity:
        return self.cast.by_head[mention.antecedent or mention.id]

    # --- pronouns ---------------------------------------------------------------

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
        self._enter(mention, number, i, i, entity)
        if choice.probability >= _SHOWS:
            entity.gender = entity.gender or asked.gender
        if owns(tokens, i):
            self._known_through(number, i, Owner(entity, mention.id))

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
            self._known_through(number, i, Owner(group[0], first))
        elif i + 1 < len(tokens) and tokens[i + 1].lower == "had":
            self._had(number, i + 1, Owner(group[0], first))

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

    def _enter(
        self, mention: Mention, number: int, first: int, last: int, entity: Entity
    ) -> None:
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

    # --- people known through others --------------------------------------------

    def _possessive(self, number: int, i: int) -> None:
        placed = self.near.ending_at(number, i - 1)
        if placed is not None:
            owner = Owner(self._entity(placed.mention), placed.mention.id)
            self._known_through(number, i, owner, start=placed.first)

    def _known_through(
        self, number: int, i: int, owner: Owner, start: int | None = None
    ) -> None:
        """Read what follows "his" or "X's"."""
        tokens = self.prose.sentences[number].tokens
        kin = kin_at(tokens, i + 1)
        if kin is None:
            return
        all_kin = coordinated_kin(tokens, kin)
        begin = i if start is None else start
        if self._one_named(number, all_kin, owner):
            return
        for n, each in enumerate(all_kin):
            before = begin if n == 0 and len(all_kin) == 1 else None
            place = (begin if n == 0 else each.first, each.last)
            self._relative(number, each, owner, place, before)

    def _one_named(self, number: int, all_kin: Sequence[Kin], owner: Owner) -> bool:
        """Read "his friend and comrade, X": one person, named after."""
        named = self.near.after(number, all_kin[-1].last)
        if len(all_kin) == 1 or named is None or any(kin.gender for kin in all_kin):
            return False
        self._relate(named, all_kin[0], owner, number)
        return True

    def _relative(
        self,
        number: int,
        kin: Kin,
        owner: Owner,
        place: tuple[int, int],
        before: int | None,
    ) -> None:
        """Enter someone known through another: named beside, or unnamed."""
        named = self.near.after(number, kin.last)
        if kin.plural:
            for placed in self.near.series(number, named):
                self._relate(placed, kin, owner, number)
            return
        if named is None and before is not None:
            named = self.near.before(number, before, kin.last)
        if named is not None:
            self._relate(named, kin, owner, number)
        elif not self._predicate(number, place[0]):
            self._unnamed(number, kin, owner, place)

    def _predicate(self, number: int, begin: int) -> bool:
        """Tell whether the words say what someone is: "was a friend of X"."""
        tokens = self.prose.sentences[number].tokens
        return begin > 0 and tokens[begin - 1].lower in listed("copulas")

    def _had(self, number: int, i: int, owner: Owner) -> None:
        """Read "X had a son, Lev" and "she had two sisters, Anna and Vera"."""
        tokens = self.prose.sentences[number].tokens
        article = i + 1 < len(tokens) and tokens[i + 1].lower in ARTICLES
        kin = kin_at(tokens, i + 1 + article)
        if kin is not None and _of_family(kin):
            self._relative(number, kin, owner, (i + 1, kin.last), None)

    def _relate(self, placed: Placed, kin: Kin, owner: Owner, number: int) -> None:
        """Note what someone named is to another."""
        entity = self._entity(placed.mention)
        if entity is owner.entity or _opposed(entity.gender, kin.gender):
            return
        self.relations.setdefault(placed.mention.id, (kin.relation, owner.mention))
        entity.gender = entity.gender or kin.gender
        key = (owner.entity.head, kin.key)
        earlier = self.kin.get(key)
        new = placed.mention.antecedent is None
        if earlier and kin.once and new and not earlier[0].named:
            reason = f"{kin.relation} of {owner.entity.label}, unnamed before"
            self.same[placed.mention.id] = (earlier[0].head, reason)
        if not kin.plural:
            self.kin[key] = (entity, number)

    def _unnamed(
        self, number: int, kin: Kin, owner: Owner, place: tuple[int, int]
    ) -> None:
        """Enter someone without a name, or the one such already met."""
        tokens = self.prose.sentences[number].tokens
        start, end = tokens[place[0]].start, tokens[place[1]].end
        key = (owner.entity.head, kin.key)
        known, at = self.kin.get(key, (None, 0))
        if known is not None and not kin.once and number - at > _AGAIN:
            known = None
        identity = Mention.key(self.capture, start, end)
        label = f"{kin.relation} of {owner.entity.label}"
        entity = known or Entity(identity, [Name("")], kin.gender, number, called=label)
        entity.owner = owner.entity.head
        mention = Mention(
            identity,
            self.capture,
            start,
            end,
            self.prose.text[start:end],
            MentionKind.NOMINAL,
            gender=kin.gender,
            relation=kin.relation,
            of=owner.mention,
            antecedent=known.head if known else None,
            because=f"the {label} already met" if known else "",
        )
        self.cast.by_head.setdefault(entity.head, entity)
        self.kin[key] = (entity, number)
        self._enter(mention, number, place[0], place[1], entity)

    def _of(self, number: int, i: int) -> None:
        """Read "the wife of X"."""
        tokens = self.prose.sentences[number].tokens
        kin = kin_before(tokens, i)
        placed = self.near.at(number, i + 1) if kin else None
        if kin is None or placed is None or kin.plural or owned(tokens, placed.last):
            return
        owner = Owner(self._entity(placed.mention), placed.mention.id)
        named = self.near.before(number, kin.first, placed.last)
        named = named or self.near.apposed(number, placed.last)
        if named is not None and named is not placed:
            self._relate(named, kin, owner, number)
        elif tokens[kin.first].lower in ARTICLES and not self._predicate(
            number, kin.first
        ):
            self._unnamed(number, kin, owner, (kin.first, placed.last))


def _of_family(kin: Kin) -> bool:
    return bool(kin.gender) or kin.relation in ("child", "cousin", "grandchild")


def _opposed(one: Gender, two: Gender) -> bool:
    return Gender.UNKNOWN not in (one, two) and one is not two
