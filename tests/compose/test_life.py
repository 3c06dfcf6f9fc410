"""Lives composed from statements: tables of cases, with made-up people."""

from dataclasses import dataclass, field

import pytest

from lives.compose.life import life
from lives.compose.surroundings import Surroundings
from lives.model.ids import CaptureId, MentionId, PersonId, StatementId
from lives.model.life import Act, Conflict, Finding, Severity, Status
from lives.model.statement import Modality, Role, Standing, Statement
from lives.reading.dates import read_date

WHO = PersonId("pe-zarubin")


@dataclass
class Case:
    """What books a, b, c ... say of one person; c is a copy of b."""

    said: list[Statement] = field(default_factory=list)

    def says(
        self, book: str, kind: str, date: str = "", *, where: str = "", what: str = ""
    ) -> StatementId:
        return self._add(book, kind, date, where=where, what=what)

    def adds(self, book: str, kind: str, date: str = "", **more: str) -> StatementId:
        return self._add(book, kind, date, **more)

    def _add(self, book: str, kind: str, date: str, **more: str) -> StatementId:
        when = read_date(date) if date else None
        assert (when is None) == (date == "")
        key = StatementId(f"st-{len(self.said)}")
        modality = Modality(more.pop("modality", Modality.ASSERTED))
        standing = Standing(more.pop("standing", Standing.SURE))
        other = more.pop("other", "")
        roles = (Role("other", words=other),) if other else ()
        found = Statement(
            key,
            MentionId("me-1"),
            kind,
            CaptureId(book),
            len(self.said),
            len(self.said) + 1,
            "words",
            "test/1",
            when=when,
            where=more.get("where", ""),
            what=more.get("what", ""),
            group=more.get("group", ""),
            roles=roles,
            modality=modality,
            voice=more.get("voice", ""),
            standing=standing,
        )
        self.said.append(found)
        return key

    def life(self) -> tuple[tuple[Finding, ...], tuple[Conflict, ...]]:
        books = "abcdef"
        around = Surroundings(
            witness={CaptureId(b): "b" if b == "c" else b for b in books},
            title={CaptureId(b): f"Book {b.upper()}" for b in books},
            person={},
            label={},
            named=(),
        )
        found = life(WHO, self.said, around)
        return found.findings, found.conflicts

    def findings(self, kind: str = "") -> list[Finding]:
        return [f for f in self.life()[0] if kind in {"", f.kind}]

    def conflicts(self) -> tuple[Conflict, ...]:
        return self.life()[1]


@pytest.fixture
def case() -> Case:
    return Case()


# --- witnesses and values ------------------------------------------------------


def test_a_vaguer_date_supports_a_precise_one_and_is_no_dissent(case: Case) -> None:
    case.says("a", "birth", "1884")
    case.says("b", "birth", "12 March 1884")
    (birth,) = case.findings()
    assert birth.when is not None
    assert birth.when.edtf == "1884-03-12"
    assert (birth.status, birth.witnesses) == (Status.AGREED, 2)
    assert (len(birth.support), birth.dissent) == (2, ())
    assert case.conflicts() == ()


def test_copies_of_one_source_are_one_witness(case: Case) -> None:
    case.says("b", "birth", "12 March 1884")
    case.says("c", "birth", "12 March 1884")
    (birth,) = case.findings()
    assert (birth.status, birth.witnesses) == (Status.SINGLE, 1)


def test_two_exact_dates_disagree_although_a_year_embraces_both(case: Case) -> None:
    case.says("a", "execution", "1937")
    first = case.says("b", "execution", "1 October 1937")
    other = case.says("d", "execution", "3 October 1937")
    (end,) = case.findings()
    assert end.status is Status.DISPUTED
    assert (first in end.support, end.dissent) == (True, (other,))
    (conflict,) = case.conflicts()
    assert conflict.words == (
        "Two sources give different dates of death: "
        "1 October 1937 (Book B) and 3 October 1937 (Book D)."
    )
    assert (conflict.about, conflict.severity) == ("death, date", Severity.VALUES)
    assert set(conflict.statements) == {first, other}


def test_more_witnesses_outweigh_one_and_the_one_is_kept(case: Case) -> None:
    alone = case.says("a", "birth", "1884")
    case.says("b", "birth", "1885")
    case.says("d", "birth", "1885")
    (birth,) = case.findings()
    assert birth.when is not None
    assert (birth.when.edtf, birth.dissent) == ("1885", (alone,))


