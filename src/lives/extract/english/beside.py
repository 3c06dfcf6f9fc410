"""What stands beside words in capitals, and what it says for a human being."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.english.candidates import Candidate
from lives.extract.english.prose import Token
from lives.extract.english.wordlists import (
    is_acronym,
    is_body,
    is_group,
    is_office,
    is_role,
    listed,
)

_FAR = 40  # tokens before "to" in which its verb is looked for
_SHORT = 4  # letters: "need" is no past tense
_WHO = ("who", "whose", "whom")
_ARTICLES = ("a", "an", "the")
_CUES = ("alias", "née", "nee", "né", "pseudonym", "nicknamed")
_NAMING = ("party", "real", "pen", "underground", "maiden", "known")
_KINSFOLK = ("family", "families", "dynasty", "clan", "brothers", "sisters", "house")


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
    single: bool
    year_alone: bool
    titled_of: bool
    goal: bool


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

    if candidate.single and first > 1 and tokens[first - 1].capital:
        first -= _national_body([at(first - n) for n in range(1, 5)])
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
        not candidate.full
        and last + 2 < len(tokens)
        and is_acronym(tokens[last + 2].text),
        candidate.single,
        at(last + 1) == "(" and at(last + 2).isdigit() and at(last + 3) == ")",
        first > 2 and tokens[first - 2].capital and not is_office(at(first - 2)),  # noqa: PLR2004
        at(first - 1) == "to" and _goes(tokens[max(0, first - _FAR) : first - 1]),
    )


def _national_body(before: Sequence[str]) -> bool:
    """Recognise "head of the Georgian Cheka", but not "the Bolshevik Kalinin".

    Args:
        before: The four words before, the nearest first.
    """
    people, article, preposition, noun = before
    inside = preposition in ("in", "into", "from", "within", "joined")
    led = preposition == "of" and noun not in listed("personal_nouns")
    return is_group(people) and article in _ARTICLES and (inside or led)


def _goes(before: Sequence[Token]) -> bool:
    """Tell whether the last verb before "to" moves someone to a place."""
    for token in reversed(before):
        if token.lower in listed("moving_verbs"):
            return True
        if token.lower in listed("person_verbs") and not _in_relative(before, token):
            return False
    return False


def _in_relative(before: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb stands in ", who had commanded the district,"."""
    words = [token.lower for token in before]
    at = next(i for i, token in enumerate(before) if token is verb)
    opening = max((i for i in range(at) if words[i] in _WHO), default=-1)
    return opening >= 0 and "," in words[at:]


def context(near: Beside) -> float:
    """Weigh what stands beside a candidate: points for a human being, or against."""
    return sum(points for holds, points in (*_before(near), *_after(near)) if holds)


def _before(near: Beside) -> tuple[tuple[bool, float], ...]:
    before, before2 = near.before, near.before2
    place = before in listed("place_prepositions")
    inside = before in ("in", "at", "into", "near")
    naming = before2 in _NAMING and before in ("name", "as")
    return (
        (is_role(before), 3.0),
        (before in (",", "—", "–") and is_role(before2), 1.5),
        (before in _CUES or naming, 2.0),
        (before in listed("handling_verbs"), 1.5),
        (before == "of" and before2 in listed("personal_nouns"), 1.5),
        (before == "of" and before2 in listed("place_nouns"), -3.0),
        (before in ("by", "between", "told", "whom"), 0.75),
        (before in (*_ARTICLES, "this", "these", "every", "each", "all"), -3.0),
        (place, -2.5 if inside else -1.5),
        (near.goal, -2.5),
        (near.capital_the, -2.0),
        (before.isdigit(), -0.5),
        (before in listed("work_nouns"), -4.0),
        (before in ("'s", "'") and near.single, -1.5),
        (before == "of" and near.titled_of, -3.0),
    )


def _after(near: Beside) -> tuple[tuple[bool, float], ...]:
    after, after2 = near.after, near.after2
    verb = after2 if _is_adverb(after) else after
    acts = verb in listed("person_verbs")
    acted = near.initial and len(verb) > _SHORT and verb.endswith("ed")
    role_ahead = any(map(is_role, near.ahead))
    described = after == "," and after2 in (*_ARTICLES, "then", "his", "her", "aged")
    copula = after in ("was", "is", "became")
    owns = after in ("'s", "'")
    dated = after2[:1].isdigit() or after2 in ("born", "b", "d", "b.", "d.", "c.")
    return (
        (acts, 2.0),
        (not acts and acted, 1.0),
        (after in _WHO or (after == "," and after2 in _WHO), 3.0),
        (owns, 2.5 if after2 in listed("personal_things") else 0.3),
        (near.year_alone, -1.5 if near.single else -0.75),
        (after == "(" and dated and not near.year_alone, 1.5),
        (described, 2.0 if role_ahead else 0.3),
        (copula and after2 in (*_ARTICLES, "one") and role_ahead, 2.0),
        (copula and after2 in listed("done_to_people"), 2.0),
        (after in ("had", "himself", "herself", "personally", "never", "also"), 0.75),
        (is_body(after) and not near.after_capital, -1.0),
        (after == "(" and near.abbreviated, -3.0),
        (after in _KINSFOLK, -4.0),
    )


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") or lower in listed("before_verbs")
