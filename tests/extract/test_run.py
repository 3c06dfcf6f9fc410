from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.extract.run import run
from lives.model.decision import DecisionKind
from lives.model.errors import BadRecipe, NoRecipe, Several, UnknownColumn
from lives.model.ids import SourceId
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.source import Capture, Source
from lives.store.archive import Archive
from lives.store.captures import digest

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "ФИО\tАрест\nПОПОВ Иван Ильич\t12.03.1937"
RECIPE = '[name]\nfull = "ФИО"\n[[statements]]\nkind = "arrest"\nwhen = "Арест"\n'
BLOCKS = (
    Block(0, 9, BlockForm.HEADER, row=1, cells=((0, 3), (4, 9))),
    Block(10, 37, BlockForm.ROW, row=2, cells=((10, 26), (27, 37))),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    folder = tmp_path / "archive"
    with Archive.create(folder, title="A test", by="anna", now=NOW) as made:
        source = Source(SourceId("list"), language="ru")
        data = TEXT.encode()
        capture = Capture(
            digest(data), source.id, "list.csv", "csv", len(data), "list.toml"
        )
        made.tables.write_source(source)
        made.tables.write_capture(capture, 2, TextAsRead(TEXT, BLOCKS, "csv/1"))
        recipe(made, RECIPE)
        yield made


def recipe(archive: Archive, text: str) -> None:
    (archive.recipes / "list.toml").write_text(text, encoding="utf-8")


def reading(archive: Archive) -> list[str]:
    return run(archive, by="anna", now=NOW)


def put_in_place(archive: Archive) -> list[str]:
    return [b["sha256"] for _, b in archive.standing(DecisionKind.RECIPE)]


def test_a_list_is_read_and_its_recipe_kept_as_a_decision(archive: Archive) -> None:
    assert reading(archive) == []
    assert [s.kind for s in archive.tables.statements()] == ["arrest"]
    (key,) = put_in_place(archive)
    (capture,) = archive.tables.captures()
    assert archive.tables.extraction(capture.id) == ("columns/2", key)
    assert archive.captures.path(digest(RECIPE.encode())).read_bytes().decode() == (
        RECIPE
    )


def test_reading_again_changes_nothing_and_decides_nothing(archive: Archive) -> None:
    reading(archive)
    once = [*archive.tables.mentions(), *archive.tables.statements()]
    reading(archive)
    assert [*archive.tables.mentions(), *archive.tables.statements()] == once
    assert len(put_in_place(archive)) == 1


def test_a_changed_recipe_is_read_by_and_recorded(archive: Archive) -> None:
    reading(archive)
    recipe(archive, RECIPE.replace("arrest", "detention"))
    reading(archive)
    assert [s.kind for s in archive.tables.statements()] == ["detention"]
    assert len(put_in_place(archive)) == 2


def test_a_recipe_put_back_is_a_further_decision(archive: Archive) -> None:
    for text in (RECIPE, RECIPE + "# a remark\n", RECIPE):
        recipe(archive, text)
        reading(archive)
    first, second, third = put_in_place(archive)
    assert first == third != second


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ("[name", BadRecipe),
        ('[name]\nfull = "ФИО"\n', UnknownColumn),
    ],
)
def test_a_list_that_cannot_be_read_keeps_its_former_reading(
    archive: Archive, broken: str, error: type[Exception]
) -> None:
    reading(archive)
    recipe(archive, broken)
    with pytest.raises(error):
        reading(archive)
    assert [s.kind for s in archive.tables.statements()] == ["arrest"]
    assert len(put_in_place(archive)) == 1


LOOKED_UP = RECIPE.replace('"Арест"', '{ column = "Арест", lookup = "d", keep = true }')


def test_what_a_recipe_cannot_read_is_kept_until_the_recipe_can(
    archive: Archive,
) -> None:
    unread = TEXT.replace("12.03.1937", "перед сев")
    data = unread.encode()
    capture = Capture(
        digest(data), SourceId("list"), "sown.csv", "csv", len(data), "list.toml"
    )
    blocks = (
        BLOCKS[0],
        Block(10, 36, BlockForm.ROW, row=2, cells=((10, 26), (27, 36))),
    )
    archive.tables.write_capture(capture, 3, TextAsRead(unread, blocks, "csv/1"))
    assert reading(archive) == []
    assert archive.refusals.counts() == {capture.id: 1}
    (one,) = archive.refusals.of(capture.id)
    assert unread[one.start : one.end] == one.value == "перед сев"
    assert (one.place, one.column) == ("row 2", "Арест")
    assert one.why == "is not a date"
    before = archive.tables.fingerprints()
    reading(archive)
    assert archive.tables.fingerprints() == before

    recipe(archive, LOOKED_UP + '[lookups.d]\n"перед сев" = "1937-03"\n')
    reading(archive)
    assert archive.refusals.counts() == {}
    assert len(list(archive.tables.statements(capture.id))) == 1

    recipe(archive, RECIPE)
    reading(archive)
    archive.tables.forget_capture(capture.id)
    assert archive.refusals.counts() == {}


def test_a_list_that_stops_keeps_its_former_refusals(archive: Archive) -> None:
    recipe(
        archive,
        '[name]\nfull = "ФИО"\n[lookups.x]\n"a" = "b"\n[[statements]]\n'
        'kind = "charge"\nwhat = { column = "Арест", lookup = "x" }\n',
    )
    reading(archive)
    (count,) = archive.refusals.counts().values()
    assert count == 1
    recipe(archive, '[name]\nfull = "ФИО"\n')
    with pytest.raises(UnknownColumn):
        reading(archive)
    assert list(archive.refusals.counts().values()) == [1]


def test_one_list_that_cannot_be_read_keeps_no_other_from_being_read(
    archive: Archive,
) -> None:
    source = Source(SourceId("third"), language="ru")
    archive.tables.write_source(source)
    for seq, name in enumerate(("second", "third"), start=3):
        data = f"{TEXT}{name}".encode()
        capture = Capture(
            digest(data), source.id, f"{name}.csv", "csv", len(data), f"{name}.toml"
        )
        archive.tables.write_capture(capture, seq, TextAsRead(TEXT, BLOCKS, "csv/1"))
    (archive.recipes / "third.toml").write_text(RECIPE, encoding="utf-8")
    recipe(archive, '[name]\nfull = "ФИО"\n')
    with pytest.raises(Several) as raised:  # no recipe for the second
        reading(archive)
    assert [fault.code for fault in raised.value.faults] == ["EX03", "EX01"]
    assert [s.kind for s in archive.tables.statements()] == ["arrest"]


def test_a_recipe_that_is_gone_is_missed(archive: Archive) -> None:
    (archive.recipes / "list.toml").unlink()
    with pytest.raises(NoRecipe, match=r"list\.csv is gone"):
        reading(archive)


def test_a_language_nobody_reads_is_told_and_no_error(archive: Archive) -> None:
    source = Source(SourceId("letero"), language="eo")
    data = b"Kara amiko"
    capture = Capture(digest(data), source.id, "letero.txt", "text", len(data))
    archive.tables.write_source(source)
    read = TextAsRead("Kara amiko", (Block(0, 10),), "text/1")
    archive.tables.write_capture(capture, 3, read)
    (notice,) = reading(archive)
    assert notice.startswith("letero.txt is kept, and not read for statements")
    assert "'eo'" in notice
    assert archive.tables.extraction(capture.id) is None
