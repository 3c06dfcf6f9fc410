"""Then and now: how a place that is called by one of its names was, and is, called."""

from lives.model.place import Place
from lives.model.when import When
from lives.reading.names_scripts import cyrillic, romanise
from lives.reading.places import Part, read_place
from lives.reading.places_key import key


def then_and_now(text: str, when: When | None = None) -> tuple[str, str]:
    """Return what a place was called at a date, and is called now.

    Each is "" where it says nothing more than the words do: the words give that name,
    or one that is no older name of the place but the same in another language.

    Args:
        text: The place as written.
        when: When something happened there.

    >>> from lives.reading.dates import read_date
    >>> then_and_now("Leningrad"), then_and_now("г. Горький")
    (('', 'Saint Petersburg'), ('', 'Нижний Новгород'))
    >>> then_and_now("в Ленинграде", read_date("1916")), then_and_now("Kiev")
    (('Петроград', 'Санкт-Петербург'), ('', ''))
    """
    found = read_place(text, when)
    if found.place is None:
        return "", ""
    part = next(p for p in reversed(found.parts) if p.place is found.place)
    known = [span.what for span in found.place.names]
    written = _same(part, known)
    if not written or len(set(known)) == 1:
        return "", ""
    russian = cyrillic(text)
    was = found.then if found.then and written not in found.then.split(" or ") else ""
    now = found.now if found.now != written else ""
    return _told(was, found.place, russian=russian), _told(
        now, found.place, russian=russian
    )


def _same(part: Part, names: list[str]) -> str:
    """Return which of the names of a place its words give, in either script."""
    given = key(part.name)
    return next((n for n in names if given in {key(n), key(romanise(n))}), "")


def _told(name: str, place: Place, *, russian: bool) -> str:
    if russian or not name:
        return name
    return " or ".join(_latin(one, place) for one in name.split(" or "))


def _latin(name: str, place: Place) -> str:
    """Return a name in Latin letters: as English has it, where that is recorded."""
    spelt = romanise(name)
    latin = [alias for alias in place.aliases if not cyrillic(alias)]
    mapped = any(source.startswith("geonames:") for source in place.sources)
    if mapped and latin and name == place.latest:
        return latin[-1]
    return next((alias for alias in latin if key(alias) == key(spelt)), spelt)
