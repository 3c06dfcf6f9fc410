"""Prose as tokens and sentences, every one with its place in the text as read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lives import packaged
from lives.model.passage import Block, BlockForm, TextAsRead

# In order: initials and "U.S.S.R."-like runs one letter at a time; numbers with
# their separators; words with inner hyphens and apostrophes (O'Brien, Jean-Pierre);
# the possessive; "was" and "n't" apart; anything else, one character at a time.
_TOKEN = re.compile(
    r"""
    [^\W\d_]\.(?=[^\W\d_]|\s|[,;:)\]'’"”]|$)
  | \d+(?:[.,]\d+)*
  | (?:['’](?:s|S)\b(?![^\W\d_]))
  | [^\W\d_]+(?=n['’]t\b)
  | n['’]t\b
  | [^\W\d_]+(?:(?:['’](?!s\b|S\b)|[-‐‑])[^\W\d_]+)*
  | \S
    """,
    re.VERBOSE,
)
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«([")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    Attributes:
        start: First code point in the text as read.
        end: One past the last.
        text: The characters.
        lower: The same in lower case, with the typewriter apostrophe.
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Tell whether it is a word rather than a number or mark."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        tokens: Its tokens in order; never empty.
        block: Position of its paragraph among the document's blocks.
        heading: It is a heading, or stands in one.
    """

    tokens: tuple[Token, ...]
    block: int
    heading: bool

    @property
    def start(self) -> int:
        """Return its first code point in the text as read."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return one past its last code point."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as read, cut into sentences."""

    text: str
    sentences: tuple[Sentence, ...]


@cache
def _abbreviations() -> frozenset[str]:
    text = packaged.text("lives.extract.english", "data/abbreviations.txt")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return frozenset(line.lower() for line in lines if line)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of a stretch of text.

    >>> [t.text for t in tokens("A.B. Weber’s 1,204 books (7%).")]
    ['A.', 'B.', 'Weber', '’s', '1,204', 'books', '(', '7', '%', ')', '.']
    >>> [t.text for t in tokens("He wasn’t, and won't be.")]
    ['He', 'was', 'n’t', ',', 'and', 'wo', "n't", 'be', '.']
    """
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        lower = word.lower().replace("’", "'")
        yield Token(match.start(), match.end(), word, lower)


def read_prose(read: TextAsRead) -> Prose:
    """Cut a text as read into sentences, block by block."""
    found = [
        Sentence(group, position, block.form is BlockForm.HEADING)
        for position, block in enumerate(read.blocks)
        for group in _sentences(read.text, block)
    ]
    return Prose(read.text, tuple(found))


def _sentences(text: str, block: Block) -> Iterator[tuple[Token, ...]]:
    current: list[Token] = []
    stream = list(tokens(text, block.start, block.end))
    for i, token in enumerate(stream):
        current.append(token)
        if _ends_here(stream, i):
            yield tuple(current)
            current = []
    if current:
        yield tuple(current)


def _ends_here(stream: list[Token], i: int) -> bool:
    """Tell whether a sentence ends with the token at ``i``."""
    last = i
    while last >= 0 and stream[last].text in _CLOSERS:
        last -= 1
    if last < 0 or stream[last].text not in _ENDS:
        return False
    if i + 1 == len(stream):
        return True
    follower = stream[i + 1]
    if follower.text in _CLOSERS and follower.start == stream[i].end:
        return False  # the bracket or quotation mark belongs to this sentence
    if stream[last].text == "." and _abbreviated(stream, last):
        return False
    return _may_begin(stream[i + 1 : i + 3])


def _abbreviated(stream: list[Token], dot: int) -> bool:
    before = stream[dot - 1] if dot else None
    touching = before is not None and before.end == stream[dot].start
    return before is not None and touching and before.lower in _abbreviations()


def _may_begin(following: Iterable[Token]) -> bool:
    for token in following:
        if token.text in _OPENERS or token.text in "—–-[":
            continue
        return token.capital or token.text[0].isdigit()
    return True
