from lives.benches.names import Gallery, best_cut, credit, historical, matched
from lives.reading.names import parse_name


def test_the_table_has_names_in_seven_traditions() -> None:
    rows = historical()
    assert len(rows) >= 300
    assert all(len(row) == 8 and all(row.values()) for row in rows)
    assert len({row["russian"] for row in rows}) == len(rows)


def test_a_gallery_finds_a_name_under_another_spelling_and_with_a_slip() -> None:
    gallery = Gallery(["Иван Громов", "Анна Жарова", "Пётр Щеглов", "Павел Рабинович"])
    for asked, first in (
        ("Ivan Gromov", "Иван Громов"),
        ("Anna Jarova", "Анна Жарова"),
        ("Pjotr Schtscheglow", "Пётр Щеглов"),
        ("Rabinowitsch", "Павел Рабинович"),
        ("Piotr Szczeglw", "Пётр Щеглов"),
    ):
        assert gallery.found(parse_name(asked))[0][1] == first


def test_equals_share_the_credit() -> None:
    assert credit([(0.9, "a"), (0.9, "b"), (0.1, "c")], "b") == 0.5
    assert credit([(0.9, "a"), (0.1, "c")], "c") == 0
    assert credit([], "c") == 0


def test_the_best_cut_is_the_one_with_most_right() -> None:
    cases = [("a", "a", True), ("a", "b", False), ("b", "b", True)]

    def score(one: str, two: str) -> float:
        return 0.8 if one == two else 0.3

    assert best_cut(score, cases) == 0.8
    assert matched(score, cases, 0.8) == (1.0, 1.0)
    assert matched(score, cases, 0.2) == (2 / 3, 0.8)
