"""Other engines find the same pairs by the same settings, and weigh them alike."""

import os
import random
import shutil
from collections.abc import Iterator, Sequence

import pytest

from lives.model.errors import BadSettings, MissingLibrary
from lives.reading.names import romanised, traditions
from lives.resolve.linkage import engines
from lives.resolve.linkage.agree import degrees
from lives.resolve.linkage.engine import Linked, link
from lives.resolve.linkage.engines import finder
from lives.resolve.linkage.settings import Settings, read_settings
from lives.resolve.linkage.table import Table
from lives.resolve.rows import settings as of_persons

HERE = "local[2]"
ONE_IN = 1000  # pairs may differ
BITS = 0.01  # and on the same pair

SETTINGS = """
title = "made up"
trust = 20.0
between = "list"

[columns]
surname = "name"
given = "name"
patronymic = "name"
born = "date"
arrested = "date"
place = "sounds"
note = "text"
list = "key"

[[compare]]
about = "surname"
rarity = true
level = [
  {is = "same", m = 0.5}, {is = "spelled", m = 0.2}, {is = "same surname", m = 0.1},
  {is = "slips 1", m = 0.1, u = 0.001}, {is = "like 0.9", m = 0.05, u = 0.01},
  {is = "otherwise", m = 0.05, u = 0.9},
]

[[compare]]
about = "given"
rarity = true
level = [
  {is = "initial", m = 0.2, u = 0.05}, {is = "same", m = 0.5},
  {is = "same given", m = 0.2}, {is = "slips 1", m = 0.05, u = 0.01},
  {is = "otherwise", m = 0.05, u = 0.9},
]

[[compare]]
about = "patronymic"
level = [
  {is = "initial", m = 0.2, u = 0.05}, {is = "spelled", m = 0.5, u = 0.05},
  {is = "same father", m = 0.2, u = 0.05}, {is = "slips 2", bits = 1.5},
  {is = "otherwise", m = 0.05, u = 0.8},
]

[[compare]]
about = "born"
rarity = true
level = [
  {is = "same day", m = 0.3}, {is = "agrees", m = 0.4, u = 0.1},
  {is = "within 366", m = 0.2, u = 0.1}, {is = "otherwise", m = 0.1, u = 0.8},
]

[[compare]]
about = "arrested"
rarity = true
level = [
  {is = "day", m = 0.4}, {is = "agrees", m = 0.3, u = 0.1},
  {is = "within 31", m = 0.1, u = 0.1}, {is = "otherwise", m = 0.2, u = 0.8},
]

[[compare]]
about = "place"
rarity = true
level = [
  {is = "shares 2", m = 0.5}, {is = "shares 1", m = 0.3},
  {is = "otherwise", m = 0.2, u = 0.7},
]

[[compare]]
about = "note"
level = [
  {is = "same", m = 0.5, u = 0.1}, {is = "same before ;", m = 0.2, u = 0.1},
  {is = "same begins 2", m = 0.1, u = 0.1}, {is = "otherwise", m = 0.2, u = 0.7},
]

[[together]]
share = ["surname consonants", "given letter"]
learn = ["born", "arrested", "place"]
[[together]]
share = ["surname surname"]
[[together]]
share = ["given given", "patronymic father", "born year"]
learn = ["surname", "note"]
[[together]]
share = ["place sounds", "born year"]
most = 60
"""

SURNAMES = [
    "Зарубин",
    "Орлов",
    "Ежиков",
    "Щукин",
    "Цветаев",
    "Юрьев",
    "Яшин",
    "Хромов",
    "Жданович",
    "Лысенко",
    "Гаршин",
    "Чуйко",
    "Пятницкий",
    "Рябушин",
    "Шульгин",
    "Ипатьев",
    "Эльцин",
    "Бажов",
    "Кремнёв",
    "Долгих",
]
GIVEN = [
    "Иван",
    "Пётр",
    "Юлия",
    "Сергей",
    "Яков",
    "Щепан",
    "Фёдор",
    "Ольга",
    "Иосиф",
    "Анна",
]
FATHERS = ["Иванович", "Ильич", "Яковлевич", "Осипович", "Юрьевич", "Петрович"]
PLACES = ("Тульская губ., Сухое", "г. Вятка", "с. Новое Щучье, Пермский край")
NOTES = ("58-10; 10 лет", "58-10; 5 лет", "58-11; ссылка", "61; 3 года")


def rows() -> list[dict[str, str]]:
    """Two or three rows on each of many people, of several lists."""
    chance = random.Random(7)  # noqa: S311  # the same sample each time
    found = []
    for _ in range(240):
        day = f"19{chance.randint(19, 38)}-{chance.randint(1, 12):02}-15"
        whole = {
            "surname": chance.choice(SURNAMES),
            "given": chance.choice(GIVEN),
            "patronymic": chance.choice(FATHERS),
            "born": f"18{chance.randint(80, 99)}-0{chance.randint(1, 9)}-03",
            "arrested": day,
            "place": chance.choice(PLACES),
            "note": chance.choice(NOTES),
        }
        found.append({**whole, "list": "first"})
        found += [
            {**noisy(whole, chance), "list": name}
            for name in ("second", "third")
            if chance.random() < 0.6
        ]
    return found


