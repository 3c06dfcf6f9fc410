"""Values of a row as a recipe reads them: looked up, dated, or refused."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lives.extract.columns.forms import formed
from lives.extract.columns.parts import Part, Row
from lives.extract.columns.recipe import Condition, Field, Recipe, folded
from lives.extract.columns.refusals import Refusals
from lives.model.refusal import SHOWN
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
        refusals: Takes what could not be read of the row.
    """

    recipe: Recipe
    refusals: Refusals

    def text(self, rule: Field | None, row: Row) -> Value | None:
        """Return what a field says, NOTHING where it is silent; None if refused."""
        if rule is None:
            return NOTHING
        if rule.constant:
            return Value(rule.constant, rule.constant)
        found = [(c, row.parts[c]) for c in rule.columns if c in row.parts]
        if not found:
            return NOTHING
        if len(found) == 1 and not rule.lookup:
            ((_, part),) = found
            return Value(part.value, part.value, (part,))
        read = [
            self.looked_up(column, part, row, rule.lookup, keep=rule.keep)
            for column, part in found
        ]
        if None in read:
            return None
        said = {column: one or "" for (column, _), one in zip(found, read, strict=True)}
        return Value(
            formed(rule.form, said) if rule.form else ", ".join(filter(None, read)),
            ", ".join(part.value for _, part in found),
            tuple(part for _, part in found),
        )

    def looked_up(
        self, column: str, part: Part, row: Row, lookup: str, *, keep: bool = False
    ) -> str | None:
        """Return the reading of a part; None, and a refusal, if its lookup has none."""
        if not lookup:
            return part.value
        found = self.recipe.lookups[lookup].get(folded(part.value))
        if found is not None:
            return found
        if keep:
            return part.value
        remedy = f'add "{part.value[:SHOWN]}" = "…" under [lookups.{lookup}]'
        self.refusals.cell(row, column, part, "has no reading", remedy)
        return None

    def when(self, rule: Field | None, row: Row) -> tuple[When | None, Value | None]:
        """Return the date of a field, and what it was read from: None if refused."""
        value = self.text(rule, row)
        if rule is None or value is None or not value.text:
            return None, value
        whole = _in_century(value.text, rule.century)
        read = _dated(whole)
        if read is None:
            self._no_date(rule, value, row)
            return None, None
        if whole != value.text:
            century = f"the century by recipe {self.recipe.file}"
            return replace(read, written=value.written, inferred=century), value
        if rule.constant:
            same = f"the same for the whole list, by recipe {self.recipe.file}"
            return replace(read, written="", inferred=same), value
        return _as_written(read, value.written), value

    def _no_date(self, rule: Field, value: Value, row: Row) -> None:
        column, lookup = ", ".join(rule.columns), rule.lookup or "dates"
        start = min(part.start for part in value.parts)
        whole = Part(start, max(part.end for part in value.parts), value.written)
        if rule.century is None and _TWO_FIGURES.search(value.text):
            remedy = f'say of which century: {{ column = "{column}", century = 1900 }}'
            self.refusals.cell(row, column, whole, "is not a date", remedy)
            return
        remedy = f'add "{value.written[:SHOWN]}" = "…" under [lookups.{lookup}]'
        if not rule.lookup:
            remedy += (
                " and read the date as "
                f'{{ column = "{column}", lookup = "dates", keep = true }}'
            )
        self.refusals.cell(row, column, whole, "is not a date", remedy)

    def modality(
        self, rule: Field | None, usual: Modality, row: Row
    ) -> Modality | None:
        """Return the modality a column gives, or the usual one; None if refused."""
        value = self.text(rule, row)
        if rule is None or value is None or not value.text:
            return usual if value is not None else None
        if value.text in set(Modality):
            return Modality(value.text)
        allowed = ", ".join(Modality)
        remedy = f"write one of {allowed} under [lookups.{rule.lookup}]"
        column = rule.columns[0]
        self.refusals.cell(row, column, value.parts[0], "is no modality", remedy)
        return None

    def holds(self, conditions: tuple[Condition, ...], row: Row) -> bool:
        """Tell whether every column has one of the values asked for."""
        return all(
            (part := row.parts.get(c.column)) is not None
            and folded(part.value) in c.values
            for c in conditions
        )

    def check_conditions(self, row: Row, known: dict[str, frozenset[str]]) -> None:
        """Refuse values that no condition knows, in columns read by nothing else."""
        for column, values in known.items():
            part = row.parts.get(column)
            if part is not None and folded(part.value) not in values:
                remedy = (
                    f"add it to an 'only' that asks about {column!r}, or to 'empty'"
                )
                why = "is foreseen by no condition"
                self.refusals.cell(row, column, part, why, remedy)


def _as_written(read: When, written: str) -> When:
    """Return a date with the words it was read from; `replace` would take longer."""
    if read.written == written:
        return read
    return When(
        read.edtf, read.earliest, read.latest, written, read.calendar, read.inferred
    )


def _in_century(text: str, century: int | None) -> str:
    """Give years of two figures their century.

    >>> _in_century("11.08.37", 1900)
    '11.08.1937'
    """
    if century is None:
        return text
    return _TWO_FIGURES.sub(lambda m: f"{m[1]}{century + int(m[3])}", text)
