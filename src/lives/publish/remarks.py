"""What a source tells beside lives, in words: numbers about groups, works it cites."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lives.model.claim import AggregateClaim, Citation
from lives.model.extracted import Remark
from lives.model.ids import PersonId

# In the order in which a reference names them, with what stands before each.
_FIELDS = (
    ("container-title", "in "),
    ("editor", "edited by "),
    ("translator", "translated by "),
    ("volume", "vol. "),
    ("issue", "no. "),
    ("edition", "edition "),
    ("publisher-place", ""),
    ("publisher", ""),
    ("issued", ""),
    ("archive", ""),
    ("archive_location", ""),
    ("page", "p. "),
    ("note", ""),
    ("DOI", "doi:"),
    ("URL", ""),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number about a group, as the page of its source tells it.

    Attributes:
        id: Of the place in the text.
        quote: The words as far as they may be shown; "" of a closed source.
        number: "13 of 17", "150, not as an exact number".
        group: Of whom, in the words of the source; "" where it does not say.
        voice: Who says it, where that is not the author.
        check: What arithmetic makes of it, in words; "" where nothing can be checked.
        agrees: It does not make the number impossible.
        locator: Page or row; "" where nothing tells.
        cohort: What the archive tells of that group, in words; "" where nothing.
        people: Lives of the group, the first of them.
    """

    id: str
    quote: str
    number: str
    group: str
    voice: str
    check: str
    agrees: bool
    locator: str
    cohort: str = ""
    people: list[tuple[PersonId, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cited:
    """A work that is cited, as the page of the source tells it.

    Attributes:
        id: Of the place in the text.
        quote: As cited, as far as the words may be shown; "" of a closed source.
        author: As read; "" where none is.
        title: As read; "" where none is.
        rest: Publisher, year, page and the like: what stands before, and what is read.
        locator: Page or row; "" where nothing tells.
        again: Where the citation stands that it repeats, from the folder of sources;
            "" if it repeats none that is shown.
        because: What shows that, or why it is not known which it repeats.
    """

    id: str
    quote: str
    author: str
    title: str
    rest: list[tuple[str, str]]
    locator: str
    again: str
    because: str


def counted(beside: Iterable[tuple[Remark, str]]) -> list[Counted]:
    """Tell the numbers about groups among what is given, each with its locator."""
    return [
        Counted(
            claim.id,
            " ".join(claim.quote.split()),
            number_words(claim),
            " ".join(claim.group.split()),
            claim.voice,
            check_words(claim),
            not claim.check.startswith("disagrees"),
            locator,
        )
        for claim, locator in beside
        if isinstance(claim, AggregateClaim)
    ]


def cited(
    beside: Iterable[tuple[Remark, str]], places: Mapping[str, str] | None = None
) -> list[Cited]:
    """Tell the works cited among what is given, each with its locator.

    Args:
        beside: What a text yields beside statements, each with its locator.
        places: Where the citations stand that the memorial shows.
    """
    return [
        Cited(
            work.id,
            " ".join(work.quote.split()),
            work.csl.get("author", ""),
            work.csl.get("title", ""),
            [(before, work.csl[key]) for key, before in _FIELDS if work.csl.get(key)],
            locator,
            (places or {}).get(work.refers, ""),
            work.because,
        )
        for work, locator in beside
        if isinstance(work, Citation)
    ]


def number_words(claim: AggregateClaim) -> str:
    """Say the number of a claim.

    >>> from lives.model.ids import CaptureId
    >>> number_words(AggregateClaim("", CaptureId(""), 0, 1, "", count=13, total=17))
    '13 of 17'
    """
    share = "" if claim.percent is None else f"{claim.percent:g}%"
    count = "" if claim.count is None else f"{claim.count:,}"
    if count and claim.total is not None:
        count += f" of {claim.total:,}"
    elif share and claim.total is not None:
        share += f" of {claim.total:,}"
    told = f"{count}, {share}" if count and share else count or share
    return f"{told}, not as an exact number" if claim.approx and told else told


def check_words(claim: AggregateClaim) -> str:
    """Say what arithmetic makes of a claim; "" where there is nothing to check.

    >>> from lives.model.ids import CaptureId
    >>> claim = AggregateClaim(
    ...     "", CaptureId(""), 0, 1, "", check="agrees: 1 of 2 is 50.0%"
    ... )
    >>> check_words(claim)
    '1 of 2 is 50.0%; these words give no percentage.'
    """
    verdict, _, sum_ = claim.check.partition(": ")
    if not sum_:
        return ""
    if verdict == "disagrees":
        return f"The numbers do not agree with one another: {sum_}."
    if claim.percent is None:
        return f"{sum_}; these words give no percentage."
    return f"The numbers agree with one another: {sum_}."
