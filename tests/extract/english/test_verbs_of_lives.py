"""A sentence for each family of verbs, and one beside it of another meaning."""

from collections.abc import Callable
from typing import Protocol

import pytest

from lives.model.statement import Standing, Statement


class Read(Protocol):
    statements: list[Statement]

    def of(self, kind: str) -> list[Statement]: ...
    def only(self, kind: str) -> Statement: ...
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]

TOLD = """\
killing|Ivan Petrov was fatally wounded in Kazan.
execution|Ivan Petrov was sent to the guillotine in 1943.
suicide|Ivan Petrov put an end to his own life.
disappearance|Ivan Petrov was reported missing in 1943.
arrest|Ivan Petrov was taken from his home at night.
arrest|Ivan Petrov fell into the hands of the Gestapo.
detention|Ivan Petrov was stopped at a roadblock.
detention|Ivan Petrov was held at Orlovo for a week.
detention|Ivan Petrov was remanded in custody.
detention|Ivan Petrov was kidnapped in 1976.
imprisonment|Ivan Petrov was gaoled in 1921.
imprisonment|Ivan Petrov was taken to Orlovo Central prison.
imprisonment|Ivan Petrov served three years in Holloway.
camp|Ivan Petrov survived Sachsenhausen.
camp|Ivan Petrov was sent to Kolyma.
camp|Ivan Petrov was interned in a camp near the frontier.
exile|Ivan Petrov was banned in March 1973.
exile|Ivan Petrov was confined to Kazan.
exile|Ivan Petrov spent ten years in exile.
deportation|Ivan Petrov was handed over to the Gestapo.
deportation|Ivan Petrov was shipped to Magadan Bay.
deportation|Ivan Petrov was expelled from Norway.
expulsion|Ivan Petrov was removed from the Central Committee.
escape|Ivan Petrov hid in the cellar of a friend.
escape|Ivan Petrov was smuggled out of the country.
escape|Ivan Petrov took refuge in Sweden.
release|Ivan Petrov was allowed to go home in May.
release|Ivan Petrov came out of prison in 1955.
interrogation|Ivan Petrov was subjected to long interrogations.
torture|Ivan Petrov was forcibly fed.
torture|Ivan Petrov was severely beaten by the guards.
trial|Ivan Petrov stood before the State Court.
trial|Ivan Petrov was brought before a military tribunal.
sentence|Ivan Petrov got life.
sentence|Ivan Petrov’s sentence was commuted in 1950.
acquittal|Ivan Petrov’s conviction was quashed in 1950.
appeal|Ivan Petrov’s appeal was rejected.
rehabilitation|Ivan Petrov’s name was cleared in 1956.
membership|Ivan Petrov was active in the Tailors’ Union.
membership|Ivan Petrov set up the Housing Committee in 1930.
protest|Ivan Petrov scattered leaflets in the hall.
protest|Ivan Petrov took part in the general strike.
protest|Ivan Petrov refused to sign.
protest|Ivan Petrov campaigned against the war.
hunger_strike|Ivan Petrov was on hunger strike for a month.
office|Ivan Petrov was given command of the northern army.
office|Ivan Petrov resigned in 1925.
office|Ivan Petrov succeeded Karl Weiss as chairman.
office|Ivan Petrov sat on the Central Committee.
occupation|Ivan Petrov ran a pharmacy.
occupation|Ivan Petrov found work as a porter.
occupation|Ivan Petrov worked in a shoe factory.
occupation|Ivan Petrov earned a living as a gardener.
education|Ivan Petrov left school at thirteen.
education|Ivan Petrov went to a grammar school.
education|Ivan Petrov obtained a diploma.
military_service|Ivan Petrov joined the Navy.
military_service|Ivan Petrov was demobilised in 1946.
military_service|Ivan Petrov fought in Spain.
award|Ivan Petrov was made a freeman of the city.
residence|Ivan Petrov was brought up in Kazan.
residence|Ivan Petrov spent his childhood in Kazan.
journey|Ivan Petrov went to Moscow in 1924.
journey|Ivan Petrov was taken to Moscow.
journey|Ivan Petrov travelled to Moscow.
journey|Ivan Petrov made his way to Moscow.
emigration|Ivan Petrov left his homeland in 1921.
emigration|Ivan Petrov was granted asylum.
kinship|Ivan Petrov had two sons.
kinship|Ivan Petrov left a wife and two children.
marriage|Ivan Petrov married young.
marriage|Ivan Petrov divorced in 1930.
acquaintance|Ivan Petrov shared a flat with Karl Weiss.
correspondence|Ivan Petrov sent a letter to Karl Weiss.
correspondence|Ivan Petrov wrote home.
speech|Ivan Petrov addressed the meeting.
speech|Ivan Petrov gave a lecture.
authorship|Ivan Petrov wrote under the name of Orlov.
authorship|Ivan Petrov kept a diary.
authorship|Ivan Petrov edited a newspaper.
authorship|Ivan Petrov’s memoirs were published in 1960.
illness|Ivan Petrov was seriously ill.
illness|Ivan Petrov developed tuberculosis.
illness|Ivan Petrov was taken to hospital.
illness|Ivan Petrov’s health failed.
burial|Ivan Petrov’s ashes were scattered in the garden.
burial|Ivan Petrov was laid to rest in Kazan.
dispossession|Ivan Petrov was dismissed in 1983.
dispossession|Ivan Petrov lost his post in 1933.
dispossession|Ivan Petrov was turned out of his flat.
dispossession|Ivan Petrov’s house was confiscated.
dispossession|The police seized Ivan Petrov’s papers.
dispossession|Ivan Petrov was left without a pension."""

