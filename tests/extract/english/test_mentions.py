import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.mentions import find_mentions
from lives.extract.english.prose import read_prose
from lives.model.ids import CaptureId
from lives.model.mention import Gender, Mention
from lives.model.passage import Block, BlockForm, TextAsRead

CAPTURE = CaptureId("0" * 64)


def mentions(text: str, heading: str = "") -> list[Mention]:
    whole = f"{heading}\n{text}" if heading else text
    begin = len(whole) - len(text)
    blocks = [Block(begin, len(whole))]
    if heading:
        blocks.insert(0, Block(0, len(heading), BlockForm.HEADING))
    return find_mentions(read_prose(TextAsRead(whole, tuple(blocks), "t/1")), CAPTURE)


def names(text: str, heading: str = "") -> list[str]:
    return [mention.text for mention in mentions(text, heading)]


@given(st.text(max_size=200))
def test_every_mention_is_a_stretch_of_the_text_and_none_overlap(text: str) -> None:
    found = mentions(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote to Rosa Levine's brother.", ["Rosa Levine"]),
        ("They met Ivan [Vanya] Sidorov in Perm.", ["Ivan [Vanya] Sidorov"]),
        ("In 1921 N.I. Muralov was in Omsk.", ["N.I. Muralov"]),
        ("Carl von Ossietzky was arrested.", ["Carl von Ossietzky"]),
        ("Boris Nikolaevich came home.", ["Boris Nikolaevich"]),
        ("Martin Luther King, Jr. spoke.", ["Martin Luther King, Jr."]),
        ("Comrade Sorin met Marshal Ivan Volin.", ["Sorin", "Ivan Volin"]),
        ("She saw Dr. Semyon Kagan there.", ["Semyon Kagan"]),
        ("The German Albert Kahn spoke.", ["Albert Kahn"]),
        ("Former U.S. Senator Mary Kelly came.", ["Mary Kelly"]),
    ],
)
def test_a_name_has_the_span_a_historian_would_mark(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tolstoyists left Odessa for Poltava.",
        "It was held at Bolivar University in Rostov.",
        "He read the Journal Rosa Luxemburg every month.",
        "The BBC and the Executive Committee agreed in March.",
        "Luck often decides. Sadly, nobody listened.",
        "They sailed to New York and Buenos Aires.",
        "Soldiers stood in Victor Hugo Street.",
        "The Socialist Party (PSI) won in Milan.",
        "He wrote in The Russian Messenger.",
        "Prince Edward Island lies in Canada.",
    ],
)
def test_groups_places_bodies_and_works_are_no_people(text: str) -> None:
    assert not [name for name in names(text) if "Rosa" not in name]


def test_a_surname_once_given_is_known_wherever_it_stands() -> None:
    text = "Anna Brik was born in Riga. Later the Brik circle met. To Brik it was home."
    assert names(text) == ["Anna Brik", "Brik", "Brik"]


def test_what_is_said_elsewhere_tells_a_person_from_a_place() -> None:
    text = (
        "Nobody mentioned Tarkhov again. Tarkhov wrote two letters. He lived in "
        "Zelensk, near Zelensk station."
    )
    assert set(names(text)) == {"Tarkhov"}


def test_names_in_a_heading_or_its_repetition_are_parts_of_a_title() -> None:
    text = "This is a chapter of Workers against Sorin, by Lev Belov. Sorin was shot."
    assert names(text, "Workers against Sorin") == ["Lev Belov", "Sorin"]


def test_a_heading_that_is_a_name_introduces_its_bearer() -> None:
    assert names("He was born in 1890.", "Ivan Volin (1890–1938)") == ["Ivan Volin"]


def test_only_full_names_are_people_in_a_reference() -> None:
    text = "A biography appeared (Sorin, Paul Duval, Seuil, 1974)."
    assert names(text) == ["Paul Duval"]


def test_a_title_is_left_out_but_tells_the_gender() -> None:
    (found,) = mentions("Later Mrs Webb wrote a book.")
    assert (found.text, found.gender) == ("Webb", Gender.FEMALE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lev Brik was once the head of the Serbian Zbora.", ["Lev Brik"]),
        (
            "Lev Brik was exiled to Omsk and Ivan Volin to Mara.",
            ["Lev Brik", "Ivan Volin"],
        ),
        (
            "Lev Brik was sent to Omsk, and Ivan Volin, who had led a school, to Mara.",
            ["Lev Brik", "Ivan Volin"],
        ),
        ("They met Sun Wei-lin there.", ["Sun Wei-lin"]),
    ],
)
def test_what_only_stands_where_a_body_or_place_does_is_no_person(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


def test_someone_known_by_name_is_also_gone_to() -> None:
    text = "Lev Orlov was ill. They went to Orlov."
    assert names(text) == ["Lev Orlov", "Orlov"]


def test_bare_surnames_in_a_series_with_people_are_people() -> None:
    text = "They expelled Anna Weber, Radu, Rose and Kahn from the party."
    assert names(text) == ["Anna Weber", "Radu", "Rose", "Kahn"]


def test_places_in_a_series_with_a_name_are_no_people() -> None:
    assert names("He saw Paris, Riga, Lev Brik and Lodz.") == ["Lev Brik"]
