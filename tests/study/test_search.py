import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import MentionId
from lives.model.person import Person
from lives.reading.names_filed import keys, name_words, slips, sounds
from lives.study.search import agreement, search


def person(label: str, *names: str) -> Person:
    first = MentionId(f"me-{label}")
    return Person(Person.key(first), label, True, (label, *names), (first,))  # noqa: FBT003  # named


PEOPLE = [
    person("Nikolai Orlovsky", "Орловский Николай"),
    person("Nina Orlova"),
    person("N. Orlovsky"),
    person("Mikhail Zhdanovich"),
    person("Андрей Щукин"),
    person("wife of Mikhail Zhdanovich"),
]


def found(query: str) -> list[str]:
    return [hit.person.label for hit in search(PEOPLE, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("Щукин", "Андрей Щукин", id="as written"),
        pytest.param("Shchukin", "Андрей Щукин", id="Cyrillic found in Latin letters"),
        pytest.param("Schtschukin", "Андрей Щукин", id="and in the German manner"),
        pytest.param("Зданович", "Mikhail Zhdanovich", id="Latin found in Cyrillic"),
        pytest.param("Николай Орловский", "Nikolai Orlovsky", id="the whole name"),
        pytest.param("Zdanovich", "Mikhail Zhdanovich", id="a letter left out"),
        pytest.param("Zhdan", "Mikhail Zhdanovich", id="the beginning"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_an_initial_agrees_with_the_name_it_stands_for() -> None:
    assert found("N. Orlovsky")[:2] == ["N. Orlovsky", "Nikolai Orlovsky"]
    assert "N. Orlovsky" in found("Nikolai Orlovsky")


def test_an_initial_alone_finds_nobody() -> None:
    assert found("N.") == []


def test_the_unnamed_are_found_by_whom_they_belong_to() -> None:
    assert found("wife Zhdanovich") == ["wife of Mikhail Zhdanovich"]


def test_where_nobody_agrees_with_every_word_the_nearest_are_offered() -> None:
    hits = search(PEOPLE, "Bartholomew Shchukin")
    assert [(hit.person.label, hit.missing) for hit in hits] == [("Андрей Щукин", 1)]


def test_every_hit_says_why() -> None:
    (hit,) = search(PEOPLE, "Shchukin")
    assert hit.because == "Щукин is Shchukin in other letters"


@given(st.text(max_size=30))
def test_no_query_makes_it_fail(query: str) -> None:
    for hit in search(PEOPLE, query):
        assert hit.because


@given(st.text("абвгдезиклмнопрстуabdefgiklmnoprstuvz", min_size=1, max_size=12))
def test_a_word_agrees_with_itself_and_is_filed_under_what_finds_it(word: str) -> None:
    assert agreement(word, word).strength == (6 if len(word) > 1 else 2)
    assert {f"={sound}" for sound in sounds(word)} <= set(keys(word))


@given(
    st.text("abdegiklmnoprstv", min_size=6, max_size=10),
    st.integers(0, 5),
)
def test_a_word_with_a_letter_left_out_shares_a_key_when_it_is_close(
    word: str, left_out: int
) -> None:
    slip = word[:left_out] + word[left_out + 1 :]
    if agreement(slip, word).strength:
        assert set(keys(slip)) & set(keys(word))
    assert all(len(s) == len(sound) - 1 for sound in sounds(word) for s in slips(sound))


def test_words_of_a_name_are_split_where_people_would() -> None:
    assert name_words("O'Brien, Ter-Petrosian (Камо)") == [
        "obrien",
        "ter",
        "petrosian",
        "камо",
    ]
