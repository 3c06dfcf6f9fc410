"""What was extracted, as rows by the table they go into, written many at once."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.extracted import Extracted
from lives.model.mention import Mention
from lives.model.refusal import Refusal
from lives.model.statement import Statement
from lives.store import rows
from lives.store.refusals import refusal_row
from lives.store.sqlite import Database, Row

Packed = dict[str, list[Row]]
"""Rows by table: plain values only, so that a process can send them to another."""

# To file a row as it comes costs more than to file all rows anew, once there are so
# many that what they are filed under does not fit into memory.
_MANY = 20_000  # rows of a list
_STATEMENTS_A_ROW = 5
_BATCH = 5_000
_T = TypeVar("_T")

_WRITERS: tuple[tuple[type[Any], str, Callable[[Any], Row]], ...] = (
    (Mention, "mention", rows.mention_row),  # before what points at it
    (Statement, "statement", rows.statement_row),
    (AggregateClaim, "claim", rows.claim_row),
    (Citation, "citation", rows.citation_row),
    (DatedEvent, "event", rows.event_row),
    (Refusal, "refusal", refusal_row),
)


def packed(found: Iterable[Extracted]) -> Packed:
    """Turn what was extracted into rows; of those with one identifier the first."""
    pack: dict[str, dict[Hashable, Row]] = {table: {} for _, table, _ in _WRITERS}
    writers = {sort: (pack[table], row) for sort, table, row in _WRITERS}
    for one in found:
        of_table, row = writers[type(one)]
        key = one if isinstance(one, Refusal) else one.id
        if key not in of_table:
            of_table[key] = row(one)
    return {table: list(of_table.values()) for table, of_table in pack.items()}


def write_pack(db: Database, pack: Packed, statement: str = "write_statement") -> None:
    """Write rows; statements by the command that is named."""
    for table, of_table in pack.items():
        command = statement if table == "statement" else f"write_{table}"
        db.tell(command, of_table)


def write_packs(db: Database, packs: Iterable[Packed], about: int) -> None:
    """Write what was extracted from one capture, in a transaction.

    Args:
        db: The archive.
        packs: Of which no two have a statement in common.
        about: Rows of the list that it was extracted from; 0 for prose.
    """
    if about < _MANY or _STATEMENTS_A_ROW * about < _statements_at_most(db):
        for pack in packs:
            write_pack(db, pack)
        return
    with db.at_large():
        db.run("drop_statement_indexes")
        for pack in packs:
            write_pack(db, pack, statement="append_statement")
        db.run("make_statement_indexes")


def _statements_at_most(db: Database) -> int:
    return int(next(db.ask("rows_of_statement"))[0])


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield items a few thousand at a time."""
    batch: list[_T] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
