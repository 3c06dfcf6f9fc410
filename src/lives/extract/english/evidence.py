"""Evidence that words in capitals name a human being, weighed over a document.

Points are added up by hand-set weights: what stands beside the words here, what the
words are, and what stands beside them elsewhere in the document.
"""

from collections.abc import Iterable, Mapping, Sequence

from lives.extract.english.beside import beside, context
from lives.extract.english.blocks import BODY
from lives.extract.english.candidates import Candidate
from lives.extract.english.prose import Prose
from lives.extract.english.shapes import shape
from lives.extract.english.wordlists import is_common
from lives.reading.names import is_given_name

NEEDED = 1.5  # points from which words are taken for a name
DOUBTFUL = -0.5  # points from which words may be a name for all that is known
_NEUTRAL = -0.5  # nothing against it but an initial capital at most
_COMPANY = 1.5  # joined to a name by a comma or "and"
_SERIES = 2.0  # and more, in a series of three in which names lead
_FEW = 2
_AGAINST = -2.0  # words that are more than a little unlikely stay out of a series
_REFUSED = -9.0
_SEEN = 5.0  # what a reader of entities lends, times its score above an even chance
_EVEN = 0.5
_ELSEWHERE = 0.5  # what a point from another place in the document is worth
_MOST_ELSEWHERE = 5.0
_APART = 4  # tokens between two names that stand together


def verdicts(prose: Prose, found: Sequence[Candidate]) -> list[float]:
    """Weigh for each candidate whether it names a human being.

    From `NEEDED` points it does; from `DOUBTFUL` it may.
    """
    near = [beside(prose.sentences[c.sentence].tokens, c) for c in found]
    lent = [_lent(candidate) for candidate in found]
    own = [context(n) + more for n, more in zip(near, lent, strict=True)]
    base = [shape(c) for c in found]
    surnames = _established(found, own, base)
    # What is seen as a person once is one elsewhere, all but as surely.
    elsewhere = _elsewhere(
        prose, found, [o + m for o, m in zip(own, lent, strict=True)]
    )
    lower = _seen_in_lower_case(prose)
    points: list[float] = []
    for c, n, here, what in zip(found, near, own, base, strict=True):
        known = surnames.get(c.key, 0.0) if c.single or not c.full else 0.0
        rest = _rest(elsewhere, c, here)
        # Of a name once established, "the X circle" says nothing against it.
        sum_ = here + what + known + (max(0.0, rest) if known else rest)
        sum_ += 2.5 if known and (n.before == "the" or n.goal) else 0.0
        if c.single and c.key in lower and not (known or is_given_name(c.key)):
            sum_ -= 2.0
        refused = c.blocked or (c.single and n.capital_the)
        points.append(_REFUSED if refused and not c.seen else sum_)
    return _in_company(prose, found, points)


def _lent(candidate: Candidate) -> float:
    return _SEEN * max(0.0, candidate.seen - _EVEN)


def _in_company(
    prose: Prose, found: Sequence[Candidate], points: list[float]
) -> list[float]:
    """Let names lend points to what is joined to them by a comma or "and"."""
    for i in _led_by_names(prose, found, points):
        points[i] += _SERIES
    for step in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in step:
            j = i - 1 if step.step > 0 else i + 1
            one, two = (found[i], found[j]) if i < j else (found[j], found[i])
            if points[j] >= NEEDED > points[i] >= _NEUTRAL and _joined(prose, one, two):
                points[i] += _COMPANY
    return points


def _led_by_names(
    prose: Prose, found: Sequence[Candidate], points: Sequence[float]
) -> list[int]:
    """Find bare words in a series of three or more of which names are the most."""
    series: list[list[int]] = []
    for i in range(len(found)):
        if i and _joined(prose, found[i - 1], found[i]):
            series[-1].append(i)
        else:
            series.append([i])
    weak: list[int] = []
    for one in series:
        names = sum(points[i] >= NEEDED for i in one)
        if len(one) > _FEW and 2 * names >= len(one):
            weak += [i for i in one if _NEUTRAL > points[i] > _AGAINST]
    return weak


def _joined(prose: Prose, one: Candidate, two: Candidate) -> bool:
    if one.sentence != two.sentence or two.first - one.last > _APART:
        return False
    tokens = prose.sentences[one.sentence].tokens[one.last + 1 : two.first]
    between = [t.lower for t in tokens if t.lower not in two.titles]
    return between in (["and"], [","], [",", "and"])


def _established(
    found: Sequence[Candidate], own: Sequence[float], base: Sequence[float]
) -> Mapping[str, float]:
    """Surnames and given names that some full name of the document gives."""
    known: dict[str, float] = {}
    for c, here, what in zip(found, own, base, strict=True):
        if c.blocked or here + what < NEEDED + 1.0:
            continue
        if c.full or c.titles:
            known[c.key] = 3.0
            if is_given_name(c.words[0]):
                known.setdefault(c.words[0].lower(), 1.0)
        elif not c.single:
            known.setdefault(c.key, 2.0)
            if not is_common(
                c.words[0].lower()
            ):  # the surname comes first: Peng Shuzhi
                known.setdefault(c.words[0].lower(), 2.0)
    return known


def _elsewhere(
    prose: Prose, found: Iterable[Candidate], own: Iterable[float]
) -> Mapping[str, float]:
    sums: dict[str, float] = {}
    for c, here in zip(found, own, strict=True):
        if not c.blocked and not prose.sentences[c.sentence].heading:
            name = c.key if c.single else " ".join(c.words).lower()
            sums[name] = sums.get(name, 0.0) + here
        elif c.blocked == BODY and not c.titles:
            lead = c.words[0].lower()
            sums[lead] = sums.get(lead, 0.0) - 2.0
    return sums


def _rest(sums: Mapping[str, float], candidate: Candidate, here: float) -> float:
    name = candidate.key if candidate.single else " ".join(candidate.words).lower()
    rest = _ELSEWHERE * (sums.get(name, here) - here)
    return max(-_MOST_ELSEWHERE, min(_MOST_ELSEWHERE, rest))


def _seen_in_lower_case(prose: Prose) -> frozenset[str]:
    return frozenset(
        token.lower
        for sentence in prose.sentences
        for token in sentence.tokens
        if token.word and not token.capital
    )
