"""Rival parents."""

from lives.compose.parents import parenthoods, rival_parents
from lives.compose.surroundings import Surroundings
from lives.model.ids import CaptureId, MentionId, PersonId, StatementId
from lives.model.life import Conflict, Severity
from lives.model.mention import Gender
from lives.model.statement import Modality, Role, Statement

BOOK = CaptureId("a")
NAMES = ("child", "ivan", "pavel", "anna")
PERSON = {MentionId(f"me-{name}"): PersonId(f"pe-{name}") for name in NAMES}
SCENE = Surroundings(
    witness={BOOK: "a"},
    title={BOOK: "Book A"},
    person=PERSON,
    label={PersonId(f"pe-{name}"): name.capitalize() for name in NAMES},
    named={PersonId(f"pe-{name}") for name in NAMES},
)
GENDER = {PersonId("pe-ivan"): Gender.MALE, PersonId("pe-pavel"): Gender.MALE}


def told(
    subject: str, relation: str, other: str, modality: Modality = Modality.ASSERTED
) -> Statement:
    return Statement(
        StatementId(f"st-{subject}-{other}"),
        MentionId(f"me-{subject}"),
        "kinship",
        BOOK,
        0,
        1,
        "words",
        "test/1",
        what=relation,
        roles=(Role("other", MentionId(f"me-{other}")),),
        modality=modality,
    )


def rivals(*statements: Statement) -> list[Conflict]:
    found = [
        link
        for statement in statements
        for link in parenthoods(PERSON[statement.subject], [statement], SCENE)
    ]
    return list(rival_parents(found, GENDER, SCENE))


def test_two_fathers_are_rivals_from_whichever_end_they_are_told() -> None:
    (conflict,) = rivals(told("ivan", "father", "child"), told("child", "son", "pavel"))
    assert (conflict.person, conflict.severity) == ("pe-child", Severity.RIVALS)
    assert conflict.words == (
        "Two persons stand as father of Child: Ivan (Book A) and Pavel (Book A)."
    )


def test_a_father_and_a_mother_are_no_rivals() -> None:
    assert (
        rivals(told("ivan", "father", "child"), told("anna", "mother", "child")) == []
    )


def test_one_father_told_twice_has_no_rival() -> None:
    assert rivals(told("ivan", "father", "child"), told("child", "son", "ivan")) == []


def test_a_rumour_of_another_father_is_no_rival() -> None:
    rumour = told("pavel", "father", "child", Modality.HEDGED)
    assert rivals(told("ivan", "father", "child"), rumour) == []
