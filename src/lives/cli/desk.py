"""The desk a command works at: which archive, who decides, how answers are given.

Common options may stand before the command or after it; the later one counts.
"""

import getpass
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from lives.cli.bar import Bar
from lives.cli.plain import plain, printable
from lives.model.progress import Progress, silent
from lives.store.archive import Archive

Function = TypeVar("Function", bound=Callable[..., Any])

_WIDEST = 88


@dataclass(slots=True)
class Desk:
    """What the common options said.

    Attributes:
        archive: Folder of the archive.
        json: Answer in JSON, and be silent otherwise.
        by: Who decides; "" for whoever is logged in.
    """

    archive: Path = Path()
    json: bool = False
    by: str = ""

    @property
    def decider(self) -> str:
        """Return who decides: --by, or LIVES_USER, or the login name."""
        return self.by or os.environ.get("LIVES_USER", "") or getpass.getuser()

    @property
    def now(self) -> datetime:
        """Return the time, in UTC."""
        return datetime.now(UTC)

    def open(self) -> Archive:
        """Open the archive."""
        return Archive.open(self.archive)

    def answer(self, value: object, lines: Iterable[str]) -> None:
        """Give the answer: one JSON value, or lines for people."""
        if self.json:
            click.echo(json.dumps(plain(value), ensure_ascii=False, indent=1))
            return
        for line in lines:
            click.echo(printable(line))

    def say(self, line: str) -> None:
        """Tell people something beside the answer; nobody where JSON is asked for."""
        if not self.json:
            click.echo(printable(line))

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Show how far long work has come, on standard error."""
        if self.json:
            yield silent
            return
        bar = Bar(sys.stderr)
        try:
            yield bar
        finally:
            bar.clear()


def width() -> int:
    """Return how many columns a line may take."""
    return max(40, min(_WIDEST, shutil.get_terminal_size().columns))


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> list[str]:
    """Break a paragraph into lines, the first and the others indented as told."""
    return textwrap.wrap(
        text,
        width(),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
        expand_tabs=False,  # cells of a list: one space between them is enough
    ) or [first]


def answering(function: Function) -> Function:
    """Add --json."""
    return click.option(
        "--json",
        "json",
        is_flag=True,
        default=None,
        expose_value=False,
        callback=_remember,
        help="Answer with one JSON value on standard output.",
    )(function)


def common(function: Function) -> Function:
    """Add the options of every command that works on an archive."""
    return click.option(
        "--archive",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=None,
        expose_value=False,
        callback=_remember,
        help="The archive's folder; the current folder if not given.",
    )(answering(function))


def deciding(function: Function) -> Function:
    """Add --by, for commands that write decisions."""
    return click.option(
        "--by",
        metavar="NAME",
        default=None,
        expose_value=False,
        callback=_remember,
        help="Who decides; LIVES_USER or the login name if not given.",
    )(function)


def quick(function: Function) -> Function:
    """Add --fast, for commands that read prose."""
    return click.option(
        "--fast",
        is_flag=True,
        help="Read prose by rules alone: three times as fast, and less of it.",
    )(function)


def _remember(ctx: click.Context, option: click.Parameter, value: Any) -> None:  # noqa: ANN401  # click hands over what the type made
    desk = ctx.ensure_object(Desk)
    if value is not None:
        setattr(desk, option.name or "", value)
