"""Rows of made-up people, linked without labels."""

import random

import numpy as np
import pytest

from lives.model.errors import BadSettings
from lives.resolve.linkage import settings
from lives.resolve.linkage.agree import TESTS, degrees
from lives.resolve.linkage.cluster import average_link, gathered
from lives.resolve.linkage.easy import DEAR, kind_of
from lives.resolve.linkage.engine import link
from lives.resolve.linkage.keys import make_keys
from lives.resolve.linkage.order import ordered
from lives.resolve.linkage.ready import Keyed, make_ready
from lives.resolve.linkage.settings import LEVELS, Level, read_settings
from lives.resolve.linkage.table import Table

SETTINGS = """
title = "made up"
[columns]
surname = "name"
given = "name"
born = "date"

[[compare]]
about = "surname"
rarity = true
level = [
  {is = "same", because = "same surname"},
  {is = "same sound", because = "another spelling"},
  {is = "slips 1", because = "a slip apart"},
  {is = "otherwise", because = "surnames differ"},
]

[[compare]]
about = "given"
rarity = true
level = [{is = "same"}, {is = "initial"}, {is = "slips 1"}, {is = "otherwise"}]

[[compare]]
about = "born"
level = [{is = "day"}, {is = "agrees"}, {is = "within 366"}, {is = "otherwise"}]

[[together]]
share = ["surname sound"]
learn = ["given", "born"]

[[together]]
share = ["born year", "given initial"]
learn = ["surname"]
"""
STEMS = [
    "Зар",
    "Орл",
    "Мур",
    "Бел",
    "Кот",
    "Дуб",
    "Лис",
    "Вор",
    "Гор",
    "Пет",
    "Рак",
    "Сед",
    "Тих",
    "Уль",
    "Фад",
    "Хар",
    "Цап",
    "Чер",
]
MIDDLES = ["уб", "ен", "ам", "оч", "ик", "уш", "ав", "ил", "ор", "ец"]
GIVEN = [
    "Иван",
    "Пётр",
    "Сергей",
    "Анна",
    "Мария",
    "Николай",
    "Яков",
    "Лев",
    "Ольга",
    "Юрий",
]


