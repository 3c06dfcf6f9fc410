"""Who is compared with whom across documents, and what is said of what is left out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from lives.model.ids import CaptureId, MentionId
from lives.model.judgement import CHANCE, Verdict, probability
from lives.model.mention import Gender
from lives.reading.dates import read_date
from lives.resolve.across import by_names
from lives.resolve.profile import Profile
from lives.resolve.rows import rows_of, settings


def profile(  # what tests vary
    number: int,
    *names: str,
    capture: str = "",
    birth: str = "",
    dates: Mapping[str, str] | None = None,
    repeats: bool = False,
    listed: bool = True,
) -> Profile:
    told = {**(dates or {}), **({"birth": birth} if birth else {})}
    read = ((kind, read_date(date)) for kind, date in told.items())
    return Profile(
        mention=MentionId(f"me-{number:06}"),
        capture=CaptureId(capture or f"ca-{number}"),
        listed=listed,
        mentions=1,
        row=listed,
        repeats=repeats,
        names=names,
        gender=Gender.UNKNOWN,
        dates=tuple((kind, when) for kind, when in read if when),
        birthplaces=(),
    )


def one(*profiles: Profile) -> bool:
    _, union, _ = by_names(profiles)
    return len({union.find(position) for position in range(len(profiles))}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pyotr Zarubin", "Зарубин Пётр Ильич"),
        ("Vanya Yezhov", "Иван Ежов"),
        ("P. Zarubin", "Peter Zarubin"),
        ("Anna Lvova-Zarubina", "Анна Зарубина"),
        ("Christian Zarubin", "Зарубин Христиан"),
        ("ЗАРУБИН Илья Осипович", "Зарубин Илья Иосифович"),
        ("Зарубин Илья Аксентьевич", "Зарубин Илья Авксентьевич"),
    ],
)
def test_spellings_of_one_name_are_one(first: str, second: str) -> None:
    assert one(profile(0, first), profile(1, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pyotr Zarubin", "Boris Zarubin"),
        ("Зарубин Пётр Ильич", "Зарубин Пётр Львович"),
        ("Зарубин Дмитрий Петрович", "Зарубин Григорий Петрович"),
    ],
)
def test_other_names_are_not_even_a_question(first: str, second: str) -> None:
    told, _, _ = by_names([profile(0, first), profile(1, second)])
    assert told == []


def test_brothers_born_together_stay_two() -> None:
    names = ("Зарубин Дмитрий Петрович", "Зарубин Григорий Петрович")
    first, second = (profile(n, x, birth="12.03.1899") for n, x in enumerate(names))
    assert not one(first, second)


def test_a_list_of_records_may_name_somebody_twice() -> None:
    names = ("Зарубин Пётр Ильич", "Зарубин Пётр Ильич")
    for repeats in (False, True):
        rows = [
            profile(n, name, capture="list", birth="1899", repeats=repeats)
            for n, name in enumerate(names)
        ]
        assert one(*rows) is repeats


def test_another_name_is_made_whole_by_the_fullest() -> None:
    rows = rows_of([profile(0, "Зарубин Владимир Иванович", "Феодосий Кривцов")])
    columns = rows.table.columns
    assert columns["surname"].values == ("Зарубин", "Кривцов")
    assert columns["patronymic"].values == ("Иванович",)
    assert rows.owners == [0, 0]


def test_what_agrees_with_a_third_joins_what_shares_little() -> None:
    born, seized = {"birth": "5.03.1899"}, {"arrest": "7.04.1937"}
    first = profile(0, "Genrietta Rubinshtein", dates=born)
    third = profile(1, "Рубинштейн Генриетта Михайловна", dates=born | seized)
    second = profile(2, "Генриетта Михайловна", dates=seized)
    assert not one(first, second)
    assert one(first, third, second)


def test_whoever_fits_two_people_is_neither() -> None:
    people = [
        profile(0, "P. Zarubin"),
        profile(1, "Pyotr Zarubin"),
        profile(2, "Pavel Zarubin"),
    ]
    told, union, _ = by_names(people)
    assert {judged.verdict for judged in told} == {Verdict.UNSURE}
    assert all("it fits 1 other person as well" in judged.because for judged in told)
    assert len({union.find(n) for n in range(3)}) == 3


def test_weights_begin_with_chance_and_add_up() -> None:
    told, _, _ = by_names(
        [
            profile(0, "Pyotr Ilyich Zarubin", birth="1899"),
            profile(1, "P. I. Zarubin", birth="1900"),
        ]
    )
    (judged,) = told
    assert judged.weights[0].matter == CHANCE
    total = sum(weight.bits for weight in judged.weights)
    assert judged.probability == round(probability(total), 4)


def test_questions_beyond_what_a_person_can_review_are_counted() -> None:
    names = ("Pyotr Zarubin", "Pavel Zarubin", *["P. Zarubin"] * 40)
    found, _, (notice,) = by_names([profile(n, name) for n, name in enumerate(names)])
    unsure = [judged for judged in found if judged.verdict is Verdict.UNSURE]
    assert len(unsure) == 2 * 20
    assert "are not recorded for review" in notice


def test_what_is_too_common_to_be_compared_is_counted() -> None:
    most = max(rule.most for rule in settings().rules)
    crowd = [profile(i, "Ivan Zarubin") for i in range(most + 1)]
    _, _, notices = by_names(crowd)
    assert any(f"{most + 1} people bear names so common" in told for told in notices)


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("Могилёв", "г. Могилеве", True),
        ("Саратовская губ., Балашовский уезд", "Саратовская область", True),
        ("Рига", "Одесса", False),
    ],
)
def test_places_are_compared_as_records(first: str, second: str, agree: bool) -> None:  # noqa: FBT001
    people = [
        replace(profile(n, "Зарубин Пётр Ильич"), birthplaces=(place,))
        for n, place in enumerate((first, second))
    ]
    told, _, _ = by_names(people)
    (place,) = (w for w in told[0].weights if w.matter == "birthplace")
    assert (place.bits > 0) is agree
    assert place.because.startswith("places of birth agree:") is agree
