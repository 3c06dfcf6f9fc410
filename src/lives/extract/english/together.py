"""People named together, and the "they" that means them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lives.extract.english.entities import Entity
from lives.extract.english.lexicon import words
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose, Token
from lives.extract.english.traces import Trace
from lives.extract.english.wordlists import is_person_verb
from lives.model.ids import MentionId

_PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_JOINS = frozenset(
    (
        ("and",),
        (",",),
        (",", "and"),
        ("as", "well", "as"),
        ("or",),
        ("nor",),
        (",", "as", "well", "as"),
        (",", "together", "with"),
        ("together", "with"),
    )
)
_MARKS = frozenset('"“”«»')
_WIDEST = 5  # tokens between two names that stand together
_PLURAL_NOUN = 4  # letters from which a word in -s is taken for a plural


def is_plural_pronoun(lower: str) -> bool:
    """Tell whether a word may mean several people."""
    return lower in _PLURAL


def coordinated(prose: Prose, names: Sequence[Placed]) -> list[list[Placed]]:
    """Gather people named together: "A and B", "A, B and C", "A, together with B"."""
    groups: list[list[Placed]] = []
    current: list[Placed] = []
    joined = False
    for placed in names:
        between = _between(prose, current[-1], placed) if current else None
        if between is not None and between in _JOINS:
            joined = joined or between != (",",)
            current.append(placed)
            continue
        if joined:
            groups.append(current)
        current, joined = [placed], False
    return [*groups, current] if joined else groups


def _between(prose: Prose, one: Placed, two: Placed) -> tuple[str, ...] | None:
    if one.sentence != two.sentence or two.first - one.last > _WIDEST:
        return None
    tokens = prose.sentences[one.sentence].tokens[one.last + 1 : two.first]
    return tuple(t.lower for t in tokens if t.lower not in two.titles)


@dataclass(slots=True)
class Together:
    """The groups of a document, and the one "they" means now.

    Attributes:
        groups: Mentions named together, by sentence.
    """

    groups: dict[int, list[tuple[MentionId, ...]]]
    _now: list[Entity] = field(default_factory=list)
    _since: tuple[int, int] = (-9, 0)
    _subject: bool = False
    _latest: bool = False  # no other plural was named after the group
    _members: dict[MentionId, Trace] = field(default_factory=dict)
    _at: int = 0
    _kept: int = -1
    _tokens: Sequence[Token] = ()

    def named(self, number: int) -> list[tuple[MentionId, ...]]:
        """Return the groups of a sentence."""
        return self.groups.get(number, [])

    def is_listed(self, mention: MentionId) -> bool:
        """Tell whether a mention of the sentence being read stands in a group."""
        return any(mention in group for group in self.named(self._at))

    def begin(
        self, number: int, tokens: Sequence[Token], traces: Sequence[Trace]
    ) -> None:
        """Begin a sentence; the groups of the one before are known whole."""
        self._advance(self._at, self._tokens, len(self._tokens))
        self._at, self._tokens = number, tokens
        self._members = {trace.mention: trace for trace in traces}

    def meant(
        self, number: int, tokens: Sequence[Token], i: int
    ) -> list[Entity] | None:
        """Find the group a plural pronoun means; None when in doubt."""
        self._advance(number, tokens, i)
        if not self._now:
            return None
        at, last = self._since
        lower = tokens[i].lower
        if at == number:
            ongoing = self._kept == number and lower == "their"
            clear = ongoing or not any(map(_plural_noun, tokens[last + 1 : i]))
        else:
            first = not any(map(_plural_noun, tokens[:i]))
            latest = self._subject or self._latest
            clear = at == number - 1 and first and latest and lower == "they"
        if not clear:
            return None
        self._since = (number, i)
        self._kept = number
        self._subject = self._latest = lower == "they"
        return list(self._now)

    def _advance(self, number: int, tokens: Sequence[Token], i: int) -> None:
        """Take up the latest group before a position.

        A sentence in which "they" were meant goes on about them.
        """
        if self._kept == number:
            return
        for group in self.named(number):
            traces = [self._members[m] for m in group if m in self._members]
            if not traces or traces[-1].last >= i:
                continue
            if (number, traces[-1].last) > self._since:
                heads = {trace.entity.head: trace.entity for trace in traces}
                self._now = list(heads.values()) if len(heads) > 1 else []
                self._since = (number, traces[-1].last)
                self._subject = _leads(tokens, traces)
                rest = _unquoted(tokens[traces[-1].last + 1 :])
                self._latest = not any(map(_plural_noun, rest))


def _leads(tokens: Sequence[Token], traces: Sequence[Trace]) -> bool:
    """Tell whether a group is the subject of its sentence."""
    after = tokens[traces[-1].last + 1 : traces[-1].last + 4]
    before = tokens[: traces[0].first]
    own = not any(token.lower in words()["prepositions"] for token in before[-1:])
    return own and any(is_person_verb(token.lower) for token in after)


def _unquoted(tokens: Sequence[Token]) -> list[Token]:
    """Return what stands outside quotation marks: "those 'former people'"."""
    kept, quoted = [], False
    for token in tokens:
        if token.text in _MARKS:
            quoted = not quoted
        elif not quoted:
            kept.append(token)
    return kept


def _plural_noun(token: Token) -> bool:
    lower = token.lower
    if lower in ("people", "men", "women", "children", "police"):
        return True
    plural = len(lower) > _PLURAL_NOUN and lower.endswith("s")
    return plural and not lower.endswith(("ss", "us", "is")) and not token.capital
