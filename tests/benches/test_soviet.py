"""The bench of made-up lists tells what it measured, and its peer the same."""

import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lives.benches import soviet, soviet_splink
from lives.reading.names import romanised

SURNAMES = ["Зарубин", "Щукин", "Цветаев", "Хромов", "Гаршин", "Пятницкий", "Бажов"]
GIVEN = ["Иван", "Пётр", "Сергей", "Яков", "Фёдор", "Осип", "Матвей"]
FATHERS = ["Иванович", "Ильич", "Яковлевич", "Петрович", "Львович", "Юрьевич"]


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Two rows of each of 400 people, the second with slips or in Latin letters."""
    chance = random.Random(11)  # noqa: S311
    rows = []
    for person in range(400):
        row: dict[str, Any] = {
            "surname": chance.choice(SURNAMES)[:-2]
            + chance.choice(("ин", "ов", "енко")),
            "given": chance.choice(GIVEN),
            "patronymic": chance.choice(FATHERS),
            "birth_year": chance.randint(1880, 1910),
            "birthplace": chance.choice(("Тульская губ., Сухое", "Вятка", None)),
            "arrest_date": f"19{chance.randint(30, 38)}-0{chance.randint(1, 9)}-11",
            "sentence": chance.choice(("58-10; 10 лет", "58-11; ссылка")),
            "person": person,
        }
        again = dict(row)
        again["birth_year"] += chance.choice((0, 0, 0, 1, -1, 3))
        if chance.random() < 0.2:
            again["given"], again["patronymic"] = row["given"][0], row["patronymic"][0]
        if chance.random() < 0.2:
            again["surname"] = row["surname"].replace("а", "о").replace("и", "е")
        if chance.random() < 0.2:
            again["arrest_date"] = f"{row['arrest_date'][:4]}-12-30"
        again["sentence"] = chance.choice((row["sentence"], "58-10; 5 лет"))
        if chance.random() < 0.3:
            for name in ("surname", "given", "patronymic"):
                again[name] = romanised(str(row[name]), "german")
        rows += [row, again]
    chance.shuffle(rows)
    path = tmp_path / "list.parquet"
    pq.write_table(
        pa.Table.from_pylist([{"id": n, **r} for n, r in enumerate(rows)]), path
    )
    return path


@pytest.mark.parametrize("one", [soviet.one, soviet_splink.one])
def test_both_find_who_is_who(path: Path, one: object) -> None:
    told = one(path)  # type: ignore[operator]
    assert told["F1"] > 0.85
    assert told["precision"] > 0.97
    assert told["seconds"] > 0


def test_runs_by_turns_are_told_with_their_ratio(path: Path) -> None:
    lines = list(soviet.measured(path, peer=True, times=1))
    assert any("of the time of Splink 5" in line for line in lines)
    assert sum("GiB" in line for line in lines) == 2
