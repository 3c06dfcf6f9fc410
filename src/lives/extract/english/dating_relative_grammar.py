"""The words of dates told through other dates, as regular expressions.

Made from `data/relative_dates.toml`. What a match means is `dating_relative.py`'s.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from lives import packaged
from lives.extract.english.frames import frames
from lives.extract.english.lexicon import forms
from lives.reading.dates_grammar import MONTHS, SEASONS

TABLE: Final = packaged.table("lives.extract.english", "data/relative_dates.toml")


def _meanings(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _any(words: Iterable[str]) -> str:
    """Return a pattern of phrases, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)


POINTING: Final = _meanings(TABLE["pointing"])
POINTED: Final = _meanings(TABLE["pointed"])
UNITS: Final = _meanings(TABLE["units"])
DIRECTIONS: Final = _meanings(TABLE["directions"])
COUNTS: Final = _meanings(
    {k: TABLE["counts"][k] for k in ("about", "within", "beyond")}
)
VAGUE: Final = frozenset(TABLE["counts"]["vague"])
PARTS: Final = _meanings(TABLE["parts"])
FEASTS: Final = _meanings(TABLE["feasts"])
PHRASES: Final = {
    phrase: (unit, step)
    for key, step in (("next", 1), ("previous", -1))
    for unit, phrases in TABLE["phrases"][key].items()
    for phrase in phrases
}
MONTH_NAMES: Final = frozenset(m for m in MONTHS if m.isascii() and m != "mar")
SEASON_NAMES: Final = frozenset(s for s in SEASONS if s.isascii())

_MEASURED = rf"(?!\s+(?:{_any(TABLE['measured']['from'])})\b)"
_EVENT = rf"(?!\s+(?:{_any(TABLE['measured']['pointing'])})\b)"
_STOP = r"(?=\s*(?:[,.;:)—–]|$))"
_NUMBER = r"(?:[a-z]+-)?[a-z]+|\d{1,3}"
_COUNT = rf"""(?:(?P<hedge>{_any(COUNTS)})\s+)?
    (?:(?P<half>half\s+an?)\s+(?P<unit_h>{_any(UNITS)})
      |(?P<vague>{_any(VAGUE)})\s+(?P<unit_v>{_any(UNITS)})
      |(?P<count>{_NUMBER})(?P<and_half>\s+and\s+a\s+half)?\s+(?P<unit>{_any(UNITS)})
        (?P<half_more>\s+and\s+a\s+half)?)"""
_ONE_WAY = [w for w, way in DIRECTIONS.items() if not way.startswith("stopped")]
_STOPPED = [w for w, way in DIRECTIONS.items() if way.startswith("stopped")]
_PART = rf"(?:(?P<part>{_any(PARTS)})\s+)?"
_SEASON_OF = rf"(?:(?:in\s+)?(?:the\s+)?(?P<season_of>{_any(SEASON_NAMES)})\s+of\s+)?"
_POINTER = _any(POINTING)

# Deeds to count from: "two months after his arrest", "on the eve of the trial".
DEED: Final = re.compile(
    rf"""\b(?:
        (?:the\s+(?P<one>day|night|year)|(?P<count>{_NUMBER})\s+(?P<unit>{_any(UNITS)}))
          \s+(?P<way>after|before)
      | (?:on\s+)?the\s+(?P<same>eve|day|night|morning)\s+of
    )\s+(?:his|her|their|the)\s+(?P<deed>[a-z]+)\b(?!\s+(?:of|by)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTED: Final = re.compile(
    rf"""\b{_COUNT}
        (?:\s+(?P<way>{_any(_ONE_WAY)})\b(?!\s+than\b)
          |\s+(?P<stopped>{_any(_STOPPED)})\b{_STOP})""",
    re.VERBOSE | re.IGNORECASE,
)
ELAPSED: Final = re.compile(
    # "After five years, he": but "was let go after five years" counts from his own.
    rf"""\b(?:(?P<within>within\s+(?:about\s+)?)
        |(?:(?<![a-z]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bso\s)|(?<=\bthen\s)|(?<=\bonly\s))
         after\s+(?:another\s+)?)
        (?P<count>{_NUMBER})\s+(?P<unit>{_any(UNITS)})
        (?:{_STOP}|(?=\s+(?:he|she|they)\b))""",
    re.VERBOSE | re.IGNORECASE,
)
POINTED_AT: Final = re.compile(
    rf"""\b(?:
        {_PART}{_SEASON_OF}(?P<pointer>{_POINTER})\s+(?P<unit>{_any(POINTED)})\b{_EVENT}
      | (?P<part_of>{_any(PARTS)})\s+the\s+(?P<unit_of>year|month)\b{_EVENT}
      | (?P<pointer_s>{_POINTER})\s+(?P<season>{_any(SEASON_NAMES)})\b{_EVENT}
      | (?P<pointer_m>(?!the\s+(?:following|next)\b)(?:{_POINTER}))\s+
          (?P<month>(?-i:{_any(m.capitalize() for m in MONTH_NAMES)}))\b(?!\s+\d)
      | (?P<phrase>{_any(PHRASES)})\b{_MEASURED}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "In the spring she left"; "in the summer of 1937" is an absolute date.
SEASON: Final = re.compile(
    rf"\b(?:in|during|by|until|that)\s+the\s+(?P<season>{_any(SEASON_NAMES)})\b"
    r"(?!\s+(?:of|months?|and|or|when|term|holidays?|offensive|school)\b)(?!\s+\d)",
    re.IGNORECASE,
)
# "on the 12th", but not "on the 12th floor".
ORDINAL: Final = re.compile(
    r"\b(?:on|until|by)\s+the\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"
    rf"(?:\s+of\s+(?:the|that)\s+month)?(?:{_STOP}|(?=\s+(?:he|she|they|it)\b))",
    re.IGNORECASE,
)
FEAST: Final = re.compile(
    rf"\b(?P<feast>{_any(FEASTS)})(?:\s+in|\s+of|,)?\s+(?P<year>(?:1\d|20)\d\d)\b",
    re.IGNORECASE,
)


def is_deed(noun: str) -> bool:
    """Tell whether a noun names a deed that the frames know."""
    return noun in frames().by_noun


@cache
def deed_words(noun: str) -> re.Pattern[str]:
    """Return a pattern of the words that tell a deed: "arrest", "arrested"."""
    evoked = frames().by_noun[noun]
    verbs = {form for f in evoked for lemma in f.lemmas for form in forms(lemma)}
    return re.compile(rf"\b(?:{_any({noun, *verbs})})\b", re.IGNORECASE)
