"""Corpora in which people marked whom pronouns mean, read as the reader reads prose.

LitBank (Bamman, Lewke and Mansoor 2020) marks every mention of 100 novels' openings;
GAP (Webster and others 2018) asks of one pronoun a passage whether it means A or B.
"""

import csv
import tarfile
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from lives.extract.english.aliases import aliases
from lives.extract.english.antecedents import Question
from lives.extract.english.entities import link
from lives.extract.english.learned.of_prose import parsed
from lives.extract.english.learned.parse import Parse
from lives.extract.english.mentions import Placed, read_names
from lives.extract.english.people import Named, walk_through
from lives.extract.english.pronouns import Walk
from lives.extract.english.prose import Prose, read_prose
from lives.extract.english.ranker import Choice
from lives.extract.english.together import coordinated
from lives.extract.english.traces import (
    Trace,
)
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Mention
from lives.model.passage import Block, TextAsRead
from lives.reading.names import parse_name

HELD_OUT = 15  # books of LitBank last in the alphabet, in which nothing is learned
CAPTURE = CaptureId("0" * 64)
_CLOSING = frozenset(".,;:!?)]’”'…") | {"'s", "n't", "'ll", "'d", "'re", "'ve", "'m"}
_OPENING = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Marked:
    """A pronoun with what people say it means.

    Attributes:
        question: The pronoun and whom it may mean.
        right: Positions of the candidates it does mean, or may mean for all that is
            marked; their number stands for nobody of them.
        named: It means someone named earlier.
        corpus: Where it is from.
        pair: Positions of the two candidates GAP asks about; -1 for none.
    """

    question: Question
    right: frozenset[int]
    named: bool
    corpus: str
    pair: tuple[int, int] = (-1, -1)


@dataclass(frozen=True, slots=True)
class Book:
    """A text of LitBank: its words, and whom each mention means.

    Attributes:
        name: The file's.
        prose: The text.
        chains: Number of whoever is meant, by first and last code point.
        parses: The parse of every sentence; () where syntax is not read.
    """

    name: str
    prose: Prose
    chains: dict[tuple[int, int], int]
    parses: Sequence[Parse] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of GAP.

    Attributes:
        prose: The text.
        pronoun: Its first code point.
        names: Of A and B: first code point, one past the last, and whether it is meant.
        feminine: The pronoun is feminine.
        parses: The parse of every sentence; () where syntax is not read.
    """

    prose: Prose
    pronoun: int
    names: tuple[tuple[int, int, bool], tuple[int, int, bool]]
    feminine: bool
    parses: Sequence[Parse] = ()


# --- the files ------------------------------------------------------------------------


def litbank(archive: Path) -> list[Book]:
    """Read LitBank from `litbank_coref.tar.xz`, in the order of the titles."""
    with tarfile.open(archive) as tar:
        names = (n for n in tar.getnames() if n.endswith(".conll"))
        return [_book(name, _lines(tar, name)) for name in sorted(names, key=_title)]


def _title(name: str) -> str:
    return Path(name).stem.partition("_")[2]


def _lines(tar: tarfile.TarFile, name: str) -> list[str]:
    file = tar.extractfile(name)
    return file.read().decode().splitlines() if file else []


def _book(name: str, lines: Sequence[str]) -> Book:
    words = [line.split("\t") for line in lines if line and line[0] != "#"]
    text, spans = _joined([fields[3] for fields in words])
    chains: dict[tuple[int, int], int] = {}
    opened: dict[int, list[int]] = defaultdict(list)
    for fields, (start, end) in zip(words, spans, strict=True):
        for mark in fields[-1].split("|") if fields[-1] not in ("", "_") else []:
            chain = int(mark.strip("()"))
            if mark.startswith("("):
                opened[chain].append(start)
            if mark.endswith(")"):
                chains[opened[chain].pop(), end] = chain
    return Book(Path(name).stem, _prose(text), chains)


def _joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write words as a text; return where each stands in it."""
    text, spans, quoted, glued = "", [], False, True
    for word in words:
        straight = word == '"'
        closes = word in _CLOSING or (straight and quoted)
        text += "" if glued or closes else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glued = word in _OPENING or (straight and not quoted)
        quoted = quoted != straight
    return text, spans


