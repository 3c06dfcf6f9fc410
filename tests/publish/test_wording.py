from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import PersonId, StatementId
from lives.model.kinds import kinds
from lives.model.life import Act, Finding, Status
from lives.model.when import When
from lives.publish.wording import Piece, date_phrase, phrases, pieces, sentence
from lives.reading.dates_edtf import from_edtf

WHO = PersonId("pe-1")
DAY = When("1933-01-23", date(1933, 1, 23), date(1933, 1, 23))
MONTH = When("1927-11", date(1927, 11, 1), date(1927, 11, 30))


def of_kind(
    kind: str,
    status: Status = Status.SINGLE,
    when: When | None = None,
    where: str = "",
    what: str = "",
    group: str = "",
) -> Finding:
    support = (StatementId("st-1"),)
    return Finding(
        WHO, kind, 0, Act.DURING, status, 1, support, (), when, where, what, group
    )


@pytest.mark.parametrize(
    ("finding", "names", "said"),
    [
        (
            of_kind("arrest", when=DAY, where="Moscow"),
            {},
            "Arrested in Moscow on 23 January 1933",
        ),
        (
            of_kind("membership", Status.DENIED, what="б/п"),
            {},
            "Of no party: б/п",
        ),
        (
            of_kind("membership", Status.DENIED, group="the party"),
            {},
            "Denied: member of the party",
        ),
        (
            of_kind("expulsion", when=MONTH, group="the party"),
            {},
            "Expelled from the party in November 1927",
        ),
        (of_kind("arrest", where="near Minsk"), {}, "Arrested near Minsk"),
        (
            of_kind("arrest", when=DAY, where="Leningrad"),
            {},
            "Arrested in Leningrad (now Saint Petersburg) on 23 January 1933",
        ),
        (
            of_kind("birth", when=DAY, where="Alma-Ata"),
            {},
            "Born in Alma-Ata (now Almaty) on 23 January 1933",
        ),
        (
            of_kind("arrest", when=MONTH, where="г. Молотов"),
            {},
            "Arrested in г. Молотов (then and now Пермь) in November 1927",
        ),
        (
            of_kind("charge", Status.CHARGED, what="wrecking"),
            {"by": [Piece("the court")]},
            "Accused by the court of wrecking",
        ),
        (
            of_kind("kinship", what="wife"),
            {"other": [Piece("Ivan Orlov")]},
            "Wife of Ivan Orlov",
        ),
        (
            of_kind("marriage"),
            {"other": [Piece("A"), Piece("B"), Piece("C")]},
            "Married A, B and C",
        ),
        (of_kind("death", Status.UNVOUCHED), {}, "Reportedly died"),
        (
            of_kind("membership", Status.DENIED, group="Bund"),
            {},
            "Denied: member of the Bund",
        ),
        (
            of_kind("killing", Status.CHARGED),
            {},
            "Alleged by accusers only: killed",
        ),
    ],
)
def test_a_finding_is_one_plain_sentence(
    finding: Finding, names: dict[str, list[Piece]], said: str
) -> None:
    assert sentence(finding, names) == said


@given(
    kind=st.sampled_from(sorted(kinds())),
    status=st.sampled_from(Status),
    dated=st.booleans(),
    told=st.fixed_dictionaries(
        {}, optional={slot: st.just(f"⟨{slot}⟩") for slot in ("what", "group", "where")}
    ),
    others=st.fixed_dictionaries(
        {},
        optional={r: st.just([Piece(f"⟨{r}⟩")]) for r in ("by", "other")},
    ),
)
def test_a_sentence_leaves_nothing_out(
    kind: str,
    status: Status,
    dated: bool,  # noqa: FBT001  # drawn by name
    told: dict[str, str],
    others: dict[str, list[Piece]],
) -> None:
    when = DAY if dated else None
    said = sentence(of_kind(kind, status, when=when, **told), others)
    assert said[0].isupper() or said[0] == "⟨"
    for word in (*told, *others):
        assert f"⟨{word}⟩" in said
    assert ("1933" in said) == dated
    assert not set("[]{}") & set(said)


def test_a_person_in_a_sentence_can_be_followed() -> None:
    named = Piece("Ivan Orlov", PersonId("pe-2"))
    assert named in pieces(of_kind("kinship", what="wife"), {"other": [named]})


def test_an_open_date_needs_no_preposition() -> None:
    assert date_phrase(When("1907/..", date(1907, 1, 1), None)) == "since 1907"


def test_every_status_and_act_has_its_words() -> None:
    book = phrases("en")
    assert set(book["status"]) == {status.value for status in Status}
    assert set(book["acts"]) == {act.value for act in Act}
    assert set(book["kinds"]) <= set(kinds())


@pytest.mark.parametrize(
    ("finding", "quote", "said"),
    [
        (of_kind("expulsion", group="party"), "", "Expelled from the party"),
        (
            of_kind("membership", group="small circle"),
            "belonged to a small circle",
            "Member of a small circle",
        ),
        (
            of_kind("sentence", when=DAY, group="Military Collegium", what="death"),
            "",
            "Sentenced by the Military Collegium on 23 January 1933: death",
        ),
        (of_kind("membership", group="РСДРП"), "", "Member of РСДРП"),
        (of_kind("arrest", where="island"), "on the island", "Arrested on the island"),
        (of_kind("journey", where="Kremlin"), "", "Travelled to the Kremlin"),
        (of_kind("exile", where="exile"), "", "Exiled"),
        (
            of_kind("sentence", what="five years", where="camps"),
            "five years in the camps",
            "Sentenced: five years in the camps",
        ),
        (
            of_kind("office", what="officer", group="police"),
            "",
            "Officer of the police",
        ),
        (
            of_kind("membership", Status.UNVOUCHED, group="Bund", what="member"),
            "",
            "Reported: member of the Bund",
        ),
        (of_kind("authorship", what="Her letters"), "", "Wrote her letters"),
    ],
)
def test_small_words_are_those_of_the_source_or_of_the_language(
    finding: Finding, quote: str, said: str
) -> None:
    assert sentence(finding, {}, "en", [quote]) == said


def test_a_body_named_by_its_words_alone_takes_its_article() -> None:
    by = {"by": [Piece("Supreme Court")]}
    assert sentence(of_kind("acquittal"), by) == "Acquitted by the Supreme Court"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1937-03-01/1937-05-02", "between 1 March 1937 and 2 May 1937"),
        ("1937/1938", "in 1937–1938"),
    ],
)
def test_a_span_within_which_something_happened_is_said_so(
    edtf: str, said: str
) -> None:
    when = from_edtf(edtf)
    assert when
    assert date_phrase(when) == said


def test_what_lasts_is_said_from_one_end_to_the_other() -> None:
    span = from_edtf("1933-03-01/1935-05-02")
    said = "Lived from 1 March 1933 to 2 May 1935"
    assert sentence(of_kind("residence", when=span), {}) == said


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_what_only_accusers_say_is_never_told_as_a_deed(kind: str) -> None:
    said = sentence(of_kind(kind, Status.CHARGED, what="⟨deed⟩"), {})
    apart = ("Alleged by accusers only: ", "Accused", "Made to confess", "Recorded as")
    assert said.startswith(apart) or kinds()[kind].content
