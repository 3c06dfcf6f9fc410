"""What an extractor is given: a capture as read, with the recipe it is read by."""

import tomllib
from pathlib import Path
from typing import Any

from lives.extract.columns.checked import checked
from lives.extract.extractor import Document
from lives.model.errors import BadRecipe, NoRecipe
from lives.model.passage import TextAsRead
from lives.model.source import Capture, Source


def document_of(
    capture: Capture, source: Source, read: TextAsRead, recipe: bytes
) -> Document:
    """Put together all that an extractor may know of a capture.

    Raises:
        BadRecipe: The recipe is not TOML.
    """
    parsed = _parsed(recipe, capture.recipe)
    return Document(capture.id, capture.name, source, read, parsed, capture.recipe)


def recipe_of(folder: Path, capture: Capture) -> bytes:
    """Return the bytes of a capture's recipe; none for prose.

    Raises:
        NoRecipe: It is gone.
    """
    if not capture.recipe:
        return b""
    path = folder / capture.recipe
    if not path.is_file():
        raise NoRecipe(
            f"the recipe of {capture.name} is gone",
            where=str(path),
            remedy="put it back: 'lives verify' names its bytes in captures",
        )
    return path.read_bytes()


def repeats(folder: Path, capture: Capture) -> bool:
    """Tell whether a list may have several rows on one person, as its recipe says.

    Raises:
        NoRecipe: It is gone.
        BadRecipe: It cannot be understood.
        Several: It has more than one fault.
    """
    recipe = _parsed(recipe_of(folder, capture), capture.recipe)
    return checked(recipe, capture.recipe).repeats


def _parsed(recipe: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(recipe.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRecipe(
            f"the recipe is not TOML: {error}",
            where=name,
            remedy="correct it at the place that the message names",
        ) from error