def gap(path: Path) -> list[Passage]:
    """Read a file of GAP."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_passage(row) for row in rows]


def _passage(row: dict[str, str]) -> Passage:
    a, b = (
        (int(row[f"{k}-offset"]), int(row[f"{k}-offset"]) + len(row[k]), said == "TRUE")
        for k, said in (("A", row["A-coref"]), ("B", row["B-coref"]))
    )
    feminine = row["Pronoun"].lower() in ("she", "her", "hers")
    return Passage(_prose(row["Text"]), int(row["Pronoun-offset"]), (a, b), feminine)


def _prose(text: str) -> Prose:
    return read_prose(TextAsRead(text, (Block(0, len(text)),), "corpus"))


# --- the reader, watched --------------------------------------------------------------


@dataclass(slots=True)
class Watched(Walk):
    """A walk that keeps what was asked, and where everyone was met."""

    asked: list[Question] = field(default_factory=list)
    met: list[tuple[MentionId, int, int]] = field(default_factory=list)

    def choose(self, asked: Question) -> Choice | None:
        """Keep what is asked."""
        self.asked.append(asked)
        return Walk.choose(self, asked)

    def situated(self, trace: Trace, number: int) -> Trace:
        """Keep where someone was met."""
        tokens = self.prose.sentences[number].tokens
        start, end = tokens[trace.first].start, tokens[trace.last].end
        self.met.append((trace.entity.head, start, end))
        return Walk.situated(self, trace, number)

    def place(self, asked: Question) -> int:
        """Return the first code point of a pronoun."""
        return asked.tokens[asked.point.at].start


_Text = TypeVar("_Text", Book, Passage)


def with_syntax(texts: Sequence[_Text]) -> list[_Text]:
    """Parse every sentence of texts."""
    return [replace(text, parses=parsed(text.prose)) for text in texts]


def watch(
    prose: Prose,
    parses: Sequence[Parse] = (),
    also: Sequence[tuple[int, int]] = (),
) -> Watched:
    """Read a text and keep what was asked on the way.

    Args:
        prose: The text.
        parses: The parse of every sentence; () where syntax is not read.
        also: Spans that are names, whether the reader sees it or not.
    """
    names, doubtful = read_names(prose, CAPTURE)
    missing = [s for s in also if not any(_overlap(s, p.mention) for p in names)]
    names = sorted(
        [*names, *(p for s in missing if (p := _named(prose, s)))],
        key=lambda placed: placed.mention.start,
    )
    linked, cast = link(names, aliases(prose, names), prose)
    groups = coordinated(prose, linked)
    named = Named(linked, cast, groups, doubtful)
    walk = walk_through(prose, CAPTURE, named, parses, Watched)
    assert isinstance(walk, Watched)  # noqa: S101  # for the type checker
    walk.read()
    return walk


def _overlap(span: tuple[int, int], mention: Mention) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def _named(prose: Prose, span: tuple[int, int]) -> Placed | None:
    place = token_places(prose, *span)
    if place is None:
        return None
    number, first, last = place
    text = prose.text[span[0] : span[1]]
    name = parse_name(text)
    key = Mention.key(CAPTURE, *span)
    mention = Mention(key, CAPTURE, *span, text, gender=name.gender, name=name.plain)
    return Placed(mention, number, first, last)


def token_places(prose: Prose, start: int, end: int) -> tuple[int, int, int] | None:
    """Find the sentence, first and last token of a span; None if it has none."""
    number = bisect_right(prose.sentences, start, key=lambda s: s.start) - 1
    places = [
        i
        for i, token in enumerate(prose.sentences[max(0, number)].tokens)
        if token.start < end and start < token.end
    ]
    return (number, places[0], places[-1]) if places and number >= 0 else None


# --- pronouns with what they mean -----------------------------------------------------


def marked_in_passage(passage: Passage) -> Marked | None:
    """Ask the reader of a passage of GAP; None if it does not see the pronoun."""
    names = [(a, b) for a, b, _ in passage.names]
    walk = watch(passage.prose, passage.parses, names)
    asked = next((q for q in walk.asked if walk.place(q) == passage.pronoun), None)
    if asked is None:
        return None
    heads = [c.entity.head for c in asked.candidates]
    nobody = len(heads)
    means = {_whom(walk, name[:2]) for name in passage.names if name[2]}
    right = {i for i, head in enumerate(heads) if head in means}
    if not means:
        others = {_whom(walk, name[:2]) for name in passage.names}
        right = {i for i, head in enumerate(heads) if head not in others} | {nobody}
    a, b = (_whom(walk, name[:2]) for name in passage.names)
    pair = (heads.index(a) if a in heads else -1, heads.index(b) if b in heads else -1)
    return Marked(asked, frozenset(right or {nobody}), bool(means), "gap", pair)


def _whom(walk: Watched, span: tuple[int, int]) -> MentionId | None:
    for head, start, end in walk.met:
        if start < span[1] and span[0] < end:
            return head
    return None


def marked_as_read(book: Book) -> list[Marked]:
    """Ask the reader of each pronoun of a book, with the people it has read itself."""
    walk = watch(book.prose, book.parses)
    votes: dict[MentionId, Counter[int]] = defaultdict(Counter)
    within = _Smallest(book)
    pronouns = {walk.place(asked) for asked in walk.asked}
    for head, start, end in walk.met:
        chain = within.chain(start, end)
        if chain is not None and start not in pronouns:
            votes[head][chain] += 1
    found = []
    for asked in walk.asked:
        start = walk.place(asked)
        chain = book.chains.get((start, start + len(asked.word)))
        if chain is None:
            continue
        whom = [votes[c.entity.head].most_common(1) for c in asked.candidates]
        right = {i for i, top in enumerate(whom) if top and top[0][0] == chain}
        marked = frozenset(right or {len(whom)})
        found.append(Marked(asked, marked, bool(right), "litbank"))
    return found


class _Smallest:
    """Finds the shortest mention around a span."""

    def __init__(self, book: Book) -> None:
        self.spans = sorted(book.chains, key=lambda span: span[1] - span[0])
        self.chains = book.chains

    def chain(self, start: int, end: int) -> int | None:
        around = (s for s in self.spans if s[0] <= start and end <= s[1])
        span = next(around, None)
        return self.chains[span] if span else None
