"""Commands run for measuring: what they answer, how long they take, what they need."""

import io
import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

from lives.cli.main import run

_PROGRAM = [sys.executable, "-c", "from lives.cli.main import main; main()"]
_TOLD = 5  # arguments named in a message; there may be a thousand files
_MIB = 1024  # the system counts in KiB


@dataclass(frozen=True, slots=True)
class Told:
    """An error as a command tells it."""

    code: str
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What came of a command that was to fail.

    Attributes:
        codes: Of the errors it told; empty if it told none, or in no form known.
        status: It ended with.
        seconds: From its start to its end, as a clock on the wall shows it.
        mib: Most memory that it or one of its children held at once, in MiB.
    """

    codes: tuple[str, ...]
    status: int
    seconds: float
    mib: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What one command took.

    Attributes:
        seconds: From its start to its end, as a clock on the wall shows it.
        cpu_seconds: Of the processor, children included.
        mib: Most memory that it or one of its children held at once, in MiB.
        answer: What it answered.
    """

    seconds: float
    cpu_seconds: float
    mib: int
    answer: Any


def answer(*arguments: str) -> tuple[int, Any]:
    """Run a command in this process; return its status and what it answers in JSON."""
    status, answered, _ = attempt(*arguments)
    return status, answered


def attempt(*arguments: str) -> tuple[int, Any, tuple[Told, ...]]:
    """Run a command that may fail in this process.

    Returns:
        Its status, what it answers in JSON, and the errors that it tells.
    """
    with (
        redirect_stdout(io.StringIO()) as said,
        redirect_stderr(io.StringIO()) as wrong,
    ):
        status = run(["--json", *arguments])
    text = said.getvalue()
    return status, json.loads(text) if text else None, _told(wrong.getvalue())


def measure(*arguments: str) -> Measured:
    """Run a command in a process of its own and measure it.

    Raises:
        RuntimeError: It failed.
    """
    began = time.monotonic()
    with subprocess.Popen(
        [*_PROGRAM, "--json", *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        said = child.stdout.read() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        command = " ".join(arguments[:_TOLD])
        raise RuntimeError(f"lives {command} ... ended with {child.returncode}")
    return Measured(
        seconds=time.monotonic() - began,
        cpu_seconds=used.ru_utime + used.ru_stime,
        mib=used.ru_maxrss // _MIB,
        answer=json.loads(said),
    )


def refuse(*arguments: str) -> Refused:
    """Run a command that is to fail, in a process of its own, and say how it does."""
    began = time.monotonic()
    with subprocess.Popen(
        [*_PROGRAM, "--json", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        said = child.stderr.read() if child.stderr else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Refused(
        _codes(said),
        child.returncode,
        seconds=time.monotonic() - began,
        mib=used.ru_maxrss // _MIB,
    )


def _codes(said: str) -> tuple[str, ...]:
    return tuple(error.code for error in _told(said))


def _told(said: str) -> tuple[Told, ...]:
    try:
        errors = json.loads(said[said.index("{") :])["errors"]
        return tuple(Told(e["code"], e["what"], e["where"]) for e in errors)
    except (ValueError, KeyError, TypeError):  # a traceback, or nothing at all
        return ()
