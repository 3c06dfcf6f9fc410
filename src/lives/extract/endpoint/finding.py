"""Where the words that a model gives stand in a sentence; nothing is invented."""

import re
from collections.abc import Iterator, Sequence

from lives.extract.endpoint.exchange import Named
from lives.extract.named import EntitySpan

SCORE = 0.9  # of whatever a model says: it says it, and not how sure it is
_APOSTROPHES = re.compile("['’]")


def spans(
    sentence: str, offset: int, named: Sequence[Named]
) -> tuple[tuple[EntitySpan, ...], int]:
    """Find all that is named in a sentence.

    Args:
        sentence: Its text.
        offset: Where it begins in the whole text.
        named: What is named in it. A name that is given once is found wherever it
            stands; one that is given as two sorts, once as each, in order.

    Returns:
        The spans in order, none over another; and how many names were given that do
        not stand in the sentence, or are of no known sort.

    >>> from lives.extract.named import Sort
    >>> found, lost = spans("Rye saw Rye.", 100, [Named("Rye", Sort.PERSON)])
    >>> [(span.start, span.end) for span in found], lost
    ([(100, 103), (108, 111)], 0)
    """
    taken: list[EntitySpan] = []
    lost = 0
    for words in sorted({one.words for one in named}, key=lambda w: (-len(w), w)):
        sorts = [one.sort for one in named if one.words == words]
        places = list(_places(words, sentence))
        lost += len(sorts) if not places else sorts.count(None)
        for n, (start, end) in enumerate(places):
            sort = sorts[min(n, len(sorts) - 1)]
            span = (start + offset, end + offset)
            free = all(span[1] <= t.start or t.end <= span[0] for t in taken)
            if sort is not None and free:
                taken.append(EntitySpan(*span, sort, SCORE))
    return tuple(sorted(taken, key=lambda span: span.start)), lost


def _places(words: str, sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand as whole words, whatever parts their lines."""
    parts = [_APOSTROPHES.sub("['’]", re.escape(part)) for part in words.split()]
    if parts:
        whole = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
        yield from (match.span() for match in re.finditer(whole, sentence))
