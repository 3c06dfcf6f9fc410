"""Places: what bears a name on the map, under all its names, with their years."""

from dataclasses import dataclass, field
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is, or what a part of an address says that it is."""

    COUNTRY = "country"
    REPUBLIC = "republic"
    REGION = "region"  # without bounds of its own: the Caucasus
    GUBERNIYA = "guberniya"
    OBLAST = "oblast"
    KRAI = "krai"
    OKRUG = "okrug"
    UYEZD = "uyezd"
    RAION = "raion"
    VOLOST = "volost"
    CITY = "city"  # a hundred thousand people or more today
    TOWN = "town"
    VILLAGE = "village"
    SETTLEMENT = "settlement"  # whether town or village is not recorded
    DISTRICT = "district"  # of a city
    CAMP = "camp"
    PRISON = "prison"
    CEMETERY = "cemetery"
    BURIAL_GROUND = "burial ground"


@dataclass(frozen=True, slots=True)
class Span:
    """Something that held from one year to another.

    Attributes:
        what: A name, or the identifier of what a place lay in.
        first: The year it began; None where it held as far back as is recorded.
        last: The year it ended; None where it still holds.
    """

    what: str
    first: int | None = None
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Tell whether it held in some part of a year.

        >>> Span("Петроград", 1914, 1924).holds(1924), Span("Тверь").holds(1900)
        (True, True)
        """
        after = self.first is None or self.first <= year
        return after and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Place:
    """A record of the gazetteer.

    Attributes:
        id: A slug: ``saint-petersburg``.
        kind: What it is.
        names: Its names in time, the latest last; never empty.
        aliases: Other names and spellings, in any language.
        within: Identifiers of what it lay in, with years.
        covers: Identifiers of places of today that it reached into, for places whose
            borders were others.
        seat: Identifier of the town it was governed from; "" where none is recorded.
        position: Latitude and longitude in degrees, where they are known.
        people: How many live there today, as far as is recorded; 0 where nothing is.
        sources: What the record rests on: ``general``, ``geonames:498817``.
    """

    id: str
    kind: PlaceKind
    names: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    within: tuple[Span, ...] = ()
    covers: tuple[str, ...] = ()
    seat: str = ""
    position: tuple[float, float] | None = None
    people: int = 0
    sources: tuple[str, ...] = field(default=("general",))

    @property
    def now(self) -> str:
        """Return its name of today; "" where it is no more.

        >>> old = Place("x", PlaceKind.OBLAST, (Span("Западная область", 1929, 1937),))
        >>> old.now, old.latest
        ('', 'Западная область')
        """
        return self.names[-1].what if self.names[-1].last is None else ""

    @property
    def latest(self) -> str:
        """Return its last name, whether it is still there or not."""
        return self.names[-1].what

    def named_in(self, year: int) -> tuple[str, ...]:
        """Return its names in a year: two in the year of a renaming, or none."""
        held = (span.what for span in self.names if span.holds(year))
        return tuple(dict.fromkeys(held))
