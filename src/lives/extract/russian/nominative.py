"""Names brought to the nominative and to plain order: given, patronymic, surname.

Every word of a name is read in all ways its ending allows; the words must agree in case
and gender, and what the sentence shows of both weighs. So "Анне Шмидт" is Anna, and
"Громова" is a man or a woman as its neighbours have it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from lives.extract.russian.models import forms, inflected
from lives.extract.russian.tables import table
from lives.model.mention import Gender
from lives.reading.names_declined import Option, after_consonant, by_endings, cased

CASES = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins",
    "loct": "loc", "gen1": "gen", "gen2": "gen", "acc2": "acc", "loc1": "loc",
    "loc2": "loc", "voct": "nom",
}  # fmt: skip
GENDERS = {"masc": "m", "femn": "f"}
_INITIAL = re.compile(r"(?:[А-ЯЁA-Z]|Дж|Дз|Ю|Я|Юр|Ал|Вл|Ст|Мих|Ник|Эд|Аф|Хр)\.?$")
_PATRONYMIC = re.compile(r".{2,}(?:[оеё]вич|[^аоуыэюяиеё]ич|[оеё]вн|ичн|инишн)\w{0,3}$")
_KNOWN, _FIXED = 3.0, 1.5  # weights of what the dictionary has; not declined, rare
_SHOWN = 2.0  # of what tells gender
_CASE_SEEN, _GENDER_SEEN = 1.5, 1.0
_FULL = 2  # words


class Hint(NamedTuple):
    """What the sentence shows of a word: case and gender; "" where it does not."""

    case: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the nominative, taken apart.

    Attributes:
        given: Given names.
        patronymic: Father's name; "" if none.
        surname: "" if none.
        initials: With dots.
        gender: As its words and the sentence show it.
        case: The case in which it is written; "" if unclear.
        several: It names a family: "Громовы".
    """

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    initials: tuple[str, ...] = ()
    gender: Gender = Gender.UNKNOWN
    case: str = ""
    several: bool = False

    @property
    def plain(self) -> str:
        """Return it in plain order."""
        parts = [self.given, *self.initials, self.patronymic, self.surname]
        return " ".join(part for part in parts if part)


@cache
def names_data(key: str) -> tuple[str, ...]:
    """Return a list of words of `names.toml`; "" and "|" are no words."""
    return tuple(table("data/names.toml")[key].split())


def is_initial(word: str) -> bool:
    """Tell whether a word is an initial: "Н.", "Дж."."""
    return bool(_INITIAL.fullmatch(word))


@cache
def is_given(word: str) -> bool:
    """Tell whether a word is a given name that the dictionary has, in any case."""
    return any("Name" in f.tag and "sing" in f.tag and f.known for f in forms(word))


@cache
def is_surname(word: str) -> bool:
    """Tell whether a word is a surname that the dictionary has, in any case."""
    return any("Surn" in f.tag and f.known for f in forms(word))


def is_patronymic(word: str) -> bool:
    """Tell whether a word has the form of a patronymic, in any case."""
    return bool(_PATRONYMIC.match(word.lower())) and bool(
        by_endings(word, "patronymics")
    )


def named(words: Sequence[str], hints: Sequence[Hint] = ()) -> Named:
    """Take a name apart and bring it to the nominative.

    Args:
        words: Of the name as written, in any order; initials with their dots.
        hints: What the sentence shows of each word; () for nothing.

    >>> named(["Григория", "Петровича", "Зотова"]).plain
    'Григорий Петрович Зотов'
    >>> named(["Зотовой", "Анне"]).plain
    'Анна Зотова'
    """
    hints = hints or [Hint()] * len(words)
    initials = tuple(w.rstrip(".") + "." for w in words if is_initial(w))
    spelled = [
        (w, hint) for w, hint in zip(words, hints, strict=True) if not is_initial(w)
    ]
    words_ = [word for word, _ in spelled]
    roles = ["surname"] * len(spelled) if initials else _roles(words_)
    best = _agreed(spelled, roles)
    if best is None:
        text = [word for word, _ in spelled]
        return _assembled(text, roles, initials, Gender.UNKNOWN, "")
    case, gender, chosen = best
    texts = [cased(o.text, w) for o, (w, _) in zip(chosen, spelled, strict=True)]
    shown = gender != "p" and any(
        option.gender == gender and option.weight >= _SHOWN for option in chosen
    )
    told = Gender(gender) if shown else Gender.UNKNOWN
    made = _assembled(texts, roles, initials, told, case)
    if gender != "p":
        return made
    return Named(
        made.given, made.patronymic, made.surname, initials, case=case, several=True
    )


