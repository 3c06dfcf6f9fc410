import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.mention import Gender
from lives.reading.names import (
    Grade,
    compatible,
    gender_of_given,
    is_given_name,
    parse_name,
    romanise,
    romanise_scholarly,
    same_given,
    skeleton,
    skeletons,
)

cyrillic = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12)
written = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


@given(written)
def test_any_text_can_be_taken_apart(text: str) -> None:
    assert parse_name(text).plain == parse_name(f"  {text} ").plain


@given(written, written)
def test_the_order_of_two_names_does_not_change_the_grade(one: str, two: str) -> None:
    a, b = parse_name(one), parse_name(two)
    assert compatible(a, b).verdict is compatible(b, a).verdict


@given(written)
def test_a_name_with_any_word_agrees_with_itself(text: str) -> None:
    name = parse_name(text)
    if name.plain:
        assert compatible(name, name).agrees


@given(cyrillic)
def test_a_word_and_its_romanisation_share_a_skeleton(word: str) -> None:
    assert skeleton(romanise(word)) in skeletons(romanise(word))
    assert romanise(word).isascii()
    assert romanise_scholarly(word).replace("ʹ", "").replace("ʺ", "").isascii()


@given(st.text(max_size=20))
def test_the_first_of_all_skeletons_is_the_skeleton(word: str) -> None:
    assert skeletons(word)[0] == skeleton(word)


@pytest.mark.parametrize(
    "spellings",
    [
        "Yezhov Ezhov Ежов Jeschow Iejov Ejov Ezhova",
        "Lutsky Lutzky Lutski Луцкий Lutskii Lutzki Luckij Lutskaya",
        "Rakovsky Rakowski Racovski Раковский Rakovskii",
        "Chekhov Tchekhov Tschechow Чехов",
        "Muralov Mouralov Муралов Muralova",
        "Preobrazhensky Preobrajensky Preobraschenski Преображенский",
        "Joffe Ioffe Иоффе Yoffe",
    ],
)
def test_spellings_of_one_surname_can_be_found_by_one_key(spellings: str) -> None:
    first, *others = spellings.split()
    assert all(skeleton(first) in skeletons(other) for other in others)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lunin", "Lanin"),
        ("Petrov", "Pavlov"),
        ("Sedov", "Sidorov"),
        ("Orlov", "Orlin"),
    ],
)
def test_different_surnames_have_different_keys(one: str, two: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(two))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Muralov, Nikolai Ivanovich", "Nikolai Ivanovich Muralov"),
        ("МУРАЛОВ Николай Иванович", "Николай Иванович Муралов"),
        ("Муралов Н.И.", "Н. И. Муралов"),
        ("Comrade Rosa Levine's", "Rosa Levine"),
        ("Carl von Clausewitz", "Carl von Clausewitz"),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("Rosmer (Alfred Griot)", "Rosmer"),
        ("Ivan [Vanya] Sidorov", "Ivan Sidorov"),
        ("Boris Nikolaevich", "Boris Nikolaevich"),
    ],
)
def test_a_name_is_put_in_plain_order(text: str, plain: str) -> None:
    assert parse_name(text).plain == plain


def test_the_parts_of_a_name_are_told_apart() -> None:
    name = parse_name("Dr Andrei Pavlovich de Witte")
    assert name.titles == ("Dr",)
    assert (name.given, name.patronymic) == (("Andrei",), "Pavlovich")
    assert (name.surname, name.core) == ("de Witte", "Witte")


def test_other_names_in_brackets_are_kept() -> None:
    assert parse_name("Rosmer (Alfred Griot)").aliases == ("Alfred Griot",)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Webb", Gender.FEMALE),
        ("Yevgenia Bosch", Gender.FEMALE),
        ("Иванова А. П.", Gender.FEMALE),
        ("Sergei Sedov", Gender.MALE),
        ("K. Sedov", Gender.UNKNOWN),
        ("Мария Абрамовна", Gender.FEMALE),
    ],
)
def test_gender_is_read_where_the_words_show_it(text: str, gender: Gender) -> None:
    assert parse_name(text).gender is gender


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("Лев Седов", "Leon Sedov", Grade.FULL),
        ("Seryozha Sedov", "Sergei Lvovich Sedov", Grade.FULL),
        ("N. I. Muralov", "Nikolai Ivanovich Muralov", Grade.INITIALS),
        ("Muralov", "Nikolai Muralov", Grade.SURNAME),
        ("Alfred", "Alfred Rosmer", Grade.GIVEN),
        ("Martin", "Paul Martin", Grade.SURNAME),
        ("V. M. Orlov", "Ivan Orlov", Grade.INITIALS_DIFFER),
        ("Ivan Orlov", "Pyotr Orlov", Grade.GIVEN_DIFFERS),
        ("Ivan Petrovich Orlov", "Ivan Pavlovich Orlov", Grade.PATRONYMIC_DIFFERS),
        ("Mrs Orlova", "Ivan Orlov", Grade.GENDER_DIFFERS),
        ("Ivan Orlov", "Ivan Belov", Grade.SURNAME_DIFFERS),
    ],
)
def test_two_names_are_compared_by_degrees(one: str, two: str, grade: Grade) -> None:
    found = compatible(parse_name(one), parse_name(two))
    assert found.verdict is grade
    assert all(found.because)


