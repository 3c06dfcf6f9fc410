import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lives.intake.accession import standing_accessions
from lives.intake.enter import Receipt, Received
from lives.intake.run import reread
from lives.intake.sidecar import describe
from lives.model.decision import DecisionKind
from lives.model.errors import ArchiveAltered, BadRecipe, NoRecipe, Several
from lives.model.passage import TextAsRead
from lives.model.source import Capture, Rights, Source
from lives.store.archive import Archive

Take = Callable[..., list[Received]]

LETTER = "Dear Vera,\n\nAnna was arrested in Tver in May 1929.\n"
LIST = "Имя,Год\nПетрова,1929\n"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def derived(archive: Archive) -> tuple[list[tuple[Capture, TextAsRead]], list[Source]]:
    held = archive.tables.captures()
    read = [(capture, archive.tables.reading(capture.id)) for capture in held]
    return read, list(archive.tables.sources().values())


def bodies(archive: Archive, kind: DecisionKind) -> list[dict[str, Any]]:
    return [json.loads(d.body) for d in archive.decisions() if d.kind is kind]


def test_a_letter_is_kept_recorded_and_read(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    (done,) = take(written(tmp_path, "letter.txt", LETTER))
    assert done.receipt is Receipt.NEW
    assert archive.captures.read(done.capture.id) == LETTER.encode()
    assert archive.tables.reading(done.capture.id).text == LETTER
    assert (done.source.id, done.source.language) == ("letter", "en")
    (body,) = bodies(archive, DecisionKind.ACCESSION)
    assert body["capture"] == done.capture.id
    assert (body["name"], body["media"], body["size"]) == ("letter.txt", "text", 51)
    assert body["source"]["rights"] == Rights.QUOTATION


def test_every_format_goes_through_its_child(
    take: Take,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    pdf: Callable[[Any], bytes],
) -> None:
    recipe = written(tmp_path, "any.toml", "version = 1")
    files: dict[str, str | bytes] = {
        "a.docx": request.getfixturevalue("a_docx"),
        "a.xlsx": request.getfixturevalue("an_xlsx"),
        "a.epub": request.getfixturevalue("an_epub"),
        "a.xml": request.getfixturevalue("a_tei"),
        "a.pdf": pdf([[(72, 720, 11, "Anna was arrested in Tver.")]]),
        "a.html": "<html><p>Anna was arrested.</p></html>",
        "a.md": "# One\n\nTwo",
        "a.csv": LIST.encode("koi8-r"),
    }
    done = take(*(written(tmp_path, n, c) for n, c in files.items()), recipe=recipe)
    assert [one.capture.media for one in done] == [
        *("docx", "xlsx", "epub", "tei", "pdf", "html", "text", "csv")
    ]
    assert done[-1].notes == ("the encoding was guessed: KOI8-R",)


def test_the_same_bytes_twice_are_one_capture(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    first = written(tmp_path, "a.txt", LETTER)
    again = written(tmp_path, "b.txt", LETTER)
    assert [one.receipt for one in take(first, again)] == [Receipt.NEW, Receipt.HELD]
    assert [one.receipt for one in take(again)] == [Receipt.HELD]
    assert len(bodies(archive, DecisionKind.ACCESSION)) == 1
    assert len(archive.tables.captures()) == 1


def test_what_is_newly_said_of_a_capture_is_a_new_accession_and_holds(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    letter = written(tmp_path, "a.txt", LETTER)
    take(letter, description=describe({"title": "To V."}, where="x"))
    take(written(tmp_path, "b.txt", "Another letter, written later."))
    told = describe({"year": 1929, "rights": "open"}, where="x")
    (done,) = take(letter, description=told)
    assert done.receipt is Receipt.REDESCRIBED
    assert done.source.csl == {"title": "To V.", "issued": "1929"}
    assert done.source.rights is Rights.OPEN
    assert len(bodies(archive, DecisionKind.ACCESSION)) == 3
    assert [capture.name for capture in archive.tables.captures()] == ["a.txt", "b.txt"]


def test_an_other_slug_leaves_no_source_without_captures(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    letter = written(tmp_path, "a.txt", LETTER)
    take(letter)
    take(letter, description=describe({"id": "to-vera"}, where="x"))
    assert list(archive.tables.sources()) == ["to-vera"]


def test_files_of_one_work_are_one_source_and_namesakes_are_not(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    work = describe({"title": "Letters", "author": "A. Li", "rights": "own"}, where="x")
    done = take(
        written(tmp_path, "1/a.txt", "First letter of the book."),
        written(tmp_path, "2/a.txt", "Second letter of the book."),
        description=work,
    )
    assert {one.source.id for one in done} == {"li-letters"}
    apart = take(
        written(tmp_path, "3/a.txt", "Somebody wrote this."),
        written(tmp_path, "4/a.txt", "Somebody else wrote this."),
    )
    assert [one.source.id for one in apart] == ["a", "a-2"]
    further = describe({"id": "li-letters"}, where="x")
    (third,) = take(written(tmp_path, "5/a.txt", "Third letter."), description=further)
    assert third.source.csl["title"] == "Letters"
    assert archive.tables.sources()[third.source.id].rights is Rights.OWN


def test_a_source_that_is_derived_from_is_missed(take: Take, tmp_path: Path) -> None:
    told = describe({"derives_from": ["older-list"]}, where="x")
    (done,) = take(written(tmp_path, "a.txt", LETTER), description=told)
    assert "'older-list'" in done.notes[0]


def test_a_list_comes_with_its_recipe(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    recipe = written(tmp_path, "how.toml", "version = 1\n")
    (done,) = take(written(tmp_path, "a.csv", LIST), recipe=recipe)
    assert done.capture.recipe == "how.toml"
    assert (archive.recipes / "how.toml").read_bytes() == recipe.read_bytes()
    (body,) = bodies(archive, DecisionKind.RECIPE)
    assert body["name"] == "how.toml"
    assert archive.captures.read(body["sha256"]) == b"version = 1\n"
    (again,) = take(written(tmp_path, "b.csv", LIST + "Ли,1930\n"), recipe=recipe)
    assert again.receipt is Receipt.NEW
    assert len(bodies(archive, DecisionKind.RECIPE)) == 1


def test_a_recipe_is_found_by_sidecar_archive_or_slug(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    written(tmp_path, "recipes/one.toml", "version = 1\n")
    written(tmp_path, "lists/a.csv.toml", 'recipe = "../recipes/one.toml"')
    (done,) = take(written(tmp_path, "lists/a.csv", LIST))
    assert done.capture.recipe == "one.toml"
    (again,) = take(written(tmp_path, "b.csv", LIST + "Ли,1\n"), recipe=Path("one"))
    assert again.capture.recipe == "one.toml"
    written(archive.recipes, "spisok.toml", "version = 2\n")
    (third,) = take(written(tmp_path, "Список.csv", LIST + "Ли,2\n"))
    assert third.capture.recipe == "spisok.toml"
    assert take(tmp_path / "lists/a.csv")[0].receipt is Receipt.HELD


def test_a_list_without_recipe_is_refused(take: Take, tmp_path: Path) -> None:
    with pytest.raises(NoRecipe, match=r"recipes/a\.toml"):
        take(written(tmp_path, "a.csv", LIST))
    with pytest.raises(NoRecipe, match="missing"):
        take(written(tmp_path, "a.csv", LIST), recipe=Path("missing.toml"))


def test_a_recipe_that_others_use_is_not_replaced(take: Take, tmp_path: Path) -> None:
    recipe = written(tmp_path, "how.toml", "version = 1\n")
    take(written(tmp_path, "a.csv", LIST), recipe=recipe)
    written(tmp_path, "how.toml", "version = 2\n")
    with pytest.raises(BadRecipe, match="other lists"):
        take(written(tmp_path, "b.csv", LIST + "Ли,1\n"), recipe=recipe)


def test_sidecars_among_the_files_are_passed_over(take: Take, tmp_path: Path) -> None:
    letter = written(tmp_path, "a.txt", LETTER)
    beside = written(tmp_path, "a.txt.toml", 'title = "To V."')
    (done,) = take(beside, letter)
    assert done.source.title == "To V."


def test_one_bad_file_among_good_ones_changes_nothing_and_every_fault_is_named(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    good = written(tmp_path, "a.txt", LETTER)
    with pytest.raises(Several) as raised:
        take(good, tmp_path / "missing.txt", written(tmp_path, "b.csv", LIST))
    assert [fault.code for fault in raised.value.faults] == ["IN01", "EX01"]
    assert list(archive.captures.held()) == []
    assert bodies(archive, DecisionKind.ACCESSION) == []


def test_an_import_that_fails_while_it_is_written_leaves_nothing(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    recipe = written(tmp_path, "how.toml", "version = 1\n")
    lists = [written(tmp_path, f"{n}.csv", LIST + f"Ли,{n}\n") for n in range(2)]
    archive.recipes.rmdir()  # the folder the recipe would go into
    before = sorted(path.name for path in archive.captures.folder.rglob("*"))
    with pytest.raises(FileNotFoundError):
        take(*lists, recipe=recipe)
    assert sorted(p.name for p in archive.captures.folder.rglob("*")) == before
    assert bodies(archive, DecisionKind.ACCESSION) == []
    assert archive.tables.captures() == []


def test_reading_again_gives_the_same(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    recipe = written(tmp_path, "how.toml", "version = 1\n")
    take(written(tmp_path, "a.csv", LIST.encode("cp1251")), recipe=recipe)
    letter = written(tmp_path, "a.txt", LETTER)
    take(letter, written(tmp_path, "b.md", "# One\n\nAnna was arrested."))
    take(letter, description=describe({"title": "To V.", "id": "a-2"}, where="x"))
    before = derived(archive)
    archive.tables.forget_everything()
    reread(archive)
    assert derived(archive) == before
    held = standing_accessions(archive.standing(DecisionKind.ACCESSION))
    assert [a.capture for a in held.values()] == archive.tables.captures()


def test_reading_again_refuses_altered_bytes_and_keeps_the_tables(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    (done,) = take(written(tmp_path, "a.txt", LETTER))
    before = derived(archive)
    path = archive.captures.path(done.capture.id)
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(ArchiveAltered):
        reread(archive)
    assert derived(archive) == before


def test_progress_is_told_of_every_file(
    archive: Archive, take: Take, tmp_path: Path
) -> None:
    take(*(written(tmp_path, f"{n}.txt", LETTER + str(n)) for n in range(3)))
    told: list[tuple[str, int, int]] = []
    reread(archive, lambda *step: told.append(step))
    assert told == [(f"reading {n}.txt", n + 1, 3) for n in range(3)]
