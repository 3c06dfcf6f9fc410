"""A memorial of plain files: every page, the index of names, and the whole dump."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from lives.model.ids import PersonId
from lives.model.life import Conflict
from lives.model.progress import Progress
from lives.publish.gate import IN_FULL, LIVING, Gate
from lives.publish.layout import Layout
from lives.publish.notes import Desk, Memorial
from lives.publish.pages import Pages
from lives.publish.people_lists import Entry, by_script, entries, file_of, groups, lists
from lives.publish.person_page import person_page
from lives.publish.redirects import Once
from lives.publish.release import Counts, number
from lives.publish.shards import Card, write_shards
from lives.publish.source_page import SourcePages, lineage, what_is_shown
from lives.publish.ties import ties
from lives.publish.units import remarks
from lives.study.cohorts import cohorts

_CONFLICTS_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class About:
    """What every page tells of the memorial.

    Attributes:
        title: Of the archive.
        day: Of the release, in words.
        licence: Of what the archive itself has written.
        contact: Where corrections go.
        counts: How much there is, in words.
    """

    title: str
    day: str
    licence: str
    contact: str
    counts: str


class Site:
    """Writes one memorial into an empty folder."""

    def __init__(
        self, gate: Gate, folder: Path, settings: dict[str, Any], day: str
    ) -> None:
        """Look at everything once, holding labels and pages but no words.

        Args:
            gate: What may be published.
            folder: Where to write.
            settings: Those of the archive.
            day: Of the release, in words.
        """
        beside = remarks(gate)
        persons = {p.id: (p.label, p.named) for p in gate.persons()}
        labels = {key: label for key, (label, _) in persons.items()}
        unnamed = sum(not named for _, named in persons.values())
        self._memorial = Memorial(
            gate=gate,
            pages=Pages(gate, beside),
            labels=labels,
            person_of=gate.person_of(),
            ties=ties(gate),
            sources=gate.sources(),
            remarks=beside,
            cohorts=cohorts(gate.claims(), gate.lives()),
        )
        self._gate = gate
        self.counts = Counts(
            persons=len(labels),
            unnamed=unnamed,
            sources=len(gate.sources()),
            passages=self._memorial.pages.passages,
            conflicts=sum(1 for _ in _shown(gate.conflicts())),
            withheld=len(gate.withheld),
        )
        told = settings.get("publish", {})
        about = About(
            title=str(settings.get("title", "")),
            day=day,
            licence=str(settings.get("licence", "")),
            contact=str(told.get("contact", "")),
            counts=self.counts.words,
        )
        self._layout = Layout(folder, about=about, living=LIVING)
        self._folder = folder

    @property
    def quoted(self) -> dict[str, float]:
        """Return how much is shown of each source that may only be quoted."""
        shares = self._memorial.pages.quoted
        return {source: round(share, 3) for source, share in sorted(shares.items())}

    def write(self, progress: Progress) -> None:
        """Write every page."""
        found: list[Entry] = []
        write_shards(self._folder / "search", self._people(found, progress))
        self._people_lists(lists(found))
        self._sources(progress)
        self._disagreements()
        self._layout.page("about.html", "about", withheld=self.counts.withheld)
        list(self._layout.plain_files())

    @property
    def persons(self) -> Collection[PersonId]:
        """Return who has a page."""
        return self._memorial.labels.keys()

    def redirect(self, found: Once) -> None:
        """Write a page for every identifier that has none now and had one once."""
        for once, to in found.items():
            label = self._memorial.labels[to] if to else ""
            values = {"once": once, "to": to, "label": label}
            self._layout.page(f"p/{once}.html", "moved", **values)

    def _people(self, found: list[Entry], progress: Progress) -> Iterator[Card]:
        total = self.counts.persons
        for done, person in enumerate(self._gate.persons(), start=1):
            page = person_page(person, self._memorial)
            self._layout.page(f"p/{person.id}.html", "person", page=page)
            found.extend(entries(person, page.years))
            progress("people", done, total)
            yield Card(person.id, person.label, page.years, person.names)

    def _people_lists(self, found: list[list[Entry]]) -> None:
        several = len(found) > 1
        letters: dict[str, str] = {}
        for nth, held in enumerate(found, start=1):
            for letter, mark, _ in groups(held):
                href = f"{file_of(nth)}#{mark}" if several else f"#{mark}"
                letters.setdefault(letter, href)
        pages = [
            (file_of(nth), held[0].shown, held[-1].shown)
            for nth, held in enumerate(found, start=1)
        ]
        self._layout.page(
            "index.html",
            "index",
            scripts=by_script(letters),
            lists=pages if several else [],
            groups=[] if several else groups(found[0]) if found else [],
        )
        for index, (file, first, last) in enumerate(pages if several else ()):
            self._layout.page(
                file,
                "people",
                first=first,
                last=last,
                before=pages[index - 1][0] if index else "",
                after=pages[index + 1][0] if index + 1 < len(pages) else "",
                groups=groups(found[index]),
            )

    def _sources(self, progress: Progress) -> None:
        memorial = self._memorial
        witnesses = self._gate.witnesses()
        works = sorted(
            memorial.sources.values(), key=lambda s: (s.title.casefold(), s.id)
        )
        listed = []
        for done, source in enumerate(works, start=1):
            because = witnesses.get(source.id, (source.id, ""))[1]
            parts = memorial.pages.parts[source.id]
            listed.append((source, parts[0].file, because))
            for nth, shown in enumerate(
                SourcePages(memorial, source.id).parts(), start=1
            ):
                self._layout.page(
                    f"s/{shown.part.file}",
                    "source",
                    source=source,
                    rights=what_is_shown(source, memorial),
                    lineage=lineage(source, memorial),
                    because=because,
                    captures=[capture for capture, _, _ in shown.part.captures],
                    parts=[(n, p.file, str(n)) for n, p in enumerate(parts, start=1)],
                    number=nth,
                    heading="The text" if source.rights in IN_FULL else "Passages",
                    units=shown.units,
                    claims=shown.claims,
                    citations=shown.citations,
                )
            progress("sources", done, len(works))
        self._layout.page("sources.html", "sources", sources=listed)

    def _disagreements(self) -> None:
        found = _shown(self._gate.conflicts())
        pages = max(1, -(-self.counts.conflicts // _CONFLICTS_A_PAGE))
        parts = [(n, _disagreements_file(n), str(n)) for n in range(1, pages + 1)]
        count = self.counts.conflicts
        lead = (
            f"{number(count, 'disagreement', 'disagreements')}."
            if count
            else "No two sources here have been found to disagree."
        )
        for nth, file, _ in parts:
            self._layout.page(
                file,
                "disagreements",
                lead=lead,
                parts=parts,
                number=nth,
                groups=list(self._disagreeing(_some(found, _CONFLICTS_A_PAGE))),
            )

    def _disagreeing(
        self, found: Iterator[Conflict]
    ) -> Iterator[tuple[str, str, str, list[tuple[str, list[Any]]]]]:
        """Yield for each person or event its anchor, file, name and disagreements."""
        dated = self._memorial.events()
        for person, conflicts in groupby(found, key=attrgetter("person")):
            desk = Desk(self._memorial, person)
            if not person:
                for one in conflicts:
                    events = (dated[key] for key in one.events)
                    told = [(one.words, desk.of_events(events))]
                    yield one.id, "", one.about.rpartition(":")[0], told
                continue
            told = [(c.words, desk.numbered(c.statements)) for c in conflicts]
            yield person, f"p/{person}.html", self._memorial.labels[person], told


def _shown(found: Iterator[Conflict]) -> Iterator[Conflict]:
    """Leave out questions, which rest on no words."""
    return (one for one in found if one.statements or one.events)


def _some(found: Iterator[Conflict], count: int) -> Iterator[Conflict]:
    return (c for c, _ in zip(found, range(count), strict=False))


def _disagreements_file(number: int) -> str:
    return "disagreements.html" if number == 1 else f"disagreements-{number}.html"
