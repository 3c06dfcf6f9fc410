"""Patterns: a word fits its own beginning and its own end, in whatever script."""

from hypothesis import given
from hypothesis import strategies as st

from lives.reading.names_likeness import sound_of
from lives.reading.names_pattern import fits, starts
from lives.reading.names_traditions import romanised, traditions

words = st.text("абвгдежзиклмнопрстуфхцчшщюя", min_size=5, max_size=10)
manners = st.sampled_from(traditions())


@given(words, st.integers(1, 2))
def test_a_word_fits_its_beginning_its_end_and_both(word: str, letters: int) -> None:
    first, last = word[:letters], word[-letters:]
    for pattern in (f"{first}*", f"*{last}", f"{first}*{last}"):
        assert fits(pattern)(word, sound_of(word))


@given(words, manners, st.integers(1, 9))
def test_a_word_fits_its_beginning_as_traditions_write_it_and_is_looked_for_there(
    word: str, manner: str, letters: int
) -> None:
    latin = romanised(word, manner).lower().replace("ʹ", "")[:letters]
    assert fits(f"{latin}*")(word, sound_of(word))
    assert word.startswith(tuple(starts(latin, ending=False)))


@given(words, manners, st.integers(2, 6))
def test_a_latin_word_fits_a_beginning_in_cyrillic_letters(
    word: str, manner: str, letters: int
) -> None:
    latin = romanised(word, manner).lower()
    fit = fits(f"{word[:letters]}*")(latin, "")
    # What stands for the last letter may depend on the next one.
    assert fit or fits(f"{word[: letters - 1]}*")(latin, "")


def test_a_pattern_is_not_fitted_by_what_only_resembles_it() -> None:
    assert not fits("сын*")("zinaida", sound_of("zinaida"))
    assert not fits("жук*")("жаров", sound_of("жаров"))
    assert not fits("*ова")("жуков", sound_of("жуков"))
    assert not fits("ж*ва")("zarowy", sound_of("zarowy"))


def test_nothing_is_looked_for_where_no_letters_are_known() -> None:
    assert starts("", ending=False) == frozenset()
    assert starts("陳", ending=True) == frozenset()