# What the same verbs say of something else.
OTHERWISE = """\
detention|Ivan Petrov held a meeting at Orlovo.
detention|Ivan Petrov was held in high esteem.
exile|Ivan Petrov was banned from driving.
exile|The party of Ivan Petrov was banned.
camp|Ivan Petrov survived the winter.
expulsion|Ivan Petrov was removed from the list.
escape|Ivan Petrov hid the letters in the cellar.
release|Ivan Petrov was allowed to speak.
trial|Ivan Petrov was up before dawn.
trial|Ivan Petrov was too famous to be put on trial.
sentence|Ivan Petrov got five years of experience.
office|Ivan Petrov resigned from the Communist Party.
office|Ivan Petrov resigned himself to silence.
office|Ivan Petrov was made of iron.
occupation|Ivan Petrov ran a race.
occupation|Ivan Petrov found no work.
education|Ivan Petrov left the school building.
military_service|Ivan Petrov joined the Salvation Army.
residence|Ivan Petrov was brought up short.
journey|Ivan Petrov went to bed.
journey|Ivan Petrov was taken at Orlovo.
journey|Ivan Petrov came to power.
kinship|Ivan Petrov had no sons.
authorship|Ivan Petrov kept a promise.
speech|Ivan Petrov gave a party.
protest|Ivan Petrov broke a cup.
protest|Ivan Petrov took part in the feast.
illness|Ivan Petrov was sick at heart.
illness|Ivan Petrov developed a theory.
dispossession|Ivan Petrov lost his temper.
dispossession|Ivan Petrov was dismissed as a dreamer.
dispossession|Ivan Petrov’s offer was withdrawn."""


@pytest.mark.parametrize("line", TOLD.splitlines())
def test_a_verb_of_a_life_is_read(read: Reader, line: str) -> None:
    kind, text = line.split("|")
    assert "Ivan Petrov" in read(text).names(kind)


@pytest.mark.parametrize("line", OTHERWISE.splitlines())
def test_the_same_verb_in_another_sense_is_not(read: Reader, line: str) -> None:
    kind, text = line.split("|")
    assert read(text).of(kind) == []


def test_a_cause_of_death_is_an_illness_beside_the_death(read: Reader) -> None:
    found = read("Ivan Petrov died of typhus in 1920.")
    assert (found.names("death"), found.names("illness")) == (
        ["Ivan Petrov"],
        ["Ivan Petrov"],
    )