def test_a_copy_has_no_voice_of_its_own_in_a_disagreement(case: Case) -> None:
    case.says("a", "birth", "1884")
    case.says("b", "birth", "1885")
    case.says("c", "birth", "1885")
    (conflict,) = case.conflicts()
    assert conflict.words == (
        "Two sources give different dates of birth: 1884 (Book A) and 1885 "
        "(Book B with Book C, one witness)."
    )


def test_one_source_that_gives_two_dates_is_told_so(case: Case) -> None:
    case.says("a", "birth", "1884")
    case.says("a", "birth", "1885")
    (conflict,) = case.conflicts()
    assert conflict.words.startswith("One source gives different dates of birth")


def test_the_difference_of_the_calendars_is_named(case: Case) -> None:
    case.says("a", "birth", "26 October 1879")
    case.says("b", "birth", "7 November 1879")
    (conflict,) = case.conflicts()
    assert conflict.words.endswith("12 days apart, as the two calendars were.")


def test_what_awaits_review_enters_nothing(case: Case) -> None:
    case.adds("a", "birth", "1884", standing=Standing.PROPOSED)
    assert case.life() == ((), ())


# --- the end of a life ---------------------------------------------------------


def test_a_death_supports_the_execution_that_says_more(case: Case) -> None:
    case.says("a", "death", "1937")
    case.says("b", "execution", "1 October 1937")
    (end,) = case.findings()
    assert (end.kind, end.status, end.witnesses) == ("execution", Status.AGREED, 2)


def test_two_manners_of_death_are_a_dispute(case: Case) -> None:
    case.says("a", "execution", "1938")
    case.says("b", "suicide")
    (end,) = case.findings()
    assert (end.kind, end.status) == ("execution", Status.DISPUTED)
    (conflict,) = case.conflicts()
    assert conflict.about == "death, manner"
    assert "execution, 1938 (Book A) and suicide (Book B)" in conflict.words


def test_a_rumoured_killing_is_no_fact_beside_a_death(case: Case) -> None:
    case.says("a", "death", "18 June 1936")
    case.adds("b", "killing", "1936", modality=Modality.HEDGED)
    death, killing = sorted(case.findings(), key=lambda f: f.kind)
    assert (death.kind, death.status) == ("death", Status.SINGLE)
    assert (killing.kind, killing.status) == ("killing", Status.UNVOUCHED)


# --- promise two: an accusation is not a fact ----------------------------------


def test_what_is_only_charged_never_counts(case: Case) -> None:
    charged = case.adds("a", "killing", "1934", modality=Modality.CHARGED)
    told = case.says("b", "death", "1937")
    assert {(f.kind, f.status, f.support) for f in case.findings()} == {
        ("killing", Status.CHARGED, (charged,)),
        ("death", Status.SINGLE, (told,)),
    }
    assert case.conflicts() == ()


def test_a_charge_is_an_act_that_happened_and_its_content_is_not(case: Case) -> None:
    for book in ("a", "b"):
        case.adds(book, "charge", "1936", what="plotting", modality=Modality.CHARGED)
    (charge,) = case.findings()
    assert (charge.kind, charge.what) == ("charge", "plotting")
    assert (charge.status, charge.witnesses) == (Status.AGREED, 2)


def test_hearsay_alone_is_not_vouched_for(case: Case) -> None:
    case.adds("a", "arrest", "1936", modality=Modality.REPORTED, voice="a neighbour")
    (arrest,) = case.findings()
    assert arrest.status is Status.UNVOUCHED


def test_hearsay_that_agrees_is_shown_and_not_counted(case: Case) -> None:
    case.says("a", "arrest", "4 May 1936")
    case.adds("b", "arrest", "1936", modality=Modality.HEDGED)
    (arrest,) = case.findings()
    assert (arrest.status, arrest.witnesses) == (Status.SINGLE, 1)
    assert len(arrest.support) == 2


def test_what_is_only_denied_is_denied(case: Case) -> None:
    case.adds("a", "capitulation", modality=Modality.NEGATED)
    (denied,) = case.findings()
    assert denied.status is Status.DENIED


def test_a_denial_disputes_what_another_source_tells(case: Case) -> None:
    case.says("a", "capitulation", "1929")
    no = case.adds("b", "capitulation", modality=Modality.NEGATED)
    (finding,) = case.findings()
    assert (finding.status, finding.dissent) == (Status.DISPUTED, (no,))
    (conflict,) = case.conflicts()
    assert conflict.words == "Book A tells of a capitulation; Book B denies it."


def test_denying_one_place_of_birth_leaves_another_untouched(case: Case) -> None:
    case.says("a", "birth", "1884", where="Kiev")
    case.adds("b", "birth", where="Odessa", modality=Modality.NEGATED)
    assert [f.status for f in case.findings()] == [Status.SINGLE, Status.DENIED]


