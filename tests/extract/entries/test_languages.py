"""Registers in other languages are read by their vocabularies alone."""

import pytest

from lives.extract.entries.entry import Entry, Said
from lives.extract.entries.reader import read_entry
from lives.extract.entries.vocabulary import vocabulary
from lives.model.statement import Modality

UKRAINIAN = (
    "1902 р. н., с. Вишневе Лубенського району, українець, із селян, освіта початкова, "
    "б/п. Проживав у м. Лубни, вул. Зелена, 5. Бондар. Заарештований 19 листопада "
    "1937 р. Засуджений трійкою при УНКВС 23 листопада 1937 р. за ст. ст. "
    "54-10 КК УРСР до розстрілу. Вирок виконаний 11 грудня 1937 р. Реабілітований "
    "у 1959 р."
)

GERMAN = (
    "geborene Adler; geboren am 3. März 1880 in Fürth; wohnhaft in Nürnberg und "
    "München; Inhaftierung: 10. November 1938 - 5. Dezember 1938, Dachau, "
    "Konzentrationslager; Deportation: ab Nürnberg 29. November 1941 nach Riga, "
    "Ghetto; Todesdatum: 26. März 1942; Todesort: Riga, Ghetto"
)
PRISONER = (
    "Tischler, KPD-Mitglied seit 1930, geb. 14.2.1912 in Halle; 1936 vom "
    "Oberlandesgericht Hamm wegen Vorbereitung zum Hochverrat zu 3 Jahren Zuchthaus "
    "verurteilt; hingerichtet 5.5.1942 in Brandenburg"
)
STONE = (
    "HIER WOHNTE HANS ADLER JG. 1901 VERHAFTET 1935 „HOCHVERRAT“ ZUCHTHAUS "
    "BRANDENBURG 1940 SACHSENHAUSEN ERMORDET 3.2.1943 MAJDANEK"
)


def read(text: str, language: str) -> Entry:
    return read_entry(text, vocabulary(language))


def one(entry: Entry, kind: str) -> Said:
    (found,) = (said for said in entry.said if said.kind == kind)
    return found


def day(said: Said) -> str:
    return said.when.edtf if said.when else ""


def test_a_ukrainian_entry_is_read_to_its_last_word() -> None:
    entry = read(UKRAINIAN, "uk")
    assert [said.kind for said in entry.said] == [
        "birth",
        "nationality",
        "origin",
        "education",
        "membership",
        "residence",
        "occupation",
        "arrest",
        "sentence",
        "charge",
        "execution",
        "rehabilitation",
    ]
    assert not entry.unread


def test_articles_of_law_after_a_day_are_no_old_style() -> None:
    sentence = one(read(UKRAINIAN, "uk"), "sentence")
    assert day(sentence) == "1937-11-23"
    assert (sentence.what, sentence.group) == ("розстрілу", "трійкою при УНКВС")
    charge = one(read(UKRAINIAN, "uk"), "charge")
    assert (charge.what, charge.modality) == (
        "ст. ст. 54-10 КК УРСР",
        Modality.CHARGED,
    )


def test_what_others_tell_is_reported_in_ukrainian_too() -> None:
    text = "1880 р. н., с. Тихе. За спогадами сусідів, помер у Карлазі 1943 р."
    death = one(read(text, "uk"), "death")
    assert (death.modality, death.voice) == (
        Modality.REPORTED,
        "За спогадами сусідів",
    )
    assert (day(death), death.where) == ("1943", "Карлазі")


def test_a_german_entry_is_read_to_its_last_word() -> None:
    entry = read(GERMAN, "de")
    told = [(said.kind, day(said), said.where) for said in entry.said]
    assert told == [
        ("birth", "1880-03-03", "Fürth"),
        ("residence", "", "Nürnberg"),
        ("residence", "", "München"),
        ("imprisonment", "1938-11-10/1938-12-05", "Dachau, Konzentrationslager"),
        ("deportation", "1941-11-29", "Riga, Ghetto"),
        ("death", "1942-03-26", "Riga, Ghetto"),
    ]
    assert [name.name for name in entry.names] == ["Adler"]
    assert not entry.unread


def test_a_verb_at_the_end_gathers_what_stands_before_it() -> None:
    entry = read(PRISONER, "de")
    sentence, charge = one(entry, "sentence"), one(entry, "charge")
    assert (day(sentence), sentence.group) == ("1936", "Oberlandesgericht Hamm")
    assert sentence.what == "3 Jahren Zuchthaus"
    assert charge.what == "Vorbereitung zum Hochverrat"
    assert charge.modality is Modality.CHARGED
    assert one(entry, "occupation").what == "Tischler"
    assert not entry.unread


def test_an_inscription_in_capitals_is_read() -> None:
    entry = read(STONE, "de")
    assert [(said.kind, day(said), said.where) for said in entry.said] == [
        ("birth", "1901", ""),
        ("arrest", "1935", ""),
        ("charge", "", ""),
        ("imprisonment", "", "ZUCHTHAUS BRANDENBURG"),
        ("camp", "1940", "SACHSENHAUSEN"),
        ("killing", "1943-02-03", "MAJDANEK"),
    ]


