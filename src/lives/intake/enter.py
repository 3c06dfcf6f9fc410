"""What is to be entered for a parcel: the capture and the source, as nouns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lives.intake.accession import Accession
from lives.intake.language import LANGUAGE_TAG, language_of
from lives.intake.offers import Parcel
from lives.intake.sidecar import Description
from lives.intake.slug import free_slug, slug_of_file
from lives.model.ids import CaptureId, SourceId
from lives.model.passage import TextAsRead
from lives.model.source import Capture, Source


class Receipt(StrEnum):
    """What became of an offered file."""

    NEW = "new"  # its bytes were not held before
    REDESCRIBED = "redescribed"  # held already; what is said about it is new
    HELD = "held"  # held already, and nothing is new


@dataclass(frozen=True, slots=True)
class Received:
    """What became of an offered file.

    Attributes:
        path: As it was offered.
        receipt: Whether it is new.
        capture: Its bytes.
        source: The work, as it stands now.
        notes: What a person should know: an encoding guessed, pages without text,
            a source it derives from that is not held.
    """

    path: Path
    receipt: Receipt
    capture: Capture
    source: Source
    notes: tuple[str, ...] = ()


def entered(
    parcel: Parcel, read: TextAsRead, held: Mapping[CaptureId, Accession]
) -> Received:
    """Say what is to be recorded for a parcel, given what the archive holds."""
    known = {a.source.id: a.source for a in sorted(held.values(), key=lambda a: a.told)}
    earlier = held.get(parcel.capture)
    key = _key(parcel, earlier, known)
    described = parcel.description
    # What is said once about a source need not be said again with its next file.
    before = known.get(key) or (earlier and earlier.source)
    if before:
        described = described.over(_description_of(before))
    source = described.source(key, _language(read))
    capture = Capture(
        parcel.capture,
        key,
        earlier.capture.name if earlier else parcel.name,
        parcel.answer.media,
        parcel.copy.stat().st_size,
        parcel.recipe.name if parcel.recipe else "",
    )
    receipt = Receipt.NEW
    if earlier:
        same = (earlier.capture, earlier.source) == (capture, source)
        receipt = Receipt.HELD if same else Receipt.REDESCRIBED
    return Received(parcel.offer.path, receipt, capture, source, read.notes)


def unknown_origins(
    received: Received, sources: Mapping[SourceId, Source]
) -> tuple[str, ...]:
    """Say which of the sources it derives from the archive does not hold."""
    return tuple(
        f"it derives from {slug!r}, which the archive does not hold (yet)"
        for slug in received.source.derives_from
        if slug not in sources
    )


def _key(
    parcel: Parcel, earlier: Accession | None, known: Mapping[SourceId, Source]
) -> SourceId:
    described = parcel.description
    if described.id:
        return SourceId(described.id)
    if earlier:
        return earlier.source.id  # others may refer to it
    wanted = described.wanted_slug()
    if not wanted:
        return free_slug(slug_of_file(parcel.name), set(known))
    same = known.get(SourceId(wanted))
    if same and all(
        same.csl.get(f, "") == described.csl.get(f, "")
        for f in ("author", "title", "issued")
    ):
        return same.id  # another file of the same work
    return free_slug(wanted, set(known))


def _language(read: TextAsRead) -> str:
    told = read.language.replace("_", "-")
    return told if LANGUAGE_TAG.fullmatch(told) else language_of(read.text)


def _description_of(source: Source) -> Description:
    return Description(
        id=source.id,
        csl=source.csl,
        kind=source.kind,
        rights=source.rights,
        language=source.language,
        reliability=source.reliability,
        derives_from=source.derives_from,
        written=source.written,
    )
