"""Refusals sorted into heaps, so that a thousand of a kind are mended at once."""

from dataclasses import dataclass, field

from lives.model.refusal import Refusal

_KEPT = 10_000  # different values of a heap held; what lies beyond is only counted


@dataclass(slots=True)
class Refused:
    """One value that was refused.

    Attributes:
        value: As `Refusal` has it.
        place: Where it stands first.
        remedy: What to add to the recipe.
        count: How often it stands there.
    """

    value: str
    place: str
    remedy: str
    count: int = 0


@dataclass(slots=True)
class Heap:
    """What was refused of one column for one reason.

    Attributes:
        column: The column, or the group of a pattern; "" for whole entries.
        why: What is wrong, to be read after a value.
        count: How many cells it is.
        beyond: How many of them have values that are not among `values`.
        values: The different values by their words, in order of appearance.
    """

    column: str
    why: str
    count: int = 0
    beyond: int = 0
    values: dict[str, Refused] = field(default_factory=dict)

    def add(self, refusal: Refusal) -> None:
        """Add a refusal of this column and reason."""
        self.count += 1
        held = self.values.get(refusal.value)
        if held is None:
            if len(self.values) == _KEPT:
                self.beyond += 1
                return
            held = Refused(refusal.value, refusal.place, refusal.remedy)
            self.values[refusal.value] = held
        held.count += 1

    def often(self) -> list[Refused]:
        """Return the values, those that stand most often first."""
        return sorted(self.values.values(), key=lambda one: -one.count)


@dataclass(slots=True)
class Heaps:
    """Everything that was refused of one list."""

    _heaps: dict[tuple[str, str], Heap] = field(default_factory=dict)

    def add(self, refusal: Refusal) -> None:
        """Put a refusal on its heap."""
        key = (refusal.column, refusal.why)
        heap = self._heaps.get(key)
        if heap is None:
            heap = self._heaps[key] = Heap(*key)
        heap.add(refusal)

    @property
    def count(self) -> int:
        """Return how many cells, entries and rows were refused."""
        return sum(heap.count for heap in self._heaps.values())

    def largest(self) -> list[Heap]:
        """Return the heaps, the largest first."""
        return sorted(self._heaps.values(), key=lambda heap: -heap.count)
