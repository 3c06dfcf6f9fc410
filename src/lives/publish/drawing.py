"""A sentence drawn: rows of words, brackets under them, arcs over them.

Only sizes and places, in pixels; `picture.py` makes pictures of them. Nobody can know
here how wide the reader's letters are: they are estimated, and every piece of text is
drawn to the width that was estimated for it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lives.publish.explanation import Explanation, Part

SIZE, SMALL = 18.0, 13.0  # of the letters of words, of labels
_PAD = 6.0
_ARC, _FOOT, _LABEL = 21.0, 5.0, 17.0  # height of a level of arcs, brackets, labels
_LEG = 12.0  # from the words to the lowest arc
_APART = 8.0  # between labels beside one another, at least
_LONGEST = 44  # letters of a label; all of it stands in the list below
_NARROW, _WIDE = frozenset("ijlIftr1.,;:!|'’()[]- "), frozenset("mwMW@—%ЖШЩЮФМжшщюфмы…")
_TRIGGERS = ("verb", "noun")
_DOUBTS = frozenset(("hedged", "reported", "charged", "negated", "proposed", "voice"))


@dataclass(frozen=True, slots=True)
class Label:
    """Text at a place: its middle, the line it stands on, its width."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of the sentence.

    Attributes:
        text: The letters.
        x: Left end.
        y: The line it stands on.
        width: Its width.
        told: It is among the words of the statement.
    """

    text: str
    x: float
    y: float
    width: float
    told: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket under words, with what they are and what they were read as."""

    role: str
    x: float
    end: float
    y: float
    foot: float
    label: Label | None
    doubt: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc over words, from what the statement hangs on to one of its parts.

    Attributes:
        x: Where it begins; the edge of the picture where it comes from another row.
        end: Where it points, or the edge where it goes on in another row.
        y: Where the words begin.
        top: How high it goes.
        label: What the part is.
        points: It ends here, at a part.
        starts: It begins here, at the verb or noun.
        doubt: It tells what keeps the statement from being a fact.
    """

    x: float
    end: float
    y: float
    top: float
    label: Label
    points: bool
    starts: bool
    doubt: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of a picture, and its size."""

    width: float
    height: float
    words: tuple[Word, ...]
    brackets: tuple[Bracket, ...]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    gap: float
    width: float


@dataclass(slots=True)
class _Row:
    pieces: list[tuple[_Piece, float]]

    def extent(self, part: Part) -> tuple[float, float] | None:
        """Return where the words of a part begin and end in this row."""
        inside = [
            (x, x + piece.width)
            for piece, x in self.pieces
            if piece.start < part.end and piece.end > part.start
        ]
        return (inside[0][0], inside[-1][1]) if inside else None


def draw(found: Explanation, width: float) -> Drawing:
    """Lay a sentence out in rows no wider than a picture may be."""
    parts = _shown(found.parts)
    rows = list(_rows(found, parts, width))
    hub = _hub(parts)
    words: list[Word] = []
    brackets: list[Bracket] = []
    arcs: list[Arc] = []
    top = 0.0
    for number, row in enumerate(rows):
        over = _arcs(rows, number, parts, hub, width)
        levels = max((level for _, level in over), default=-1) + 1
        line = top + (_LEG + levels * _ARC if levels else _PAD) + SIZE
        roof = line - SIZE
        arcs += (_placed(arc, level, roof) for arc, level in over)
        words += _words(found, row, line)
        below = list(_brackets(row, parts, hub, line + _PAD, width))
        brackets += below
        deepest = [b.label.y if b.label else b.foot for b in below]
        top = max(deepest, default=line) + SMALL + _PAD
    return Drawing(width, top, tuple(words), tuple(brackets), tuple(arcs))


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """Estimate how wide text is, in pixels.

    >>> width_of("will", 10) < width_of("Жмых", 10) < width_of("中文文本", 10)
    True
    """
    return round(sum(map(_letter, text)) * size, 1)


