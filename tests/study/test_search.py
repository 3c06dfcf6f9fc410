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


SAME, INITIAL, SLIP = Likeness.SAME, Likeness.INITIAL, Likeness.ONE_SLIP


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
    ivan = asked("ivan", ivan=(SAME, 4), ivanov=(Likeness.PATTERN, 2))
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
    words = asked("shchukin", щукин=(Likeness.LETTERS, 8)), asked("bartholomew")
    (hit,) = found([person("Андрей Щукин"), person("Anna Orlova")], *words)
    assert (hit.person.label, hit.missing) == ("Андрей Щукин", 1)
    assert hit.because == (
        "same surname in another script; nothing agrees with Bartholomew"
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


def test_what_agrees_far_less_than_the_best_is_not_meant() -> None:
    word = asked("orlova", orlova=(SAME, 20), orlika=(Likeness.TWO_SLIPS, 3))
    hits = found([person("Anna Orlova"), person("Anna Orlika")], word)
    assert [hit.person.label for hit in hits] == ["Anna Orlova"]


@pytest.mark.parametrize(
    ("word", "name", "how", "reason"),
    [
        ("ilyich", "Ilyich", SAME, "same patronymic"),
        ("sergei", "Сергей", Likeness.LETTERS, "same given name in another script"),
        ("zukow", "Żukow", Likeness.LETTERS, "same surname in another spelling"),
        ("щукина", "Щукин", Likeness.GENDER, "same surname with another ending"),
        ("trotzky", "Троцкий", Likeness.SOUND, "surname sounds alike"),
        ("труба*", "Трубачёв", Likeness.PATTERN, "surname fits Труба*"),
        ("труба", "Трубачёв", Likeness.PATTERN, "surname begins with Труба"),
        ("щкуин", "Щукин", SLIP, "one letter differs in the surname"),
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
