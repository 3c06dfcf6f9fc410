"""Second names that a text gives: "X, known as Y", "X (party name Y)", "X (Y)"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose
from lives.extract.english.wordlists import phrases
from lives.model.ids import MentionId

_MARKS = frozenset(",()[]\"“”‘’'—–:")
_WIDEST = 9  # tokens between the two names


def aliases(prose: Prose, names: Sequence[Placed]) -> Mapping[MentionId, MentionId]:
    """Map each name given as someone's other name to the name before it."""
    found: dict[MentionId, MentionId] = {}
    for one, two in pairwise(names):
        if one.sentence == two.sentence and two.first - one.last <= _WIDEST:
            tokens = prose.sentences[one.sentence].tokens
            between = [token.lower for token in tokens[one.last + 1 : two.first]]
            after = tokens[two.last + 1].text if two.last + 1 < len(tokens) else ""
            if _gives_alias(between, after) or _bracketed(between, after, one, two):
                found[two.mention.id] = one.mention.id
    return found


def _gives_alias(between: Sequence[str], after: str) -> bool:
    """Recognise ", known as" and "(party name"; "or" only in brackets."""
    words = [word for word in between if word not in _MARKS]
    phrase = " ".join(words)
    if phrase in phrases("bracket_cues"):
        return between[0] in ("(", "[") and after in (")", "]")
    return phrase in phrases("alias_cues")


def _bracketed(between: Sequence[str], after: str, one: Placed, two: Placed) -> bool:
    """Recognise "Severny (Trofim Rudin)": a bare name and a full one."""
    if tuple(between) not in (("(",), ("[",)) or after not in (")", "]"):
        return False
    sizes = [len(placed.mention.name.split()) for placed in (one, two)]
    return min(sizes) == 1 < max(sizes)
