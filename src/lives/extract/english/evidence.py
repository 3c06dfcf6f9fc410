"""Evidence that words in capitals name a human being, weighed over a document.

Points are added up by hand-set weights: what stands beside the words here, what the
words are, and what stands beside them elsewhere in the document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lives.extract.english.candidates import BODY, Candidate
from lives.extract.english.prose import Prose, Token
from lives.extract.english.wordlists import (
    endings,
    is_acronym,
    is_body,
    is_common,
    is_group,
    is_place,
    is_role,
    listed,
)
from lives.reading.names import is_given_name, is_initial, is_patronymic

NEEDED = 1.5  # points from which words are taken for a name
_SURE = 4.0
_UNKNOWN_FULL = 1.6  # two capitals, neither known: people outnumber other things
_ELSEWHERE = 0.5  # what a point from another place in the document is worth
_MOST_ELSEWHERE = 5.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Lower-case words around a candidate; "" beyond the sentence."""

    before: str
    before2: str
    after: str
    after2: str
    ahead: tuple[str, ...]
    capital_the: bool
    after_capital: bool
    initial: bool
    abbreviated: bool


def beside(tokens: Sequence[Token], candidate: Candidate) -> Beside:
    """Look at the words around a candidate, before its titles."""
    first = candidate.first
    skipped = len(candidate.titles)
    while (
        first
        and (tokens[first - 1].capital or tokens[first - 1].text == ".")
        and skipped
    ):
        skipped -= tokens[first - 1].word
        first -= 1

    def at(i: int) -> str:
        return tokens[i].lower if 0 <= i < len(tokens) else ""

    last = candidate.last
    return Beside(
        at(first - 1),
        at(first - 2),
        at(last + 1),
        at(last + 2),
        tuple(at(i) for i in range(last + 3, last + 9)),
        first > 1 and tokens[first - 1].text == "The",
        last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].word,
        candidate.initial,
        last + 2 < len(tokens) and is_acronym(tokens[last + 2].text),
    )


def context(near: Beside, *, single: bool) -> float:
    """Weigh what stands beside a candidate."""
    return _before(near, single=single) + _after(near)


def _before(near: Beside, *, single: bool) -> float:
    points = 0.0
    if is_role(near.before):
        points += 3.0
    elif near.before in (",", "—", "–") and is_role(near.before2):
        points += 1.5
    if near.before in ("alias", "née", "nee", "né", "pseudonym", "nicknamed") or (
        near.before2 in ("party", "real", "pen", "underground", "maiden", "known")
        and near.before in ("name", "as")
    ):
        points += 2.0
    if near.before in listed("handling_verbs"):
        points += 1.5
    if near.before == "of":
        points += 1.5 if near.before2 in listed("personal_nouns") else 0.0
        points -= 3.0 if near.before2 in listed("place_nouns") else 0.0
    if near.before in ("by", "between", "told", "whom"):
        points += 0.75
    if near.before in ("the", "a", "an", "this", "these", "every", "each", "all"):
        points -= 3.0
    if near.before in listed("place_prepositions"):
        points -= 2.5 if near.before in ("in", "at", "into", "near") else 1.5
    if near.capital_the:
        points -= 2.0
    return points


def _after(near: Beside) -> float:
    points = 0.0
    verb = near.after2 if _is_adverb(near.after) else near.after
    if verb in listed("person_verbs"):
        points += 2.0
    elif near.initial and len(verb) > _SHORT and verb.endswith("ed"):
        points += 1.0
    if near.after in ("who", "whose", "whom") or (
        near.after == "," and near.after2 in ("who", "whose", "whom")
    ):
        points += 3.0
    if near.after in ("'s", "'"):
        points += 2.5 if near.after2 in listed("personal_things") else 0.3
    if near.after == "(" and (
        near.after2[:1].isdigit() or near.after2 in ("born", "b", "d", "b.", "d.", "c.")
    ):
        points += 1.5
    if near.after == "," and near.after2 in (
        "a",
        "an",
        "the",
        "then",
        "his",
        "her",
        "aged",
    ):
        points += 2.0 if any(map(is_role, near.ahead)) else 0.3
    if near.after in ("was", "is", "became") and near.after2 in (
        "a",
        "an",
        "the",
        "one",
    ):
        points += 2.0 if any(map(is_role, near.ahead)) else 0.0
    elif near.after in ("was", "is") and near.after2 in _DONE_TO_PEOPLE:
        points += 2.0
    if near.after in ("had", "himself", "herself", "personally", "never", "also"):
        points += 0.75
    if is_body(near.after) and not near.after_capital:
        points -= 1.0
    if near.after == "(" and near.abbreviated:
        points -= 3.0
    if near.after in ("family", "families", "dynasty", "clan", "brothers", "house"):
        points -= 4.0
    if near.before.isdigit():
        points -= 1.0
    return points


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") or lower in (
        "later",
        "also",
        "never",
        "then",
        "first",
        "soon",
        "once",
        "still",
        "again",
        "now",
        "even",
        "too",
        "had",
        "has",
    )


