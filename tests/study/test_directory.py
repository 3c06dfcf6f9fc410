"""Names filed by their words find whom a comparison with everybody finds."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.benches.entries import entries
from lives.benches.lists import queries
from lives.model.ids import CaptureId, MentionId, SourceId
from lives.model.mention import Mention, MentionKind
from lives.model.passage import Block, TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Source
from lives.resolve.run import run as resolve
from lives.store.archive import Archive
from lives.store.sqlite import Database
from lives.study.directory import look_up, words_asked
from lives.study.search import Hit, best_hits

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = (
    *("Nikolai Orlovsky", "Орловский Николай", "Nina Orlova", "N. Orlovsky"),
    *("Mikhail Zhdanovich", "Андрей Щукин", "М. Жданович", "Щукина А."),
    *("Chen Duxiu", "陳獨秀", "Łukasz Żółkiewski", "Ivan Ivanov Ivanov"),
)
QUERIES = (
    *("Щукин", "Shchukin", "Schtschukin", "Зданович", "Николай Орловский"),
    *("Zdanovich", "Zhdan", "N. Orlovsky", "N.", "wife Zhdanovich", "wife", "陳獨秀"),
    *("Bartholomew Shchukin", "Orlovsky Shchukin", "Zolkiewski", "nobody", "", "7"),
    *("Ivan", "Iv", "И. Ivanov", "driver of Mikhail", "q w e"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "a", title="T", by="Ada", now=NOW) as made:
        yield made


def hold(archive: Archive, seq: int, names: Sequence[str]) -> None:
    """Receive a text that names people, and tells of a wife of each second one."""
    key, text = CaptureId(f"{seq:064x}"), "\n".join(names)
    mentions, start = list[Mention](), 0
    for name in names:
        end = start + len(name)
        made = Mention.key(key, start, end)
        mentions.append(Mention(made, key, start, end, name, name=name))
        if len(mentions) % 3 == 1:
            wife = Mention.key(key, start, end, 1)
            words, sort = name[:1], MentionKind.NOMINAL
            mentions.append(
                Mention(wife, key, start, end, words, sort, 1, relation="wife", of=made)
            )
        start = end + 1
    source = Source(SourceId(f"book-{seq}"))
    archive.tables.write_source(source)
    capture = Capture(key, source.id, f"{seq}.txt", "text", len(text))
    read = TextAsRead(text, (Block(0, len(text)),), "text/1")
    archive.tables.write_capture(capture, seq + 1, read)
    archive.tables.replace_extraction(key, "test/1", "", mentions)


def among_all(archive: Archive, people: Sequence[Person], query: str) -> list[Hit]:
    """Compare with everybody."""
    words = words_asked(archive.tables.names, query)
    return best_hits(people, words, len(people)) if words else []


def labels(archive: Archive, query: str) -> list[str]:
    return [hit.person.label for hit in look_up(archive.tables.names, query)]


@pytest.mark.parametrize("query", QUERIES)
def test_the_same_people_are_found_in_the_same_order(
    archive: Archive, query: str
) -> None:
    hold(archive, 1, NAMES[::2])
    hold(archive, 2, NAMES[1::2])
    resolve(archive)
    everybody = list(archive.tables.persons())
    assert look_up(archive.tables.names, query, 50) == among_all(
        archive, everybody, query
    )


def test_the_same_people_are_found_in_a_list_of_thousands(archive: Archive) -> None:
    hold(archive, 1, [name for name, _, _ in entries(2_000)])
    names = archive.tables.names
    everybody = [
        Person(Person.key(m.id), m.name, named=True, names=(m.name,), mentions=(m.id,))
        for m in archive.tables.mentions()
        if m.name
    ]
    for query in queries(80, 2_000):
        ours, all_of_them = look_up(names, query), among_all(archive, everybody, query)
        strengths = [hit.strength for hit in all_of_them[: len(ours)]]
        assert [hit.strength for hit in ours] == pytest.approx(strengths)
        assert len(ours) == min(10, len(all_of_them))
        assert set(ours) <= set(all_of_them)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("Щукин", "Андрей Щукин", id="as written"),
        pytest.param("Shchukin", "Андрей Щукин", id="Cyrillic found in Latin letters"),
        pytest.param("Schtschukin", "Андрей Щукин", id="and in the German manner"),
        pytest.param("Chtchoukine", "Андрей Щукин", id="and in the French manner"),
        pytest.param("Зданович", "Mikhail Zhdanovich", id="Latin found in Cyrillic"),
        pytest.param("Щукин Андрей", "Андрей Щукин", id="in the other order"),
        pytest.param("Zdanovich", "Mikhail Zhdanovich", id="a letter left out"),
        pytest.param("Zhdan", "Mikhail Zhdanovich", id="the beginning"),
        pytest.param("*novich M.", "Mikhail Zhdanovich", id="the end, and an initial"),
        pytest.param("Жд*вич Михаил", "Mikhail Zhdanovich", id="beginning and end"),
        pytest.param("Żółk*", "Łukasz Żółkiewski", id="the beginning with marks"),
        pytest.param("М. Жданоивч", "Mikhail Zhdanovich", id="an initial and a slip"),
        pytest.param("Schtschuk*", "Андрей Щукин", id="the beginning in Latin letters"),
        pytest.param(
            "Shchoo*", "Андрей Щукин", id="the beginning as nobody prescribes"
        ),
        pytest.param("Щук*", "Андрей Щукин", id="the beginning as written"),
        pytest.param("Żdan*cz", "М. Жданович", id="both in Polish"),
        pytest.param("Zolk*", "Łukasz Żółkiewski", id="the beginning without marks"),
        pytest.param("*kiewski", "Łukasz Żółkiewski", id="the end"),
        pytest.param("*кевский", "Łukasz Żółkiewski", id="the end in Cyrillic letters"),
        pytest.param("Kh. Zolkiewski", "Łukasz Żółkiewski", id="no such initial"),
        pytest.param("Щукиан Ш.", "Андрей Щукин", id="a slip and another initial"),
        pytest.param("Щукину", "Андрей Щукин", id="in the dative"),
        pytest.param("Andrew Shchukin", "Андрей Щукин", id="in another language"),
        pytest.param("Коля Орловский", "Орловский Николай", id="as friends say"),
        pytest.param("driver Orlova", "Nina Orlova", id="a word that nothing has"),
        pytest.param("陳獨秀", "陳獨秀", id="letters that nobody romanises"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(
    archive: Archive, query: str, first: str
) -> None:
    hold(archive, 1, NAMES)
    assert labels(archive, query)[0] == first


def test_an_initial_agrees_with_the_name_it_stands_for(archive: Archive) -> None:
    hold(archive, 1, NAMES)
    assert set(labels(archive, "N. Orlovsky")[:2]) == {
        "N. Orlovsky",
        "Nikolai Orlovsky",
    }
    assert "N. Orlovsky" in labels(archive, "Nikolai Orlovsky")
    assert labels(archive, "N.") == []


def test_an_initial_may_be_several_latin_letters(archive: Archive) -> None:
    hold(archive, 1, ["Христофор Щукин", "Shch. Kh. Orlov", "Хо Ши"])
    assert labels(archive, "Kh. Shchukin") == ["Христофор Щукин"]
    assert labels(archive, "Щ. Х. Орлов") == ["Shch. Kh. Orlov"]
    assert labels(archive, "Kho") == ["Хо Ши"]


def test_the_letters_in_which_a_name_stands_are_no_sign(archive: Archive) -> None:
    hold(archive, 1, ["Pavel Iosifovich Fedin", "Орлов Павел Иосифович"] + ["Жук"] * 50)
    assert labels(archive, "Pavel Iosifovich Orlo")[0] == "Орлов Павел Иосифович"


def test_marks_that_join_letters_are_no_ends_of_words(archive: Archive) -> None:
    hold(archive, 1, ["Ребряков", "Rebria\u0301kov"])
    assert set(labels(archive, "Rebri\u0361akov")) == {"Ребряков", "Rebria\u0301kov"}


def test_a_patronymic_with_a_slip_is_found_among_very_many_initials(
    archive: Archive,
) -> None:
    initials = [
        f"Орлов{letter} В. Г." for letter in "абвгдежзиклмно" for _ in range(40)
    ]
    hold(archive, 1, [*initials, "Щукин Андрей Георгиевич"])
    assert labels(archive, "Георгиевчи") == ["Щукин Андрей Георгиевич"]


def test_of_very_many_equals_those_come_first_of_whom_most_is_told(
    archive: Archive,
) -> None:
    hold(archive, 1, ["Vera Sablina"] * 45)
    keys = [m.id for m in archive.tables.mentions() if m.name]
    groups = [(key,) for key in keys[:40]] + [tuple(keys[40:])]
    archive.tables.write_persons(
        Person(Person.key(group[0]), f"Vera {n}", True, ("Vera Sablina",), group)  # noqa: FBT003
        for n, group in enumerate(groups)
    )
    assert labels(archive, "Sablina")[0] == "Vera 40"


def test_the_unnamed_are_found_by_whom_they_belong_to(archive: Archive) -> None:
    hold(archive, 1, NAMES)
    resolve(archive)
    assert set(labels(archive, "wife Zhdanovich")) == {
        "wife of Mikhail Zhdanovich",
        "wife of М. Жданович",
    }


def test_one_person_under_two_names_is_found_by_both_together(archive: Archive) -> None:
    hold(archive, 1, ["Лев Троцкий", "Лейба Бронштейн"])
    one, two = (m.id for m in archive.tables.mentions() if m.name)
    names = ("Лев Троцкий", "Лейба Бронштейн")
    person = Person(Person.key(one), names[0], True, names, (one, two))  # noqa: FBT003  # named
    archive.tables.write_persons([person])
    (hit,) = look_up(archive.tables.names, "Bronstein Trotzki")
    assert (hit.person.id, hit.missing) == (person.id, 0)


def test_a_search_sees_what_came_after_the_one_before(archive: Archive) -> None:
    hold(archive, 1, ["Anna Petrova"])
    assert labels(archive, "Sablina") == []
    hold(archive, 2, ["Vera Sablina"])
    assert labels(archive, "Sablina") == ["Vera Sablina"]


def test_names_filed_by_other_rules_are_filed_anew(
    archive: Archive, tmp_path: Path
) -> None:
    hold(archive, 1, ["Anna Petrova"])
    assert labels(archive, "Petrowa") == ["Anna Petrova"]
    database = Database(tmp_path / "a" / "archive.db")
    database._db.execute("update names_filed set rules = rules - 1")  # noqa: SLF001
    database._db.execute("delete from word_key")  # noqa: SLF001
    database.close()
    assert labels(archive, "Petrowa") == ["Anna Petrova"]


def test_before_people_are_told_apart_each_mention_is_one(archive: Archive) -> None:
    hold(archive, 1, ["Anna Petrova", "Anna Petrova"])
    hits = look_up(archive.tables.names, "Petrova")
    assert [hit.person.label for hit in hits] == ["Anna Petrova"] * 2
    assert [type(m) for hit in hits for m in hit.person.mentions] == [str] * 2
    assert {m for hit in hits for m in hit.person.mentions} <= {
        m.id for m in archive.tables.mentions()
    }


def test_of_very_many_those_whom_the_sources_name_first_are_found(
    archive: Archive,
) -> None:
    letters = "абвгдежзик"
    hold(
        archive,
        1,
        [f"Смирнов {a}{b}{c}" for a in letters for b in letters for c in letters],
    )
    found = [hit.person.label for hit in look_up(archive.tables.names, "Смирнов", 3)]
    assert found == ["Смирнов ааа", "Смирнов ааб", "Смирнов аав"]


def test_a_text_read_anew_is_filed_anew(archive: Archive) -> None:
    hold(archive, 1, ["Anna Petrova"])
    (capture,) = archive.tables.captures()
    new = Mention(MentionId("me-1"), capture.id, 0, 4, "Vera", name="Vera Sablina")
    archive.tables.replace_extraction(capture.id, "test/2", "", [new])
    assert look_up(archive.tables.names, "Petrova") == []
    (hit,) = look_up(archive.tables.names, "Sablina")
    assert hit.person.mentions == ("me-1",)


@pytest.mark.parametrize("query", ["Щyкин", "Andrei Shсhukin", "Щуkин", "Sсhtsсhukin"])
def test_a_letter_of_another_script_in_a_word_is_the_one_meant(
    archive: Archive, query: str
) -> None:
    hold(archive, 1, NAMES)
    found = [hit.person.label for hit in look_up(archive.tables.names, query)]
    assert "Андрей Щукин" in found
    assert not {"Nina Orlova", "N. Orlovsky"} & set(found)
