"""`--fast`: prose by the rules alone, now; properly whenever there is time."""

from pathlib import Path

import pytest

from lives.cli.main import run
from lives.extract.english.reader import FAST, WHOLE
from lives.store.archive import Archive

TEXT = "Ivan Petrov, whom all of Kazan knew, was in the end arrested in 1936."


@pytest.fixture
def archive(tmp_path: Path) -> list[str]:
    """Return the arguments that name an archive with one text."""
    named = ["--archive", str(tmp_path / "archive")]
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert run(["new", named[1]]) == 0
    assert run([*named, "add", str(text)]) == 0
    return named


def readers(named: list[str]) -> set[str]:
    with Archive.open(Path(named[1])) as held:
        return {statement.reader for statement in held.tables.statements()}


def test_statements_say_that_the_rules_alone_have_read_them(archive: list[str]) -> None:
    assert run([*archive, "build", "--fast"]) == 0
    assert readers(archive) == {FAST.version}


def test_a_plain_build_then_reads_everything_properly(archive: list[str]) -> None:
    assert run([*archive, "build", "--fast"]) == 0
    assert run([*archive, "build"]) == 0
    assert readers(archive) == {WHOLE.version}


def test_what_was_read_fast_is_verified_fast(archive: list[str]) -> None:
    assert run([*archive, "build", "--fast"]) == 0
    assert run([*archive, "verify", "--again", "--fast"]) == 0
    assert run([*archive, "verify", "--again"]) != 0
    assert run([*archive, "rebuild"]) == 0
    assert run([*archive, "verify", "--again"]) == 0


def test_an_archive_may_want_to_be_read_fast(archive: list[str]) -> None:
    settings = Path(archive[1]) / "archive.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "\n[reading.english]\nfast = true\n",
        encoding="utf-8",
    )
    assert run([*archive, "build"]) == 0
    assert readers(archive) == {FAST.version}
