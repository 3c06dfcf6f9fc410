"""The parts of a work cited: author, title, publisher, place, date, page."""

import re
from dataclasses import dataclass
from typing import Final

from lives import packaged
from lives.reading.dates import find_dates, read_date

_SHORT_PLACE = 3  # "М." is Moscow
_WORDS: Final = packaged.table("lives.extract.english", "data/citations.toml")
_PERIODICALS = frozenset(_WORDS["periodical_words"])
_PUBLISHER_WORDS = frozenset(_WORDS["publisher_words"])
_PUBLISHERS = frozenset(_WORDS["publishers"])
_PLACES = frozenset(_WORDS["places"])
_NO_AUTHOR = frozenset(_WORDS["no_author"])


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_NUMBERS = r"\d+(?:\s?[-–—,]\s?\d+)*(?:\s?ff?\b\.?|об\.)?"
PAGE: Final = rf"(?:pp?|pages?|pgs?|стр|[Сс])(?:\.\s?|\s){_NUMBERS}"
_PAGE = re.compile(rf"(?:pp?\s?|{PAGE[: -len(_NUMBERS)]})(?P<page>{_NUMBERS})\.?")
_VOLUME = re.compile(
    r"(?:vol(?:ume)?s?|т|том)\.?\s*(?P<volume>[\dIVXLC]+)\.?", re.IGNORECASE
)
_ISSUE = re.compile(
    r"(?:no|nos|number|issue|№)\.?\s*(?P<issue>\d+(?:[-–/]\d+)?)", re.IGNORECASE
)
_YEAR = re.compile(r"[\[(]?(?P<year>1[4-9]\d\d|20\d\d)[a-f]?[\])]?")
_EDITOR = re.compile(r"(?:\(?eds?\.?\)?|edited by .+|trans\.? .+|translated by .+)$")
_LEAD = re.compile(rf"(?:(?:{_any_of(_WORDS['leads'])})\s+)+", re.IGNORECASE)
_AGAIN = re.compile(rf"\b(?:{_any_of(_WORDS['again'])})\b\.?", re.IGNORECASE)
_CAPITAL_WORD = r"(?:[^\W\d_a-zа-яё][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INITIAL = r"[^\W\d_a-zа-яё]\.(?:\s?-?[^\W\d_a-zа-яё]\.)*"
_PARTICLE = r"(?:de|von|van|der|la|le|di|du|d['’])"
_NAME = re.compile(
    rf"(?:(?:{_CAPITAL_WORD}|{_INITIAL})\s+)*{_CAPITAL_WORD}\s+"
    rf"(?:{_PARTICLE}\s+)?(?:{_CAPITAL_WORD}|{_INITIAL})(?:\s+eds?\.?)?"
    rf"|{_INITIAL}\s*(?:{_PARTICLE}\s+)?{_CAPITAL_WORD}"
)
_ARTICLE = re.compile(r"(?:The|An?|This|Le|La|Les|Der|Die|Das|Il)\s+\w")
_QUOTED = re.compile(r"[“\"«‘_*].{3,}[”\"»’_*]")
_AUTHOR_YEAR = re.compile(
    rf"(?P<author>{_CAPITAL_WORD}(?:(?:,\s|\s(?:and|&)\s|,\s(?:and|&)\s){_CAPITAL_WORD}"
    rf"){{0,3}}(?P<others>\s+et\s+al\.?)?),?\s+\(?(?P<year>1[5-9]\d\d|20\d\d)"
    rf"(?P<letter>[a-f])?\)?(?:(?:,\s?|:\s?)(?:pp?\.?\s?)?(?P<page>{_NUMBERS}))?"
)
ARCHIVES: Final = "|".join(
    re.escape(form)
    for word in sorted(_WORDS["archives"], key=len, reverse=True)
    for form in (word.upper(), word.title())
)
LEADS: Final = _any_of(_WORDS["leads"])
WORK_WORDS: Final = _any_of(_WORDS["work_words"])
RUSSIAN_PLACES: Final = "|".join(
    re.escape(place.upper() if len(place) < _SHORT_PLACE else place.title())
    for place in sorted(_WORDS["places"], key=len, reverse=True)
    if not place.isascii()
)
# "3 May, 1938" is one part of a reference, not two.
_DAY_AND_YEAR = re.compile(
    r"(\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?)"
    r",\s+(?=\d{4})"
)
_CUT = re.compile(
    r"""
    ,\s+(?![^(\[]*[)\]])(?![^“«]*[”»])  # a comma outside brackets and quotation marks
    | \s*:\s+(?=[A-ZА-ЯЁ])             # London: Pluto
    | \s+[-–—]\s+
    | \s+(?=\(\d{4}\)) | (?<=\d\))\s+  # around a year in brackets
    | \s+(?=[“«]) | (?<=[”»])\s+       # around a quoted title
    | \.\s+(?=[СC]\.\s?\d)            # before a Russian page
    """,
    re.VERBOSE,
)
_TITLE_WORDS = 3
_LONGEST = 320  # code points; longer brackets are asides