def test_who_was_declared_dead_may_have_died() -> None:
    death = one(read("geb. 3.5.1912 in Ulm; für tot erklärt", "de"), "death")
    assert death.modality is Modality.HEDGED


@pytest.mark.parametrize(
    "text",
    [
        "geb. 3.5.1912 in Ulm; nicht verhaftet",
        "geb. 3.5.1912 in Ulm; sollte 1943 deportiert werden",
        "geb. 3.5.1912 in Ulm; aus dem Schuldienst entlassen 1933",
        "geb. 3.5.1912 in Ulm; Sohn eines Lehrers",
    ],
)
def test_what_did_not_happen_so_is_not_told(text: str) -> None:
    entry = read(text, "de")
    assert [said.kind for said in entry.said] == ["birth"]
    assert not entry.people
    assert len(entry.unread) == 1


def test_what_happened_to_relatives_did_not_happen_to_the_person() -> None:
    text = (
        "geb. 3.5.1912 in Ulm. Der Bruder wurde 1938 verhaftet. Die Eltern wurden nach "
        "Riga deportiert. 1939 emigriert nach England."
    )
    entry = read(text, "de")
    assert [(said.kind, said.about) for said in entry.said] == [
        ("birth", None),
        ("arrest", 0),
        ("deportation", 1),
        ("emigration", None),
    ]
    assert [person.relation for person in entry.people] == ["brother", "parent"]


def test_what_follows_talk_of_a_relative_is_about_the_person() -> None:
    entry = read("1878 г. р. Жена Анна, арестована. Русский.", "ru")
    assert [(said.kind, said.about) for said in entry.said] == [
        ("birth", None),
        ("arrest", 0),
        ("nationality", None),
    ]


def test_the_maiden_name_of_a_wife_is_no_name_of_her_husband() -> None:
    entry = read("* 3.4.1899 in Köln. Ehefrau: Martha geb. Stern.", "de")
    assert [person.name for person in entry.people] == ["Martha"]
    assert not entry.names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1902 р. н., українець, згодом переїхав на Урал.", "uk"),
        ("1902 р. н., українець, заарештовано його брата.", "uk"),
    ],
)
def test_what_is_not_understood_becomes_no_occupation(text: str, language: str) -> None:
    entry = read(text, language)
    assert [said.kind for said in entry.said] == ["birth", "nationality"]
    assert len(entry.unread) == 1


def test_from_one_day_to_another_is_one_date() -> None:
    text = "1890 г. р., г. Орша. Содержался в тюрьме 1.02.1938 - 3.04.1938."
    held = one(read(text, "ru"), "imprisonment")
    assert day(held) == "1938-02-01/1938-04-03"


def test_years_after_a_name_are_birth_and_death() -> None:
    entry = read("1899–1937, сторож.", "ru")
    assert [(said.kind, day(said)) for said in entry.said] == [
        ("birth", "1899"),
        ("death", "1937"),
        ("occupation", ""),
    ]


def test_a_date_is_kept_where_what_follows_it_is_not_understood() -> None:
    arrest = one(
        read("1890 г. р., г. Орша. Арестован 3.03.1938 во сне.", "ru"), "arrest"
    )
    assert day(arrest) == "1938-03-03"


def test_a_date_that_ends_a_sentence_belongs_to_that_sentence() -> None:
    text = (
        "1890 р. н. Освіта: Перша гімназія, 1912 р. Заарештований. Звільнений 1940 р."
    )
    entry = read(text, "uk")
    assert [(said.kind, day(said)) for said in entry.said] == [
        ("birth", "1890"),
        ("education", "1912"),
        ("arrest", ""),
        ("release", "1940"),
    ]


def test_a_date_before_a_verb_is_not_lost_to_the_next_sentence() -> None:
    text = "geb. 3.5.1912 in Ulm; Februar 1945 befreit. Nach 1946 Landrat."
    assert day(one(read(text, "de"), "release")) == "1945-02"


def test_a_sentence_to_death_is_no_execution() -> None:
    entry = read(
        "1899 р. н., с. Млини. Вирок: розстріл. Замінено на 10 років ВТТ.", "uk"
    )
    assert [(said.kind, said.what) for said in entry.said] == [
        ("birth", ""),
        ("sentence", "розстріл"),
        ("sentence", "10 років ВТТ"),
    ]


def test_a_charge_that_was_not_borne_out_is_denied() -> None:
    text = "1899 р. н., с. Млини. Обвинувачення у шпигунстві не підтвердилося."
    charge = one(read(text, "uk"), "charge")
    assert (charge.what, charge.modality) == ("шпигунстві", Modality.NEGATED)


def test_talk_of_a_relative_ends_with_the_sentence_that_a_year_ends() -> None:
    text = "1878 г. р. Жена Анна, умерла в 1932 г. Реабилитирован в 1989 г."
    assert one(read(text, "ru"), "rehabilitation").about is None


def test_children_without_names_have_an_entry() -> None:
    entry = read("1878 р. н., с. Тихе. Троє дітей померли навесні 1933 р.", "uk")
    assert [(person.relation, person.name) for person in entry.people] == [
        ("child", "")
    ]
    assert one(entry, "death").about == 0
