"""The Latin spellings of many Cyrillic words at once, as arrays of letters."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lives.reading.names_traditions import (
    AFTER,
    BEFORE,
    heeds,
    padded,
    plain_between,
)


def latin_forms_of(
    words: Sequence[str],
) -> list[tuple[NDArray[np.uint8], NDArray[np.int64]]]:
    """Return the spellings of many Cyrillic words at once, as `latin_forms`.

    Args:
        words: Each has a Cyrillic letter.

    Returns:
        For each tradition the letters of all spellings, and where each word's begin;
        one more for the end. Nothing is left out that was there before.

    >>> [(letters, begin), *_] = latin_forms_of(["Жуков", "Ежов"])
    >>> letters.tobytes(), begin.tolist()
    (b'zhukovyezhov', [0, 6, 12])
    """
    text = "".join(padded(word.lower()) for word in words)
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    mark = ord(AFTER)
    letters = np.flatnonzero((codes != ord(BEFORE)) & (codes != mark))
    # Where the letters of each word end among all.
    ends = np.flatnonzero(codes == mark) - 2 * np.arange(len(words)) - 1
    distinct, small = _numbered(codes)
    size = len(distinct)
    middle, around = small[letters], (small[letters - 1], small[letters + 1])
    bound = np.array([heeds(chr(code)) for code in distinct])[middle]
    left, right = (np.where(bound, one, 0) for one in around)
    three = (left * size + middle) * size + right
    known, which = _numbered(three)
    threes = zip(known // size**2, known // size % size, known % size, strict=True)
    plain = [plain_between("".join(chr(distinct[n]) for n in one)) for one in threes]
    return [_spelled(list(one), which, ends) for one in zip(*plain, strict=True)]


def _numbered(told: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return distinct numbers, none of them large, and which of them each is."""
    found = np.zeros(int(told.max(initial=0)) + 1, np.int64)
    found[told] = 1
    distinct = np.flatnonzero(found)
    found[distinct] = np.arange(len(distinct))
    return distinct, found[told]


def _spelled(
    parts: Sequence[str], which: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Join parts: those that `which` names, and where the words so made begin."""
    pool = np.frombuffer("".join(parts).encode() or b"-", np.uint8)
    lengths = np.array([len(part) for part in parts])
    begins = np.cumsum(lengths) - lengths
    each = lengths[which]
    done = np.cumsum(each)
    from_ = np.repeat(begins[which] - (done - each), each)
    total = np.concatenate(([0], done))
    return pool[from_ + np.arange(total[-1])], np.concatenate(([0], total[ends]))
