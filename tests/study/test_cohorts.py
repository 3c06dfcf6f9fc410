"""Numbers about groups beside the archive's lives: cases with made-up people."""

import pytest

from lives.model.claim import AggregateClaim
from lives.model.ids import CaptureId, PersonId, StatementId
from lives.model.life import Act, Finding, Life, Status
from lives.reading.dates import read_date
from lives.study.cohorts import Cohort, cohorts

MEMBERS = "Of the 60 members of the City Council elected in May 1925, 40 were shot"


def life(who: str, *told: tuple[str, str, str], status: Status = Status.SINGLE) -> Life:
    """Make a life of findings: kind, body or office, date."""
    person = PersonId(f"pe-{who}")
    findings = tuple(
        Finding(
            person,
            kind,
            place,
            Act.DURING,
            status,
            1,
            (StatementId("st"),),
            when=read_date(date) if date else None,
            group="" if what.endswith("er") else what,
            what=what if what.endswith("er") else "",
        )
        for place, (kind, what, date) in enumerate(told)
    )
    return Life(person, findings)


def claim(
    quote: str, *, count: int | None = 40, total: int | None = 60
) -> AggregateClaim:
    return AggregateClaim(
        "ag-1", CaptureId("0"), 0, len(quote), quote, count=count, total=total
    )


def of(quote: str, *lives: Life, total: int | None = 60) -> Cohort | None:
    return cohorts([claim(quote, total=total)], lives).get("ag-1")


def held(quote: str, *lives: Life) -> list[str]:
    found = of(quote, *lives)
    return [] if found is None else [p.removeprefix("pe-") for p in found.persons]


def test_those_who_belonged_then_are_the_cohort() -> None:
    found = of(
        MEMBERS,
        life("a", ("membership", "City Council", "1924"), ("execution", "", "1931")),
        life("b", ("office", "the City Council", "1925"), ("execution", "", "1931")),
        life("c", ("office", "City Council", ""), ("arrest", "", "")),
        life("d", ("membership", "City Choir", "1925")),
        life("e", ("arrest", "City Council", "1925")),
    )
    assert found is not None
    assert (found.persons, found.undated) == (("pe-b", "pe-c"), ("pe-c",))
    assert found.happened == {"execution": ("pe-b",)}
    assert found.untold == ("pe-c",)
    assert found.in_words == (
        "This archive tells of 2 people that they belonged to: City Council, May 1925 "
        "(of 1 it does not tell when). What it tells of them: execution 1; none of "
        "this 1. As far as it knows, they are some of the 60; they neither bear the "
        "number out nor speak against it."
    )


def test_as_many_lives_as_the_source_counts_are_no_agreement() -> None:
    lives = [life(str(n), ("office", "City Council", "1925")) for n in range(60)]
    found = of(MEMBERS, *lives)
    assert found is not None
    assert "whether these are the same, nothing here tells" in found.in_words


@pytest.mark.parametrize("status", [Status.CHARGED, Status.UNVOUCHED, Status.DENIED])
def test_what_nobody_vouches_for_makes_no_member(status: Status) -> None:
    assert not held(
        MEMBERS, life("a", ("office", "City Council", "1925"), status=status)
    )


@pytest.mark.parametrize(
    ("quote", "body"),
    [
        ("40 members of the Kazan Council were shot in 1931", "Kazan Council"),
        ("40 members and candidates of the Kazan Council", "Council of Kazan"),
        ("40 delegates to the Kazan Council", "Kazan Council"),
        ("40 Kazan Council officers were shot", "the Kazan Council"),
        ("40 Kazan Council officers were shot", "Kazan Council officer"),
        ("40 members of the Kazan Council of the Party", "Kazan Council"),
    ],
)
def test_a_body_is_known_however_it_is_written(quote: str, body: str) -> None:
    assert held(quote, life("a", ("office", body, "1925"))) == ["a"]


@pytest.mark.parametrize(
    "quote",
    [
        "40 men were shot",
        "40 members",
        "40 members of the Party were shot",
        "20 Communist Party members",
        "40 members of the Kazan Council of Miners",
    ],
)
def test_without_a_body_of_its_own_nothing_is_linked(quote: str) -> None:
    lives = (
        life("a", ("membership", "Kazan Council", "1925")),
        life("b", ("membership", "Communist Party", "1925")),
    )
    assert not held(quote, *lives)


def test_lives_are_not_read_where_no_number_names_a_body() -> None:
    def never() -> object:
        raise AssertionError

    assert cohorts([claim("40 men were shot")], (never() for _ in "a")) == {}  # type: ignore[misc]
