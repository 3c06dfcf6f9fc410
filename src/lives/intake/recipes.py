"""Recipes by their name: a file, the archive's own, or one that comes with Lives."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from lives.model.errors import BadRecipe, NoRecipe
from lives.packaged import recipes as packaged


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe's file.

    Attributes:
        name: Its name in the archive's folder of recipes.
        data: Its bytes.
    """

    name: str
    data: bytes


def named_recipe(path: Path, folder: Path, recipes: Path | None, where: str) -> Recipe:
    """Read a recipe: a file, the archive's own of that name, or one that comes along.

    Args:
        path: The file or the name; the ending may be left out.
        folder: Below which the file is looked for.
        recipes: The archive's folder of recipes; None without an archive.
        where: What it is for, for messages.

    Raises:
        NoRecipe: There is none.
        BadRecipe: It is no TOML, or the archive has another of that name.
    """
    name = path.name if path.suffix == ".toml" else f"{path.name}.toml"
    in_place = recipes / name if recipes else None
    candidates = (folder / path, in_place, packaged().get(name))
    found = next((f for f in candidates if f and f.is_file()), None)
    if found is None:
        offered = ", ".join(sorted(n.removesuffix(".toml") for n in packaged()))
        raise NoRecipe(
            f"there is no recipe {str(path)!r}",
            where=where,
            remedy="check the spelling: it is a path, the name of a file in the "
            f"archive's folder recipes/, or one that comes with Lives: {offered}",
        )
    try:
        data = found.read_bytes()
        tomllib.loads(data.decode("utf-8-sig"))
        others = in_place and in_place.is_file() and in_place.read_bytes() != data
    except (OSError, ValueError) as fault:
        raise BadRecipe(
            f"the recipe cannot be read ({fault})",
            where=str(found),
            remedy="mend it; docs/how-to/recipes.md shows what a recipe looks like",
        ) from fault
    if others:
        raise BadRecipe(
            f"the archive has another recipe called {name}, which other lists may use",
            where=str(found),
            remedy=f"give yours another name, or change the archive's own: {in_place}",
        )
    return Recipe(name, data)