@dataclass(frozen=True, slots=True)
class Work:
    """A work as the words cite it.

    Attributes:
        csl: Its fields.
        sure: The words alone show that it is a work; else something around them must.
        terse: It is an author with a year and nothing else.
    """

    csl: dict[str, str]
    sure: bool
    terse: bool = False


def read_work(text: str) -> Work | None:
    """Read what stands in a bracket or note as one work; None if it is none.

    >>> read_work("Nadezhda Joffe, Back in Time, p. 12").csl["page"]
    '12'
    >>> read_work("so they say, and rightly") is None
    True
    """
    bare = text.strip().strip(".;,").strip()
    if ";" in bare:
        return None
    lead = _LEAD.match(bare)
    led = lead is not None
    bare = bare[lead.end() :] if lead else bare
    if (
        not bare
        or len(bare) > _LONGEST
        or (not _AGAIN.search(bare) and bare[0].islower())
    ):
        return _page_only(bare)
    terse = _AUTHOR_YEAR.fullmatch(bare)
    if (
        terse
        and terse["author"].split()[0].lower().strip(",") not in _NO_AUTHOR | _PLACES
    ):
        return _terse(terse, led=led)
    fields = _Fields()
    for part in _parts(bare):
        if not fields.take(part):
            return None
    return fields.work(led=led)


def page_number(written: str) -> str:
    """Take "p." off a page."""
    match = _PAGE.fullmatch(written)
    return match["page"] if match else written


def _page_only(text: str) -> Work | None:
    page = _PAGE.fullmatch(text)
    return Work({"page": page["page"]}, sure=True) if page else None


def _terse(match: re.Match[str], *, led: bool) -> Work | None:
    csl = {"author": match["author"], "issued": match["year"]}
    if match["page"]:
        csl["page"] = match["page"]
    told = led or any(match[key] for key in ("page", "letter", "others"))
    several = " and " in match["author"] or "&" in match["author"]
    publisher = _is_publisher(match["author"])
    if publisher:
        return Work({"publisher": match["author"], "issued": match["year"]}, sure=True)
    if _is_periodical(match["author"]):
        return Work(
            {"container-title": match["author"], "issued": match["year"]}, sure=told
        )
    return Work(csl, sure=bool((told and not several) or match["page"]), terse=True)


def _parts(text: str) -> list[str]:
    """Cut at commas outside quotation marks and brackets, and at "Place: Publisher"."""
    cut = _CUT.split(_DAY_AND_YEAR.sub(r"\1 ", text))
    return [
        part.strip(" .;()[]") if part.count("(") != 1 else part.strip()
        for part in cut
        if part.strip(" .;()[]")
    ]


def _words(part: str) -> list[str]:
    return [word.strip("._*“”\"'’()").lower() for word in part.split()]


def _is_publisher(part: str) -> bool:
    lower = part.lower().strip(" .")
    words = _words(part)
    if lower in _PUBLISHERS or " ".join(words[1:]) in _PUBLISHERS:
        return True
    return 1 < len(words) < 7 and bool(_PUBLISHER_WORDS & set(words[1:]))  # noqa: PLR2004


def _is_periodical(part: str) -> bool:
    words = _words(part)
    return len(words) <= 6 and bool(_PERIODICALS & set(words))  # noqa: PLR2004


