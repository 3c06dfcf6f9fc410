"""Who may still be alive, and so is not published.

A person of whom no source tells the death is taken for living unless he or she would
be older than an age the archive sets. Where no birth is told, the first dated deed
gives the latest year in which the person can have been born. (Of whom nothing is
dated at all, `withheld.py` asks kin, namesakes and sources.)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lives.model.errors import BadSettings
from lives.model.kinds import kinds
from lives.model.source import Source, SourceKind
from lives.model.statement import Standing, Statement
from lives.publish.kin_years import Years

_YEARS = 100
_KEYS = frozenset({"living_years", "withhold", "cleared", "contact"})
# Whoever was arrested or held an office was at least this old; what is listed here can
# happen to a child, and gives the year of the event itself.
_GROWN = 14
_TO_CHILDREN = frozenset(
    {
        "birth",
        "deportation",
        "disappearance",
        "dispossession",
        "education",
        "emigration",
        "exile",
        "illness",
        "journey",
        "kinship",
        "nationality",
        "origin",
        "residence",
    }
)
_AFTER_DEATH = frozenset({"burial", "rehabilitation"})
# In these a person who is named without a date lived when they were written.
# Whom these name without a date lived when they were written.
_AT_FIRST_HAND = frozenset(
    {
        SourceKind.COURT_RECORD,
        SourceKind.INTERVIEW,
        SourceKind.LETTER,
        SourceKind.OFFICIAL,
    }
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an archive has laid down about the living: `[publish]` of archive.toml.

    Attributes:
        years: Nobody born less than this many years ago is published unless a source
            tells of the death.
        withheld: Persons, by identifier or label, never published.
        cleared: Persons, by identifier or label, published whatever the dates say.
    """

    years: int = _YEARS
    withheld: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()


def rules(settings: dict[str, Any]) -> Rules:
    """Read the rules out of an archive's settings.

    Raises:
        BadSettings: They are not what they should be. Nothing is guessed where the
            living are concerned.
    """
    told = settings.get("publish", {})
    if not isinstance(told, dict):
        raise _unclear("publish", "a table: a line [publish], and below it its keys")
    years = told.get("living_years", _YEARS)
    if not isinstance(years, int) or isinstance(years, bool) or years < 0:
        raise _unclear("living_years", "a whole number of years, such as 100")
    unknown = sorted(set(told) - _KEYS)
    if unknown:
        raise _unclear(unknown[0], f"one of: {', '.join(sorted(_KEYS))}")
    return Rules(years, _people(told, "withhold"), _people(told, "cleared"))


def _people(told: dict[str, Any], key: str) -> frozenset[str]:
    listed = told.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(x, str) for x in listed):
        raise _unclear(key, 'a list of identifiers or labels: ["pe-...", "A. Orlova"]')
    return frozenset(listed)


def _unclear(key: str, wanted: str) -> BadSettings:
    return BadSettings(
        f"{key!r} under [publish] cannot be understood",
        where="archive.toml",
        remedy=f"it must be {wanted}",
    )


def may_live(statements: Iterable[Statement], since: int) -> bool | None:
    """Tell whether a person may still be alive, from what is said of him or her.

    Args:
        statements: All that is said.
        since: Who was born in this year or before is no longer taken for living.

    Returns:
        None where nothing dates the person.
    """
    sure = [s for s in statements if s.standing is Standing.SURE]
    if any(_tells_of_death(s) for s in sure):
        return False
    births = [b for s in sure if s.kind == "birth" and (b := _latest(s)) is not None]
    if births:
        return max(births) > since  # of two years of birth, the one that protects
    deeds = [
        year if s.kind in _TO_CHILDREN else year - _GROWN
        for s in sure
        if s.kind not in _AFTER_DEATH and (year := _latest(s)) is not None
    ]
    return min(deeds) > since if deeds else None


def years(statements: Iterable[Statement]) -> Years:
    """Return the years of birth and death, as far as statements tell them surely."""
    sure = [s for s in statements if s.counts]
    births = [_latest(s) for s in sure if s.kind == "birth"]
    deaths = [_latest(s) for s in sure if _tells_of_death(s)]
    return Years(
        max((b for b in births if b is not None), default=None),
        max((d for d in deaths if d is not None), default=None),
    )


def wrote_of_living(sources: Iterable[Source], since: int) -> bool:
    """Tell whether a source at first hand, of late, names a person nothing dates."""
    written = (_written(source) for source in sources)
    return any(year - _GROWN > since for year in written if year is not None)


def _tells_of_death(statement: Statement) -> bool:
    ends = kinds()[statement.kind].ends or statement.kind == "burial"
    return ends and statement.counts


def _latest(statement: Statement) -> int | None:
    when = statement.when
    return when.latest.year if when and when.latest else None


def _written(source: Source) -> int | None:
    """Return the year in which a source at first hand was written, if it is told."""
    if source.kind not in _AT_FIRST_HAND:
        return None
    told = source.written or source.csl.get("issued", "")
    found = [int(year) for year in re.findall(r"\d{4}", told)]
    return max(found, default=None)
