from lives.model.ids import MentionId
from lives.model.person import Person
from lives.publish.people_lists import A_LIST, Entry, entries, groups, lists


def person(label: str, *names: str, named: bool = True) -> Person:
    first = MentionId(f"me-{label}")
    return Person(Person.key(first), label, named, names, (first,))


def shown(*people: Person) -> list[str]:
    found = [entry for who in people for entry in entries(who, "")]
    return [entry.shown for held in lists(found) for entry in held]


def test_people_stand_by_surname_whatever_the_accents() -> None:
    found = shown(person("Ana Ábel"), person("Pyotr Zimin"), person("Émile Berg"))
    assert found == ["Ábel, Ana", "Berg, Émile", "Zimin, Pyotr"]


def test_letters_that_stand_apart_are_filed_where_one_looks_for_them() -> None:
    people = map(person, ("Jan Łoza", "Jan Mor", "Ян Яшин", "Иван Іванов", "Ян Ким"))
    assert shown(*people) == [
        "Łoza, Jan",
        "Mor, Jan",
        "Іванов, Иван",
        "Ким, Ян",
        "Яшин, Ян",
    ]


def test_another_surname_has_its_own_line_and_a_bare_name_has_none() -> None:
    who = person("Vera Orlova", "Vera Orlova", "Вера Орлова", "Vera Berg", "Vera")
    assert shown(who) == ["Berg, Vera", "Orlova, Vera", "Орлова, Вера"]


def test_the_unnamed_come_last_under_a_heading_of_their_own() -> None:
    found = shown(person("wife of Я. Яшин", named=False), person("Яков Яшин"))
    assert found == ["Яшин, Яков", "wife of Я. Яшин"]


def test_a_cyrillic_letter_is_told_from_a_latin_one() -> None:
    found = [*entries(person("Mark Mill"), ""), *entries(person("Марк Мил"), "")]
    assert [letter for letter, _, _ in groups(sorted(found))] == ["M", "М (Cyrillic)"]


def test_a_long_list_is_cut() -> None:
    many = [Entry(f"{n:05}", str(n), "pe-1", "0") for n in range(2 * A_LIST + 1)]
    assert [len(held) for held in lists(many)] == [A_LIST, A_LIST, 1]
