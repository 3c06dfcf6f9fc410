"""Who is who across documents and lists: persons of documents, linked and gathered.

Two persons of one prose document are never compared: its reader has kept them apart
and saw more than a name. All others are rows of a linkage (`rows`), weighed by what
data/persons.toml compares. A person's names stand in several rows; the best counts.

Whoever fits two people cannot be both: what speaks for the one speaks against the
other (`rivals`), so that "P. Zarubin" is neither Pyotr nor Pavel until more is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from lives.model.judgement import Judgement, Verdict, Weight
from lives.model.judgement import probability as bits_to_probability
from lives.resolve.linkage.cluster import Numbers, gather_pairs
from lives.resolve.linkage.engine import Finder, link, probability
from lives.resolve.linkage.estimate import Floats
from lives.resolve.met import Met, met
from lives.resolve.profile import Profile
from lives.resolve.rivals import Against, rivals
from lives.resolve.rows import bounds, rows_of, settings
from lives.resolve.union import Union
from lives.resolve.weights import weights_of
from lives.resolve.within import pair

JUDGE = "persons/1"

# How many open questions about one profile are worth a person's time, and how many
# links to the same person a record of why they are one.
_MOST_UNSURE = 20
_MOST_SAME = 20
# Less probable than this is no question.
_DOUBTED = 0.01
_AS_LIKELY_AS_NOT = 0.5


def by_names(
    profiles: Sequence[Profile], find: Finder | None = None
) -> tuple[list[Judgement], Union[int], list[str]]:
    """Judge profiles that have a name in common.

    Args:
        profiles: In the order of the archive.
        find: The engine that finds pairs; none for the one of Lives.

    Returns:
        Judgements, same or unsure; the profiles so joined, by position; and notices
        of what was not compared or not recorded.
    """
    union = Union(range(len(profiles)))
    rows = rows_of(profiles)
    if not rows.owners:
        return [], union, []
    linked = link(rows.table, settings(), floor=None, find=find)
    found = met(profiles, linked, np.array(rows.owners, np.int32))
    spans = {span.column: bounds(profiles, span.column) for span in settings().spans}

    def gathered(bits: Floats) -> Numbers:
        pairs = (found.left, found.right, found.probable(bits))
        return gather_pairs(pairs, len(profiles), spans, settings())

    against = rivals(found, gathered(found.bits))
    bits = found.bits - against.bits
    leaders = gathered(bits)
    for position, leader in enumerate(leaders.tolist()):
        union.join(leader, position)
    chosen, left_out = _chosen(found, bits, leaders)
    pairs = found.rows[[n for n, _ in chosen]]
    weights = weights_of(linked, rows.table, pairs[:, 0], pairs[:, 1])
    told = [
        _judgement(profiles, found, n, verdict, (*several, *_rivals(against, n)))
        for (n, verdict), several in zip(chosen, weights, strict=True)
    ]
    crowd = {rows.owners[row] for row in linked.crowded.tolist()}
    return told, union, list(_notices(left_out, len(crowd)))


def _chosen(
    found: Met, bits: Floats, leaders: Numbers
) -> tuple[list[tuple[int, Verdict]], int]:
    """Choose what is worth recording, the most probable first.

    Of a person of many records the strongest links of each are kept, and those without
    which the records would not hang together.

    Args:
        found: All pairs.
        bits: What they weigh, rivals included.
        leaders: For each profile the one that stands for its person.

    Returns:
        Pairs by position with their verdicts; and how many doubtful ones are left out.
    """
    sure = probability(bits, 0.0)
    together = (leaders[found.left] == leaders[found.right]).tolist()
    order = np.lexsort((found.right, found.left, -bits))
    chained: Union[int] = Union(range(len(leaders)))
    same: Counter[int] = Counter()
    doubtful: Counter[int] = Counter()
    chosen: list[tuple[int, Verdict]] = []
    left_out = 0
    for n in order[sure[order] >= _DOUBTED].tolist():
        one, two = int(found.left[n]), int(found.right[n])
        if together[n]:
            likely = sure[n] >= _AS_LIKELY_AS_NOT
            few = likely and min(same[one], same[two]) < _MOST_SAME
            if few or chained.find(one) != chained.find(two):
                chained.join(one, two)
                same.update((one, two))
                chosen.append((n, Verdict.SAME))
        elif max(doubtful[one], doubtful[two]) < _MOST_UNSURE:
            doubtful.update((one, two))
            chosen.append((n, Verdict.UNSURE))
        else:
            left_out += 1
    return chosen, left_out


def _rivals(against: Against, n: int) -> tuple[Weight, ...]:
    many = int(against.rivals[n])
    if not many:
        return ()
    told = f"it fits {many} other {'person' if many == 1 else 'people'} as well"
    return (Weight("rivals", -round(float(against.bits[n]), 2), told),)


def _judgement(
    profiles: Sequence[Profile],
    found: Met,
    n: int,
    verdict: Verdict,
    weights: tuple[Weight, ...],
) -> Judgement:
    told = [weight.because for weight in weights[1:]]
    sure = bits_to_probability(sum(weight.bits for weight in weights))
    if verdict is Verdict.UNSURE and sure >= settings().join:
        told.append("but others of whom the same would hold do not agree with it")
    judged = pair(
        profiles[found.left[n]].mention,
        profiles[found.right[n]].mention,
        verdict,
        "; ".join(told),
        by=JUDGE,
        probability=round(sure, 4),
    )
    return replace(judged, weights=weights)


def _notices(left_out: int, crowd: int) -> Iterator[str]:
    if crowd:
        yield (
            f"{crowd} people bear names so common that they were not compared with "
            "their namesakes: nothing else is told of them"
        )
    if left_out:
        yield (
            f"{left_out} doubtful pairs of like names are not recorded for review: "
            f"their people have {_MOST_UNSURE} each already"
        )
