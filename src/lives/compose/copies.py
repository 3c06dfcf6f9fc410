"""Find sources that copy one another, by the runs of words and the rows they share.

Every run of eight words is hashed and one in eight of the hashes is kept, the same
ones in every text; so a book of a million words costs a hundred thousand numbers, and
two texts are compared without being held side by side. Of a list every row is kept,
as the set of its words, so that the order of columns does not matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from lives.model.ids import SourceId

_RUN = 8
_SAMPLE = 8
_BASE, _PRIME = 1_000_003, (1 << 61) - 1
_DROP = pow(_BASE, _RUN, _PRIME)

# A shared decree or poem is not yet a copy: a fifth of the shorter text must agree,
# in at least five sampled runs (some forty runs of words), or half of a list's rows.
_SHARE_OF_TEXT, _LEAST_RUNS = 0.2, 5
_SHARE_OF_ROWS, _LEAST_ROWS = 0.5, 5

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Two sources that share so much that one of them cannot be independent.

    Attributes:
        one: The source received first.
        two: The other.
        because: What they share, in words; "{}" stands for the title of ``one``.
    """

    one: SourceId
    two: SourceId
    because: str


def copies(texts: Iterable[tuple[SourceId, str, bool]]) -> list[Copy]:
    """Find the pairs of sources that share long runs of words, or rows.

    Args:
        texts: Source, text as read, and whether it is a list; in the order of
            receipt. A source may come with several texts.
    """
    first: dict[int, SourceId] = {}
    kept: Counter[tuple[SourceId, bool]] = Counter()
    shared: Counter[tuple[SourceId, SourceId, bool]] = Counter()
    for source, text, is_list in texts:
        marks = set(_rows(text)) if is_list else set(_runs(text))
        for mark in marks:
            owner = first.setdefault(mark, source)
            if owner != source:
                shared[owner, source, is_list] += 1
        kept[source, is_list] += len(marks)
    found = []
    for (one, two, is_list), count in sorted(shared.items()):
        share = count / min(kept[one, is_list], kept[two, is_list])
        if is_list and share >= _SHARE_OF_ROWS and count >= _LEAST_ROWS:
            because = f"{count} rows stand in “{{}}” as well"
            found.append(Copy(one, two, because))
        elif not is_list and share >= _SHARE_OF_TEXT and count >= _LEAST_RUNS:
            because = f"about {min(share, 1):.0%} stands word for word in “{{}}”"
            found.append(Copy(one, two, because))
    return found


def _runs(text: str) -> Iterator[int]:
    codes: dict[str, int] = {}
    window: list[int] = []
    value = 0
    for i, match in enumerate(_WORD.finditer(text)):
        word = match.group().casefold()
        # Not hash(): that differs from process to process, and results must not.
        code = codes.setdefault(word, crc32(word.encode()) + 1)
        value = (value * _BASE + code) % _PRIME
        if i < _RUN:
            window.append(code)
        else:
            value = (value - window[i % _RUN] * _DROP) % _PRIME
            window[i % _RUN] = code
        if i >= _RUN - 1 and value % _SAMPLE == 0:
            yield value


def _rows(text: str) -> Iterator[int]:
    for line in text.splitlines()[1:]:  # the header is no row
        words = sorted({word.casefold() for word in _WORD.findall(line)})
        if len(words) > 1:  # a running number alone is shared by every list
            # Beyond the range of the runs: a row is never taken for a run of words.
            yield _PRIME + crc32("\0".join(words).encode()) * 2**32 + len(words)
