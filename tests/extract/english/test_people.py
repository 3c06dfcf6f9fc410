import time

import pytest

from lives.extract.english.learned.of_prose import parsed
from lives.extract.english.people import People, read_people
from lives.extract.english.prose import read_prose
from lives.model.ids import CaptureId
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.passage import Block, TextAsRead

CAPTURE = CaptureId("0" * 64)


def people(text: str, *, syntax: bool = False) -> People:
    prose = read_prose(TextAsRead(text, (Block(0, len(text)),), "t/1"))
    return read_people(prose, CAPTURE, parses=parsed(prose) if syntax else ())


def people_of(*paragraphs: str) -> People:
    """Read paragraphs, each a block of its own."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph)))
        start += len(paragraph) + 1
    read = TextAsRead("\n".join(paragraphs), tuple(blocks), "t/1")
    return read_people(read_prose(read), CAPTURE)


def meant(found: People, words: str, nth: int = 0) -> list[str]:
    """Return the first mentions of whom some words mean, by ordinal."""
    by_id = {mention.id: mention for mention in found.mentions}
    starts = sorted({m.start for m in found.mentions if m.text == words})
    if nth >= len(starts):
        return []
    here = [m for m in found.mentions if (m.text, m.start) == (words, starts[nth])]
    return [by_id[found.entity[m.id]].text for m in here]


def one(found: People, words: str) -> Mention:
    return next(m for m in found.mentions if m.text == words)


def test_short_names_mean_the_bearer_of_the_full_one() -> None:
    found = people(
        "Anna Brik was born in Riga. Brik studied law. Anna married. A. Brik died."
    )
    assert {found.entity[m.id] for m in found.mentions} == {one(found, "Anna Brik").id}
    assert one(found, "Brik").because == "surname of Anna Brik"


def test_two_bearers_of_a_surname_are_kept_apart() -> None:
    found = people(
        "Ivan Orlov was arrested. Pyotr Orlov was arrested too. V. M. Orlov escaped."
    )
    assert len(set(found.entity.values())) == 3


def test_a_surname_two_of_one_sentence_bear_is_left_apart() -> None:
    found = people("Ivan Orlov met Pyotr Orlov. Orlov was shot.")
    assert meant(found, "Orlov") == ["Orlov"]


@pytest.mark.parametrize(
    "text",
    [
        "Trofim Rudin (party name Severny) fled. Severny died.",
        "Trofim Rudin, known as Severny, fled. Severny died.",
        "Severny (Trofim Rudin) fled. Rudin died.",
    ],
)
def test_another_name_that_the_text_gives_means_the_same(text: str) -> None:
    assert len(set(people(text).entity.values())) == 1


def test_a_pronoun_means_whoever_is_foremost_and_fits() -> None:
    found = people("Anna Brik met Ivan Orlov. She gave him a book. He read it.")
    assert meant(found, "She") == ["Anna Brik"]
    assert meant(found, "him") == ["Ivan Orlov"]
    assert meant(found, "He") == ["Ivan Orlov"]


def test_a_pronoun_before_its_name_is_read() -> None:
    found = people("In his last years Orlov lived in Riga.")
    assert meant(found, "his") == ["Orlov"]


def test_an_unclear_pronoun_is_left_out() -> None:
    found = people("Vera Figner met Sofia Perovskaya. It was late. She saw her.")
    assert not meant(found, "She")


def test_an_object_is_never_its_own_subject() -> None:
    found = people("Ivan Orlov was there. Orlov saw him.")
    assert not meant(found, "him")


def test_they_means_those_named_together() -> None:
    found = people("Andrei Volin and Lev Sorin were arrested. They were shot in May.")
    assert meant(found, "They") == ["Andrei Volin", "Lev Sorin"]
    ordinals = [m.ordinal for m in found.mentions if m.text == "They"]
    assert ordinals == [0, 1]
    (group,) = found.groups
    assert len(group) == 2


def test_they_is_left_out_where_others_could_be_meant() -> None:
    found = people("Volin wrote to the workers. They answered Volin.")
    assert not meant(found, "They")


@pytest.mark.parametrize(
    ("text", "name", "relation", "of"),
    [
        ("Orlov came. His wife, Anna Brik, died.", "Anna Brik", "wife", "His"),
        ("Orlov's widow Anna Brik died.", "Anna Brik", "widow", "Orlov"),
        ("Anna Brik, the wife of Lev Orlov, died.", "Anna Brik", "wife", "Lev Orlov"),
        ("Ivan Brik, Orlov's nephew, died.", "Ivan Brik", "nephew", "Orlov"),
        ("Ivan Brik was Lev Orlov's driver.", "Ivan Brik", "driver", "Lev Orlov"),
        ("Orlov came. His sons Ivan and Lev died.", "Lev", "son", "His"),
        (
            "Orlov's friend and comrade, Ivan Brik, died.",
            "Ivan Brik",
            "friend",
            "Orlov",
        ),
    ],
)
def test_kin_named_beside_the_noun_is_a_name_with_a_relation(
    text: str, name: str, relation: str, of: str
) -> None:
    found = people(text)
    mention = one(found, name)
    assert mention.relation == relation
    assert next(m.text for m in found.mentions if m.id == mention.of) == of
    assert not [m for m in found.mentions if m.kind is MentionKind.NOMINAL]


def test_someone_unnamed_has_an_entry() -> None:
    found = people("Lev Orlov came with his wife and two sons.")
    (nominal,) = [m for m in found.mentions if m.kind is MentionKind.NOMINAL]
    assert (nominal.text, nominal.relation) == ("his wife", "wife")
    assert nominal.gender is Gender.FEMALE


def test_people_of_one_owner_are_told_apart_in_a_series() -> None:
    found = people("Lev Orlov's bodyguards and driver were shot.")
    (nominal,) = [m for m in found.mentions if m.kind is MentionKind.NOMINAL]
    assert (nominal.text, nominal.relation) == ("driver", "driver")


def test_the_unnamed_wife_and_the_wife_named_later_are_one() -> None:
    found = people(
        "Lev Orlov was shot. Orlov's wife was exiled. Later his wife, Maria Orlova, "
        "came back. Orlova died in 1950."
    )
    assert meant(found, "Maria Orlova") == ["Orlov's wife"]
    assert meant(found, "Orlova") == ["Orlov's wife"]


def test_what_someone_is_said_to_be_makes_no_further_person() -> None:
    found = people("Ivan Brik, a tailor, was a friend of Lev Orlov.")
    assert not [m for m in found.mentions if m.kind is MentionKind.NOMINAL]


def test_time_grows_no_faster_than_the_text() -> None:
    page = (
        "Andrei Volin{0} and Lev Sorin{0} were arrested. They were shot. His wife, "
        "Anna Brik{0}, was exiled. She wrote to Sorin{0}'s brother.\n"
    )

    def seconds(pages: int) -> float:
        letters = [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(pages)]
        text = "".join(page.format(letter) for letter in letters)
        begin = time.process_time()
        people(text)
        return time.process_time() - begin

    seconds(20)  # reads the word lists
    small, large = (min(seconds(n) for _ in range(3)) for n in (200, 800))
    assert large < 8 * small  # four times the text; twice for noise


def test_a_surname_means_whom_it_has_meant_before() -> None:
    found = people(
        "Lev Orlov studied law. Orlov married. His father, Pavel Orlov, was a smith. "
        "In 1905 Orlov was arrested."
    )
    assert meant(found, "Orlov", 1) == ["Lev Orlov"]


def test_a_name_with_the_surname_first_is_the_same() -> None:
    found = people("Entry: Orlov Ivan was here. Ivan Orlov died.")
    assert len(set(found.entity.values())) == 1


def test_a_reflexive_pronoun_means_who_stands_before_it() -> None:
    found = people("Ivan Orlov was shot. All tracks led to Lev Sorin himself.")
    assert meant(found, "himself") == ["Lev Sorin"]


def test_the_subject_of_two_verbs_is_not_the_object_of_the_second() -> None:
    found = people("Ivan Orlov was stronger than Lev Sorin and outmanoeuvred him.")
    assert meant(found, "him") == ["Lev Sorin"]


def test_children_someone_had_are_known_through_the_parent() -> None:
    found = people("Anna Brik had two daughters, Vera and Nina, and a brother, Lev.")
    assert [one(found, name).relation for name in ("Vera", "Nina")] == ["daughter"] * 2


def test_the_child_of_two_is_known_through_one_of_them() -> None:
    found = people(
        "Ivan Belov and Anna Brik married. They had two sons, Pavel and Lev, and their "
        "daughter Vera was born in 1925."
    )
    vera = one(found, "Vera")
    assert vera.relation == "daughter"
    assert vera.of is not None
    assert found.entity[vera.of] == one(found, "Ivan Belov").id


def test_a_given_name_alone_is_not_carried_over_paragraphs() -> None:
    found = people_of(
        "Pavel Orlov ran the press.", "Nothing happened.", "Pavel went back to Perm."
    )
    assert meant(found, "Pavel") == ["Pavel"]


def test_a_given_name_alone_means_whom_it_has_meant_before() -> None:
    found = people_of(
        "Lev Sorin came. Lev was ill.", "It rained.", "Lev Orlov spoke. Lev died."
    )
    assert meant(found, "Lev", 1) == ["Lev Sorin"]


def test_a_given_name_alone_means_whose_name_heads_the_text() -> None:
    found = people_of("Anna Brik", "It was 1905.", "There was war.", "Anna fled.")
    assert meant(found, "Anna") == ["Anna Brik"]


def test_a_given_name_two_of_a_paragraph_bear_is_left_apart() -> None:
    found = people("Pavel Orlov met Pavel Sorin. Pavel was shot.")
    assert meant(found, "Pavel") == ["Pavel"]


def test_a_relative_of_a_given_name_is_not_whoever_bore_it_far_before() -> None:
    found = people_of(
        "Pavel Orlov ran the press.",
        "Anna Brik came with her elder son, Lev Brik. The younger, Pavel, stayed.",
    )
    assert meant(found, "Pavel") == ["Pavel"]


def test_a_full_name_is_not_carried_back_to_a_given_name_far_before() -> None:
    found = people_of(
        "Sorin had a daughter, Vera.", "It rained.", "There Vera Orlova was arrested."
    )
    assert meant(found, "Vera Orlova") == ["Vera Orlova"]


def test_a_surname_means_the_one_told_of_and_not_the_father_named_beside() -> None:
    found = people(
        "James Lee Weber was born in Riga. His father, Pavel Weber, was a smith. "
        "Weber studied law."
    )
    assert meant(found, "Weber") == ["James Lee Weber"]


def test_who_speaks_a_sentence_is_not_he_in_it() -> None:
    found = people("Orlov said: “He was a brave man and lived for others.”")
    assert not meant(found, "He")


def test_direct_speech_of_several_sentences_goes_on_about_its_own() -> None:
    found = people(
        "Lev Orlov wrote: “Ivan Sorin was my teacher. He taught me. He was shot.” "
        "He lived in Perm."
    )
    assert meant(found, "He", 0) == ["Ivan Sorin"]
    assert meant(found, "He", 1) == ["Ivan Sorin"]
    assert meant(found, "He", 2) == ["Lev Orlov"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ivan Sorin was shot. In his long speech of 1950 Lev Orlov lied.", "his"),
        ("Vera Brik was shot. After her release Anna Weber went home.", "her"),
        ("Ivan Sorin spoke. For all his many sins, Lev Orlov should rest.", "his"),
    ],
)
def test_a_possessive_in_an_opening_phrase_means_the_subject_after_it(
    text: str, word: str
) -> None:
    found = meant(people(text, syntax=True), word)
    assert found[0] in ("Lev Orlov", "Anna Weber")
    by_rules_alone = meant(people(text), word)
    assert by_rules_alone in ([], found)


@pytest.mark.parametrize("syntax", [False, True])
def test_a_possessive_in_an_opening_participle_is_not_of_another(
    *, syntax: bool
) -> None:
    text = "Ivan Sorin spoke. Freed from his cell, Lev Orlov fled."
    assert meant(people(text, syntax=syntax), "his") in ([], ["Lev Orlov"])


def test_a_death_in_an_opening_phrase_is_not_that_of_the_one_who_acts_after_it() -> (
    None
):
    found = people("Ivan Sorin was ill. After his death Lev Orlov wrote a book.")
    assert meant(found, "his") != ["Lev Orlov"]


def test_who_wrote_of_a_death_did_not_die_it() -> None:
    found = people("Lev Orlov wrote that he had died in Perm.")
    assert not meant(found, "he")
    other = people("Of Ivan Sorin, who was a smith, Orlov wrote that he had died.")
    assert meant(other, "he") == ["Ivan Sorin"]


def test_a_new_paragraph_goes_on_about_the_person_and_not_the_father() -> None:
    found = people_of("Lev Orlov was born. His father was a smith.", "He studied law.")
    assert meant(found, "He") == ["Lev Orlov"]


def test_after_a_sentence_about_the_father_either_may_be_meant() -> None:
    found = people("Lev Orlov was born in Perm. His father was a smith. He fled.")
    assert not meant(found, "He")


def test_a_father_spoken_of_in_passing_does_not_take_over() -> None:
    found = people("Lev Orlov lived in Perm with his father. He studied law.")
    assert meant(found, "He") == ["Lev Orlov"]


def test_a_pronoun_that_means_someone_unknown_is_left_out() -> None:
    found = people("Orlov came. Then an officer came in. He asked for a chair.")
    assert not meant(found, "He")


def test_a_calling_before_a_pronoun_is_its_own() -> None:
    found = people("Anna Brik was born in Perm. A teacher by calling, she fled.")
    assert meant(found, "she") == ["Anna Brik"]


def test_the_subject_of_an_opening_clause_goes_on() -> None:
    found = people("Nothing was heard. When Lev Orlov was freed, he fled.")
    assert meant(found, "he") == ["Lev Orlov"]


def test_a_brother_who_shares_a_maiden_name_is_someone_else() -> None:
    found = people("Anna Brik, née Sorina, was a nurse. Lev Sorin, a smith, was shot.")
    assert meant(found, "Lev Sorin") == ["Lev Sorin"]


def test_of_two_named_before_it_in_a_sentence_either_may_own_what_follows() -> None:
    found = people("Lev Orlov betrayed Ivan Sorin during his trial.")
    assert not meant(found, "his")


def test_someone_sentences_ago_is_meant_only_if_nobody_else_can_be() -> None:
    alone = "Lev Orlov came. It was cold. Snow fell. He left."
    assert meant(people(alone), "He") == ["Lev Orlov"]
    assert not meant(people(f"Ivan Sorin met Lev Orlov{alone[9:]}"), "He")


def test_who_is_named_in_an_opening_participle_is_not_its_subject() -> None:
    found = people(
        "Georgy Weber never left. Arrested in Kazan and pressed to speak against "
        "Karl Lang, he died in prison."
    )
    whom = {m.text: found.entity[m.id] for m in found.mentions}
    assert whom.get("he", whom["Georgy Weber"]) == whom["Georgy Weber"]


def test_the_calling_said_of_one_person_nearby_means_that_person() -> None:
    found = people(
        "The poet Ivan Orlov met Lev Sorin, a doctor. The doctor was arrested."
    )
    assert meant(found, "The doctor") == ["Lev Sorin"]
    nominal = one(found, "The doctor")
    assert nominal.kind is MentionKind.NOMINAL
    assert nominal.because == (
        "“the doctor”: Lev Sorin, the only one nearby said to be one"
    )


def test_a_calling_said_of_two_or_of_nobody_means_nobody_known() -> None:
    two = people("Ivan Orlov, a poet, met Lev Sorin, a poet. The poet was shot.")
    assert not meant(two, "The poet")
    none = people("Ivan Orlov met Lev Sorin, a poet. The officer was shot.")
    assert not meant(none, "The officer")
    owned = people("Lev Sorin was a leader. The leader of the union was shot.")
    assert not meant(owned, "The leader")


def test_the_former_and_the_latter_are_of_the_two_named_before() -> None:
    found = people("Ivan Orlov met Lev Sorin. The latter was shot.")
    assert meant(found, "The latter") == ["Lev Sorin"]
    found = people("Ivan Orlov met Lev Sorin, but the former was shot.")
    assert meant(found, "the former") == ["Ivan Orlov"]


def test_the_latter_of_one_of_three_and_of_years_means_nobody() -> None:
    assert not meant(people("Ivan Orlov came. The latter was shot."), "The latter")
    three = people("Ivan Orlov, Lev Sorin and Karl Lang came. The latter was shot.")
    assert not meant(three, "The latter")
    years = people("Ivan Orlov met Lev Sorin. The latter years were hard.")
    assert not meant(years, "The latter")
