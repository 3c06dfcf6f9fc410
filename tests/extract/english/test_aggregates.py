import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.aggregates import find_claims
from lives.extract.english.prose import read_prose
from lives.model.claim import AggregateClaim
from lives.model.ids import CaptureId
from lives.model.passage import Block, TextAsRead

CAPTURE = CaptureId("0" * 64)


def claimed(text: str) -> list[AggregateClaim]:
    read = TextAsRead(text, (Block(0, len(text)),), "test/1")
    return find_claims(read_prose(read), CAPTURE)


def only(text: str) -> AggregateClaim:
    (claim,) = claimed(text)
    assert text[claim.start : claim.end] == claim.quote
    return claim


@pytest.mark.parametrize(
    ("text", "quote", "count", "total", "percent"),
    [
        ("They held 318 prisoners there.", "318 prisoners", 318, None, None),
        (
            "He led 40 young weavers.",
            "40 young weavers",
            40,
            None,
            None,
        ),
        ("In May, two dozen men were shot.", "two dozen men were shot", 24, None, None),
        (
            "Three hundred were shot.",
            "Three hundred were shot",
            300,
            None,
            None,
        ),
        ("A crowd of 5,000 came.", "crowd of 5,000", 5000, None, None),
        ("There were 300 dead.", "There were 300 dead", 300, None, None),
        ("There were 80 Esperantists.", "There were 80 Esperantists", 80, None, None),
        ("31 of the 52 delegates fled.", "31 of the 52 delegates fled", 31, 52, None),
        ("31 delegates out of 52 fled.", "31 delegates out of 52 fled", 31, 52, None),
        (
            "Out of 52 delegates, 31 were arrested.",
            "Out of 52 delegates, 31 were arrested",
            31,
            52,
            None,
        ),
        (
            "They tried 52 miners, 31 of whom were shot.",
            "52 miners, 31",
            31,
            52,
            None,
        ),
        (
            "Some 40% of the expelled were weavers, it is said.",
            "Some 40% of the expelled were weavers",
            None,
            None,
            40,
        ),
        ("Half of the members left.", "Half of the members", None, None, 50),
        (
            "Of these people 60% are under 30, 20% under 25.",
            "60% are under 30, 20% under 25",
            None,
            None,
            60,
        ),
        (
            "Nearly all the 90 guards fled.",
            "Nearly all the 90 guards fled",
            None,
            90,
            None,
        ),
    ],
)
def test_numbers_of_people_are_found_with_their_words(
    text: str, quote: str, count: int | None, total: int | None, percent: float | None
) -> None:
    claim = only(text)
    assert claim.quote == quote
    assert (claim.count, claim.total, claim.percent) == (count, total, percent)


@pytest.mark.parametrize(
    "text",
    [
        "In 1926 members were few.",
        "He came in 1926 and left in 1931.",
        "It cost 300 roubles and weighed 40 tons.",
        "He walked 300 miles in 40 days.",
        "She was 40 years old; he was a worker aged 52.",
        "See p. 318 and nos. 40-52.",
        "He got 318 votes from members.",
        "Two comrades came to see her.",
        "He had three brothers and twelve children.",
        "Several hundred workers struck.",
        "One in 300 workers was hurt.",
        "The 10-year plan and the 21st Congress of workers.",
        "They sold 120 Daily Workers.",
        "They saved two of the five yards of the workers.",
        "He polled 21% of the vote against strong opponents.",
        "Prices fell by 13% between April and May for drivers.",
        "He wrote 40 letters to workers.",
    ],
)
def test_numbers_of_other_things_are_left_alone(text: str) -> None:
    assert [claim.quote for claim in claimed(text)] == []


def test_the_population_is_told_in_the_words_of_the_passage() -> None:
    assert only("Some 300 members of the guild were expelled.").group == (
        "members of the guild"
    )


@pytest.mark.parametrize(
    ("text", "voice", "approx"),
    [
        ("Petrov claims that 300 workers were shot.", "Petrov", False),
        ("Ivan Petrov himself estimated that 300 workers fled.", "Ivan Petrov", True),
        ("According to the police, 300 workers fled.", "the police", False),
        ("About 300 workers fled.", "", True),
        ("300 workers fled.", "", False),
    ],
)
def test_who_gives_a_number_and_how_exactly_is_kept(
    text: str, voice: str, approx: object
) -> None:
    claim = only(text)
    assert (claim.voice, claim.approx) == (voice, approx)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("90 of the 120 members (75.0%) fled.", "agrees: 90 of 120 is 75.0%"),
        ("90 of the 120 members (60%) fled.", "disagrees: 90 of 120 is 75.0%, not 60%"),
        ("They lost 75.0% (90 of 120) of the members.", "agrees: 90 of 120 is 75.0%"),
        ("130% of the members fled.", "disagrees: 130% is more than a whole"),
        ("120 members fled.", ""),
    ],
)
def test_the_arithmetic_of_a_claim_is_checked(text: str, check: str) -> None:
    assert only(text).check == check


@given(st.integers(min_value=10, max_value=999_999), st.integers(1, 999_999))
def test_a_part_never_exceeds_its_whole_unremarked(total: int, count: int) -> None:
    claims = claimed(f"{count:,} of the {total:,} prisoners were deported.")
    for claim in claims:
        if claim.count is not None and claim.total is not None:
            assert claim.count <= claim.total


@given(st.text(alphabet="0123456789%, of()members.workers\n-", max_size=120))
def test_no_text_makes_the_search_raise_and_spans_are_in_order(text: str) -> None:
    last = 0
    for claim in claimed(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start >= last
        last = claim.end
