"""People known through another: "his wife", "X's grandson", "the driver of X"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from lives.extract.english.prose import Token
from lives.extract.english.wordlists import listed
from lives.model.mention import Gender

_IRREGULAR = {"children": "child", "wives": "wife", "grandchildren": "grandchild"}
_SAME = {"widow": "wife", "widower": "husband"}
_MODIFIERS = 4  # words between the owner and the noun
_ARTICLES = ("the", "a", "an")


@dataclass(frozen=True, slots=True)
class Kin:
    """A noun for someone known through another, among the tokens of a sentence.

    Attributes:
        relation: The noun, in the singular.
        first: Position of the first of its modifiers, or of the noun.
        last: Position of the noun.
        plural: More than one person is meant.
        qualifier: "first", "elder" ... where it tells one of several apart.
    """

    relation: str
    first: int
    last: int
    plural: bool = False
    qualifier: str = ""

    @property
    def key(self) -> str:
        """Return what the same words mean the same person by: widow is wife."""
        return f"{self.qualifier} {_SAME.get(self.relation, self.relation)}".strip()

    @property
    def once(self) -> bool:
        """Tell whether someone has only one."""
        return self.relation in listed("kin_once")

    @property
    def gender(self) -> Gender:
        """Return the gender the noun shows."""
        return gender_of_noun(self.relation)


_APART = frozenset(
    [
        "first",
        "second",
        "third",
        "elder",
        "eldest",
        "younger",
        "youngest",
        "older",
        "oldest",
    ]
)


def gender_of_noun(lower: str) -> Gender:
    """Return the gender a noun for a relative shows."""
    if lower in listed("kin_female"):
        return Gender.FEMALE
    return Gender.MALE if lower in listed("kin_male") else Gender.UNKNOWN


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    """Map every form of a noun to the singular and whether it is plural."""
    found: dict[str, tuple[str, bool]] = {}
    for name in ("kin_female", "kin_male", "kin_either"):
        for noun in listed(name):
            found[noun] = (noun, False)
            head, hyphen, rest = noun.partition("-in-law")
            plural = f"{head}s{hyphen}{rest}" if hyphen else f"{noun}s"
            found[plural] = (noun, True)
    found.update({plural: (noun, True) for plural, noun in _IRREGULAR.items()})
    return found


def kin_at(tokens: Sequence[Token], start: int) -> Kin | None:
    """Read a noun with its modifiers that begins at a token; None if there is none."""
    qualifier = ""
    for i in range(start, min(len(tokens), start + _MODIFIERS + 1)):
        lower = tokens[i].lower
        if lower in _nouns():
            relation, plural = _nouns()[lower]
            if _compound(tokens, i):
                return None
            return Kin(relation, start, i, plural, qualifier)
        if lower not in listed("kin_modifiers"):
            return None
        qualifier = lower if lower in _APART else qualifier
    return None


def _compound(tokens: Sequence[Token], i: int) -> bool:
    """Recognise "father figure", which is no father."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return after in ("figure", "figures", "'s", "'", "party", "parties", "company")


def kin_before(tokens: Sequence[Token], of: int) -> Kin | None:
    """Read the noun before "of": "the eldest son of X"."""
    start = of - 1
    if start < 0 or tokens[start].lower not in _nouns():
        return None
    while start > 0 and tokens[start - 1].lower in listed("kin_modifiers"):
        start -= 1
    relation, plural = _nouns()[tokens[of - 1].lower]
    if start > 0 and tokens[start - 1].lower in _ARTICLES:
        start -= 1
    return Kin(relation, start, of - 1, plural)


def names_kin(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a name at a position is given as someone's: "his father, X"."""
    i = first - 1
    if i >= 0 and tokens[i].text in (",", "—", "–", ":", "("):
        i -= 1
    return i >= 0 and (
        tokens[i].lower in listed("kin_female") | listed("kin_male")
        or (tokens[i].lower in _APART and i > 0 and tokens[i - 1].lower == "the")
    )


def coordinated_kin(tokens: Sequence[Token], kin: Kin) -> list[Kin]:
    """Read what is joined to a noun: "his wife and two sons", "her son, her mother"."""
    found = [kin]
    i = kin.last + 1
    while i < len(tokens) and tokens[i].lower in (",", "and", "or"):
        i += 1
        if i < len(tokens) and tokens[i].lower in ("and", "or", "his", "her", "their"):
            i += 1
        following = kin_at(tokens, i) if i < len(tokens) else None
        if following is None:
            break
        if _apart(found[-1], following):
            found.append(following)
        else:
            found[-1] = replace(found[-1], last=following.last)
        i = following.last + 1
    return found


def _apart(one: Kin, two: Kin) -> bool:
    """Tell whether two nouns mean two people: "friend and comrade" mean one."""
    told = one.gender or two.gender or one.plural or two.plural
    return bool(told) or two.first != two.last
