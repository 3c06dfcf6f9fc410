"""What the measuring sticks measure with."""

from collections import Counter
from pathlib import Path

from lives.benches.scale import chapters, list_files, rows


def test_made_up_rows_are_the_same_each_time_and_uneven_as_real_ones() -> None:
    made = list(rows(2_000))
    assert made == list(rows(2_000))
    assert len({len(row) for row in made}) == 1
    surnames = Counter(row[0].split()[0] for row in made)
    (_, most), *_, (_, least) = surnames.most_common()
    assert most > 10 * least


def test_a_longer_list_begins_with_the_same_header(tmp_path: Path) -> None:
    path, *_ = list_files(10, tmp_path)
    assert len(Path(path).read_text(encoding="utf-8").splitlines()) == 11


def test_prose_is_repeated_under_other_names_until_it_is_long_enough() -> None:
    text = "Petrova wrote to Sablina. The letter was lost, and Petrova with it. " * 5
    made = list(chapters(text, 600))
    assert sum(len(chapter.split()) for chapter in made) >= 600
    assert len(set(made)) > 1
    assert all("The letter was lost" in chapter for chapter in made)
