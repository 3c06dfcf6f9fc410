"""Tables in plain text, and what only looks like one."""

import os
import tarfile
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.benches.written import as_columns
from lives.intake.columns_of_text import table_in
from lives.intake.text import read_text
from lives.model.passage import BlockForm

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))
PEOPLE = (
    ("Имя", "Год", "Место"),
    ("Петрова Анна", "1899", "Тверь"),
    ("Ильин Борис", "", "Омск, ул. Мира"),
    ("Орлова Вера", "1907", ""),
)
DASHED = as_columns(PEOPLE).decode()
BARRED = """\
Список высланных

┌──────────────┬──────┬────────────────┐
│ Имя          │ Год  │ Место          │
├──────────────┼──────┼────────────────┤
│ Петрова Анна │ 1899 │ Тверь          │
│ Ильин Борис  │      │ Омск, ул. Мира │
│ Орлова Вера  │ 1907 │                │
└──────────────┴──────┴────────────────┘

Всего трое.
"""
ALIGNED = """\
ARREST LIST

No  Name              Born   Place

1   Petrova, Anna     1899   Tver
2   Ilyin, Boris             Omsk, by the river
3   Orlova, Vera      1907   Pskov
4   Weber, Karl       1888
5   Levina, Dora      1905   Gomel

Five in all.
"""


def grid(text: str) -> list[tuple[str, int | None, list[str]]]:
    return [
        (
            b.form.value,
            b.row,
            [text[x:y] for x, y in b.cells] or [text[b.start : b.end]],
        )
        for b in table_in(text)
    ]


def test_columns_under_dashes_are_read() -> None:
    assert grid(DASHED) == [
        ("header", 1, ["Имя", "Год", "Место"]),
        ("row", 3, ["Петрова Анна", "1899", "Тверь"]),
        ("row", 4, ["Ильин Борис", "", "Омск, ул. Мира"]),
        ("row", 5, ["Орлова Вера", "1907", ""]),
    ]


def test_columns_between_bars_are_read_with_the_title_and_the_foot_kept() -> None:
    found = grid(BARRED)
    assert found[0] == ("paragraph", None, ["Список высланных"])
    assert found[1] == ("header", 4, ["Имя", "Год", "Место"])
    assert found[3] == ("row", 7, ["Ильин Борис", "", "Омск, ул. Мира"])
    assert found[-1] == ("paragraph", None, ["Всего трое."])


def test_columns_that_only_space_divides_are_read() -> None:
    found = grid(ALIGNED)
    forms = [form for form, _, _ in found]
    assert forms == ["paragraph", "header", *(["row"] * 5), "paragraph"]
    assert found[3] == ("row", 6, ["2", "Ilyin, Boris", "", "Omsk, by the river"])


@pytest.mark.parametrize("text", [DASHED, BARRED, ALIGNED])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_text_stays_as_it_is_and_cells_lie_in_their_rows(
    text: str, ends: str
) -> None:
    whole = text.replace("\n", ends)
    read = read_text(whole.encode(), "a.txt")
    assert read.text == whole
    assert read.is_table
    assert "table" in read.notes[-1]
    for block in read.blocks:
        place = block.start
        for start, end in block.cells:
            assert place <= start <= end <= block.end
            place = end


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (DASHED, "Ильин Борис ", "Ильин Борис Петрович "),  # writes across
        (DASHED, "Орлова Вера", "           "),  # may go on with the row before
        (DASHED, "Имя ", "Фам.\nИмя "),  # headings in two lines
        (BARRED, "│ Ильин Борис  │", "│ Ильин, Борис П. │"),
        (BARRED, "│ Орлова Вера  │", "│              │"),
        (ALIGNED, "No  Name", "7   Name"),  # no headings
        (ALIGNED, "Ilyin, Boris             ", "Ilyin, Boris Borisovich, "),
        (ALIGNED, "3   Orlova", "    Orlova"),
        (ALIGNED, "5   Levina, Dora      1905   Gomel\n", ""),  # four rows
        (ALIGNED, "4   Weber", "4\tWeber"),
    ],
)
def test_what_leaves_a_doubt_stays_text(text: str, old: str, new: str) -> None:
    assert old in text
    assert table_in(text.replace(old, new)) == ()


VERSE = "\n".join(f"    The {n} winter came,\n  and nobody    wrote" for n in "abcdefg")
PLAY = "\n".join(f"ANNA      Why {n}?\nBORIS     I do not know." for n in range(9))
CONTENTS = "\n".join(
    f"{n}   Chapter the {n}th ........   {n * 17}" for n in range(2, 12)
)
TYPED = """\
                                        To the Prosecutor
                                        of the Union

From:   Petrova, Anna                   Tver, 12 May 1939
        of Tver                         Nr. 17

                          PETITION

    My husband,  Ilyin Boris,  was arrested  in 1937.
I have had  no letter  since.  I ask  to be told
where he is,  and whether I may  send him  a parcel.

                                        A. Petrova
"""
LEDGER = "\n".join(f"12.0{n}.1937    bread    {n}00 g    {n}" for n in range(1, 9))
QUOTED = "He said:\n\n-- No.\n\n-- Why?\n\n---- ----\n\nNobody  knew  it.\nNot  I."


@pytest.mark.parametrize("text", [VERSE, PLAY, CONTENTS, TYPED, LEDGER, QUOTED, ""])
def test_verse_plays_contents_and_typescripts_stay_text(text: str) -> None:
    assert table_in(text) == ()


@given(st.text(st.sampled_from("ab1 -|\n"), max_size=300))
def test_whatever_is_read_as_a_table_is_read_whole(text: str) -> None:
    blocks = table_in(text)
    if not blocks:
        return
    words = "".join(c for c in text if not c.isspace() and c not in "-|")
    held = "".join(
        text[x:y]
        for block in blocks
        for x, y in (block.cells or ((block.start, block.end),))
    )
    assert "".join(c for c in held if not c.isspace() and c not in "-|") == words
    assert [b.form for b in blocks].count(BlockForm.HEADER) == 1


@given(st.integers(20, 90), st.text(st.sampled_from("аб. "), min_size=400))
def test_prose_wrapped_at_any_width_stays_text(width: int, words: str) -> None:
    assert table_in(textwrap.fill(words, width)) == ()


def test_no_prose_of_the_collections_is_taken_for_a_table() -> None:
    if not DATA.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    with tarfile.open(DATA / "biographies_en" / "a-r.tar.xz") as packed:
        files = [packed.extractfile(m) for m in packed.getmembers() if m.isfile()]
        texts = [file.read().decode() for file in files if file]
    texts.append((DATA / "preface" / "preface.txt").read_text(encoding="utf-8"))
    assert len(texts) > 100
    for text in texts:
        assert table_in(text) == ()
        typed = "\n".join(textwrap.fill(line, 66) for line in text.splitlines())
        assert table_in(typed) == ()
