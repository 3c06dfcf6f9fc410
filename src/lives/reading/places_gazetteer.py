"""The gazetteer: every record of a place, found by key; what lies in what.

It is read when the first place is, and a record only when it is asked for: lists name
millions of places, and few of all that are known.
"""

from functools import cache, lru_cache

from lives import packaged
from lives.model.place import Place, PlaceKind, Span

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.OBLAST, PlaceKind.UYEZD})
_FAR = 90.0  # kilometres beyond which a village does not lie in the uyezd of a town
_DEGREE = 111.2  # kilometres in a degree of latitude


def _lines(name: str) -> dict[str, str]:
    """Return a table by its first column."""
    text = packaged.text("lives.reading", f"data/places/{name}")
    return dict(line.split("\t", 1) for line in text.split("\n") if line)


@cache
def _records() -> dict[str, str]:
    return _lines("places.tsv")


@cache
def _keys() -> dict[str, str]:
    return _lines("keys.tsv")


def identifiers(key: str) -> list[str]:
    """Return the records that a key may mean, by their identifiers.

    >>> identifiers("ленинград"), identifiers("guberniya:курск")
    (['saint-petersburg'], ['kursk-guberniya'])
    """
    found = _keys().get(key)
    return found.split(" ") if found else []


@cache
def stems(sort: str) -> tuple[str, ...]:
    """Return the stems of the adjectives of a kind of region, sorted."""
    mark = f"{sort}:"
    return tuple(sorted(k[len(mark) :] for k in _keys() if k.startswith(mark)))


def known(identifier: str) -> bool:
    """Tell whether there is a record of this identifier."""
    return identifier in _records()


@lru_cache(maxsize=65_536)
def place(identifier: str) -> Place:
    """Return a record.

    Raises:
        KeyError: There is none of this identifier.
    """
    kind, names, aliases, within, covers, seat, position, people, sources = _records()[
        identifier
    ].split("\t")
    north, _, east = position.partition(",")
    return Place(
        identifier,
        PlaceKind(kind),
        tuple(map(_span, names.split(";"))),
        tuple(filter(None, aliases.split(";"))),
        tuple(map(_span, filter(None, within.split(";")))),
        tuple(filter(None, covers.split(";"))),
        seat,
        (float(north), float(east)) if position else None,
        int(people),
        tuple(sources.split(";")),
    )


def _span(text: str) -> Span:
    what, _, years = text.partition("@")
    first, _, last = years.partition("-")
    return Span(what, int(first) if first else None, int(last) if last else None)


@lru_cache(maxsize=65_536)
def around(identifier: str) -> frozenset[str]:
    """Return what a place ever lay in, and itself.

    >>> sorted(around("fatezh") - around("kursk-guberniya"))
    ['fatezh', 'fatezhsky-uyezd', 'kursk-oblast']
    """
    found = {identifier}
    for span in place(identifier).within:
        if span.what not in found:
            found |= around(span.what)
    return frozenset(found)


@cache
def _with_uyezds() -> frozenset[str]:
    """Return the guberniyas whose uyezds are recorded, and with them their towns."""
    found = {i for name in stems("uyezd") for i in identifiers(f"uyezd:{name}")}
    return frozenset(span.what for i in found for span in place(i).within)


@lru_cache(maxsize=65_536)
def lies_in(inner: str, outer: str) -> bool:
    """Tell whether a place can lie in another at some time.

    >>> lies_in("kyiv", "russian-empire"), lies_in("kyiv", "kursk-guberniya")
    (True, False)
    """
    above = around(inner)
    if outer in above:
        return True
    whole, part = place(outer), place(inner)
    if whole.kind is PlaceKind.UYEZD:
        return near_seat(inner, outer)
    if whole.kind is PlaceKind.GUBERNIYA and not above.isdisjoint(_with_uyezds()):
        return False  # it is the seat of an uyezd, and of another guberniya's
    if part.covers and not part.people:  # a region: if any part of it does
        above = above.union(*map(around, part.covers))
    return outer in above or not above.isdisjoint(whole.covers)


def apart(one: str, two: str) -> float | None:
    """Return how many kilometres two places lie apart; None where it is not known."""
    ours, theirs = place(one).position, place(two).position
    if ours is None or theirs is None:
        return None
    # Near enough at the latitudes of Europe: a degree of longitude is half as long.
    north, east = ours[0] - theirs[0], (ours[1] - theirs[1]) * 0.58
    return float((north**2 + east**2) ** 0.5 * _DEGREE)


def near_seat(inner: str, uyezd: str) -> bool:
    """Tell whether a place is near enough to the seat of an uyezd to lie in it."""
    seat = place(uyezd).seat
    if place(inner).kind in _WIDE:
        return False
    distance = apart(inner, seat) if seat else None
    return distance is not None and distance <= _FAR
