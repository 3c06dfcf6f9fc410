"""Names brought to the nominative and to plain order."""

import pytest

from lives.extract.russian.nominative import Hint, named, readings


@pytest.mark.parametrize(
    ("written", "case", "plain", "gender"),
    [
        ("Григория Петровича Зотова", "gen", "Григорий Петрович Зотов", "m"),
        ("Зотовой Анне", "dat", "Анна Зотова", "f"),
        ("Зотова Анна Ильинична", "nom", "Анна Ильинична Зотова", "f"),
        ("Н. И. Громова", "acc", "Н. И. Громов", "m"),
        ("Громову Н. И.", "dat", "Н. И. Громов", "m"),
        ("Анны Шмидт", "gen", "Анна Шмидт", "f"),
        ("Ганса Мюллера", "gen", "Ганс Мюллер", "m"),
        ("Льву Толстому", "dat", "Лев Толстой", "m"),
        ("Михаилом Кравцом", "ins", "Михаил Кравец", "m"),
        ("Марии Черных", "gen", "Мария Черных", "f"),
        ("Черных Марии", "gen", "Мария Черных", "f"),
        ("Ежове", "loc", "Ежов", "m"),
        ("Голенищевым-Кутузовым", "ins", "Голенищев-Кутузов", "m"),
        ("ЗОТОВА Софья", "nom", "Софья Зотова", "f"),
        ("Любови Орловой", "gen", "Любовь Орлова", "f"),
        ("Юрием Ярошко", "ins", "Юрий Ярошко", "m"),
        ("Трубецкого", "gen", "Трубецкой", "m"),
        ("Дзержинскому", "dat", "Дзержинский", "m"),
    ],
)
def test_a_declined_name_comes_to_the_nominative(
    written: str, case: str, plain: str, gender: str
) -> None:
    words = written.split()
    found = named(words, [Hint(case)] * len(words))
    assert (found.plain, found.gender.value) == (plain, gender)


def test_a_surname_alone_is_read_as_its_neighbours_have_it() -> None:
    assert readings("Зотова", Hint("gen", "m"))[0] == ("Зотов", "m")
    assert readings("Зотова", Hint("nom", "f"))[0] == ("Зотова", "f")


def test_a_family_is_several_people() -> None:
    assert named(["Громовых"], [Hint("gen")]).several
