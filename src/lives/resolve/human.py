"""What people decided about who is who, read from the decision chain."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from lives.model.decision import Decision
from lives.model.ids import MentionId
from lives.model.judgement import Judgement, Verdict


def human_judgements(
    standing: Iterable[tuple[Decision, Mapping[str, Any]]],
) -> list[Judgement]:
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
        latest[left, right] = Judgement(
            left,
            right,
            Verdict(body["verdict"]),
            by=decision.by,
            because=body.get("why", ""),
            decision=decision.hash,
        )
    return list(latest.values())


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
