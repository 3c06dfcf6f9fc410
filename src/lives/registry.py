"""Named parts that may come from elsewhere: readers, extractors, exporters.

A part is put in place with a decorator where it is written; parts of other
distributions arrive through entry points of the group. Nothing has to be imported
for its side effect: a registry loads its group when it is first asked.
"""

from collections.abc import Callable
from importlib.metadata import entry_points
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
        self._loaded = False

    def add(self, name: str) -> Callable[[Part], Part]:
        """Register the decorated part; a name can be taken only once."""

        def register(part: Part) -> Part:
            holder = self._parts.setdefault(name, part)
            if holder is not part:
                raise ValueError(f"{self._sort} {name!r} is already {holder!r}")
            return part

        return register

    def get(self, name: str) -> Part | None:
        """Return the part of that name, or None when nobody offers one."""
        self._load()
        return self._parts.get(name)

    def names(self) -> list[str]:
        """List what is on offer, sorted; used in error messages."""
        self._load()
        return sorted(self._parts)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True  # before loading: a part may ask the registry itself
        for entry in entry_points(group=self._group):
            entry.load()
