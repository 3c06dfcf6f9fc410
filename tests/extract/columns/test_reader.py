from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lives.extract.columns.reader import read_columns
from lives.extract.extractor import Document
from lives.model.errors import (
    BadRecipe,
    LivesError,
    Several,
    UnknownColumn,
)
from lives.model.extracted import Extracted
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.refusal import Refusal
from lives.model.statement import Modality, Statement

Read = Callable[..., list[Extracted]]

HEADINGS = (
    "Фамилия", "Имя", "Отчество", "Арест", "Обвинение", "Приговор", "Орган", "Жена"
)  # fmt: skip
RECIPE = """
about = "A made-up list, for the tests."
empty = ["нет"]

[name]
surname = "Фамилия"
given = "Имя"
patronymic = "Отчество"

[lookups.sentence]
"ВМН" = "death sentence, shooting"

[[people]]
key = "wife"
column = "Жена"
relation = "wife"
gender = "f"

[[statements]]
kind = "arrest"
when = "Арест"

[[statements]]
kind = "charge"
what = "Обвинение"

[[statements]]
kind = "sentence"
what = { column = "Приговор", lookup = "sentence" }
group = "Орган"

[[statements]]
kind = "arrest"
about = "wife"
words = "Жена"
"""
ROW = (
    "ПЕТРОВ", "Пётр", "Ильич", "12.03.1937", "шпионаж", "ВМН", "ВКВС", "арестована"
)  # fmt: skip


def mentions(found: list[Extracted]) -> list[Mention]:
    return [x for x in found if isinstance(x, Mention)]


def refused(found: list[Extracted]) -> list[Refusal]:
    return [x for x in found if isinstance(x, Refusal)]


def told(refusal: Refusal) -> tuple[str, str, str]:
    return refusal.column, refusal.value, refusal.why


def statements(found: list[Extracted], kind: str) -> list[Statement]:
    return [x for x in found if isinstance(x, Statement) and x.kind == kind]


def test_a_name_over_three_columns_is_one_mention_in_plain_order(read: Read) -> None:
    person = mentions(read(RECIPE, HEADINGS, ROW))[0]
    assert person.name == "Пётр Ильич Петров"
    assert person.text == "ПЕТРОВ\tПётр\tИльич"


def test_every_statement_opens_the_words_of_its_own_cells(read: Read) -> None:
    found = read(RECIPE, HEADINGS, ROW)
    (arrest, _wife), (sentence,) = (
        statements(found, "arrest"),
        statements(found, "sentence"),
    )
    assert arrest.quote == "12.03.1937"
    assert arrest.when is not None
    assert arrest.when.earliest == arrest.when.latest == date(1937, 3, 12)
    assert sentence.quote == "ВМН\tВКВС"
    assert sentence.what == "death sentence, shooting"
    assert sentence.written == "ВМН"
    assert sentence.group == "ВКВС"
    assert sentence.reader == "columns/2"
    assert sentence.because == "recipe list.toml: 'Приговор', 'Орган'"


def test_a_charge_is_never_asserted(read: Read) -> None:
    (charge,) = statements(read(RECIPE, HEADINGS, ROW), "charge")
    assert charge.what == "шпионаж"
    assert charge.modality is Modality.CHARGED
    assert not charge.counts


def test_an_unnamed_wife_is_a_person_known_through_her_husband(read: Read) -> None:
    found = read(RECIPE, HEADINGS, ROW)
    husband, wife = mentions(found)
    assert wife.kind is MentionKind.NOMINAL
    assert (wife.relation, wife.of) == ("wife", husband.id)
    assert wife.gender is Gender.FEMALE
    (kinship,) = statements(found, "kinship")
    assert (kinship.subject, kinship.what) == (wife.id, "wife")
    assert kinship.roles[0].mention == husband.id
    assert statements(found, "arrest")[1].subject == wife.id


def test_an_empty_cell_says_nothing(read: Read) -> None:
    row = ("Петров", "Пётр", "", "-", "н/д", " ", "", "нет")
    found = read(RECIPE, HEADINGS, row)
    assert [type(x) for x in found] == [Mention]


