"""What was weighed, in a sentence and as a picture."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import DecisionId, MentionId
from lives.model.judgement import CHANCE, Judgement, Verdict, Weight, probability
from lives.publish.drawing import width_of
from lives.publish.linking import sentence
from lives.publish.picture import weights_svg
from lives.publish.waterfall import SIZE, waterfall

weights = st.lists(
    st.builds(
        Weight,
        st.sampled_from(["surname", "birth"]),
        st.floats(-20, 20),
        st.text("абвгд xyz.", min_size=1, max_size=90).filter(str.strip),
    ),
    min_size=1,
    max_size=7,
)


def judged(*told: Weight, because: str = "") -> Judgement:
    every = (Weight(CHANCE, -8.0, "two mentions are seldom of one person"), *told)
    sure = probability(sum(w.bits for w in every))
    pair = (MentionId("me-1"), MentionId("me-2"))
    return Judgement(*pair, Verdict.SAME, "names/1", because, sure, weights=every)


@given(weights, st.sampled_from([300.0, 360.0, 640.0]))
def test_every_bar_begins_where_the_one_before_ended_and_all_is_inside(
    told: list[Weight], width: float
) -> None:
    picture = waterfall(judged(*told), width)
    assert picture is not None
    *bars, total = picture.bars
    assert [b.start for b in bars[1:]] == [b.end for b in bars[:-1]]
    assert total.start == bars[0].start
    assert total.end == pytest.approx(bars[-1].end, abs=0.2)
    assert all(b.x >= 0 and b.x + b.width <= width for b in picture.bars)
    assert all(width_of(line, SIZE) <= width for b in bars for line, _ in b.lines)
    tops = [b.y for b in picture.bars]
    assert tops == sorted(tops)
    assert total.y + picture.bar_height <= picture.foot < picture.height


@given(weights)
def test_the_table_says_what_the_picture_shows(told: list[Weight]) -> None:
    picture = waterfall(judged(*told), 360)
    assert picture is not None
    assert [row.bits for row in picture.rows] == [bar.value for bar in picture.bars]
    sides = {"for": "for", "against": "against", "chance": "before", "sum": "together"}
    assert [row.side for row in picture.rows] == [sides[b.sort] for b in picture.bars]


def test_a_picture_is_whole_says_the_same_in_words_and_hides_nothing_in_colour() -> (
    None
):
    told = judged(
        Weight("surname", 7.0, "фамилия та же, другим письмом"),
        Weight("birth", -2.5, "dates of birth <differ> & more"),
    )
    made = weights_svg(told, "Анна & Anna")
    root = ET.fromstring(made)  # noqa: S314  # our own
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Анна & Anna"
    described = root.findtext(f"{space}desc") or ""
    assert "against it: dates of birth <differ> & more" in described
    assert "фамилия та же, другим письмом: for, +7.0 bits." in described
    assert 'fill="url(#w-hatch)"' in made
    assert "−2.5" in made
    assert re.search(r'<tspan lang="ru">фамилия', made)


def test_what_followed_a_rule_is_one_bar_and_what_a_person_decided_none() -> None:
    pair = (MentionId("me-1"), MentionId("me-2"))
    told = Judgement(*pair, Verdict.SAME, "document/1", "surname of one above", 0.95)
    made = waterfall(told, 360)
    assert made is not None
    assert [bar.sort for bar in made.bars] == ["for", "sum"]
    assert made.rows[0].what == "by rule: surname of one above"
    assert made.rows[1].what == "Together: a probability of 0.950"
    assert sentence(told) == (
        "Probably one person (0.950), by rule: surname of one above."
    )
    decided = replace(told, by="Ada", decision=DecisionId("d"), probability=1.0)
    assert waterfall(decided, 360) is None
    with pytest.raises(ValueError, match="nothing was weighed"):
        weights_svg(decided, "x")


def test_a_sentence_begins_with_what_weighs_most_and_ends_with_what_is_against() -> (
    None
):
    told = judged(
        Weight("given", 2.0, "same given name"),
        Weight("surname", 11.0, "same rare surname"),
        Weight("birth", -1.0, "years of birth differ by one"),
    )
    assert sentence(told) == (
        "Probably one person (0.941): same rare surname, same given name; "
        "against it: years of birth differ by one."
    )


def test_a_person_is_quoted_and_different_is_confirmed() -> None:
    pair = (MentionId("me-1"), MentionId("me-2"))
    told = Judgement(
        *pair, Verdict.DIFFERENT, "Ada", "father and son",
        decision=DecisionId("f" * 64), at="2026-01-02T00:00:00+00:00",
    )  # fmt: skip
    assert sentence(told) == (
        "Confirmed to be two people, says Ada on 2026-01-02: father and son."
    )
