"""What a passage yields beside statements: numbers about groups, and works cited."""

from dataclasses import dataclass, field

from lives.model.ids import CaptureId


@dataclass(frozen=True, slots=True)
class AggregateClaim:
    """A number a passage gives about a group of people.

    Attributes:
        id: ``ag-`` and a content digest.
        capture: Where the words stand.
        start: First code point.
        end: One past the last.
        quote: The words.
        group: The population, in the passage's words.
        count: How many of them; None if not told.
        total: Out of how many; None if not told.
        percent: Share of the total, 0 to 100; None if not told.
        approx: The passage says "about", "almost", "more than".
        voice: Who says it, where that is not the source's author.
        check: What arithmetic makes of count, total and percent: "" when there is
            nothing to check, else "agrees: 31 of 52 is 59.6%" or "disagrees: ...".
    """

    id: str
    capture: CaptureId
    start: int
    end: int
    quote: str
    group: str = ""
    count: int | None = None
    total: int | None = None
    percent: float | None = None
    approx: bool = False
    voice: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A work that a passage cites, so that the source behind the source is known.

    Attributes:
        id: ``ci-`` and a content digest.
        capture: Where the words stand.
        start: First code point, with the bracket if there is one.
        end: One past the last.
        quote: The words.
        csl: CSL-JSON fields as far as the words give them: ``author``, ``title``,
            ``issued``, ``publisher``, ``container-title``, ``page`` ...
        refers: The citation, earlier in the same text, whose work this one repeats;
            "" where it names its work itself, or where that is not clear.
        because: What shows it: "ibid.: the citation before"; where it repeats one and
            is not resolved, why not.
    """

    id: str
    capture: CaptureId
    start: int
    end: int
    quote: str
    csl: dict[str, str] = field(default_factory=dict)
    refers: str = ""
    because: str = ""
