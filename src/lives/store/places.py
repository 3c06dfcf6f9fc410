"""The table of places as read: written by compose, asked by whoever lists places."""

from collections.abc import Iterable, Iterator

from lives.store.sqlite import Database


class Places:
    """What the places of findings were read as, by their words."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def written(self) -> Iterator[str]:
        """Yield the different places of findings, as written."""
        return (row[0] for row in self._db.ask("places_written"))

    def write(self, read: Iterable[tuple[str, str, bool]]) -> None:
        """Record places as read: words, record or "", whether all of it is known."""
        self._db.tell(
            "write_place_read",
            ((words, record, int(whole)) for words, record, whole in read),
        )

    def read(self) -> Iterator[tuple[str, str, bool, int]]:
        """Yield places as read: words, record or "", whether whole, findings."""
        for words, record, whole, findings in self._db.ask("places_read"):
            yield words, record, bool(whole), findings
