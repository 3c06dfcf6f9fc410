"""Russian names in any case of declension, and the nominatives they may stand for.

Every word of a name is read in all ways its ending allows; the words must agree in case
and gender. No dictionary is needed: endings are data, given names are a list. Where a
sentence shows more, the reader of Russian prose uses it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from lives.model.mention import Gender
from lives.packaged import table
from lives.reading.names_given import gender_of_given, is_given_name
from lives.reading.names_scripts import cyrillic
from lives.reading.names_written import Name, is_initial, parse_name

CASES = ("nom", "gen", "acc", "dat", "ins", "loc")
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_PATRONYMIC = re.compile(r".{2,}(?:[оеё]вич|[^аоуыэюяиеё]ич|[оеё]вн|ичн|инишн)\w{0,3}$")
_BOTH_DOUBT = 0.5
_NOMINATIVE = 1.0  # more likely than any one of the other cases
_LIKELY = 2.0  # points behind the best from which a reading is not thought of
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}


class Option(NamedTuple):
    """One way in which a word of a name can be read.

    Attributes:
        text: Its nominative, in lower case.
        gender: ``m``, ``f``, ``p`` for several people, ``*`` for any.
        case: ``nom``, ``gen`` ...
        weight: How sure.
    """

    text: str
    gender: str
    case: str
    weight: float


@cache
def _endings(key: str) -> tuple[tuple[str, str, str, tuple[str, ...], float], ...]:
    rows = table("lives.reading", "data/declension.toml")[key]
    found = []
    for cell in re.split(r"[|\n]+", rows):
        if cell.strip():
            met, nominative, gender, cases, weight = cell.split()
            ending = nominative.strip("-")
            found.append((met, ending, gender, tuple(cases.split(",")), float(weight)))
    return tuple(found)


@cache
def by_endings(word: str, key: str) -> tuple[Option, ...]:
    """Return the ways in which endings allow to read a word.

    Args:
        word: In any capitals.
        key: A table of `declension.toml`: "surnames", "patronymics" or "given".
    """
    low = word.lower()
    return tuple(
        Option(low[: len(low) - len(met)] + nominative, gender, case, weight)
        for met, nominative, gender, cases, weight in _endings(key)
        if low.endswith(met) and len(low) > len(met)
        for case in cases
    )


def after_consonant(low: str) -> Iterator[Option]:
    """Yield the ways to read a surname whose nominative ends with a consonant."""
    if _CONSONANT.search(low):
        yield Option(low, "m", "nom", 1.0)
        yield from (Option(low, "f", case, _BOTH_DOUBT) for case in CASES)
    for met, gender, cases, weight in _bare():
        stem = low[: len(low) - len(met)]
        if low.endswith(met) and _CONSONANT.search(stem):
            yield from (Option(stem, gender, case, weight) for case in cases)


@cache
def _bare() -> tuple[tuple[str, str, tuple[str, ...], float], ...]:
    cells = table("lives.reading", "data/declension.toml")["bare"].strip().split("|")
    split = (cell.split() for cell in cells)
    return tuple((met, g, tuple(c.split(",")), float(w)) for met, g, c, w in split)


def cased(text: str, model: str) -> str:
    """Write a nominative with capitals: "Голенищев-Кутузов", "эль-Масри"."""
    parts = text.split("-")
    models = model.split("-")
    if len(parts) != len(models):
        return text.title()
    return "-".join(
        part.capitalize() if like[:1].isupper() else part
        for part, like in zip(parts, models, strict=True)
    )


def nominatives(text: str) -> tuple[Name, ...]:
    """Return the names that a Russian name in some case may stand for.

    Args:
        text: A name as written, in any order and any case of declension.

    Returns:
        The likeliest first, each once. A name that shows no case, or is not Russian, is
        returned alone as it is.

    >>> nominatives("Ивана Никитича Громова")[0].plain
    'Иван Никитич Громов'
    >>> [name.plain for name in nominatives("Громова")]
    ['Громова', 'Громов']
    """
    words = text.split()
    told = [word.strip(",") for word in words if not is_initial(word)]
    if not told or not all(cyrillic(word) for word in told):
        return (parse_name(text),)
    every = [_options(word) for word in told]
    scored: dict[tuple[str, ...], float] = {}
    genders: dict[tuple[str, ...], str] = {}
    for case, gender in product(CASES, "mf"):
        chosen = [_best(options, case, gender) for options in every]
        if not all(chosen):
            continue
        fit = [option for option in chosen if option]
        points = sum(o.weight for o in fit) + (_NOMINATIVE if case == "nom" else 0.0)
        key = tuple(option.text for option in fit)
        if points > scored.get(key, -1.0):
            scored[key], genders[key] = points, gender
    if not scored:
        return (parse_name(text),)
    ranked = sorted(scored, key=lambda key: -scored[key])
    most = scored[ranked[0]]
    likely = [key for key in ranked if scored[key] > most - _LIKELY]
    return tuple(dict.fromkeys(parse_name(_spelled(words, key)) for key in likely))


def _best(options: Sequence[Option], case: str, gender: str) -> Option | None:
    fit = [o for o in options if o.case == case and o.gender in {gender, "*"}]
    return max(fit, key=lambda option: option.weight) if fit else None


@cache
def _options(word: str) -> tuple[Option, ...]:
    """Return every way to read a word: as patronymic, as given name, as surname."""
    low = word.lower()
    if "-" in low:
        return tuple(_doubled(low.split("-")))
    if _PATRONYMIC.match(low) and (found := by_endings(low, "patronymics")):
        return found
    if found := tuple(_given(low)):
        return found
    return (*by_endings(low, "surnames"), *after_consonant(low))


def _given(low: str) -> Iterator[Option]:
    if is_given_name(low):
        yield from (Option(low, gender, "nom", 3.0) for gender in _genders_of(low))
    for option in by_endings(low, "given"):
        genders = _genders_of(option.text) if is_given_name(option.text) else ()
        for gender in genders:
            if option.gender in {gender, "*"}:
                yield option._replace(gender=gender)


def _genders_of(low: str) -> tuple[str, ...]:
    told = gender_of_given(low)
    return tuple(
        mark for mark, gender in _GENDERS.items() if told in {gender, Gender.UNKNOWN}
    )


def _doubled(parts: Sequence[str]) -> Iterator[Option]:
    """Read "Голенищеву-Кутузову": all parts agree, or the first is not declined."""
    *firsts, last = parts
    for option in _options(last):
        heads = []
        for part in firsts:
            same = _best(_options(part), option.case, option.gender)
            heads.append(same.text if same else part)
        yield option._replace(text="-".join([*heads, option.text]))


def _spelled(words: Sequence[str], told: Sequence[str]) -> str:
    """Put nominatives in the places of the words they stand for."""
    left = iter(told)
    spelled = []
    for word in words:
        if is_initial(word):
            spelled.append(word)
        else:
            comma = "," if word.endswith(",") else ""
            spelled.append(cased(next(left), word.strip(",")) + comma)
    return " ".join(spelled)