def test_a_name_not_in_one_piece_is_cited_by_the_surname(read: Read) -> None:
    recipe = (
        '[name]\nsurname = "A"\ngiven = "C"\n[[statements]]\nkind = "death"\nwhen = "B"'
    )
    found = read(recipe, ("A", "B", "C"), ("Smilga", "1937", "Ivar"))
    (person,) = mentions(found)
    assert (person.text, person.name) == ("Smilga", "Ivar Smilga")


def test_other_names_and_the_name_at_birth_point_at_the_person(read: Read) -> None:
    recipe = """
[name]
full = "ФИО"
maiden = "Девичья"
[[aliases]]
column = "Псевдонимы"
separator = ";"
"""
    row = ("СЕДОВА Анна Ивановна", "Попова", "Ольга; Старуха")
    found = mentions(read(recipe, ("ФИО", "Девичья", "Псевдонимы"), row))
    main, *others = found
    assert main.gender is Gender.FEMALE
    assert [m.name for m in others] == ["Анна Ивановна Попова", "Ольга", "Старуха"]
    assert [m.text for m in others] == ["Попова", "Ольга", "Старуха"]
    assert {m.antecedent for m in others} == {main.id}
    assert others[0].because == "name at birth in column 'Девичья'"


def test_names_in_brackets_are_other_names_and_the_bytes_are_kept(read: Read) -> None:
    recipe = '[name]\nfull = "N"'
    found = read(recipe, ("N",), ("ОРЛОВ (АДЛЕР) Hиколай  (Никита) Львович",))
    main, *others = mentions(found)
    assert (main.name, main.gender) == ("Николай Львович Орлов", Gender.MALE)
    assert main.text == "ОРЛОВ (АДЛЕР) Hиколай  (Никита) Львович"
    assert [(m.text, m.name) for m in others] == [
        ("АДЛЕР", "Николай Львович Адлер"),
        ("Никита", "Никита Львович Орлов"),
    ]
    assert {m.antecedent for m in others} == {main.id}
    assert others[0].because == "another name in brackets, in column 'N'"


def test_names_in_brackets_are_read_over_columns_and_of_relatives(read: Read) -> None:
    recipe = """
[name]
surname = "S"
given = "G"
maiden = "M"
[[people]]
key = "husband"
column = "H"
named = true
relation = "husband"
"""
    row = ("Орлова (Адлер)", "Анна (Ханна)", "Белова", "Орлов Яков (Янкель)")
    found = mentions(read(recipe, ("S", "G", "M", "H"), row))
    assert [m.name for m in found] == [
        "Анна Орлова",
        "Ханна Орлова",
        "Анна Адлер",
        "Анна Белова",
        "Янкель Орлов",
        "Яков Орлов",
    ]
    husband = found[-1]
    assert found[4].antecedent == husband.id
    assert found[0].text == "Орлова (Адлер)\tАнна (Ханна)"


def test_brackets_that_hold_no_name_are_refused_unless_they_are_ignored(
    read: Read,
) -> None:
    recipe = '[name]\nfull = "N"'
    found = read(recipe, ("N",), ("ОРЛОВ Яков (дело 17)",))
    assert [m.name for m in mentions(found)] == ["Яков Орлов"]
    (one,) = refused(found)
    assert told(one) == ("N", "(дело 17)", "is no name")
    ignoring = read(f'{recipe}\nbrackets = "ignored"', ("N",), ("ОРЛОВ Яков (Адлер)",))
    assert [m.name for m in mentions(ignoring)] == ["Яков Орлов"]
    assert not refused(ignoring)


def test_a_cell_too_long_for_a_name_is_refused_with_its_row(read: Read) -> None:
    recipe = '[name]\nfull = "N"\n[[statements]]\nkind = "arrest"\nwhen = "D"'
    found = read(recipe, ("N", "D"), ("(Орлов) " * 100_000, "1937"))
    (one,) = found
    assert isinstance(one, Refusal)
    assert (one.column, one.why) == ("N", "is too long for a name")


def test_a_row_with_a_given_name_alone_names_somebody(read: Read) -> None:
    recipe = '[name]\nsurname = "S"\ngiven = "G"'
    (person,) = mentions(read(recipe, ("S", "G"), ("", "Мария")))
    assert (person.text, person.name) == ("Мария", "Мария")


