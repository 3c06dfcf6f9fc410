"""The example archive, from its sources to a memorial, by the commands a user types."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer
from lives.store.archive import Archive

EXAMPLE = Path(__file__).parents[2] / "examples" / "left-opposition"

# The example itself leaves the reader in no doubt; this does.
DOUBTFUL = "It amused nobody that Anna Belova had been arrested in Omsk.\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "archive"
    doubtful = folder.with_name("doubtful.txt")
    doubtful.write_text(DOUBTFUL, encoding="utf-8")
    ran("new", folder)
    ran("add", *sorted((EXAMPLE / "sources").iterdir()), "--archive", folder)
    ran("add", doubtful, "--archive", folder)
    ran("build", "--archive", folder)
    return folder


def ran(*arguments: str | Path) -> Any:  # noqa: ANN401  # whatever the command answers
    status, said = answer(*map(str, arguments))
    assert status == 0
    return said


def exported(archive: Path, target: Path) -> dict[str, list[dict[str, Any]]]:
    ran("export", target, "--archive", archive)
    return {path.stem: list(lines(path)) for path in target.glob("*.jsonl")}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def told(archive: Path) -> Iterator[dict[str, Any]]:
    for person in ran("people", "--archive", archive):
        yield ran("show", person["id"], "--archive", archive)


def test_at_least_25_people_and_8_sources_and_some_without_a_name(
    archive: Path,
) -> None:
    people = ran("people", "--archive", archive)
    assert len(people) >= 25
    assert any(not person["named"] for person in people)
    chain = ran("decisions", "--archive", archive)
    sources = {d["body"]["source"]["id"] for d in chain if d["kind"] == "accession"}
    assert len(sources) >= 8


def test_every_quote_is_in_its_text_and_every_digest_holds(archive: Path) -> None:
    report = ran("verify", "--archive", archive)
    assert report["faults"] == []
    assert report["passages"] > 300


def test_no_accusation_stands_among_what_happened(
    archive: Path, tmp_path: Path
) -> None:
    found = exported(archive, tmp_path / "out")
    charged = {s["id"] for s in found["statements"] if s["modality"] == "charged"}
    assert charged
    for life in told(archive):
        statement = {note["number"]: note["statement"] for note in life["evidence"]}
        for finding in life["findings"]:
            support = {statement[number] for number in finding["support"]}
            if support <= charged:
                assert finding["apart"], finding["words"]


def test_proposed_readings_carry_no_finding(archive: Path, tmp_path: Path) -> None:
    proposed = {s["id"] for s in exported(archive, tmp_path / "out")["proposed"]}
    used = {note["statement"] for life in told(archive) for note in life["evidence"]}
    assert proposed.isdisjoint(used)


def test_what_is_only_proposed_is_shown_for_review(
    archive: Path, tmp_path: Path
) -> None:
    proposed = exported(archive, tmp_path / "out")["proposed"]
    assert proposed
    for statement in proposed:
        life = ran("show", statement["person"], "--archive", archive)
        assert statement["id"] in {one["statement"] for one in life["proposed"]}


def test_contradictions_are_kept_with_both_passages(archive: Path) -> None:
    found = ran("conflicts", "--archive", archive)["conflicts"]
    assert found
    assert all(len(conflict["passages"]) >= 2 for conflict in found)


def test_whatever_is_exported_leads_back_to_bytes_that_hold(
    archive: Path, tmp_path: Path
) -> None:
    exported(archive, tmp_path / "out")
    sums = {path.parent.name + path.name for path in archive.glob("captures/??/*")}
    for person in ran("people", "--archive", archive)[:5]:
        ran("trace", person["id"], "--archive", archive)
    for name in ("statements", "proposed"):
        for statement in list(lines(tmp_path / "out" / f"{name}.jsonl"))[::40]:
            trail = ran("trace", statement["id"], "--archive", archive)
            assert trail["origin"]["passage"]["quote"] == statement["quote"]
            assert trail["origin"]["capture"]["id"] in sums
            assert trail["origin"]["accession"]["hash"]


def test_a_number_and_a_work_cited_lead_back_to_their_words(archive: Path) -> None:
    with Archive.open(archive) as opened:
        quotes = {claim.id: claim.quote for claim in opened.tables.claims()}
        quotes |= {cited.id: cited.quote for cited in opened.tables.citations()}
    assert {key[:3] for key in quotes} == {"ag-", "ci-"}
    for key, quote in quotes.items():
        trail = ran("trace", key, "--archive", archive)
        assert trail["origin"]["passage"]["quote"] == quote


def test_a_copied_list_is_no_second_witness(archive: Path, tmp_path: Path) -> None:
    """A finding that only the two lists support has one witness."""
    found = exported(archive, tmp_path / "out")
    document = {s["id"]: s["document"] for s in found["statements"]}
    lists = {"07-spisok.csv", "08-spisok-perepechatka.csv"}
    seen = 0
    for life in told(archive):
        statement = {note["number"]: note["statement"] for note in life["evidence"]}
        for finding in life["findings"]:
            support = {document[statement[number]] for number in finding["support"]}
            if support == lists:
                seen += 1
                assert finding["witnesses"] == 1
    assert seen


def test_a_rebuild_gives_byte_identical_exports(archive: Path, tmp_path: Path) -> None:
    exported(archive, tmp_path / "before")
    ran("rebuild", "--archive", archive)
    exported(archive, tmp_path / "after")
    for path in (tmp_path / "before").iterdir():
        assert path.read_bytes() == (tmp_path / "after" / path.name).read_bytes()


def test_every_note_of_every_page_opens_words_that_are_there(
    archive: Path, tmp_path: Path
) -> None:
    ran("publish", tmp_path / "memorial", "--archive", archive)
    pages = {
        path: path.read_text(encoding="utf-8")
        for path in (tmp_path / "memorial").rglob("*.html")
    }
    anchors = {
        path: set(re.findall(r'id="([^"]+)"', page)) for path, page in pages.items()
    }
    followed = 0
    for path, page in pages.items():
        for target, anchor in re.findall(r'href="([^":#]*)#([^"]+)"', page):
            opened = (path.parent / target).resolve() if target else path
            assert anchor in anchors[opened], f"{path.name}: {target}#{anchor}"
            followed += 1
    assert followed > 300