def readings(word: str, hint: Hint, least: float = 0) -> list[tuple[str, str]]:
    """Return the ways a surname alone can be read: nominative and gender.

    Args:
        word: As written.
        hint: What the sentence shows of it.
        least: The weight below which a way is too rare to be thought of.

    >>> readings("Зотова", Hint("gen", "m"))[:2]
    [('Зотов', 'm'), ('Зотова', 'f')]
    """
    ranked: dict[tuple[str, str], float] = {}
    for option in options(word, "surname"):
        if option.weight >= least and option.gender != "p":
            key = (cased(option.text, word), option.gender)
            ranked[key] = max(ranked.get(key, 0.0), option.weight + _seen(option, hint))
    return sorted(ranked, key=lambda key: -ranked[key])


def _roles(words: Sequence[str]) -> list[str]:
    """Tell what each word is: given, patronymic or surname."""
    roles = ["surname"] * len(words)
    for at in range(1, len(words)):
        if is_patronymic(words[at]) and (is_given(words[at - 1]) or len(words) > _FULL):
            roles[at], roles[at - 1] = "patronymic", "given"
            return roles
    if len(words) == 1:
        only = is_given(words[0]) and not is_surname(words[0])
        return ["given"] if only else roles
    first, last = is_given(words[0]), is_given(words[-1])
    if last and not first and len(words) == _FULL:
        return ["surname", "given"]
    return [*["given"] * (len(words) - 1), "surname"]


def _agreed(
    spelled: Sequence[tuple[str, Hint]], roles: Sequence[str]
) -> tuple[str, str, list[Option]] | None:
    """Return the case and gender that suit all words best, with how each is read."""
    every = [
        options(word, role) for (word, _), role in zip(spelled, roles, strict=True)
    ]
    best: tuple[float, str, str, list[Option]] | None = None
    for case, gender in product(("nom", "gen", "acc", "dat", "ins", "loc"), "mfp"):
        chosen: list[Option] = []
        points = 0.0
        for ways, (_, hint) in zip(every, spelled, strict=True):
            fit = [o for o in ways if o.case == case and o.gender in {gender, "*"}]
            if not fit and gender != "p" and len(spelled) > 1:  # "Карп и Иван Громовы"
                fit = [o for o in ways if o.case == case and o.gender == "p"]
            if not fit:
                break
            option = max(fit, key=lambda o: (o.weight, o.gender == gender))
            chosen.append(option)
            points += option.weight + _seen(option._replace(gender=gender), hint)
        else:
            if chosen and (best is None or points > best[0]):
                best = points, case, gender, chosen
    return best[1:] if best else None


def _seen(option: Option, hint: Hint) -> float:
    points = _CASE_SEEN if hint.case and option.case == hint.case else 0.0
    return points + (
        _GENDER_SEEN if hint.gender and option.gender == hint.gender else 0.0
    )


@cache
def options(word: str, role: str) -> tuple[Option, ...]:
    """Return the ways in which a word of a name can be read.

    Args:
        word: As written.
        role: What it is taken for: "given", "patronymic" or "surname".
    """
    low = word.lower()
    if "-" in low:
        return tuple(_doubled(low.split("-"), role))
    if role == "patronymic":
        return tuple(by_endings(low, "patronymics"))
    found = list(_known(low, "Name" if role == "given" else "Surn"))
    if role == "given" and found:
        return (*found, *after_consonant(low))
    return (*found, *by_endings(low, "surnames"), *after_consonant(low))


def _doubled(parts: Sequence[str], role: str) -> Iterator[Option]:
    """Read "Голенищеву-Кутузову": all parts agree, or the first is not declined."""
    *firsts, last = parts
    for option in options(last, role):
        heads = []
        for part in firsts:
            same = [
                o
                for o in options(part, role)
                if o.case == option.case and o.gender in {option.gender, "*"}
            ]
            heads.append(max(same, key=lambda o: o.weight).text if same else part)
        yield option._replace(text="-".join([*heads, option.text]))


def _known(low: str, sort: str) -> Iterator[Option]:
    for form in forms(low):
        if sort not in form.tag or not form.known or "sing" not in form.tag:
            continue
        case = next((ours for theirs, ours in CASES.items() if theirs in form.tag), "")
        weight = _FIXED if "Fixd" in form.tag else _KNOWN
        text = inflected(low, form.tag, frozenset({"nomn"})) or low
        for theirs, ours in GENDERS.items():
            if theirs in form.tag or "ms-f" in form.tag:
                yield Option(text, ours, case, weight)


def _assembled(
    texts: Sequence[str],
    roles: Sequence[str],
    initials: tuple[str, ...],
    gender: Gender,
    case: str,
) -> Named:
    def of(role: str) -> str:
        chosen: Iterable[str] = (
            text for text, its in zip(texts, roles, strict=True) if its == role
        )
        return " ".join(chosen)

    return Named(of("given"), of("patronymic"), of("surname"), initials, gender, case)
