"""Why words in capitals can name no human being, whatever stands beside them."""

from collections.abc import Callable, Sequence

from lives.extract.english.capitals import is_suffix
from lives.extract.english.wordlists import (
    has_prefix,
    is_acronym,
    is_body,
    is_common,
    is_group,
    is_office,
    is_place,
    listed,
    months,
)
from lives.reading.names import is_given_name, is_initial, is_title

BODY = "a body or place"
_LONGEST = 7  # words: a run of more is a title or a list without commas
_GIVEN_AND_SURNAME = 2


def blocked(words: Sequence[str], titles: Sequence[str]) -> str:
    """Say why words can name no human being; "" if they can.

    Args:
        words: As written, without the titles before them.
        titles: In lower case.

    >>> blocked(["Academy"], []), blocked(["Maria", "Ivanova"], [])
    ('a body or place', '')
    """
    rules = _SINGLE if len(words) == 1 else _SEVERAL
    lowers = [word.lower() for word in words]
    for reason, holds in (*_ALL, *rules):
        if holds(words, lowers, titles):
            return reason
    return ""


_Rule = tuple[str, Callable[[Sequence[str], Sequence[str], Sequence[str]], bool]]


def _time(_: Sequence[str], lowers: Sequence[str], __: Sequence[str]) -> bool:
    lead = len(lowers) > 1 and is_given_name(lowers[0])  # April Jones
    return not lead and any(lower in months() for lower in lowers)


def _people(_: Sequence[str], lowers: Sequence[str], __: Sequence[str]) -> bool:
    two = len(lowers) == _GIVEN_AND_SURNAME and is_given_name(lowers[0])
    if not two:
        return any(map(is_group, lowers))
    # "Christian Weber" is a name, "Christian Democrats" and "German Army" are not.
    last = lowers[1]
    other = is_group(last) or is_body(last) or is_common(last)
    return is_group(lowers[0]) and other


def _place(_: Sequence[str], lowers: Sequence[str], __: Sequence[str]) -> bool:
    two = len(lowers) == _GIVEN_AND_SURNAME and is_given_name(lowers[0])
    return (
        (
            lowers[-1] in listed("place_closers")
            and not (two and not is_place(lowers[0]))
        )
        or lowers[0] in listed("place_openers")
        or is_place(" ".join(lowers))
        or is_place(" ".join(lowers[:2]))
    )


def _body(words: Sequence[str], lowers: Sequence[str], titles: Sequence[str]) -> bool:
    given = is_given_name(lowers[0])
    if given and all(map(is_initial, words[1:-1])) and len(words) > _GIVEN_AND_SURNAME:
        return False  # "Joseph A. Day"
    if not given and lowers[0] in listed("openers"):
        return True
    if not any(is_body(lower) for lower in lowers[given:]):
        return False
    # "Christopher Hill" is a name, "King Christopher Hill" is a hill.
    two = given and len(lowers) == _GIVEN_AND_SURNAME
    return not (two and lowers[-1] in listed("sites") and not titles)


def _single_body(
    _: Sequence[str], lowers: Sequence[str], titles: Sequence[str]
) -> bool:
    lower = lowers[0]
    loose = bool(titles) and titles[-1] in listed("loose_titles")
    if loose and is_common(lower):
        return True
    other = is_body(lower) or is_place(lower)
    return other and not (titles and not loose) and not is_given_name(lower)


_ALL: tuple[_Rule, ...] = (
    ("too many words", lambda words, _, __: len(words) > _LONGEST),
    ("a time", _time),
    ("a compound", lambda _, lowers, __: any(map(has_prefix, lowers))),
    (
        "an abbreviation",
        lambda words, _, __: any(is_acronym(w) for w in words if not is_suffix(w)),
    ),
    (
        "initials alone",
        lambda words, _, __: all(is_initial(w) or is_suffix(w) for w in words),
    ),
    ("a people or creed", _people),
)
_SEVERAL: tuple[_Rule, ...] = (
    ("a place", _place),
    (
        "an office",
        lambda _, low, __: is_office(low[-1]) or is_office(low[-1].removesuffix("s")),
    ),
    (BODY, _body),
)
_SINGLE: tuple[_Rule, ...] = (
    ("a title alone", lambda _, low, __: is_office(low[0]) or is_title(low[0])),
    ("a letter", lambda words, _, __: len(words[0]) == 1),
    (BODY, _single_body),
)
