"""Lists as commands about recipes want them: a file, or one that an archive holds."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lives.cli.desk import Desk
from lives.extract.documents import document_of, recipe_of
from lives.extract.extractor import Document
from lives.intake.offers import file_bytes
from lives.intake.recipes import named_recipe
from lives.intake.sandbox import Task, read_apart
from lives.intake.sidecar import read_sidecar
from lives.model.errors import IntakeError, NoRecipe, UnknownIdentifier
from lives.model.ids import CaptureId, SourceId
from lives.model.passage import TextAsRead
from lives.model.source import Capture, Source
from lives.store.archive import Archive


@dataclass(frozen=True, slots=True)
class File:
    """A list that no archive holds.

    Attributes:
        path: Where it lies.
        read: Its text as read.
        capture: As it would be held, without a recipe.
    """

    path: Path
    read: TextAsRead
    capture: Capture


def read_file(path: Path) -> File:
    """Read a list as intake would, and keep nothing.

    Raises:
        IntakeError: It cannot be read.
    """
    data = file_bytes(path)
    with TemporaryDirectory(prefix="lives-") as scratch:
        copy, answer = Path(scratch) / "list", Path(scratch) / "answer"
        copy.write_bytes(data)
        (found,) = read_apart([Task(copy, answer, path.name)])
        if isinstance(found, IntakeError):
            raise found
        read = found.text_as_read()
    key = CaptureId(hashlib.sha256(data).hexdigest())
    capture = Capture(key, SourceId("list"), path.name, found.media, len(data))
    return File(path, read, capture)


def document(desk: Desk, name: str, recipe: Path | None) -> Document:
    """Return a list with the recipe it is to be read by.

    Args:
        desk: Where the archive lies.
        name: A file; or, where there is no such file or nothing says how to read it,
            a list of the archive.
        recipe: The recipe to read it by; None for the one that its description or the
            archive names.

    Raises:
        LivesError: There is no such list, or no recipe for it, or it cannot be read.
    """
    path = Path(name)
    if not path.exists() and (desk.archive / "archive.db").is_file():
        return _held(desk, name, recipe)
    file = read_file(path)
    if recipe is not None:
        found = named_recipe(recipe, Path(), _recipes(desk), name)
    elif described := read_sidecar(path).recipe:
        found = named_recipe(Path(described), path.parent, _recipes(desk), name)
    elif _recipes(desk) is not None:
        return _held(desk, path.name, None)
    else:
        raise NoRecipe(
            "nothing says by which recipe the list is to be read",
            where=name,
            remedy="name one with --recipe; 'lives recipe suggest FILE' drafts one",
        )
    return with_recipe(file, found.name, found.data)


def bare(file: File) -> Document:
    """Return a list without a recipe."""
    return _document(file.capture, file.read, "", b"")


def with_recipe(file: File, name: str, recipe: bytes) -> Document:
    """Return a list with a recipe to read it by."""
    return _document(file.capture, file.read, name, recipe)


def held(archive: Archive, name: str) -> Capture:
    """Return the list of a name, the one received last if there are several.

    Raises:
        UnknownIdentifier: There is none.
    """
    named = [
        one
        for one in archive.tables.captures()
        if one.recipe and (one.name == name or one.id.startswith(name.lower()))
    ]
    if not named:
        raise UnknownIdentifier(
            f"no list here is called {name!r}",
            where=str(archive.folder),
            remedy="give the name of its file, as 'lives build' does",
        )
    return named[-1]


def _held(desk: Desk, name: str, recipe: Path | None) -> Document:
    with desk.open() as archive:
        capture = held(archive, name)
        read = archive.tables.reading(capture.id)
        if recipe is None:
            data = recipe_of(archive.recipes, capture)
            return _document(capture, read, capture.recipe, data)
        # A draft may bear the name of the recipe that it is to take the place of.
        found = named_recipe(recipe, Path(), None, name)
        return _document(capture, read, found.name, found.data)


def _recipes(desk: Desk) -> Path | None:
    folder = desk.archive / "recipes"
    return folder if (desk.archive / "archive.db").is_file() else None


def _document(capture: Capture, read: TextAsRead, recipe: str, data: bytes) -> Document:
    named = Capture(
        capture.id, capture.source, capture.name, capture.media, capture.size, recipe
    )
    return document_of(named, Source(capture.source), read, data)
