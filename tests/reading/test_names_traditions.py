import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.reading.names_many import latin_forms_of
from lives.reading.names_traditions import (
    consonant_readings,
    consonants,
    latin_forms,
    plain_letters,
    romanised,
    traditions,
)

cyrillic = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў", min_size=1, max_size=12)
written = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("word", "tradition", "latin"),
    [
        ("Орлов-Юрьев", "popular", "Orlov-Yuriev"),
        ("Алексей Юрский", "popular", "Alexei Yursky"),
        ("Ершов", "bgn", "Yershov"),
        ("Съедин", "bgn", "Sʺyedin"),
        ("Цветаев Юрий", "ala_lc", "T͡svetaev I͡uriĭ"),
        ("Щукин", "iso9", "Ŝukin"),
        ("Яхнюк", "iso9", "Âhnûk"),
        ("Чёрный", "scholarly", "Čërnyj"),
        ("Мещерский", "german", "Meschtscherski"),
        ("Асеев", "german", "Assejew"),
        ("Жаров", "french", "Jarov"),
        ("Пушкин", "french", "Pouchkine"),
        ("Алексеев", "french", "Alexeïev"),
        ("Герасимов", "french", "Guerassimov"),
        ("Черкасов", "italian", "Cerkasov"),
        ("Шишкин", "polish", "Szyszkin"),
        ("Людмила Жилина", "polish", "Ludmiła Żylina"),
        ("Казань", "polish", "Kazań"),
        ("Леся Хмельницька", "scholarly", "Lesja Chmėlʹnyc’ka".replace("’", "ʹ")),
        ("ЗОТОВ", "french", "ZOTOV"),
    ],
)
def test_a_name_is_written_as_its_tradition_writes_it(
    word: str, tradition: str, latin: str
) -> None:
    assert romanised(word, tradition) == latin


@pytest.mark.parametrize(
    ("old", "new"), [("Вѣринъ", "Верин"), ("Ѳедоровъ", "Федоров"), ("Іоновъ", "Ионов")]
)
def test_letters_of_before_1918_are_written_as_those_after(old: str, new: str) -> None:
    assert latin_forms(new)[0] in latin_forms(old)


@given(cyrillic)
def test_a_cyrillic_word_has_plain_forms_each_once(word: str) -> None:
    forms = latin_forms(word)
    assert len(forms) == len(set(forms))
    assert all(re.fullmatch("[a-z]*", form) for form in forms)
    assert any(forms) or not word.strip("ъь")


@given(cyrillic)
def test_the_plain_forms_are_those_of_the_traditions(word: str) -> None:
    ours = {plain_letters(romanised(word, name)) for name in traditions()}
    assert ours - {""} == set(latin_forms(word)) - {""}


@given(written)
def test_any_text_has_forms_and_a_key(text: str) -> None:
    assert all(re.fullmatch("[a-z]+", form) for form in latin_forms(text) if form)
    assert consonants(text)
    assert consonant_readings(text)[0] == consonants(text)


@pytest.mark.parametrize(
    "spellings",
    [
        "Ежов Yezhov Ezhov Ežov Jeschow Iejov Ejov Eżow Ежова",
        "Соколовский Sokolovsky Sokolowski Sokolovskij Sokołowski Соколовская",
        "Соколовская Sokolovskaya Sokolovskaja Sokolovskaïa Sokolovskii",
        "Шаховской Shakhovskoy Schachowskoi Chakhovskoï Szachowskoj Šachovskoj",
        "Щербатов Shcherbatov Schtscherbatow Chtcherbatov Szczerbatow Ščerbatov",
        "Рубцов Rubtsov Rubzow Roubtsov Rubcow Rubcov",
        "Лыжин Lyzhin Lyschin Lyjine Łyżyn Lyžin",
        "Орлов Orlov Orlow Orloff Orlof Орлова",
        "Гольдштейн Goldstein Goldshtein Goldsztejn",
    ],
)
def test_spellings_of_one_name_lie_under_one_key(spellings: str) -> None:
    words = spellings.split()
    assert {consonants(word) for word in words} == {consonants(words[0])}


@pytest.mark.parametrize(
    ("cyrillic_word", "latin"),
    [("Гейне", "Heine"), ("Хаит", "Hait"), ("Жанов", "Janov"), ("Янов", "Janov")],
)
def test_a_spelling_that_languages_mean_differently_has_every_reading(
    cyrillic_word: str, latin: str
) -> None:
    assert consonants(cyrillic_word) in consonant_readings(latin)


def test_names_of_one_sound_less_have_other_keys() -> None:
    keys = {consonants(word) for word in ["Орлов", "Орловский", "Козлов", "Белов"]}
    assert len(keys) == 4


def test_a_tradition_nobody_has_is_refused() -> None:
    with pytest.raises(KeyError):
        romanised("Орлов", "martian")


def test_many_words_are_spelled_as_each_of_them_is() -> None:
    told = (
        "Ежов Жуков Щукина Юрьев Объедков Луцкий Троцкий Ельцин Чёрный Йозеф Её Ы "
        "Дзержинський Міхневіч Ѳедоровъ Петров-Водкин О'Брайен"
    )
    words = told.split()
    many = [(letters.tobytes(), begin) for letters, begin in latin_forms_of(words)]
    for n, word in enumerate(words):
        spelled = [text[begin[n] : begin[n + 1]].decode() for text, begin in many]
        assert tuple(dict.fromkeys(spelled)) == latin_forms(word), word
