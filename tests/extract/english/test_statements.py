from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from lives.model.statement import Modality, Standing, Statement


class Read(Protocol):
    statements: list[Statement]

    def of(self, kind: str) -> list[Statement]: ...
    def only(self, kind: str) -> Statement: ...
    def who(self, statement: Statement) -> str: ...
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]
# Sentences that say of nobody, as a fact, that he did it or that it was done to him.
DOUBTS = Path(__file__).with_name("doubts.txt").read_text("utf-8").splitlines()


def test_a_passive_tells_what_was_done_to_whom_when_where_and_by_whom(
    read: Reader,
) -> None:
    found = read("Ivan Petrov was arrested in Kazan on 3 May 1936 by Anton Belov.")
    arrest = found.only("arrest")
    assert found.who(arrest) == "Ivan Petrov"
    assert arrest.when is not None
    assert arrest.when.edtf == "1936-05-03"
    assert arrest.where == "Kazan"
    assert [(role.name, role.words) for role in arrest.roles] == [("by", "Anton Belov")]
    assert arrest.standing is Standing.SURE


def test_an_active_verb_tells_it_of_its_object(read: Reader) -> None:
    found = read("Anton Belov denounced nobody. The police arrested Ivan Petrov.")
    assert found.names("arrest") == ["Ivan Petrov"]


def test_each_of_several_subjects_gets_the_statement(read: Reader) -> None:
    found = read("Ivan Petrov, Anna Belova and Karl Weiss were shot in 1938.")
    assert sorted(found.names("execution")) == [
        "Anna Belova",
        "Ivan Petrov",
        "Karl Weiss",
    ]


def test_verbs_in_a_list_share_their_subject_and_keep_their_own_dates(
    read: Reader,
) -> None:
    found = read("Ivan Petrov was arrested in 1933, exiled in 1934 and shot in 1938.")
    dates = {s.kind: s.when.edtf for s in found.statements if s.when}
    assert dates == {"arrest": "1933", "exile": "1934", "execution": "1938"}


def test_an_insertion_between_commas_does_not_hide_the_subject(read: Reader) -> None:
    found = read("Ivan Petrov, who had once met Karl Weiss, was expelled in 1927.")
    assert found.names("expulsion") == ["Ivan Petrov"]


def test_who_stands_for_the_name_before_it(read: Reader) -> None:
    found = read("She knew Ivan Petrov, who was arrested in 1936.")
    assert found.names("arrest") == ["Ivan Petrov"]


def test_a_noun_of_action_tells_it_of_its_owner_and_of_its_object(
    read: Reader,
) -> None:
    found = read(
        "Ivan Petrov’s arrest came late. After the death of Anna Belova in Paris in "
        "1931 nothing was said."
    )
    assert found.names("arrest") == ["Ivan Petrov"]
    death = found.only("death")
    assert (found.who(death), death.where) == ("Anna Belova", "Paris")
    assert death.when is not None
    assert death.when.edtf == "1931"


def test_apposition_title_and_copula_tell_what_a_person_is(read: Reader) -> None:
    found = read(
        "Ivan Petrov, a historian and member of the Central Committee, came late. "
        "The poet Anna Belova listened. Karl Weiss was chairman of the Workers’ "
        "Council. The secretary of the Union was Peter Lang."
    )
    said = {(found.who(s), s.kind, s.what, s.group) for s in found.statements}
    assert said >= {
        ("Ivan Petrov", "occupation", "historian", ""),
        ("Ivan Petrov", "membership", "member", "Central Committee"),
        ("Anna Belova", "occupation", "poet", ""),
        ("Karl Weiss", "office", "chairman", "Workers’ Council"),
        ("Peter Lang", "office", "secretary", "Union"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "If Ivan Petrov was arrested, nobody noticed.",
        "Had Ivan Petrov been arrested, they would have known.",
        "They planned to arrest Ivan Petrov.",
        "Anton Belov ordered the arrest of Ivan Petrov.",
        "Was Ivan Petrov arrested?",
        "Ivan Petrov feared that he would be arrested.",
        "Ivan Petrov could have been anywhere; he should be arrested.",
    ],
)
def test_what_is_wished_feared_or_asked_is_not_said_to_have_happened(
    read: Reader, text: str
) -> None:
    sure = [s for s in read(text).of("arrest") if s.standing is Standing.SURE]
    assert sure == []


