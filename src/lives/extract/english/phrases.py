"""Fixed phrases of frames, as patterns: "to * prison", "in {camps}"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

_GAP = r"(?:[^\W_][^ ]* ){0,3}?"  # what a star stands for: no mark of punctuation
_NAMED = re.compile(r"\{(\w+)\}")
_PIECES = re.compile(r"\([^)]*\)|[^ ]+")


@cache
def pattern(phrases: tuple[str, ...], within: int) -> re.Pattern[str]:
    """Compile phrases of which one must stand among the first words.

    Args:
        phrases: Lower-case words joined by single spaces; a star is up to three words,
            and brackets hold words of which each will do: "in (dachau|le vernet)".
        within: Words that may stand before the phrase.

    Returns:
        A pattern to match from the start of words that are each followed by a space.

    >>> bool(pattern(("to * prison",), 4).match("at once to a state prison in "))
    True
    >>> bool(pattern(("to * prison",), 0).match("at once to a state prison in "))
    False
    """
    told = "|".join(map(_phrase, phrases))
    return re.compile(rf"(?:[^ ]+ ){{0,{within}}}?(?:{told})")


def listed(phrase: str, lists: Mapping[str, Sequence[str]]) -> str:
    """Put the members of a list for its name in braces.

    >>> listed("in {camps}", {"camps": ["dachau", "le vernet"]})
    'in (dachau|le vernet)'
    """
    return _NAMED.sub(lambda named: f"({'|'.join(lists[named[1]])})", phrase)


def _phrase(phrase: str) -> str:
    return "".join(map(_piece, _PIECES.findall(phrase)))


def _piece(piece: str) -> str:
    if piece == "*":
        return _GAP
    if piece.startswith("("):
        return f"(?:{'|'.join(map(re.escape, piece[1:-1].split('|')))}) "
    word, mark, _ = piece.partition("’")  # "years’" is two words to a reader
    return re.escape(word) + (" ['’] " if mark else " ")
