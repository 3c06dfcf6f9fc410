"""What is linked: rows of columns, every distinct value once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        codes: For each row the position of its value in `values`; -1 for none.
        values: Distinct values as written, none of them empty.
    """

    codes: Codes
    values: Sequence[str]

    @property
    def times(self) -> NDArray[np.int64]:
        """Return how many rows bear each value."""
        return np.bincount(self.codes + 1, minlength=len(self.values) + 1)[1:]

    @staticmethod
    def of(written: Sequence[str | None]) -> "Column":
        """Make a column of what is written in each row; "" and None are no value.

        >>> column = Column.of(["Орлов", "", "Зарубин", "Орлов", None])
        >>> column.codes.tolist(), column.values
        ([0, -1, 1, 0, -1], ('Орлов', 'Зарубин'))
        """
        values = tuple(filter(None, dict.fromkeys(written)))
        known: dict[str | None, int] = {value: n for n, value in enumerate(values)}
        known |= {"": -1, None: -1}
        codes = np.fromiter(map(known.__getitem__, written), np.int32, len(written))
        return Column(codes, values)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to be linked.

    Attributes:
        columns: By name, all of one length.
    """

    columns: Mapping[str, Column]

    def __len__(self) -> int:
        return next((len(c.codes) for c in self.columns.values()), 0)

    @staticmethod
    def of(columns: Mapping[str, Sequence[str | None]]) -> "Table":
        """Make a table of written values, column by column."""
        return Table({name: Column.of(written) for name, written in columns.items()})
