"""Columns that hold the telegraphic text of a register."""

from lives.extract.columns.reader import read_columns
from lives.extract.extractor import Document
from lives.intake.csv_list import read_csv
from lives.model.extracted import Extracted
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention
from lives.model.refusal import Refusal
from lives.model.source import Source
from lives.model.statement import Statement

RECIPE = {
    "name": {"full": "ФИО"},
    "entry": [{"column": "Сведения", "language": "ru"}],
}
TEXT = (
    "род. 1890, г. Ржев, русский, б/п, завод: токарь, позднее уехал. "
    "Арестован 3.03.1938. Жена Анна, 1895 г. р."
)


def read(text: str) -> list[Extracted]:
    data = f'ФИО,Сведения\nПетров Пётр Ильич,"{text}"\n'.encode()
    document = Document(
        CaptureId("0" * 64),
        "list.csv",
        Source(SourceId("list")),
        read_csv(data, "list.csv"),
        RECIPE,
        "list.toml",
    )
    return list(read_columns(document))


def test_an_entry_text_becomes_statements_of_the_person_of_the_row() -> None:
    found = read(TEXT)
    main = next(x for x in found if isinstance(x, Mention))
    arrest = next(x for x in found if isinstance(x, Statement) and x.kind == "arrest")
    assert arrest.subject == main.id
    assert arrest.quote == "Арестован 3.03.1938"
    assert arrest.because == "recipe list.toml: entry in 'Сведения', ru: arrest"


def test_a_relative_in_an_entry_is_a_person_known_through_the_other() -> None:
    found = read(TEXT)
    main, wife = (x for x in found if isinstance(x, Mention))
    assert (wife.name, wife.relation, wife.of) == ("Анна", "wife", main.id)
    told = {x.kind for x in found if isinstance(x, Statement) and x.subject == wife.id}
    assert told == {"birth", "kinship"}


def test_what_the_vocabulary_does_not_know_is_refused_with_its_words() -> None:
    (refusal,) = (x for x in read(TEXT) if isinstance(x, Refusal))
    assert refusal.value == "позднее уехал"
    assert refusal.column == "Сведения"


def test_another_surname_in_an_entry_is_another_name_of_the_person() -> None:
    main, other = (
        x
        for x in read("(варианты фамилии: Петрович)\nРодился в 1890 г.")
        if isinstance(x, Mention)
    )
    assert other.name == "Пётр Ильич Петрович"
    assert other.antecedent == main.id


def test_a_cell_too_long_for_an_entry_is_refused_whole() -> None:
    found = read("слово " * 2_000)
    (one,) = [x for x in found if isinstance(x, Refusal)]
    assert one.why == "is too long for an entry"
    assert [type(x) for x in found] == [Mention, Refusal]