@pytest.mark.parametrize(
    ("text", "modality", "voice"),
    [
        ("Ivan Petrov was allegedly shot.", Modality.HEDGED, ""),
        ("It is said that Ivan Petrov was shot.", Modality.HEDGED, ""),
        ("Ivan Petrov is believed to have been shot.", Modality.HEDGED, ""),
        ("Ivan Petrov may have been shot.", Modality.HEDGED, ""),
        (
            "According to Anna Belova, Ivan Petrov was shot.",
            Modality.REPORTED,
            "Anna Belova",
        ),
        (
            "Anna Belova wrote that Ivan Petrov was shot.",
            Modality.REPORTED,
            "Anna Belova",
        ),
        (
            "Anna Belova said: “Ivan Petrov was shot in the yard.”",
            Modality.REPORTED,
            "Anna Belova",
        ),
        (
            "Anna Belova denied that Ivan Petrov was shot.",
            Modality.NEGATED,
            "Anna Belova",
        ),
        ("Ivan Petrov was never shot.", Modality.NEGATED, ""),
    ],
)
def test_what_the_author_does_not_vouch_for_is_not_asserted(
    read: Reader, text: str, modality: Modality, voice: str
) -> None:
    found = [s for s in read(text).statements if s.kind == "execution"]
    assert [(s.modality, s.voice) for s in found] in [[(modality, voice)], []]
    assert all(s.modality is modality for s in found)


def test_what_someone_is_charged_with_is_charged_and_nothing_more(
    read: Reader,
) -> None:
    found = read(
        "Ivan Petrov was accused of murdering Karl Weiss. Anna Belova confessed that "
        "she had joined the Union of Terror."
    )
    charge = found.only("charge")
    assert (charge.modality, charge.what) == (
        Modality.CHARGED,
        "murdering Karl Weiss",
    )
    facts = [s for s in found.statements if s.counts]
    assert [s for s in facts if s.kind in {"killing", "membership"}] == []


def test_every_statement_stands_on_its_exact_words(read: Reader) -> None:
    text = (
        "Ivan Petrov was born in Kazan in 1890. He joined the Red Army in 1919 and "
        "married Anna Belova. In 1936 he was sentenced to five years in a camp."
    )
    found = read(text)
    assert {"birth", "marriage", "sentence"} <= {s.kind for s in found.statements}
    assert all(text[s.start : s.end] == s.quote for s in found.statements)


def test_reading_again_yields_the_same_statements(read: Reader) -> None:
    text = "Ivan Petrov was arrested in 1936. His wife was exiled to Siberia."
    assert read(text).statements == read(text).statements


@pytest.mark.parametrize("text", DOUBTS)
def test_a_charge_a_rumour_or_a_doubt_is_never_a_fact(read: Reader, text: str) -> None:
    deeds = {
        "killing",
        "execution",
        "suicide",
        "death",
        "arrest",
        "membership",
        "acquaintance",
    }
    facts = [s for s in read(text).statements if s.counts and s.kind in deeds]
    assert [(s.kind, s.quote) for s in facts] == []


def test_what_a_court_says_of_someone_is_charged(read: Reader) -> None:
    found = read("According to the indictment, Ivan Petrov murdered Karl Weiss.")
    assert found.only("killing").modality is Modality.CHARGED


def test_a_lifespan_in_brackets_tells_birth_and_death(read: Reader) -> None:
    found = read("Ivan Petrov (3 May 1890 – 8 June 1938) was a historian.")
    dates = {s.kind: s.when.edtf for s in found.statements if s.when}
    assert dates == {"birth": "1890-05-03", "death": "1938-06-08"}


def test_a_term_of_office_in_brackets_is_no_lifespan(read: Reader) -> None:
    found = read("Ivan Petrov (secretary 1920 – 1938) was a historian.")
    assert found.of("birth") == []


def test_a_sentence_opened_by_a_participle_tells_it_of_its_subject(
    read: Reader,
) -> None:
    found = read("Maria Lind was arrested in 1929. Released in 1957, she left.")
    release = found.only("release")
    assert found.who(release) == "Maria Lind"
    assert release.when is not None
    assert release.when.edtf == "1957"


def test_what_neither_did_is_said_to_be_done_by_none(read: Reader) -> None:
    found = read("Neither Ivan Petrov nor Anna Belova had ever met Karl Weiss.")
    assert {s.modality for s in found.of("acquaintance")} == {Modality.NEGATED}


def test_a_date_stays_with_the_verb_or_noun_it_dates(read: Reader) -> None:
    found = read(
        "Ivan Petrov was secretary of the Union until his arrest in 1936. Karl Weiss, "
        "released in 1955, wrote a book. Anna Belova was arrested in 1937 and shot."
    )
    dates = {s.kind: s.when.edtf for s in found.statements if s.when}
    assert found.only("office").when is None
    assert found.only("authorship").when is None
    assert found.only("execution").when is None
    assert dates["release"] == "1955"


def test_what_someone_was_shot_for_is_a_charge_apart(read: Reader) -> None:
    found = read("Ivan Petrov was shot as a spy in 1938.")
    assert found.only("execution").counts
    charge = found.only("charge")
    assert (charge.what, charge.modality) == ("a spy", Modality.CHARGED)


def test_an_insertion_with_its_own_subject_does_not_lend_it(read: Reader) -> None:
    found = read(
        "Ivan Petrov was tried and, although Anna Belova pleaded for his life, was "
        "hanged in 1937."
    )
    assert found.names("execution") == ["Ivan Petrov"]
