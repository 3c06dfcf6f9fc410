import pytest

from lives.compose.places import places_clash


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Petrograd", "Leningrad"),
        ("г. Верный", "Алма-Ата"),
        ("Свердловск", "Екатеринбург"),
        ("Kharkov", "Ukraine"),
        ("г. Козлов", "Тамбовская губ."),
        ("Фатежский уезд", "Курская обл."),
        ("Butyrka prison", "Moscow"),
        ("Vorkuta", "Komi"),
        ("Magadan", "Kolyma"),
        ("Tomsk", "Siberia"),
        ("prison", "Moscow"),
        ("Yanovka, near Odessa", "Odessa"),
        ("", "Odessa"),
    ],
)
def test_two_names_of_a_place_or_a_place_and_what_it_lies_in_agree(
    one: str, two: str
) -> None:
    assert not places_clash(one, two)
    assert not places_clash(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kiev", "Odessa"),
        ("г. Козлов", "Курская губ."),
        ("Tomsk", "Ukraine"),
        ("Berlin", "France"),
        ("Butyrka prison", "Leningrad"),
    ],
)
def test_two_places_of_which_neither_lies_in_the_other_clash(
    one: str, two: str
) -> None:
    assert places_clash(one, two)
    assert places_clash(two, one)
