"""Patterns made from words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""Return a pattern for any of these words, the longest first.

    Words that differ only by what follows are tried whole; a space is any white space.

    >>> any_of(["about", "in about"])
    'in\\s+about|about'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first)
