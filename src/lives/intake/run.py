"""Take files in: gather what is offered, then keep, record and enter all of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lives.intake.accession import (
    Accession,
    accession_body,
    standing_accessions,
    standing_sources,
)
from lives.intake.enter import Receipt, Received, entered, unknown_origins
from lives.intake.offers import Offer, Parcel, gather, raise_all
from lives.intake.recipes import Recipe
from lives.intake.sandbox import Answer, Task, read_apart
from lives.model.decision import Decision, DecisionKind
from lives.model.errors import IntakeError, LivesError
from lives.model.ids import CaptureId
from lives.model.progress import Progress, silent
from lives.store.archive import Archive

_Decide = Callable[[DecisionKind, dict[str, Any]], Decision]


def add(
    archive: Archive,
    offers: Iterable[Offer],
    *,
    by: str,
    now: datetime,
    progress: Progress = silent,
) -> list[Received]:
    """Receive files: all of them, or, if anything is wrong with one, none.

    Raises:
        LivesError: What is wrong; `Several` if more than one thing is. The archive is
            as it was before.
    """
    decide = partial(archive.decide, by=by, now=now)
    with TemporaryDirectory(prefix="lives-") as scratch:
        held = standing_accessions(archive.standing(DecisionKind.ACCESSION))
        parcels = gather(offers, Path(scratch), archive.recipes, held, progress)
        placed: list[Path] = []
        try:
            with archive.transaction(), archive.captures.provisional():
                archive.captures.sweep()  # what an interrupted import left behind
                done = [_receive(archive, p, held, placed, decide) for p in parcels]
                # Every source says what its last description says, as in a rebuild.
                for source in standing_sources(held):
                    archive.tables.write_source(source)
                archive.tables.forget_sources_without_captures()
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise
    sources = archive.tables.sources()
    return [
        replace(r, source=sources[r.source.id], notes=r.notes + more)
        for r in done
        for more in [unknown_origins(r, sources)]
    ]


def reread(archive: Archive, progress: Progress = silent) -> None:
    """Make sources, captures and readings again from decisions and bytes alone.

    Raises:
        LivesError: A capture is missing or altered, or cannot be read any more; the
            tables are as they were before.
    """
    held = standing_accessions(archive.standing(DecisionKind.ACCESSION))
    with TemporaryDirectory(prefix="lives-") as scratch:
        answers = _read_again(archive, held, Path(scratch), progress)
        with archive.transaction():
            archive.tables.forget_everything()
            for source in standing_sources(held):
                archive.tables.write_source(source)
            for key, accession in held.items():
                read = answers[key].text_as_read()
                archive.tables.write_capture(accession.capture, accession.seq, read)


def _receive(
    archive: Archive,
    parcel: Parcel,
    held: dict[CaptureId, Accession],
    placed: list[Path],
    decide: _Decide,
) -> Received:
    read = parcel.answer.text_as_read()
    received = entered(parcel, read, held)
    if received.receipt is Receipt.HELD:
        return received
    archive.captures.keep(parcel.copy.read_bytes())
    if parcel.recipe:
        _place(archive, parcel.recipe, placed, decide)
    capture, source = received.capture, received.source
    told = decide(DecisionKind.ACCESSION, accession_body(capture, source)).seq
    seq = told
    if earlier := held.get(capture.id):
        seq = earlier.seq
        archive.tables.forget_capture(capture.id)
    archive.tables.write_source(source)
    archive.tables.write_capture(capture, seq, read)
    held[capture.id] = Accession(seq, told, capture, source)
    return received


def _place(
    archive: Archive, recipe: Recipe, placed: list[Path], decide: _Decide
) -> None:
    """Keep a recipe's bytes, put it into its folder, and say so in the chain."""
    body = {"name": recipe.name, "sha256": archive.captures.keep(recipe.data)}
    target = archive.recipes / recipe.name
    if not target.exists():
        placed.append(target)
        target.write_bytes(recipe.data)
    told = [b for _, b in archive.standing(DecisionKind.RECIPE)]
    last = next((b for b in reversed(told) if b["name"] == recipe.name), None)
    if last != body:
        decide(DecisionKind.RECIPE, body)


def _read_again(
    archive: Archive,
    held: Mapping[CaptureId, Accession],
    scratch: Path,
    progress: Progress,
) -> dict[CaptureId, Answer]:
    tasks: list[Task] = []
    for key, accession in held.items():
        archive.captures.read(key)  # refuses altered bytes
        name, media = accession.capture.name, accession.capture.media
        tasks.append(Task(archive.captures.path(key), scratch / key, name, media))
    faults: list[LivesError] = []
    found: dict[CaptureId, Answer] = {}
    for number, (key, answer) in enumerate(zip(held, read_apart(tasks), strict=True)):
        progress(f"reading {held[key].capture.name}", number + 1, len(tasks))
        if isinstance(answer, IntakeError):
            faults.append(answer)
        else:
            found[key] = answer
    raise_all(faults)
    return found
