"""A link in a sentence: how sure it is, what speaks for it, what against."""

from collections.abc import Iterable

from lives.model.judgement import CHANCE, Judgement, Verdict, Weight

# How sure, from so much on, in words. They are ours; no reader of figures needs them.
_WORDS = (
    (0.99, "Almost certainly one person"),
    (0.9, "Probably one person"),
    (0.667, "Rather one person than two"),
    (0.334, "One person or two"),
    (0.1, "Rather two people than one"),
    (0.0, "Probably two people"),
)
_FOREMOST = 4  # reasons of each sort that a sentence can hold


def sentence(judgement: Judgement) -> str:
    """Tell a judgement in one sentence.

    >>> told = Judgement(
    ...     "me-1",
    ...     "me-2",
    ...     Verdict.SAME,
    ...     "persons/1",
    ...     "",
    ...     0.9,
    ...     weights=(
    ...         Weight("chance", -8.0, ""),
    ...         Weight("surname", 12.0, "same surname"),
    ...         Weight("birth", -1.0, "dates of birth differ"),
    ...     ),
    ... )
    >>> sentence(told)
    'Probably one person (0.900): same surname; against it: dates of birth differ.'
    """
    if judgement.human:
        return _of_a_person(judgement)
    head = f"{how_sure(judgement.probability)} ({judgement.probability:.3f})"
    if not judgement.weights:
        return f"{head}, by rule: {judgement.because}."
    counted = [w for w in judgement.weights if w.matter != CHANCE]
    parts = [_told(w for w in counted if w.bits > 0)]
    if against := _told(w for w in counted if w.bits < 0):
        parts.append(f"against it: {against}")
    reasons = "; ".join(part for part in parts if part)
    return f"{head}: {reasons or judgement.because}."


def how_sure(probability: float) -> str:
    """Say in words how sure a probability is."""
    return next(words for least, words in _WORDS if probability >= least)


def _told(weights: Iterable[Weight]) -> str:
    ordered = sorted(weights, key=lambda w: -abs(w.bits))
    words = [w.because for w in ordered[:_FOREMOST]]
    more = len(ordered) - len(words)
    return ", ".join(words) + (f" and {more} more" if more > 0 else "")


def _of_a_person(judgement: Judgement) -> str:
    verdict = {
        Verdict.SAME: "One person",
        Verdict.DIFFERENT: "Confirmed to be two people",
        Verdict.UNSURE: "It cannot be told whether this is one person",
    }[judgement.verdict]
    cited = "; ".join(f"“{' '.join(p.quote.split())}”" for p in judgement.citing)
    cites = f" It cites {cited}." if cited else ""
    day = f" on {judgement.at[:10]}" if judgement.at else ""
    return f"{verdict}, says {judgement.by}{day}: {judgement.because}.{cites}"
