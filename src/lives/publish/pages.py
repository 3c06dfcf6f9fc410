"""The pages of the sources, and on which of them each passage stands."""

import hashlib
import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from lives.model.ids import CaptureId, SourceId
from lives.model.source import Capture, Rights
from lives.publish.gate import Gate
from lives.publish.units import Remarks, Unit, units

_PART = 200_000  # characters of a page, about; a long source has several
_PASSAGE = 150  # what the marks of one passage add
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a source.

    Attributes:
        file: Its name in the folder `s/`.
        captures: For each capture on it, the first and one past the last code point.
    """

    file: str
    captures: tuple[tuple[Capture, int, int], ...]


class Pages:
    """Looks every passage up; holds a few numbers a unit, and no words.

    Attributes:
        parts: The pages of each source.
        passages: How many different passages can be opened.
        quoted: Of sources that may only be quoted, the share of the text that is.
    """

    def __init__(self, gate: Gate, remarks: Remarks) -> None:
        """Plan every source page of a memorial."""
        self._remarks = remarks
        self.parts: dict[SourceId, list[Part]] = {}
        self.passages = 0
        self.quoted: dict[SourceId, float] = {}
        self._units: dict[CaptureId, tuple[array[int], list[str]]] = {}
        self._files: dict[CaptureId, tuple[list[int], list[str]]] = {}
        captures: dict[SourceId, list[Capture]] = {key: [] for key in gate.sources()}
        for capture in gate.captures():
            captures[capture.source].append(capture)
        self._names = {
            capture.id: capture.name
            for held in captures.values()
            if len(held) > 1
            for capture in held
        }
        for source, held in captures.items():
            self._plan(gate, source, held)

    def _plan(self, gate: Gate, source: SourceId, captures: list[Capture]) -> None:
        stem = file_stem(source)
        parts: list[list[tuple[Capture, int, int]]] = [[]]
        weight = shown = whole = 0
        for capture in captures:
            first = 0
            read = gate.reading(capture.id)
            beside = self._remarks.get(capture.id, ())
            whole += len(read.text)
            starts, locators = array("L"), list[str]()
            opened: tuple[list[int], list[str]] = ([0], [_file(stem, len(parts))])
            end = 0
            for unit in units(gate, capture.id, read, beside):
                if weight > _PART:
                    parts[-1].append((capture, first, unit.start))
                    parts.append([])
                    first, weight = unit.start, 0
                    opened[0].append(first)
                    opened[1].append(_file(stem, len(parts)))
                self._note(unit, starts, locators)
                shown += unit.end - unit.start
                weight += unit.end - unit.start + _PASSAGE * len(unit.used)
                end = unit.end
            parts[-1].append((capture, first, end))
            self._units[capture.id] = (starts, locators)
            self._files[capture.id] = opened
        if captures and gate.rights(captures[0].id) is Rights.QUOTATION:
            self.quoted[source] = shown / max(whole, 1)
        self.parts[source] = [
            Part(_file(stem, number), tuple(held))
            for number, held in enumerate(parts, start=1)
        ]

    def _note(self, unit: Unit, starts: "array[int]", locators: list[str]) -> None:
        self.passages += len({(s.start, s.end) for s in unit.statements})
        if unit.locator != (locators[-1] if locators else ""):
            starts.append(unit.start)
            locators.append(unit.locator)

    def file(self, capture: CaptureId, start: int) -> str:
        """Return the file in `s/` on which a passage stands."""
        starts, files = self._files[capture]
        return files[bisect_right(starts, start) - 1]

    def locator(self, capture: CaptureId, start: int) -> str:
        """Return "page 12", of several files "vol2.csv, row 5"; "" if nothing tells."""
        starts, locators = self._units[capture]
        at = bisect_right(starts, start) - 1
        told = (self.name(capture), locators[at] if at >= 0 else "")
        return ", ".join(filter(None, told))

    def name(self, capture: CaptureId) -> str:
        """Return the name of a file that is one of several of its source; else ""."""
        return self._names.get(capture, "")


def file_stem(source: SourceId) -> str:
    """Return a name for the files of a source that every file system accepts."""
    if _SAFE.fullmatch(source):
        return source
    return "source-" + hashlib.sha256(source.encode()).hexdigest()[:12]


def _file(stem: str, number: int) -> str:
    return f"{stem}.html" if number == 1 else f"{stem}.{number}.html"