_DONE_TO_PEOPLE = frozenset(
    [
        "born",
        "arrested",
        "shot",
        "killed",
        "murdered",
        "executed",
        "married",
        "educated",
        "appointed",
        "elected",
        "expelled",
        "exiled",
        "deported",
        "imprisoned",
        "assassinated",
        "sentenced",
        "buried",
        "survived",
        "charged",
        "tried",
        "released",
        "rehabilitated",
        "succeeded",
        "awarded",
        "raised",
        "baptised",
        "baptized",
        "awarded",
        "invited",
        "told",
        "asked",
        "accused",
        "convicted",
        "forced",
        "known",
        "interested",
        "determined",
        "able",
        "born",
        "a",
        "an",
        "the",
        "one",
        "also",
        "already",
        "never",
        "not",
    ]
)


def shape(candidate: Candidate) -> float:
    """Weigh what the words themselves are."""
    words = candidate.words
    lowers = [word.lower() for word in words]
    if candidate.titles:
        return _SURE
    if candidate.full:
        return _full_name(lowers)
    if candidate.single:
        return _single(words[0], lowers[0], initial=candidate.initial)
    points = _UNKNOWN_FULL + _surname(words[-1])
    points -= 1.5 * sum(is_common(lower) for lower in lowers)
    points -= 2.0 * sum(is_place(lower) for lower in lowers)
    if is_initial(words[-1]):
        points += 0.5
    return points


def _full_name(lowers: Sequence[str]) -> float:
    points = _SURE
    lead, last = lowers[0], lowers[-1]
    if is_place(lead) or (is_common(lead) and not is_patronymic(last.title())):
        points -= 1.5
    if is_body(last):
        points -= 2.5 if last in listed("sites") else 3.5
    elif is_place(last):
        points -= 1.5
    elif is_common(last):
        points -= 0.5
    if any(is_group(lower) for lower in lowers):
        points -= 2.0
    return points


def _single(word: str, lower: str, *, initial: bool) -> float:
    points = 0.0
    if is_given_name(lower):
        points += 2.0 if not (is_common(lower) or is_place(lower)) else 0.75
    elif is_common(lower):
        points -= 3.0 if initial else 2.5
    elif is_place(lower):
        points -= 3.0
    else:
        points += _surname(word)
    if "-" in lower and not is_given_name(lower):
        points -= 0.75
    return points - (0.3 if initial else 0.0)


def _surname(word: str) -> float:
    lower = word.lower()
    if is_common(lower) or is_place(lower):
        return 0.0
    if lower.startswith(endings("surname_prefixes")) and word[2:].lower() != word[2:]:
        return 2.0
    if len(lower) > 4 and lower.endswith(endings("strong_surname_endings")):
        return 1.5
    return 0.5 if len(lower) > 4 and lower.endswith(endings("surname_endings")) else 0.0


def verdicts(prose: Prose, found: Sequence[Candidate]) -> list[bool]:
    """Decide for each candidate whether it names a human being."""
    near = [beside(prose.sentences[c.sentence].tokens, c) for c in found]
    own = [context(n, single=c.single) for n, c in zip(near, found, strict=True)]
    base = [shape(c) for c in found]
    surnames = _established(found, own, base)
    elsewhere = _elsewhere(prose, found, own)
    lower = _seen_in_lower_case(prose)
    points = []
    for c, here, what in zip(found, own, base, strict=True):
        sum_ = here + what + _rest(elsewhere, c, here)
        known = surnames.get(c.key, 0.0)
        sum_ += known if c.single or not c.full else 0.0
        if c.single and c.key in lower and not (known or is_given_name(c.key)):
            sum_ -= 2.0
        points.append(
            -9.0 if c.blocked or _locally_blocked(c, near[len(points)]) else sum_
        )
    return [p >= NEEDED for p in _in_company(prose, found, points)]


def _in_company(
    prose: Prose, found: Sequence[Candidate], points: list[float]
) -> list[float]:
    """Let names lend points to what is joined to them by a comma or "and"."""
    for step in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in step:
            j = i - 1 if step.step > 0 else i + 1
            one, two = (found[i], found[j]) if i < j else (found[j], found[i])
            if points[j] >= NEEDED > points[i] > 0 and _joined(prose, one, two):
                points[i] += 1.0
    return points


def _joined(prose: Prose, one: Candidate, two: Candidate) -> bool:
    if one.sentence != two.sentence or two.first - one.last > _APART:
        return False
    tokens = prose.sentences[one.sentence].tokens[one.last + 1 : two.first]
    between = [t.lower for t in tokens if t.lower not in two.titles]
    return between in (["and"], [","], [",", "and"])


_APART = 4  # tokens between two names that stand together


def _locally_blocked(candidate: Candidate, near: Beside) -> bool:
    """A bare surname after "the" is a person's only before a lower-case noun."""
    return candidate.single and near.capital_the


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


def is_person_verb(lower: str) -> bool:
    """Tell whether a word may be the verb of a human subject."""
    return (
        lower in listed("person_verbs")
        or lower in ("was", "is", "had", "has", "did", "were", "would", "could")
        or (len(lower) > _SHORT and lower.endswith("ed"))
    )


_SHORT = 4
