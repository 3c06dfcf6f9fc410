"""However a command ends, it ends in words and with a status of its own."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import apsw
import click
import pytest

from lives.cli.bar import Bar
from lives.cli.faults import told
from lives.cli.main import cli
from lives.cli.plain import plain, printable
from lives.model.decision import Decision
from lives.model.errors import LivesError
from lives.store.archive import Archive

Lives = Callable[..., Any]
PROGRAM = [sys.executable, "-c", "from lives.cli.main import main; main()"]


def test_without_a_command_the_first_steps_are_shown(lives: Lives) -> None:
    answer = lives()
    assert "First steps:" in answer.out + answer.err


def test_a_misspelled_command_is_answered_with_the_nearest(lives: Lives) -> None:
    answer = lives("verfy")
    assert answer.status == 2
    assert "verify" in answer.err


def test_what_nobody_foresaw_is_one_line_with_a_code_and_a_file_of_details(
    lives: Lives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command()
    def broken() -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(cli, "get_command", lambda _ctx, _name: broken)
    answer = lives("people")
    assert answer.status == 1
    assert answer.err.startswith("[LI01] ")
    assert "Traceback" not in answer.err
    (details,) = tmp_path.glob("lives-error-*.txt")
    assert "ZeroDivisionError: a fault of ours" in details.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Permission denied", "x"), "AR06"),
        (OSError(28, "No space left on device", "x"), "AR06"),
        (FileNotFoundError(2, "No such file or directory", "x"), "IN01"),
        (apsw.FullError(), "AR06"),
        (apsw.ReadOnlyError(), "AR06"),
        (apsw.CorruptError(), "AR03"),
        (apsw.NotADBError(), "AR03"),
        (apsw.BusyError(), "AR04"),
    ],
)
def test_what_the_system_says_is_put_in_words(error: Exception, code: str) -> None:
    found = told(error, archive=Path("a"))
    assert isinstance(found, LivesError)
    assert found.code == code
    assert found.remedy


def test_a_file_that_is_no_database_is_told_as_damage(
    lives: Lives, archive: Path
) -> None:
    for rest in archive.glob("archive.db-*"):
        rest.unlink()
    (archive / "archive.db").write_bytes(b"not a database" * 1000)
    answer = lives("people", "--archive", archive)
    assert answer.status == 3
    assert "[AR03]" in answer.err


def test_a_folder_that_may_not_be_written_to_is_told_as_such(lives: Lives) -> None:
    answer = lives("new", "/sys/archive")  # not even an administrator writes there
    assert answer.status == 3
    assert "[AR06]" in answer.err
    assert "/sys/archive" in answer.err


@pytest.mark.parametrize("blocks", [300, 700], ids=["at the copy", "at the database"])
def test_a_full_disk_is_told_as_such_and_the_archive_is_as_it_was(
    archive: Path, tmp_path: Path, blocks: int
) -> None:
    letters = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for letter in letters:  # each smaller than the limit, together larger
        text = f"Anna Petrova wrote {letter.stem}.\n" * 15_000
        letter.write_text(text, encoding="utf-8")
    before = decisions(archive)
    # A limit on the size of files is how a full disk looks to a process.
    limited = f"ulimit -S -f {blocks}; trap '' XFSZ; exec \"$@\""
    command = [*PROGRAM, "--archive", str(archive), "add", *map(str, letters)]
    ended = subprocess.run(
        ["bash", "-c", limited, "bash", *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 3
    assert ended.stderr.startswith("[AR06] ")
    assert "Traceback" not in ended.stderr
    assert decisions(archive) == before
    checked = [*PROGRAM, "--archive", str(archive), "verify"]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
    again = subprocess.run(command, capture_output=True, check=False)
    assert again.returncode == 0  # once there is space


def decisions(archive: Path) -> list[Decision]:
    with Archive.open(archive) as opened:
        return list(opened.decisions())


def test_an_archive_that_another_process_writes_to_is_told_as_busy(
    lives: Lives, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lives.store.sqlite._BUSY_MS", 20)
    with Archive.open(archive) as other, other.transaction():
        answer = lives("build", "--archive", archive)
    assert answer.status == 3
    assert "[AR04]" in answer.err
    assert lives("build", "--archive", archive).status == 0


def test_settings_that_are_not_toml_are_told_with_their_line(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    (archive / "archive.toml").write_text("title = Barnaul\n", encoding="utf-8")
    answer = lives("publish", tmp_path / "memorial", "--archive", archive)
    assert answer.status == 3
    assert "[AR08]" in answer.err
    assert "line 1" in answer.err


def test_a_reader_that_stops_reading_is_no_error(built: Path) -> None:
    command = [*PROGRAM, "--archive", str(built), "people"]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    complaint = child.stderr.read()
    child.stderr.close()
    assert child.wait() in (0, 141)
    assert complaint == ""


def test_an_interruption_is_one_line(tmp_path: Path) -> None:
    fifo = tmp_path / "never.txt"
    # A program started in the background is born deaf to the signal.
    waiting = "import signal, time; from lives.cli import main as m, desk\n"
    waiting += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    waiting += "desk.Desk.open = lambda self: (print('in', flush=True), time.sleep(60))"
    program = [sys.executable, "-c", f"{waiting}\nm.main()", "people"]
    child = subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "in\n"
    time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=10)
    assert child.returncode == 130
    assert said.strip().startswith("Interrupted.")
    assert "Traceback" not in said
    assert not fifo.exists()


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_bar_on_a_terminal_and_is_taken_away() -> None:
    stream = Terminal()
    bar = Bar(stream, clock=lambda: 0.0)
    bar("reading letter.txt", 1, 2)
    bar("reading on", 2, 2)  # at the same moment: not drawn again
    assert "[############............] 1/2 reading letter.txt" in stream.getvalue()
    assert "reading on" not in stream.getvalue()
    bar.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_progress_is_a_line_now_and_then_where_nobody_watches() -> None:
    clock = iter(range(0, 1000, 4))
    stream = StringIO()
    bar = Bar(stream, clock=lambda: float(next(clock)))
    for done in range(10):
        bar("reading", done, 10)
    assert 0 < stream.getvalue().count("\n") < 5
    assert "\x1b" not in stream.getvalue()


def test_text_of_a_source_cannot_command_the_terminal() -> None:
    assert "\x1b" not in printable("a\x1b[31m\u202eb\x9b")
    assert printable("Смирнов\tИ. Н.\n") == "Смирнов\tИ. Н.\n"


def test_what_has_no_form_in_json_is_refused() -> None:
    with pytest.raises(TypeError):
        plain(object())
