"""The bench of name search at a small size: whom it finds must not become fewer."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.benches.search_folk import people, queries
from lives.benches.search_people import (
    Judge,
    by_manner,
    hold,
    index_bytes,
    ours,
    run,
    trigrams,
)
from lives.benches.search_people import rapidfuzz as everybody
from lives.benches.search_writing import latin, slip
from lives.cli.desk import Desk
from lives.store.archive import Archive

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PEOPLE = 3_000
QUERIES = 320


def test_misspelt_and_transliterated_people_are_among_the_first_ten(
    tmp_path: Path,
) -> None:
    folk = list(people(PEOPLE))
    asked = list(queries(folk, QUERIES))
    judge = Judge(folk, asked)
    Archive.create(tmp_path / "a", title="T", by="Ada", now=NOW).close()
    desk = Desk(tmp_path / "a")
    identifiers = hold(desk, folk)
    with desk.open() as archive:
        went = run(ours(archive.tables.names, identifiers), asked, judge)
    far = [one for one in went if one.query.far]
    near = [one for one in went if not one.query.far]
    assert sum(one.found for one in far) / len(far) >= 0.985
    assert [one.query.text for one in near if not one.found] == []
    assert len(list(by_manner(went))) == 1 + 19 + 2
    index, whole = index_bytes(tmp_path / "a" / "archive.db")
    assert 0 < index < whole
    peer = run(trigrams(folk, tmp_path / "t.db"), asked[:QUERIES], judge)
    assert 0 < sum(one.found for one in peer) < sum(one.found for one in far)


def test_the_peer_that_compares_with_everybody_finds_what_is_written() -> None:
    pytest.importorskip("rapidfuzz")
    folk = list(people(50))
    assert everybody(folk)(folk[7].name)[0] == 7


@pytest.mark.parametrize(
    ("word", "manner", "written"),
    [
        ("Жуков", "English", "Zhukov"),
        ("Жуков", "German", "Schukow"),
        ("Чижин", "French", "Tchijine"),
        ("Щеглов", "Polish", "Szczegłow"),
        ("Хрящев", "scholarly", "Xrjaščev"),
        ("Юхнев", "library", "Iukhnev"),
        ("Ежов", "English", "Yezhov"),
        ("Лисицын", "popular", "Lissitzin"),
    ],
)
def test_names_are_written_as_their_writers_would(
    word: str, manner: str, written: str
) -> None:
    assert latin(word, manner) == written


def test_a_slip_is_one_letter() -> None:
    import random  # noqa: PLC0415

    chance = random.Random(2)  # noqa: S311  # names, not secrets
    slips = {slip("Жаров", chance) for _ in range(200)}
    assert len(slips) > 10
    assert {abs(len(one) - 5) for one in slips} <= {0, 1}
    assert all(one[0].isupper() for one in slips)