def test_what_a_row_leaves_nameless_may_be_described(read: Read) -> None:
    recipe = (
        '[name]\nfull = "N"\ndescription = "D"\n[[statements]]\nkind="exile"\n'
        'where = "P"'
    )
    found = read(recipe, ("N", "D", "P"), ("", "his aged mother", "Barnaul"))
    (person,) = mentions(found)
    assert (person.kind, person.text) == (MentionKind.NOMINAL, "his aged mother")


def test_a_constant_holds_for_every_row_and_says_so(read: Read) -> None:
    recipe = """
[name]
full = "N"
[[statements]]
kind = "sentence"
when = { constant = "8.10.1936" }
what = { constant = "five years of camp" }
"""
    (said,) = statements(read(recipe, ("N",), ("Ivan Popov",)), "sentence")
    assert said.quote == "Ivan Popov"
    assert said.when is not None
    assert said.when.latest == date(1936, 10, 8)
    assert said.when.inferred == "the same for the whole list, by recipe list.toml"
    assert said.because == "recipe list.toml: being listed"


def test_one_cell_taken_apart_yields_statements_with_their_own_words(
    read: Read,
) -> None:
    recipe = r"""
[name]
full = "N"
order = "given first"
[[split]]
column = "Fate"
pattern = '(?P<what>[^,]+), (?P<day>\S+)(, released (?P<freed>\S+))?'
[[statements]]
kind = "sentence"
what = "what"
when = "day"
[[statements]]
kind = "release"
when = "freed"
"""
    rows = (("A B", "5 years, 1.2.1936, released 1941"), ("C D", "3 years, 1935"))
    found = read(recipe, ("N", "Fate"), *rows)
    assert [s.quote for s in statements(found, "sentence")] == [
        "5 years, 1.2.1936",
        "3 years, 1935",
    ]
    assert [s.quote for s in statements(found, "release")] == ["1941"]


def test_a_value_decides_which_statement_is_made_and_how_firmly(read: Read) -> None:
    recipe = """
[name]
full = "N"
[lookups.firmness]
"по слухам" = "hedged"
"точно" = "asserted"
[[statements]]
kind = "execution"
when = "Когда"
modality = { column = "Как", lookup = "firmness" }
only = { "Исход" = ["расстрелян"] }
[[statements]]
kind = "release"
when = "Когда"
only = { "Исход" = ["освобождён", "отпущен"] }
"""
    heads = ("N", "Исход", "Когда", "Как")
    rows = (("А", "Расстрелян", "1937", "по слухам"), ("Б", "отпущен", "1939", ""))
    found = read(recipe, heads, *rows)
    (shot,), (freed,) = statements(found, "execution"), statements(found, "release")
    assert shot.modality is Modality.HEDGED
    assert freed.modality is Modality.ASSERTED
    (unforeseen,) = refused(read(recipe, heads, ("В", "бежал", "1938", "")))
    assert told(unforeseen) == ("Исход", "бежал", "is foreseen by no condition")
    found = read(recipe, heads, ("Г", "расстрелян", "1939", "вроде"))
    assert [told(one) for one in refused(found)] == [("Как", "вроде", "has no reading")]
    assert not statements(found, "execution")  # nobody knows how firmly it is said


def test_entries_of_a_register_are_taken_apart_and_headings_skipped(
    read_text: Read,
) -> None:
    recipe = r"""
[entries]
pattern = '(?P<name>[^,]+), (?P<born>\d{4}) г\.\s?р\. Арест: (?P<day>\S+)\.'
skip = ["[А-Я]"]
[name]
full = "name"
[[statements]]
kind = "birth"
when = "born"
[[statements]]
kind = "arrest"
when = "day"
"""
    entry = "ПОПОВ Иван\n  Ильич, 1890 г.р.\r\nАрест: 12.03.1937."
    found = read_text(recipe, "П", entry)
    (person,) = mentions(found)
    assert person.text == "ПОПОВ Иван\n  Ильич"
    assert person.name == "Иван Ильич Попов"
    assert [s.quote for s in statements(found, "arrest")] == ["12.03.1937"]
    found = read_text(recipe, "П", entry, "РОВ Иван", entry)
    assert len(mentions(found)) == 2
    (one,) = refused(found)
    assert told(one) == ("", "РОВ Иван", "follows no pattern")
    assert one.place == "entry 3"
    assert "'skip'" in one.remedy


