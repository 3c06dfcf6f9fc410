"""Read what captures say: passages -> mentions, statements."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from itertools import chain
from typing import Any

from lives.extract.choose import extractor_name, suited
from lives.extract.extractor import Document, Extractor
from lives.model.decision import DecisionKind
from lives.model.errors import (
    BadRecipe,
    ExtractError,
    LivesError,
    NoRecipe,
    ReaderFailed,
    Several,
)
from lives.model.ids import SourceId
from lives.model.progress import Progress, silent
from lives.model.source import Capture, Source
from lives.store.archive import Archive
from lives.store.captures import digest


def run(
    archive: Archive, *, by: str, now: datetime, progress: Progress = silent
) -> list[str]:
    """Read every capture whose reader or recipe is not the one it was read by.

    A recipe that a person has changed since is kept, and its change is a decision.
    A capture that cannot be read leaves what was read of it before, and the others
    are read all the same, so that whoever mends lists sees all that is to be mended.
    Only a reader that failed is not asked again.

    Returns:
        Notices: captures in a language that no extractor reads; remarks of readers.

    Raises:
        BadSettings: How captures are to be read cannot be understood.
        UnknownPart: A reader is chosen that nobody offers.
        MissingLibrary: A reader is chosen whose library is not installed.
        ExtractError: A list cannot be read by its recipe.
        Several: There is more than one fault, in one list or in several.
    """
    notices: list[str] = []
    faults: list[LivesError] = []
    failed: set[str] = set()
    captures, sources = archive.tables.captures(), archive.tables.sources()
    chosen = _chosen(archive, captures, sources)  # before anything is read
    decide = partial(archive.decide, DecisionKind.RECIPE, by=by, now=now)
    standing = archive.standing(DecisionKind.RECIPE)
    known = {body["name"]: body["sha256"] for _, body in standing}
    for done, (capture, extractor) in enumerate(zip(captures, chosen, strict=True)):
        progress(f"reading {capture.name}", done, len(captures))
        source = sources[capture.source]
        if extractor is None:
            notices.append(_unread(capture, source))
        elif extractor.version not in failed:
            try:
                _read(archive, capture, source, extractor, known, decide)
            except (ExtractError, Several) as fault:
                faults.append(fault)
                if isinstance(fault, ReaderFailed):
                    failed.add(extractor.version)
    progress("reading", len(captures), len(captures))
    if faults:
        raise Several.of(faults)
    remarks = (one.remarks() for one in dict.fromkeys(chosen) if one)
    return [*notices, *chain.from_iterable(remarks)]


def _chosen(
    archive: Archive, captures: Sequence[Capture], sources: Mapping[SourceId, Source]
) -> list[Extractor | None]:
    """Return for every capture the extractor that the archive's settings want."""
    settings = archive.settings
    by_name = cache(lambda name: suited(name, settings))
    return [
        by_name(extractor_name(capture, sources[capture.source].language))
        for capture in captures
    ]


def _read(
    archive: Archive,
    capture: Capture,
    source: Source,
    extractor: Extractor,
    known: dict[str, str],
    decide: Callable[[dict[str, str]], object],
) -> None:
    """Read a capture, unless it was read by the same reader and recipe already."""
    tables, recipe = archive.tables, _recipe(archive, capture)
    key = digest(recipe) if recipe else ""
    new = bool(recipe) and known.get(capture.recipe) != key
    if tables.extraction(capture.id) == (extractor.version, key) and not new:
        return
    document = Document(
        capture.id,
        capture.name,
        source,
        tables.reading(capture.id),
        _parsed(recipe, capture.recipe),
        capture.recipe,
    )
    found = extractor.extract(document)
    with archive.transaction():
        tables.replace_extraction(capture.id, extractor.version, key, found)
        if new:  # only now: a draft that reads nothing is no decision
            known[capture.recipe] = archive.captures.keep(recipe)
            decide({"name": capture.recipe, "sha256": key})


def _unread(capture: Capture, source: Source) -> str:
    name = extractor_name(capture, source.language)
    return (
        f"{capture.name} is kept, and not read for statements: there is no extractor "
        f"{name!r} for prose in {source.language!r} (if that is not its language, add "
        "it again with --language)"
    )


def _recipe(archive: Archive, capture: Capture) -> bytes:
    """Return the bytes of a capture's recipe; none for prose."""
    if not capture.recipe:
        return b""
    path = archive.recipes / capture.recipe
    if not path.is_file():
        raise NoRecipe(
            f"the recipe of {capture.name} is gone",
            where=str(path),
            remedy="put it back: 'lives verify' names its bytes in captures",
        )
    return path.read_bytes()


def _parsed(recipe: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(recipe.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRecipe(
            f"the recipe is not TOML: {error}",
            where=name,
            remedy="correct it at the place that the message names",
        ) from error
