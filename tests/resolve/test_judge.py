"""Who is who, judged by machine: tables of cases, with made-up people."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from lives.model.ids import CaptureId, MentionId, StatementId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.person import Person
from lives.model.statement import Role, Statement
from lives.reading.dates import read_date
from lives.resolve.cluster import persons
from lives.resolve.judge import judge

# As many bearers make a surname common.
COMMON = (
    "Boris",
    "Pavel",
    "Lev",
    "Yakov",
    "Semyon",
    "Fyodor",
    "Dmitry",
    "Viktor",
    "Stepan",
)

F, M = Gender.FEMALE, Gender.MALE


@dataclass
class Desk:
    """A few documents on a desk, read in the order in which they were laid there."""

    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    lists: dict[CaptureId, bool] = field(default_factory=dict)
    human: list[Judgement] = field(default_factory=list)
    places: Iterable[int] = field(default_factory=lambda: count(0, 20))

    def named(
        self,
        document: str,
        name: str,
        *,
        like: Mention | None = None,
        gender: Gender = Gender.UNKNOWN,
        **dates: str,
    ) -> Mention:
        mention = self._mention(document, name, name, gender, like)
        return self._keep(mention, dates)

    def relative(self, document: str, name: str, relation: str, of: Mention) -> Mention:
        mention = self._mention(document, name, name, Gender.UNKNOWN, None)
        return self._keep(self._known_through(mention, relation, of), {})

    def unnamed(
        self, document: str, relation: str, of: Mention, gap: int = 0
    ) -> Mention:
        for _ in range(gap):
            next(iter(self.places))
        words = f"his {relation}"
        mention = self._mention(document, words, "", Gender.UNKNOWN, None)
        return self._keep(self._known_through(mention, relation, of), {})

    def pronoun(
        self, document: str, like: Mention, gender: Gender, **dates: str
    ) -> Mention:
        return self._keep(self._mention(document, "they", "", gender, like), dates)

    def row(self, document: str, name: str, **dates: str) -> Mention:
        self.lists[CaptureId(document)] = False
        return self._keep(
            self._mention(document, name, name, Gender.UNKNOWN, None), dates
        )

    def also(self, row: Mention, name: str) -> Mention:
        """Add another name that a row of a list gives its person."""
        mention = self._mention(row.capture, name, name, Gender.UNKNOWN, row)
        return self._keep(mention, {})

    def kin(self, subject: Mention, relation: str, other: Mention) -> None:
        role = Role("other", other.id)
        self._say(subject, "kinship", what=relation, roles=(role,))

    def judged(self) -> tuple[Judgement, ...]:
        found = judge(self.mentions, self.statements, self.lists, self.human)
        return found.judgements

    def verdict(self, one: Mention, two: Mention) -> Verdict | None:
        pair = tuple(sorted((one.id, two.id)))
        found = [j for j in self.judged() if (j.left, j.right) == pair]
        return found[0].verdict if found else None

    def people(self) -> list[Person]:
        return persons(self.mentions, self.judged(), self.human)[0]

    def one(self, *mentions: Mention) -> bool:
        of: dict[MentionId, str] = {
            m: person.id for person in self.people() for m in person.mentions
        }
        return len({of[mention.id] for mention in mentions}) == 1

    def _mention(
        self,
        document: str,
        text: str,
        name: str,
        gender: Gender,
        like: Mention | None,
    ) -> Mention:
        start = next(iter(self.places))
        capture = CaptureId(document)
        kind = MentionKind.NAME if name else MentionKind.PRONOUN
        return Mention(
            Mention.key(capture, start, start + 9),
            capture,
            start,
            start + 9,
            text,
            kind,
            gender=gender,
            name=name,
            antecedent=like.id if like else None,
            because="surname of a name above" if like else "",
        )

    @staticmethod
    def _known_through(mention: Mention, relation: str, of: Mention | None) -> Mention:
        if of is None:
            return mention
        kind = mention.kind if mention.name else MentionKind.NOMINAL
        return Mention(
            mention.id,
            mention.capture,
            mention.start,
            mention.end,
            mention.text,
            kind,
            gender=mention.gender,
            name=mention.name,
            relation=relation,
            of=of.id,
        )

    def _keep(self, mention: Mention, dates: dict[str, str]) -> Mention:
        self.mentions.append(mention)
        for kind, date in dates.items():
            self._say(mention, kind, date)
        return mention

    def _say(
        self,
        subject: Mention,
        kind: str,
        date: str = "",
        what: str = "",
        roles: tuple[Role, ...] = (),
    ) -> None:
        self.statements.append(
            Statement(
                StatementId(f"st-{len(self.statements)}"),
                subject.id,
                kind,
                subject.capture,
                0,
                1,
                "words",
                "test/1",
                when=read_date(date) if date else None,
                what=what,
                roles=roles,
            )
        )


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.places = count(0, 20)
    return desk


# --- within a document ---------------------------------------------------------


def test_whom_the_reader_takes_for_one_is_one_with_the_readers_reason(
    desk: Desk,
) -> None:
    full = desk.named("a", "Pyotr Zarubin")
    short = desk.named("a", "Zarubin", like=full)
    (found,) = desk.judged()
    assert (found.verdict, found.because) == (Verdict.SAME, "surname of a name above")
    assert desk.one(full, short)


def test_the_reader_is_not_followed_from_a_man_to_a_woman(desk: Desk) -> None:
    man = desk.named("a", "Pyotr Zarubin", gender=M)
    she = desk.pronoun("a", man, F)
    assert desk.verdict(man, she) is Verdict.UNSURE
    assert not desk.one(man, she)


def test_the_reader_is_not_followed_to_another_given_name(desk: Desk) -> None:
    pyotr = desk.named("a", "Pyotr Zarubin")
    boris = desk.named("a", "Boris Zarubin", like=pyotr)
    assert desk.verdict(pyotr, boris) is Verdict.UNSURE


# --- across documents ----------------------------------------------------------


def test_a_full_name_with_patronymic_agrees_across_scripts(desk: Desk) -> None:
    one = desk.named("a", "Pyotr Ilyich Zarubin")
    two = desk.row("b", "Зарубин Петр Ильич")
    assert desk.one(one, two)
    assert any("patronymics agree" in j.because for j in desk.judged())


def test_given_name_and_surname_suffice_where_nobody_else_bears_them(
    desk: Desk,
) -> None:
    one, two = desk.named("a", "Pyotr Zarubin"), desk.named("b", "Peter Zarubin")
    assert desk.one(one, two)


def test_a_common_surname_asks_for_more_than_a_given_name(desk: Desk) -> None:
    for name in COMMON:
        desk.row("list", f"{name} Zarubin")
    one, two = desk.named("a", "Pyotr Zarubin"), desk.named("b", "Pyotr Zarubin")
    assert desk.verdict(one, two) is Verdict.UNSURE


def test_a_shared_day_makes_up_for_a_common_surname(desk: Desk) -> None:
    for name in COMMON:
        desk.row("list", f"{name} Zarubin")
    one = desk.named("a", "Pyotr Zarubin", birth="12 March 1884")
    two = desk.named("b", "Pyotr Zarubin", birth="12.03.1884")
    assert desk.one(one, two)
    assert any("same day of birth" in j.because for j in desk.judged())


def test_initials_fit_the_only_one_they_can_mean(desk: Desk) -> None:
    one = desk.named("a", "P. I. Zarubin")
    two = desk.named("b", "Pyotr Ilyich Zarubin")
    other = desk.named("b", "Boris Zarubin")
    assert desk.one(one, two)
    assert not desk.one(one, other)


def test_a_name_that_fits_two_of_a_document_is_a_question(desk: Desk) -> None:
    one = desk.named("a", "P. Zarubin")
    two, three = desk.named("b", "Pyotr Zarubin"), desk.named("b", "Pavel Zarubin")
    assert {desk.verdict(one, other) for other in (two, three)} == {Verdict.UNSURE}


def test_a_person_known_by_two_surnames_is_known_by_either(desk: Desk) -> None:
    born = desk.named("a", "Pyotr Zarubin")
    called = desk.named("a", "Viktor Serdin", like=born)
    assert desk.one(called, desk.named("b", "Viktor Serdin"), born)


def test_fathers_with_like_names_are_told_apart(desk: Desk) -> None:
    one = desk.row("a", "Зарубин Петр Алексеевич")
    two = desk.row("b", "Зарубин Петр Александрович")
    assert desk.verdict(one, two) is None


def test_sources_that_differ_by_a_day_still_speak_of_one_person(desk: Desk) -> None:
    one = desk.named("a", "Pyotr Zarubin", execution="3 November 1929")
    two = desk.named("b", "Pyotr Zarubin", execution="12 December 1929")
    assert desk.one(one, two)


def test_lives_decades_apart_are_a_question_and_never_different(desk: Desk) -> None:
    one = desk.named("a", "Pyotr Zarubin", birth="1850", death="1901")
    two = desk.named("b", "Pyotr Zarubin", birth="1899", death="1937")
    assert desk.verdict(one, two) is Verdict.UNSURE


def test_rows_of_one_list_stay_apart_unless_everything_agrees(desk: Desk) -> None:
    one = desk.row("list", "Зарубин Петр Ильич", birth="1899")
    two = desk.row("list", "Зарубин Петр Ильич", birth="1899")
    assert desk.verdict(one, two) is Verdict.UNSURE
    three = desk.row("list", "Зуев Петр Ильич", birth="12.03.1899", arrest="1.2.1937")
    four = desk.row("list", "Зуев Петр Ильич", birth="12.03.1899", arrest="1.2.1937")
    assert desk.one(three, four)


def test_two_persons_whom_one_document_keeps_apart_are_not_compared(
    desk: Desk,
) -> None:
    one, two = desk.named("a", "Pyotr Zarubin"), desk.named("a", "Pyotr Zarubin")
    assert desk.verdict(one, two) is None


def test_a_link_that_would_join_two_given_names_is_left_open(desk: Desk) -> None:
    desk.named("a", "P. Zarubin")
    pyotr = desk.named("b", "Pyotr Zarubin")
    pavel = desk.named("c", "Pavel Zarubin")
    assert not desk.one(pyotr, pavel)


def test_a_family_is_no_crowd(desk: Desk) -> None:
    desk.named("a", "Anna Zarubina")
    desk.named("a", "Boris Zarubin")
    one, two = desk.named("a", "Pyotr Zarubin"), desk.named("b", "Pyotr Zarubin")
    assert desk.one(one, two)


def test_whom_rows_name_beside_their_persons_is_one_person(desk: Desk) -> None:
    chiefs = []
    for name in ("Зуев Петр Ильич", "Гусев Лев Ильич"):
        person = desk.row("list", name)
        chiefs.append(desk.row("list", "Л. Д. Зарубин"))
        desk.kin(person, "secretary", chiefs[-1])
    assert desk.one(*chiefs)


def test_a_pronoun_that_would_act_after_death_is_left_open(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin", death="1933")
    later = desk.pronoun("a", he, Gender.UNKNOWN, exile="1935")
    earlier = desk.pronoun("a", he, Gender.UNKNOWN, exile="1931")
    assert desk.one(he, earlier)
    assert desk.verdict(he, later) is Verdict.UNSURE


def test_machines_never_judge_different(desk: Desk) -> None:
    for document, name in (("a", "Pyotr Zarubin"), ("b", "Boris Zarubin")):
        desk.named(document, name, birth="1850" if document == "a" else "1899")
    desk.named("c", "Zarubin")
    assert all(j.verdict is not Verdict.DIFFERENT for j in desk.judged())


# --- bare surnames -------------------------------------------------------------


def test_a_bare_surname_joins_the_only_one_of_that_name(desk: Desk) -> None:
    bare = desk.named("a", "Zarubin")
    full = desk.named("b", "Pyotr Ilyich Zarubin")
    assert desk.one(bare, full)


def test_a_bare_surname_that_fits_two_is_a_question(desk: Desk) -> None:
    bare = desk.named("a", "Zarubin")
    full = [desk.named("b", "Pyotr Zarubin"), desk.named("c", "Boris Zarubin")]
    assert {desk.verdict(bare, other) for other in full} == {Verdict.UNSURE}


def test_a_bare_surname_is_not_joined_to_whom_its_own_document_names_in_full(
    desk: Desk,
) -> None:
    full = desk.named("a", "Pyotr Zarubin")
    bare = desk.named("a", "Zarubin")
    also = desk.named("b", "Pyotr Zarubin")
    assert not desk.one(bare, full)
    assert not desk.one(bare, also)


def test_a_bare_surname_in_its_male_form_is_not_the_wife(desk: Desk) -> None:
    bare = desk.named("a", "Zarubin")
    he, she = desk.named("b", "Pyotr Zarubin"), desk.named("b", "Anna Zarubina")
    assert desk.one(bare, he)
    assert not desk.one(bare, she)


def test_a_bare_surname_means_the_foremost_of_the_name(desk: Desk) -> None:
    full = [desk.named(document, "Pyotr Zarubin", gender=M) for document in "abc"]
    desk.pronoun("a", full[0], M)
    desk.named("d", "Boris Zarubin")
    assert desk.one(*full, desk.named("e", "Zarubin"))


def test_two_bare_surnames_alone_are_a_question(desk: Desk) -> None:
    one, two = desk.named("a", "Zarubin"), desk.named("b", "Zarubin")
    assert desk.verdict(one, two) is Verdict.UNSURE


def test_first_names_with_patronymic_mean_the_only_one_so_called(desk: Desk) -> None:
    one = desk.named("a", "Pyotr Ilyich")
    two = desk.named("b", "Pyotr Ilyich Zarubin")
    assert desk.one(one, two)


# --- the unnamed ---------------------------------------------------------------


def test_a_wife_spoken_of_twice_is_one_unnamed_person(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    wife = desk.unnamed("a", "wife", he)
    widow = desk.unnamed("a", "widow", he, gap=500)
    assert desk.one(wife, widow)
    (person,) = (p for p in desk.people() if wife.id in p.mentions)
    assert (person.label, person.named) == ("wife of Pyotr Zarubin", False)


def test_the_unnamed_wife_is_found_to_be_the_one_another_source_names(
    desk: Desk,
) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    wife = desk.unnamed("a", "wife", he)
    before = next(p.id for p in desk.people() if wife.id in p.mentions)
    husband = desk.named("b", "Pyotr Zarubin")
    anna = desk.relative("b", "Anna Lvova", "wife", husband)
    assert desk.one(wife, anna)
    (person,) = (p for p in desk.people() if wife.id in p.mentions)
    assert (person.id, person.label, person.named) == (before, "Anna Lvova", True)
    assert any("known first as “wife of Pyotr" in j.because for j in desk.judged())


def test_kinship_told_from_the_husbands_side_names_the_wife(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    wife = desk.unnamed("a", "wife", he)
    anna = desk.named("a", "Anna Lvova", gender=F)
    desk.kin(he, "husband", anna)
    assert desk.one(wife, anna)


def test_the_father_of_somebodys_daughter_is_found(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin", gender=M)
    vera = desk.named("a", "Vera Gusev")
    desk.kin(vera, "daughter", he)
    assert desk.one(he, desk.unnamed("a", "father", vera))


def test_a_first_wife_is_not_the_wife_who_is_named(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    first = desk.unnamed("a", "first wife", he)
    # A reader may leave the number to the words.
    desk.mentions[-1] = replace(first, relation="wife")
    again = desk.unnamed("a", "first wife", he, gap=500)
    anna = desk.relative("a", "Anna Lvova", "wife", he)
    assert desk.verdict(first, anna) is Verdict.UNSURE
    assert desk.one(first, again)
    (person,) = (p for p in desk.people() if first.id in p.mentions)
    assert person.label == "first wife of Pyotr Zarubin"


def test_two_named_wives_leave_the_unnamed_one_open(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    wife = desk.unnamed("a", "wife", he)
    anna = desk.relative("a", "Anna Lvova", "first wife", he)
    vera = desk.relative("a", "Vera Gusev", "second wife", he)
    assert desk.verdict(wife, anna) is Verdict.UNSURE
    assert desk.verdict(wife, vera) is Verdict.UNSURE
    assert not desk.one(anna, vera)


def test_sons_far_apart_may_be_two(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    one, near = desk.unnamed("a", "son", he), desk.unnamed("a", "son", he)
    far = desk.unnamed("a", "son", he, gap=500)
    assert desk.one(one, near)
    assert not desk.one(one, far)


def test_two_daughters_named_in_one_breath_are_two(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    one = desk.unnamed("a", "daughter", he)
    place = (CaptureId("a"), one.start, one.end)
    two = replace(one, id=Mention.key(*place, 1), ordinal=1)
    desk.mentions.append(two)
    assert not desk.one(one, two)


def test_numbered_sons_are_as_many_persons(desk: Desk) -> None:
    he = desk.named("a", "Pyotr Zarubin")
    elder, younger = (desk.unnamed("a", f"{w} son", he) for w in ("elder", "younger"))
    again = desk.unnamed("a", "elder son", he, gap=500)
    assert desk.one(elder, again)
    assert not desk.one(elder, younger)


def test_a_relative_of_a_relative_is_found_round_by_round(desk: Desk) -> None:
    he, him = desk.named("a", "Pyotr Zarubin"), desk.named("b", "Pyotr Zarubin")
    mothers = [
        desk.unnamed(doc, "mother", desk.unnamed(doc, "wife", of))
        for doc, of in (("a", he), ("b", him))
    ]
    assert desk.one(*mothers)
    (person,) = (p for p in desk.people() if mothers[0].id in p.mentions)
    assert person.label == "mother of wife of Pyotr Zarubin"


# --- labels --------------------------------------------------------------------


def test_the_label_is_the_usual_full_name_and_all_spellings_are_kept(
    desk: Desk,
) -> None:
    full = desk.named("a", "Pyotr Zarubin")
    for _ in range(3):
        desk.named("a", "Zarubin", like=full)
    desk.named("a", "Pyotr Zarubin", like=full)
    desk.row("b", "Зарубин Петр Ильич")
    (person,) = desk.people()
    assert person.label == "Pyotr Zarubin"
    assert person.names == ("Zarubin", "Pyotr Zarubin", "Зарубин Петр Ильич")


def test_whom_only_cyrillic_names_is_called_so(desk: Desk) -> None:
    desk.row("b", "Зарубин Петр Ильич")
    assert [person.label for person in desk.people()] == ["Зарубин Петр Ильич"]


@pytest.mark.parametrize("written", ["Osanna", "Oksana"])
def test_a_list_is_believed_that_gives_somebody_two_given_names(
    desk: Desk, written: str
) -> None:
    row = desk.row("list", "Osanna Lvovna Orlova", birth="1897")
    alias = desk.also(row, "Oksana Lvovna Orlova")
    other = desk.row("second", f"{written} Lvovna Orlova", birth="1897")
    assert desk.verdict(row, alias) is Verdict.SAME
    assert desk.one(row, alias, other)


def test_prose_that_takes_two_given_names_for_one_person_is_doubted(desk: Desk) -> None:
    name = desk.named("book", "Osanna Lvovna Orlova")
    other = desk.named("book", "Oksana Lvovna Orlova", like=name)
    assert desk.verdict(name, other) is Verdict.UNSURE
