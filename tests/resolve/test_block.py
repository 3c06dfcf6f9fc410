"""Blocking: what meets, what it costs, and that nothing is left out in silence."""

from itertools import product

import pytest

from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender
from lives.reading.dates import read_date
from lives.resolve.across import by_names
from lives.resolve.block import affordable, blocks
from lives.resolve.profile import Profile


def profile(number: int, name: str, capture: str = "a", birth: str = "") -> Profile:
    when = read_date(birth) if birth else None
    return Profile(
        mention=MentionId(f"me-{number:06}"),
        capture=CaptureId(capture),
        listed=True,
        mentions=1,
        row=True,
        names=(name,),
        gender=Gender.UNKNOWN,
        dates=(("birth", when),) if when else (),
        birthplaces=(),
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Pyotr Zarubin", "Зарубин Пётр Ильич"),
        ("Vanya Yezhov", "Иван Ежов"),
        ("P. Zarubin", "Peter Zarubin"),
        ("Anna Lvova-Zarubina", "Анна Зарубина"),
        ("Pyotr Ilyich", "Pyotr Ilyich Zarubin"),
    ],
)
def test_spellings_of_one_name_meet(one: str, two: str) -> None:
    met = blocks([profile(0, one), profile(1, two)])
    assert any((0, 1) in {(min(p), max(p)) for p in b.pairs()} for b in met.values())


def test_other_given_names_do_not_meet() -> None:
    met = blocks([profile(0, "Pyotr Zarubin"), profile(1, "Boris Zarubin")])
    assert not any(list(block.pairs()) for block in met.values())


def test_a_crowd_of_namesakes_is_thinned_out_and_the_notice_says_how() -> None:
    fathers = ("Ilyich", "Pavlovich", "Borisovich")
    crowd = [profile(i, f"Ivan {fathers[i % 3]} Zarubin") for i in range(300)]
    block = next(b for key, b in blocks(crowd).items() if key[0] == "full")
    parts, notice = affordable(block, crowd)
    assert sum(part.cost for part in parts) < block.cost / 2
    assert "300 people are called like Ivan Ilyich Zarubin" in notice
    assert "share a patronymic" in notice


def test_what_even_the_finest_split_leaves_out_is_counted() -> None:
    crowd = [profile(i, "Ivan Ilyich Zarubin", birth="1899") for i in range(300)]
    block = next(b for key, b in blocks(crowd).items() if key[0] == "full")
    parts, notice = affordable(block, crowd)
    assert parts == []
    assert "300 who share even these were not" in notice


def test_questions_beyond_what_a_person_can_review_are_counted() -> None:
    crowd = [profile(i, "Ivan Ilyich Zarubin") for i in range(60)]
    found, _, (notice,) = by_names(crowd)
    assert len(found) < 60 * 59 / 2
    assert "are not recorded for review" in notice


def test_comparing_grows_with_the_people_and_not_with_their_pairs() -> None:
    given = ("Ivan", "Pyotr", "Boris", "Lev")
    surnames = [f"Z{a}r{b}bin" for a, b in product("aeiou", "aeiou")]
    few = [profile(i, f"{g} {s}") for i, (g, s) in enumerate(product(given, surnames))]
    cost = sum(block.cost for block in blocks(few).values())
    more = [
        profile(i, f"{g} {s}{end}")
        for i, (g, s, end) in enumerate(product(given, surnames, ("", "sky", "enko")))
    ]
    assert sum(block.cost for block in blocks(more).values()) <= 4 * cost + len(more)
