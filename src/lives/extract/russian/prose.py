"""Russian prose as words and sentences, each with its place in the text as read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lives.extract.russian.models import cut_sentences, cut_words
from lives.model.passage import Block, BlockForm, TextAsRead

# Sentences do not end after these; razdel knows others.
_OPEN_ENDED = re.compile(
    r"(?:^|[\s(])(?:род|ум|расстр|прож|губ|обл|дер|пос|им|тов|гр|проф|акад|ген|св|ур|"
    r"пр|наст|фам|псевд|урожд|[А-ЯЁ])\.$",
    re.IGNORECASE,
)
_BRACKET = 300  # code points within which a bracket is closed
_LINES = re.compile(r"\n+")
# Letters that look alike: a Latin one in a Cyrillic word is read as meant.
_LATIN, _CYRILLIC = "ABCEHKMOPTXYaceopxyë", "АВСЕНКМОРТХУасеорхуё"
_MEANT = str.maketrans(_LATIN, _CYRILLIC)
_WORD = re.compile(r"\w+")
_MIXED = re.compile(r"[А-Яа-яЁё]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    Attributes:
        start: First code point in the text as read.
        end: One past the last.
        text: The characters, Latin letters in a Cyrillic word as they are meant.
    """

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """Return it in lower case, with е for ё."""
        return self.text.lower().replace("ё", "е")

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        tokens: Its words and marks in order; never empty.
        block: Position of its paragraph among the document's blocks.
        heading: It stands in a heading.
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
    """A text as read, cut into sentences.

    Attributes:
        text: It.
        sentences: Its sentences, in order.
        meant: The same text, letters of another script as they are meant; every offset
            holds for both.
    """

    text: str
    sentences: tuple[Sentence, ...]
    meant: str


def meant(word: str) -> str:
    """Read Latin letters that stand in a Cyrillic word for their look-alikes.

    >>> meant("Ивaнов") == "Иванов", meant("Ivanov")
    (True, 'Ivanov')
    """
    return word.translate(_MEANT) if _MIXED.search(word) else word


def read_prose(read: TextAsRead) -> Prose:
    """Cut a text as read into sentences, block by block."""
    text = _WORD.sub(lambda match: meant(match.group()), read.text)
    found = [
        sentence
        for number, block in enumerate(read.blocks)
        for sentence in _of_block(text, block, number)
    ]
    return Prose(read.text, tuple(found), text)


def _of_block(text: str, block: Block, number: int) -> Iterator[Sentence]:
    heading = block.form is BlockForm.HEADING
    for start, end in _spans(text, block):
        words = cut_words(text[start:end])
        tokens = tuple(
            Token(start + first, start + last, text[start + first : start + last])
            for first, last in words
        )
        if tokens:
            yield Sentence(tokens, number, heading)


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield where sentences stand; a line of its own that ends in no mark is one."""
    open_ = -1
    for first, last in cut_sentences(text[block.start : block.end]):
        start, end = block.start + first, block.start + last
        start, open_ = (open_, -1) if open_ >= 0 else (start, -1)
        if _goes_on(text[start:end]) and end < block.end:
            open_ = start
            continue
        yield from _lines(text, start, end)
    if open_ >= 0:
        yield from _lines(text, open_, block.end)


def _goes_on(sentence: str) -> bool:
    """Tell whether a sentence does not end here: an abbreviation, an open bracket."""
    bracket = sentence.rfind("(") > sentence.rfind(")")
    opened = bracket and len(sentence) - sentence.rfind("(") < _BRACKET
    return opened or sentence.endswith(";") or bool(_OPEN_ENDED.search(sentence))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut where a line ends and the next begins with a capital letter."""
    at = start
    for gap in _LINES.finditer(text, start, end):
        following = text[gap.end() : gap.end() + 1]
        if following.isupper() and text[gap.start() - 1].isalpha() and gap.start() > at:
            line = text[at : gap.start()]
            if "\n" in gap.group() and _short(line):
                yield at, gap.start()
                at = gap.end()
    if at < end:
        yield at, end


def _short(line: str) -> bool:
    """Tell whether a line is too short to have been broken for its width."""
    return len(line.rsplit("\n", 1)[-1]) < 60  # noqa: PLR2004  # half of a wide line
