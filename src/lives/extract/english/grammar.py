"""What words are in the tree of their sentence, and how two places in it lie apart.

The ranker of antecedents reads it, so everything is said in words that can stand in a
reason: "subject of the main clause", "in a clause that hangs on its own".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lives.extract.english.learned.parse import ROOT, Parse

_ROLES = {
    "nsubj": "subject",
    "nsubj:pass": "passive subject",
    "obj": "object",
    "iobj": "object",
    "obl:agent": "agent",
    "obl": "circumstance",
    "nmod": "attribute",
    "nmod:poss": "owner",
    "appos": "apposition",
}
_NESTED = frozenset(("attribute", "owner", "apposition"))
_CLAUSES = {
    "acl": "participle clause",
    "acl:relcl": "relative clause",
    "advcl": "adverbial clause",
    "ccomp": "reported clause",
    "csubj": "subject clause",
    "parataxis": "inserted clause",
}
_STEPS = 20  # links followed upwards before a tree is given up as wrong


@dataclass(frozen=True, slots=True)
class Place:
    """Where a human being is meant in the tree of a sentence.

    Attributes:
        word: Position of the word that heads the words that mean him or her.
        role: What it is to its clause: "subject", "owner within a circumstance".
        clause: Position of the word that heads the clause.
        sort: What the clause is: "main clause", "relative clause".
    """

    word: int
    role: str
    clause: int
    sort: str

    @property
    def leads(self) -> bool:
        """Tell whether it is a subject."""
        return self.role in ("subject", "passive subject")


def place(parse: Parse, first: int, last: int) -> Place:
    """Return where the words from `first` to `last` stand in their tree."""
    inside = range(first, last + 1)
    word = next((w for w in inside if parse.heads[w] not in inside), first)
    clause = _clause(parse, word)
    return Place(word, _role(parse, word), clause, _sort(parse, clause))


def _role(parse: Parse, word: int) -> str:
    at = _first_joined(parse, word)
    role = _ROLES.get(parse.links[at], "other")
    if role not in _NESTED:
        return role
    outer = _first_joined(parse, parse.heads[at])
    around = _ROLES.get(parse.links[outer], "other") if outer != ROOT else "other"
    return f"{role} within {around}"


def _first_joined(parse: Parse, word: int) -> int:
    """Return the first of the words that one is joined to by "and"."""
    for _ in range(_STEPS):
        if word == ROOT or parse.links[word] != "conj" or _verbal(parse, word):
            return word
        word = parse.heads[word]
    return word


def _verbal(parse: Parse, word: int) -> bool:
    return parse.tags[word][:2] in {"VB", "MD"}


def _above(parse: Parse, word: int) -> Iterator[int]:
    """Yield a word and all that it hangs on, upwards."""
    for _ in range(_STEPS):
        if word == ROOT:
            return
        yield word
        word = parse.heads[word]


def _clause(parse: Parse, word: int) -> int:
    """Return the word that heads the clause in which a word stands."""
    at = word
    for at in _above(parse, word):
        own = at != word  # a predicate heads the clause of what hangs on it
        joined = parse.links[at] == "conj" and _verbal(parse, at)
        if own and (joined or parse.links[at] in _CLAUSES):
            return at
    return at


def _sort(parse: Parse, clause: int) -> str:
    for at in _above(parse, clause):
        if parse.links[at] != "conj":
            return _CLAUSES.get(parse.links[at], "main clause")
    return "main clause"


def apart(parse: Parse, one: Place, other: Place) -> str:
    """Say how the clause of one lies to that of another in the same tree."""
    if one.clause == other.clause:
        return "in one clause"
    up = list(_above(parse, other.clause))
    if one.clause in up:
        below = up[up.index(one.clause) - 1]
        return f"over its {_link(parse, below)}"
    up = list(_above(parse, one.clause))
    if other.clause in up:
        below = up[up.index(other.clause) - 1]
        return f"in its own {_link(parse, below)} under it"
    return "in a clause beside"


def _link(parse: Parse, clause: int) -> str:
    return _CLAUSES.get(parse.links[clause], "joined clause")


def describes(parse: Parse, word: int) -> bool:
    """Tell whether a noun says what somebody is, and means nobody new.

    So in "X, an economist and the founder of Y," and "X was a teacher".
    """
    at = _first_joined(parse, word)
    if at == ROOT:
        return False
    below = [w for w, head in enumerate(parse.heads) if head in (at, word)]
    told = any(parse.links[w] == "cop" for w in below)
    # "and the founder" may hang on X beside the economist.
    beside = at != word and any(
        parse.links[w] == "appos" and at < w < word for w in below
    )
    return told or beside or parse.links[at] == "appos"