def test_of_no_party_here_and_a_member_there_is_shown(case: Case) -> None:
    said = case.adds("a", "membership", group="ВКП(б)")
    no = case.adds("b", "membership", what="б/п", modality=Modality.NEGATED)
    (conflict,) = case.conflicts()
    assert conflict.words == "Book A: a member (ВКП(б)); Book B: of no party."
    assert conflict.statements == (said, no)


def test_a_former_member_may_be_of_no_party(case: Case) -> None:
    case.adds("a", "membership", group="ВКП(б)", what="бывший член")
    case.adds("a", "membership", "1920/1927", group="ВКП(б)")
    case.adds("b", "membership", what="б/п", modality=Modality.NEGATED)
    assert not case.conflicts()


def test_one_work_may_tell_of_a_member_and_of_none(case: Case) -> None:
    case.adds("a", "membership", group="ВЛКСМ")
    case.adds("a", "membership", what="б/п", modality=Modality.NEGATED)
    assert not case.conflicts()


# --- what happens more than once -----------------------------------------------


def test_two_arrests_are_two_findings(case: Case) -> None:
    case.says("a", "arrest", "1928")
    case.says("b", "arrest", "4 May 1936")
    case.says("d", "arrest", "May 1936")
    first, second = case.findings("arrest")
    assert (first.witnesses, second.witnesses) == (1, 2)
    assert case.conflicts() == ()


def test_an_undated_arrest_supports_the_only_one(case: Case) -> None:
    case.says("a", "arrest", "4 May 1936")
    case.says("b", "arrest")
    (arrest,) = case.findings()
    assert arrest.status is Status.AGREED


def test_an_undated_arrest_that_could_be_either_stays_by_itself(case: Case) -> None:
    case.says("a", "arrest", "1928")
    case.says("a", "arrest", "1936")
    case.says("b", "arrest")
    assert [f.witnesses for f in case.findings()] == [1, 1, 1]


def test_two_sources_a_week_apart_tell_of_one_arrest_and_disagree(case: Case) -> None:
    case.says("a", "arrest", "4 May 1936")
    case.says("b", "arrest", "11 May 1936")
    (arrest,) = case.findings()
    assert arrest.status is Status.DISPUTED
    (conflict,) = case.conflicts()
    assert conflict.about == "arrest, date"


def test_one_source_that_dates_two_arrests_is_believed(case: Case) -> None:
    case.says("a", "arrest", "4 May 1936")
    case.says("a", "arrest", "11 May 1936")
    assert len(case.findings()) == 2
    assert case.conflicts() == ()


def test_offices_are_told_apart_by_what_they_are(case: Case) -> None:
    case.adds("a", "office", "1925", what="secretary")
    case.adds("b", "office", "1925", what="editor")
    case.adds("d", "office", what="the secretary")
    assert sorted((f.what, f.witnesses) for f in case.findings()) == [
        ("editor", 1),
        ("secretary", 2),
    ]


def test_notes_of_one_list_that_quote_two_sources_contradict_each_other(
    case: Case,
) -> None:
    case.adds("a", "birth", "1884", where="Kiev", voice="Book of Kiev")
    case.adds("a", "birth", "1884", where="Odessa", voice="an archive")
    (conflict,) = case.conflicts()
    assert conflict.words == (
        "One source gives different places of birth: Kiev (Book A, after Book of Kiev) "
        "and Odessa (Book A, after an archive)."
    )


def test_places_named_by_two_sources_for_one_birth_are_a_conflict(case: Case) -> None:
    case.says("a", "birth", "1884", where="Kiev")
    case.says("b", "birth", "1884", where="Odessa")
    (birth,) = case.findings()
    assert birth.where == "Kiev"
    (conflict,) = case.conflicts()
    assert conflict.words == (
        "Two sources give different places of birth: Kiev (Book A) and Odessa (Book B)."
    )


def test_a_relative_is_one_finding_however_often_named(case: Case) -> None:
    for book in ("a", "b"):
        case.adds(book, "kinship", what="brother", other="Boris")
    case.adds("a", "kinship", what="brother", other="Pavel")
    assert sorted(f.witnesses for f in case.findings()) == [1, 2]


# --- the three acts ------------------------------------------------------------