def people(count: int) -> tuple[Table, list[int]]:
    """Return two rows of each of some people, the second often with a slip."""
    rng = random.Random(7)  # noqa: S311
    rows: list[tuple[str, str, str]] = []
    who: list[int] = []
    for person in range(count):
        surname = rng.choice(STEMS) + rng.choice(MIDDLES) + rng.choice(MIDDLES) + "ов"
        given = rng.choice(GIVEN)
        born = (
            f"{rng.randint(1870, 1915)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        )
        slip = rng.randint(1, len(surname) - 1)
        wrong = surname[:slip] + surname[slip + 1 :] if rng.random() < 0.2 else surname
        short = f"{given[0]}." if rng.random() < 0.2 else given
        rows += [
            (surname, given, born),
            (wrong, short, born[:4] if rng.random() < 0.3 else born),
        ]
        who += [person, person]
    surnames, givens, borns = zip(*rows, strict=True)
    return Table.of({"surname": surnames, "given": givens, "born": borns}), who


def test_the_rows_of_one_person_are_found_without_labels() -> None:
    how = read_settings(SETTINGS, "settings")
    table, who = people(800)
    linked = link(table, how)
    right = np.array(
        [who[a] == who[b] for a, b in zip(linked.left, linked.right, strict=True)]
    )
    sure = linked.probability >= 0.95
    assert right[sure].mean() > 0.99
    assert right[sure].sum() > 0.85 * 800
    person = gathered(linked, how)
    together = [person[2 * i] == person[2 * i + 1] for i in range(800)]
    assert sum(together) > 0.9 * 800
    assert len(set(person.tolist())) > 0.95 * 800


def test_linking_is_the_same_each_time() -> None:
    how = read_settings(SETTINGS, "settings")
    table, _ = people(100)
    one, two = link(table, how), link(table, how)
    assert one.bits.tolist() == two.bits.tolist()
    assert one.prior == two.prior


def test_rows_of_one_list_are_not_compared_and_those_of_no_list_are() -> None:
    between = SETTINGS.replace("[columns]", 'between = "list"\n[columns]\nlist = "key"')
    how = read_settings(between, "settings")
    same = {"surname": ["Зарубин"] * 4, "given": ["Иван"] * 4, "born": ["1893"] * 4}
    linked = link(Table.of({**same, "list": ["a", "a", "", ""]}), how, floor=-100.0)
    pairs = set(zip(linked.left.tolist(), linked.right.tolist(), strict=True))
    assert pairs == {(0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_every_level_that_settings_may_name_can_be_tested() -> None:
    easy = {word for word in LEVELS if kind_of(Level(settings.Test(word), "")) != DEAR}
    assert LEVELS - {"otherwise"} == easy | set(TESTS)
    assert not easy & set(TESTS)


def test_keys_come_in_one_order_whatever_process_makes_them() -> None:
    made = make_keys(["зарубин"], "without-one", "")
    shorter = ["арубин", "зрубин", "заубин", "зарбин", "заруин", "зарубн", "заруби"]
    assert made == [("зарубин", *shorter)]


def level(column: str, one: str, other: str) -> int:
    how = read_settings(SETTINGS, "settings")
    rows = {name: ["", ""] for name in ("surname", "given", "born")} | {
        column: [one, other]
    }
    table = Table.of(rows)
    ready = make_ready(table, how, Keyed(table))
    comparison = next(c for c in how.comparisons if c.column == column)
    found, _ = degrees(
        ready, comparison, np.array([0], np.int32), np.array([1], np.int32)
    )
    return int(found[0])


@pytest.mark.parametrize(
    ("column", "one", "other", "expected"),
    [
        ("surname", "Ежов", "Ежов", 0),
        ("surname", "Ежов", "Jeschow", 1),
        ("surname", "Зарубин", "Зурубин", 2),
        ("surname", "Зарубин", "Зраубин", 2),
        ("surname", "Зарубин", "Орлов", 3),
        ("surname", "Зарубин", "", -1),
        ("given", "И.", "Иван", 1),
        ("given", "I.", "Иван", 1),
        ("given", "Иван", "Пётр", 3),
        ("born", "1893-02-01", "1893-02-01", 0),
        ("born", "1893", "1893-02-01", 1),
        ("born", "1893", "1893", 1),
        ("born", "1893", "1894-05", 2),
        ("born", "1893", "1899", 3),
    ],
)
def test_values_agree_to_a_degree(
    column: str, one: str, other: str, expected: int
) -> None:
    assert level(column, one, other) == expected


NO_SPAN = (np.empty((0, 6), np.int64), np.empty((0, 6), np.int64))
NO_DAYS = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.bool_))


def grouped(pairs: list[tuple[int, int, float]]) -> list[int]:
    left, right, p = zip(*pairs, strict=True)
    found = average_link(
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(p),
        6,
        0.5,
        *NO_SPAN,
        *NO_DAYS,
    )
    return [int(person) for person in found]


def test_a_chain_does_not_make_one_person() -> None:
    assert grouped([(0, 1, 0.9), (1, 2, 0.6)]) == [0, 0, 2, 3, 4, 5]
    assert grouped([(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)])[:3] == [0, 0, 0]


def test_what_was_told_apart_stays_apart() -> None:
    assert grouped([(0, 1, 0.99), (1, 2, 0.99), (0, 2, -1.0)])[:3] == [0, 0, 2]


def test_no_life_has_two_births_or_goes_on_after_death() -> None:
    how = read_settings(
        SETTINGS + '\n[[life]]\ncolumn = "born"\ndays = 1100\n', "settings"
    )
    written = ["1893", "1899", "1893-05-01"]
    table = Table.of(
        {"surname": ["Зарубинский"] * 3, "given": ["Иван"] * 3, "born": written}
    )
    far = gathered(link(table, read_settings(SETTINGS + "trust = 1000.0", "s")), how)
    assert far[0] != far[1]


def test_many_links_of_one_group_are_moved_and_none_is_lost() -> None:
    rng = np.random.default_rng(3)
    pairs = [(a, b) for a in range(60) for b in range(a + 1, 60)]
    p = rng.uniform(0.8, 1.0, len(pairs))
    left, right = (np.array(side, np.int32) for side in zip(*pairs, strict=True))
    none = np.empty((0, 60), np.int64)
    found = average_link(left, right, p, 60, 0.5, none, none.copy(), *NO_DAYS)
    assert set(found.tolist()) == {0}


def test_what_is_missing_in_settings_is_named() -> None:
    with pytest.raises(BadSettings, match="'compare' is missing"):
        read_settings('title = "x"\n[columns]\na = "name"\n', "settings")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[together]]", "[[together"),
        ('about = "given"', 'about = "given"\ncolumn = "nothing"'),
        ('{is = "otherwise"}]', '{is = "same"}]'),
        ('share = ["surname sound"]', 'share = ["nothing sound"]'),
        ('share = ["surname sound"]', 'share = ["surname nothing"]'),
        ('{is = "same sound"', '{is = "same nothing"'),
        ('{is = "day"}', '{is = "nothing"}'),
        ('{is = "day"}', '{is = "within"}'),
        ('{is = "day"}', '{is = "slips two"}'),
        ('{is = "day"}', '{is = "same begins"}'),
        ('{is = "day"}', '{is = "same consonants x"}'),
        ('born = "date"', 'born = "nothing"'),
        ('learn = ["surname"]', 'learn = ["nothing"]'),
        ("[columns]", 'between = "nothing"\n[columns]'),
        ("[columns]", '[[life]]\ncolumn = "nothing"\ndays = 1\n[columns]'),
        (
            "[columns]",
            '[[life]]\ncolumn = "born"\ndays = 1\nafter = "died"\n[columns]',
        ),
    ],
)
def test_settings_that_cannot_be_read_are_one_error(old: str, new: str) -> None:
    with pytest.raises(BadSettings, match="how-to/linking"):
        read_settings(SETTINGS.replace(old, new, 1), "settings")


