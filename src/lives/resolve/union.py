"""Sets that grow together, and pairs that must never come together."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Union(Generic[Member]):
    """A partition that only ever gets coarser, except across what is kept apart.

    >>> groups = Union("abc")
    >>> groups.apart("a", "c")
    >>> groups.join("a", "b"), groups.join("b", "c")
    (True, False)
    >>> groups.find("b") == groups.find("a")
    True
    """

    def __init__(self, members: Iterable[Member]) -> None:
        self._leader = {member: member for member in members}
        self._size: dict[Member, int] = {}
        self._foes: dict[Member, set[Member]] = {}

    def __contains__(self, member: object) -> bool:
        return member in self._leader

    def find(self, member: Member) -> Member:
        """Return the member that stands for the whole set of this one."""
        leader = self._leader
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    @property
    def any_apart(self) -> bool:
        """Tell whether anything is kept apart."""
        return bool(self._foes)

    def foes(self, leader: Member) -> set[Member]:
        """Return the leaders of the sets that are kept apart from that of a leader."""
        return self._foes.get(leader, set())

    def apart(self, left: Member, right: Member) -> None:
        """Keep two sets apart for ever; without effect once they are one."""
        one, two = self.find(left), self.find(right)
        if one != two:
            self._foes.setdefault(one, set()).add(two)
            self._foes.setdefault(two, set()).add(one)

    def join(self, left: Member, right: Member) -> bool:
        """Make two sets one; False if they are kept apart."""
        one, two = self.find(left), self.find(right)
        if one == two:
            return True
        if two in self._foes.get(one, ()):
            return False
        if self._size.get(one, 1) < self._size.get(two, 1):
            one, two = two, one
        self._leader[two] = one
        self._size[one] = self._size.get(one, 1) + self._size.pop(two, 1)
        for foe in self._foes.pop(two, ()):
            self._foes[foe].discard(two)
            self._foes[foe].add(one)
            self._foes.setdefault(one, set()).add(foe)
        return True

    def groups(self) -> dict[Member, list[Member]]:
        """Return the sets by leader; members in the order in which they were given."""
        found: dict[Member, list[Member]] = {}
        for member in self._leader:
            found.setdefault(self.find(member), []).append(member)
        return found
