"""What the pages of one source say, ready to be laid out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lives.compose.matters import vouched
from lives.model.claim import Citation
from lives.model.extracted import Remark
from lives.model.ids import CaptureId, PersonId, SourceId
from lives.model.kinds import kinds
from lives.model.passage import BlockForm, TextAsRead
from lives.model.source import Rights, Source
from lives.model.statement import Statement
from lives.publish.gate import IN_FULL
from lives.publish.notes import Memorial
from lives.publish.pages import Part
from lives.publish.remarks import Cited, Counted, cited, counted
from lives.publish.units import Run, Unit, runs, units
from lives.publish.wording import doubted

RIGHTS = {
    Rights.PUBLIC_DOMAIN: "The whole text; it is in the public domain.",
    Rights.OPEN: "The whole text; its licence allows it.",
    Rights.OWN: "The whole text; it is ours to publish.",
    Rights.QUOTATION: "Short quotations: only the passages that are used here.",
    Rights.CLOSED: "No words. The source is closed: it is cited, not quoted.",
}


_NAMED = 30  # of the lives of a group, how many are named beside a number
_WRAPPED = range(45, 101)  # characters of a line of prose that has been filled
_MARKS = dict.fromkeys(BlockForm, "\n") | {BlockForm.HEADING: "\n #"}
_Opened = tuple[TextAsRead, Iterator[Unit]]
_Beside = list[tuple[Remark, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """One unit as the page shows it."""

    form: str
    locator: str
    runs: list[Run]
    people: list[tuple[PersonId, str, list[str]]]
    gap: bool


@dataclass(frozen=True, slots=True)
class PartShown:
    """One page of a source.

    Attributes:
        part: Which.
        units: Its text, as far as it is shown.
        claims: Numbers about groups in it.
        citations: Works it cites.
    """

    part: Part
    units: list[Shown]
    claims: list[Counted]
    citations: list[Cited]


class SourcePages:
    """The parts of one source in order; each capture is read once."""

    def __init__(self, memorial: Memorial, source: SourceId) -> None:
        self._memorial = memorial
        self._source = source
        self._open: dict[CaptureId, _Opened] = {}
        self._waiting: dict[CaptureId, Unit | None] = {}
        self._beside: _Beside = []
        self._cited = self._places_of_citations()

    def _places_of_citations(self) -> dict[str, str]:
        """Return where each citation of the source stands, from its folder."""
        memorial = self._memorial
        parts = memorial.pages.parts[self._source]
        captures = {held[0].id for part in parts for held in part.captures}
        return {
            one.id: f"{memorial.pages.file(capture, one.start)}#{one.id}"
            for capture in captures
            for one in memorial.remarks.get(capture, ())
            if isinstance(one, Citation)
        }

    def parts(self) -> Iterator[PartShown]:
        """Yield each part with what is in it."""
        parts = self._memorial.pages.parts[self._source]
        for index, part in enumerate(parts):
            shown: list[Shown] = []
            self._beside = []
            for capture, _, until in part.captures:
                last = index + 1 == len(parts) or capture is not part.captures[-1][0]
                shown += self._units(capture.id, None if last else until)
            beside = self._beside
            counts = self._counted(beside)
            yield PartShown(part, shown, counts, cited(beside, self._cited))

    def _counted(self, beside: _Beside) -> list[Counted]:
        """Tell the numbers, each beside the lives of its group."""
        memorial = self._memorial
        return [
            replace(
                one,
                cohort=found.in_words
                if (found := memorial.cohorts.get(one.id))
                else "",
                people=[(p, memorial.labels[p]) for p in found.persons[:_NAMED]]
                if found
                else [],
            )
            for one in counted(beside)
        ]

    def _units(self, capture: CaptureId, until: int | None) -> Iterator[Shown]:
        gate = self._memorial.gate
        if capture not in self._open:
            read = gate.reading(capture)
            beside = self._memorial.remarks.get(capture, ())
            self._open = {capture: (read, units(gate, capture, read, beside))}
            self._waiting = {capture: next(self._open[capture][1], None)}
        read, remaining = self._open[capture]
        told = None
        name = untold = self._memorial.pages.name(capture)
        while (unit := self._waiting[capture]) is not None:
            if until is not None and unit.start >= until:
                return
            self._waiting[capture] = next(remaining, None)
            if not unit.hidden:
                place = ", ".join(filter(None, (name, unit.locator)))
                self._beside += [(remark, place) for remark in unit.remarks]
            shown = self._shown(capture, read.text, unit)
            # The page of a book is told where it begins, not at every paragraph; and
            # so is the file of a work in several.
            repeated = unit.row is None and unit.locator == told
            told = unit.locator
            if any(run.text.strip() or run.begins for run in shown.runs):
                told_here = (untold, "" if repeated else unit.locator)
                yield replace(shown, locator=", ".join(filter(None, told_here)))
                untold = ""

    def _shown(self, capture: CaptureId, text: str, unit: Unit) -> Shown:
        gate = self._memorial.gate
        found = list(runs(gate, capture, text, unit))
        in_full = gate.rights(capture) in IN_FULL
        if unit.row is not None:
            found = _replaced(found, "\t", " | ")
        elif _wrapped("".join(run.text for run in found)):
            found = _replaced(found, "\n", " ")
        return Shown(
            form=unit.form.value,
            locator=unit.locator,
            runs=_trimmed(found, _MARKS[unit.form]),
            people=self._people(unit.statements),
            gap=not in_full and unit.start > 0,
        )

    def _people(
        self, said: tuple[Statement, ...]
    ) -> list[tuple[PersonId, str, list[str]]]:
        memorial = self._memorial
        found: dict[PersonId, list[str]] = {}
        for statement in said:
            person = memorial.person_of[statement.subject]
            labels = kinds()[statement.kind].labels
            label = labels.get(memorial.language, labels["en"])
            if not vouched(statement):
                label += f" ({doubted(statement.modality, memorial.language)})"
            told = found.setdefault(person, [])
            if label not in told:
                told.append(label)
        return [(p, memorial.labels[p], told) for p, told in found.items()]


def _replaced(found: list[Run], old: str, new: str) -> list[Run]:
    return [Run(run.text.replace(old, new), run.begins, run.used) for run in found]


def _wrapped(text: str) -> bool:
    """Tell whether lines end where a page did, and not where the sense does."""
    *lines, _ = text.strip().split("\n")
    return bool(lines) and all(len(line) in _WRAPPED for line in lines)


def _trimmed(found: list[Run], marks: str) -> list[Run]:
    """Leave out space around a unit, and the mark of a heading in plain text."""
    if found:
        first = found[0]
        found[0] = Run(first.text.lstrip(marks), first.begins, first.used)
        last = found[-1]
        found[-1] = Run(last.text.rstrip(), last.begins, last.used)
    return found


def what_is_shown(source: Source, memorial: Memorial) -> str:
    """Say what is shown of the words of a source, and how much where that matters."""
    words = RIGHTS[source.rights]
    share = memorial.pages.quoted.get(source.id)
    return words if share is None else f"{words} Together {share:.1%} of the text."


def lineage(source: Source, memorial: Memorial) -> list[tuple[str, str, str]]:
    """Say what a source derives from: words, file and title."""
    found = []
    for earlier in source.derives_from:
        if earlier in memorial.sources:
            file = memorial.pages.parts[earlier][0].file
            title = memorial.sources[earlier].title
            found.append(("Derives from", file, title))
    return found
