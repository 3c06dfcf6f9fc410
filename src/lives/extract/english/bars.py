"""Whom a pronoun can hardly mean for where they stand in its own sentence.

In "X saw him" him is not X; in "X, his driver" and "X was his driver" his is not X's;
in "X wrote that he had died" and "Asked about X, he" he is not X: those are excluded.
What only speaks against someone has a name, under which the ranker of antecedents has
learned what it weighs.
"""

from collections.abc import Sequence

from lives.extract.english.kin import kin_at
from lives.extract.english.lexicon import verb_form, words
from lives.extract.english.prose import Token
from lives.extract.english.traces import SUBJECTS, Kind, Trace, owns
from lives.extract.english.wordlists import listed

_NEW_SUBJECTS = frozenset(("he", "she", "they", "i", "we", "it", "you"))
_OBJECTS = frozenset(("him", "her", "them", "me", "us"))
_BESIDE = frozenset(("with", "like", "unlike", "besides"))
_MARKS = frozenset(',;:—–-()[]"“”‘’?!')
_LEADING = frozenset(("when", "after", "before", "as", "since", "until", "once"))
_VERB = 4  # words of a verb with its auxiliaries
_AUXILIARIES = frozenset(
    ("had", "has", "was", "is", "been", "be", "to", "later", "then")
)


def barred(tokens: Sequence[Token], i: int, trace: Trace) -> str:
    """Name the rule by which a pronoun hardly means someone of its sentence; or "".

    Args:
        tokens: Tokens of the sentence.
        i: Position of the pronoun, which is no reflexive.
        trace: Where someone was meant in the same sentence.
    """
    if tokens[i].lower in SUBJECTS:
        return _barred_subject(tokens, i, trace)
    return "" if owns(tokens, i) else _barred_object(tokens, i, trace)


def excluded(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Tell whether a pronoun cannot mean someone of its sentence at all.

    Args:
        tokens: Tokens of the sentence.
        i: Position of the pronoun, which is no reflexive.
        trace: Where someone was meant in the same sentence.
    """
    if owns(tokens, i):
        return _owned(tokens, i, trace)
    if _joined(tokens, i, trace):
        return True
    if tokens[i].lower in SUBJECTS:
        hangs = not trace.owner and bool(_barred_subject(tokens, i, trace))
        told = _mourned(tokens, i, trace) or _tells_of_death(tokens, i, trace)
        return hangs or told or _named_after(tokens, i, trace)
    return _same_verb(tokens, i, trace)


def _tells_of_death(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "X wrote that he had died", and "the prosecutor, X, held that he"."""
    if trace.first > i or not trace.subject:
        return False
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    says = bool(listed("saying_verbs").intersection(between))
    accuses = {token.lower for token in tokens[: trace.first]} & words()["accusers"]
    return says and (bool(accuses) or dies(tokens, i + 1))


def _named_after(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "he was denounced by X": whom a clause names after "he" he is not.

    Not so where "when he came X" may begin another clause.
    """
    if trace.first < i or trace.kind is not Kind.NAME:
        return False
    between = {token.text for token in tokens[i + 1 : trace.first]}
    led = {token.lower for token in tokens[max(i - 2, 0) : i]}
    return not (between & _MARKS or led & (words()["subordinators"] | _LEADING))


def _same_verb(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "X had seen him" and "X rose and saw him"."""
    if trace.first > i or not trace.subject:
        return False
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    if between[-2:-1] == ["and"] and verb_form(between[-1]):
        return not (listed("clause_breaks") - {"than"}).intersection(between[:-2])
    apart = listed("clause_breaks") | words()["prepositions"] | {"to"}
    return 0 < len(between) <= _VERB and not apart.intersection(between)


def _mourned(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "after X's death he" and "after the death of X he"."""
    if trace.first > i:
        return False
    at = trace.last + 2 if trace.owner else trace.first - 2
    return 0 <= at < i and tokens[at].lower in listed("deadly_nouns")


def _joined(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "he and X", "X and he", "together with X, he" and "like X, he"."""
    between = tokens[trace.last + 1 : i] or tokens[i + 1 : trace.first]
    joins = [token.lower for token in between]
    link = tokens[trace.first - 1].lower if trace.first else ""
    beside = trace.first < i and link in _BESIDE and joins == [","]
    return joins == ["and"] or beside


def _barred_subject(tokens: Sequence[Token], i: int, trace: Trace) -> str:
    hangs = trace.last < i and not trace.subject and _participle(tokens, i)
    return "within an opening participle" if hangs else ""


def _participle(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether all before a pronoun is a participle with what hangs on it."""
    form = verb_form(tokens[0].lower)
    participle = form is not None and (form.participle or form.gerund)
    breaks = {token.lower for token in tokens[:i]} & words()["subordinators"]
    return participle and not breaks and tokens[i - 1].text == ","


def dies(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether the verb that begins at a position ends a life."""
    for token in tokens[start : start + _VERB]:
        if token.lower in listed("deadly_verbs"):
            return True
        if not (token.lower in _AUXILIARIES or token.lower.endswith("ly")):
            return False
    return False


def _owned(tokens: Sequence[Token], i: int, trace: Trace) -> bool:
    """Recognise "X, his driver", "X was his driver" and "his brother X"."""
    kin = kin_at(tokens, i + 1)
    if kin is None:
        return False
    if trace.first > i:
        return trace.first == kin.last + 1
    between = [token.lower for token in tokens[trace.last + 1 : i]]
    return not trace.owner and between in ([","], ["was"], ["is"], ["became"])


def _barred_object(tokens: Sequence[Token], i: int, trace: Trace) -> str:
    if trace.first > i or trace.owner:
        return ""
    words_between = [token.lower for token in tokens[trace.last + 1 : i]]
    between = set(words_between)
    if "to" in between and _OBJECTS & set(words_between[: words_between.index("to")]):
        return ""  # "X asked her to forgive him"
    breaks = listed("clause_breaks").intersection(between)
    if not breaks:
        return "subject of the same verb" if trace.subject else "in the same phrase"
    # "X rose and expelled him": the second verb has the subject of the first.
    shared = trace.subject and breaks <= {"and", "but", "than", ","}
    new = between.intersection(_NEW_SUBJECTS)
    return "subject of the verb before" if shared and not new else ""
