"""What register entries say, and what is left of them."""

import pytest

from lives.extract.entries.entry import Entry, Said
from lives.extract.entries.reader import read_entry
from lives.extract.entries.vocabulary import languages, vocabulary
from lives.model.kinds import kinds
from lives.model.statement import Modality

LINE = (
    "род. 1897, Тверская губ., Ржевский уезд, д. Липки, русский, б/п, "
    "артель «Заря»: сапожник. Адрес: ул. Садовая, д. 3, кв. 8. "
    "Расстрелян 7.04.1938. Место захоронения: Бутово."
)
FIELDS = (
    "Родилась в 1904 г., г. Вязьма; полька; образование среднее;\n"
    "машинистка.\n"
    "Проживала: г. Вязьма.\n"
    "Арестована 3 марта 1938 г.\n"
    "Приговорена: тройка при УНКВД по Смоленской обл. 15 марта 1938 г., "
    "обв.: по ст. 58-6.\n"
    "Приговор: 10 лет ИТЛ"
)


def read(text: str) -> Entry:
    return read_entry(text, vocabulary("ru"))


def one(entry: Entry, kind: str) -> Said:
    (found,) = (said for said in entry.said if said.kind == kind)
    return found


def day(said: Said) -> str:
    return said.when.edtf if said.when else ""


def test_a_line_of_a_list_is_read_to_its_last_word() -> None:
    entry = read(LINE)
    told = [said.kind for said in entry.said]
    assert told == [
        "birth",
        "nationality",
        "membership",
        "occupation",
        "residence",
        "execution",
        "burial",
    ]
    assert not entry.unread


def test_birth_has_its_year_and_all_of_its_place() -> None:
    birth = one(read(LINE), "birth")
    assert (day(birth), birth.where) == (
        "1897",
        "Тверская губ., Ржевский уезд, д. Липки",
    )


def test_who_is_of_no_party_is_no_member_of_one() -> None:
    assert one(read(LINE), "membership").modality is Modality.NEGATED


def test_where_somebody_worked_is_parted_from_what_he_was() -> None:
    work = one(read(LINE), "occupation")
    assert (work.what, work.group) == ("сапожник", "артель «Заря»")


def test_a_sentence_told_in_two_places_is_one() -> None:
    sentence = one(read(FIELDS), "sentence")
    assert sentence.group == "тройка при УНКВД по Смоленской обл."
    assert (day(sentence), sentence.what) == ("1938-03-15", "10 лет ИТЛ")
    assert FIELDS[sentence.start : sentence.end].startswith("Приговорена: тройка")


def test_a_charge_is_charged() -> None:
    charge = one(read(FIELDS), "charge")
    assert (charge.what, charge.modality) == ("ст. 58-6", Modality.CHARGED)


def test_every_value_stands_in_the_words_that_are_opened() -> None:
    for text in (LINE, FIELDS):
        for said in read(text).said:
            for value in (said.where, said.what, said.group):
                assert value in text[said.start : said.end]


def test_what_others_say_stands_beside_what_the_register_says() -> None:
    text = "род. 1891 (по другим данным - в 1893), г. Орша, еврей."
    births = [said for said in read(text).said if said.kind == "birth"]
    assert [day(birth) for birth in births] == ["1891", "1893"]
    assert births[1].modality is Modality.REPORTED
    assert births[1].voice == "по другим данным"


def test_two_places_of_birth_stand_side_by_side() -> None:
    text = "род. 1891, г. Орша (по др. данным - г. Борисов), еврей."
    births = [said for said in read(text).said if said.kind == "birth"]
    assert [birth.where for birth in births] == ["г. Орша", "г. Борисов"]


def test_a_date_before_an_event_is_its_own() -> None:
    arrests = read("1893, г. Ейск. В июле 1937 г. арестован.").said
    assert day(arrests[-1]) == "1937-07"


def test_who_sentenced_may_stand_before_the_verb() -> None:
    text = (
        "Особой тройкой УНКВД ЛО 19 августа 1937 г. приговорен по ст. 58-10 УК РСФСР "
        "к высшей мере наказания."
    )
    sentence = one(read(text), "sentence")
    assert sentence.group == "Особой тройкой УНКВД ЛО"
    assert (day(sentence), sentence.what) == ("1937-08-19", "высшей мере наказания")


def test_an_old_style_date_is_told_in_both_calendars() -> None:
    birth = one(read("родился 2(14) янв. 1898, г. Рига."), "birth")
    assert day(birth) == "1898-01-14"
    assert birth.when is not None
    assert birth.when.calendar == "julian"


def test_relatives_have_an_entry_of_their_own() -> None:
    text = (
        "1878 г. р., д. Верхи. Состав семьи: жена Фекла, 1880 г. р. (ум. 1932); "
        "сыновья Онисим, 1909 г. р., Гурий, 1916 г. р."
    )
    entry = read(text)
    assert [(p.relation, p.name) for p in entry.people] == [
        ("wife", "Фекла"),
        ("son", "Онисим"),
        ("son", "Гурий"),
    ]
    deaths = [(s.about, day(s)) for s in entry.said if s.kind == "death"]
    assert deaths == [(0, "1932")]
    births = [(s.about, day(s)) for s in entry.said if s.kind == "birth"]
    assert births == [(None, "1878"), (0, "1880"), (1, "1909"), (2, "1916")]


def test_other_forms_of_a_name_are_names() -> None:
    entry = read("(варианты фамилии: Гейден)\nРодился в 1930 г.")
    assert [(name.part, name.name) for name in entry.names] == [("surname", "Гейден")]


def test_what_nobody_can_read_is_left_and_not_taken_for_a_trade() -> None:
    entry = read("род. 1890, г. Орша, русский, позднее уехал на Урал.")
    assert [said.kind for said in entry.said] == ["birth", "nationality"]
    assert len(entry.unread) == 1


def test_letters_of_another_script_are_read_as_they_were_meant() -> None:
    entry = read("род. 1890, г. Киeв, pусский, cлесарь.")  # Latin e, p and c
    assert one(entry, "birth").where == "г. Киев"
    assert one(entry, "nationality").what == "русский"


@pytest.mark.parametrize("language", languages())
def test_a_vocabulary_makes_only_what_its_kinds_can_hold(language: str) -> None:
    words = vocabulary(language)
    made = [(s.name, s.kind, form) for s in words.sections for form in s.forms]
    made += [(i.name, i.kind, i.form) for i in words.items if not i.alias]
    for name, key, form in made:
        if key:
            kind = kinds()[key]
            assert "group" not in form.groupindex or kind.group, name
            assert "what" not in form.groupindex or kind.what, name
