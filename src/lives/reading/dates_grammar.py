"""The grammar of dates: regular expressions made from `data/dates.toml`.

Group names are a field, a form and the number of the point: ``dA1`` is the day of the
first point, read by form A. The number 0 stands for what two points share, as the
month and year of "12-15 March 1937".
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from lives import packaged
from lives.reading.patterns import any_of


@cache
def vocabulary() -> dict[str, Any]:
    """Return the words of dates."""
    return packaged.table("lives.reading", "data/dates.toml")


def _meanings(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _numbers(table: Mapping[str, list[list[str]]]) -> dict[str, int]:
    return {
        word: number
        for names in table.values()
        for number, month in enumerate(names, start=1)
        for word in month
    }


def _capital(months: Iterable[str]) -> str:
    """Return the pattern of months in dates: English ones take a capital."""
    english = [month for month in months if month.isascii()]
    cased = [m.capitalize() for m in english] + [m.upper() for m in english]
    return rf"(?:{any_of([*cased, *(m for m in months if not m.isascii())])})\b"


_WHOLE = _numbers(vocabulary()["months"]["whole"])
_SHORT = _numbers(vocabulary()["months"]["short"])
MONTHS: Final = _WHOLE | _SHORT
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN: Final[dict[str, int]] = {
    numeral.lower(): number for number, numeral in enumerate(_NUMERALS, start=1)
}
SEASONS: Final = _meanings(vocabulary()["seasons"])
BOUNDS: Final = _meanings(vocabulary()["bounds"])
QUALIFIERS: Final = _meanings(vocabulary()["qualifiers"])
POSITIONS: Final = _meanings(vocabulary()["positions"])

_MONTH = rf"(?:(?:{any_of(_WHOLE)})\b|(?:{any_of(_SHORT)})\b\.?)"
_CAPITAL_MONTH = _capital(MONTHS)
_DAY = r"[0-3]?\d(?![\d%])(?![.:]\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b|-(?:го|е|ого|му)\b)?"
_RAW_YEAR = r"(?:1\d|20)\d\d(?![\d%])"
# "7,218", "$1937", "1937%" and "A1937" hold no year.
_YEAR = rf"(?<![\w$€£₤№#])(?<!\d[.,:]){_RAW_YEAR}(?:(?=г)|(?![^\W\d]))(?![.,:]\d)"
_OF_YEAR = r"(?:\s?гг?\.|\s?гг?\b|\s?(?:год(?:а|у|ом|е|ов|ы|ах)?)\b)?"
# "about the 1921 fair" is no "about 1921".
_BUT_THE = r"(?:the\s+year\s+|the\s+(?!\d{4}\b)|(?:в|во)\s+)?"
_THE = r"(?:(?:the|the\s+year|в|во)\s+)?"
_DASH = r"[-‐‑–—/]"
_GAP = r"(?:\s*,\s*|\s+)"
_SEP = rf"(?P<sep>\s*{_DASH}\s*|\s+(?:to|until|till|through|thru|and|по|до|и)\s+)"
_THEN = rf"(?:\s*{_DASH}\s*|\s+(?:to|and|или|or|и|по)\s+)"
_OPENING = r"(?:(?P<opening>between|from|с|со|между)\s+)?"


def _point(n: int) -> str:
    """Return the pattern of a date of any precision."""
    raw, year = _RAW_YEAR, _YEAR
    return rf"""(?:
      (?P<dA{n}>[0-3]?\d)\.\s?(?P<mA{n}>[01]?\d|[IVX]+)\.\s?(?P<yA{n}>{raw}){_OF_YEAR}
    | (?P<yB{n}>{year})-(?P<mB{n}>[01]\d)(?:-(?P<dB{n}>[0-3]\d))?(?![-\d])
    | (?P<mC{n}>[01]\d)\.(?P<yC{n}>{raw}){_OF_YEAR}
    | (?P<yD{n}>{year})\s*,?\s*(?P<mD{n}>(?-i:{_CAPITAL_MONTH}))
        (?:\s*(?P<dD{n}>{_DAY}){_ORDINAL})?(?!{_GAP}?{raw})
    | (?P<yN{n}>{year})\s*,\s*(?P<dN{n}>{_DAY}){_ORDINAL}\s+
        (?P<mN{n}>(?-i:{_CAPITAL_MONTH}))(?!{_GAP}?{raw})
    | (?P<dE{n}>{_DAY}){_ORDINAL}(?:\s+(?:day\s+)?of)?[\s-]\s*(?P<mE{n}>{_MONTH})
        (?:(?:,\s*|\s*of\s+|[\s-]\s*)(?P<yE{n}>{raw}){_OF_YEAR})?
    | (?P<mF{n}>{_MONTH})\s*(?:the\s+)?(?P<dF{n}>{_DAY})(?![-–]?е\b){_ORDINAL}
        (?:{_GAP}(?P<yF{n}>{raw}){_OF_YEAR})?
    | (?P<mG{n}>{_MONTH})(?:(?:\s*,\s*|\s+of\s+|\s+)(?P<yG{n}>{raw}){_OF_YEAR})?
    | (?P<sH{n}>{any_of(SEASONS)})\s+(?:of\s+)?(?P<yH{n}>{year}){_OF_YEAR}
    | (?P<cI{n}>(?<!\w)(?:1\d|20)\d)0(?:['’]?s\b|-?(?:е|х|ые|ых)\b{_OF_YEAR})
    | (?P<yJ{n}>{year}){_OF_YEAR}
    )"""


def _qualified(n: int) -> str:
    """Return the pattern of a date with "about" or "early" before it."""
    return rf"""
      (?:(?P<qualifier{n}>{any_of(QUALIFIERS)})(?:\.\s*|\s+){_BUT_THE})?
      (?:(?P<position{n}>{any_of(POSITIONS)})[\s-]+(?:of\s+)?{_THE})?
      {_point(n)}
      (?P<doubt{n}>\s?\(\?\))?"""


# "O.S." and its relatives; "N.S." says that nothing needs to be turned.
_STYLE = r"""(?:\s*,?\s*[\[(]?(?:
      (?P<julian>O\.\s?S\.?|OS\b|Old\s+Style|по\s+старому\s+стилю|ст\.\s?ст(?:\.|иля))
    | N\.\s?S\.?|NS\b|New\s+Style|по\s+новому\s+стилю|н\.\s?ст\.?
    )[\])]?)?"""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


SINGLE: Final = _compiled(
    rf"(?:(?P<bound>{any_of(BOUNDS)})[\s-]+{_BUT_THE}|{_THE})"
    rf"{_qualified(1)}{_STYLE}"
)
RANGES: Final = (
    _compiled(  # 12-15 March 1937
        rf"{_OPENING}{_THE}(?P<dK1>{_DAY}){_ORDINAL}{_THEN}{_THE}(?P<dL2>{_DAY})"
        rf"{_ORDINAL}\s+(?:of\s+)?(?P<mK0>{_MONTH})"
        rf"(?:{_GAP}(?P<yK0>{_RAW_YEAR}){_OF_YEAR})?{_STYLE}"
    ),
    _compiled(  # March 12-15, 1937
        rf"{_OPENING}(?P<mK0>{_MONTH})\s*(?P<dK1>{_DAY}){_ORDINAL}{_THEN}{_THE}"
        rf"(?P<dL2>{_DAY}){_ORDINAL}(?!\s+(?:{_MONTH}))"
        rf"(?:{_GAP}(?P<yK0>{_RAW_YEAR}){_OF_YEAR})?{_STYLE}"
    ),
    _compiled(  # winter of 1926-27, 1921-26, 1921-7
        rf"{_OPENING}(?:(?P<sK0>{any_of(SEASONS)})\s+(?:of\s+)?)?(?P<yK1>{_YEAR})"
        rf"{_OF_YEAR}\s?{_DASH}\s?(?P<shortL2>\d{{1,2}})(?![\w%])(?![-‐‑–/.,:]\d){_OF_YEAR}"
    ),
    _compiled(rf"{_OPENING}{_qualified(1)}{_SEP}{_qualified(2)}{_STYLE}"),
)
# Both calendars at once; the Julian day stands first unless "O.S." marks the second.
DOUBLES: Final = (
    _compiled(  # 5 (17) May 1884; 5/17 May 1884
        rf"(?P<dK1>{_DAY})\s?(?:\(\s?(?P<dL2>{_DAY})\s?\)|/\s?(?P<dM2>{_DAY}))\s?"
        rf"(?P<mK0>{_MONTH})(?:{_GAP}(?P<yK0>{_RAW_YEAR}){_OF_YEAR})"
    ),
    _compiled(  # 25 October (7 November) 1917; 7 November [O.S. 25 October] 1917
        rf"(?P<dK1>{_DAY}){_ORDINAL}\s+(?P<mK1>{_MONTH})"
        rf"(?:{_GAP}(?P<yK1>{_RAW_YEAR}){_OF_YEAR})?\s?[(\[/]\s?"
        r"(?P<swapped>O\.?\s?S\.?\s+)?(?:N\.?\s?S\.?\s+)?"
        rf"(?P<dL2>{_DAY}){_ORDINAL}\s+(?P<mL2>{_MONTH})"
        rf"(?:{_GAP}(?P<yL2>{_RAW_YEAR}){_OF_YEAR})?\s?[)\]]?"
        rf"(?:{_GAP}(?P<yM0>{_RAW_YEAR}){_OF_YEAR})?"
    ),
    _compiled(  # October 25 (November 7), 1917
        rf"(?P<mK1>{_MONTH})\s+(?P<dK1>{_DAY}){_ORDINAL}"
        rf"(?:{_GAP}(?P<yK1>{_RAW_YEAR}))?\s?[(\[/]\s?"
        r"(?P<swapped>O\.?\s?S\.?\s+)?(?:N\.?\s?S\.?\s+)?"
        rf"(?:(?P<mL2>{_MONTH})\s+)?(?P<dL2>{_DAY}){_ORDINAL}"
        rf"(?:{_GAP}(?P<yL2>{_RAW_YEAR}))?\s?[)\]]?(?:{_GAP}(?P<yM0>{_RAW_YEAR}))?"
    ),
)
# Where a date may stand: a year, or a month with a capital or in Russian.
ANCHOR: Final = re.compile(rf"(?<!\d)(?:1\d|20)\d\d(?!\d)|\b{_CAPITAL_MONTH}")
