"""Read what captures say: passages -> mentions, statements."""

import tomllib
from datetime import datetime
from typing import Any

from lives.extract.choose import extractor_name
from lives.extract.extractor import Document, extractors
from lives.model.decision import DecisionKind
from lives.model.errors import BadRecipe, NoRecipe
from lives.model.progress import Progress, silent
from lives.model.source import Capture
from lives.store.archive import Archive
from lives.store.captures import digest


def run(
    archive: Archive, *, by: str, now: datetime, progress: Progress = silent
) -> list[str]:
    """Read every capture whose reader or recipe is not the one it was read by.

    A recipe that a person has changed since is kept, and its change is a decision.
    A capture that cannot be read leaves what was read of it before.

    Returns:
        Notices: captures in a language that no extractor reads.

    Raises:
        ExtractError: A list cannot be read by its recipe.
        Several: It has more than one fault.
    """
    notices, tables, captures = [], archive.tables, archive.tables.captures()
    sources, standing = tables.sources(), archive.standing(DecisionKind.RECIPE)
    known = {body["name"]: body["sha256"] for _, body in standing}
    for done, capture in enumerate(captures):
        progress(f"reading {capture.name}", done, len(captures))
        source = sources[capture.source]
        name = extractor_name(capture, source.language)
        extractor = extractors.get(name)
        if extractor is None:
            offered = ", ".join(extractors.names())
            notices.append(f"{capture.name}: no extractor {name!r} (of: {offered})")
            continue
        recipe = _recipe(archive, capture)
        key = digest(recipe) if recipe else ""
        new = bool(recipe) and known.get(capture.recipe) != key
        if tables.extraction(capture.id) == (extractor.version, key) and not new:
            continue
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
                decided = {"name": capture.recipe, "sha256": key}
                archive.decide(DecisionKind.RECIPE, decided, by=by, now=now)
    progress("reading", len(captures), len(captures))
    return notices


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
