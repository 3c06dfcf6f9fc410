import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import MentionId
from lives.model.person import Person
from lives.reading.names_filed import asked_words, name_words
from lives.reading.names_likeness import Likeness
from lives.study.search import Alike, Asked, Hit, best_hits, worth


def person(label: str, *names: str, named: bool = True, mentions: int = 1) -> Person:
    keys = tuple(MentionId(f"me-{label}-{n}") for n in range(mentions))
    return Person(Person.key(keys[0]), label, named, (label, *names), keys)


def asked(word: str, **alike: tuple[Likeness, float]) -> Asked:
    return Asked(word, {w: Alike(*how) for w, how in alike.items()})


SAME, LETTERS, GENDER = Likeness.SAME, Likeness.LETTERS, Likeness.GENDER
SOUND, CASE, KIN, PATTERN = tuple(Likeness)[3:7]
SLIP, INITIAL = Likeness.ONE_SLIP, Likeness.INITIAL


def found(people: list[Person], *words: Asked) -> list[Hit]:
    return best_hits(people, words, 10)


def test_a_rare_word_with_a_slip_may_be_worth_more_than_a_frequent_one() -> None:
    assert worth(SLIP, 2, 1_000_000) > worth(SAME, 60_000, 1_000_000)
    assert worth(SAME, 2, 1_000_000) > worth(SLIP, 2, 1_000_000)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_closer_a_word_the_more_it_is_worth(bearers: int, names: int) -> None:
    of = [worth(how, bearers, names) for how in Likeness if how is not INITIAL]
    assert of == sorted(of, reverse=True)


def test_each_word_of_a_name_answers_one_word_asked_for() -> None:
    ivan = asked("ivan", ivan=(SAME, 4), ivanov=(PATTERN, 2))
    ivanov = asked("ivanov", ivanov=(SAME, 7))
    hits = found([person("Pyotr Ivanov"), person("Ivan Ivanov")], ivan, ivanov)
    assert [(hit.person.label, hit.missing) for hit in hits] == [("Ivan Ivanov", 0)]


def test_words_of_several_spellings_of_one_person_come_together() -> None:
    both = asked("trotsky", trotsky=(SAME, 9)), asked("bronstein", bronstein=(SAME, 9))
    (hit,) = found([person("Lev Trotsky", "Leiba Bronstein")], *both)
    assert (hit.missing, hit.because) == (0, "same surname; same surname") or (
        hit.because == "same surname"
    )


def test_where_nobody_agrees_with_every_word_the_nearest_are_offered() -> None:
    words = asked("shchukin", щукин=(LETTERS, 8)), asked("bartholomew")
    (hit,) = found([person("Андрей Щукин"), person("Anna Orlova")], *words)
    assert (hit.person.label, hit.missing) == ("Андрей Щукин", 1)
    assert hit.because == (
        "surname Щукин, the same in another script; nothing agrees with Bartholomew"
    )


def test_initials_alone_find_nobody() -> None:
    words = asked("n", **{"n.": (INITIAL, 3)}), asked("o", **{"o.": (INITIAL, 3)})
    assert found([person("Nikolai Orlovsky")], *words) == []


def test_initials_in_the_order_asked_for_come_first() -> None:
    words = (
        asked("orlov", orlov=(SAME, 8)),
        asked("i", **{"i.": (INITIAL, 2)}),
        asked("v", **{"v.": (INITIAL, 2)}),
    )
    people = [person("Orlov Vasily Ivanovich"), person("Orlov Ivan Vasilievich")]
    hits = found(people, *words)
    assert [hit.person.label for hit in hits] == [
        "Orlov Ivan Vasilievich",
        "Orlov Vasily Ivanovich",
    ]
    assert hits[0].because == "same surname; initials agree"


def test_of_equals_whoever_is_mentioned_most_comes_first() -> None:
    people = [person("Anna Orlova"), person("Zoya Orlova", mentions=3)]
    hits = found(people, asked("orlova", orlova=(SAME, 5)))
    assert [hit.person.label for hit in hits] == ["Zoya Orlova", "Anna Orlova"]


def test_of_equals_the_named_come_before_those_who_belong_to_them() -> None:
    people = [
        person("mother of Anna Orlova", named=False, mentions=9),
        person("Anna Orlova"),
    ]
    hits = found(people, asked("orlova", orlova=(SAME, 5)))
    assert [hit.person.named for hit in hits] == [True, False]


def test_a_word_is_a_sign_although_an_initial_would_be_worth_more() -> None:
    word = asked("georgewich", георгиевич=(SLIP, 2), г=(INITIAL, 3))
    (hit,) = found([person("Г. Орлов", "Георгиевич Орлов")], word)
    assert hit.because == "patronymic Георгиевич, one letter differs"


def test_what_agrees_far_less_than_the_best_is_not_meant() -> None:
    word = asked("orlova", orlova=(SAME, 20), orlika=(Likeness.TWO_SLIPS, 3))
    hits = found([person("Anna Orlova"), person("Anna Orlika")], word)
    assert [hit.person.label for hit in hits] == ["Anna Orlova"]


@pytest.mark.parametrize(
    ("word", "name", "how", "reason"),
    [
        ("ilyich", "Ilyich", SAME, "same patronymic"),
        ("sergei", "Сергей", LETTERS, "given name Сергей, the same in another script"),
        ("zukow", "Żukow", LETTERS, "surname Żukow, the same in another spelling"),
        ("щукина", "Щукин", GENDER, "surname Щукин, the same with another ending"),
        ("trotzky", "Троцкий", SOUND, "surname Троцкий sounds alike"),
        ("щукину", "Щукин", CASE, "surname Щукин, of which Щукину is a case"),
        ("joseph", "Иосиф", KIN, "given name Иосиф, of which Joseph is another form"),
        ("труба*", "Трубачёв", PATTERN, "surname Трубачёв fits Труба*"),
        ("труба", "Трубачёв", PATTERN, "surname Трубачёв begins with Труба"),
        ("щкуин", "Щукин", SLIP, "surname Щукин, one letter differs"),
        ("n", "N", SAME, "initial agrees"),
    ],
)
def test_every_hit_says_why(word: str, name: str, how: Likeness, reason: str) -> None:
    words = asked(word, **{name.lower(): (how, 3)}), asked("zzz", zzz=(SAME, 3))
    (hit,) = found([person(f"{name} Zzz")], *words)
    assert hit.because.split("; ")[0] == reason


def test_of_the_unnamed_a_word_is_called_a_word() -> None:
    (hit,) = found([person("wife of X", named=False)], asked("wife", wife=(SAME, 3)))
    assert hit.because == "same word"


def test_words_of_a_name_are_split_where_people_would() -> None:
    assert name_words("O'Brien, Ter-Petrosian (Камо)") == [
        "obrien",
        "ter",
        "petrosian",
        "камо",
    ]


@given(st.text(max_size=30))
def test_whatever_is_typed_is_words(query: str) -> None:
    for word in asked_words(query):
        assert word.strip("*")
        assert asked_words(word) == [word]