def _letter(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.36
    if char.isdigit():
        return 0.62
    if char in _WIDE:
        return 0.88
    return 0.7 if char.isupper() else 0.56


# --- words -------------------------------------------------------------------------


def _shown(parts: Sequence[Part]) -> list[Part]:
    """Return the parts to be drawn: of two of the same words, the one that decides."""
    found: dict[tuple[str, int, int], Part] = {}
    for part in parts:
        if part.end > part.start:
            found.setdefault((part.role, part.start, part.end), part)
    return list(found.values())


def _hub(parts: Sequence[Part]) -> Part | None:
    """Return what arcs begin at: the verb or noun, or else whom it is about."""
    for role in (*_TRIGGERS, "subject"):
        for part in parts:
            if part.role == role:
                return part
    return None


def _pieces(found: Explanation, parts: Sequence[Part]) -> Iterator[_Piece]:
    """Cut the sentence at its spaces, and where parts begin and end."""
    said = found.statement
    edges = {said.start, said.end}
    edges |= {edge for part in parts for edge in (part.start, part.end)}
    gap = 0.0
    for run in re.finditer(r"\S+", found.words):
        start, end = run.start() + found.start, run.end() + found.start
        cuts = [start, *sorted(e for e in edges if start < e < end), end]
        for first, last in pairwise(cuts):
            text = found.words[first - found.start : last - found.start]
            yield _Piece(first, last, text, gap, width_of(text, SIZE))
            gap = 0.0
        gap = width_of(" ", SIZE)


def _rows(found: Explanation, parts: Sequence[Part], width: float) -> Iterator[_Row]:
    row, x = _Row([]), _PAD
    for piece in _pieces(found, parts):
        if row.pieces and x + piece.gap + piece.width > width - _PAD:
            yield row
            row, x = _Row([]), _PAD
        x += piece.gap if row.pieces else 0.0
        row.pieces.append((piece, x))
        x += piece.width
    yield row


def _words(found: Explanation, row: _Row, line: float) -> Iterator[Word]:
    said = found.statement
    for piece, x in row.pieces:
        told = said.start <= piece.start < said.end
        yield Word(piece.text, x, line, piece.width, told)


# --- brackets ----------------------------------------------------------------------


def _brackets(
    row: _Row, parts: Sequence[Part], hub: Part | None, y: float, width: float
) -> Iterator[Bracket]:
    """Place brackets, and below them, where there is room, what they were read as.

    What a part is, its arc says; only where no arc leads to it the bracket does.
    """
    feet: list[list[tuple[float, float]]] = []
    labels: list[list[tuple[float, float]]] = []
    spans = [(extent, p) for p in parts if (extent := row.extent(p))]
    spans.sort(key=lambda span: span[0][1] - span[0][0])
    levels = [_free(feet, (x + 2, end - 2)) for (x, end), _ in spans]
    deep = y + _FOOT * len(feet) + SMALL  # labels stand below all the brackets
    for ((x, end), part), depth in zip(spans, levels, strict=True):
        foot = y + _FOOT * (1 + depth)
        told = ("" if _pointed_at(part, hub) else part.role, part.reads)
        text = short(": ".join(text for text in told if text))
        label = None
        if text:
            wide = width_of(text, SMALL)
            half = wide / 2 + 2
            middle = min(max((x + end) / 2, half), width - half)
            level = _free(labels, (middle - half - _APART, middle + half))
            label = Label(text, middle, deep + level * _LABEL, wide)
        yield Bracket(part.role, x, end, y, foot, label, part.role in _DOUBTS)


def _free(taken: list[list[tuple[float, float]]], reach: tuple[float, float]) -> int:
    """Return the first level on which nothing stands in the way, and take it."""
    start, end = reach
    for level, row in enumerate(taken):
        if all(end <= first or last <= start for first, last in row):
            row.append((start, end))
            return level
    taken.append([(start, end)])
    return len(taken) - 1


def short(text: str) -> str:
    """Shorten a label."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


# --- arcs --------------------------------------------------------------------------


def _arcs(
    rows: Sequence[_Row],
    number: int,
    parts: Sequence[Part],
    hub: Part | None,
    width: float,
) -> list[tuple[Arc, int]]:
    """Return the arcs over one row, each with its level, the nearest lowest."""
    if hub is None:
        return []
    home = max(i for i, row in enumerate(rows) if row.extent(hub))  # the main verb's
    found = []
    for part in parts:
        where = next((i for i, row in enumerate(rows) if row.extent(part)), None)
        if where is not None and _pointed_at(part, hub):
            arc = _arc(rows, number, (home, hub), (where, part), width)
            if arc is not None:
                found.append(arc)
    found.sort(key=lambda arc: abs(arc.end - arc.x))
    if number == home:
        _spread(found, rows[number].extent(hub) or (0.0, 0.0))
    taken: list[list[tuple[float, float]]] = []
    labelled = (_labelled(arc, width) for arc in found)
    return [(arc, _over(taken, arc)) for arc in labelled]


def _pointed_at(part: Part, hub: Part | None) -> bool:
    """Tell whether an arc leads to a part: it is not the hub, nor inside it."""
    return hub is not None and not (hub.start <= part.start and part.end <= hub.end)


def _over(taken: list[list[tuple[float, float]]], arc: Arc) -> int:
    """Return a level over everything that an arc spans."""
    half = arc.label.width / 2
    start = min(arc.x, arc.end, arc.label.x - half) - 2
    end = max(arc.x, arc.end, arc.label.x + half) + 2
    level = 0
    for i, row in enumerate(taken):
        if any(start < last and first < end for first, last in row):
            level = i + 1
    while len(taken) <= level:
        taken.append([])
    taken[level].append((start, end))
    return level


def _arc(
    rows: Sequence[_Row],
    number: int,
    hub: tuple[int, Part],
    target: tuple[int, Part],
    width: float,
) -> Arc | None:
    """Return what stands over one row of the arc to a part; None for nothing."""
    (home, trigger), (where, part) = hub, target
    starts, points = number == home, number == where
    if not (starts or points):
        return None
    x = _middle(rows[home], trigger) if starts else _edge(home < number, width)
    end = _middle(rows[where], part) if points else _edge(where < number, width)
    label = Label(part.role, 0.0, 0.0, width_of(part.role, SMALL))
    doubt = part.role in _DOUBTS
    return Arc(x, end, 0.0, 0.0, label, points, starts, doubt)


def _edge(before: bool, width: float) -> float:  # noqa: FBT001  # one of two edges
    return 0.0 if before else width


def _middle(row: _Row, part: Part) -> float:
    x, end = row.extent(part) or (0.0, 0.0)
    return (x + end) / 2


def _labelled(arc: Arc, width: float) -> Arc:
    """Put the label in the middle of an arc, as far as the picture has room."""
    half = arc.label.width / 2 + 2
    middle = min(max((arc.x + arc.end) / 2, half), width - half)
    return replace(arc, label=replace(arc.label, x=middle))


def _spread(arcs: list[Arc], hub: tuple[float, float]) -> None:
    """Let the arcs that begin at one word begin beside one another."""
    for left in (True, False):
        side = [i for i, a in enumerate(arcs) if a.starts and (a.end < a.x) is left]
        room = (hub[1] - hub[0]) / 2
        step = min(9.0, room / (len(side) + 1))
        for n, i in enumerate(side):  # the nearest farthest out, so that none cross
            shift = room - step * (n + 1)
            x = arcs[i].x + (-shift if left else shift)
            arcs[i] = replace(arcs[i], x=x)


def _placed(arc: Arc, level: int, roof: float) -> Arc:
    top = roof - _LEG - level * _ARC
    label = replace(arc.label, y=top + SMALL / 3)
    return replace(arc, y=roof, top=top, label=label)
