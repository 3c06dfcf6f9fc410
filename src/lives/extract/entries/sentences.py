"""What a register tells of one thing in two places: the day here, the penalty there."""

from collections.abc import Sequence
from dataclasses import replace

from lives.extract.entries.entry import Said

_APART = frozenset({"sentence", "birth", "death", "rehabilitation"})
_PARTS = ("when", "where", "what", "group")


def joined(said: Sequence[Said]) -> list[Said]:
    """Make one of two statements of a kind that complete each other.

    "Sentenced by a troika on 3 March. Charge: ... Sentence: ten years" is one
    sentence; the charge between stays a statement of its own. So is a birth whose year
    stands here and whose place there.

    Args:
        said: In the order of their words.
    """
    found: list[Said] = []
    last: dict[tuple[str, int | None], int] = {}
    for one in said:
        key = (one.kind, one.about)
        if one.kind not in _APART:
            found.append(one)
        elif key in last and _complete(found[last[key]], one):
            found[last[key]] = _one(found[last[key]], one)
        else:
            last[key] = len(found)
            found.append(one)
    return found


def _complete(first: Said, second: Said) -> bool:
    """Tell whether neither has what the other has, and modality is the same."""
    both = (p for p in _PARTS if getattr(first, p) and getattr(second, p))
    return not any(both) and first.modality == second.modality


def _one(first: Said, second: Said) -> Said:
    return replace(
        first,
        start=min(first.start, second.start),
        end=max(first.end, second.end),
        because=second.because,
        when=first.when or second.when,
        where=first.where or second.where,
        what=first.what or second.what,
        group=first.group or second.group,
    )
