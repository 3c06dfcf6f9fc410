import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.when import Calendar
from lives.reading.dates import find_dates, from_edtf, in_year, read_date, words
from lives.reading.dates_edtf import days_of, julian_day

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2049, 12, 31))
ENGLISH = calendar.month_name
RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def forms(day: date) -> list[str]:
    month, russian = ENGLISH[day.month], RUSSIAN[day.month - 1]
    return [
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month}, {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month.upper()} {day.day} {day.year}",
        f"{day.day} {month[:3]}{'.' * (month != 'May')} {day.year}",
        f"{day.year}, {month} {day.day}",
        f"the {day.day}th of {month} {day.year}",
        f"{day.day} {russian} {day.year} г.",
        f"{day.day} {russian} {day.year} года",
    ]


@given(days)
def test_every_form_of_a_day_is_read_as_that_day_and_no_other(day: date) -> None:
    for form in forms(day):
        when = read_date(form)
        assert when is not None, form
        assert (when.edtf, when.earliest, when.latest) == (str(day), day, day), form


@given(days)
def test_a_date_in_prose_is_found_with_the_span_that_reads_as_it(day: date) -> None:
    for form in forms(day):
        text = f"Nobody came until the evening; on {form}, it is said, 7,218 did."
        (found,) = find_dates(text)
        assert text[found.start : found.end] == found.written
        assert read_date(found.written) == found.when
        assert found.when is not None
        assert found.when.earliest == day


@given(days)
def test_leaving_out_the_day_and_then_the_month_only_widens_the_span(day: date) -> None:
    exact = read_date(f"{day.day} {ENGLISH[day.month]} {day.year}")
    month = read_date(f"{ENGLISH[day.month]} {day.year}")
    year, about = read_date(f"{day.year}"), read_date(f"about {day.year}")
    assert exact is not None
    assert month is not None
    assert year is not None
    assert about is not None
    assert exact.within(month)
    assert month.within(year)
    assert year.within(about)
    assert month.days == calendar.monthrange(day.year, day.month)[1]


@given(days)
def test_the_parts_of_a_year_lie_within_it_and_cover_it(day: date) -> None:
    whole = read_date(str(day.year))
    parts = [
        read_date(f"{part} {day.year}")
        for part in ("beginning of", "early", "mid", "late", "end of")
    ]
    assert whole is not None
    assert all(part is not None and part.within(whole) for part in parts)
    exact = read_date(str(day))
    assert exact is not None
    assert any(part is not None and exact.within(part) for part in parts)


@given(st.text())
def test_no_text_makes_reading_raise(text: str) -> None:
    assert read_date(f" {text}\n") == read_date(text)
    for found in find_dates(text):
        assert text[found.start : found.end] == found.written


@given(
    st.lists(
        st.sampled_from(
            [
                "since",
                "1937",
                "about",
                "May",
                "12",
                "–",
                ",",
                "and",
                "early",
                "the",
                ".",
                "г.",
                "мая",
                "с",
                "по",
                "(3)",
                "/",
            ]
        )
    )
)
def test_dates_found_never_overlap_and_each_reads_as_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for found in find_dates(text):
        assert found.start >= last
        last = found.end
        if found.when is not None:
            assert read_date(found.written) == found.when


@given(days, st.sampled_from(["en", "ru"]))
def test_a_date_put_into_words_is_read_back_as_the_same_days(
    day: date, language: str
) -> None:
    year, month = day.year, f"{day:%Y-%m}"
    for edtf in (
        f"{day}", month, f"{year}", f"{year}~", f"{year}?", f"{month}~", f"{day}~",
        f"{year}-21", f"{year}-24", f"{str(year)[:3]}X", f"{year}/{year + 1}",
        f"{day}/..", f"../{month}", f"{year}/..", f"{month}/{year + 1}-02",
        f"{year}-01~/{year}-05~", f"{year}-10~/{year}-12~", f"{month}-10~/{month}-20~",
    ):  # fmt: skip
        when = from_edtf(edtf)
        assert when is not None, edtf
        back = read_date(words(when, language))
        assert back is not None, words(when, language)
        assert (back.earliest, back.latest) == (when.earliest, when.latest), edtf


@given(days)
def test_both_calendars_at_once_name_one_day(day: date) -> None:
    new = julian_day(day.year, day.month, day.day)
    assert new is not None
    old_style = read_date(f"{day.day} {ENGLISH[day.month]} {day.year} (O.S.)")
    assert old_style is not None
    assert (old_style.earliest, old_style.calendar) == (new, Calendar.JULIAN)
    for language in ("en", "ru"):
        told = words(old_style, language)
        assert read_date(told) == from_edtf(
            str(new), written=told, calendar=Calendar.JULIAN
        )


