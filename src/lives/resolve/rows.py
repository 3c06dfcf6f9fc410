"""Persons of documents as the rows of a linkage: a row for each of their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np

from lives.model.mention import Gender
from lives.model.when import When
from lives.packaged import table as packaged
from lives.packaged import text
from lives.reading.names import Name
from lives.resolve.known import parsed
from lives.resolve.linkage.cluster import FAR_DAYS, Bounds
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.table import Table
from lives.resolve.profile import Profile

_SETTINGS = "data/persons.toml"
# What a span of more days tells of anybody is next to nothing.
_MOST_DAYS = 1100
_YEAR = 365
_MOST_NAMES = 8
_SHOUT = 2

NAMED = ("surname", "given", "second", "patronymic")  # the columns of a name
Named = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to be linked.

    Attributes:
        table: The rows.
        owners: For each row the position of its profile.
    """

    table: Table
    owners: Sequence[int]


@cache
def settings() -> Settings:
    """Return how persons of documents are compared."""
    return read_settings(text("lives.resolve", _SETTINGS), _SETTINGS)


def rows_of(profiles: Sequence[Profile]) -> Rows:
    """Make rows of profiles.

    Whoever is called by a surname only has none: nothing would tell him or her from
    others of the name.
    """
    columns: dict[str, list[str]] = {name: [] for name in settings().columns}
    owners: list[int] = []
    for position, profile in enumerate(profiles):
        told = _told(profile)
        for named in _names(profile):
            owners.append(position)
            whole = (*zip(NAMED, named, strict=True), *told.items())
            for column, value in whole:
                columns[column].append(value)
    return Rows(Table.of(columns), owners)


def _told(profile: Profile) -> dict[str, str]:
    """Return all columns but those of the name."""
    return {
        "gender": "" if profile.gender is Gender.UNKNOWN else str(profile.gender),
        **{column: dates(profile, column) for column in _dates()},
        "birthplace": " ".join(profile.birthplaces),
        "list": profile.capture if _once(profile) else profile.mention,
        "document": "" if profile.listed else profile.capture,
    }


def _once(profile: Profile) -> bool:
    """Tell whether its document tells of a person in one place only."""
    return not profile.listed or (profile.row and not profile.repeats)


def _names(profile: Profile) -> Iterator[Named]:
    """Yield a profile's names, each made whole by what the fullest says."""
    fullest = _parts(profile.name)
    found: dict[Named, None] = {}
    for name in profile.names[:_MOST_NAMES]:
        own = _parts(parsed(name))
        first = own[1] or fullest[1]
        whole = (own[0] or fullest[0], first, own[2], own[3] or fullest[3])
        if first and (whole[0] or whole[3]):
            found[whole] = None
    yield from found


def _parts(name: Name) -> Named:
    given = (*name.given[:2], *name.initials[: 2 - len(name.given[:2])], "", "")
    second = given[1]
    patronymic = name.patronymic
    if len(second) == 1 and not patronymic:  # an initial may be of either
        second, patronymic = "", second
    return _quiet(name.core), _quiet(given[0]), _quiet(second), _quiet(patronymic)


def _quiet(word: str) -> str:
    """Write a word in capitals as others are: lists shout surnames."""
    return word.title() if len(word) > _SHOUT and word.isupper() else word


@cache
def _dates() -> Mapping[str, Sequence[Mapping[str, str | int]]]:
    found: Mapping[str, Sequence[Mapping[str, str | int]]] = packaged(
        "lives.resolve", _SETTINGS
    )["dates"]
    return found


def dates(profile: Profile, column: str) -> str:
    """Return the dates of a column, by spaces apart; "" if nothing is told."""
    for source in _dates()[column]:
        before, after = int(source.get("before", 0)), int(source.get("after", 0))
        told = [when for kind, when in profile.dates if kind == source["kind"]]
        found = dict.fromkeys(filter(None, (_written(w, before, after) for w in told)))
        if found:
            return " ".join(found)
    return ""


def _written(when: When, before: int, after: int) -> str:
    """Write a date as linkages read it; "" if it is too wide to tell anything."""
    if when.earliest is None or when.latest is None or when.days is None:
        return ""
    if when.days > _MOST_DAYS:
        return ""
    first = when.earliest - timedelta(days=before)
    last = when.latest + timedelta(days=after)
    if first == last:
        return first.isoformat()
    whole = first == date(first.year, 1, 1) and last == date(first.year, 12, 31)
    return f"{first.year:04}" if whole else f"{first}/{last}"


def bounds(profiles: Sequence[Profile], column: str) -> Bounds:
    """Return the first and last day that each profile dates something."""
    firsts, lasts = [], []
    for profile in profiles:
        told = [when for kind, when in profile.dates if kind == column]
        firsts.append(
            min((_day(w.earliest, -FAR_DAYS) for w in told), default=-FAR_DAYS)
        )
        lasts.append(max((_day(w.latest, FAR_DAYS) for w in told), default=FAR_DAYS))
    return np.array(firsts, np.int64), np.array(lasts, np.int64)


def _day(day: date | None, unknown: int) -> int:
    return day.toordinal() if day else unknown
