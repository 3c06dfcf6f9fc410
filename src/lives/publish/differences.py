"""What one build says otherwise than another: added, gone, changed.

Builds are told apart line by line. Identifiers of mentions, claims and citations are
made from their place alone, so that a mention is the same whatever reader found it.
Statements are paired by mention, kind and words, for their identifiers hold the
reader's version too; and those that then have no counterpart, by what is most alike.

Of every line only a digest is held in memory, and in full the lines that differ.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lives.publish.builds import Build
from lives.publish.change import Change, Differences, How, counted_by_sort
from lives.publish.jsonl import Line
from lives.publish.matching import Matching

_WHY = "why"
_PLACE = frozenset(("id", "document", "capture", "start", "end", "reader"))
Key = Hashable


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of lines.

    Attributes:
        name: What they are.
        files: The files they stand in.
        key: What makes two lines tell of the same.
        alike: What may make two lines tell of the same, where nothing else does.
    """

    name: str
    files: tuple[str, ...]
    key: Callable[[Line], Key]
    alike: tuple[Callable[[Line], Key], ...] = ()


def _identifier(line: Line) -> Key:
    key: str = line["id"]
    return key


def _said(line: Line) -> Key:
    return line["mention"], line["type"], line["start"], line["end"]


def _against(line: Line) -> Key:
    places = sorted((p["document"], p["start"], p["end"]) for p in line["passages"])
    return line["about"], tuple(places)


_SORTS = (
    _Sort("mention", ("mentions",), _identifier),
    _Sort(
        "statement",
        ("statements", "proposed"),
        _said,
        (
            lambda s: (s["mention"], s["type"]),  # other words of the sentence
            lambda s: (s["document"], s["type"]),  # of another mention
            lambda s: (s["mention"], ""),  # of another kind
        ),
    ),
    _Sort("claim", ("aggregates",), _identifier),
    _Sort("citation", ("citations",), _identifier),
    _Sort("event", ("events",), _identifier),
    _Sort("conflict", ("conflicts",), _against),
)


def differences(before: Build, after: Build) -> Differences:
    """Compare two builds.

    Raises:
        NothingToCompare: A build is an export that cannot be read.
    """
    matching = Matching(before, after)
    found = [*matching.changes()]
    for sort in _SORTS:
        found += _Comparison(sort, before, after, matching).changes()
    found.sort(key=_order)
    changes = tuple(found)
    labels = _labels(before, changes) | _labels(after, changes)
    return Differences(counted_by_sort(changes), changes, labels)


def _order(change: Change) -> tuple[bool, str, int, str, str]:
    person = change.sort == "person"
    return person, change.document, change.start, change.sort, change.words


def _labels(build: Build, changes: Sequence[Change]) -> dict[str, str]:
    lines = [x for c in changes for x in (c.before, c.after) if x]
    named = {one for line in lines for one in _persons_in(line)}
    if not named:
        return {}
    persons = build.lines("persons")
    return {p["id"]: p["label"] for p in persons if p["id"] in named}


def _persons_in(line: Line) -> Iterator[str]:
    if line.get("person"):  # a conflict may be about an event instead
        yield line["person"]
    for role in ("other", "by"):
        yield from line.get(role, ())


class _Comparison:
    """One sort of lines, compared in two builds."""

    def __init__(
        self, sort: _Sort, before: Build, after: Build, matching: Matching
    ) -> None:
        self._sort = sort
        self._before, self._after = before, after
        self._matching = matching

    def changes(self) -> Iterator[Change]:
        """Yield what was added, is gone, or was changed."""
        left = {key: _digest(self._earlier(x)) for key, x in self._lines(self._before)}
        added: list[Line] = []
        differing: dict[Key, Line] = {}
        for key, line in self._lines(self._after):
            digest = left.pop(key, None)
            if digest is None:
                added.append(line)
            elif digest != _digest(_view(line)):
                differing[key] = line
        gone: list[Line] = []
        if left or differing:
            for key, line in self._lines(self._before):
                if key in left:
                    gone.append(line)
                elif key in differing:
                    yield self._change(line, differing[key])
        yield from self._unpaired(gone, added)

    def _lines(self, build: Build) -> Iterator[tuple[Key, Line]]:
        """Yield every line with its key; the second of one key has another."""
        seen: Counter[Key] = Counter()
        for name in self._sort.files:
            for line in build.lines(name):
                if self._sort.name == "statement":
                    proposed = name == "proposed"
                    line["standing"] = "proposed" if proposed else "sure"
                key = self._sort.key(line)
                seen[key] += 1
                yield (key, seen[key]), line

    def _earlier(self, line: Line) -> Line:
        """Return what is compared of a line of the earlier build."""
        return _view(line, self._matching.later)

    def _change(self, was: Line, now: Line) -> Change:
        one, two = self._earlier(was), _view(now)
        fields = tuple(k for k in {**one, **two} if one.get(k) != two.get(k))
        how = How.REASON if fields == (_WHY,) else How.CHANGED
        return Change.of(self._sort.name, how, was, now, fields)

    def _unpaired(self, gone: list[Line], added: list[Line]) -> Iterator[Change]:
        """Pair what is most alike; yield the rest as gone and as added."""
        for alike in self._sort.alike:
            for was, now in _pairs(gone, added, alike):
                yield self._change(was, now)
        for line in gone:
            yield Change.of(self._sort.name, How.GONE, line, None)
        for line in added:
            yield Change.of(self._sort.name, How.ADDED, None, line)


def _pairs(
    gone: list[Line], added: list[Line], alike: Callable[[Line], Key]
) -> list[tuple[Line, Line]]:
    """Take out of two lists the lines that overlap and are alike."""
    waiting: dict[Key, list[Line]] = {}
    for line in gone:
        waiting.setdefault(alike(line), []).append(line)
    found: list[tuple[Line, Line]] = []
    rest: list[Line] = []
    for line in added:
        near = waiting.get(alike(line), [])
        was = next((w for w in near if _overlap(w, line)), None)
        if was is None:
            rest.append(line)
        else:
            near.remove(was)
            found.append((was, line))
    added[:] = rest
    gone[:] = [line for lines in waiting.values() for line in lines]
    return found


def _overlap(one: Line, two: Line) -> bool:
    return bool(one["start"] < two["end"] and two["start"] < one["end"])


def _view(line: Line, later: Callable[[str], str] | None = None) -> Line:
    """Return what is compared: no places, and persons as the later build calls them."""
    seen = {key: value for key, value in line.items() if key not in _PLACE}
    seen.pop("passages", None)
    seen.pop("cohort", None)  # follows from statements, whose changes are told
    seen.pop("probability", None)  # follows from who is who, which is told of persons
    if later is not None:
        _rename(seen, later)
    return seen


def _rename(seen: Line, later: Callable[[str], str]) -> None:
    if seen.get("person"):
        seen["person"] = later(seen["person"])
    for role in ("other", "by"):
        if role in seen:
            seen[role] = [later(who) for who in seen[role]]
    if "roles" in seen:
        told: Mapping[str, list[str]] = seen["roles"]
        seen["roles"] = {k: [later(who) for who in v] for k, v in told.items()}


def _digest(seen: Line) -> bytes:
    text = json.dumps(seen, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).digest()[:12]
