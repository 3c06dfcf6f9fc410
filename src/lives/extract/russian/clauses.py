"""Clauses: which verb each word of a sentence belongs to.

Cut by marks, conjunctions and the words that open clauses, then put together again: a
subject waits for its verb across what stands between, and what follows a clause inside
another goes on with the outer one. Trees learned from news lose such things; the order
of words and the forms of verbs do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lives.extract.russian.frames import words as listed
from lives.extract.russian.parsing import Word

_HARD = frozenset((";", ":", "(", ")", "–", "—", ".", "…", "!", "?", "[", "]"))
_JOINING = frozenset(
    ("и", "или", "а", "но", "да", "либо", "однако", "зато", "затем", "потом")
)
_ONWARD = _JOINING | {
    ";",
    ":",
}  # what stands after these goes with the verb that follows
_STOPS = frozenset((".", "…", "!", "?"))
_LENGTH = 2  # words of what stands in a sentence by itself: "говорят", "как говорят"
_PREDICATES = frozenset(
    ("известно", "неизвестно", "доказано", "ясно", "жив", "мертв", "нет")
)


class Sort(StrEnum):
    """What carries a clause."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    NONE = "none"


@dataclass(slots=True)
class Clause:
    """A verb with the words that belong to it.

    Attributes:
        places: Positions of its words, in order.
        verb: Position of what carries it; -1 if nothing does.
        sort: What that is.
        opener: The word that opens it: "что", "который"; "" if none does.
        opens: Position of that word; -1.
        outer: The clause it stands in or hangs on.
        before: The clause it is joined to by a conjunction or comma, at one level.
        joined: By "и", not by a comma alone.
    """

    places: list[int] = field(default_factory=list)
    verb: int = -1
    sort: Sort = Sort.NONE
    opener: str = ""
    opens: int = -1
    outer: "Clause | None" = None
    before: "Clause | None" = None
    joined: bool = False


@dataclass(slots=True)
class _Piece:
    first: int
    last: int
    mark: str  # what stands before it
    verb: int
    sort: Sort
    opener: str
    opens: int
    comma: bool = False  # a comma stands before the conjunction


def is_finite(word: Word) -> bool:
    """Tell whether a word is a verb that says something of a subject."""
    if word.lower in _PREDICATES:
        return True
    if word.pos not in {"VERB", "AUX"}:
        return False
    form = word.feats.get("VerbForm", "")
    return form == "Fin" or (form == "Part" and word.feats.get("Variant") == "Short")


def is_aux(words: Sequence[Word], at: int) -> bool:
    """Tell whether "был" only helps another verb or a noun."""
    return words[at].lemma == "быть" and any(
        words[near].pos == "VERB" and near != at
        for near in range(at + 1, min(at + 4, len(words)))
        if words[near].text not in {",", ";"}
    )


def clauses(words: Sequence[Word]) -> list[Clause]:
    """Cut a sentence into clauses, in the order of their beginnings."""
    cutter = _Cutter(words)
    for piece in _pieces(words):
        cutter.take(piece)
    cutter.settle(None)
    return [clause for clause in cutter.found if clause.places]


