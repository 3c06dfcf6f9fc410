"""A long list read by several processes, each a fork that reads its own parts.

A fork has the document in memory already, so that nothing is sent to it; what it has
found comes back as plain rows. The parts come in their order, and no process is more
than one part ahead of whoever takes them, so that memory does not grow with the list.
"""

import gc
import marshal
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from lives.extract.extractor import Document, Extractor
from lives.model.errors import ExtractError, Several
from lives.model.extracted import Extracted

_LONG = 20_000  # rows that are worth more than one process

_Part = TypeVar("_Part")
_Pack = TypeVar("_Pack", bound=dict[str, Any])


def rows_apart(document: Document, extractor: Extractor) -> int:
    """Return how many rows several processes should read; 0 if one is to read all."""
    rows = len(document.read.blocks) if extractor.divide is not None else 0
    return rows if rows >= _LONG else 0


def by_several(
    document: Document,
    extractor: Extractor,
    pack: Callable[[Iterable[Extracted]], _Pack],
) -> Iterator[_Pack]:
    """Yield what is in a document, part by part, as it would be read by one process.

    Args:
        document: One that can be divided.
        extractor: Reads it.
        pack: Makes plain values of what is found in a part.

    Raises:
        ExtractError: The document cannot be read.
        Several: For more than one reason.
    """
    parts = extractor.divide(document) if extractor.divide else [document]

    def work(part: Document) -> _Pack:
        return pack(extractor.extract(part))

    try:
        yield from apart(parts, work, processes())
    except (ExtractError, Several):
        for _ in extractor.extract(document):  # its faults all together
            pass
        raise


def processes() -> int:
    """Return how many processes may work at once; 1 where none can be forked."""
    if "fork" not in get_all_start_methods():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def apart(
    parts: Sequence[_Part], work: Callable[[_Part], _Pack], number: int
) -> Iterator[_Pack]:
    """Yield what comes of each part, in their order.

    Args:
        parts: What is to be worked on.
        work: Makes of a part what `marshal` can write.
        number: How many processes work at once.

    What a process did not do, whether it failed or was killed, is done here.
    """
    done = 0
    if number > 1:
        with _workers(parts, work, number) as lines:
            while done < len(parts) and (found := _told(lines[done % number])):
                yield marshal.loads(found)  # noqa: S302  # our own fork wrote it
                done += 1
    yield from map(work, parts[done:])


def _told(line: Connection) -> bytes:
    try:
        return line.recv_bytes()
    except (EOFError, OSError):
        return b""


@contextmanager
def _workers(
    parts: Sequence[_Part], work: Callable[[_Part], _Pack], number: int
) -> Iterator[list[Connection]]:
    context = get_context("fork")
    lines: list[Connection] = []
    workers = []
    gc.collect()
    gc.freeze()  # a fork that looks for garbage would copy all it looks at
    try:
        for first in range(number):
            ours, theirs = context.Pipe(duplex=False)
            own = parts[first::number]
            worker = context.Process(target=_serve, args=(own, work, theirs))
            worker.start()
            theirs.close()  # so that the line ends when the process does
            workers.append(worker)
            lines.append(ours)
        yield lines
    finally:
        gc.unfreeze()
        for line in lines:
            line.close()
        for worker in workers:
            worker.kill()
            worker.join()


def _serve(
    parts: Sequence[_Part], work: Callable[[_Part], _Pack], line: Connection
) -> None:
    """Work on parts and tell what comes of each; end without a word if one fails."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever takes the parts is told
    gc.disable()  # a fork is gone in minutes, and makes no circles to speak of
    with suppress(Exception):  # it is worked on once more, and then tells what is wrong
        for part in parts:
            line.send_bytes(marshal.dumps(work(part)))
