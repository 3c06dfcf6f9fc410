import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.citations import find_citations
from lives.extract.english.prose import read_prose
from lives.model.claim import Citation
from lives.model.ids import CaptureId
from lives.model.passage import Block, TextAsRead

CAPTURE = CaptureId("0" * 64)


def cited(text: str) -> list[Citation]:
    read = TextAsRead(text, (Block(0, len(text)),), "test/1")
    return find_citations(read_prose(read), CAPTURE)


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        (
            "He knew it (Nadezhda Joffe, Back in Time, p. 12).",
            "(Nadezhda Joffe, Back in Time, p. 12)",
            {"author": "Nadezhda Joffe", "title": "Back in Time", "page": "12"},
        ),
        (
            "In her memoirs (Mon siècle, Anne Martin, Gallimard, 1971) she tells it.",
            "(Mon siècle, Anne Martin, Gallimard, 1971)",
            {"author": "Anne Martin", "title": "Mon siècle", "publisher": "Gallimard"},
        ),
        (
            "So it was said (Pravda, 12 March 1937).",
            "(Pravda, 12 March 1937)",
            {"container-title": "Pravda", "issued": "1937-03-12"},
        ),
        (
            "So it was said (The Evening Star, 3 May, 1938).",
            "(The Evening Star, 3 May, 1938)",
            {"container-title": "The Evening Star", "issued": "1938-05-03"},
        ),
        (
            "It has been shown (Smith 1988: 34).",
            "(Smith 1988: 34)",
            {"author": "Smith", "issued": "1988", "page": "34"},
        ),
        (
            "See J. Smith, The Long Road (London: Pluto, 1975), p. 12.",
            "J. Smith, The Long Road (London: Pluto, 1975), p. 12",
            {"author": "J. Smith", "publisher-place": "London", "page": "12"},
        ),
        (
            "The order survives (RGASPI, f. 82, op. 2, d. 51, l. 7).",
            "(RGASPI, f. 82, op. 2, d. 51, l. 7)",
            {
                "archive": "RGASPI",
                "archive_location": "f. 82, op. 2, d. 51, l. 7",
                "page": "7",
            },
        ),
        (
            "Приказ сохранился: ГАРФ. Ф. Р-9401. Оп. 2. Д. 51. Л. 7.",
            "ГАРФ. Ф. Р-9401. Оп. 2. Д. 51. Л. 7",
            {"archive": "ГАРФ", "archive_location": "Ф. Р-9401. Оп. 2. Д. 51. Л. 7"},
        ),
        ("He denied it. Ibid., p. 5.", "Ibid., p. 5", {"page": "5"}),
        (
            "He denied it (Serge, op. cit., pp. 5-6).",
            "(Serge, op. cit., pp. 5-6)",
            {"page": "5-6"},
        ),
        (
            "Об этом: Петров И.С. Дорога на север. М., 1990. С. 12.",
            "Петров И.С. Дорога на север. М., 1990. С. 12",
            {"author": "Петров И.С.", "title": "Дорога на север", "issued": "1990"},
        ),
        (
            "She says so.\n\n14 A. Hill “Miners at War” Croom Press (1982) p61\n",
            "A. Hill “Miners at War” Croom Press (1982) p61",
            {"author": "A. Hill", "title": "Miners at War", "page": "61"},
        ),
        (
            "He wrote “The Way Out” (New York, 1943) in exile.",
            "(New York, 1943)",
            {"publisher-place": "New York", "issued": "1943"},
        ),
    ],
)
def test_works_are_found_with_their_bracket_and_fields(
    text: str, quote: str, fields: dict[str, str]
) -> None:
    (found,) = cited(text)
    assert found.quote == quote
    assert text[found.start : found.end] == quote
    assert fields.items() <= found.csl.items()


@pytest.mark.parametrize(
    "inside",
    [
        "January-February 1931", "3,145", "so they say, and rightly", "1884–1938",
        "Riga, Minsk, Kiev, 1936", "Ivan, Anna and Pyotr, 1926", "born Riga, 1890",
        "Lodz, Russian Poland, 1890", "Petrov, 1931", "Riga, 9 June 1937", "aged 34",
        "see note 4", "Chapter 5", "Petrov, Ivanov, Sidorov", "30% of them", "sic",
        "1885, St. Petersburg - 1942, Auschwitz", "Tver Province, RSFSR, 1930",
        "the paper of 9 June 1937", "member since 1917, expelled", "Fourth Congress",
    ],
)  # fmt: skip
def test_ordinary_brackets_are_left_alone(inside: str) -> None:
    assert cited(f"The men of that city ({inside}) were tried.") == []


def test_several_works_in_one_bracket_are_several_citations() -> None:
    found = cited("As is known (Conquest 1968, p. 34; Getty 1985b).")
    assert [c.quote for c in found] == ["Conquest 1968, p. 34", "Getty 1985b"]


def test_a_name_with_a_year_counts_where_the_document_cites_in_that_manner() -> None:
    alone = "He rose again (Petrov, 1931)."
    habit = "It is known (Smith 1988: 34). It is told (Jones 1990: 7). "
    assert cited(alone) == []
    assert len(cited(habit + alone)) == 3


@given(st.text(alphabet="()[]“”,.;: aZпЖ19pf«»—\n", max_size=200))
def test_no_text_makes_the_search_raise_and_spans_are_in_order(text: str) -> None:
    last = 0
    for found in cited(text):
        assert text[found.start : found.end] == found.quote
        assert found.start >= last
        last = found.end
