"""What recipes could not read, told on a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lives.cli.desk import wrapped
from lives.cli.plain import counted
from lives.extract.columns.heaps import Heap, Heaps
from lives.store.archive import Archive

_SHOWN = 10  # values of a heap


@dataclass(frozen=True, slots=True)
class RefusedOf:
    """How much of a list yields nothing, for whoever builds.

    Attributes:
        name: The list.
        capture: Its sha256.
        count: How many of its cells were refused.
    """

    name: str
    capture: str
    count: int


def refused(archive: Archive) -> list[RefusedOf]:
    """Return how much was refused of each list of which anything was."""
    counts = archive.refusals.counts()
    return [
        RefusedOf(one.name, one.id, counts[one.id])
        for one in archive.tables.captures()
        if one.id in counts
    ]


def remarked(found: Sequence[RefusedOf]) -> Iterator[str]:
    """Say of each list how much was refused, and how to see it."""
    for one in found:
        yield (
            f"{counted(one.count, 'cell')} of {one.name} could not be read, and "
            f"nothing is told by them: see 'lives recipe refused {one.name}'"
        )


def shown(heaps: Heaps) -> list[dict[str, Any]]:
    """Return what was refused as JSON has it, all that was counted."""
    return [
        {
            "column": heap.column,
            "why": heap.why,
            "count": heap.count,
            "beyond": heap.beyond,
            "values": heap.often(),
        }
        for heap in heaps.largest()
    ]


def lines(heaps: Heaps, *, whole: bool = False) -> Iterator[str]:
    """Tell heap by heap what was refused, where, and what to do.

    Args:
        heaps: What was refused.
        whole: Every value, rather than the most frequent.
    """
    for heap in heaps.largest():
        what = f"in column {heap.column!r}" if heap.column else "of the whole entry"
        yield f"{counted(heap.count, 'value')} {what}: {heap.why}"
        yield from _values(heap, whole=whole)
        yield ""


def _values(heap: Heap, *, whole: bool) -> Iterator[str]:
    often = heap.often()
    for one in often if whole else often[:_SHOWN]:
        words = repr(one.value) if one.value else "the row"
        first = f"  {one.count:>7,} × "
        yield from wrapped(f"{words}, first in {one.place}", first=first)
    more = heap.beyond + sum(one.count for one in often[_SHOWN:] if not whole)
    if more:
        yield f"  {more:>7,} more" + ("" if whole else "; --all lists them")
    yield from wrapped(often[0].remedy, first="  do: ")
