"""What the columns of a list look like, before anybody says what they mean."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lives.extract.columns.recipe import NameRule, Recipe, plain
from lives.extract.columns.tables import headed
from lives.extract.extractor import Document

_DISTINCT = 2_000  # different values of a column that are looked at
_EXAMPLES = 3


@dataclass(slots=True)
class Profile:
    """A column.

    Attributes:
        name: Its heading.
        rows: How many rows it has.
        filled: How many of its cells say something.
        letters: How many code points these have together.
        values: The first different values, with how often each was met.
        open: There are more different values than were kept.
    """

    name: str
    rows: int = 0
    filled: int = 0
    letters: int = 0
    values: Counter[str] = field(default_factory=Counter)
    open: bool = False

    def add(self, words: str, empty: frozenset[str]) -> None:
        """Look at one more cell."""
        self.rows += 1
        value = plain(words)
        if value.casefold() in empty:
            return
        self.filled += 1
        self.letters += len(value)
        if value in self.values or len(self.values) < _DISTINCT:
            self.values[value] += 1
        else:
            self.open = True

    @property
    def examples(self) -> list[str]:
        """Return the first three different values."""
        return [value for value, _ in zip(self.values, range(_EXAMPLES), strict=False)]

    @property
    def constant(self) -> bool:
        """Tell whether every row says the same."""
        return len(self.values) == 1 and self.filled == self.rows > 1

    @property
    def length(self) -> float:
        """Return how long a value is on average, in code points."""
        return self.letters / max(1, self.filled)


def profiled(document: Document) -> Iterator[Profile]:
    """Yield the columns of a table in order, each with all its cells looked at."""
    found: dict[str, Profile] = {}
    plainest = Recipe("", NameRule())
    for block, heads, is_header in headed(document, plainest):
        for name, (start, end) in zip(heads, block.cells, strict=False):
            profile = found.setdefault(name, Profile(name))
            if not is_header:
                profile.add(document.read.text[start:end], plainest.empty)
    yield from found.values()
