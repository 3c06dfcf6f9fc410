import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.packaged import table
from lives.reading.names_alike import Level, alike, edits, masculine
from lives.reading.names_evidence import PARTS, compare, likeness, told_apart
from lives.reading.names_traditions import romanised, traditions
from lives.reading.names_written import parse_name

written = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
short = st.text("абвab", max_size=7)


def levels(one: str, two: str) -> dict[str, Level]:
    return {e.part: e.level for e in compare(parse_name(one), parse_name(two))}


def distance(one: str, two: str) -> int:
    """Levenshtein's distance as the definition has it."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one):
        last, row = row, [i + 1]
        for j, b in enumerate(two):
            row.append(min(last[j] + (a != b), last[j + 1] + 1, row[j] + 1))
    return row[-1]


@given(short, short)
def test_edits_are_levenshteins(one: str, two: str) -> None:
    assert edits(one, two) == distance(one, two)


def test_every_level_has_its_words_in_order() -> None:
    assert list(table("lives.reading", "data/name_levels.toml")) == list(Level)


@given(written, written)
def test_the_order_of_two_names_does_not_matter(one: str, two: str) -> None:
    a, b = parse_name(one), parse_name(two)
    here, there = compare(a, b), compare(b, a)
    assert [e.level for e in here] == [e.level for e in there]
    assert likeness(a, b) == pytest.approx(likeness(b, a))


@given(written)
def test_a_name_is_not_told_apart_from_itself(text: str) -> None:
    name = parse_name(text)
    assert not told_apart(name, name)
    assert [e.part for e in compare(name, name)] == list(PARTS)


@pytest.mark.parametrize(
    ("one", "two", "part", "level"),
    [
        ("Иван Громов", "Иван Громов", "surname", "letters"),
        ("Иван Громов", "Iwan Gromow", "surname", "romanisation"),
        ("Jean Jarov", "Iwan Scharow", "surname", "romanisation"),
        ("Иван Громов", "Иван Гронов", "surname", "slip"),
        ("Иван Громов", "Иван Гормов", "surname", "slip"),
        ("Анна Громова", "Анна Громов", "surname", "gender_form"),
        ("Анна Луцкая", "Anna Luckij", "surname", "gender_form"),
        ("Анна Громова-Зотова", "Анна Зотова", "surname", "part"),
        ("Анна Громова, урожд. Зотова", "Анна Зотова", "surname", "married"),
        ("Иван Громов (парт. псевд. Зотов)", "Иван Зотов", "surname", "married"),
        ("Иван Громов", "Иван Беляев", "surname", "differs"),
        ("Иван", "Громов", "surname", "none"),
        ("Gromow Iwan", "Иван Громов", "surname", "romanisation"),
        ("И. Громов", "Иван Громов", "given name", "initial"),
        ("Josef Gromow", "Громов И. В.", "given name", "initial"),
        ("Ю. Громов", "Juri Gromow", "given name", "initial"),
        ("Sch. Gromow", "Шамиль Громов", "given name", "initial"),
        ("П. Громов", "Иван Громов", "given name", "differs"),
        ("Серёжа Громов", "Сергей Громов", "given name", "diminutive"),
        ("Янкель Громов", "Яков Громов", "given name", "translated"),
        ("Giuseppe Gromov", "Иосиф Громов", "given name", "translated"),
        ("Мордко Громов", "Марк Громов", "given name", "translated"),
        ("Инна Громова", "Анна Громова", "given name", "differs"),
        (
            "Иван Петрович Громов",
            "Iwan Petrowitsch Gromow",
            "patronymic",
            "romanisation",
        ),
        ("Иван Петрович Громов", "Иван П. Громов", "patronymic", "initial"),
        ("Иван Осипович Громов", "Иван Иосифович Громов", "patronymic", "translated"),
        ("Анна Ильинична Громова", "Павел Ильич Громов", "patronymic", "gender_form"),
        ("Иван Петрович Громов", "Иван Павлович Громов", "patronymic", "differs"),
        ("Иван Громов мл.", "Ivan Gromov Jr.", "generation", "letters"),
        ("Иван Громов мл.", "Иван Громов ст.", "generation", "differs"),
        ("Анна Громова", "Иван Громов", "gender", "differs"),
    ],
)
def test_a_part_compares_at_its_level(
    one: str, two: str, part: str, level: str
) -> None:
    assert levels(one, two)[part] == level


def test_every_reason_names_both_words() -> None:
    for evidence in compare(parse_name("Серёжа Громов"), parse_name("Сергей Зотов")):
        if evidence.level not in {Level.NONE, Level.LETTERS}:
            words = evidence.because.split()
            assert {"Серёжа", "Сергей"} <= set(words) or {"Громов", "Зотов"} <= set(
                words
            )


@pytest.mark.parametrize("tradition", traditions())
def test_a_name_of_any_tradition_is_liker_than_other_names(tradition: str) -> None:
    chance = random.Random(3)  # noqa: S311
    given_names = ["Иван", "Юлия", "Фёдор", "Жанна", "Хаим", "Елена"]
    surnames = ["Жаров", "Шахов", "Щеглов", "Цыганов", "Юрьев", "Ершов", "Хомяков"]
    every = [f"{g} {s}" for g, s in product(given_names, surnames)]
    for name in chance.sample(every, 12):
        asked = parse_name(romanised(name, tradition))
        ranked = sorted(every, key=lambda other: -likeness(asked, parse_name(other)))
        assert ranked[0] == name


def test_letters_divided_otherwise_are_one_name() -> None:
    assert not told_apart(parse_name("Ян-Петер Громов"), parse_name("ЯнПетер Громов"))


def test_a_mans_form_is_the_same_of_both() -> None:
    assert masculine("Громова")[0] == masculine("Громов")[0]
    assert masculine("Луцкая") == ("луцк", True)


def test_short_words_have_no_slips() -> None:
    assert alike("Ким", "Кан")[0] is Level.DIFFERS