def test_who_has_a_key_of_his_own_is_not_lost_in_a_crowd() -> None:
    how = read_settings(
        SETTINGS.partition("[[together]]")[0]
        + '[[together]]\nshare = ["surname"]\nmost = 3\n'
        + '[[together]]\nshare = ["surname", "born"]\n',
        "settings",
    )
    crowd = {"surname": ["Орлов"] * 6, "given": ["Иван"] * 6}
    told = link(Table.of({**crowd, "born": ["1893", *[""] * 5]}), how)
    assert told.crowded.tolist() == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("column", ["surname", "given"])
def test_a_common_name_is_not_rare_in_other_letters(column: str) -> None:
    """One of a hundred writes a name as the others do, in Latin letters."""
    how = read_settings(SETTINGS, "settings")
    told = {"surname": ["Зарубин"] * 50, "given": ["Юлия"] * 50, "born": [""] * 50}
    told[column][:2] = ["Sarubin", "Sarubin"] if column == "surname" else ["Iuliia"] * 2
    table = Table.of(told)
    ready = make_ready(table, how, Keyed(table))
    codes = ready.codes[column]
    assert ready.info[codes[0]] == ready.info[codes[-1]] == 0


def test_keys_are_put_in_order_as_they_stood() -> None:
    keys = np.random.default_rng(5).integers(0, 2**63, 5_000, np.uint64)
    keys = np.concatenate([keys, keys[:700], np.array([0, 2**64 - 1], np.uint64)])
    assert ordered(keys).tolist() == np.argsort(keys, kind="stable").tolist()


def test_a_pair_that_could_reach_the_floor_is_never_dropped_early() -> None:
    how = read_settings(SETTINGS, "settings")
    table, _ = people(300)
    every = link(table, how, floor=-1000.0)
    held = link(table, how, floor=6.0)
    wanted = {
        pair
        for pair, bits in zip(
            zip(every.left.tolist(), every.right.tolist(), strict=True),
            every.bits.tolist(),
            strict=True,
        )
        if bits >= 6.0
    }
    assert wanted == set(zip(held.left.tolist(), held.right.tolist(), strict=True))