def test_whoever_elects_is_not_who_is_elected(read: Reader) -> None:
    found = read("The delegates elected Ivan Petrov president of the League.")
    office = found.only("office")
    assert (office.what, office.group) == ("president", "League")
    assert found.names("office") == ["Ivan Petrov"]
    assert read("His fame made Ivan Petrov the only Russian there.").of("office") == []


def test_words_quoted_reach_to_the_end_of_a_fixed_phrase(read: Reader) -> None:
    found = read("Ivan Petrov went down the pit as a boy.").of("occupation")
    assert [s.quote for s in found] == ["Ivan Petrov went down the pit as a boy"]


def test_what_somebody_went_to_do_or_went_on_to_do_was_done(read: Reader) -> None:
    went = read("Ivan Petrov went to work in a mill.").only("occupation")
    assert went.standing is Standing.SURE
    assert read("Ivan Petrov went on to study law.").only("education").what == "law"
    assert read("The police came to arrest Ivan Petrov.").only("arrest").standing is (
        Standing.PROPOSED
    )


def test_a_sentence_of_five_more_is_that_of_those_named(read: Reader) -> None:
    found = read("Ivan Petrov, Karl Weiss and five more were condemned to death.")
    assert sorted(found.names("sentence")) == ["Ivan Petrov", "Karl Weiss"]


def test_what_opens_a_sentence_befell_its_subject(read: Reader) -> None:
    found = read("After a trial that lasted ten minutes, Ivan Petrov was shot.")
    assert found.names("trial") == ["Ivan Petrov"]
    assert read("After the trial, Ivan Petrov was shot.").of("trial") == []


def test_a_journey_told_by_a_noun_needs_a_place(read: Reader) -> None:
    assert read("Ivan Petrov’s return to Kazan in 1920 was noticed.").only(
        "journey"
    ).where == ("Kazan")
    assert read("Ivan Petrov’s return was noticed.").of("journey") == []


def test_a_month_that_is_a_name_dates_nothing(read: Reader) -> None:
    found = read("It was 1948. Little was said of the death of Jan Novak.")
    assert found.names("death") == ["Jan Novak"]
    assert found.only("death").when is None


def test_then_points_to_the_one_date_of_its_sentence(read: Reader) -> None:
    one = read("A drawing from 1930 shows the then finance minister Otto Braun.")
    when = one.only("office").when
    assert when is not None
    assert when.edtf == "1930"
    two = read("In 1930 the then minister Otto Braun fell, and in 1932 he died.")
    assert [s.when for s in two.of("office") if s.what] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Otto Braun, a member since 1917, was arrested.", "arrest", ""),
        (
            "Otto Braun, a member of the Party since 1917, fled.",
            "membership",
            "1917/..",
        ),
        ("A Bolshevik since 1917, Otto Braun was arrested.", "arrest", ""),
        ("Otto Braun, dead since 1933, was rehabilitated.", "rehabilitation", ""),
        ("As early as 1923 Otto Braun was arrested.", "arrest", "1923"),
        ("As a student in 1923 Otto Braun was arrested.", "arrest", "1923"),
        ("It was in 1937 that Otto Braun was arrested.", "arrest", "1937"),
        ("In 1946, the year of his arrest, Otto Braun was ill.", "arrest", "1946"),
        ("Otto Braun taught at Perm and died, in 1979, of typhus.", "occupation", ""),
        ("Otto Braun spoke there and died, in 1979, of typhus.", "death", "1979"),
        ("Otto Braun fled in 1931, and in 1937 he died.", "escape", "1931"),
        ("Otto Braun was secretary from 1913.", "office", "1913/.."),
        ("Otto Braun edited Pravda from 1922.", "occupation", "1922/.."),
        ("Otto Braun led the union until his death in 1920.", "office", ""),
        (
            "When the mines fell in May 1940, Otto Braun was shot.",
            "execution",
            "1940-05",
        ),
    ],
)
def test_a_date_belongs_to_what_it_dates(
    read: Reader, text: str, kind: str, date: str
) -> None:
    when = read(text).only(kind).when
    assert (when.edtf if when else "") == date
