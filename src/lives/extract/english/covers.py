"""Which tokens of a sentence its mentions and dates cover."""

from collections.abc import Sequence

from lives.extract.english.prose import Token
from lives.model.mention import Mention


def covers(
    tokens: Sequence[Token], mentions: Sequence[Mention]
) -> dict[int, tuple[int, tuple[Mention, ...]]]:
    """Map the first token of each outermost mention to its end and its persons.

    "Himself" beside a name adds nobody: it is left to the adverbs.
    """
    starts = {token.start: i for i, token in enumerate(tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(tokens)}
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        first, last = starts.get(mention.start), ends.get(mention.end)
        reflexive = mention.text.lower().endswith(("self", "selves"))
        if first is not None and last is not None and not reflexive:
            spans.setdefault((first, -last), []).append(mention)
    found: dict[int, tuple[int, tuple[Mention, ...]]] = {}
    reached = 0
    for (first, minus_last), group in sorted(spans.items()):
        if first >= reached:
            found[first] = (-minus_last, tuple(group))
            reached = -minus_last
    return found


def date_covers(
    tokens: Sequence[Token], dates: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Map the first token of each date to one past its last."""
    found: dict[int, int] = {}
    for start, end in dates:
        inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
        if inside:
            found[inside[0]] = inside[-1] + 1
    return found
