"""Which person of one build is which of another: by the mentions they share.

A person is called after the first mention, so that a name found further up gives the
same human being another identifier. Mentions keep theirs, and tell who is who.
"""

from collections import Counter
from collections.abc import Iterator

from lives.publish.builds import Build
from lives.publish.change import Change, How
from lives.publish.jsonl import Line

_COMPARED = ("label", "names", "named")


class Matching:
    """The persons of two builds, matched.

    Args:
        before: The earlier build.
        after: The later one.
    """

    def __init__(self, before: Build, after: Build) -> None:
        was = {line["id"]: line["person"] for line in before.lines("mentions")}
        shared: Counter[tuple[str, str]] = Counter()
        for line in after.lines("mentions"):
            if line["id"] in was:
                shared[was[line["id"]], line["person"]] += 1
        self._before, self._after = before, after
        self._shared = shared
        self._later: dict[str, str] = {}
        most = sorted(shared, key=lambda pair: (-shared[pair], pair))
        for one, two in most:
            self._later.setdefault(one, two)

    def later(self, person: str) -> str:
        """Return whom a person of the earlier build is called in the later one.

        It is the person with the most of the same mentions; the identifier itself
        where no mention is left.
        """
        return self._later.get(person, person)

    def changes(self) -> Iterator[Change]:
        """Yield who is new, gone, joined, divided, or called otherwise."""
        before = {line["id"]: _digest(line) for line in self._before.lines("persons")}
        after = {line["id"]: _digest(line) for line in self._after.lines("persons")}
        earlier: dict[str, list[str]] = {}
        for one in before:
            earlier.setdefault(self.later(one), []).append(one)
        known = {one for one, _ in self._shared}, {two for _, two in self._shared}
        pairs: list[tuple[How, str, str]] = []
        pairs += ((How.GONE, one, "") for one in before if one not in known[0])
        pairs += ((How.ADDED, "", two) for two in after if two not in known[1])
        for two, ones in earlier.items():
            if len(ones) > 1:
                pairs += ((How.JOINED, one, two) for one in ones)
            elif two in after and before[ones[0]] != after[two]:
                pairs.append((How.CHANGED, ones[0], two))
        for one, two in sorted(self._shared):
            if two not in earlier:
                pairs.append((How.DIVIDED, one, two))
        yield from self._told(pairs)

    def _told(self, pairs: list[tuple[How, str, str]]) -> Iterator[Change]:
        wanted = {one for _, one, _ in pairs}, {two for _, _, two in pairs}
        builds = self._before, self._after
        before, after = (
            {x["id"]: x for x in build.lines("persons") if x["id"] in keys}
            for build, keys in zip(builds, wanted, strict=True)
        )
        for how, one, two in pairs:
            was, now = before.get(one), after.get(two)
            if was or now:
                yield Change.of("person", how, was, now, _fields(was, now))


def _digest(line: Line) -> int:
    return hash(tuple(str(line[name]) for name in _COMPARED))


def _fields(was: Line | None, now: Line | None) -> tuple[str, ...]:
    if was is None or now is None:
        return ()
    return tuple(name for name in _COMPARED if was[name] != now[name])