@given(days)
def test_the_days_of_a_date_follow_from_its_edtf_alone(day: date) -> None:
    for form in forms(day):
        when = read_date("about " + form)
        if when is not None:
            assert days_of(when.edtf) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("03.1937", "1937-03"),
        ("12.III.1937", "1937-03-12"),
        ("1937 г.", "1937"),
        ("1937г.", "1937"),
        ("в марте 1937 г.", "1937-03"),
        ("весной 1926 г.", "1926-21"),
        ("spring of 1926", "1926-21"),
        ("the 1920s", "192X"),
        ("1920-е годы", "192X"),
        ("late 1920s", "1926~/1929~"),
        ("early 1931", "1931-01~/1931-05~"),
        ("early in 1931", "1931-01~/1931-05~"),
        ("end of 1927", "1927-10~/1927-12~"),
        ("в конце 1927 года", "1927-10~/1927-12~"),
        ("c. 1884", "1884~"),
        ("ок. 1884 г.", "1884~"),
        ("probably 1884", "1884?"),
        ("1884?", "1884?"),
        ("1921-26", "1921/1926"),
        ("1921-7", "1921/1927"),
        ("1905-07", "1905/1907"),
        ("1937-03", "1937-03"),
        ("1921/22", "1921/1922"),
        ("from 1921 to 1926", "1921/1926"),
        ("с 1921 по 1926 г.", "1921/1926"),
        ("between March 1921 and 1926", "1921-03/1926"),
        ("12-15 March 1937", "1937-03-12/1937-03-15"),
        ("March 12–15, 1938", "1938-03-12/1938-03-15"),
        ("28 June - 3 July 1937", "1937-06-28/1937-07-03"),
        ("May–June 1931", "1931-05/1931-06"),
        ("winter of 1926-27", "1926-12/1927-02"),
        ("since 1911", "1911/.."),
        ("after 1911", "1911/.."),
        ("not before 1911", "1911/.."),
        ("since early 1931", "1931-01/.."),
        ("before 1940", "../1940"),
        ("until May 1940", "../1940-05"),
        ("not later than 12 March 1940", "../1940-03-12"),
        ("не позднее 1940 г.", "../1940"),
        ("5 (17) May 1884", "1884-05-17"),
        ("5/17 May 1884", "1884-05-17"),
        ("25 October (7 November) 1917", "1917-11-07"),
        ("7 November [O.S. 25 October] 1917", "1917-11-07"),
        ("October 25 (November 7), 1917", "1917-11-07"),
        ("25 декабря 1899 (6 января 1900)", "1900-01-06"),
        ("October 1917 O.S.", "1917-10-14/1917-11-13"),
    ],
)
def test_the_forms_of_sources_are_read(text: str, edtf: str) -> None:
    when = read_date(text)
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "", "31.02.1937", "00.1937", "00.03.1937", "0000", "37", "12/03/1937", "may",
        "29 February 1937", "12 March", "1937 people", "1926-1921", "7,218", "$1937",
        "5 (18) May 1884 people", "1700 – 17 March", "31 ноября 1937 г.",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed_at(text: str) -> None:
    assert read_date(text) is None


def test_two_days_that_are_not_one_in_both_calendars_are_no_double_date() -> None:
    assert read_date("5 (18) May 1884") is None


def test_an_exact_date_is_no_dissent_from_a_vaguer_one() -> None:
    exact, other = read_date("12 March 1931"), read_date("12 November 1931")
    vague = read_date("early 1931")
    assert exact is not None
    assert other is not None
    assert vague is not None
    assert exact.within(vague)
    assert not other.agrees_with(vague)


@pytest.mark.parametrize(
    "text",
    [
        "There were 1937 prisoners and 2000 other people.",
        "See p. 1937, no. 1938 and box 1939.",
        "It cost $1937 or 1938 roubles, 1939 km away.",
        "They held 7,218 votes, 1937.5 tons, 19.5% and 1937%.",
        "They may march on in a may green, and march again at 19.30.",
        "He joined the October manifesto and the May committee.",
        "After the February events she spoke; by the October she wrote.",
        "Comrade April, born of August parents.",
    ],
)
def test_numbers_and_words_that_are_no_dates_are_left_alone(text: str) -> None:
    assert [found.written for found in find_dates(text)] == []


def test_a_day_without_its_year_is_found_and_waits_for_one() -> None:
    day, month = find_dates("On September 4 they met; in November they parted.")
    assert (day.written, day.when, day.month, day.day) == (
        "September 4",
        None,
        9,
        4,
    )
    assert (month.written, month.month, month.day) == ("November", 11, None)
    completed = in_year(day, 1936, inferred="year of the trial")
    assert completed is not None
    assert (completed.edtf, completed.inferred) == ("1936-09-04", "year of the trial")


def test_29_february_is_completed_in_a_leap_year_only() -> None:
    (found,) = find_dates("He was released on 29 February.")
    assert in_year(found, 1937, inferred="so") is None
    assert in_year(found, 1936, inferred="so") is not None


@pytest.mark.parametrize(
    ("text", "written", "edtf"),
    [
        ("A letter from 1921 says so.", "1921", "1921"),
        ("He was ill. From 1921 he wrote.", "From 1921", "1921/.."),
        ("They spoke about the 1921 fair.", "1921", "1921"),
        ("She lived there from 1921 to 1926.", "from 1921 to 1926", "1921/1926"),
        ("the post-1926 writings", "post-1926", "1926/.."),
        ("at the beginning of 1931 in", "beginning of 1931", "1931-01~/1931-03~"),
        ("On the October 9, 1931, he", "October 9, 1931", "1931-10-09"),
        ("1927, November 14: he fled", "1927, November 14", "1927-11-14"),
        ("In 1937 prisoners were shot.", "1937", "1937"),
        ("Родился в 1886 г. в Уфе", "1886 г.", "1886"),
        ("It ended in 1937.\n\nMarch was", "1937", "1937"),
    ],
)
def test_the_span_takes_the_words_that_bear_on_the_date(
    text: str, written: str, edtf: str
) -> None:
    (found,) = find_dates(text)
    assert found.when is not None
    assert (found.written, found.when.edtf) == (written, edtf)


def test_the_words_of_a_source_decide_between_since_and_after() -> None:
    for told in ("since 1911", "after 1911", "before 1911", "until 1911"):
        when = read_date(told)
        assert when is not None
        assert words(when) == told


@pytest.mark.parametrize("edtf", ["", "1937-13", "../..", "1938/1937", "1937/", "12X"])
def test_what_is_no_edtf_makes_no_date(edtf: str) -> None:
    assert from_edtf(edtf) is None
