import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.reading.numbers import find_numbers, read_number

SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
TENS = (
    *("", "", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety"),
)


def in_words(number: int) -> str:
    for size, scale in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // size)} {scale}" + (
                joint + in_words(rest) if rest else ""
            )
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_or_figures_is_read_as_that_number(number: int) -> None:
    assert read_number(in_words(number)) == number
    assert read_number(f"{number}") == number
    assert read_number(f"{number:,}") == number
    assert read_number(f"{number:,}".replace(",", " ")) == number


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_in_prose_is_found_with_its_span(number: int) -> None:
    for written in (in_words(number), f"{number:,}"):
        text = f"They say that about {written} persons came."
        (found,) = find_numbers(text)
        assert text[found.start : found.end] == written == found.written
        assert (found.value, found.approx) == (number, "about")
        assert text[found.lead :].startswith("about")


@given(st.text())
def test_no_text_makes_reading_raise(text: str) -> None:
    read_number(text)
    for found in find_numbers(text):
        assert text[found.start : found.end] == found.written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("700.000", 700_000),
        ("1.400.000", 1_400_000),
        ("1.4 million", 1_400_000),
        ("half a million", 500_000),
        ("two and a half thousand", 2500),
        ("two dozen", 24),
        ("a hundred", 100),
        ("half", 0.5),
        ("сто сорок два", 142),
        ("30 тыс.", 30_000),
        ("1,4 млн", 1_400_000),
        ("полтора миллиона", 1_500_000),
        ("12.5", 12.5),
    ],
)
def test_the_forms_of_sources_are_read(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "a", "and", "one two", "twenty eleven", "1,23,4", "12th", "many", "X"]
)
def test_what_is_no_number_is_not_guessed_at(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "percent", "approx"),
    [
        ("46% of the members", 46, True, ""),
        ("forty-two per cent were", 42, True, ""),
        ("almost half of the men", 50, True, "almost"),
        ("almost all the 900 guests", 900, False, "almost all"),
        ("at least two dozen men", 24, False, "at least"),
        ("over half a million members", 500_000, False, "over"),
        ("_Six thousand_ miners", 6000, False, ""),
        ("200 or so men", 200, False, "or so"),
        ("более 30 000 человек", 30_000, False, "более"),
    ],
)
def test_shares_and_inexact_numbers_are_told(
    text: str, value: float, percent: object, approx: str
) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.percent, found.approx) == (value, percent, approx)


def test_money_times_ordinals_and_joined_figures_are_passed_over() -> None:
    text = "On the 3rd and the twenty-first, at 19:30, he paid $500 for the 10-year A4."
    assert list(find_numbers(text)) == []
