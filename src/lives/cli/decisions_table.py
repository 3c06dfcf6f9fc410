"""People's judgements as rows of a table that a historian can read and fill in."""

from collections.abc import Iterator
from typing import Any

from lives.cli.citing import places
from lives.cli.origin import Origins
from lives.model.decision import DecisionKind
from lives.model.ids import MentionId
from lives.store.archive import Archive


def rows(archive: Archive) -> Iterator[dict[str, str]]:
    """Yield a row for every judgement that nobody has withdrawn, as in the chain."""
    origins = Origins(archive)
    for decision, body in archive.standing(DecisionKind.JUDGEMENT):
        maker = body.get("decided") or {"by": decision.by, "at": decision.at}
        yield {
            "left": body["left"],
            "right": body["right"],
            "verdict": body["verdict"],
            "why": body.get("why", ""),
            "by": maker["by"],
            "at": maker["at"],
            "citing": places(body.get("citing", ())),
            "decision": decision.hash,
            **_named(archive, origins, body, "left"),
            **_named(archive, origins, body, "right"),
        }


def _named(
    archive: Archive, origins: Origins, body: dict[str, Any], side: str
) -> dict[str, str]:
    """Name a mention by its words, source and place; by its words if it is gone."""
    mention = archive.tables.mention(MentionId(body[side]))
    if mention is None:
        words = body.get("stands", {}).get(side, {}).get("text", "")
        return {f"{side}_words": words, f"{side}_place": "no longer read"}
    origin = origins.origin(mention.capture, mention.start, mention.end)
    return {
        f"{side}_words": mention.text,
        f"{side}_source": origin.source.title,
        f"{side}_place": origin.place,
    }
