"""The child process that reads one file and then is gone.

Some of the libraries abort the process on hostile files, others take all memory. Here
that ends a child with limits on memory, time and output, and nothing else. It is
started by `sandbox` as ``python -I -m lives.intake.child TASK`` with the bytes on
standard input; it answers on standard output in JSON, because what comes out of a
process that hostile bytes have been in is not to be unpickled.
"""

import gc
import json
import os
import resource
import sys
from collections.abc import Iterator

from lives.intake.reader import read_document, too_much
from lives.model.errors import LivesError
from lives.model.passage import TextAsRead

_BLOCKS_AT_ONCE = 1_000
_LAST_WORDS = 32 * 2**20  # bytes in which a child that has used up its own confesses


def main(task: str) -> None:
    """Read standard input as the task says, and answer."""
    gc.disable()  # the process is gone in seconds; going over millions of cells is not
    order = json.loads(task)
    name = str(order["name"])
    _limit(order["memory"], order["seconds"], order["output"])
    # Thrown off when memory is used up: what was too much hangs on the traceback.
    ballast = bytearray(_LAST_WORDS)
    try:
        media, read = read_document(sys.stdin.buffer.read(), name, order["media"])
        for part in _answer(media, read):
            sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.flush()
    except LivesError as fault:
        _confess(fault)
    except MemoryError:
        ballast.clear()
        _confess(too_much("memory", name))
    except OSError:  # the file of answers has reached its limit
        _confess(too_much("room", name))


def _limit(memory: int, seconds: int, output: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The soft limit ends the child with SIGXCPU, the hard one a second later for good.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))


def _answer(media: str, read: TextAsRead) -> Iterator[str]:
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


def _confess(fault: LivesError) -> None:
    """Answer with a fault, in the place of whatever has been written already."""
    told = {
        "code": fault.code,
        "what": fault.what,
        "where": fault.where,
        "remedy": fault.remedy,
    }
    out = sys.stdout.fileno()
    os.ftruncate(out, 0)
    os.lseek(out, 0, os.SEEK_SET)
    os.write(out, json.dumps(told).encode() + b"\n")
    os._exit(0)  # what is still buffered must not follow


if __name__ == "__main__":
    main(sys.argv[1])
