"""What a reader of entities sees, joined with what the rules take for names.

Where it sees a person, the run of capitals there names one, in the extent that the
rules give it: without titles, without the possessive. Where it is sure of a place or
an organisation, the run names nobody. Where it says nothing, the rules decide.
"""

from collections.abc import Sequence
from dataclasses import replace

from lives.extract.english.blocks import blocked
from lives.extract.english.candidates import Candidate, is_full
from lives.extract.english.capitals import is_suffix
from lives.extract.english.prose import Prose, Token
from lives.extract.named import EntitySpan, Sort

LIKELY = 0.5  # the score from which a person seen speaks for a name
SURE = 0.9  # the score from which it goes against what the rules are sure of


def merged(
    prose: Prose,
    found: Sequence[Candidate],
    seen: Sequence[Sequence[EntitySpan]],
) -> list[Candidate]:
    """Join what is seen with the candidates of the rules.

    Args:
        prose: The text they stand in.
        found: The candidates of the rules, in order.
        seen: For every sentence, what is named in it.

    Returns:
        The same candidates: marked as seen where a person is seen, blocked where
        something else surely is.
    """
    return [
        _merged(c, prose.sentences[c.sentence].tokens, seen[c.sentence]) for c in found
    ]


def _merged(
    candidate: Candidate, tokens: Sequence[Token], seen: Sequence[EntitySpan]
) -> Candidate:
    core = _core(candidate, tokens)
    over = [span for span in seen if span.start < core.end and core.start < span.end]
    if not over:
        return candidate
    best = max(over, key=lambda span: span.score)
    if best.sort is not Sort.PERSON:
        sure = best.score >= SURE
        return replace(candidate, blocked=f"seen as {best.sort}") if sure else candidate
    if best.score < LIKELY:
        return candidate
    if not candidate.blocked:
        return replace(candidate, seen=best.score)
    if best.score < SURE:
        return candidate
    return replace(_narrowed(candidate, tokens, best), blocked="", seen=best.score)


def _core(candidate: Candidate, tokens: Sequence[Token]) -> Token:
    """Return the word that a name turns on: the last that is no "Jr" or "III"."""
    words = [
        token
        for token in tokens[candidate.first : candidate.last + 1]
        if token.word and not is_suffix(token.text)
    ]
    return words[-1] if words else tokens[candidate.last]


def _narrowed(
    candidate: Candidate, tokens: Sequence[Token], span: EntitySpan
) -> Candidate:
    """Keep of words that together are no name the last of them that are seen as one."""
    places = [
        i
        for i in range(candidate.first, candidate.last + 1)
        if tokens[i].word and span.start <= tokens[i].start < span.end
    ]
    if not places or places[0] == candidate.first:
        return candidate
    words = tuple(tokens[i].text for i in places)
    return replace(
        candidate,
        first=places[0],
        words=words,
        titles=(),
        initial=False,
        blocked=blocked(words, ()),
        full=is_full(words),
    )
