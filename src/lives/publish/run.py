"""Let lives out: findings -> exports, memorials."""

from collections import deque
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from lives.model.decision import DecisionKind
from lives.model.errors import NothingToPublish
from lives.model.ids import MentionId, PersonId
from lives.model.progress import Progress, silent
from lives.publish.dump import write_dump
from lives.publish.formats import exporter
from lives.publish.gate import Gate
from lives.publish.living import Rules, rules
from lives.publish.redirects import earlier_pages, redirects, write_redirects
from lives.publish.release import Note, Release, in_place_of, seal
from lives.publish.site import Site
from lives.publish.wording import day_words
from lives.store.archive import Archive


def export(archive: Archive, format_name: str, target: Path) -> None:
    """Write all the archive holds into a folder, for its own people: without a gate.

    Raises:
        UnknownFormatName: There is no exporter of this name.
    """
    tables = archive.tables
    exporter(format_name)(tables, target)
    now = {person.id for person in tables.persons()}
    write_redirects(target, redirects(tables.published_gone(), tables.person_once, now))


def publish(
    archive: Archive, target: Path, *, now: datetime, progress: Progress = silent
) -> Release:
    """Publish a memorial of plain files; a failure leaves an earlier one in place.

    Raises:
        TargetNotEmpty: The folder holds something that is not a memorial.
        NothingToPublish: The archive has not been built, or nobody may be published.
    """
    target = target.resolve()
    # Nothing may be built or decided while the pages are being written.
    with archive.transaction(), in_place_of(target) as folder:
        head = deque(archive.decisions(), maxlen=1)[-1].hash
        gate = Gate(archive.tables, _rules(archive), now.year)
        site = Site(gate, folder, archive.settings, day_words(now.date()))
        if not site.counts.persons:
            raise NothingToPublish(
                "there is nobody to publish",
                where=str(archive.folder),
                remedy="run 'lives build' first; if it has been run, look at "
                "living_years in archive.toml",
            )
        site.write(progress)
        write_dump(gate, folder / "data")
        tables = archive.tables
        once = {*tables.published_gone(), *earlier_pages(target)}
        moved = redirects(once, tables.person_once, site.persons)
        site.redirect(moved)
        write_redirects(folder / "data", moved)
        tables.write_published(site.persons)
        files = seal(folder, Note(head, site.counts, site.quoted), now)
    return Release(target, now.date().isoformat(), site.counts, files)


def _rules(archive: Archive) -> Rules:
    """Return what the archive has laid down, its old identifiers followed.

    Somebody who is withheld stays so when an identifier goes out of use, and whoever
    turns out to be two is withheld twice, until somebody says otherwise.
    """
    laid_down, tables = rules(archive.settings), archive.tables
    old = (PersonId(key) for key in laid_down.withheld if key.startswith("pe-"))
    now = {person for key in old if (person := tables.person_once(key))}
    withheld = set(laid_down.withheld) | now
    labels = {person.id: person.label for person in tables.persons()}
    for _, body in archive.standing(DecisionKind.JUDGEMENT):
        whole = body.get("divides")
        if whole and {whole, labels.get(whole)} & withheld:
            ends = (MentionId(body["left"]), MentionId(body["right"]))
            parts = set(filter(None, map(tables.person_of_mention, ends)))
            withheld |= parts - laid_down.cleared
    return replace(laid_down, withheld=frozenset(withheld))