def noisy(row: dict[str, str], chance: random.Random) -> dict[str, str]:
    row = dict(row)
    if chance.random() < 0.4:
        tradition = chance.choice(traditions())
        for name in ("surname", "given", "patronymic", "place"):
            row[name] = romanised(row[name], tradition)
    if chance.random() < 0.3:
        row["given"], row["patronymic"] = row["given"][0] + ".", row["patronymic"][0]
    if chance.random() < 0.3:
        at = chance.randrange(1, len(row["surname"]) - 1)
        row["surname"] = row["surname"][:at] + row["surname"][at + 1 :]
    day = row["born"]
    later = str(int(day[:4]) + 1)
    row["born"] = chance.choice((day, day[:4], f"{day} 1875", later + day[4:]))
    if chance.random() < 0.4:
        month = row["arrested"][:7]
        row["arrested"] = chance.choice((f"{month}-29", f"{month} {month[:4]}-12-31"))
    for name in ("patronymic", "born", "place", "note"):
        if chance.random() < 0.15:
            row[name] = ""
    return row


def by_own_settings() -> tuple[Table, Settings]:
    how = read_settings(SETTINGS, "settings")
    told = rows()
    return Table.of({name: [row[name] for row in told] for name in how.columns}), how


def by_those_of_persons() -> tuple[Table, Settings]:
    named = {
        "surname": "surname", "given": "given", "patronymic": "patronymic",
        "birth": "born", "case": "arrested", "birthplace": "place", "list": "list",
    }  # fmt: skip
    told = rows()
    columns = {
        name: [row.get(named.get(name, ""), "") for row in told]
        for name in of_persons().columns
    }
    return Table.of(columns), of_persons()


def pairs(linked: Linked) -> dict[tuple[int, int], float]:
    told = zip(linked.left.tolist(), linked.right.tolist(), strict=True)
    return dict(zip(told, linked.bits.tolist(), strict=True))


@pytest.fixture(name="spark", scope="module")
def _spark() -> Iterator[str]:
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        if os.environ.get("CI") == "true":
            pytest.fail("Spark needs Java")
        pytest.skip("Spark needs Java")
    yield "spark"
    from pyspark.sql import SparkSession  # noqa: PLC0415

    if session := SparkSession.getActiveSession():
        session.stop()


def check(engine: str, table: Table, how: Settings) -> None:
    ours = pairs(link(table, how, floor=None))
    theirs = pairs(link(table, how, floor=None, find=finder(engine, HERE)))
    assert len(ours) > 250
    both = ours.keys() & theirs.keys()
    apart = [p for p in both if abs(ours[p] - theirs[p]) > BITS]
    differing = len(ours.keys() ^ theirs.keys()) + len(apart)
    assert differing <= len(ours) / ONE_IN


SETS = [by_own_settings, by_those_of_persons]


@pytest.mark.parametrize("made", SETS)
def test_splink_in_duckdb_finds_the_same_pairs(made: object) -> None:
    check("splink", *made())  # type: ignore[operator]


@pytest.mark.parametrize("made", SETS)
def test_splink_in_spark_finds_the_same_pairs(made: object, spark: str) -> None:
    check(spark, *made())  # type: ignore[operator]


def test_a_row_of_every_level_is_in_the_sample() -> None:
    table, how = by_own_settings()
    linked = link(table, how, floor=-1000.0)
    for comparison in how.comparisons:
        level, _ = degrees(linked.ready, comparison, linked.left, linked.right)
        missing = set(range(len(comparison.levels))) - set(level.tolist())
        assert not missing, (comparison.about, missing)


def refused(settings: str) -> Sequence[str]:
    how = read_settings(settings, "settings")
    table = Table.of({name: ["Орлов Иван", "Орлов Иван"] for name in how.columns})
    with pytest.raises(BadSettings) as fault:
        link(table, how, find=finder("splink"))
    return fault.value.what, fault.value.remedy


def test_what_splink_cannot_compare_is_one_error() -> None:
    alike = SETTINGS.replace('is = "shares 2"', 'is = "alike 2"')
    what, remedy = refused(alike)
    assert "'alike'" in what
    assert "embedded" in remedy


def test_an_engine_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadSettings) as fault:
        finder("abacus")
    assert "embedded, splink, spark" in fault.value.remedy


@pytest.mark.parametrize("engine", ["splink", "spark"])
def test_a_missing_extra_is_named(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    with pytest.raises(MissingLibrary) as fault:
        finder(engine)
    assert f"pip install 'lives[{engine}]'" in fault.value.remedy


def test_missing_java_is_told_before_anything_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingLibrary) as fault:
        finder("spark", HERE)
    assert "Java 17" in fault.value.remedy
    finder("spark", "spark://elsewhere:7077")  # no matter of this machine
