"""Values of a row as a recipe reads them: looked up, dated, or noted as faults."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lives.extract.columns.faults import Faults
from lives.extract.columns.parts import Part, Row
from lives.extract.columns.recipe import Condition, Field, Recipe, folded
from lives.model.errors import UnreadableValue
from lives.model.statement import Modality
from lives.model.when import When
from lives.reading.dates import read_date

_dated = lru_cache(maxsize=8_192)(read_date)  # lists repeat their dates


@dataclass(frozen=True, slots=True)
class Value:
    """A part of a statement.

    Attributes:
        text: As read.
        written: As the list writes it; the same text where nothing was looked up.
        parts: Where it stands; empty for a constant.
    """

    text: str = ""
    written: str = ""
    parts: tuple[Part, ...] = ()


NOTHING = Value()

# A year of two figures after day and month in figures: "11.08.37", "3/5/37".
_TWO_FIGURES = re.compile(r"(?<![\d.])(\d{1,2}([./])\d{1,2}\2)(\d\d)(?!\.?\d)")


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one list, read by one recipe.

    Attributes:
        recipe: How they are read.
        file: Name of the list, for messages.
        faults: What could not be read.
    """

    recipe: Recipe
    file: str
    faults: Faults

    def text(self, rule: Field | None, row: Row) -> Value:
        """Return the words of a field; empty where the row says nothing."""
        if rule is None:
            return NOTHING
        if rule.constant:
            return Value(rule.constant, rule.constant)
        found = [(c, row.parts[c]) for c in rule.columns if c in row.parts]
        if not found:
            return NOTHING
        read = [
            self.looked_up(column, part, row, rule.lookup, keep=rule.keep)
            for column, part in found
        ]
        return Value(
            ", ".join(filter(None, read)),
            ", ".join(part.value for _, part in found),
            tuple(part for _, part in found),
        )

    def looked_up(
        self, column: str, part: Part, row: Row, lookup: str, *, keep: bool = False
    ) -> str:
        """Return the reading of a part; a fault if its lookup does not know it."""
        if not lookup:
            return part.value
        found = self.recipe.lookups[lookup].get(folded(part.value))
        if found is not None:
            return found
        if not keep:
            self._unreadable(
                f"{part.value!r} in column {column!r} has no reading",
                row,
                f'add "{part.value}" = "…" under [lookups.{lookup}]',
            )
        return part.value

    def when(self, rule: Field | None, row: Row) -> tuple[When | None, Value]:
        """Return the date of a field, and the words it was read from."""
        value = self.text(rule, row)
        if rule is None or not value.text:
            return None, value
        whole = _in_century(value.text, rule.century)
        read = _dated(whole)
        if read is None:
            self._no_date(rule, value, row)
            return None, value
        if whole != value.text:
            century = f"the century by recipe {self.recipe.file}"
            return replace(read, written=value.written, inferred=century), value
        if rule.constant:
            same = f"the same for the whole list, by recipe {self.recipe.file}"
            return replace(read, written="", inferred=same), value
        return replace(read, written=value.written), value

    def _no_date(self, rule: Field, value: Value, row: Row) -> None:
        column, lookup = ", ".join(rule.columns), rule.lookup or "dates"
        what = f"{value.written!r} in column {column!r} is not a date"
        if rule.century is None and _TWO_FIGURES.search(value.text):
            told = f'say of which century: {{ column = "{column}", century = 1900 }}'
            self._unreadable(what, row, told, same=("century", column))
            return
        remedy = f'add "{value.written}" = "…" under [lookups.{lookup}]'
        if not rule.lookup:
            remedy += (
                " and read the date as "
                f'{{ column = "{column}", lookup = "dates", keep = true }}'
            )
        self._unreadable(what, row, remedy)

    def modality(self, rule: Field | None, usual: Modality, row: Row) -> Modality:
        """Return the modality that a column gives, or the usual one."""
        value = self.text(rule, row)
        if rule is None or not value.text:
            return usual
        if value.text in set(Modality):
            return Modality(value.text)
        if value.text != value.written or rule.keep:  # else it is noted already
            self._unreadable(
                f"{value.text!r} is no modality",
                row,
                f"write one of {', '.join(Modality)} under [lookups.{rule.lookup}]",
            )
        return usual

    def holds(self, conditions: tuple[Condition, ...], row: Row) -> bool:
        """Tell whether every column has one of the values asked for."""
        return all(
            (part := row.parts.get(c.column)) is not None
            and folded(part.value) in c.values
            for c in conditions
        )

    def check_conditions(self, row: Row, known: dict[str, frozenset[str]]) -> None:
        """Note values that no condition knows, in columns read by nothing else."""
        for column, values in known.items():
            part = row.parts.get(column)
            if part is not None and folded(part.value) not in values:
                self._unreadable(
                    f"{part.value!r} in column {column!r} is foreseen by no condition",
                    row,
                    f"add it to an 'only' that asks about {column!r}, or to 'empty'",
                )

    def _unreadable(
        self, what: str, row: Row, remedy: str, *, same: object = None
    ) -> None:
        self.faults.note(
            UnreadableValue,
            what,
            where=f"{row.place} of {self.file}",
            remedy=f"{remedy} in {self.recipe.file}",
            same=same,
        )


def _in_century(text: str, century: int | None) -> str:
    """Give years of two figures their century.

    >>> _in_century("11.08.37", 1900)
    '11.08.1937'
    """
    if century is None:
        return text
    return _TWO_FIGURES.sub(lambda m: f"{m[1]}{century + int(m[3])}", text)
