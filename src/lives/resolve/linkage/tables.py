"""Read a table of rows to be linked: CSV, or Parquet."""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from lives.intake.csv_list import read_rows, titles
from lives.model.errors import BadSettings, DamagedFile, MissingLibrary, UnreadablePath
from lives.resolve.linkage.settings import Settings
from lives.resolve.linkage.table import Column, Table


def read_table(path: Path, settings: Settings) -> Table:
    """Read the columns that settings name.

    Raises:
        UnreadablePath: The file cannot be opened.
        DamagedFile: It is not what its name promises.
        BadSettings: It lacks a column that the settings name.
        MissingLibrary: It is Parquet, and what reads that is not installed.
    """
    try:
        with path.open("rb"):
            pass
    except OSError as fault:
        raise UnreadablePath(
            f"the table cannot be read ({fault.strerror})",
            where=str(path),
            remedy="check the name, and that you may read it",
        ) from fault
    if path.suffix.lower() == ".parquet":
        return _parquet(path, settings)
    rows, _ = read_rows(path.read_bytes(), path.name)
    above = titles(rows)
    header = [cell.strip() for cell in rows[above][1]] if rows else []
    _refuse_missing(path, header, settings)
    body = [cells for _, cells in rows[above + 1 :]]
    places = {name: header.index(name) for name in settings.columns}
    return Table.of(
        {name: [cells[at].strip() for cells in body] for name, at in places.items()}
    )


def _refuse_missing(path: Path, header: Sequence[str], settings: Settings) -> None:
    missing = [name for name in settings.columns if name not in header]
    if missing:
        raise BadSettings(
            f"the table has no column {missing[0]!r}; it has {', '.join(header)}",
            where=str(path),
            remedy="name the columns of the table in [columns] of the settings",
        )


def _parquet(path: Path, settings: Settings) -> Table:
    if find_spec("pyarrow") is None:
        raise MissingLibrary(
            "reading Parquet needs pyarrow",
            where=str(path),
            remedy="install it: pip install 'lives[splink]', or save the table as CSV",
        )
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        header = pq.read_schema(path).names
        _refuse_missing(path, header, settings)
        held = pq.read_table(path, columns=list(settings.columns))
    except pa.ArrowException as fault:
        raise DamagedFile(
            f"this is not a table of Parquet ({fault})",
            where=str(path),
            remedy="write it once more, or save it as CSV",
        ) from fault
    return arrow_table(held, settings.columns)


def arrow_table(held: Any, columns: Iterable[str]) -> Table:  # noqa: ANN401
    """Make a table of some columns of an Arrow table."""
    return Table({name: _column(held[name]) for name in columns})


def _column(written: Any) -> Column:  # noqa: ANN401
    told = written.cast("string").combine_chunks().dictionary_encode()
    codes = told.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    values = told.dictionary.to_pylist()
    if "" in values:  # tells nothing
        empty = values.index("")
        codes[codes == empty] = -1
        codes[codes > empty] -= 1
        values.pop(empty)
    return Column(codes, values)
