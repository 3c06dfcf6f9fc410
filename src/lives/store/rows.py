"""Nouns as rows of the tables, and back."""

import json
from datetime import date

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.ids import (
    CaptureId,
    MentionId,
    PersonId,
    SourceId,
    StatementId,
)
from lives.model.life import Act, Conflict, Finding, Severity, Status
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.passage import Block, BlockForm
from lives.model.source import Capture, Rights, Source, SourceKind
from lives.model.statement import Modality, Role, Standing, Statement
from lives.model.when import Calendar, When
from lives.store.sqlite import Row


def compact(value: object) -> str:
    """Write JSON in one canonical way: keys sorted, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def source_row(source: Source) -> Row:
    """Turn a source into a row of `source`."""
    return (
        source.id,
        compact(source.csl),
        source.kind,
        source.rights,
        source.language,
        source.reliability,
        compact(source.derives_from),
        source.written,
    )


def source_from(row: Row) -> Source:
    """Turn a row of `source` into a source."""
    key, csl, kind, rights, language, reliability, derives_from, written = row
    return Source(
        SourceId(key),
        json.loads(csl),
        SourceKind(kind),
        Rights(rights),
        language,
        reliability,
        tuple(SourceId(s) for s in json.loads(derives_from)),
        written,
    )


def capture_from(row: Row) -> Capture:
    """Turn a row of `capture`, without its seq, into a capture."""
    key, source, name, media, size, recipe = row
    return Capture(CaptureId(key), SourceId(source), name, media, size, recipe)


def block_row(capture: CaptureId, block: Block) -> Row:
    """Turn a block into a row of `block`."""
    return (
        capture,
        block.start,
        block.end,
        block.form,
        block.page,
        block.sheet,
        block.row,
        _spans(block.cells) if block.cells else "",
    )


def _spans(cells: tuple[tuple[int, int], ...]) -> str:
    """Write spans as `compact` does, which takes longer for a million rows.

    >>> _spans(((0, 3), (4, 9))) == compact(((0, 3), (4, 9)))
    True
    """
    return f"[{','.join([f'[{start},{end}]' for start, end in cells])}]"


def block_from(row: Row) -> Block:
    """Turn a row of `block`, without its capture, into a block."""
    start, end, form, page, sheet, number, cells = row
    spans = tuple((a, b) for a, b in json.loads(cells)) if cells else ()
    return Block(start, end, BlockForm(form), page, sheet, number, spans)


def mention_row(mention: Mention) -> Row:
    """Turn a mention into a row of `mention`."""
    return (
        mention.id,
        mention.capture,
        mention.start,
        mention.end,
        mention.text,
        mention.kind.value,
        mention.ordinal,
        mention.gender.value,
        mention.name,
        mention.relation,
        mention.of,
        mention.antecedent,
        mention.because,
    )


def mention_from(row: Row) -> Mention:
    """Turn a row of `mention` into a mention."""
    (key, capture, start, end, text, kind, ordinal, gender, *rest) = row
    name, relation, of, antecedent, because = rest
    return Mention(
        MentionId(key),
        CaptureId(capture),
        start,
        end,
        text,
        MentionKind(kind),
        ordinal,
        Gender(gender),
        name,
        relation,
        of and MentionId(of),
        antecedent and MentionId(antecedent),
        because,
    )


def when_row(when: When | None) -> Row:
    """Turn a date into its six columns; all NULL when there is none."""
    if when is None:
        return (None,) * 6
    return (
        when.edtf,
        when.earliest and when.earliest.isoformat(),
        when.latest and when.latest.isoformat(),
        when.written,
        when.calendar.value,
        when.inferred,
    )


def when_from(row: Row) -> When | None:
    """Turn six columns into a date."""
    edtf, earliest, latest, written, calendar, inferred = row
    if edtf is None:
        return None
    return When(
        edtf,
        earliest and date.fromisoformat(earliest),
        latest and date.fromisoformat(latest),
        written,
        Calendar(calendar),
        inferred,
    )


def statement_row(statement: Statement) -> Row:
    """Turn a statement into a row of `statement`."""
    return (
        statement.id,
        statement.subject,
        statement.kind,
        statement.capture,
        statement.start,
        statement.end,
        statement.quote,
        statement.reader,
        statement.because,
        *when_row(statement.when),
        statement.where,
        statement.what,
        statement.written,
        statement.group,
        compact([[r.name, r.mention, r.words] for r in statement.roles])
        if statement.roles
        else "[]",
        statement.modality.value,
        statement.voice,
        statement.speaker,
        statement.standing.value,
    )


def statement_from(row: Row) -> Statement:
    """Turn a row of `statement` into a statement."""
    key, subject, kind, capture, start, end, quote, reader, because = row[:9]
    where, what, written, group, roles, modality, voice, speaker, standing = row[15:]
    return Statement(
        id=StatementId(key),
        subject=MentionId(subject),
        kind=kind,
        capture=CaptureId(capture),
        start=start,
        end=end,
        quote=quote,
        reader=reader,
        because=because,
        when=when_from(row[9:15]),
        where=where,
        what=what,
        written=written,
        group=group,
        roles=tuple(Role(n, m and MentionId(m), w) for n, m, w in json.loads(roles)),
        modality=Modality(modality),
        voice=voice,
        speaker=speaker and MentionId(speaker),
        standing=Standing(standing),
    )


def claim_row(claim: AggregateClaim) -> Row:
    """Turn an aggregate claim into a row of `claim`."""
    return (
        claim.id,
        claim.capture,
        claim.start,
        claim.end,
        claim.quote,
        claim.group,
        claim.count,
        claim.total,
        claim.percent,
        int(claim.approx),
        claim.voice,
        claim.check,
    )


def claim_from(row: Row) -> AggregateClaim:
    """Turn a row of `claim` into an aggregate claim."""
    key, capture, start, end, quote, group, count, total, percent, *rest = row
    approx, voice, check = rest
    return AggregateClaim(
        id=key,
        capture=CaptureId(capture),
        start=start,
        end=end,
        quote=quote,
        group=group,
        count=count,
        total=total,
        percent=percent,
        approx=bool(approx),
        voice=voice,
        check=check,
    )


def citation_row(citation: Citation) -> Row:
    """Turn a citation into a row of `citation`."""
    return (
        citation.id,
        citation.capture,
        citation.start,
        citation.end,
        citation.quote,
        compact(citation.csl),
        citation.refers,
        citation.because,
    )


def citation_from(row: Row) -> Citation:
    """Turn a row of `citation` into a citation."""
    key, capture, start, end, quote, csl, refers, because = row
    place = (key, CaptureId(capture), start, end, quote)
    return Citation(*place, json.loads(csl), refers, because)


def event_row(event: DatedEvent) -> Row:
    """Turn a dated event into a row of `event`."""
    return (
        event.id,
        event.capture,
        event.start,
        event.end,
        event.quote,
        event.name,
        event.kind,
        event.which,
        event.body,
        *when_row(event.when),
    )


def event_from(row: Row) -> DatedEvent:
    """Turn a row of `event` into a dated event."""
    key, capture, start, end, quote, name, kind, which, body, *told = row
    when = when_from(tuple(told))
    if when is None:
        raise ValueError(f"the table says no date of {key}")
    place = (key, CaptureId(capture), start, end, quote)
    return DatedEvent(*place, name, kind, which, body, when)


def finding_row(finding: Finding) -> Row:
    """Turn a finding into a row of `finding`; its statements go into `bearing`."""
    return (
        finding.person,
        finding.ordinal,
        finding.kind,
        finding.act,
        finding.status,
        finding.witnesses,
        *when_row(finding.when),
        finding.where,
        finding.what,
        finding.group,
    )


def finding_from(
    row: Row, support: tuple[StatementId, ...], dissent: tuple[StatementId, ...]
) -> Finding:
    """Turn a row of `finding` and what bears on it into a finding."""
    person, ordinal, kind, act, status, witnesses = row[:6]
    where, what, group = row[12:]
    return Finding(
        PersonId(person),
        kind,
        ordinal,
        Act(act),
        Status(status),
        witnesses,
        support,
        dissent,
        when_from(row[6:12]),
        where,
        what,
        group,
    )


def conflict_row(conflict: Conflict) -> Row:
    """Turn a conflict into a row of `conflict`."""
    return (
        conflict.id,
        conflict.person,
        conflict.about,
        conflict.severity,
        conflict.words,
        compact(conflict.statements),
        compact(conflict.events),
    )


def conflict_from(row: Row) -> Conflict:
    """Turn a row of `conflict` into a conflict."""
    key, person, about, severity, words, statements, events = row
    return Conflict(
        key,
        PersonId(person),
        about,
        Severity(severity),
        words,
        tuple(StatementId(s) for s in json.loads(statements)),
        tuple(json.loads(events)),
    )
