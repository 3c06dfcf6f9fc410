"""The gate: the one thing between a life and the world.

It offers what the archive holds, less what must not be published. Exporters and pages
see nothing else, so that nothing can leak through one of them:

- Of a source whose words may only be quoted, each passage is cut to a short quotation;
  of a closed one there are no words at all.
- What a reader only suspects waits for a person, and is not published.
- Nobody who may still be alive is published: no page, no statement, and wherever a
  passage names such a person, or tells of nobody else, "a living person" stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId, StatementId
from lives.model.judgement import Judgement, Verdict
from lives.model.life import Conflict, Finding, Life
from lives.model.mention import Mention
from lives.model.passage import TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Rights, Source
from lives.model.statement import Role, Standing, Statement
from lives.publish.holdings import Texts
from lives.publish.living import Rules
from lives.publish.masks import Masks, Span
from lives.publish.withheld import withheld

LIVING = "a living person"
MASK = f"[{LIVING}]"  # within the words of a source, where it is ours and not theirs
QUOTATION = 300  # code points of a short quotation
IN_FULL = frozenset({Rights.PUBLIC_DOMAIN, Rights.OPEN, Rights.OWN})


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a source's text that may be published.

    Attributes:
        start: First code point in the text as read.
        end: One past the last.
        text: The words; "" where the source is closed; not of the length of the span
            where a name is withheld.
    """

    start: int
    end: int
    text: str


