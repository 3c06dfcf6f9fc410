"""Trails: from anything that bears an identifier back to the words and the bytes.

A trail is a heading, labelled lines, and the trails below it. One function a sort of
identifier; each walks one step and hands on to the next.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lives.cli.decisions import in_words
from lives.cli.origin import Origin, Origins, described, in_lines, labelled
from lives.cli.whom import of_identifier
from lives.model.claim import AggregateClaim, Citation
from lives.model.decision import DecisionKind
from lives.model.errors import UnknownIdentifier
from lives.model.event import DatedEvent
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId, StatementId
from lives.model.life import Finding
from lives.model.mention import Mention
from lives.model.person import Person
from lives.model.statement import Statement
from lives.store.archive import Archive
from lives.study.cohorts import cohorts

Cited = Statement | Mention | AggregateClaim | Citation | DatedEvent

_SHORTEST = 6  # digits of a hash that are enough to ask by, where only one has them


@dataclass(frozen=True, slots=True)
class Trail:
    """One step, what can be said of it, and the steps it rests on.

    Attributes:
        id: The identifier.
        title: What it names, in words.
        rows: Labels with words.
        origin: Where its words stand, for what has words.
        below: What it rests on.
    """

    id: str
    title: str
    rows: tuple[tuple[str, str], ...] = ()
    origin: Origin | None = None
    below: tuple["Trail", ...] = ()


def lines(trail: Trail, indent: str = "") -> Iterator[str]:
    """Yield a trail as lines, each step indented under the one it carries."""
    yield f"{indent}{trail.id}  {trail.title}"
    for label, words in trail.rows:
        yield from (indent + line for line in labelled(label, words))
    if trail.origin is not None:
        yield from (indent + line for line in in_lines(trail.origin))
    for step in trail.below:
        yield ""
        yield from lines(step, indent + "  ")


class Tracer:
    """Follows identifiers of one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._tables = archive.tables
        self._origins = Origins(archive)

    def follow(self, asked: str) -> Trail:
        """Return the trail of an identifier.

        Args:
            asked: ``pe-``, ``pe-….N`` (finding N), ``me-``, ``st-``, ``co-``,
                ``ag-``, ``ci-``, ``ev-``, the slug of a source, the sha256 of a
                capture or the hash of a decision, or the beginning of one of these two.

        Raises:
            UnknownIdentifier: Nothing bears it.
        """
        steps: dict[str, Callable[[str], Trail | None]] = {
            "pe-": self._person,
            "me-": self._mention,
            "st-": self._statement,
            "co-": self._conflict,
            "ag-": self._claim,
            "ci-": self._citation,
            "ev-": self._event,
        }
        step = steps.get(asked[:3], self._held)
        trail = step(asked)
        if trail is None:
            raise UnknownIdentifier(
                "nothing in this archive bears this identifier",
                where=asked,
                remedy="identifiers begin with pe-, me-, st-, co-, ag-, ci- or ev-, or "
                "are a source's name, a sha256 or the hash of a decision; 'lives "
                "show' prints them beside every value",
            )
        return trail

    def _statement(self, asked: str) -> Trail | None:
        said = self._tables.statement(StatementId(asked))
        if said is None:
            return None
        subject = self._tables.mention(said.subject)
        rows = [*_reading(said), *self._bears_on(said)]
        below = (self._of_mention(subject),) if subject else ()
        return Trail(
            said.id, f"a statement: {said.kind}", tuple(rows), self._at(said), below
        )

    def _bears_on(self, said: Statement) -> Iterator[tuple[str, str]]:
        for person, ordinal, side in self._tables.findings_resting_on(said.id):
            yield "finding", f"{person}.{ordinal} ({side})"

    def _mention(self, asked: str) -> Trail | None:
        mention = self._tables.mention(MentionId(asked))
        if mention is None:
            return None
        said = self._tables.statements_of_mention(mention.id)
        trail = self._of_mention(mention)
        rows = tuple(("statement", f"{s.id} {s.kind}: “{s.quote}”") for s in said)
        return Trail(trail.id, trail.title, trail.rows + rows, self._at(mention))

    def _of_mention(self, mention: Mention) -> Trail:
        owner = self._tables.person_of_mention(mention.id)
        person = self._tables.person(owner) if owner else None
        rows = [("reads", f"“{mention.text}” ({mention.kind})")]
        if mention.name and mention.name != mention.text:
            rows.append(("name", mention.name))
        if mention.antecedent:
            because = f": {mention.because}" if mention.because else ""
            rows.append(("taken for", f"{mention.antecedent}{because}"))
        if mention.relation:
            rows.append(("known as", f"{mention.relation} of {mention.of}"))
        if person is not None:
            rows.append(("person", f"{person.id} {person.label}"))
        return Trail(mention.id, "the mention it is about", tuple(rows))

    def _person(self, asked: str) -> Trail | None:
        key, dot, ordinal = asked.partition(".")
        person = of_identifier(self._tables, PersonId(key))
        if person is None:
            return None
        if dot and key == person.id:  # after a joining, findings are counted anew
            return self._finding(person.id, ordinal)
        findings = [f for life in self._tables.lives(person.id) for f in life.findings]
        rows = [("name", name) for name in person.names]
        if key != person.id:
            rows.append(("once", f"{key}, before two were found to be one"))
        rows += list(self._judged(person))
        rows += [("finding", f"{person.id}.{f.ordinal} {_value(f)}") for f in findings]
        below = [
            Trail(m.id, f"“{m.text}” ({m.kind}) in {self._origins.title(m.capture)}")
            for m in self._tables.mentions_about(person.id)
        ]
        return Trail(person.id, person.label, tuple(rows), None, tuple(below))

    def _judged(self, person: Person) -> Iterator[tuple[str, str]]:
        """Say what machines, then people, judged of the mentions of a person."""
        for one in self._tables.judgements_of(person.id):
            pair = f"{one.left} and {one.right}"
            words = f"{pair}, says {one.by}, {one.probability:.3f}: {one.because}"
            yield one.verdict, words
        own = set(person.mentions)
        for decision, body in self._archive.standing(DecisionKind.JUDGEMENT):
            if own & {body["left"], body["right"]}:
                words = in_words(decision.kind, body)
                yield "decision", f"{decision.seq}: {decision.by} {words}"

    def _finding(self, person: PersonId, ordinal: str) -> Trail | None:
        for life in self._tables.lives(person):
            for finding in life.findings:
                if str(finding.ordinal) == ordinal:
                    rows = (
                        ("status", f"{finding.status}, {finding.witnesses} witnesses"),
                        ("person", person),
                    )
                    below = self._all(finding.support) + self._all(finding.dissent)
                    key = f"{person}.{ordinal}"
                    return Trail(
                        key, f"a finding: {_value(finding)}", rows, None, below
                    )
        return None

    def _conflict(self, asked: str) -> Trail | None:
        found = self._tables.conflict(asked)
        if found is None:
            return None
        rows = [("words", found.words), ("severity", str(found.severity))]
        if found.person:
            rows.append(("person", found.person))
        title = f"a disagreement: {found.about}"
        dated = (self._event(key) for key in found.events)
        below = (*self._all(found.statements), *(trail for trail in dated if trail))
        return Trail(found.id, title, tuple(rows), None, below)

    def _event(self, asked: str) -> Trail | None:
        event = self._tables.event(asked)
        if event is None:
            return None
        rows = [("name", event.name), ("taken for", event.key)]
        if event.body:
            rows.append(("body", event.body))
        rows.append(("when", f"{event.when.edtf} (“{event.when.written}”)"))
        return Trail(event.id, "a dated event", tuple(rows), self._at(event))

    def _claim(self, asked: str) -> Trail | None:
        claim = self._tables.claim(asked)
        if claim is None:
            return None
        numbers = (("count", claim.count), ("total", claim.total))
        rows = [(label, str(number)) for label, number in numbers if number is not None]
        if claim.percent is not None:
            rows.append(("percent", str(claim.percent)))
        if claim.check:
            rows.append(("arithmetic", claim.check))
        cohort = cohorts([claim], self._tables.lives()).get(claim.id)
        if cohort is not None:
            rows.append(("cohort", cohort.in_words))
        labels = {p.id: p.label for p in self._tables.persons()} if cohort else {}
        persons = cohort.persons if cohort else ()
        below = tuple(Trail(key, labels.get(key, key)) for key in persons)
        title = f"a number about a group: {claim.group}"
        return Trail(claim.id, title, tuple(rows), self._at(claim), below)

    def _citation(self, asked: str) -> Trail | None:
        cited = self._tables.citation(asked)
        if cited is None:
            return None
        rows = list(cited.csl.items())
        if cited.because:
            label = "repeats" if cited.refers else "not resolved"
            rows.append((label, cited.because))
        first = self._citation(cited.refers) if cited.refers else None
        below = (first,) if first else ()
        return Trail(cited.id, "a work cited", tuple(rows), self._at(cited), below)

    def _held(self, asked: str) -> Trail | None:
        """Return the trail of a source, a capture or a decision."""
        source = self._tables.sources().get(SourceId(asked))
        if source is not None:
            held = [c for c in self._tables.captures() if c.source == source.id]
            below = tuple(self._capture(c.id, c.name) for c in held)
            return Trail(source.id, described(source), (), None, below)
        if len(asked) < _SHORTEST:
            return None
        for capture in self._tables.captures():
            if capture.id.startswith(asked.lower()):
                return self._capture(capture.id, capture.name)
        for decision in self._archive.decisions():
            if decision.hash.startswith(asked.lower()):
                rows = (
                    ("made", f"{decision.at} by {decision.by}"),
                    ("place", f"decision {decision.seq}, after {decision.previous}"),
                    ("body", decision.body),
                )
                words = in_words(decision.kind, json.loads(decision.body))
                return Trail(decision.hash, words, rows)
        return None

    def _capture(self, key: CaptureId, name: str) -> Trail:
        return Trail(key, f"the bytes of {name}", (), self._origins.origin(key, 0, 0))

    def _all(self, keys: Sequence[StatementId]) -> tuple[Trail, ...]:
        found = (self._statement(key) for key in keys)
        return tuple(trail for trail in found if trail is not None)

    def _at(self, cited: Cited) -> Origin:
        return self._origins.origin(cited.capture, cited.start, cited.end)


def _reading(said: Statement) -> Iterator[tuple[str, str]]:
    yield "reads", f"{said.standing}, {said.modality}"
    told = (("where", said.where), ("what", said.what), ("group", said.group))
    if said.when is not None:
        written = f" (“{said.when.written}”)" if said.when.written else ""
        inferred = f"; {said.when.inferred}" if said.when.inferred else ""
        yield "when", f"{said.when.edtf}{written}{inferred}"
    yield from ((label, words) for label, words in told if words)
    for role in said.roles:
        yield role.name, role.mention or role.words
    if said.voice:
        yield "voice", said.voice
    because = f", because: {said.because}" if said.because else ""
    yield "read by", said.reader + because


def _value(finding: Finding) -> str:
    when = finding.when.edtf if finding.when else ""
    parts = (finding.kind, when, finding.where, finding.what, finding.group)
    return ", ".join(part for part in parts if part)
