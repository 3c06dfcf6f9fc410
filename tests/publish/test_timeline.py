from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lives.model.when import When
from lives.publish.timeline import timeline

days = st.dates(date(1800, 1, 1), date(2020, 12, 31))
spans = st.tuples(days, days).map(lambda pair: When("x", min(pair), max(pair)))


@given(st.lists(spans, min_size=2, max_size=30))
def test_every_event_is_on_the_line_and_in_order(whens: list[When]) -> None:
    drawn = timeline((when, "then", "that") for when in whens)
    assert drawn is not None
    assert len(drawn.bars) == len(whens)
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.width > 0
        assert bar.x + bar.width <= 1004  # the narrowest mark may stand at the end
    starts = [bar.x for bar in drawn.bars]
    assert starts == sorted(starts)
    assert 1 <= len(drawn.years) <= 7
    assert all(0 <= x <= 1000 for _, x in drawn.years)


def test_a_day_is_a_mark_and_a_year_a_bar() -> None:
    day, year = date(1936, 3, 5), (date(1899, 1, 1), date(1899, 12, 31))
    drawn = timeline(
        [
            (When("1936-03-05", day, day), "5 March 1936", "Arrested"),
            (When("1899", *year), "1899", "Born"),
        ]
    )
    assert drawn is not None
    assert [(bar.words, bar.exact) for bar in drawn.bars] == [
        ("Born", False),
        ("Arrested", True),
    ]


def test_one_date_makes_no_line() -> None:
    day = date(1936, 3, 5)
    assert timeline([(When("1936-03-05", day, day), "then", "Arrested")]) is None


def test_an_open_date_is_drawn_too() -> None:
    since = When("1907/..", date(1907, 1, 1), None)
    until = When("../1940", None, date(1940, 12, 31))
    drawn = timeline([(since, "since 1907", "Lived"), (until, "until 1940", "Died")])
    assert drawn is not None
    assert [bar.words for bar in drawn.bars] == ["Lived", "Died"]
