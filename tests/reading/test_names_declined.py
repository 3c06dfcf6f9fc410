import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.mention import Gender
from lives.reading.names_declined import nominatives

written = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("written_name", "plain"),
    [
        ("Ивана Никитича Громова", "Иван Никитич Громов"),
        ("Громовой Анне Ильиничне", "Анна Ильинична Громова"),
        ("Льву Заречному", "Лев Заречный"),
        ("Павлом Зотовым", "Павел Зотов"),
        ("Михаилом Кравцом", "Михаил Кравец"),
        ("Марии Седых", "Мария Седых"),
        ("Любови Зотовой", "Любовь Зотова"),
        ("Ильи Громова-Зотова", "Илья Громов-Зотов"),
        ("Н. И. Зотовым", "Н. И. Зотов"),
        ("Зотова Ивана", "Иван Зотов"),
        ("Громова Мария", "Мария Громова"),
        ("Зотовым", "Зотов"),
        ("Анна Шмидт", "Анна Шмидт"),
        ("Anna Schmidt", "Anna Schmidt"),
    ],
)
def test_a_name_in_any_case_is_read_as_its_nominative(
    written_name: str, plain: str
) -> None:
    assert nominatives(written_name)[0].plain == plain


def test_a_surname_alone_may_be_a_mans_or_a_womans() -> None:
    assert {name.plain for name in nominatives("Зотова")} == {"Зотов", "Зотова"}


def test_the_gender_follows_from_all_words() -> None:
    assert nominatives("Саше Зотовой")[0].gender is Gender.FEMALE
    assert nominatives("Карла Зотова")[0].gender is Gender.MALE


@given(written)
def test_any_text_has_a_nominative(text: str) -> None:
    assert nominatives(text)
