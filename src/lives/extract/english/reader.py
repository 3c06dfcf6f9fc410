"""The English reader: prose goes in, mentions, statements, remarks come out.

By rules and data over what a small learned reader sees of each sentence: its syntax
and the names in it. Where the archive chooses a reader of entities, that is asked for
names instead; where speed matters more, the rules read alone. What the syntax shows
is sure; what it only suggests is proposed. Read in order, `_asked`,
`_laid` and `_found` are the whole of it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from lives.extract.chosen import LEARNED_NAMES, entity_reader
from lives.extract.english.aggregates import find_claims
from lives.extract.english.citations import find_citations
from lives.extract.english.dating import Dating, date_sentences
from lives.extract.english.events import find_events
from lives.extract.english.learned.of_prose import LEARNED, named, parsed
from lives.extract.english.learned.parse import Parse
from lives.extract.english.people import read_people
from lives.extract.english.prose import Prose, read_prose
from lives.extract.english.quotes import quotations
from lives.extract.english.sight import sight
from lives.extract.english.statements import Seen, StatementReader
from lives.extract.extractor import Document, Extractor, extractors
from lives.extract.named import EntityReader, EntitySpan, Remarking, entities
from lives.extract.sight import Sight
from lives.model.claim import Citation
from lives.model.extracted import Extracted
from lives.model.ids import MentionId
from lives.model.mention import Mention, MentionKind
from lives.model.statement import Statement

VERSION = "english/3"


@dataclass(frozen=True, slots=True)
class Way:
    """How English is to be read.

    Attributes:
        syntax: Sentences are parsed by the learned reader, not by token order alone.
        names: The learned reader is asked for names as well.
        by: Another reader of entities that is asked for them.
    """

    syntax: bool = True
    names: bool = True
    by: EntityReader | None = None

    @property
    def version(self) -> str:
        """Name and version of the reader and of all that it asks."""
        learned = [LEARNED] if self.syntax else []
        return "+".join((VERSION, *learned, *([self.by.version] if self.by else [])))


WHOLE = Way()
FAST = Way(syntax=False, names=False)


def read_english(document: Document, way: Way = WHOLE) -> Iterator[Extracted]:
    """Yield all that a document says; a mention before what is said of it.

    Models and readers of entities are asked before this returns, so that nobody holds
    the archive while a model or a server is at work.

    Raises:
        ReaderFailed: The reader of entities could not read.
    """
    return _found(document, _asked(document, way), way.version)


def see_english(document: Document, said: Statement, way: Way = WHOLE) -> Sight | None:
    """Look again at what the reader sees where a statement stands.

    Raises:
        ReaderFailed: The reader of entities could not read.
    """
    asked = _asked(document, way)
    return sight(_laid(document, asked, way.version).reader, said, asked.seen)


class _Asked(NamedTuple):
    """What models and readers of entities say of a document, sentence by sentence."""

    prose: Prose
    seen: Sequence[Sequence[EntitySpan]]
    parses: Sequence[Parse]


class _Laid(NamedTuple):
    """A document laid out for its statements to be read."""

    citations: Sequence[Citation]
    mentions: Sequence[Mention]
    dating: Dating
    reader: StatementReader


def _asked(document: Document, way: Way) -> _Asked:
    prose = read_prose(document.read)
    parses = parsed(prose) if way.syntax else []
    seen: Sequence[Sequence[EntitySpan]] = ()
    if way.by is not None:
        sentences = [(sentence.start, sentence.end) for sentence in prose.sentences]
        seen = entities(way.by, prose.text, sentences)
    elif way.names:
        seen = named(prose, parses)
    return _Asked(prose, seen, parses)


def _laid(document: Document, asked: _Asked, version: str) -> _Laid:
    prose = asked.prose
    citations = find_citations(prose, document.capture)
    cited = [(citation.start, citation.end) for citation in citations]
    people = read_people(prose, document.capture, asked.seen, asked.parses)
    mentions = [m for m in people.mentions if not _cited(m, cited)]
    dating = date_sentences(prose, document.read, document.source.written, cited)
    spoken = quotations(prose.text, mentions, citations)
    seen_in = Seen(mentions, dating, spoken, asked.parses)
    reader = StatementReader(prose, document.capture, seen_in, version)
    return _Laid(citations, mentions, dating, reader)


def _found(document: Document, asked: _Asked, version: str) -> Iterator[Extracted]:
    prose, laid = asked.prose, _laid(document, asked, version)
    said = list(_anchored(laid.reader.read(), prose, laid.dating))
    yield from _kept(laid.mentions, said)
    yield from said
    yield from find_claims(prose, document.capture)
    yield from laid.citations
    yield from find_events(prose, document.capture, laid.dating.dates)


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
    """Make the extractor that reads as the archive's settings want it."""
    by = entity_reader(table)
    fast = bool(table.get("fast"))
    learned = table.get("entities", LEARNED_NAMES) == LEARNED_NAMES
    way = Way(not fast, learned and not fast, by)
    extract, see = partial(read_english, way=way), partial(see_english, way=way)
    if by is None or not isinstance(by, Remarking):
        return Extractor(way.version, extract, see=see)
    return Extractor(way.version, extract, see=see, remarks=by.remarks)


english = Extractor(WHOLE.version, read_english, _suited, see_english)
extractors.add("english")(english)
