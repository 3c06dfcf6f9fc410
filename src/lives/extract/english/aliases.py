"""Second names that a text gives: "X, known as Y", "X (party name Y)", "X (Y)"."""

from collections.abc import Mapping, Sequence

from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose
from lives.model.ids import MentionId

# Words that may stand between a name and the other name of its bearer.
_CUES = tuple(
    tuple(cue.split())
    for cue in (
        "known as|alias|called|better known as|also known as|born|née|né|nee"
        "|real name|party name|whose real name was|whose party name was"
        "|known to his friends as|known to her friends as|under the name of"
        "|under the name|under the pseudonym|under the pseudonym of|pseudonym"
        "|nicknamed|the future|formerly|or|underground name|pen name|nom de guerre"
    ).split("|")
)
_MARKS = frozenset(",()[]\"“”‘’'—–:")
_WIDEST = 9  # tokens between the two names


def aliases(prose: Prose, names: Sequence[Placed]) -> Mapping[MentionId, MentionId]:
    """Map each name given as someone's other name to the name before it."""
    found: dict[MentionId, MentionId] = {}
    for one, two in zip(names, names[1:], strict=False):
        if one.sentence == two.sentence and two.first - one.last <= _WIDEST:
            tokens = prose.sentences[one.sentence].tokens
            between = [token.lower for token in tokens[one.last + 1 : two.first]]
            after = tokens[two.last + 1].text if two.last + 1 < len(tokens) else ""
            if _gives_alias(between, after) or _bracketed(between, after, one, two):
                found[two.mention.id] = one.mention.id
    return found


def _gives_alias(between: Sequence[str], after: str) -> bool:
    """Recognise ", known as" and "(party name"; "or" only in brackets."""
    words = tuple(word for word in between if word not in _MARKS)
    if words in (("or",), ("the", "future"), ("called",), ("formerly",)):
        return between[0] in "([" and after in ")]"
    return words in _CUES


def _bracketed(between: Sequence[str], after: str, one: Placed, two: Placed) -> bool:
    """Recognise "Severny (Trofim Rudin)": a bare name and a full one."""
    if tuple(between) not in (("(",), ("[",)) or after not in (")", "]"):
        return False
    sizes = [len(placed.mention.name.split()) for placed in (one, two)]
    return min(sizes) == 1 < max(sizes)