class _Fields:
    """Fields gathered from the parts, in the order of the words."""

    def __init__(self) -> None:
        self.csl: dict[str, str] = {}
        self.names: list[str] = []
        self.titles: list[str] = []
        self.again = False

    def take(self, part: str) -> bool:
        """File one part; False if no work has such a part."""
        for pattern, key in ((_PAGE, "page"), (_VOLUME, "volume"), (_ISSUE, "issue")):
            match = pattern.fullmatch(part)
            if match:
                self.csl[key] = match[key]
                return True
        if _YEAR.fullmatch(part):
            # Two years are a life, a reign or a journey.
            return (
                self._dated(part.strip("[]()")) if "issued" not in self.csl else False
            )
        if _AGAIN.search(part):
            return self._again(part)
        if _EDITOR.match(part):
            self.csl.setdefault("editor", part)
            return True
        when = read_date(part)
        return self._dated(when.edtf) if when is not None else self._named(part)

    def _dated(self, edtf: str) -> bool:
        self.csl["issued"] = edtf
        return "/" not in edtf

    def _again(self, part: str) -> bool:
        self.again = True
        self.csl["note"] = part
        page = _PAGE.search(part)
        if page:
            self.csl["page"] = page["page"]
        return True

    def _named(self, part: str) -> bool:
        lower = part.lower().strip(" .")
        if not (part[0].isupper() or part[0] in '“"«‘_*'):
            return False
        if _QUOTED.fullmatch(part):
            # What stands before a quoted title is its author, what follows its maker.
            self.csl["title"] = part.strip('_*“”"«»‘’')
            author = ", ".join(self.names + self.titles)
            if author:
                self.csl["author"] = author
            self.names, self.titles = [], []
        elif lower in _PLACES:
            self.csl["publisher-place"] = part
        elif _is_publisher(part):
            self.csl["publisher"] = part
        elif _is_periodical(part):
            self._periodical(part)
        elif _NAME.fullmatch(part) and not _ARTICLE.match(part):
            self.names.append(part)
        else:
            self.titles.append(part)
        return True

    def _periodical(self, part: str) -> None:
        """Take the date off "Evening Star 30 May 1945"."""
        dates = find_dates(part)
        if dates and dates[-1].end == len(part) and dates[-1].when:
            self.csl["issued"] = dates[-1].when.edtf
            part = part[: dates[-1].start].rstrip(" ,")
        if part:
            self.csl["container-title"] = part

    def work(self, *, led: bool) -> Work | None:
        """Put the parts together; None if they make no work."""
        csl = self.csl
        shaped = "title" in csl or any(_is_title(title) for title in self.titles)
        self._name()
        dated, paged = bool({"issued", "issue"} & csl.keys()), "page" in csl
        bound = bool({"publisher", "container-title"} & csl.keys())
        named = bool({"author", "title", "container-title", "publisher"} & csl.keys())
        if self.again or (paged and named) or (bound and dated):
            return Work(csl, sure=True)
        if "publisher-place" in csl and dated and (shaped or led):
            return Work(csl, sure=True)
        if dated and shaped and "author" in csl:
            return Work(csl, sure=True)
        parts = len(csl)
        if dated and (parts > 2 or "publisher-place" in csl):  # noqa: PLR2004
            return Work(csl, sure=False)
        return None

    def _name(self) -> None:
        """Tell the author from the title among the parts that are left."""
        csl = self.csl
        if "title" in csl:
            rest = ", ".join(self.names + self.titles)
            if rest:
                csl.setdefault("publisher", rest)
            return
        if len(self.names) > 1 or (self.names and not self.titles):
            self.titles += self.names[1:]
            self.names = self.names[:1]
        if self.names:
            csl["author"] = self.names[0]
        elif len(self.titles) > 1:
            csl["author"] = self.titles.pop(0)
        if self.titles:
            csl["title"] = ", ".join(self.titles).strip('_*“”"«» ')


def _is_title(part: str) -> bool:
    """Tell whether words look like a title: several, with small ones among them."""
    words = part.split()
    if len(words) > 1 and _ARTICLE.match(part):
        return True
    small = [word for word in words[1:] if word.islower()]
    return len(words) >= _TITLE_WORDS and bool(small)
