"""Which extractor reads a capture, and how the archive wants it."""

from collections.abc import Mapping
from typing import Any

from lives.extract.extractor import Extractor, extractors
from lives.model.errors import BadSettings
from lives.model.source import Capture

_PROSE = {
    "": "english",  # nothing is told of the language
    "en": "english",
    "ru": "russian",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "es": "spanish",
}


def extractor_name(capture: Capture, language: str) -> str:
    """Return the name of the extractor for a capture.

    Args:
        capture: One with a recipe is a list or register.
        language: BCP 47 tag of its source; "" when not told.

    >>> from lives.model.ids import CaptureId, SourceId
    >>> held = Capture(CaptureId("0"), SourceId("s"), "letter.txt", "text", 9)
    >>> extractor_name(held, "en-GB")
    'english'
    >>> extractor_name(held, "eo")
    'eo'
    """
    if capture.recipe:
        return "columns"
    tag = language.split("-", maxsplit=1)[0].lower()
    return _PROSE.get(tag, tag)


def unread(capture: Capture, language: str) -> str:
    """Say that nobody reads a capture in a language."""
    name = extractor_name(capture, language)
    return (
        f"{capture.name} is kept, and not read for statements: there is no extractor "
        f"{name!r} for prose in {language!r} (if that is not its language, add it "
        "again with --language)"
    )


def suited(
    name: str, settings: Mapping[str, Any], *, fast: bool = False
) -> Extractor | None:
    """Return the extractor of that name, if any, as the archive's settings want it.

    Args:
        name: As `extractor_name` gives it.
        settings: What `archive.toml` says.
        fast: Speed matters more than all else, whatever they say.

    Raises:
        BadSettings: What `[reading]` says of it cannot be understood.
    """
    extractor = extractors.get(name)
    if extractor is None or extractor.suited is None:
        return extractor
    table = _table(name, settings)
    return extractor.suited({**table, "fast": True} if fast else table)


def _table(name: str, settings: Mapping[str, Any]) -> Mapping[str, Any]:
    tables = settings.get("reading", {})
    if not isinstance(tables, dict):
        raise _bad("'reading' is no table", "write [reading.english] above its keys")
    for key, table in tables.items():
        if key not in extractors.names():
            offered = ", ".join(extractors.names())
            raise _bad(f"nothing is read by {key!r}", f"there are: {offered}")
        if not isinstance(table, dict):
            raise _bad(f"{key!r} is no table", f"write [reading.{key}] above its keys")
    found: Mapping[str, Any] = tables.get(name, {})
    return found


def _bad(what: str, remedy: str) -> BadSettings:
    return BadSettings(what, where="archive.toml, [reading]", remedy=remedy)
