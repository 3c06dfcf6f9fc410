"""Which reader of entities the archive chooses."""

from collections.abc import Mapping
from typing import Any

from lives.extract.named import EntityReader, EntityReaderFactory, entity_readers
from lives.model.errors import BadSettings, MissingLibrary, UnknownPart

RULES = "rules"
LEARNED_NAMES = "sentences"  # what comes with the learned reader of sentences
_WHERE = "archive.toml, [reading.english]"


def entity_reader(table: Mapping[str, Any]) -> EntityReader | None:
    """Make the reader of entities that an archive chooses; None for the own one.

    Args:
        table: `[reading.english]` of `archive.toml`: under `entities` a name, and
            under that name a table for the reader.

    Raises:
        BadSettings: The table cannot be understood.
        UnknownPart: Nobody offers a reader of that name.
        MissingLibrary: It needs a library that is not installed.
    """
    name = table.get("entities", LEARNED_NAMES)
    if not isinstance(name, str):
        raise _bad("'entities' is no name", f"choose one of: {_offered()}")
    for key, value in table.items():
        if key not in {"entities", "fast"} and not isinstance(value, dict):
            raise _bad(
                f"there is no key {key!r}",
                f"'entities' stands here; all else under [reading.english.{name}]",
            )
    if name in {RULES, LEARNED_NAMES}:
        return None
    try:
        reader = _factory(name)(table.get(name, {}))
        _ = reader.version  # which may be that of a library that is not there
    except ModuleNotFoundError as missing:
        raise MissingLibrary(
            f"the library {missing.name} is not installed",
            where=f"{_WHERE}: the reader of entities {name!r}",
            remedy=f"install it, or choose entities = {RULES!r}",
        ) from missing
    return reader


def _factory(name: str) -> EntityReaderFactory:
    factory = entity_readers.get(name)
    if factory is None:
        raise UnknownPart(
            f"there is no reader of entities {name!r}",
            where=_WHERE,
            remedy=f"choose one of: {_offered()}; or install what offers it",
        )
    return factory


def _offered() -> str:
    return ", ".join((LEARNED_NAMES, RULES, *entity_readers.names()))


def _bad(what: str, remedy: str) -> BadSettings:
    return BadSettings(what, where=_WHERE, remedy=remedy)
