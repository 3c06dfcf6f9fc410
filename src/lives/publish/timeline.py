"""A life drawn on a line: a mark for a day, a bar where the sources leave a span."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lives.model.when import When

_WIDTH = 1000.0
_DAYS = 365.2425
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 500, 2_000)
_MARKS = 4  # on one line at most: more would run into one another on a phone
_NARROWEST = 4.0  # a day must still be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One event on the line, in units of which the line has 1000.

    Attributes:
        words: What happened, in words.
        date: When, in words.
        x: Left end.
        width: Length.
        exact: The date is a single day.
    """

    words: str
    date: str
    x: float
    width: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line of years with its events in order.

    Attributes:
        bars: The events.
        years: Years to be marked, with their place on the line.
    """

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]


Event = tuple[When, str, str]


def timeline(events: Iterable[Event]) -> Timeline | None:
    """Lay out events in order of their first possible day.

    Args:
        events: When, the date in words, and what happened.

    Returns:
        None where fewer than two events have a date: that makes no line.
    """
    spans = sorted(
        (*_span(when), words, said)
        for when, words, said in events
        if when.earliest or when.latest
    )
    if len(spans) < 2:  # noqa: PLR2004
        return None
    first = int(min(start for start, *_ in spans))
    last = int(max(end for _, end, *_ in spans)) + 1
    scale = _WIDTH / (last - first)

    def place(year: float) -> float:
        return round((year - first) * scale, 1)

    bars = tuple(
        Bar(
            said,
            words,
            min(place(start), _WIDTH - _NARROWEST),
            max(round(place(end) - place(start), 1), _NARROWEST),
            (end - start) * _DAYS < 2,  # noqa: PLR2004
        )
        for start, end, words, said in spans
    )
    step = _step(last - first)
    marked = range(-(-first // step) * step, last + 1, step)
    return Timeline(bars, tuple((year, place(year)) for year in marked))


def _span(when: When) -> tuple[float, float]:
    # An open end is drawn as one year: how far it goes nobody says.
    earliest = _year(when.earliest) if when.earliest else None
    latest = _year(when.latest) + 1 / _DAYS if when.latest else None
    if earliest is None:
        return (latest or 0.0) - 1, latest or 0.0
    return earliest, latest if latest is not None else earliest + 1


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS


def _step(years: int) -> int:
    """Return a round number of years that puts few enough marks on the line."""
    return next(step for step in _STEPS if years / step <= _MARKS)
