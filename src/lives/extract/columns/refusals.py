"""What the row being read says and its recipe cannot read."""

from dataclasses import dataclass, field

from lives.extract.columns.parts import Part, Row
from lives.extract.columns.recipe import Recipe
from lives.model.ids import CaptureId
from lives.model.refusal import SHOWN, Refusal


@dataclass(slots=True)
class Refusals:
    """The refusals of one row, each cell once; handed over before the next row.

    Attributes:
        capture: The list's bytes.
        recipe: By which it is read; remedies name its file.
    """

    capture: CaptureId
    recipe: Recipe
    _held: dict[tuple[int, int, str], Refusal] = field(default_factory=dict)

    def cell(self, row: Row, column: str, part: Part, why: str, remedy: str) -> None:
        """Refuse a cell, or a piece of one.

        Args:
            row: Where it stands.
            column: Its column, or the group it was cut into; "" for an entry.
            part: The words.
            why: What is wrong, to be read after the value.
            remedy: What to add to the recipe, whose name is added here.
        """
        self._note(row, column, (part.start, part.end), part.value[:SHOWN], why, remedy)

    def row(self, row: Row, column: str, why: str, remedy: str) -> None:
        """Refuse a row as a whole."""
        self._note(row, column, (row.start, row.end), "", why, remedy)

    def taken(self) -> list[Refusal]:
        """Hand over what was refused in order of place, and forget it."""
        found = sorted(self._held.values(), key=lambda one: (one.start, one.end))
        self._held.clear()
        return found

    def _note(
        self,
        row: Row,
        column: str,
        span: tuple[int, int],
        value: str,
        why: str,
        remedy: str,
    ) -> None:
        told = f"{remedy} in {self.recipe.file}"
        self._held.setdefault(
            (*span, column),
            Refusal(self.capture, *span, row.place, column, value, why, told),
        )
