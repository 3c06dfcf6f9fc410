"""Read what captures say: passages -> mentions, statements."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from itertools import chain

from lives.extract.apart import by_several, rows_apart
from lives.extract.choose import extractor_name, suited, unread
from lives.extract.documents import document_of, recipe_of
from lives.extract.extractor import Extractor
from lives.extract.sight import Sight
from lives.model.decision import DecisionKind
from lives.model.errors import ExtractError, LivesError, ReaderFailed, Several
from lives.model.ids import SourceId
from lives.model.progress import Progress, silent
from lives.model.source import Capture, Source
from lives.model.statement import Statement
from lives.store.archive import Archive
from lives.store.captures import digest
from lives.store.packed import batches, packed


def run(
    archive: Archive,
    *,
    by: str,
    now: datetime,
    progress: Progress = silent,
    fast: bool = False,
) -> list[str]:
    """Read every capture whose reader or recipe is not the one it was read by.

    A recipe that a person has changed since is kept, and its change is a decision.
    A capture that cannot be read leaves what was read of it before, and the others
    are read all the same, so that whoever mends lists sees all that is to be mended.
    Only a reader that failed is not asked again.

    Returns:
        Notices: captures nobody reads, totals that a list misses, readers' remarks.

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
    chosen = _chosen(archive, captures, sources, fast=fast)  # before anything is read
    decide = partial(archive.decide, DecisionKind.RECIPE, by=by, now=now)
    known = {b["name"]: b["sha256"] for _, b in archive.standing(DecisionKind.RECIPE)}
    for done, (capture, extractor) in enumerate(zip(captures, chosen, strict=True)):
        progress(f"reading {capture.name}", done, len(captures))
        source = sources[capture.source]
        if extractor is None:
            notices.append(unread(capture, source.language))
        elif extractor.version not in failed:
            try:
                notices += _read(archive, capture, source, extractor, known, decide)
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
    archive: Archive,
    captures: Sequence[Capture],
    sources: Mapping[SourceId, Source],
    *,
    fast: bool,
) -> list[Extractor | None]:
    """Return for every capture the extractor that the archive's settings want."""
    settings = archive.settings
    by_name = cache(lambda name: suited(name, settings, fast=fast))
    return [by_name(extractor_name(c, sources[c.source].language)) for c in captures]


def _read(
    archive: Archive,
    capture: Capture,
    source: Source,
    extractor: Extractor,
    known: dict[str, str],
    decide: Callable[[dict[str, str]], object],
) -> list[str]:
    """Read a capture, if not read so already; say what its recipe asserts in vain."""
    tables, recipe = archive.tables, recipe_of(archive.recipes, capture)
    reader = (extractor.version, key := digest(recipe) if recipe else "")
    new = bool(recipe) and known.get(capture.recipe) != key
    if tables.extraction(capture.id) == reader and not new:
        return []
    document = document_of(capture, source, tables.reading(capture.id), recipe)
    # Before the transaction: nobody holds the archive while a model is at work.
    if rows := rows_apart(document, extractor):
        packs = by_several(document, extractor, packed)
    else:
        packs = map(packed, batches(extractor.extract(document)))
    with archive.transaction():
        tables.replace_rows(capture.id, reader, packs, rows)
        if new:  # only now: a draft that reads nothing is no decision
            known[capture.recipe] = archive.captures.keep(recipe)
            decide({"name": capture.recipe, "sha256": key})
    wrong = extractor.assess(document, *archive.refusals.tally(capture.id))
    return [f"{capture.name}: {one}" for one in wrong]


def see(archive: Archive, said: Statement) -> Sight | None:
    """Look again at what its reader sees where a statement stands; change nothing.

    Returns:
        What it sees; None where it cannot tell.

    Raises:
        BadSettings: How captures are to be read cannot be understood.
        UnknownPart: A reader is chosen that nobody offers.
        MissingLibrary: A reader is chosen whose library is not installed.
        ExtractError: The recipe of a list is gone, or can no longer be understood; or
            a reader of entities failed.
        Several: The recipe has more than one fault.
    """
    capture = next(c for c in archive.tables.captures() if c.id == said.capture)
    source = archive.tables.sources()[capture.source]
    name = extractor_name(capture, source.language)
    extractor = _reader_of(archive, name, said.reader)
    if extractor is None or extractor.see is None:
        return None
    recipe = recipe_of(archive.recipes, capture)
    return extractor.see(
        document_of(capture, source, archive.tables.reading(capture.id), recipe), said
    )


def _reader_of(archive: Archive, name: str, version: str) -> Extractor | None:
    """Return the extractor in the way in which it read, or as it would read today."""
    wanted = suited(name, archive.settings)
    if wanted is None or wanted.version == version:
        return wanted
    fast = suited(name, archive.settings, fast=True)
    return fast if fast is not None and fast.version == version else wanted
