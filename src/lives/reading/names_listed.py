"""Names as lists write them: surname first, in capitals, other names in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lives.reading.names_given import is_given_name, particles
from lives.reading.names_letters import meant
from lives.reading.names_marks import SURNAMES, WHOLES, mark_of
from lives.reading.names_written import is_initial, is_patronymic

_OPEN, _CLOSE = "([", ")]"
_DEEPEST = 2  # brackets within brackets that still hold names
_PARTED = re.compile(r"\s*[,;/]\s*")
_SURNAME = re.compile(r"(?:[оеё]ва?|ына?|ина?|ая|[сц]к(?:ий|ой))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Other:
    """Another name of the same person, and where it is written.

    Attributes:
        start: First code point of its words in what was written.
        end: One past the last.
        name: The whole name in plain order.
    """

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list, read.

    Attributes:
        name: In plain order, given names first; "" if there is none.
        others: Other names of the same person.
        unread: Where brackets stand that hold no name, or are never closed.
    """

    name: str
    others: tuple[Other, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()


def listed_name(written: str, *, surname_first: bool, depth: int = 0) -> Listed:
    """Read a name, and those that stand in brackets behind its words.

    Args:
        written: The name in one line, as a list writes it.
        surname_first: The surname comes first.
        depth: How many brackets it stands in itself.

    >>> found = listed_name("ОРЛОВ (Адлер) Яков (Янкель) Ильич", surname_first=True)
    >>> found.name, [other.name for other in found.others]
    ('Яков Ильич Орлов', ['Яков Ильич Адлер', 'Янкель Ильич Орлов'])
    >>> found = listed_name("Орлов Яков Ильич (он же Адлер Янкель)", surname_first=True)
    >>> [other.name for other in found.others]
    ['Янкель Адлер']
    """
    if not any(bracket in written for bracket in _OPEN):
        return Listed(in_plain_order(meant(written), surname_first=surname_first))
    words: list[str] = []
    others: list[Other] = []
    unread: list[tuple[int, int]] = []
    brackets: list[tuple[int, int, int]] = []
    for start, end, within in _stretches(written):
        if not within:
            words += written[start:end].split()
        elif end < len(written) and written[end] in _CLOSE:
            brackets.append((start, end, len(words)))
        else:  # it is never closed
            unread.append((start - 1, end))
    order = _Order(tuple(words), surname_first)
    for start, end, before in brackets:
        nested = depth < _DEEPEST
        found = (
            list(_others(written, (start, end), order, before, depth)) if nested else []
        )
        others += found
        if not found:
            unread.append((start - 1, end + 1))
    return Listed(order.name(words), tuple(others), tuple(sorted(unread)))


def in_plain_order(full: str, *, surname_first: bool) -> str:
    """Return a name given names first, without capitals and commas.

    >>> in_plain_order("МРАЧКОВСКИЙ Сергей Витальевич", surname_first=True)
    'Сергей Витальевич Мрачковский'
    >>> in_plain_order("Smilga, Ivar", surname_first=True)
    'Ivar Smilga'
    """
    surname, comma, rest = full.partition(",")
    words = full.split()
    if not surname_first:
        return " ".join(map(lowered, words))
    if comma:
        heads, tails = surname.split(), rest.split()
    else:
        count = _surname_words(words)
        heads, tails = words[:count], words[count:]
    return " ".join(map(lowered, (*tails, *heads)))


def lowered(word: str) -> str:
    """Put a word written in capitals into the usual letters.

    >>> lowered("ТЕР-ВАГАНЯН"), lowered("Орлова-")
    ('Тер-Ваганян', 'Орлова')
    >>> lowered("И.")
    'И.'
    """
    pieces = word.strip("-").split("-")
    return "-".join(
        p.capitalize() if len(p) > 1 and p.isupper() and not p.endswith(".") else p
        for p in pieces
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """The words of a name outside brackets, and which of them is the surname."""

    words: tuple[str, ...]
    surname_first: bool

    def name(self, words: list[str]) -> str:
        return in_plain_order(meant(" ".join(words)), surname_first=self.surname_first)

    def surname(self) -> tuple[int, int]:
        """Return the place of the surname among the words."""
        if not self.surname_first:
            return len(self.words) - 1, len(self.words)
        comma = [i for i, w in enumerate(self.words, start=1) if w.endswith(",")]
        return 0, comma[0] if comma else _surname_words(list(self.words))

    def replaced(self, first: int, last: int, by: list[str]) -> str:
        """Return the name with other words in the place of some."""
        if first < last and self.words[last - 1].endswith(","):
            by = [*by[:-1], f"{by[-1]},"]
        return self.name([*self.words[:first], *by, *self.words[last:]])


def _stretches(written: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of what stands outside and within brackets, and which."""
    start = depth = 0
    for i, letter in enumerate(written):
        if letter in _OPEN:
            depth += 1
            if depth == 1:
                yield start, i, False
                start = i + 1
        elif letter in _CLOSE and depth:
            depth -= 1
            if not depth:
                yield start, i, True
                start = i + 1
    yield start, len(written), depth > 0


def _others(
    written: str, span: tuple[int, int], order: _Order, before: int, depth: int
) -> Iterator[Other]:
    """Yield the names in one pair of brackets; none if any of it is no name."""
    found: list[Other] = []
    for first, last in _pieces(written, *span):
        sort, skipped = mark_of(written[first:last])
        named = written[first + skipped : last]
        inner = listed_name(named, surname_first=False, depth=depth + 1)
        words = inner.name.split()
        if inner.unread or not words or not all(map(_of_name, words)):
            return
        shift = first + skipped
        found.append(Other(shift, last, _placed(words, sort, order, before)))
        for other in inner.others:
            name = _placed(other.name.split(), sort, order, before)
            found.append(Other(other.start + shift, other.end + shift, name))
    yield from found


def _placed(words: list[str], sort: str, order: _Order, before: int) -> str:
    """Return the name that some words in brackets give, behind so many others."""
    first, last = order.surname()
    if not order.words or sort in WHOLES or (not before and len(words) > 1):
        return _own(words, order)
    if sort in SURNAMES:
        return order.replaced(first, last, words)
    if len(words) == 1 and before:
        if _means_surname(words[0], order.words[before - 1].strip(",")):
            return order.replaced(first, last, words)
        return order.replaced(before - 1, before, words)
    if is_patronymic(words[-1]) and len(words) < len(order.words):
        given = [w for i, w in enumerate(order.words) if not first <= i < last]
        at = order.words.index(given[0]) if given else 0
        return order.replaced(at, at + len(given), words)
    return _own(words, order)


def _own(words: list[str], order: _Order) -> str:
    """Return a name that stands by itself, in the order of the list if it has it."""
    first_given = is_given_name(words[0]) and not is_given_name(words[-1])
    order_of_list = order.surname_first and not first_given and len(words) > 1
    return in_plain_order(" ".join(words), surname_first=order_of_list)


def _means_surname(word: str, behind: str) -> bool:
    """Tell whether a word in brackets behind another is about the surname."""
    if is_patronymic(behind):
        return not is_patronymic(word) and not is_given_name(word)
    given = is_given_name(behind) and not is_given_name(word)
    return given and bool(_SURNAME.search(word)) and not is_patronymic(word)


def _pieces(written: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names in brackets that stand between commas, not inner ones."""
    inner = [(a, b) for a, b, within in _stretches(written[start:end]) if within]
    at = start
    for found in _PARTED.finditer(written, start, end):
        if not any(a <= found.start() - start < b for a, b in inner):
            yield at, found.start()
            at = found.end()
    yield at, end


def _of_name(word: str) -> bool:
    plain = word.strip(".,")
    named = plain[:1].isupper() and not any(map(str.isdigit, plain))
    return named or plain.casefold() in particles() or is_initial(word)


def _surname_words(words: list[str]) -> int:
    """Count the words of a surname that comes first.

    "ДЕ ЛА КРУС Хуан": all leading capitals belong to it.
    """
    count = sum(1 for _ in takewhile(_capitals, words))
    return count if 0 < count < len(words) else 1


def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word.isupper() and not word.endswith(".")
