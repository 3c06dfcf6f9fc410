import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.reading.names_likeness import (
    Likeness,
    initials_of,
    keys_for,
    keys_of,
    likeness,
    mistyped_keys_for,
    rules,
    slips_between,
    sought,
    sought_mistyped,
    sound_of,
)

LETTERS = "абвгдежзиклмнопрстуфхчшщыэюя"
WORDS = st.text(LETTERS, min_size=5, max_size=11)


def alike(asked: str, word: str) -> Likeness | None:
    return likeness(sought(asked), word, sound_of(word))


@pytest.mark.parametrize(
    ("asked", "word", "how"),
    [
        ("щукин", "щукин", Likeness.SAME),
        ("петр", "пётр", Likeness.SAME),
        ("shchukin", "щукин", Likeness.LETTERS),
        ("schtschukin", "щукин", Likeness.LETTERS),
        ("щукин", "szczukin", Likeness.LETTERS),
        ("boukharine", "бухарин", Likeness.LETTERS),
        ("zolkiewski", "żółkiewski", Likeness.LETTERS),
        ("romanoff", "романов", Likeness.LETTERS),
        ("xrenov", "хренов", Likeness.LETTERS),
        ("щукина", "щукин", Likeness.GENDER),
        ("луцкий", "луцкая", Likeness.GENDER),
        ("trotzky", "trotsky", Likeness.SOUND),
        ("щкуин", "щукин", Likeness.ONE_SLIP),
        ("щуккин", "щукин", Likeness.ONE_SLIP),
        ("бабаншиков", "бабанщиков", Likeness.ONE_SLIP),
        ("бобаншиков", "бабанщиков", Likeness.TWO_SLIPS),
        ("babunshchikov", "бабанщиков", Likeness.ONE_SLIP),
        ("и", "иван", Likeness.INITIAL),
        ("юрий", "y", Likeness.INITIAL),
        ("ли", "ле", None),
        ("орлов", "смирнов", None),
        ("orlov", "смирнов", None),
        ("а", "иван", None),
    ],
)
def test_words_are_alike_in_one_way_or_none(
    asked: str, word: str, how: Likeness | None
) -> None:
    assert alike(asked, word) is how


def distance(one: str, other: str) -> int:
    """Count as slips_between does, by the whole table (optimal string alignment)."""
    table = [[i + j for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            crossed = i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]
            if crossed:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return min(3, table[-1][-1])


@given(st.text("абв", max_size=7), st.text("абв", max_size=7))
def test_slips_are_counted_as_the_whole_table_counts_them(one: str, other: str) -> None:
    assert slips_between(one, other) == distance(one, other)


@given(WORDS, st.sampled_from(LETTERS), st.integers(0, 4), st.integers(0, 3))
def test_a_mistyped_word_is_found_by_its_keys_and_recognised(
    word: str, letter: str, at: int, kind: int
) -> None:
    typed = (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )[kind]
    how = alike(typed, word)
    assert how is not None
    assert how <= Likeness.ONE_SLIP
    assert keys_for(sought(typed)) & keys_of(word)


@given(WORDS, st.sampled_from(["shch", "ff", "tz", "oo", "x", "q"]))
def test_any_letters_may_be_asked_for(word: str, group: str) -> None:
    asked = sought_mistyped(group + word)
    assert asked.word == group + word
    assert mistyped_keys_for(asked)


def test_a_group_mistyped_is_looked_for_by_what_is_left() -> None:
    asked, word = sought_mistyped("tsdhernyschow"), "чернышов"
    assert not keys_for(asked) & keys_of(word)
    assert mistyped_keys_for(asked) & keys_of(word)


@pytest.mark.parametrize(
    ("word", "letters"),
    [("юрий", "юyij"), ("chomsky", "cчхш"), ("ქეთევან", "ქ"), ("陳獨秀", "陳")],
)
def test_a_word_may_begin_with_letters_of_other_scripts(
    word: str, letters: str
) -> None:
    assert set(letters) - set(initials_of(word)) <= {"х", "ш"}
    assert initials_of(word) & set(letters)


def test_the_rules_of_the_keys_have_a_number() -> None:
    assert rules() == rules()
    assert 0 < rules() < 2**32