class Gate:
    """Holdings that may be published.

    Attributes:
        withheld: Persons who are not.
    """

    def __init__(self, holdings: Texts, rules: Rules, year: int) -> None:
        """Look at everyone once.

        Args:
            holdings: What the archive holds.
            rules: What it has laid down.
            year: The year of publication.
        """
        self._all = holdings
        self._sources = holdings.sources()
        self._source_of = {c.id: self._sources[c.source] for c in holdings.captures()}
        self._person_of = holdings.person_of()
        since = year - rules.years
        self.withheld = withheld(holdings, self._person_of, rules, since)
        self._labels = {
            p.id: p.label for p in holdings.persons() if p.id in self.withheld
        }
        self._hidden = frozenset(self._labels.values())
        self._masks = self._masks_of()
        self._last: tuple[PersonId | None, list[Statement]] = (None, [])

    def _masks_of(self) -> dict[CaptureId, Masks]:
        if not self.withheld:
            return {}
        hidden, person_of = self.withheld, self._person_of
        named_in = {m.capture for m in self._all.mentions() if self._hides(m.id)}
        return {
            capture: Masks(
                self._all.mentions(capture),
                self._all.statements(capture),
                lambda mention: person_of.get(mention) in hidden,
            )
            for capture in named_in
        }

    def _hides(self, mention: MentionId | None) -> bool:
        return mention is not None and self._person_of.get(mention) in self.withheld

    # --- whose words, and how many of them ---------------------------------------

    def rights(self, capture: CaptureId) -> Rights:
        """Return what may be done with the words of a capture."""
        return self.source(capture).rights

    def source(self, capture: CaptureId) -> Source:
        """Return the work a capture is a copy of."""
        return self._source_of[capture]

    def words(self, capture: CaptureId, text: str, start: int, end: int) -> Words:
        """Return the words of a passage as far as they may be published.

        Args:
            capture: Where it stands.
            text: The text as read of that capture, or only the passage itself.
            start: First code point.
            end: One past the last.
        """
        rights = self.rights(capture)
        if rights is Rights.CLOSED:
            return Words(start, end, "")
        passage = text if len(text) == end - start else text[start:end]
        if rights in IN_FULL and capture not in self._masks:
            return Words(start, end, passage)
        shown = end
        if rights is Rights.QUOTATION and end - start > QUOTATION:
            head = passage[: QUOTATION - 1]
            shown = start + (head.rfind(" ") if " " in head else len(head))
        said, at = [], start
        for a, b in self._masked(capture, start, shown):
            said += [passage[at - start : max(a, at) - start], MASK]
            at = b
        said.append(passage[at - start : shown - start])
        if shown < end:
            said.append(" …")
        return Words(start, shown, "".join(said))

    def hides(self, capture: CaptureId, start: int, end: int) -> bool:
        """Tell whether a stretch of text is, in part at least, not to be shown."""
        return bool(self._masked(capture, start, end))

    def _masked(self, capture: CaptureId, start: int, end: int) -> list[Span]:
        masks = self._masks.get(capture)
        return masks.within(start, end) if masks else []

    def _names_in(self, capture: CaptureId, start: int, end: int) -> set[str]:
        masks = self._masks.get(capture)
        return masks.names(start, end) if masks else set()

    def _without(self, names: Iterable[str], text: str) -> str:
        for name in sorted(set(names), key=len, reverse=True):
            text = text.replace(name, LIVING)
        return text

    def _names(self, statements: Iterable[Statement]) -> set[str]:
        """Return the withheld names that the words of statements may contain."""
        names: set[str] = set()
        for told in statements:
            names |= self._names_in(told.capture, told.start, told.end)
            others = (self._person_of.get(r.mention) for r in told.roles if r.mention)
            names.update(self._labels[o] for o in others if o in self._labels)
        return names

    # --- the holdings -------------------------------------------------------------

    def sources(self) -> dict[SourceId, Source]:
        """Return every source: that it exists may always be told."""
        return self._sources

    def captures(self) -> list[Capture]:
        """Return every capture in the order of receipt."""
        return self._all.captures()

    def reading(self, capture: CaptureId) -> TextAsRead:
        """Return a text in full: to be shown only through `words`."""
        return self._all.reading(capture)

    def witnesses(self) -> dict[SourceId, tuple[SourceId, str]]:
        """Return, for each source, its witness and why."""
        return self._all.witnesses()

    def person_of(self) -> dict[MentionId, PersonId]:
        """Return who each mention is, of persons who are published."""
        found = self._person_of.items()
        return {m: p for m, p in found if p not in self.withheld}

    def persons(self) -> Iterator[Person]:
        """Yield persons who are published, in order of their label."""
        for person in self._all.persons():
            if person.id not in self.withheld:
                yield self._described(person)

    def _described(self, person: Person) -> Person:
        if person.named or not self.withheld:
            return person
        head, of, whose = person.label.rpartition(" of ")
        label = f"{head}{of}{LIVING}" if whose in self._hidden else person.label
        return replace(person, label=label)

    def mentions(self, capture: CaptureId | None = None) -> Iterator[Mention]:
        """Yield mentions of persons who are published."""
        found = self._all.mentions(capture)
        return (
            self._mention(m)
            for m in found
            if self._person_of.get(m.id) not in self.withheld
        )

    def mentions_about(self, person: PersonId) -> list[Mention]:
        """Return the mentions of one person; none of one who is withheld."""
        if person in self.withheld:
            return []
        return [self._mention(m) for m in self._all.mentions_about(person)]

    def _mention(self, mention: Mention) -> Mention:
        words = self.words(
            mention.capture, mention.text, mention.start, mention.end
        ).text
        return replace(mention, text=words, because="")

    def decided(self) -> Iterator[Judgement]:
        """Yield what people judged of two who are published; not who did, nor why."""
        for judged in self._all.decided():
            if not (self._hides(judged.left) or self._hides(judged.right)):
                yield replace(judged, by="", because="", citing=())

    def judgements(self) -> Iterator[Judgement]:
        """Yield what machines judged of two who are published."""
        for judged in self._all.judgements():
            if not (self._hides(judged.left) or self._hides(judged.right)):
                yield self._judgement(judged)

    def _judgement(self, judged: Judgement) -> Judgement:
        weights = tuple(
            replace(w, because=self._without(self._hidden, w.because))
            for w in judged.weights
        )
        because = self._without(self._hidden, judged.because)
        return replace(judged, because=because, weights=weights)

    def links_of(self, person: PersonId) -> list[Judgement]:
        """Return the judgements on which a person rests, the least sure first.

        That people judged may be told; who, and in which words, is the archive's own.
        """
        if person in self.withheld:
            return []
        machine = [self._judgement(judged) for judged in self._all.holding_of(person)]
        people = (
            replace(judged, by="", because="", citing=())
            for judged in self._all.decided_about(person)
            if judged.verdict is Verdict.SAME
        )
        return [*machine, *people]

    def statements(self, capture: CaptureId | None = None) -> Iterator[Statement]:
        """Yield statements about persons who are published."""
        for statement in self._all.statements(capture):
            if self._published(statement):
                yield self._statement(statement)

    def _published(self, statement: Statement) -> bool:
        if statement.standing is not Standing.SURE:
            return False
        return self._person_of.get(statement.subject) not in self.withheld

    def statement(self, key: StatementId) -> Statement | None:
        """Return one statement; None where its person is withheld."""
        found = self._all.statement(key)
        if found is None or not self._published(found):
            return None
        return self._statement(found)

    def statements_about(self, person: PersonId) -> list[Statement]:
        """Return the statements about one person; none of one who is withheld."""
        said = self._said_of(person)
        return [self._statement(s) for s in said if self._published(s)]

    def _said_of(self, person: PersonId) -> list[Statement]:
        # A page asks for the statements and for the life of one person in turn.
        if self._last[0] != person:
            self._last = person, self._all.statements_about(person)
        return self._last[1]

    def statements_by_person(self) -> Iterator[tuple[PersonId, list[Statement]]]:
        """Yield each person who is published, with what is said."""
        for person, said in self._all.statements_by_person():
            told = [self._statement(s) for s in said if self._published(s)]
            if told:
                yield person, told

    def _statement(self, told: Statement) -> Statement:
        words = self.words(told.capture, told.quote, told.start, told.end).text
        if not self.withheld:
            return replace(told, quote=words, because="")
        names = self._names([told])
        hidden = self.withheld
        return replace(
            told,
            quote=words,
            because="",  # a reason may name who says it, or who is meant
            where=self._without(names, told.where),
            what=self._without(names, told.what),
            written=self._without(names, told.written),
            group=self._without(names, told.group),
            voice=self._without(names, told.voice),
            roles=tuple(self._role(role, names) for role in told.roles),
            speaker=None
            if told.speaker and self._person_of.get(told.speaker) in hidden
            else told.speaker,
        )

    def _role(self, role: Role, names: set[str]) -> Role:
        if role.mention and self._person_of.get(role.mention) in self.withheld:
            return Role(role.name, None, LIVING)
        return replace(role, words=self._without(names, role.words))

    def lives(self, person: PersonId | None = None) -> Iterator[Life]:
        """Yield the lives of persons who are published."""
        for life in self._all.lives(person):
            if life.person in self.withheld:
                continue
            if not self.withheld:
                yield life
                continue
            names = self._names(self._said_of(life.person))
            yield Life(
                life.person,
                tuple(self._finding(finding, names) for finding in life.findings),
                tuple(self._conflict(conflict, names) for conflict in life.conflicts),
            )

    def _finding(self, finding: Finding, names: set[str]) -> Finding:
        return replace(
            finding,
            where=self._without(names, finding.where),
            what=self._without(names, finding.what),
            group=self._without(names, finding.group),
        )

    def _conflict(self, conflict: Conflict, names: set[str]) -> Conflict:
        return replace(conflict, words=self._without(names, conflict.words))

    def conflicts(self) -> Iterator[Conflict]:
        """Yield conflicts about events, and about persons who are published."""
        shown = {event.id for event in self.events()} if self.withheld else set[str]()
        for conflict in self._all.conflicts():
            if conflict.person in self.withheld:
                continue
            if self.withheld and not shown.issuperset(conflict.events):
                continue
            if not self.withheld:
                yield conflict
                continue
            found = (self._all.statement(key) for key in conflict.statements)
            names = self._names([s for s in found if s])
            yield self._conflict(conflict, names)

    def claims(self) -> Iterator[AggregateClaim]:
        """Yield aggregate claims, quoted as far as rights allow.

        One that is about nobody but a person who is withheld is left out.
        """
        for claim in self._all.claims():
            place = (claim.capture, claim.start, claim.end)
            if self._is_all_masked(*place):
                continue
            names = self._names_in(*place)
            closed = self.rights(claim.capture) is Rights.CLOSED
            yield replace(
                claim,
                quote=self.words(claim.capture, claim.quote, *place[1:]).text,
                group="" if closed else self._without(names, claim.group),
                voice="" if closed else self._without(names, claim.voice),
            )

    def citations(self) -> Iterator[Citation]:
        """Yield citations, quoted as far as rights allow."""
        for cited in self._all.citations():
            place = (cited.capture, cited.start, cited.end)
            if self._is_all_masked(*place):
                continue
            words = self.words(cited.capture, cited.quote, *place[1:])
            # A name may be read in another form than the one that is masked.
            masked = self.hides(*place)
            yield replace(cited, quote=words.text, csl={} if masked else cited.csl)

    def events(self) -> Iterator[DatedEvent]:
        """Yield dated events, quoted as far as rights allow."""
        for event in self._all.events():
            place = (event.capture, event.start, event.end)
            words = self.words(event.capture, event.quote, *place[1:]).text
            # What bears the name of somebody who is withheld would tell it.
            if not self.hides(*place):
                yield replace(event, quote=words)

    def _is_all_masked(self, capture: CaptureId, start: int, end: int) -> bool:
        return any(
            a <= start and end <= b for a, b in self._masked(capture, start, end)
        )