def test_lines_may_be_entries(read_text: Read) -> None:
    recipe = "[entries]\nlines = true\npattern = '(?P<n>.+)'\n[name]\nfull = \"n\""
    found = mentions(read_text(recipe, "Иван Попов\nПётр Котов", "Анна Рыбина"))
    assert [m.text for m in found] == ["Иван Попов", "Пётр Котов", "Анна Рыбина"]


# --- refusals -------------------------------------------------------------------


def refusal(read: Read, recipe: str, *rows: tuple[str, ...]) -> LivesError:
    with pytest.raises(LivesError) as stop:
        read(recipe, *rows)
    return stop.value


def test_a_column_nobody_decided_about_stops_the_reading(read: Read) -> None:
    stop = refusal(read, RECIPE, (*HEADINGS, "Адрес"), (*ROW, "Тверь"))
    assert isinstance(stop, UnknownColumn)
    assert stop.what == "column 'Адрес' is neither read nor ignored"
    assert stop.where == "row 1 of list.csv"
    assert stop.remedy == (
        "read 'Адрес' in a [[statements]] of list.toml, or add it to 'ignored' there"
    )
    ignoring = 'ignored = ["Адрес"]\n' + RECIPE
    assert read(ignoring, (*HEADINGS, "Адрес"), (*ROW, "Тверь"))


def test_a_column_that_the_list_lacks_stops_the_reading_unless_optional(
    read: Read,
) -> None:
    stop = refusal(read, RECIPE, HEADINGS[:-1], ROW[:-1])
    assert stop.what == "there is no column 'Жена'"
    assert read('optional = ["Жена"]\n' + RECIPE, HEADINGS[:-1], ROW[:-1])


def test_a_value_without_a_reading_is_refused_and_the_rest_of_the_row_read(
    read: Read,
) -> None:
    row = (*ROW[:5], "10 лет", *ROW[6:])
    found = read(RECIPE, HEADINGS, ROW, row)
    (one,) = refused(found)
    assert told(one) == ("Приговор", "10 лет", "has no reading")
    assert one.place == "row 3"
    assert one.remedy == 'add "10 лет" = "…" under [lookups.sentence] in list.toml'
    assert len(statements(found, "sentence")) == 1
    assert len(statements(found, "arrest")) == 4
    assert len(statements(found, "charge")) == 2


def test_a_date_in_an_unknown_form_is_refused_not_dropped(read: Read) -> None:
    row = (*ROW[:3], "позавчера", *ROW[4:])
    found = read(RECIPE, HEADINGS, row)
    (one,) = refused(found)
    assert told(one) == ("Арест", "позавчера", "is not a date")
    assert "[lookups.dates]" in one.remedy
    assert [s.when for s in statements(found, "arrest")] == [None]  # his wife's


def test_a_place_is_told_though_the_date_beside_it_is_refused(read: Read) -> None:
    recipe = (
        '[name]\nfull = "N"\n[[statements]]\nkind = "birth"\nwhen = "D"\nwhere = "P"\n'
    )
    found = read(recipe, ("N", "D", "P"), ("Иван Попов", "при царе", "Тверь"))
    (born,) = statements(found, "birth")
    assert (born.when, born.where, born.quote) == (None, "Тверь", "Тверь")
    assert [told(one)[1] for one in refused(found)] == ["при царе"]


def test_a_cell_that_two_rules_cannot_read_is_refused_once(read: Read) -> None:
    recipe = (
        '[name]\nfull = "N"\n[[statements]]\nkind = "arrest"\nwhen = "D"\n'
        '[[statements]]\nkind = "trial"\nwhen = "D"\n'
    )
    assert len(refused(read(recipe, ("N", "D"), ("Иван Попов", "тогда")))) == 1


def test_a_year_of_two_figures_asks_for_its_century(read: Read) -> None:
    rows = [(*ROW[:3], f"1{n}.08.37", *ROW[4:]) for n in range(3)]
    found = refused(read(RECIPE, HEADINGS, *rows))
    assert [one.why for one in found] == ["is not a date"] * 3
    assert {one.remedy for one in found} == {
        'say of which century: { column = "Арест", century = 1900 } in list.toml'
    }


