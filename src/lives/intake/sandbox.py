"""Files read in disposable child processes, a few at a time, each within limits.

What the child answers lies in a scratch folder until it is asked for: an import of a
thousand books takes the memory of one.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self

from lives.intake.reader import too_much
from lives.model.errors import DamagedFile, IntakeError
from lives.model.passage import Block, BlockForm, TextAsRead

_MIB = 2**20
_MEMORY = 768 * _MIB  # a child at rest maps 100 MiB; the rest is for the document
_MEMORY_A_BYTE = 12
_MOST_MEMORY = 3072 * _MIB
_SECONDS = 30
_SECONDS_A_MIB = 2
_OUTPUT = 256 * _MIB
_OUTPUT_A_BYTE = 12
_PATIENCE = 4  # seconds on the clock for one of work: the machine has others to serve

_EXHAUSTED: dict[int, str] = {  # signals that a limit sends, or makes libraries send
    signal.SIGABRT: "memory",
    signal.SIGALRM: "time",
    signal.SIGXCPU: "time",
    signal.SIGKILL: "memory",
    signal.SIGXFSZ: "room",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read.

    Attributes:
        path: The bytes.
        answer: Where the child's answer is to lie.
        name: What to call it in messages; its ending counts.
        media: Name of the reader; recognised when "".
    """

    path: Path
    answer: Path
    name: str
    media: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use up.

    Attributes:
        memory: Bytes of address space.
        seconds: Of computing.
        output: Bytes of answer.
    """

    memory: int
    seconds: int
    output: int

    @classmethod
    def of(cls, size: int) -> Self:
        """Return the limits for a file of so many bytes: they grow with it, bounded."""
        return cls(
            min(_MEMORY + _MEMORY_A_BYTE * size, _MOST_MEMORY),
            _SECONDS + _SECONDS_A_MIB * size // _MIB,
            _OUTPUT + _OUTPUT_A_BYTE * size,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child made of a file; the text itself waits on disk.

    Attributes:
        media: Name of the reader that understood it.
        is_table: It is a list of rows rather than prose.
        path: Where the child's answer lies.
    """

    media: str
    is_table: bool
    path: Path

    def text_as_read(self) -> TextAsRead:
        """Load the text with its blocks."""
        with self.path.open(encoding="utf-8") as answer:
            head = json.loads(next(answer))
            text = json.loads(next(answer))
            blocks = tuple(_block(row) for line in answer for row in json.loads(line))
        notes = tuple(map(str, head["notes"]))
        return TextAsRead(text, blocks, head["reader"], head["language"], notes)


class Nursery:
    """A process that has files read by children of its own, one at a time."""

    def __init__(self) -> None:
        self._process = _start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """Return the process whose children read."""
        return self._process.pid

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def read(self, task: Task, limits: Limits | None = None) -> Answer | IntakeError:
        """Read one file in a child of its own, whatever happens to it."""
        bounds = limits or Limits.of(task.path.stat().st_size)
        order = {
            "path": str(task.path.absolute()),
            "answer": str(task.answer.absolute()),
            "name": task.name,
            "media": task.media,
            "memory": bounds.memory,
            "seconds": bounds.seconds,
            "output": bounds.output,
            "patience": _PATIENCE * bounds.seconds,
        }
        ended = self._tell(json.dumps(order) + "\n")
        if not ended:  # the process itself was killed: by the system, for its memory
            self._end()
            self._process = _start()
            return too_much("memory", task.name)
        if status := int(ended):
            return _died(-status, task.name)
        return _understood(task.answer, task.name)

    def _tell(self, order: str) -> str:
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            raise ValueError("a nursery is started with pipes")
        try:
            into.write(order)
            into.flush()
        except BrokenPipeError:
            return ""
        return out.readline()


def _start() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-I", "-m", "lives.intake.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def read_apart(tasks: Iterable[Task]) -> Iterator[Answer | IntakeError]:
    """Read files in child processes; yield what came of each, in their order."""
    workers = os.cpu_count() or 1
    idle: SimpleQueue[Nursery] = SimpleQueue()

    def read(task: Task) -> Answer | IntakeError:
        nursery = idle.get()
        try:
            return nursery.read(task)
        finally:
            idle.put(nursery)

    waiting = list(tasks)
    with ExitStack() as open_, ThreadPoolExecutor(max_workers=workers) as pool:
        for _ in range(min(workers, len(waiting))):
            idle.put(open_.enter_context(Nursery()))
        yield from pool.map(read, waiting)


def _died(number: int, name: str) -> IntakeError:
    """Say what a child's end tells: which signal, or a status of its own."""
    if number in _EXHAUSTED:
        return too_much(_EXHAUSTED[number], name)
    how = signal.Signals(number).name if number > 0 else f"status {-number}"
    return DamagedFile(
        f"the file broke the program that reads it ({how})",
        where=name,
        remedy="do not open it with anything you would not want broken; get it again "
        "from where it came from, or as plain text",
    )


def _understood(path: Path, name: str) -> Answer | IntakeError:
    try:
        with path.open(encoding="utf-8") as answer:
            head = json.loads(next(answer))
    except (StopIteration, ValueError):
        return _died(0, name)
    if "code" not in head:
        return Answer(head["media"], head["is_table"], path)
    for error in IntakeError.__subclasses__():
        if error.code == head["code"]:
            return error(head["what"], where=head["where"], remedy=head["remedy"])
    return _died(0, name)


def _block(row: list[Any]) -> Block:
    start, end, form, page, sheet, number, cells = row
    spans = tuple((a, b) for a, b in cells)
    return Block(start, end, BlockForm(form), page, sheet, number, spans)
