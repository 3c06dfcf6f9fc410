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


def begins_with(words: Iterable[str]) -> str:
    r"""Return a pattern that looks ahead for how words begin, small or capital.

    It is a tree, tried letter by letter: what begins with none of them, as most words
    of a text, is passed over at its first letter.

    >>> begins_with(["ab", "ac"])
    '(?=[Aa])(?=(?i:a(?:b|c)))'
    """
    held = sorted(set(words))
    heads = {re.escape(c) for word in held for c in (word[:1], word[:1].upper())}
    first = f"(?=[{''.join(sorted(heads))}])" if all(held) else ""
    return f"{first}(?=(?i:{tree(held)}))"


def tree(words: Iterable[str]) -> str:
    r"""Return a pattern for any beginning of some words, as a tree of letters.

    >>> tree(["in", "is", "on"])
    '(?:i(?:n|s)|on)'
    """
    held = list(words)
    if "" in held:
        return ""
    tails: dict[str, list[str]] = {}
    for word in held:
        tails.setdefault(word[0], []).append(word[1:])
    found = [re.escape(head) + tree(rest) for head, rest in tails.items()]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
