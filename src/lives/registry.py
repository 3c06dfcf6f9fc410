"""Named parts that may come from elsewhere: readers, extractors, exporters.

A part is put in place with a decorator where it is written; parts of other
distributions arrive through entry points of the group, named as the part is. Nothing
has to be imported for its side effect: a registry imports what it is asked for.
"""

from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import Generic, TypeVar

Part = TypeVar("Part")


class Registry(Generic[Part]):
    """Parts of one sort by name.

    >>> greeters: Registry[object] = Registry("greeter", group="example.greeters")
    >>> @greeters.add("plain")
    ... def plain() -> str:
    ...     return "hello"
    >>> greeters.names()
    ['plain']
    """

    def __init__(self, sort: str, *, group: str) -> None:
        self._sort = sort
        self._group = group
        self._parts: dict[str, Part] = {}
        self._found: EntryPoints | None = None

    def add(self, name: str) -> Callable[[Part], Part]:
        """Register the decorated part; a name can be taken only once."""

        def register(part: Part) -> Part:
            holder = self._parts.setdefault(name, part)
            if holder is not part:
                raise ValueError(f"{self._sort} {name!r} is already {holder!r}")
            return part

        return register

    def get(self, name: str) -> Part | None:
        """Return the part of that name, or None when nobody offers one.

        Only what offers that name is imported: a part whose library is missing harms
        nobody who does not ask for it.

        Raises:
            ValueError: What offers the name registers no such part, or another has.
        """
        if name not in self._parts:
            for entry in self._entries():
                if entry.name == name:
                    entry.load()
                    self._demand(name, entry)
        return self._parts.get(name)

    def names(self) -> list[str]:
        """List what is on offer, sorted; used in error messages."""
        return sorted(self._parts.keys() | {entry.name for entry in self._entries()})

    def _entries(self) -> EntryPoints:
        if self._found is None:
            self._found = entry_points(group=self._group)
        return self._found

    def _demand(self, name: str, entry: EntryPoint) -> None:
        if name not in self._parts:
            raise ValueError(f"{entry.value} registers no {self._sort} {name!r}")
