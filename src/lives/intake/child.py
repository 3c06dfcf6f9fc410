"""The process whose children read one file each and then are gone.

Some of the libraries abort the process on hostile files, others take all memory. Here
that ends a child with limits on memory, time and output, and nothing else. `sandbox`
starts ``python -I -m lives.intake.child`` and writes orders, a line of JSON each, to
its standard input. For each this process forks a child (loading the readers once, not
for every file), waits for it, and writes how it ended. The child leaves its answer in
a file as JSON: what comes out of a process that hostile bytes have been in is not to
be unpickled.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from mmap import mmap
from pathlib import Path
from typing import Any, NoReturn

from lives.intake.reader import read_document, readers, too_much
from lives.model.errors import LivesError
from lives.model.passage import TextAsRead

_BLOCKS_AT_ONCE = 1_000
_LAST_WORDS = 32 * 2**20  # bytes in which a child that has used up its own confesses


def main() -> None:
    """Carry out orders until there are no more."""
    for name in readers.names():
        readers.get(name)  # imports it: every child starts with all in place
    gc.freeze()
    gc.disable()  # a child is gone in seconds; going over a million cells takes more
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _carry_out(order)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _carry_out(order: dict[str, Any]) -> NoReturn:
    """Read a file in a child, and end it; never returns to the orders."""
    status = 1
    try:
        _shut_in(order)
        _read(order)
        status = 0
    finally:
        os._exit(status)


def _shut_in(order: dict[str, Any]) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # orders and ends are none of the child's business
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    # The soft limit ends the child with SIGXCPU, the hard one a second later for good.
    seconds = order["seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (order["output"], order["output"]))
    signal.alarm(order["patience"])  # nobody catches it: it ends a child that sleeps


def _read(order: dict[str, Any]) -> None:
    name = str(order["name"])
    # Thrown off when memory is used up: what was too much hangs on the traceback.
    # Mapped but never touched, so that it costs address space and no time.
    ballast = mmap(-1, _LAST_WORDS)
    answer = Path(order["answer"])
    try:
        data = Path(order["path"]).read_bytes()
        media, read = read_document(data, name, order["media"])
        with answer.open("w", encoding="utf-8") as file:
            file.writelines(_told(media, read))
    except LivesError as fault:
        _confess(answer, fault)
    except MemoryError:
        ballast.close()
        _confess(answer, too_much("memory", name))
    except OSError:  # the file of answers has reached its limit
        _confess(answer, too_much("room", name))


def _told(media: str, read: TextAsRead) -> Iterator[str]:
    """Yield a head line, the text, then lines of blocks, a thousand a line."""
    head = {
        "media": media,
        "is_table": read.is_table,
        "reader": read.reader,
        "language": read.language,
        "notes": read.notes,
    }
    yield json.dumps(head) + "\n"
    yield json.dumps(read.text, ensure_ascii=False) + "\n"
    for at in range(0, len(read.blocks), _BLOCKS_AT_ONCE):
        some = read.blocks[at : at + _BLOCKS_AT_ONCE]
        rows = [(b.start, b.end, b.form, b.page, b.sheet, b.row, b.cells) for b in some]
        yield json.dumps(rows) + "\n"


def _confess(answer: Path, fault: LivesError) -> None:
    """Answer with a fault, in the place of whatever has been written already."""
    told = {
        "code": fault.code,
        "what": fault.what,
        "where": fault.where,
        "remedy": fault.remedy,
    }
    answer.write_text(json.dumps(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
