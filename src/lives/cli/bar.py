"""How long work is shown: a bar on a terminal, a line now and then in a log."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

_REDRAW_S = 0.1
_LINE_S = 10.0
_CELLS = 24


class Bar:
    """A `Progress` that draws.

    Args:
        stream: Where to; a terminal gets a bar that redraws itself, anything else a
            line every ten seconds.
        clock: Seconds; given by tests.
    """

    def __init__(
        self, stream: TextIO, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._terminal = stream.isatty()
        # A bar at once, for the first step may be the long one; a line only later.
        self._last = float("-inf") if self._terminal else clock()
        self._drawn = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show how far the work has come, unless it was shown a moment ago."""
        now = self._clock()
        if now - self._last < (_REDRAW_S if self._terminal else _LINE_S):
            return
        self._last = now
        count = f"{done}/{total}" if total else f"{done}"
        if not self._terminal:
            self._write(f"{count} {what}\n")
            return
        full = round(_CELLS * min(done, total) / total) if total else 0
        line = f"[{'#' * full}{'.' * (_CELLS - full)}] {count} {what}"
        columns = shutil.get_terminal_size().columns - 1
        self._write(f"\r\x1b[K{line[:columns]}")
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
