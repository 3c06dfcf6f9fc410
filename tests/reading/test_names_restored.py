import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lives.reading.names_restored import cyrillic_forms, likely_traditions
from lives.reading.names_traditions import plain_letters, romanised, traditions

latin = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("word", "tradition", "cyrillic"),
    [
        ("Schukin", "german", "Шукин"),
        ("Schakowski", "german", "Жаковский"),
        ("Czarnow", "polish", "Чарнов"),
        ("Jarov", "french", "Жаров"),
        ("Pouchkine", "french", "Пушкин"),
        ("Orlovsky", "popular", "Орловский"),
        ("Čërnyj", "scholarly", "Чёрный"),
        ("Âhnov", "iso9", "Яхнов"),
        ("GROMOW", "german", "ГРОМОВ"),
    ],
)
def test_a_spelling_is_read_back(word: str, tradition: str, cyrillic: str) -> None:
    assert cyrillic in cyrillic_forms(word, tradition)


@pytest.mark.parametrize("tradition", traditions())
def test_what_a_tradition_writes_can_be_read_back(tradition: str) -> None:
    for name in ("Орлов", "Зотова", "Пушкин", "Щукин", "Жаров", "Луцкий"):
        assert name in cyrillic_forms(romanised(name, tradition), tradition, 20)


@given(latin, st.sampled_from(traditions()))
@settings(max_examples=60, deadline=None)
def test_every_reading_is_written_in_that_very_way(word: str, tradition: str) -> None:
    for reading in cyrillic_forms(word, tradition):
        assert plain_letters(romanised(reading, tradition)) == word


@pytest.mark.parametrize(
    ("word", "tradition"),
    [
        ("Tschernow", "german"),
        ("Tchernov", "french"),
        ("Czernow", "polish"),
        ("Žarov", "scholarly"),
        ("Chernyshov", "popular"),
    ],
)
def test_a_spelling_tells_its_tradition(word: str, tradition: str) -> None:
    assert tradition in likely_traditions(word)[:2]


def test_a_word_that_no_tradition_writes_has_none() -> None:
    assert likely_traditions("Qwxq") == ()