@dataclass(slots=True)
class _Cutter:
    """Gives pieces to clauses, one after the other.

    Attributes:
        found: The clauses so far.
        stack: Those that may go on: the innermost last.
        pending: Pieces without a verb, until it is seen whose they are.
        waiting: Participles and gerunds before the clause that they hang on.
    """

    words: Sequence[Word]
    found: list[Clause] = field(default_factory=list)
    stack: list[Clause] = field(default_factory=list)
    pending: list[_Piece] = field(default_factory=list)
    waiting: list[Clause] = field(default_factory=list)

    def take(self, piece: _Piece) -> None:
        """Give the next piece to an open clause, or open one with it."""
        if piece.mark in _STOPS:
            self.settle(None)
            self.stack.clear()
        if piece.opener:
            self._unmarked()
            self._open(piece)
        elif piece.sort is Sort.FINITE:
            self._carry(piece)
        elif piece.sort is not Sort.NONE:
            self._hang(piece)
        elif self.stack and self.stack[-1].verb < 0:
            self.stack[-1].places += _places(piece)
        elif self.stack:
            self.pending.append(piece)
        else:
            self._begin(Clause(_places(piece)))

    def settle(self, following: _Piece | None) -> list[int]:
        """Give back what waited; return what belongs to the verb that follows."""
        pending, self.pending = self.pending, []
        split = len(pending)
        if following is not None:
            marked = [
                i
                for i, p in enumerate(pending)
                if p.mark in _ONWARD
                or (p is pending[-1] and self._text(p) in listed("hedges"))
            ]
            if marked:
                split = marked[0]
            elif not self._has_subject(following):
                split = next(
                    (i for i, p in enumerate(pending) if self._has_subject(p)), split
                )
                if split == len(pending) and not self._names(following):
                    split = next(
                        (i for i, p in enumerate(pending) if self._names(p)), split
                    )
        for piece in pending[:split]:
            self._back(piece)
        return [place for piece in pending[split:] for place in _places(piece)]

    def _text(self, piece: _Piece) -> str:
        return " ".join(self.words[at].lower for at in _places(piece))

    def _unmarked(self) -> None:
        """Give back what a comma brought; what "а" brought waits on."""
        while self.pending and self.pending[0].mark not in _ONWARD:
            self._back(self.pending.pop(0))

    def _back(self, piece: _Piece) -> None:
        if self.stack:
            self.stack[-1].places += _places(piece)
        else:
            self.found.append(Clause(_places(piece)))

    def _open(self, piece: _Piece) -> None:
        outer = self.stack[-1] if self.stack else None
        inner = Clause(
            _places(piece), piece.verb, piece.sort, piece.opener, piece.opens, outer
        )
        if piece.mark in _JOINING and outer is not None and outer.opener:
            inner.outer, inner.before = outer.outer, outer
            self.stack.pop()
        self._begin(inner)

    def _hang(self, piece: _Piece) -> None:
        outer = self.stack[-1] if self.stack else None
        if outer is not None and outer.verb >= 0 and self.pending:
            outer = None  # it hangs on what waits for the verb that follows
        inner = Clause(_places(piece), piece.verb, piece.sort, outer=outer)
        self.found.append(inner)
        if outer is None:
            self.waiting.append(inner)

    def _carry(self, piece: _Piece) -> None:
        """Give a verb to the clause that waits for one, or begin a clause beside it."""
        stack = self.stack
        while len(stack) > 1 and stack[-1].verb >= 0 and stack[-2].verb < 0:
            self.settle(None)
            stack.pop()
        current = stack[-1] if stack else None
        if current is not None and current.verb < 0:
            current.places += _places(piece)
            current.verb, current.sort = piece.verb, piece.sort
            return self._hung(current)
        early = self.settle(piece)
        if current is not None and current.opener and len(stack) > 1:
            apart = piece.comma or piece.mark not in _JOINING
            if apart and not self._continues(piece, current):
                stack.pop()
                current = stack[-1]
        clause = Clause(
            [*early, *_places(piece)],
            piece.verb,
            piece.sort,
            before=current,
            joined=piece.mark == "и",
        )
        if current is not None:
            clause.outer, clause.opener, clause.opens = (
                current.outer,
                current.opener,
                current.opens,
            )
            stack.pop()
        self._begin(clause)
        return self._hung(clause)

    def _begin(self, clause: Clause) -> None:
        self.found.append(clause)
        self.stack.append(clause)

    def _hung(self, clause: Clause) -> None:
        for early in self.waiting:
            early.outer = clause
        self.waiting = []

    def _continues(self, piece: _Piece, current: Clause) -> bool:
        """Tell whether a verb after a comma goes on with what "который" opened."""
        return current.opener == "который" and not self._has_subject(piece)

    def _has_subject(self, piece: _Piece) -> bool:
        return any(could_be_subject(self.words, at) for at in _places(piece))

    def _names(self, piece: _Piece) -> bool:
        """Tell whether somebody is named, and not after a preposition."""
        return any(
            self.words[at].spot is not None and self.words[at - 1].pos != "ADP"
            for at in _places(piece)
        )