def test_a_life_has_three_acts_in_order(case: Case) -> None:
    case.says("a", "death", "1960")
    case.says("a", "release", "1955")
    case.adds("a", "office", "1957", what="librarian")
    case.adds("a", "office", "1925", what="editor")
    case.says("a", "sentence")
    case.says("a", "arrest", "1936")
    case.says("a", "birth", "1884")
    assert [(f.act, f.kind) for f in case.findings()] == [
        (Act.BEFORE, "birth"),
        (Act.BEFORE, "office"),
        (Act.DURING, "arrest"),
        (Act.DURING, "sentence"),
        (Act.DURING, "release"),
        (Act.AFTER, "office"),
        (Act.AFTER, "death"),
    ]


def test_a_death_in_the_camps_belongs_to_the_ordeal(case: Case) -> None:
    case.says("a", "arrest", "1936")
    case.says("a", "death", "1941")
    assert [f.act for f in case.findings()] == [Act.DURING, Act.DURING]


def test_who_lives_on_for_decades_has_outlived_the_ordeal(case: Case) -> None:
    case.says("a", "arrest", "1936")
    case.says("a", "emigration", "1971")
    case.says("a", "death", "1999")
    acts = {f.kind: f.act for f in case.findings()}
    assert acts == {
        "arrest": Act.DURING, "emigration": Act.AFTER, "death": Act.AFTER
    }  # fmt: skip


def test_a_later_arrest_undoes_an_earlier_release(case: Case) -> None:
    case.says("a", "arrest", "1928")
    case.says("a", "release", "1930")
    case.says("a", "arrest", "1936")
    case.says("a", "death", "1941")
    assert case.findings("death")[0].act is Act.DURING


def test_an_undated_release_ends_the_arrest_it_is_told_after(case: Case) -> None:
    case.says("a", "arrest", "1921")
    case.says("a", "release")
    case.says("a", "arrest", "14 August 1937")
    case.says("a", "sentence", "2 November 1937")
    case.says("a", "execution", "11 November 1937")
    order = [f.kind for f in case.findings()]
    assert order == ["arrest", "release", "arrest", "sentence", "execution"]


def test_another_source_s_undated_release_stands_where_releases_do(case: Case) -> None:
    case.says("a", "arrest", "1921")
    case.says("b", "release")
    case.says("a", "sentence", "2 November 1937")
    assert [f.kind for f in case.findings()] == ["arrest", "sentence", "release"]


def test_a_look_back_is_not_taken_for_what_came_next(case: Case) -> None:
    case.says("a", "arrest", "1929")
    case.says("a", "sentence", "1935")
    case.says("a", "dispossession")
    order = [f.kind for f in case.findings()]
    assert order == ["dispossession", "arrest", "sentence"]


def test_about_a_year_stands_beside_that_year(case: Case) -> None:
    case.adds("a", "office", "about 1924", what="secretary")
    case.adds("a", "office", "1923", what="editor")
    assert [f.what for f in case.findings()] == ["editor", "secretary"]


def test_a_rumour_begins_no_ordeal(case: Case) -> None:
    case.adds("a", "arrest", "1920", modality=Modality.HEDGED)
    case.adds("a", "office", "1925", what="editor")
    assert case.findings("office")[0].act is Act.BEFORE


# --- what cannot be ------------------------------------------------------------


def test_an_arrest_after_death_is_impossible(case: Case) -> None:
    dead = case.says("a", "death", "1936")
    arrested = case.says("b", "arrest", "1938")
    (conflict,) = case.conflicts()
    assert conflict.severity is Severity.IMPOSSIBLE
    assert set(conflict.statements) == {dead, arrested}
    assert conflict.words == (
        "The arrest of 1938 (Book B) would have come after the death, told of "
        "1936 (Book A)."
    )


@pytest.mark.parametrize("kind", ["rehabilitation", "burial", "authorship"])
def test_the_dead_are_buried_rehabilitated_and_printed(case: Case, kind: str) -> None:
    case.says("a", "death", "1936")
    case.says("a", kind, "1957")
    assert case.conflicts() == ()


def test_nothing_is_done_before_birth(case: Case) -> None:
    case.says("a", "birth", "1900")
    case.says("b", "arrest", "1899")
    assert [c.severity for c in case.conflicts()] == [Severity.IMPOSSIBLE]


def test_nobody_is_arrested_at_a_hundred_and_twenty(case: Case) -> None:
    case.says("a", "birth", "1800")
    case.says("b", "arrest", "1937")
    assert [c.about for c in case.conflicts()] == ["arrest, age"]


def test_an_alleged_deed_after_death_contradicts_nothing(case: Case) -> None:
    case.says("a", "death", "1936")
    case.adds("b", "journey", "1938", modality=Modality.CHARGED)
    assert case.conflicts() == ()
