"""From the scores of single words to names: the likeliest row of labels."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.extract.english.learned.parse import Named

Floats = NDArray[np.float32]

_SORTS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_PRIOR = 0.4  # what the order of labels weighs against the words


class Labels:
    """The labels of words, and how likely one follows another.

    The best row is Viterbi's (1967): scores of words and of neighbours are added.

    Args:
        names: The labels: "O", "B-PER", "I-PER" ...
        moves: For each label the logarithm of how much likelier than elsewhere each
            other one is right after it, as counted in what was learned from.
    """

    def __init__(self, names: Sequence[str], moves: Sequence[Sequence[float]]) -> None:
        self._names = list(names)
        self._moves = _PRIOR * np.array(moves, dtype=np.float32)
        for at, name in enumerate(names):
            if name.startswith("I-"):
                begun = [i for i, n in enumerate(names) if n[2:] == name[2:]]
                barred = [i for i in range(len(names)) if i not in begun]
                self._moves[barred, at] = -1e4

    def best(self, scores: Floats, lengths: NDArray[np.int64]) -> NDArray[Any]:
        """Return the likeliest row of labels of each sentence.

        Args:
            scores: Probability of each label, sentences by words by labels.
            lengths: Words of each sentence; what lies beyond is arbitrary.
        """
        seen = np.log(scores + 1e-9)
        count, longest, labels = seen.shape
        if not longest:
            return np.zeros((count, 0), dtype=np.int64)
        reached = seen[:, 0] + self._moves[0]
        came = np.zeros((count, longest, labels), dtype=np.int64)
        stay = np.arange(labels)
        for at in range(1, longest):
            ways = reached[:, :, None] + self._moves
            live = (at < lengths)[:, None]
            came[:, at] = np.where(live, ways.argmax(1), stay)
            reached = np.where(live, ways.max(1) + seen[:, at], reached)
        found = np.zeros((count, longest), dtype=np.int64)
        rows = np.arange(count)
        found[:, -1] = reached.argmax(1)
        for at in range(longest - 1, 0, -1):
            found[:, at - 1] = came[rows, at, found[:, at]]
        return found

    def named(self, row: Sequence[int], scores: Floats) -> Iterator[Named]:
        """Yield the names of a sentence.

        Args:
            row: Label of each word.
            scores: Probability of each label, words by labels.
        """
        at = 0
        while at < len(row):
            sort = self._names[row[at]][2:]
            last = at + 1
            while sort and last < len(row) and self._names[row[last]] == f"I-{sort}":
                last += 1
            if sort:
                chosen = scores[np.arange(at, last), row[at:last]]
                yield Named(at, last, _SORTS[sort], round(float(chosen.min()), 3))
            at = last
