"""What one build reads otherwise than another, and nothing else, is listed."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lives.benches.command import answer
from lives.extract.english import frames as module
from lives.extract.english.frames import frames, read_frames
from lives.extract.english.lexicon import data

SENTENCES = (
    "Ivan Petrov, a printer, was arrested in Kazan on 3 May 1936.",
    "Petrov was tried in 1937 and shot.",
    "His wife was exiled to Tomsk after the arrest of her brother.",
    "Anna Belova wrote that Karl Weiss was expelled from the party in 1927.",
    "Weiss confessed that he had plotted to kill Anton Belov.",
    "Karl Weiss (1880–1937) joined the party in 1905.",
    "Of 139 delegates, 98 were arrested.",
    "Anna Belova was released in 1946 and died in Omsk in 1950.",
)
FIRED = (
    "arrest/arrest",
    "trial/try",
    "execution/shoot",
    "exile/exile",
    "expulsion/expel",
    "membership/join",
    "release/release",
    "death/die",
)


def ran(*arguments: str | Path) -> Any:  # noqa: ANN401  # whatever the command answers
    status, said = answer(*map(str, arguments))
    assert status == 0, said
    return said


def made(folder: Path, text: str) -> Path:
    """Build an archive of one text."""
    note, archive = folder / "note.txt", folder / "archive"
    note.write_text(text, encoding="utf-8")
    ran("new", archive)
    ran("add", note, "--archive", archive)
    ran("build", "--archive", archive)
    return archive


def diff(archive: Path, *arguments: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ran("diff", *arguments, "--archive", archive)[
        "changes"
    ]
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the sentences, for copies to be changed."""
    return made(tmp_path_factory.mktemp("read"), " ".join(SENTENCES))


