"""Whether a list came out as large as whoever wrote its recipe has counted it."""

from collections.abc import Iterator, Mapping

from lives.extract.columns.checked import checked
from lives.extract.columns.entries import entries
from lives.extract.columns.recipe import Recipe
from lives.extract.columns.tables import filled
from lives.extract.extractor import Document


def differing(
    document: Document, refused: int, statements: Mapping[str, int]
) -> Iterator[str]:
    """Say of every total that a recipe asserts how it differs from what was read.

    Args:
        document: The list, with a recipe by which it has been read.
        refused: How many cells were refused.
        statements: How many sure statements came of it, by kind.
    """
    if "totals" not in document.recipe:
        return
    recipe = checked(document.recipe, document.recipe_name)
    wanted = recipe.totals
    if wanted.rows is not None:
        yield from _told("rows", wanted.rows, counted_rows(document, recipe), recipe)
    if wanted.refused is not None and refused > wanted.refused:
        yield from _told("refused cells", wanted.refused, refused, recipe)
    for kind, number in wanted.statements.items():
        what = f"statements of the kind {kind!r}"
        yield from _told(what, number, statements.get(kind, 0), recipe)


def counted_rows(document: Document, recipe: Recipe) -> int:
    """Return how many rows or entries of a list say something."""
    if recipe.entries is not None:
        return sum(1 for _ in entries(document, recipe.entries))
    return sum(1 for _ in filled(document, recipe))


def _told(what: str, wanted: int, found: int, recipe: Recipe) -> Iterator[str]:
    if wanted != found:
        yield f"{found:,} {what}, and {recipe.file} counts {wanted:,} under [totals]"
