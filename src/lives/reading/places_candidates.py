"""Which records a part of a place may mean, and when one of them is certain enough."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lives.model.place import Place, PlaceKind
from lives.reading.places_forms import nominatives
from lives.reading.places_gazetteer import identifiers, near_seat, place, stems
from lives.reading.places_key import key, stem
from lives.reading.places_parts import Segment

_K = PlaceKind
_LEVELS = (
    {_K.COUNTRY},
    {_K.REGION, _K.REPUBLIC},
    {_K.GUBERNIYA, _K.OBLAST, _K.KRAI, _K.OKRUG},
    {_K.UYEZD},
    {_K.RAION},
    {_K.VOLOST},
    {_K.CITY, _K.TOWN},
    {_K.SETTLEMENT, _K.VILLAGE},
    {_K.DISTRICT, _K.CAMP, _K.PRISON, _K.CEMETERY, _K.BURIAL_GROUND},
)
_LEVEL = {kind: n for n, kinds in enumerate(_LEVELS) for kind in kinds}
_REGION = 2  # the level that tells towns of one name apart
_NAMED = frozenset({_K.CITY, _K.TOWN})
_SETTLED = frozenset({_K.CITY, _K.TOWN, _K.SETTLEMENT, _K.VILLAGE})
# English and the lists are not strict with these: "Tula region" of 1890.
_ALSO = {
    _K.GUBERNIYA: (_K.GUBERNIYA, _K.OBLAST),
    _K.OBLAST: (_K.OBLAST, _K.GUBERNIYA),
    _K.KRAI: (_K.KRAI, _K.OBLAST),
    _K.OKRUG: (_K.OKRUG, _K.UYEZD),
    _K.UYEZD: (_K.UYEZD,),
    _K.REPUBLIC: (_K.REPUBLIC, _K.OBLAST),
}
_WORD = {_K.GUBERNIYA: "губерния", _K.OBLAST: "область", _K.KRAI: "край"}
_TOWNLIKE = (
    2_000  # inhabitants that a town has at least, where no record says it is one
)
_WELL_KNOWN = 10_000  # inhabitants of a place that is named without its region
_TIMES = 20  # how much larger one of two must be to be the one everybody means
_LARGE = 100_000
_SHORTEST = 3  # letters of an adjective that is cut short: "Там. губ."


@dataclass(frozen=True, slots=True)
class Candidates:
    """A part of a place, and the identifiers of the records that it may mean."""

    segment: Segment
    records: tuple[str, ...]
    forms: tuple[str, ...] = ()  # the keys that were found

    def name(self, record: Place) -> str:
        """Return the name of a record that was meant, in the nominative."""
        if key(self.segment.written) in self.forms[:1] and record.people:
            return self.segment.written
        names = [span.what for span in record.names]
        own = [n for n in (*reversed(names), *record.aliases) if key(n) in self.forms]
        if own:
            return own[0]
        # An adjective that belongs to one of several names: "Горьковская" of two.
        bare = stem(self.segment.written)
        alike = [n for n in reversed(names) if bare == stem(n.rpartition(" ")[0])]
        word = _WORD.get(self.segment.kind or record.kind, "")
        meant = [n for n in alike if n.endswith(word)]
        return (meant or alike or [record.latest])[0]


def rank(one: Candidates) -> int:
    """Return how particular a part is, 0 for countries."""
    kinds = [place(i).kind for i in one.records]
    if one.segment.kind is None or one.segment.kind in _NAMED:
        return min((_LEVEL[kind] for kind in kinds), default=_LEVEL[_K.VILLAGE])
    return _LEVEL[one.segment.kind]


def candidates(segment: Segment) -> Candidates:
    """Find the records that a part of a place may mean."""
    kind = segment.kind
    if kind in {_K.RAION, _K.VOLOST}:
        return Candidates(segment, ())
    if kind in _ALSO:
        met = _region(segment, _ALSO[kind])
        if met.records or kind is not _K.REPUBLIC:
            return met  # "Республика Казахстан" is found by its name
    whole = key(segment.written)
    found, forms = _found(whole, kind)
    if not found and " " in whole:  # "Ново-Николаевск"
        found, forms = _found(whole.replace(" ", ""), kind)
    wide = [i for i in found if _LEVEL[place(i).kind] < _REGION]
    return Candidates(segment, tuple(wide if kind is None and wide else found), forms)


def _found(name: str, kind: PlaceKind | None) -> tuple[list[str], tuple[str, ...]]:
    """Find records by the forms of a name: as far as the first that is a town or wider.

    "Львове" is a village, but in "во Львове" it is the Львов of everybody.
    """
    found: list[str] = []
    forms: list[str] = []
    for form in nominatives(name):
        met = [i for i in identifiers(form) if _allowed(place(i), kind)]
        if met:
            found += met
            forms.append(form)
            if any(place(i).kind is not _K.SETTLEMENT for i in met):
                break
    return list(dict.fromkeys(found)), tuple(forms)


def _allowed(record: Place, kind: PlaceKind | None) -> bool:
    if kind is None:
        return True
    if kind is _K.REPUBLIC:
        return _LEVEL[record.kind] < _REGION
    if kind is _K.TOWN:
        large = record.kind is _K.SETTLEMENT and record.people >= _TOWNLIKE
        return record.kind in _NAMED or large
    return record.kind in _SETTLED


def _region(segment: Segment, sorts: Sequence[PlaceKind]) -> Candidates:
    for sort in sorts:
        told = stem(segment.written)
        for name in (told, key(segment.written)):
            met = identifiers(f"{sort.value}:{name}") if name else []
            if met:
                return Candidates(segment, tuple(met))
        if segment.written.endswith("."):
            met = _cut_short(key(segment.written), sort)
            if met:
                return Candidates(segment, tuple(met))
    return Candidates(segment, ())


def _cut_short(start: str, sort: PlaceKind) -> list[str]:
    """Return what an adjective that is cut short means, if it can mean only one."""
    if len(start) < _SHORTEST:
        return []
    known = stems(sort.value)
    at = bisect_left(known, start)
    met = [k for k in known[at : at + 2] if k.startswith(start)]
    return identifiers(f"{sort.value}:{met[0]}") if len(met) == 1 else []


def likeliest(
    one: Candidates, fitting: Sequence[str], around: Sequence[Sequence[str]]
) -> list[str]:
    """Keep what a part can mean, given what encloses it.

    Args:
        one: The part.
        fitting: Its records that lie in all that is known to enclose it.
        around: The records of the wider parts.

    Returns:
        One record where it is certain; several, or none, where it is not.
    """
    if not fitting or _LEVEL[place(fitting[0]).kind] < _LEVEL[_K.CITY]:
        return list(fitting)
    widths = [_LEVEL[place(i).kind] for options in around for i in options]
    regional = any(width >= _REGION or width == 1 for width in widths)
    kind = one.segment.kind
    if kind is _K.VILLAGE:
        return _village(fitting, around)
    if kind is _K.SETTLEMENT and not regional:
        # Stations and settlements of one name are many.
        return []
    if not widths:
        fitting = [i for i in fitting if _well_known(place(i))]
    return _largest(fitting)


def _village(fitting: Sequence[str], around: Sequence[Sequence[str]]) -> list[str]:
    """Keep the one village that is near the seat of its uyezd.

    Small ones are in no record: without an uyezd, any of many may be meant.
    """
    uyezds = [o for options in around for o in options if place(o).kind is _K.UYEZD]
    near = [i for i in fitting if any(near_seat(i, uyezd) for uyezd in uyezds)]
    return near if len(near) == 1 else []


def _well_known(record: Place) -> bool:
    return record.kind is not _K.SETTLEMENT or record.people >= _WELL_KNOWN


def _largest(fitting: Sequence[str]) -> list[str]:
    """Keep what everybody means by a name, where one is far larger than the others."""
    if len(fitting) < 2:  # noqa: PLR2004
        return list(fitting)
    named = [i for i in fitting if place(i).kind is not _K.SETTLEMENT]
    left = sorted(named or fitting, key=lambda i: -place(i).people)
    if len(left) == 1:
        return left
    first, second = place(left[0]), place(left[1])
    large = first.people >= max(_LARGE, _TIMES * second.people)
    return left[:1] if large else left
