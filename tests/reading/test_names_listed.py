import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.reading.names_letters import meant
from lives.reading.names_listed import in_plain_order, listed_name


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ИОФФЕ Адольф Абрамович", "Адольф Абрамович Иоффе"),
        ("Тер-Ваганян В. А.", "В. А. Тер-Ваганян"),
        ("ТЕР-ВАГАНЯН ВАГАРШАК АРУТЮНОВИЧ", "Вагаршак Арутюнович Тер-Ваганян"),
        ("ДЕ ЛА КРУС Хуан", "Хуан Де Ла Крус"),
        ("Nin i Pérez, Andreu", "Andreu Nin i Pérez"),
        ("Преображенский", "Преображенский"),
    ],
)
def test_names_are_put_in_plain_order(written: str, plain: str) -> None:
    assert in_plain_order(written, surname_first=True) == plain


@pytest.mark.parametrize(
    ("written", "name", "others"),
    [
        (
            "ОРЛОВ (АДЛЕР) Яков Ильич",
            "Яков Ильич Орлов",
            ["Яков Ильич Адлер"],
        ),
        (
            "Орлова Оксана (Ксения) Ильинична",
            "Оксана Ильинична Орлова",
            ["Ксения Ильинична Орлова"],
        ),
        (
            "Орлов Яков Ильич (Эльевич)",
            "Яков Ильич Орлов",
            ["Яков Эльевич Орлов"],
        ),
        (
            "Орлов Яков Ильич (Адлер)",
            "Яков Ильич Орлов",
            ["Яков Ильич Адлер"],
        ),
        ("Орлов Яков (Адлеров)", "Яков Орлов", ["Яков Адлеров"]),
        (
            "Орлов (Адлер, Соколов) Яков (Янкель, Жак) Ильич",
            "Яков Ильич Орлов",
            [
                "Яков Ильич Адлер",
                "Яков Ильич Соколов",
                "Янкель Ильич Орлов",
                "Жак Ильич Орлов",
            ],
        ),
        (
            "Орлов Яков Ильич (Адлер Янкель (Жак) Эльевич)",
            "Яков Ильич Орлов",
            ["Янкель Эльевич Адлер", "Жак Эльевич Адлер"],
        ),
        (
            "Орлов Яков Ильич (Янкель Эльевич)",
            "Яков Ильич Орлов",
            ["Янкель Эльевич Орлов"],
        ),
        (
            "Орлов Яков Ильич (Иван Бездомный)",
            "Яков Ильич Орлов",
            ["Иван Бездомный"],
        ),
        ("Орлов Яков (он же Адлер Янкель)", "Яков Орлов", ["Янкель Адлер"]),
        ("Орлова (урожд. Адлер) Анна", "Анна Орлова", ["Анна Адлер"]),
        (
            "Орлова Анна Ильинична (урожд. Адлер)",
            "Анна Ильинична Орлова",
            ["Анна Ильинична Адлер"],
        ),
        ("Орлов Яков (парт. псевд.: Старик)", "Яков Орлов", ["Старик"]),
        ("Smith [Schmidt], John", "John Smith", ["John Schmidt"]),
        ("Орлов Hиколай (Hикита)", "Николай Орлов", ["Никита Орлов"]),
    ],
)
def test_brackets_hold_other_names_of_the_same_person(
    written: str, name: str, others: list[str]
) -> None:
    found = listed_name(written, surname_first=True)
    assert found.name == name
    assert [other.name for other in found.others] == others
    assert found.unread == ()


def test_names_given_first_are_put_in_the_place_of_the_word_before() -> None:
    found = listed_name("John (Jack) Smith (Schmidt)", surname_first=False)
    assert found.name == "John Smith"
    assert [other.name for other in found.others] == ["Jack Smith", "John Schmidt"]


def test_another_name_knows_the_words_it_is_written_in() -> None:
    written = "Орлов (он же Адлер) Яков"
    (other,) = listed_name(written, surname_first=True).others
    assert written[other.start : other.end] == "Адлер"
    written = "Орлов Яков (Адлер Янкель (Жак))"
    found = listed_name(written, surname_first=True)
    assert [written[o.start : o.end] for o in found.others] == [
        "Адлер Янкель (Жак)",
        "Жак",
    ]


@pytest.mark.parametrize(
    ("written", "unread"),
    [
        ("Орлов Яков (дело 17)", "(дело 17)"),
        ("Орлов Яков (слесарь)", "(слесарь)"),
        ("Орлов Яков ()", "()"),
        ("Орлов Яков (Адлер", "(Адлер"),
    ],
)
def test_brackets_that_hold_no_name_are_left_unread(written: str, unread: str) -> None:
    found = listed_name(written, surname_first=True)
    assert (found.name, found.others) == ("Яков Орлов", ())
    assert [written[start:end] for start, end in found.unread] == [unread]


@given(
    written=st.text("АдлерИльичОрлов ()[],;./-A1ов", max_size=40),
    first=st.booleans(),
)
def test_whatever_is_written_is_read_and_every_place_lies_in_it(
    written: str, *, first: bool
) -> None:
    found = listed_name(written, surname_first=first)
    for other in found.others:
        assert written[other.start : other.end].strip()
    for start, end in found.unread:
        assert 0 <= start < end <= len(written)
    assert not set("([") & set(found.name)


def test_brackets_within_brackets_within_brackets_are_no_names() -> None:
    deep = "(" * 5_000 + "Адлер" + ")" * 5_000
    found = listed_name(f"Орлов {deep} Яков", surname_first=True)
    assert (found.name, found.others) == ("Яков Орлов", ())
    assert found.unread == ((6, 6 + len(deep)),)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Hаум", "Наум"),
        ("Bлaдимиp", "Владимир"),
        ("Петрoв", "Петров"),
        ("Петр I. Орлов", "Петр І. Орлов"),
        ("Wолков", "Wолков"),
        ("Smirnоv Иван", "Smirnov Иван"),
        ("Nikolai", "Nikolai"),
    ],
)
def test_letters_of_another_script_that_look_the_same_are_read_as_meant(
    written: str, read: str
) -> None:
    assert meant(written) == read
