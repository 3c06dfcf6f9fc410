"""The long lists that are measured with."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from lives.benches.entries import entries
from lives.benches.lists import lines, queries, take


def test_made_up_entries_are_the_same_each_time_and_uneven_as_real_ones() -> None:
    made = list(entries(3_000))
    assert made == list(entries(3_000))
    assert made[:10] == list(entries(10))
    surnames = Counter(name.split()[0] for name, _, _ in made)
    (_, most), *_, (_, least) = surnames.most_common()
    assert most > 10 * least


def test_they_have_the_noise_of_real_lists() -> None:
    names, lives, _ = zip(*entries(3_000), strict=True)
    told, called = "\n".join(lives), "\n".join(names)
    for noise in ("около", "по другим данным", "Рассстрелян", "  ", "Арестована"):
        assert noise in told
    assert "(он же " in called
    assert any(a.isascii() and not b.isascii() for a, b in pairwise(called) if a > "@")


def test_queries_ask_for_those_who_are_there_in_four_manners() -> None:
    asked = list(queries(8, 100))
    assert asked == list(queries(8, 100))
    assert [query.isascii() for query in asked[:4]] == [False, True, False, False]
    assert asked[3].endswith(".")


def test_a_list_is_measured_from_its_bytes_to_a_search(tmp_path: Path) -> None:
    took = take(250, tmp_path)
    assert took.statements > 5 * took.rows
    assert len(took.searches) == 200
    assert min(took.add, took.extract, took.cpu, took.mib) > 0
    assert took.stored > took.listed
    assert any("rows a second" in line for line in lines(took))
