"""Accessions: what the chain of decisions remembers of every capture."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lives.model.decision import Decision
from lives.model.ids import CaptureId, SourceId
from lives.model.source import Capture, Rights, Source, SourceKind


@dataclass(frozen=True, slots=True)
class Accession:
    """The receipt of a capture, as it stands.

    Attributes:
        seq: Place of the first accession of these bytes: the order of receipt.
        told: Place of the last one, whose description holds.
        capture: The bytes.
        source: The work.
    """

    seq: int
    told: int
    capture: Capture
    source: Source


def accession_body(capture: Capture, source: Source) -> dict[str, Any]:
    """Write an accession as the body of a decision."""
    return {
        "capture": capture.id,
        "name": capture.name,
        "media": capture.media,
        "size": capture.size,
        "recipe": capture.recipe,
        "source": {
            "id": source.id,
            "csl": source.csl,
            "kind": source.kind,
            "rights": source.rights,
            "language": source.language,
            "reliability": source.reliability,
            "derives_from": list(source.derives_from),
            "written": source.written,
        },
    }


def standing_accessions(
    decisions: Iterable[tuple[Decision, Any]],
) -> dict[CaptureId, Accession]:
    """Return each capture's standing accession, in the order of receipt.

    Of several for the same bytes the first gives the order, the last the description.
    """
    found: dict[CaptureId, Accession] = {}
    for decision, body in decisions:
        key = CaptureId(body["capture"])
        earlier = found.get(key)
        seq = earlier.seq if earlier else decision.seq
        capture, source = _capture(body), _source(body["source"])
        found[key] = Accession(seq, decision.seq, capture, source)
    return found


def standing_sources(
    accessions: Mapping[CaptureId, Accession],
) -> Iterator[Source]:
    """Yield the sources in the order in which they were described."""
    for accession in sorted(accessions.values(), key=lambda a: a.told):
        yield accession.source


def _capture(body: Mapping[str, Any]) -> Capture:
    return Capture(
        CaptureId(body["capture"]),
        SourceId(body["source"]["id"]),
        body["name"],
        body["media"],
        body["size"],
        body["recipe"],
    )


def _source(body: Mapping[str, Any]) -> Source:
    return Source(
        SourceId(body["id"]),
        dict(body["csl"]),
        SourceKind(body["kind"]),
        Rights(body["rights"]),
        body["language"],
        body["reliability"],
        tuple(map(SourceId, body["derives_from"])),
        body["written"],
    )
