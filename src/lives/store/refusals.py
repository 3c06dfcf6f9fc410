"""What recipes could not read, as the archive keeps it."""

from collections.abc import Iterator

from lives.model.ids import CaptureId
from lives.model.refusal import Refusal
from lives.store.sqlite import Database, Row


class Refusals:
    """The table of refusals, to be read; extract writes it with its statements."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, capture: CaptureId) -> Iterator[Refusal]:
        """Yield what was refused of one capture, in order of place."""
        for key, *told in self._db.ask("refusals_of", [capture]):
            yield Refusal(CaptureId(key), *told)

    def counts(self) -> dict[CaptureId, int]:
        """Return how much was refused of each capture of which anything was."""
        return {CaptureId(key): n for key, n in self._db.ask("refused_counts")}

    def tally(self, capture: CaptureId) -> tuple[int, dict[str, int]]:
        """Return how much was refused, and how many sure statements of each kind."""
        refused = next(self._db.ask("refused_count", [capture]))[0]
        return int(refused), dict(self._db.ask("statement_kinds", [capture]))


def refusal_row(refusal: Refusal) -> Row:
    """Turn a refusal into a row of `refusal`."""
    return (
        refusal.capture,
        refusal.start,
        refusal.end,
        refusal.place,
        refusal.column,
        refusal.value,
        refusal.why,
        refusal.remedy,
    )
