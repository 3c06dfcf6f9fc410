"""How an archive chooses its reader of entities, and what is told if it cannot."""

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer
from lives.extract.choose import suited
from lives.extract.chosen import entity_reader
from lives.extract.english.reader import WHOLE, Way
from lives.extract.named import needing
from lives.model.errors import BadSettings, MissingLibrary, UnknownPart
from lives.model.mention import MentionKind
from lives.store.archive import Archive

PLUG_IN = '''\
"""Persons by a list of their names: a reader of entities of another distribution."""

from lives.extract.named import EntitySpan, Sort, entity_readers


class Listed:
    def __init__(self, names):
        self.names = names
        self.version = f"listed/{len(names)}"

    def read(self, text, sentences):
        for start, end in sentences:
            found = []
            for name in self.names:
                at = text.find(name, start, end)
                if at >= 0:
                    found.append(EntitySpan(at, at + len(name), Sort.PERSON))
            yield found


@entity_readers.add("listed")
def listed(settings):
    return Listed(settings.get("names", []))
'''
TEXT = "They crossed the square with Ruslo. Anna Petrova was arrested in Kazan."
PROGRAM = "from lives.cli.main import main; main()"
TOML = """\
title = "A test"
[reading.english]
entities = "listed"
[reading.english.listed]
names = ["Ruslo"]
"""


def test_the_rules_read_alone_where_nothing_is_chosen() -> None:
    assert entity_reader({}) is None
    assert entity_reader({"entities": "rules", "openai": {"model": "m"}}) is None


def test_a_name_nobody_offers_is_told_with_what_is_on_offer() -> None:
    with pytest.raises(
        UnknownPart, match=r"'spacey'(.|\n)*choose one of: sentences, rules"
    ):
        entity_reader({"entities": "spacey"})


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param({"reading": 3}, "'reading' is no table", id="no table"),
        pytest.param({"reading": {"engish": {}}}, "'engish'", id="a slip"),
        pytest.param({"reading": {"english": "model"}}, "'english' is no", id="a word"),
        pytest.param({"reading": {"english": {"entitys": "x"}}}, "'entitys'", id="key"),
        pytest.param({"reading": {"english": {"entities": 3}}}, "no name", id="number"),
    ],
)
def test_settings_that_cannot_be_understood_are_told(
    settings: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadSettings, match=told):
        suited("english", settings)


def test_settings_of_another_extractor_are_none_of_its_business() -> None:
    lists = suited("columns", {"reading": {"english": {"entities": "spacey"}}})
    assert lists is not None
    assert lists.version == "columns/2"
    assert suited("german", {}) is None


def test_a_missing_library_is_told_with_what_brings_it() -> None:
    with (
        pytest.raises(MissingLibrary, match=r"no_such(.|\n)*pip install 'lives\[x\]'"),
        needing("lives[x]"),
    ):
        import no_such  # type: ignore[import-not-found]  # noqa: F401, PLC0415


def manual() -> str:
    """The plug-in that the manual shows."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "plug-in-a-reader.md"
    found = re.search(
        r"`lives_spacy\.py`:\n\n```py\n(.*?)```", page.read_text("utf-8"), re.DOTALL
    )
    assert found
    return found[1]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with a distribution installed, one part of which is broken."""
    folder = tmp_path / "site"
    about = folder / "lives_listed-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "lives_listed.py").write_text(PLUG_IN, encoding="utf-8")
    (folder / "lives_broken.py").write_text("import no_such_library\n")
    (folder / "lives_spacy.py").write_text(manual(), encoding="utf-8")
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: lives-listed\nVersion: 1.0\n"
    )
    (about / "entry_points.txt").write_text(
        "[lives.entity_readers]\nlisted = lives_listed\nbroken = lives_broken\n"
        "spacy = lives_spacy\n"
    )
    return folder


def build(archive: Path, elsewhere: Path) -> dict[str, Any]:
    """Build where that distribution is installed; return the answer or the error."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--json", "build", "--archive", str(archive)],
        env=os.environ | {"PYTHONPATH": str(elsewhere)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stderr or done.stdout)
    (found,) = told.get("errors", [told])
    return dict(found)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one text, read by the rules."""
    folder, note = tmp_path / "archive", tmp_path / "note.txt"
    note.write_text(TEXT, encoding="utf-8")
    for command in (["new"], ["add", str(note), "--language", "en", "--archive"]):
        assert answer(*command, str(folder))[0] == 0
    assert answer("build", "--archive", str(folder))[0] == 0
    return folder


def choose(archive: Path, settings: str) -> None:
    (archive / "archive.toml").write_text(settings, encoding="utf-8")


def read_by(archive: Path) -> set[str]:
    with Archive.open(archive) as opened:
        return {statement.reader for statement in opened.tables.statements()}


def named(archive: Path) -> list[str]:
    with Archive.open(archive) as opened:
        mentions = opened.tables.mentions()
        return [m.text for m in mentions if m.kind is MentionKind.NAME]


def test_a_reader_of_another_distribution_is_found_and_switching_reads_again(
    archive: Path, elsewhere: Path
) -> None:
    before = read_by(archive), named(archive)
    assert before == ({WHOLE.version}, ["Anna Petrova"])
    choose(archive, TOML)
    assert "counts" in build(archive, elsewhere)
    assert read_by(archive) == {f"{Way(names=False).version}+listed/1"}
    assert named(archive) == ["Ruslo", "Anna Petrova"]
    choose(archive, 'title = "A test"\n')
    assert "counts" in build(archive, elsewhere)
    assert (read_by(archive), named(archive)) == before


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("spacey", "AR09", "broken, listed, openai, spacy"),
        ("broken", "AR10", "no_such_library"),
        ("spacy", "AR10", "library spacy"),
    ],
)
def test_a_reader_that_cannot_be_had_leaves_everything_as_it_was(
    archive: Path, elsewhere: Path, name: str, code: str, told: str
) -> None:
    if find_spec(name):
        pytest.skip(f"{name} is installed here")
    before = read_by(archive), named(archive)
    choose(archive, TOML.replace('"listed"', f'"{name}"'))
    fault = build(archive, elsewhere)
    assert fault["code"] == code
    assert told in fault["what"] + fault["remedy"]
    assert (read_by(archive), named(archive)) == before