@pytest.fixture
def archive(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read, tmp_path / "archive"))


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test change frames, and have them as they were afterwards."""
    yield monkeypatch
    monkeypatch.undo()
    frames.cache_clear()


def teach(patch: pytest.MonkeyPatch, name: str, line: str) -> None:
    """Write a line into one frame of the data file."""
    before, text = "[[frame]]", data("frames.toml")
    parts = text.split(before)
    number = [frame.name for frame in read_frames(text)].index(name)
    parts[number + 1] += f"{line}\n\n"
    changed = before.join(parts)
    patch.setattr(module, "data", lambda _: changed)
    frames.cache_clear()


@settings(max_examples=8)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_reading_again_with_the_same_reader_changes_nothing(text: list[str]) -> None:
    with TemporaryDirectory() as place:
        archive = made(Path(place), "\n\n".join(text))
        before = Path(place) / "before"
        ran("export", before, "--archive", archive)
        ran("rebuild", "--archive", archive)
        assert diff(archive) == []
        assert diff(archive, before) == []


@pytest.mark.parametrize("name", FIRED)
def test_another_frame_changes_only_the_statements_of_that_frame(
    archive: Path, taught: pytest.MonkeyPatch, name: str
) -> None:
    teach(taught, name, 'reads = "something else"')
    ran("rebuild", "--archive", archive)
    found = diff(archive)
    assert found
    for change in found:
        assert (change["sort"], change["how"]) == ("statement", "changed")
        assert change["fields"] == ["value"]
        assert change["after"]["value"] == "something else"
        assert f"(frame {name})" in change["before"]["why"]
        assert f"(frame {name})" in change["after"]["why"]


def test_a_frame_of_another_kind_makes_other_statements_of_the_same_words(
    archive: Path, taught: pytest.MonkeyPatch
) -> None:
    text = data("frames.toml")
    changed = text.replace('kind = "exile"', 'kind = "deportation"')
    assert changed != text
    taught.setattr(module, "data", lambda _: changed)
    frames.cache_clear()
    ran("rebuild", "--archive", archive)
    (change,) = (c for c in diff(archive) if c["sort"] == "statement")
    assert change["how"] == "changed"
    assert change["fields"][0] == "type"
    assert (change["before"]["type"], change["after"]["type"]) == (
        "exile",
        "deportation",
    )
    assert "(frame exile/" in change["before"]["why"]


def test_the_last_build_is_compared_with_how_it_was_before(
    archive: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Vera Orlova was arrested in Omsk in 1938.", encoding="utf-8")
    ran("add", letter, "--archive", archive)
    ran("build", "--archive", archive)
    found = diff(archive)
    assert {c["how"] for c in found} == {"added"}
    assert {c["document"] for c in found} == {"letter.txt", ""}
    (said,) = (c for c in found if c["sort"] == "statement")
    assert said["words"] == "Vera Orlova was arrested in Omsk in 1938"
    ran("build", "--archive", archive)
    assert diff(archive) == []


def test_what_is_gone_is_told_with_its_words(archive: Path, tmp_path: Path) -> None:
    more = Path(shutil.copytree(archive, tmp_path / "more"))
    letter = tmp_path / "letter.txt"
    letter.write_text("Vera Orlova was arrested in Omsk in 1938.", encoding="utf-8")
    ran("add", letter, "--archive", more)
    ran("build", "--archive", more)
    found = diff(archive, more)
    assert {c["how"] for c in found} == {"gone"}
    assert "Vera Orlova was arrested in Omsk in 1938" in {c["words"] for c in found}
    assert all(c["after"] is None for c in found)


def test_persons_that_were_joined_are_told_once_for_each(archive: Path) -> None:
    people = {p["label"]: p["id"] for p in ran("people", "--archive", archive)}
    pair = people["Ivan Petrov"], people["Karl Weiss"]
    why = ["--same", "--why", "two names of one man"]
    ran("link", *pair, *why, "--later", "--archive", archive)
    ran("build", "--archive", archive)
    found = diff(archive)
    joined = {c["before"]["id"] for c in found if c["how"] == "joined"}
    assert joined == set(pair)
    # Whose statements they are has changed with it, and that is told already.
    assert [c for c in found if c["sort"] in {"statement", "mention"}] == []


def test_persons_that_were_taken_apart_are_told(archive: Path) -> None:
    people = {p["label"]: p["id"] for p in ran("people", "--archive", archive)}
    names = [
        below["id"]
        for below in ran("trace", people["Karl Weiss"], "--archive", archive)["below"]
        if "name" in below["title"]
    ]
    why = ["--different", "--why", "father and son"]
    ran("link", names[0], names[1], *why, "--later", "--archive", archive)
    ran("build", "--archive", archive)
    (divided,) = (c for c in diff(archive) if c["how"] == "divided")
    assert divided["before"]["id"] == people["Karl Weiss"]
    assert divided["after"]["id"] != people["Karl Weiss"]


def test_an_interrupted_build_is_one_with_the_one_that_finishes_it(
    archive: Path, taught: pytest.MonkeyPatch
) -> None:
    copy = archive / ".before.db"
    shutil.copy(archive / "archive.db", copy)  # what an interrupted build leaves
    teach(taught, "death/die", 'reads = "something else"')
    ran("rebuild", "--archive", archive)
    assert {c["fields"][0] for c in diff(archive)} == {"value"}
    assert not copy.exists()


def test_it_is_told_by_document_with_counts_first(
    archive: Path, taught: pytest.MonkeyPatch, lives: Callable[..., Any]
) -> None:
    teach(taught, "execution/shoot", 'reads = "something else"')
    ran("rebuild", "--archive", archive)
    said = " ".join(lives("diff", "--archive", archive).out.split())
    assert said.startswith("changed statements 1 note.txt ~ execution of Ivan Petrov")
    assert "value none → something else" in said


@pytest.mark.parametrize("fault", ["empty", "damaged", "old", "unbuilt"])
def test_what_cannot_be_compared_with_is_refused(
    archive: Path, tmp_path: Path, lives: Callable[..., Any], fault: str
) -> None:
    before = tmp_path / "before"
    before.mkdir()
    if fault != "empty":
        ran("export", before, "--archive", archive)
    lines = before / "mentions.jsonl"
    arguments = [str(before)]
    if fault == "damaged":
        lines.write_text("{", encoding="utf-8")
    elif fault == "old":
        lines.write_text(json.dumps({"document": "note.txt"}), encoding="utf-8")
    elif fault == "unbuilt":
        (archive / "earlier.db").unlink()
        arguments = []
    refused = lives("diff", *arguments, "--archive", archive)
    assert refused.status == 3
    assert "[AR11]" in refused.err


@pytest.fixture
def congress(tmp_path: Path) -> tuple[Path, Path]:
    """An archive that dates one congress twice and counts it, and its export."""
    text = "The XVII Party Congress (January 1934). The XVII Party Congress (May 1935)."
    archive = made(tmp_path, f"{text} Of 139 delegates, 98 were arrested.")
    before = tmp_path / "before"
    ran("export", before, "--archive", archive)
    return archive, before


def edited(file: Path, **changed: Any) -> None:  # noqa: ANN401  # any JSON
    """Write the first line of an export otherwise."""
    first, *rest = file.read_text("utf-8").splitlines(keepends=True)
    line = json.dumps(json.loads(first) | changed)
    file.write_text("".join([f"{line}\n", *rest]), encoding="utf-8")


def test_an_event_that_is_dated_otherwise_is_told(congress: tuple[Path, Path]) -> None:
    archive, before = congress
    assert diff(archive, before) == []
    edited(before / "events.jsonl", date="1933")
    (change,) = diff(archive, before)
    assert (change["sort"], change["how"]) == ("event", "changed")
    assert change["fields"] == ["date"]
    assert (change["before"]["date"], change["after"]["date"]) == ("1933", "1934-01")


def test_a_disagreement_about_an_event_and_no_person_is_told(
    congress: tuple[Path, Path], lives: Callable[..., Any]
) -> None:
    archive, before = congress
    (before / "conflicts.jsonl").write_text("", encoding="utf-8")
    (change,) = diff(archive, before)
    assert (change["sort"], change["how"]) == ("conflict", "added")
    assert change["after"]["person"] is None
    assert "+ disagreement, " in lives("diff", before, "--archive", archive).out


def test_what_follows_for_a_number_from_lives_is_no_difference_of_reading(
    congress: tuple[Path, Path],
) -> None:
    archive, before = congress
    edited(before / "aggregates.jsonl", cohort={"persons": ["pe-0"]})
    assert diff(archive, before) == []
    edited(before / "aggregates.jsonl", count=97)
    (change,) = diff(archive, before)
    assert change["fields"] == ["count"]