def test_a_word_that_is_no_gender_is_refused_and_the_person_kept(read: Read) -> None:
    recipe = '[name]\nfull = "N"\ngender = "G"'
    found = read(recipe, ("N", "G"), ("Иван Попов", "мужик"), ("Анна Попова", "жен."))
    assert [m.gender for m in mentions(found)] == [Gender.UNKNOWN, Gender.FEMALE]
    assert [told(one) for one in refused(found)] == [("G", "мужик", "is no gender")]


def test_a_huge_cell_is_refused_by_its_first_words(read: Read) -> None:
    huge = "слово " * 50_000
    (one,) = refused(read(RECIPE, HEADINGS, (*ROW[:3], huge, *ROW[4:])))
    assert one.value == huge[:200]
    assert one.end - one.start == len(huge) - 1


@pytest.mark.parametrize(
    ("written", "century", "edtf", "inferred"),
    [
        ("11.08.37", 1900, "1937-08-11", True),
        ("3.1.85 г.", 1800, "1885-01-03", True),
        ("11.08.1937", 1900, "1937-08-11", False),
        ("1937", 1900, "1937", False),
    ],
)
def test_a_recipe_gives_years_of_two_figures_their_century(
    read: Read, written: str, century: int, edtf: str, *, inferred: bool
) -> None:
    old = 'when = "Арест"'
    assert old in RECIPE
    recipe = RECIPE.replace(old, f'when = {{ column = "Арест", century = {century} }}')
    row = (*ROW[:3], written, *ROW[4:])
    arrest = statements(read(recipe, HEADINGS, row), "arrest")[0]
    assert arrest.when is not None
    assert (arrest.when.edtf, arrest.when.written) == (edtf, written)
    assert ("century" in arrest.when.inferred) == inferred


@pytest.mark.parametrize("century", ["1937", "19", "true"])
def test_a_century_begins_with_a_round_year(read: Read, century: str) -> None:
    recipe = RECIPE.replace(
        'when = "Арест"', f'when = {{ column = "Арест", century = {century} }}'
    )
    assert isinstance(refusal(read, recipe, HEADINGS, ROW), BadRecipe)


def test_a_row_that_names_nobody_is_refused_whole(read: Read) -> None:
    found = read(RECIPE, HEADINGS, ("", "", "", *ROW[3:]), ROW)
    (one,) = refused(found)
    assert (one.column, one.why, one.place) == ("Фамилия", "nobody is named", "row 2")
    assert all(x.start >= one.end for x in found if isinstance(x, Statement))
    assert len(statements(found, "sentence")) == 1


def test_all_faults_of_a_recipe_come_at_once_and_nothing_is_read(read: Read) -> None:
    more = tuple(f"Адрес {n}" for n in range(40))
    stop = refusal(read, RECIPE, (*HEADINGS, *more), (*ROW, *more))
    assert isinstance(stop, Several)
    assert len(stop.faults) == 20
    assert stop.count == 40
    assert str(stop).endswith("40 faults; the first 20 are shown")


def test_of_two_statements_on_the_same_words_the_second_is_refused(read: Read) -> None:
    twice = RECIPE + '\n[[statements]]\nkind = "arrest"\nwhen = "Арест"\n'
    found = read(twice, HEADINGS, ROW)
    (one,) = refused(found)
    assert (one.value, one.why) == (
        "12.03.1937",
        "would be two statements of the kind 'arrest'",
    )
    assert len(statements(found, "arrest")) == 2


def test_values_beyond_the_headings_are_refused(read: Read) -> None:
    stop = refusal(read, RECIPE, HEADINGS, (*ROW, "лишнее"))
    assert isinstance(stop, UnknownColumn)
    assert "beyond the last heading" in stop.what


def test_a_recipe_for_entries_does_not_read_a_table(read: Read) -> None:
    recipe = "[entries]\npattern = '(?P<n>.+)'\n[name]\nfull = \"n\""
    assert isinstance(refusal(read, recipe, HEADINGS, ROW), BadRecipe)


# --- laws -----------------------------------------------------------------------

