"""A small table of made-up people for the benches of linkage."""

import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lives.reading.names import romanised

SURNAMES = ["Зарубин", "Щукин", "Цветаев", "Хромов", "Гаршин", "Пятницкий", "Бажов"]
GIVEN = ["Иван", "Пётр", "Сергей", "Яков", "Фёдор", "Осип", "Матвей"]
FATHERS = ["Иванович", "Ильич", "Яковлевич", "Петрович", "Львович", "Юрьевич"]


@pytest.fixture(name="made_up")
def _made_up(tmp_path: Path) -> Path:
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
