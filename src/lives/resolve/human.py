"""What people decided about who is who, read from the decision chain."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from lives.model.decision import Decision
from lives.model.ids import CaptureId, MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Mention
from lives.model.passage import Passage

Standing = Iterable[tuple[Decision, Mapping[str, Any]]]


def human_judgements(standing: Standing) -> list[Judgement]:
    """Turn decisions into judgements, the latest on each pair prevailing.

    Args:
        standing: Decisions of kind `JUDGEMENT` that nobody has withdrawn, in the
            order of the chain, each with its body.

    Returns:
        One judgement a pair, in the order in which the prevailing ones were made.
        A judgement of a mention on itself says nothing and is left out.
    """
    latest: dict[tuple[MentionId, MentionId], Judgement] = {}
    for decision, body in standing:
        left, right = sorted((MentionId(body["left"]), MentionId(body["right"])))
        if left == right:
            continue
        latest.pop((left, right), None)  # so that the later one also stands later
        by, at = _maker(decision, body)
        latest[left, right] = Judgement(
            left,
            right,
            Verdict(body["verdict"]),
            by=by,
            because=body.get("why", ""),
            decision=decision.hash,
            at=at,
            citing=tuple(_cited(one) for one in body.get("citing", ())),
        )
    return list(latest.values())


def _maker(decision: Decision, body: Mapping[str, Any]) -> tuple[str, str]:
    """Return who judged and when: before the chain did, if it was imported."""
    first = body.get("decided")
    if not first:
        return decision.by, decision.at
    by = first.get("by") or "somebody not named"
    return f"{by}, imported by {decision.by}", first.get("at") or decision.at


def _cited(told: Mapping[str, Any]) -> Passage:
    return Passage(
        CaptureId(told["capture"]), told["start"], told["end"], told["quote"]
    )


def found_again(
    standing: Standing, mentions: Sequence[Mention]
) -> list[tuple[Decision, Mapping[str, Any]]]:
    """Lead decisions on mentions that are no longer read to those that are.

    A mention is known by where it stands; when another reader makes another text of
    the same bytes, it stands elsewhere. A decision holds the words too: where one
    mention only of the same bytes has these words, it is the one that was meant. Where
    there are several, nobody can tell, and the decision waits.
    """
    told = list(standing)
    read = {mention.id for mention in mentions}
    if all(body[side] in read for _, body in told for side in ("left", "right")):
        return told
    same: dict[tuple[str, str], list[MentionId]] = defaultdict(list)
    for mention in mentions:
        same[mention.capture, mention.text].append(mention.id)

    def now(body: Mapping[str, Any], side: str) -> str:
        stands = body.get("stands", {}).get(side, {})
        alike = same.get((stands.get("capture", ""), stands.get("text", "")), [])
        gone = body[side] not in read
        return alike[0] if gone and len(alike) == 1 else str(body[side])

    return [
        (decision, {**body, "left": now(body, "left"), "right": now(body, "right")})
        for decision, body in told
    ]


def waiting(judgements: Iterable[Judgement], read: Container[MentionId]) -> list[str]:
    """Say which judgements are about mentions that are no longer read.

    They have no effect and are not lost: when the mentions are read again, or somebody
    judges the new ones, the chain still has them.
    """
    orphaned = [j for j in judgements if j.left not in read or j.right not in read]
    if not orphaned:
        return []
    hashes = ", ".join((j.decision or "")[:12] for j in orphaned)
    words = "judgements about mentions that are no longer read wait without effect"
    return [f"{words}: {hashes}; 'lives decisions' shows them"]
