"""The description of a source: ``FILE.toml`` beside the file, or options.

``letter.txt`` is described by ``letter.txt.toml``. Both say the same things under the
same keys; what is given as an option outranks the file.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from lives import packaged
from lives.intake.language import LANGUAGE_TAG
from lives.intake.slug import SLUG, slug_of_work
from lives.model.errors import BadSidecar
from lives.model.ids import SourceId
from lives.model.source import Rights, Source, SourceKind
from lives.reading.dates import from_edtf

_Choice = TypeVar("_Choice", bound=StrEnum)

_OWN = ("id", "kind", "rights", "language", "reliability", "written", "recipe")
_YEAR = re.compile(r".*(?<!\w)\d{3,4}(?!\w).*|\d{3}X.*")  # "1968-1970", "about 1968"


@dataclass(frozen=True, slots=True)
class Description:
    """What somebody says about a source; "" and empty where nothing is said.

    Attributes:
        id: Slug chosen by a person.
        csl: Bibliographic fields under their CSL names.
        kind: What sort of witness it is; None where it is not told.
        rights: What may be published of its words; None where it is not told.
        language: BCP 47 tag.
        reliability: How far it can be trusted, and why.
        derives_from: Slugs of the sources it copies or translates.
        written: When it was written down, as EDTF.
        recipe: Path or name of the recipe it is read by.
    """

    id: str = ""
    csl: Mapping[str, str] = field(default_factory=dict)
    kind: SourceKind | None = None
    rights: Rights | None = None
    language: str = ""
    reliability: str = ""
    derives_from: tuple[str, ...] = ()
    written: str = ""
    recipe: str = ""

    def over(self, other: "Description") -> "Description":
        """Return this description, completed by another where it says nothing."""
        return Description(
            self.id or other.id,
            {**other.csl, **self.csl},
            self.kind or other.kind,
            self.rights or other.rights,
            self.language or other.language,
            self.reliability or other.reliability,
            self.derives_from or other.derives_from,
            self.written or other.written,
            self.recipe or other.recipe,
        )

    def wanted_slug(self) -> str:
        """Return the slug a person chose or the work suggests; "" without title."""
        title = self.csl.get("title", "")
        author, issued = self.csl.get("author", ""), self.csl.get("issued", "")
        return self.id or (slug_of_work(author, title, issued) if title else "")

    def source(self, key: SourceId, language: str) -> Source:
        """Make the source, with a language for where none is told."""
        return Source(
            key,
            dict(self.csl),
            self.kind or SourceKind.OTHER,
            self.rights or Rights.QUOTATION,
            self.language or language,
            self.reliability,
            tuple(map(SourceId, self.derives_from)),
            self.written,
        )


@cache
def csl_fields() -> tuple[str, ...]:
    """Return the names of the bibliographic fields."""
    return tuple(packaged.lines("lives.intake", "data/csl.txt"))


def sidecar_path(path: Path) -> Path:
    """Return where the description of a file lies if there is one."""
    return path.with_name(path.name + ".toml")


def is_sidecar(path: Path) -> bool:
    """Tell whether a file describes the one beside it."""
    return path.suffix == ".toml" and path.with_suffix("").is_file()


def read_sidecar(path: Path) -> Description:
    """Read the description that lies beside a file; an empty one if there is none.

    Raises:
        BadSidecar: It cannot be read or understood.
    """
    beside = sidecar_path(path)
    if not beside.is_file():
        return Description()
    try:
        fields = tomllib.loads(beside.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as fault:  # not UTF-8, not TOML
        raise BadSidecar(
            f"the description cannot be read ({fault})",
            where=str(beside),
            remedy='write it as TOML in UTF-8, one field a line: title = "Memoirs"',
        ) from fault
    return describe(fields, where=str(beside))


def describe(fields: Mapping[str, object], *, where: str) -> Description:
    """Understand a description.

    Args:
        fields: As a sidecar or the options give them. ``year`` means ``issued``; a
            list of authors is joined by semicolons.
        where: The sidecar's path or "the options", for messages.

    Raises:
        BadSidecar: A key or value is not allowed; says which are.
    """
    known = {*csl_fields(), *_OWN, "year", "derives_from"}
    unknown = sorted(set(fields) - known)
    if unknown:
        raise BadSidecar(
            f"there is no field called {', '.join(map(repr, unknown))}",
            where=where,
            remedy="these are known: " + ", ".join(sorted(known, key=str.lower)),
        )
    told = {
        ("issued" if key == "year" else key): _plain(value, key, where)
        for key, value in fields.items()
        if key != "derives_from"
    }
    return Description(
        id=_matching(SLUG, told.get("id", ""), "id", "short-and-plain", where),
        csl={
            key: _issued(told[key], where) if key == "issued" else told[key]
            for key in sorted(told)
            if key in csl_fields()
        },
        kind=_choice(SourceKind, told.get("kind"), "kind", where),
        rights=_choice(Rights, told.get("rights"), "rights", where),
        language=_matching(
            LANGUAGE_TAG, told.get("language", ""), "language", "ru", where
        ),
        reliability=told.get("reliability", ""),
        derives_from=_slugs(fields.get("derives_from", ()), where),
        written=_date(told.get("written", ""), where),
        recipe=told.get("recipe", ""),
    )


def _plain(value: object, key: str, where: str) -> str:
    match value:
        case str():
            return value.strip()
        case bool():
            pass
        case int() | float() | date():
            return str(value)
        case list() if all(isinstance(part, str) for part in value):
            return "; ".join(value)
    raise BadSidecar(
        f"{key} is not a plain value",
        where=where,
        remedy=f'write words in quotation marks: {key} = "..."',
    )


def _matching(
    form: re.Pattern[str], value: str, key: str, like: str, where: str
) -> str:
    if value and not form.fullmatch(value):
        raise BadSidecar(
            f"{key} = {value!r} does not have the right form",
            where=where,
            remedy=f'write it like {key} = "{like}"',
        )
    return value


def _issued(value: str, where: str) -> str:
    return _matching(_YEAR, value, "year", "1968", where)


def _date(value: str, where: str) -> str:
    if value and from_edtf(value) is None:
        raise BadSidecar(
            f"written = {value!r} is no date",
            where=where,
            remedy="write it as year, month and day, as far as they are known: 1937, "
            "1937-03, 1937-03-12; 1937~ is about that year",
        )
    return value


def _choice(
    choices: type[_Choice], value: str | None, key: str, where: str
) -> _Choice | None:
    if not value:
        return None
    try:
        return choices(value)
    except ValueError as unknown:
        raise BadSidecar(
            f"{key} = {value!r} is not known",
            where=where,
            remedy=f"choose one of: {', '.join(choices)}",
        ) from unknown


def _slugs(value: object, where: str) -> tuple[str, ...]:
    many = [value] if isinstance(value, str) else value
    if not isinstance(many, Iterable) or not all(isinstance(s, str) for s in many):
        raise BadSidecar(
            "derives_from is not a list of sources",
            where=where,
            remedy='write derives_from = ["slug-of-the-source", "another"]',
        )
    return tuple(
        _matching(SLUG, str(s), "derives_from", "slug-of-a-source", where) for s in many
    )
