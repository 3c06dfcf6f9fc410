from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.errors import BadSettings
from lives.model.ids import CaptureId, MentionId, SourceId, StatementId
from lives.model.source import Source, SourceKind
from lives.model.statement import Modality, Standing, Statement
from lives.model.when import When
from lives.publish.kin_years import Generation, Years, born_by, generation
from lives.publish.living import Rules, may_live, rules, wrote_of_living, years

SINCE = 1926  # of a release in 2026 after which a hundred years are to have passed


def said(
    kind: str,
    year: int | None = None,
    modality: Modality = Modality.ASSERTED,
    standing: Standing = Standing.SURE,
) -> Statement:
    when = year and When(str(year), date(year, 1, 1), date(year, 12, 31))
    return Statement(
        StatementId(f"st-{kind}-{year}"),
        MentionId("me-1"),
        kind,
        CaptureId("0" * 64),
        0,
        1,
        "x",
        "test/1",
        when=when or None,
        modality=modality,
        standing=standing,
    )


@pytest.mark.parametrize(
    ("statements", "living"),
    [
        pytest.param([said("birth", 1990)], True, id="born lately"),
        pytest.param([said("birth", 1899)], False, id="born long ago"),
        pytest.param([said("birth", 1990), said("death")], False, id="dead"),
        pytest.param([said("birth", 1990), said("burial")], False, id="buried"),
        pytest.param(
            [said("birth", 1990), said("execution", modality=Modality.REPORTED)],
            True,
            id="a rumour of death is no sign of it",
        ),
        pytest.param(
            [said("birth", 1990), said("death", standing=Standing.PROPOSED)],
            True,
            id="a death only suspected is no sign of it",
        ),
        pytest.param(
            [said("birth", 1899), said("birth", 1989)],
            True,
            id="of two years of birth the one that protects",
        ),
        pytest.param([said("arrest", 1937)], False, id="grown up in 1937"),
        pytest.param([said("deportation", 1944)], True, id="perhaps a child in 1944"),
        pytest.param([said("arrest", 1951)], True, id="young in 1951, perhaps"),
        pytest.param(
            [said("arrest", 1937), said("rehabilitation", 1989)],
            False,
            id="rehabilitation comes after death too",
        ),
        pytest.param([], None, id="nothing dates him"),
    ],
)
def test_who_may_still_be_alive(
    statements: list[Statement],
    living: bool | None,  # noqa: FBT001  # drawn by name
) -> None:
    assert may_live(statements, SINCE) is living


@pytest.mark.parametrize(
    ("source", "living"),
    [
        (Source(SourceId("a"), {"issued": "2024"}, SourceKind.INTERVIEW), True),
        (Source(SourceId("b"), {"issued": "2024"}, SourceKind.BOOK), False),
        (Source(SourceId("c"), {}, SourceKind.OFFICIAL, written="2023"), True),
        (Source(SourceId("d"), {}, SourceKind.LETTER, written="1935"), False),
    ],
)
def test_whom_nothing_dates_lived_when_a_witness_wrote_of_him(
    source: Source,
    living: bool,  # noqa: FBT001  # drawn by name
) -> None:
    assert wrote_of_living([source], SINCE) is living


@given(st.integers(1800, 2025), st.integers(0, 200))
def test_asking_for_more_years_never_publishes_more_people(
    born: int, asked: int
) -> None:
    statements = [said("birth", born)]
    if may_live(statements, 2026 - asked):
        assert may_live(statements, 2026 - asked - 1)


def test_an_archive_sets_its_own_rules() -> None:
    told = {"publish": {"living_years": 75, "withhold": ["pe-1"], "cleared": ["A B"]}}
    assert rules(told) == Rules(75, frozenset({"pe-1"}), frozenset({"A B"}))
    assert rules({}).years == 100


@pytest.mark.parametrize(
    ("relation", "relative", "latest"),
    [
        pytest.param("eldest daughter", Years(1892, 1937), 1938, id="before he died"),
        pytest.param("wife", Years(1892, 1937), 1922, id="a wife, near his age"),
        pytest.param("widow", Years(None, 1937), 1923, id="a widow was grown up"),
        pytest.param("mother", Years(1900, None), 1886, id="a mother is older"),
        pytest.param("внучка", Years(1892, 1937), 2002, id="a granddaughter"),
        pytest.param("brother", Years(None, 1937), None, id="a brother, who knows"),
    ],
)
def test_kin_tell_when_somebody_was_born_at_the_latest(
    relation: str, relative: Years, latest: int | None
) -> None:
    standing = generation(relation)
    assert standing is not None
    assert born_by(standing, relative) == latest


def test_a_word_that_is_not_of_kin_tells_no_generation() -> None:
    assert generation("driver") is None


@given(st.sampled_from(Generation), st.integers(1850, 2000))
def test_the_other_end_of_the_other_end_is_no_closer(
    standing: Generation, birth: int
) -> None:
    back = standing.other_end.other_end
    bound, again = (born_by(s, Years(birth)) for s in (standing, back))
    assert bound is not None
    assert again is not None
    assert again >= bound


def test_years_are_only_those_somebody_vouches_for() -> None:
    rumour = said("death", 1937, modality=Modality.REPORTED)
    assert years([said("birth", 1899), rumour]) == Years(1899, None)


@pytest.mark.parametrize(
    "told",
    [
        {"publish": "soon"},
        {"publish": {"living_years": "a hundred"}},
        {"publish": {"living_years": True}},
        {"publish": {"living_years": -1}},
        {"publish": {"withhold": "Anna Orlova"}},
        {"publish": {"witheld": ["Anna Orlova"]}},
    ],
)
def test_nothing_is_guessed_where_the_living_are_concerned(
    told: dict[str, object],
) -> None:
    with pytest.raises(BadSettings):
        rules(told)
