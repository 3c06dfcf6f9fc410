"""Decisions: what people received and decided, in a chain nobody can quietly alter.

Each decision holds the hash of the one before it, so that a changed, removed or
inserted line shows at every later one. Withdrawing is a further decision.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import DecisionId

GENESIS = DecisionId("0" * 64)


class DecisionKind(StrEnum):
    """What was decided; the body's fields are told in `docs/glossary.md`."""

    FOUNDING = "founding"  # the archive was made: title
    ACCESSION = "accession"  # bytes were received: capture, source
    RECIPE = "recipe"  # a recipe was put in place: name, sha256
    JUDGEMENT = "judgement"  # same, different, unsure: left, right, verdict, why
    LINEAGE = "lineage"  # one source derives from another: source, derives_from, why
    WITHDRAWAL = "withdrawal"  # an earlier decision no longer holds: of, why


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the chain.

    Attributes:
        seq: Position, from 1.
        at: UTC time, ISO 8601 with seconds.
        by: Who decided.
        kind: What sort of decision.
        body: Canonical JSON (keys sorted, no spaces, not escaped to ASCII).
        previous: Hash of the entry before; `GENESIS` for the first.
        hash: sha256 over all of the above.
    """

    seq: int
    at: str
    by: str
    kind: DecisionKind
    body: str
    previous: DecisionId
    hash: DecisionId


def chain_hash(  # the fields a link of the chain protects
    seq: int, at: str, by: str, kind: str, body: str, previous: str
) -> DecisionId:
    """Compute the hash of an entry.

    Each field is preceded by its length: fields cannot flow into one another.
    """
    digest = hashlib.sha256()
    for part in (str(seq), at, by, kind, body, previous):
        data = part.encode()
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return DecisionId(digest.hexdigest())
