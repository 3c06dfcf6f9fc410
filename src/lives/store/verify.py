"""Whether an archive still is what was received and decided, and says what it said.

Precious things are checked against the chain; derived ones against the texts they
quote. What is altered among the derived can be computed again by `lives rebuild`;
what is altered among the precious has to come back from a copy.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lives.model.decision import DecisionKind
from lives.model.ids import CaptureId
from lives.model.mention import Mention
from lives.model.person import Person
from lives.model.progress import Progress, silent
from lives.store.archive import Archive
from lives.store.captures import Captures
from lives.store.chain import Alteration, Fault, Link, chain_faults, remarks
from lives.store.sqlite import Row

_GUARDS = {"decision_is_not_updated", "decision_is_not_deleted"}


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying an archive found.

    Attributes:
        decisions: How many entries the chain has.
        head: Hash of the last one; to be written down elsewhere.
        captures: How many captures were recomputed.
        passages: How many quotes were compared with the text they come from.
        faults: What was altered; empty for an archive that is whole.
        remarks: What is worth knowing and no fault.
    """

    decisions: int
    head: str
    captures: int
    passages: int
    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]


def published_faults(rows: Iterable[Row]) -> Iterator[Fault]:
    """Yield which identifiers that were published are not made from their place."""
    for person, capture, start, end, ordinal, _ in rows:
        mention = Mention.key(CaptureId(capture), start, end, ordinal)
        if Person.key(mention) != person:
            yield Fault(
                Alteration.CHANGED,
                f"published {person}",
                "it is not made from the place that is told beside it",
            )


def verify(
    archive: Archive, *, expected: str = "", progress: Progress = silent
) -> Report:
    """Check everything an archive holds.

    Args:
        archive: Any archive, however damaged.
        expected: A hash of the chain written down earlier; "" if none was.
        progress: Told at every capture.
    """
    links = list(archive.links())
    faults = list(chain_faults(links, expected=expected))
    faults += _database_faults(archive)
    bodies = list(_bodies(links))
    received = _received(bodies)
    for done, (key, (name, size)) in enumerate(received.items()):
        progress(f"checking {name}", done, len(received))
        faults += byte_faults(archive.captures.path(key), key, name, size)
    passages, wrong = _passages(archive)
    faults += wrong
    faults += _rows_without_accession(archive, received)
    faults += published_faults(archive.tables.published())
    return Report(
        decisions=len(links),
        head=links[-1].hash if links else "",
        captures=len(received),
        passages=passages,
        faults=tuple(faults),
        remarks=(
            *remarks(links),
            *_strays(archive.captures, received),
            *_recipe_remarks(archive, bodies),
        ),
    )


def byte_faults(
    path: Path, key: CaptureId, name: str, size: int | None
) -> Iterator[Fault]:
    """Yield what is wrong with the bytes that should lie at a path."""
    try:
        with path.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        yield Fault(Alteration.MISSING, str(path), f"the bytes of {name} are gone")
        return
    if found != key:
        yield Fault(
            Alteration.CHANGED, str(path), f"the bytes of {name} now give {found}"
        )
    elif size is not None and path.stat().st_size != size:
        yield Fault(
            Alteration.CHANGED,
            str(path),
            f"{name} was received with {size} bytes and has {path.stat().st_size}",
        )


def misquoted(
    text: str, quotes: Iterable[tuple[str, int, int, str]]
) -> Iterator[Fault]:
    """Yield the passages (identifier, start, end, quote) that a text does not have."""
    for key, start, end, quote in quotes:
        if text[start:end] != quote:
            yield Fault(
                Alteration.CHANGED,
                key,
                f"it quotes {quote[:60]!r} where the text as read has "
                f"{text[start:end][:60]!r}; 'lives rebuild' computes it again",
            )


def _bodies(links: Iterable[Link]) -> Iterator[tuple[Link, Mapping[str, Any]]]:
    for link in links:
        try:
            body = json.loads(link.body)
        except ValueError:
            continue  # told as a fault of the chain
        if isinstance(body, dict):
            yield link, body


def _received(
    bodies: Iterable[tuple[Link, Mapping[str, Any]]],
) -> dict[CaptureId, tuple[str, int | None]]:
    received: dict[CaptureId, tuple[str, int | None]] = {}
    for link, body in bodies:
        if link.kind == DecisionKind.ACCESSION:
            key = CaptureId(str(body.get("capture", "")))
            received[key] = (str(body.get("name", key)), body.get("size"))
        elif link.kind == DecisionKind.RECIPE:
            key = CaptureId(str(body.get("sha256", "")))
            received.setdefault(key, (f"recipe {body.get('name', key)}", None))
    return received


def _database_faults(archive: Archive) -> Iterator[Fault]:
    path = str(archive.folder / "archive.db")
    for words in archive.integrity():
        yield Fault(Alteration.DAMAGED, path, words)
    for name in sorted(_GUARDS - archive.guards()):
        words = f"the guard {name!r} was removed from the table of decisions"
        yield Fault(Alteration.MISSING, path, words)


def _passages(archive: Archive) -> tuple[int, list[Fault]]:
    tables, count, faults = archive.tables, 0, list[Fault]()
    for capture in tables.captures():
        key = capture.id
        quotes: list[tuple[str, int, int, str]] = [
            (m.id, m.start, m.end, m.text) for m in tables.mentions(key)
        ]
        quotes += [(s.id, s.start, s.end, s.quote) for s in tables.statements(key)]
        count += len(quotes)
        try:
            faults += misquoted(tables.text(key), quotes)
        except StopIteration:
            words = f"the text of {capture.name} is gone; 'lives rebuild' reads it"
            faults.append(Fault(Alteration.MISSING, key, words))
    return count, faults


def _rows_without_accession(
    archive: Archive, received: Mapping[CaptureId, tuple[str, int | None]]
) -> Iterator[Fault]:
    for capture in archive.tables.captures():
        if capture.id not in received:
            words = f"{capture.name} stands in the tables and was never received"
            yield Fault(Alteration.INSERTED, capture.id, words)


def _strays(
    captures: Captures, received: Mapping[CaptureId, tuple[str, int | None]]
) -> Iterator[str]:
    for key in captures.held():
        if key not in received:
            yield (
                f"{captures.path(key)} belongs to no accession: an interrupted import "
                "left it, and it does no harm"
            )


def _recipe_remarks(
    archive: Archive, bodies: Iterable[tuple[Link, Mapping[str, Any]]]
) -> Iterator[str]:
    recorded = {
        str(body.get("name")): str(body.get("sha256"))
        for link, body in bodies
        if link.kind == DecisionKind.RECIPE
    }
    for path in sorted(archive.recipes.glob("*.toml")):
        now = hashlib.sha256(path.read_bytes()).hexdigest()
        before = recorded.pop(path.name, "")
        if before and now != before:
            yield (
                f"{path} has changed since it was recorded; the next 'lives build' "
                "reads by it and records it"
            )
    for name, key in sorted(recorded.items()):
        yield (
            f"{archive.recipes / name} is gone; its bytes are kept at "
            f"{archive.captures.path(CaptureId(key))}"
        )
