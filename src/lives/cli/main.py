"""The entry point: gathers the commands, and turns errors into words and statuses."""

import gc
import json
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from lives.cli.desk import Desk, common
from lives.cli.faults import told
from lives.cli.plain import printable
from lives.model.errors import LivesError, Several

_INTERRUPTED = 130  # as shells count it: 128 + SIGINT
_ALLOCATED = 100_000  # objects between two looks for circles
_PIPE_CLOSED = 141  # 128 + SIGPIPE


_COMMANDS = (  # in the order in which a newcomer meets them
    "new",
    "add",
    "recipe",
    "build",
    "resolve",
    "people",
    "show",
    "conflicts",
    "claims",
    "places",
    "trace",
    "explain",
    "link",
    "split",
    "review",
    "decisions",
    "publish",
    "export",
    "verify",
    "rebuild",
    "diff",
)


class Commands(click.Group):
    """The commands, each imported when it is asked for.

    Starting `lives people` does not wait for the readers of PDF and DOCX.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return their names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return one by its name."""
        if cmd_name not in _COMMANDS:
            near = get_close_matches(cmd_name, _COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"There is no command {cmd_name!r}.{hint}", ctx)
        module = import_module(f"lives.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@common
@click.version_option(package_name="lives")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Turn documents and lists into lives, every value traceable to its words.

    \b
    First steps:
      lives new my-archive        an archive in a new folder
      cd my-archive
      lives add ~/chapter.docx    take in what you have
      lives build                 read it, find who is who, compose the lives
      lives people                who is there
      lives show "Anna Petrova"   one life, with its evidence
      lives publish memorial      pages that open without a server

    'lives COMMAND --help' explains each command. Exit statuses and error codes are
    explained in docs/errors.md.
    """
    ctx.ensure_object(Desk)


def main() -> None:
    """Run the command line; nobody is shown a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal may lack our letters
    patient()
    sys.exit(run(sys.argv[1:]))


def patient() -> None:
    """Look for circles among objects seldom: there are millions, and hardly one."""
    gc.freeze()
    gc.set_threshold(_ALLOCATED)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    desk = Desk()
    try:
        status = cli.main(
            list(arguments), prog_name="lives", standalone_mode=False, obj=desk
        )
        sys.stdout.flush()
    except click.ClickException as misused:
        misused.show()
        return misused.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted. What was finished is kept.", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except SystemExit:  # what click itself makes of a closed pipe
        return _PIPE_CLOSED
    except Exception as error:  # noqa: BLE001  # the one place where all of them end
        return _report(told(error, archive=desk.archive), as_json=desk.json)
    return status if isinstance(status, int) else 0


def _report(error: LivesError, *, as_json: bool) -> int:
    faults = error.faults if isinstance(error, Several) else [error]
    if as_json:
        told_of = [
            {"code": f.code, "what": f.what, "where": f.where, "remedy": f.remedy}
            for f in faults
        ]
        click.echo(json.dumps({"errors": told_of}, ensure_ascii=False), err=True)
    else:
        click.echo(printable(str(error)), err=True)
    return faults[0].exit_code
