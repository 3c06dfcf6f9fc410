"""Laws of composing: nothing is lost, nothing counted that may not be."""

from hypothesis import given
from hypothesis import strategies as st

from lives.compose.life import life
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.ids import CaptureId, MentionId, PersonId, StatementId
from lives.model.kinds import kinds
from lives.model.life import Status
from lives.model.statement import Modality, Standing, Statement
from lives.reading.dates import read_date

BOOKS = "abc"
SCENE = Surroundings(
    witness={CaptureId(b): "a" if b == "b" else b for b in BOOKS},
    title={CaptureId(b): f"Book {b}" for b in BOOKS},
    person={},
    label={},
    named=(),
)
DATES = (None, "1936", "May 1936", "4 May 1936", "11 May 1936", "1937", "about 1935")
KINDS = ("birth", "death", "execution", "suicide", "arrest", "office", "charge")

statement = st.builds(
    lambda kind, book, date, where, what, modality, standing: Statement(
        StatementId(""),
        MentionId("me-1"),
        kind,
        CaptureId(book),
        0,
        1,
        "words",
        "test/1",
        when=read_date(date) if date else None,
        where=where,
        what=what,
        modality=modality,
        standing=standing,
    ),
    st.sampled_from(KINDS),
    st.sampled_from(BOOKS),
    st.sampled_from(DATES),
    st.sampled_from(("", "Kiev", "Odessa")),
    st.sampled_from(("", "editor", "secretary")),
    st.sampled_from(Modality),
    st.sampled_from(Standing),
)


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    drawn = draw(st.lists(statement, max_size=8))
    return [_numbered(s, i) for i, s in enumerate(drawn)]


def _numbered(s: Statement, i: int) -> Statement:
    return Statement(
        StatementId(f"st-{i}"),
        s.subject,
        s.kind,
        s.capture,
        i,
        i + 1,
        s.quote,
        s.reader,
        when=s.when,
        where=s.where,
        what=s.what,
        modality=s.modality,
        standing=s.standing,
    )


@given(statements())
def test_what_is_sure_bears_on_a_finding_and_what_is_proposed_on_none(
    said: list[Statement],
) -> None:
    found = life(PersonId("pe-1"), said, SCENE)
    borne = {s for f in found.findings for s in (*f.support, *f.dissent)}
    assert borne == {s.id for s in said if s.standing is Standing.SURE}


@given(statements())
def test_no_fact_rests_on_a_charge_or_on_hearsay_alone(said: list[Statement]) -> None:
    by_id = {s.id: s for s in said}
    facts = {Status.AGREED, Status.SINGLE, Status.DISPUTED}
    for finding in life(PersonId("pe-1"), said, SCENE).findings:
        support = [by_id[s] for s in finding.support]
        if finding.status in facts:
            assert any(
                s.counts or (s.modality is Modality.CHARGED and s.kind == "charge")
                for s in support
            )
            if finding.kind != "charge":
                assert all(s.modality is not Modality.CHARGED for s in support)


@given(statements())
def test_witnesses_are_never_more_than_independent_sources(
    said: list[Statement],
) -> None:
    for finding in life(PersonId("pe-1"), said, SCENE).findings:
        assert 1 <= finding.witnesses <= 2
        if finding.status is Status.AGREED:
            assert finding.witnesses == 2


@given(statements())
def test_support_and_dissent_are_apart_and_positions_have_no_gaps(
    said: list[Statement],
) -> None:
    findings = life(PersonId("pe-1"), said, SCENE).findings
    assert [f.ordinal for f in findings] == list(range(len(findings)))
    for finding in findings:
        assert not set(finding.support) & set(finding.dissent)


@given(statements())
def test_every_conflict_names_its_statements_in_a_sentence(
    said: list[Statement],
) -> None:
    known = {s.id for s in said if s.standing is Standing.SURE}
    conflicts = life(PersonId("pe-1"), said, SCENE).conflicts
    assert len({c.id for c in conflicts}) == len(conflicts)
    for conflict in conflicts:
        assert len(conflict.statements) > 1
        assert set(conflict.statements) <= known
        assert conflict.words[0].isupper()
        assert conflict.words.endswith(".")


def test_the_rules_speak_of_every_kind_and_of_no_other() -> None:
    known = rules()
    assert set(known.course) == set(kinds())
    assert known.ordeal | known.posthumous | known.dated <= set(kinds())
    assert set(known.manners) == {key for key, kind in kinds().items() if kind.ends}
