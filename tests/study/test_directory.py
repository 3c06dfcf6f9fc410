"""Names filed by their words find whom a search among all people finds."""

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
from lives.study.directory import look_up
from lives.study.search import search

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


@pytest.mark.parametrize("query", QUERIES)
def test_the_same_people_are_found_in_the_same_order(
    archive: Archive, query: str
) -> None:
    hold(archive, 1, NAMES[::2])
    hold(archive, 2, NAMES[1::2])
    resolve(archive)
    everybody = list(archive.tables.persons())
    assert look_up(archive.tables.names, query) == search(everybody, query)


def test_the_same_people_are_found_in_a_list_of_thousands(archive: Archive) -> None:
    hold(archive, 1, [name for name, _, _ in entries(500)])
    names = archive.tables.names
    everybody = [
        Person(Person.key(m.id), m.name, named=True, names=(m.name,), mentions=(m.id,))
        for m in archive.tables.mentions()
        if m.name
    ]
    for query in queries(20, 500):
        assert look_up(names, query) == search(everybody, query)


def test_before_people_are_told_apart_each_mention_is_one(archive: Archive) -> None:
    hold(archive, 1, ["Anna Petrova", "Anna Petrova"])
    hits = look_up(archive.tables.names, "Petrova")
    assert [hit.person.label for hit in hits] == ["Anna Petrova"] * 2
    assert [type(m) for hit in hits for m in hit.person.mentions] == [str] * 2
    assert {m for hit in hits for m in hit.person.mentions} <= {
        m.id for m in archive.tables.mentions()
    }


def test_of_very_many_the_first_in_the_alphabet_are_found(archive: Archive) -> None:
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
