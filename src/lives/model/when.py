"""Dates as sources give them: the days the words allow, not a point."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Calendar(StrEnum):
    """Which calendar the source's own words follow."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


@dataclass(frozen=True, slots=True)
class When:
    """Every day an imprecise date may denote.

    Attributes:
        edtf: The date in EDTF (ISO 8601-2): ``1937-03-12``, ``1937``, ``1924~``,
            ``1937/1938``, ``1907/..``.
        earliest: First possible day, inclusive, proleptic Gregorian; None if open.
        latest: Last possible day, inclusive, proleptic Gregorian; None if open.
        written: The words it was read from; "" where only the context gives it.
        calendar: The calendar of the words. The days above are always Gregorian.
        inferred: Why, where the words alone do not give the date: "year from the
            preceding sentence". "" when the words say it all.

    Raises:
        ValueError: ``earliest`` falls after ``latest``.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    written: str = ""
    calendar: Calendar = Calendar.GREGORIAN
    inferred: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"first day {self.earliest} falls after {self.latest}")

    @property
    def days(self) -> int | None:
        """Count the days in the span; 1 for an exact date, None for an open one."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def approximate(self) -> bool:
        """Tell whether the source itself says "about"."""
        return "~" in self.edtf or "?" in self.edtf

    def agrees_with(self, other: "When") -> bool:
        """Tell whether some day satisfies both dates."""
        return not (self.before(other) or other.before(self))

    def before(self, other: "When") -> bool:
        """Tell whether every day of this date precedes every day of the other."""
        return (
            self.latest is not None
            and other.earliest is not None
            and self.latest < other.earliest
        )

    def within(self, other: "When") -> bool:
        """Tell whether the other date says the same but less precisely."""
        return (
            other.earliest is None
            or (self.earliest is not None and self.earliest >= other.earliest)
        ) and (
            other.latest is None
            or (self.latest is not None and self.latest <= other.latest)
        )
