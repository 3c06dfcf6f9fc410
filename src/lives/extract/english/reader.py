"""The English reader: prose goes in, mentions, statements, claims, citations come out.

By rules and data; where the archive chooses a reader of entities, it is asked which
names are whose. What the syntax shows is sure; what it only suggests is proposed. Read
in order, `_found` is the whole of it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from lives.extract.chosen import entity_reader
from lives.extract.english.aggregates import find_claims
from lives.extract.english.citations import find_citations
from lives.extract.english.dating import Dating, date_sentences
from lives.extract.english.people import read_people
from lives.extract.english.prose import Prose, read_prose
from lives.extract.english.quotes import quotations
from lives.extract.english.statements import StatementReader
from lives.extract.extractor import Document, Extractor, extractors
from lives.extract.named import EntityReader, EntitySpan, Remarking, entities
from lives.model.extracted import Extracted
from lives.model.ids import MentionId
from lives.model.mention import Mention, MentionKind
from lives.model.statement import Statement

VERSION = "english/1"


def read_english(
    document: Document, by: EntityReader | None = None
) -> Iterator[Extracted]:
    """Yield all that a document says; a mention before what is said of it.

    A reader of entities is asked before this returns, so that nobody holds the
    archive while a model or a server is at work.

    Raises:
        ReaderFailed: The reader of entities could not read.
    """
    prose = read_prose(document.read)
    sentences = [(sentence.start, sentence.end) for sentence in prose.sentences]
    seen = entities(by, prose.text, sentences) if by else []
    return _found(document, prose, seen, _version(by))


def _version(by: EntityReader | None) -> str:
    return f"{VERSION}+{by.version}" if by else VERSION


def _found(
    document: Document,
    prose: Prose,
    seen: Sequence[Sequence[EntitySpan]],
    version: str,
) -> Iterator[Extracted]:
    citations = find_citations(prose, document.capture)
    cited = [(citation.start, citation.end) for citation in citations]
    people = read_people(prose, document.capture, seen)
    mentions = [m for m in people.mentions if not _cited(m, cited)]
    dating = date_sentences(prose, document.read, document.source.written, cited)
    dates = [(date.start, date.end, date.when) for date in dating.dates]
    spoken = quotations(prose.text, mentions, citations)
    reader = StatementReader(prose, document.capture, mentions, dates, spoken, version)
    said = list(_anchored(reader.read(), prose, dating))
    yield from _kept(mentions, said)
    yield from said
    yield from find_claims(prose, document.capture)
    yield from citations


def _cited(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an unnamed mention stands inside a citation."""
    at = bisect_right(spans, (mention.start, mention.end)) - 1
    inside = at >= 0 and mention.start < spans[at][1]
    return inside and mention.kind is not MentionKind.NAME


def _anchored(
    said: Iterable[Statement], prose: Prose, dating: Dating
) -> Iterator[Statement]:
    """Give undated statements of a chronology the date of their entry."""
    ends = [sentence.end for sentence in prose.sentences]
    at = 0
    for statement in said:
        while at < len(ends) - 1 and ends[at] <= statement.start:
            at += 1
        if statement.when is None and dating.certain[at]:
            because = f"{statement.because}; date of the entry"
            statement = replace(statement, when=dating.anchor(at), because=because)  # noqa: PLW2901  # the same, dated
        yield statement


def _kept(mentions: Sequence[Mention], said: Sequence[Statement]) -> Iterator[Mention]:
    """Yield names, the unnamed, and the pronouns that carry a statement."""
    by_id = {mention.id: mention for mention in mentions}
    wanted = {m.id for m in mentions if m.kind is MentionKind.NAME or m.relation}
    for statement in said:
        wanted.add(statement.subject)
        wanted.update(r.mention for r in statement.roles if r.mention)
        if statement.speaker is not None:
            wanted.add(statement.speaker)
    for key in list(wanted):
        wanted.update(_behind(key, by_id))
    yield from (mention for mention in mentions if mention.id in wanted)


def _behind(key: MentionId, by_id: dict[MentionId, Mention]) -> Iterator[MentionId]:
    """Yield the mentions that one rests on: antecedents, and those it is known by."""
    open_ = [key]
    seen: set[MentionId] = set()
    while open_:
        mention = by_id.get(open_.pop())
        if mention is None or mention.id in seen:
            continue
        seen.add(mention.id)
        yield mention.id
        open_.extend(k for k in (mention.antecedent, mention.of) if k)


def _suited(table: Mapping[str, Any]) -> Extractor:
    """Make the extractor that asks the reader of entities which the archive chooses."""
    by = entity_reader(table)
    if by is None:
        return english
    remarks = by.remarks if isinstance(by, Remarking) else tuple
    return Extractor(_version(by), partial(read_english, by=by), remarks=remarks)


english = Extractor(VERSION, read_english, _suited)
extractors.add("english")(english)
