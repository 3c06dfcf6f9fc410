import time

import pytest

from lives.model.place import PlaceKind
from lives.reading.dates import read_date
from lives.reading.places import read_place
from lives.reading.places_gazetteer import _records, known, place


def at(text: str) -> str:
    found = read_place(text)
    return found.place.id if found.place else ""


@pytest.mark.parametrize(
    ("written", "record"),
    [
        ("г. Ленинград", "saint-petersburg"),
        ("в Петрограде", "saint-petersburg"),
        ("Alma-Ata", "almaty"),
        ("г. Верный", "almaty"),
        ("г. Свердловск", "yekaterinburg"),
        ("Ekaterinburg", "yekaterinburg"),
        ("в Нижнем Новгороде", "nizhniy-novgorod"),
        ("г.Горький", "nizhniy-novgorod"),
        ("в Вышнем Волочке", "vyshniy-volochek"),
        ("во Львове", "lviv"),
        ("в Ельце", "yelets"),
        ("г. Витебска", "vitebsk"),
        ("Тифлис", "tbilisi"),
        ("Юзовка", "donetsk"),
        ("Брест-Литовск", "brest"),
        ("г. Ново-Николаевск", "novosibirsk"),
        ("Dvinsk", "daugavpils"),
        ("Constantinople", "istanbul"),
    ],
)
def test_a_town_is_found_under_each_of_its_names_and_in_other_cases(
    written: str, record: str
) -> None:
    assert at(written) == record
    assert read_place(written).whole


@pytest.mark.parametrize(
    ("written", "record"),
    [
        ("в Курской губ.", "kursk-guberniya"),
        ("Тамбовская губ.", "tambov-guberniya"),
        ("Моск. обл.", "moscow-oblast"),
        ("в Фатежском уезде Курской губернии", "fatezhsky-uyezd"),
        ("БССР", "belarus"),
        ("Бурят-Монгольской АССР", "buryatia"),
        ("Северо-Кавказский край", "north-caucasus-krai"),
        ("обл. Войска Донского", "don-oblast"),
        ("Tula province", "tula-guberniya"),
        ("Республика Казахстан", "kazakhstan"),
        ("Нижне-Ломовский уезд", "nizhnelomovsky-uyezd"),
        ("Karlag", "karlag"),
        ("Butyrka prison", "butyrskaya-tyurma"),
    ],
)
def test_regions_camps_and_prisons_are_found(written: str, record: str) -> None:
    assert at(written) == record


def test_the_order_of_the_parts_does_not_matter() -> None:
    one = read_place("в с. Ольховатка Бежецкого уезда Тверской губ.")
    two = read_place("Тверская губ., Бежецкий уезд, село Ольховатка")
    assert [p.name for p in one.parts] == [p.name for p in two.parts]
    assert [p.kind for p in two.parts] == [
        PlaceKind.GUBERNIYA,
        PlaceKind.UYEZD,
        PlaceKind.VILLAGE,
    ]
    assert one.place == two.place == place("bezhetsky-uyezd")
    assert not one.whole


def test_what_encloses_a_town_tells_which_is_meant() -> None:
    assert at("Владимирская обл., г. Александров") == "aleksandrov"
    assert at("Саратовская обл., пос. Александров Гай") == "aleksandrov-gay"
    assert at("Рязанская губ., г. Спасск") != at("Казанская губ., г. Спасск")


def test_a_town_that_does_not_lie_where_it_is_said_to_is_not_resolved() -> None:
    found = read_place("Киевская губ., г. Саратов")
    assert (found.place, found.whole) == (place("kiev-guberniya"), False)
    assert found.parts[-1].name == "Саратов"


@pytest.mark.parametrize("written", ["г. Ставрополь", "д. Ольховка", "с. Покровское"])
def test_what_may_be_one_of_several_is_not_guessed(written: str) -> None:
    found = read_place(written)
    assert found.place is None
    assert found.parts[0].written == written.split(" ", 1)[1]


def test_another_source_in_brackets_is_no_part_of_the_place() -> None:
    assert at("г. Одесса (по другим данным - в г. Москва)") == "odesa"
    assert at("г. Тула (он же - в г. Рига)") == "tula"


def test_near_a_town_is_not_in_it() -> None:
    found = read_place("Yanovka, near Odessa")
    assert found.place is None
    assert (found.parts[0].name, found.parts[0].near) == ("Odessa", True)


def test_a_place_has_the_name_of_the_day_and_that_of_today() -> None:
    shot, born = read_date("1937"), read_date("5 May 1905")
    assert shot is not None
    assert born is not None
    assert read_place("Leningrad", born).then == "Санкт-Петербург"
    assert read_place("Ленинград", shot).then == "Ленинград"
    assert read_place("г. Молотов").now == "Пермь"
    assert read_place("Курская губ.").now == ""


def test_every_record_points_only_at_records() -> None:
    for identifier in _records():
        record = place(identifier)
        related = [s.what for s in record.within] + [*record.covers]
        related += [record.seat] if record.seat else []
        assert all(known(other) for other in related), record
        assert record.names
        assert record.sources


def test_every_kind_of_words_that_nothing_is_known_of_stays_as_written() -> None:
    for odd in ("", " ", ",", "()", "г.", "губ.", "???", "г. , обл.", "у. у. у."):
        assert read_place(odd).written == odd


def test_reading_is_fast_enough_for_lists_of_millions() -> None:
    texts = [f"Курская губ., Фатежский уезд, д. Ольховка-{n}" for n in range(300)]
    read_place(texts[0])

    def spent() -> float:
        began = time.process_time()
        for text in texts:
            read_place(text)
        return (time.process_time() - began) / len(texts)

    assert spent() < 0.002  # ten times what is measured where nothing else runs
    assert spent() < 0.0003
