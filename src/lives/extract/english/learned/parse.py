"""A sentence as the learned reader sees it: names, parts of speech, dependencies."""

from collections.abc import Sequence
from dataclasses import dataclass

ROOT = -1


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name somebody or something.

    Attributes:
        first: Position of the first word in the sentence.
        last: One past the last.
        sort: "person", "place" or "organisation".
        score: Least probability of its words, from 0 to 1.
    """

    first: int
    last: int
    sort: str
    score: float


@dataclass(frozen=True, slots=True)
class Parse:
    """What was read of one sentence; one entry a word in each sequence.

    Attributes:
        tags: Part of speech, as in the Penn Treebank.
        heads: Position of the word each hangs on; `ROOT` for the head of all.
        links: How it hangs on it, as in Universal Dependencies.
        names: The names in it, in order.
    """

    tags: Sequence[str]
    heads: Sequence[int]
    links: Sequence[str]
    names: tuple[Named, ...]


def joined(heads: Sequence[int], better: Sequence[Sequence[int]]) -> list[int]:
    """Return heads without circles, each circle opened at its first word.

    Args:
        heads: Position of each word's head; `ROOT` for the root.
        better: For each word, other heads to try, the likeliest first.

    >>> joined([1, 0, 1], [[0, -1], [1, -1], [1, 0]])
    [-1, 0, 1]
    """
    found = list(heads)
    while around := circle(found):
        at = around[0]
        inside = set(around)
        out = (h for h in better[at] if h not in inside and not _under(found, h, at))
        found[at] = next(out, ROOT)
    return found


def _under(heads: Sequence[int], at: int, above: int) -> bool:
    """Tell whether a word hangs on another, at any remove."""
    seen = set()
    while at != ROOT and at not in seen:
        if at == above:
            return True
        seen.add(at)
        at = heads[at]
    return False


def circle(heads: Sequence[int]) -> list[int]:
    """Return the words of a circle, the first of them first; none if it is a tree."""
    safe: set[int] = set()
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at != ROOT and at not in safe and at not in path:
            path.append(at)
            at = heads[at]
        if at in path:
            return sorted(path[path.index(at) :])
        safe.update(path)
    return []
