"""A program run and watched with all the processes it starts."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PAUSE = 1.0  # seconds between two looks
_MIB = 1024  # the system counts in KiB


@dataclass(frozen=True, slots=True)
class Watched:
    """What a program took.

    Attributes:
        seconds: From its start to its end, as a clock on the wall shows it.
        cpu_seconds: Of the processor, children included.
        mib: Most memory that all its processes held together at one time, in MiB; what
            they share counts once.
    """

    seconds: float
    cpu_seconds: float
    mib: int


def watched(program: Sequence[str]) -> Watched:
    """Run a program and watch it.

    Raises:
        RuntimeError: It failed.
    """
    began = time.monotonic()
    found, over = list[int](), Event()
    with subprocess.Popen(program, stdout=subprocess.DEVNULL) as child:
        eye = Thread(target=_watch, args=(child.pid, found, over))
        eye.start()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    over.set()
    eye.join()
    if child.returncode:
        raise RuntimeError(f"{program[-1]} ... ended with {child.returncode}")
    # What is over before the first look is told by what the system counted.
    most = max(found, default=used.ru_maxrss) // _MIB
    return Watched(seconds, used.ru_utime + used.ru_stime, most)


def _watch(root: int, found: list[int], over: Event) -> None:
    while not over.wait(_PAUSE):
        found.append(sum(map(_held, _family(root))))


def _family(root: int) -> Iterator[int]:
    yield root
    try:
        for task in Path(f"/proc/{root}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))
    except OSError:  # it has ended meanwhile
        return


def _held(process: int) -> int:
    """Return the KiB a process holds; of what is shared by several its own part."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in told.splitlines() if line[:4] == "Pss:")