cells = st.text(st.characters(exclude_characters="\t\n", codec="utf-8"), max_size=12)
anything = (
    '[name]\nfull = "A"\ndescription = "B"\n[[statements]]\n'
    'kind = "occupation"\nwhat = "B"\nwhere = "C"'
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(cells.filter(str.strip), cells, cells), max_size=5))
def test_every_span_gives_back_its_quote_and_every_identifier_is_its_own(
    table: Callable[..., Document], rows: list[tuple[str, str, str]]
) -> None:
    laid_out = table(anything, (("A", "B", "C"), *rows))
    found = list(read_columns(laid_out))
    text = laid_out.read.text
    spans = [
        (x.start, x.end, x.text if isinstance(x, Mention) else x.quote)
        for x in found
        if isinstance(x, Mention | Statement)
    ]
    assert all(text[start:end] == words for start, end, words in spans)
    ids = [x.id for x in found if isinstance(x, Mention | Statement)]
    assert len(set(ids)) == len(ids)
    assert found == list(read_columns(laid_out))


def test_a_register_divided_into_sentences_opens_the_whole_sentence(
    read_text: Read,
) -> None:
    recipe = r"""
[entries]
pattern = '(?P<name>[^.]+)\. (?P<told>.+)'
[name]
full = "name"
[lookups.names]
"А. И. Котовой" = "А. И. Котова"
[[split]]
column = "told"
separator = '(?<![А-Я])\.\s*'
patterns = ['Муж (?P<wife>.+)', 'Умер в (?P<died>\d+)']
[[people]]
key = "wife"
column = "wife"
named = true
order = "given first"
lookup = "names"
[[statements]]
kind = "kinship"
words = "wife"
what = { constant = "husband" }
roles = { other = "wife" }
[[statements]]
kind = "death"
when = "died"
"""
    found = read_text(recipe, "КОТОВ Иван. Муж А. И. Котовой. Умер в 1938.")
    (kinship,), (death,) = statements(found, "kinship"), statements(found, "death")
    assert kinship.quote == "Муж А. И. Котовой"
    assert death.quote == "Умер в 1938"
    wife = mentions(found)[1]
    assert (wife.text, wife.name) == ("А. И. Котовой", "А. И. Котова")
    assert kinship.roles[0].mention == wife.id
    found = read_text(recipe, "КОТОВ Иван. Бежал. Умер в 1938.")
    (fled,) = refused(found)
    assert told(fled) == ("told", "Бежал", "follows no pattern")
    assert [s.quote for s in statements(found, "death")] == ["Умер в 1938"]
    found = read_text(recipe, "КОТОВ Иван. Муж Ольги.")
    (unknown,) = refused(found)
    assert told(unknown) == ("wife", "Ольги", "has no reading")
    assert not statements(found, "kinship")
    assert len(mentions(found)) == 1


def test_two_unnamed_daughters_in_the_same_words_are_two_persons(read: Read) -> None:
    recipe = """
[name]
full = "N"
[[people]]
key = "daughters"
column = "Family"
relation = "daughter"
gender = "f"
times = 2
"""
    found = read(recipe, ("N", "Family"), ("Ivan Popov", "two daughters"))
    _, one, other = mentions(found)
    assert one.id != other.id
    assert (one.ordinal, other.ordinal) == (0, 1)
    assert len(statements(found, "kinship")) == 2


def test_headings_may_stand_below_a_title(read: Read) -> None:
    recipe = (
        'header = 2\n[name]\nfull = "N"\n[[statements]]\nkind = "death"\nwhen = "D"'
    )
    found = read(recipe, ("Список", ""), ("N", "D"), ("Иван Попов", "1938"))
    assert [m.text for m in mentions(found)] == ["Иван Попов"]
    assert [s.quote for s in statements(found, "death")] == ["1938"]


def test_two_columns_of_one_name_are_told_apart_by_their_place(read: Read) -> None:
    recipe = (
        '[name]\nfull = "N"\n[[statements]]\nkind = "arrest"\nwhen = "D"\n'
        '[[statements]]\nkind = "release"\nwhen = "D (3)"'
    )
    found = read(recipe, ("N", "D", "D"), ("Иван Попов", "1937", "1939"))
    assert [s.quote for s in statements(found, "release")] == ["1939"]


def test_a_name_that_is_only_a_surname_is_kept(read: Read) -> None:
    recipe = '[name]\nsurname = "S"\ngiven = "G"'
    (person,) = mentions(read(recipe, ("S", "G"), ("ПОПОВ", "")))
    assert (person.text, person.name) == ("ПОПОВ", "Попов")