def could_be_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is in the nominative and hangs on no preposition."""
    word = words[at]
    if word.feats.get("Case") != "Nom" and word.lower not in {"он", "она", "они"}:
        return False
    if word.pos not in {"NOUN", "PROPN", "PRON"} and word.spot is None:
        return False
    return not (at and words[at - 1].pos == "ADP")


def _places(piece: _Piece) -> list[int]:
    return list(range(piece.first, piece.last + 1))


def _pieces(words: Sequence[Word]) -> Iterator[_Piece]:
    """Cut at marks, and at conjunctions between verbs."""
    first, mark, comma = 0, "", False
    for at in range(len(words) + 1):
        at_end = at == len(words)
        if not at_end and not _cut(words, first, at):
            continue
        if at > first:
            piece = _piece(words, first, at - 1, mark)
            piece.comma = comma
            yield piece
        if at_end:
            return
        mark, comma = words[at].lower, words[at].text == ","
        if at and _full_stop(words, first, at):
            mark, first = ".", at
            continue
        if mark == "," and at + 1 < len(words) and words[at + 1].lower in _JOINING:
            mark = words[at + 1].lower
        first = at + 1 if words[at].text in {",", *_HARD} or mark in _JOINING else at


def _cut(words: Sequence[Word], first: int, at: int) -> bool:
    text = words[at].lower
    if text in _HARD or text == "," or _full_stop(words, first, at):
        return True
    if text in _JOINING:
        verbs = [
            i for i in range(first, at) if is_finite(words[i]) and not is_aux(words, i)
        ]
        return bool(verbs) and _verb_follows(words, at)
    return False


def _full_stop(words: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether the dot of "1863 г." ends what has a verb already."""
    if (
        at <= first
        or words[at - 1].date is None
        or not words[at - 1].text.endswith(".")
    ):
        return False
    return words[at].text[0].isupper() and any(
        is_finite(words[i]) for i in range(first, at)
    )


def _verb_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb stands between a conjunction and the next mark."""
    for place in range(at + 1, len(words)):
        if words[place].text == "," or words[place].text in _HARD:
            return False
        if is_finite(words[place]):
            return True
        if words[place].lower in _JOINING:
            return False
    return False


def _piece(words: Sequence[Word], first: int, last: int, mark: str) -> _Piece:
    opener, opens = _opener(words, first, last)
    finite = [
        at
        for at in range(first, last + 1)
        if is_finite(words[at]) and not is_aux(words, at)
    ]
    if finite and last - first < _LENGTH and words[finite[0]].lower in listed("spoken"):
        return _Piece(first, last, mark, -1, Sort.NONE, "", -1)
    if finite:
        return _Piece(first, last, mark, finite[0], Sort.FINITE, opener, opens)
    for at in range(first, last + 1):
        form = words[at].feats.get("VerbForm", "")
        if form == "Inf" and opener:
            return _Piece(first, last, mark, at, Sort.NONE, opener, opens)
        if form == "Conv":
            return _Piece(first, last, mark, at, Sort.GERUND, opener, opens)
        if form == "Part" and at <= first + 3 and not _attributive(words, at, last):
            return _Piece(first, last, mark, at, Sort.PARTICIPLE, opener, opens)
    return _Piece(first, last, mark, -1, Sort.NONE, opener, opens)


def _attributive(words: Sequence[Word], at: int, last: int) -> bool:
    """Tell whether a participle stands before its noun: "сосланный туда Громов"."""
    case = words[at].feats.get("Case", "")
    return any(
        (words[place].pos in {"NOUN", "PROPN"} or words[place].spot is not None)
        and words[place].feats.get("Case") == case
        and words[place].feats.get("Number") == words[at].feats.get("Number")
        and not (place and words[place - 1].pos == "ADP")
        for place in range(at + 1, last + 1)
    )


def _opener(words: Sequence[Word], first: int, last: int) -> tuple[str, int]:
    for at in range(first, min(first + 4, last + 1)):
        word = words[at]
        if word.lemma == "который" or word.lower in listed("opening"):
            if word.lower == "как" and (
                at > first or not any(is_finite(words[i]) for i in range(at, last + 1))
            ):
                return "", -1
            return ("который" if word.lemma == "который" else word.lower), at
        if word.pos not in {
            "ADP",
            "CCONJ",
            "NOUN",
            "PART",
            "SCONJ",
        } and word.lower not in {"и", "а", "но", "того", "том"}:
            return "", -1
    return "", -1
