"""How long work tells how far it has come, without knowing who listens."""

from collections.abc import Callable

# What is being done ("reading chapter-1.md"), how much is done, out of how much.
Progress = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
