"""The measuring stick for bad input tells bad from good."""

from pathlib import Path

import pytest

from lives.benches.bad_input import Bad, digest, founded, offered, outcome

SMALL = {"an external entity in TEI", "a NUL byte in CSV", "a path to nothing"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return founded(tmp_path)


def test_what_is_refused_as_it_should_be_is_good_and_what_is_taken_in_is_not(
    archive: Path,
) -> None:
    offers = {bad.words: bad for bad in offered(archive.parent)}
    assert all(outcome(offers[words], archive).good for words in SMALL)
    harmless = Bad("a letter", "letter.txt", lambda p: p.write_text("Vera."), ("IN01",))
    taken = outcome(harmless, archive)
    assert not taken.good
    assert not taken.unchanged
    assert taken.refused.status == 0


def test_a_refusal_with_another_code_is_not_good(archive: Path) -> None:
    bad = Bad("a path to nothing", "missing.txt", lambda _: None, ("IN05",))
    assert not outcome(bad, archive).good


def test_a_single_byte_changes_the_digest_of_an_archive(archive: Path) -> None:
    before = digest(archive)
    (held,) = (p for p in (archive / "captures").rglob("*") if p.is_file())
    held.chmod(0o644)
    held.write_bytes(held.read_bytes().replace(b"Tver", b"Pskov"))
    assert digest(archive) != before