def test_forms_of_one_given_name_are_known_with_the_reason() -> None:
    assert same_given("Vanya", "Ivan") == "Vanya is short for Ivan"
    assert same_given("Lev", "Leon") == "Lev and Leon are one name"
    assert not same_given("Boris", "Gleb")


def test_a_given_name_spelt_anew_is_recognised() -> None:
    assert is_given_name("Jewgenij")
    assert gender_of_given("Vyacheslaw") is Gender.MALE
    assert not is_given_name("Committee")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Prabowo Subandrio", "Prabowo Subianto"),
        ("Alexander Lukashevich", "Alexander Lukashenko"),
        ("Hans Otto Weber", "Hans Joachim Weber"),
        ("William G. Frost", "William W. Frost"),
        ("习近朋", "习近平"),
        ("Omar al-Rawi", "Omar al-Tikriti"),
    ],
)
def test_names_that_share_only_a_given_name_or_a_particle_differ(
    one: str, two: str
) -> None:
    assert not compatible(parse_name(one), parse_name(two)).agrees


def test_the_surname_may_come_first() -> None:
    found = compatible(parse_name("Orlov Ivan"), parse_name("Ivan Orlov"))
    assert found.verdict is Grade.FULL
    peng = compatible(parse_name("Peng"), parse_name("Peng Shuzhi"))
    assert peng.verdict is Grade.SURNAME


@pytest.mark.parametrize(
    ("written_name", "sort", "other"),
    [
        ("Анна Громова, урожд. Зотова", "maiden", "Зотова"),
        ("Громова (урожд. Зотова) Анна", "maiden", "Зотова"),
        ("Anna Gromow geb. Sotow", "maiden", "Sotow"),
        ("Anna Gromowa z domu Zotowa", "maiden", "Zotowa"),
        ("Anne Gromov née Zotov", "maiden", "Zotov"),
        ("Анна Зотова, в замужестве Громова", "married", "Громова"),
        ("Анна Зотова по мужу Громова", "married", "Громова"),
        ("И. Н. Зотов (парт. псевд. Фома)", "party", "Фома"),
        ("Léon Zotov dit Markine", "other", "Markine"),
        ("Иван Зотов, он же Пётр Громов", "other", "Пётр Громов"),
    ],
)
def test_a_mark_tells_what_another_name_is(
    written_name: str, sort: str, other: str
) -> None:
    name = parse_name(written_name)
    assert [(one.sort, one.name) for one in name.also] == [(sort, other)]
    assert other not in name.plain
    assert (name.maiden, name.married, name.party) == tuple(
        other if sort == one else "" for one in ("maiden", "married", "party")
    )


@pytest.mark.parametrize(
    ("written_name", "given_names", "patronymic", "surname"),
    [
        ("Хаим бен Авраам Коган", ("Хаим",), "бен Авраам", "Коган"),
        ("Мамед Али оглы Гусейнов", ("Мамед",), "Али оглы", "Гусейнов"),
        ("Гусейнов Мамед Али оглы", ("Мамед",), "Али оглы", "Гусейнов"),
        ("Nino Giorgis asuli Zotadze", ("Nino",), "Giorgis asuli", "Zotadze"),
        ("тов. Зотов И. Н.", (), "", "Зотов"),
        ("Зотов И. Н. младший", (), "", "Зотов"),
    ],
)
def test_a_father_may_be_told_in_two_words_and_titles_are_no_names(
    written_name: str, given_names: tuple[str, ...], patronymic: str, surname: str
) -> None:
    name = parse_name(written_name)
    assert (name.given, name.patronymic, name.surname) == (
        given_names,
        patronymic,
        surname,
    )
