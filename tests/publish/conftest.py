"""A small archive of made-up people, written noun by noun."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from lives.model.claim import AggregateClaim, Citation
from lives.model.decision import DecisionKind
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId, StatementId
from lives.model.life import Act, Conflict, Finding, Life, Severity, Status
from lives.model.mention import Gender, Mention, MentionKind
from lives.model.passage import Block, BlockForm, TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Rights, Source, SourceKind
from lives.model.statement import Modality, Role, Standing, Statement
from lives.model.when import When
from lives.publish.run import publish
from lives.store.archive import Archive

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

BOOK = (
    "Vera Antonovna Melnikova was born in Odessa in 1899. She joined the party in "
    "1918.\n\nShe was arrested in Kharkov on 5 March 1936. The court accused her of "
    "plotting to blow up a bridge. She was shot on 1 October 1937.\n\nHer husband "
    "was also arrested. Her niece Olga Lisova was born in 1990 in Kiev.\n"
)
LIST = "Фамилия\tСмерть\nМельникова Вера Антоновна\t03.10.1937\n"
LETTER = "Vera wrote to us about <b>bread</b> & work, and of the hunger strike.\n"


def exact(day: date) -> When:
    return When(day.isoformat(), day, day, day.isoformat())


def year(number: int) -> When:
    return When(str(number), date(number, 1, 1), date(number, 12, 31), str(number))


WHY = "as Olga Lisova of Kiev says"  # names somebody who may be living


class Desk:
    """Writes nouns into an archive the way the stages do."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.found: dict[
            CaptureId, list[Mention | Statement | AggregateClaim | Citation]
        ]
        self.found = {}
        self.texts: dict[CaptureId, str] = {}

    def source(
        self, source: Source, name: str, text: str, blocks: tuple[Block, ...]
    ) -> CaptureId:
        data = text.encode()
        key = self.archive.captures.keep(data)
        self.archive.tables.write_source(source)
        capture = Capture(key, source.id, name, "text", len(data))
        seq = self.archive.decide(
            DecisionKind.ACCESSION, {"capture": key}, by="test", now=NOW
        ).seq
        self.archive.tables.write_capture(
            capture, seq, TextAsRead(text, blocks, "text/1")
        )
        self.found[key] = []
        self.texts[key] = text
        return key

    def prose(self, source: Source, text: str) -> CaptureId:
        return self.source(source, f"{source.id}.txt", text, paragraphs(text))

    def table(self, source: Source, text: str) -> CaptureId:
        return self.source(source, f"{source.id}.csv", text, rows(text))

    def person(self, label: str, *mentions: MentionId) -> PersonId:
        key = Person.key(mentions[0])
        made = Person(key, label, named=True, names=(label,), mentions=mentions)
        self.archive.tables.write_persons([made])
        return key

    def arrested(self, person: PersonId, said: StatementId) -> None:
        found = finding(person, 0, "arrest", Status.SINGLE, said)
        self.archive.tables.write_lives([Life(person, (found,))])

    def mention(
        self,
        capture: CaptureId,
        words: str,
        *,
        kind: MentionKind = MentionKind.NAME,
        relation: str = "",
        of: MentionId | None = None,
    ) -> MentionId:
        start = self.texts[capture].index(words)
        key = Mention.key(capture, start, start + len(words))
        name = words if kind is MentionKind.NAME else ""
        self.found[capture].append(
            Mention(
                key,
                capture,
                start,
                start + len(words),
                words,
                kind,
                gender=Gender.FEMALE,
                name=name,
                relation=relation,
                of=of,
                because=WHY,
            )
        )
        return key

    def says(
        self,
        subject: MentionId,
        capture: CaptureId,
        words: str,
        kind: str,
        **told: Any,  # noqa: ANN401  # the fields of a statement
    ) -> StatementId:
        start = self.texts[capture].index(words)
        end = start + len(words)
        key = Statement.key(subject, kind, start, end, words, "test/1")
        self.found[capture].append(
            Statement(
                key, subject, kind, capture, start, end, words, "test/1", WHY, **told
            )
        )
        return key

    def extracted(self) -> None:
        for capture, found in self.found.items():
            self.archive.tables.replace_extraction(capture, "test/1", "", found)


def paragraphs(text: str) -> tuple[Block, ...]:
    found, start = [], 0
    for part in text.split("\n\n"):
        found.append(Block(start, start + len(part.rstrip("\n"))))
        start += len(part) + 2
    return tuple(found)


def rows(text: str) -> tuple[Block, ...]:
    found, start = [], 0
    for number, line in enumerate(text.splitlines(), start=1):
        cells, at = [], start
        for cell in line.split("\t"):
            cells.append((at, at + len(cell)))
            at += len(cell) + 1
        form = BlockForm.HEADER if number == 1 else BlockForm.ROW
        found.append(
            Block(start, start + len(line), form, row=number, cells=tuple(cells))
        )
        start += len(line) + 1
    return tuple(found)


def finding(
    person: PersonId,
    ordinal: int,
    kind: str,
    status: Status,
    *support: StatementId,
    **told: Any,  # noqa: ANN401  # the fields of a finding
) -> Finding:
    act = told.pop("act", Act.DURING)
    return Finding(person, kind, ordinal, act, status, len(support), support, **told)


SOURCES = {
    "book": Source(
        SourceId("rosen-1990"),
        {"title": "A made-up book", "author": "R. Rosen", "issued": "1990"},
        SourceKind.BOOK,
        Rights.QUOTATION,
        "en",
        "Written from memory.",
    ),
    "list": Source(
        SourceId("kharkov-list"),
        {"title": "Харьковский список"},
        SourceKind.LIST,
        Rights.CLOSED,
        "ru",
    ),
    "letter": Source(
        SourceId("letter-1934"),
        {"title": "A letter of 1934"},
        SourceKind.LETTER,
        Rights.OWN,
        "en",
        written="1934",
    ),
}


def write_small_archive(archive: Archive) -> None:  # noqa: PLR0915  # a table in code
    """Fill an archive with three persons out of three sources."""
    desk = Desk(archive)
    book = desk.source(SOURCES["book"], "rosen.txt", BOOK, paragraphs(BOOK))
    listed = desk.source(SOURCES["list"], "kharkov.csv", LIST, rows(LIST))
    letter = desk.source(SOURCES["letter"], "letter.txt", LETTER, paragraphs(LETTER))
    vera = desk.mention(book, "Vera Antonovna Melnikova")
    husband = desk.mention(
        book, "Her husband", kind=MentionKind.NOMINAL, relation="husband", of=vera
    )
    niece = desk.mention(book, "Olga Lisova")
    in_list = desk.mention(listed, "Мельникова Вера Антоновна")
    in_letter = desk.mention(letter, "Vera")
    born = desk.says(
        vera,
        book,
        "Vera Antonovna Melnikova was born in Odessa in 1899",
        "birth",
        when=year(1899),
        where="Odessa",
    )
    joined = desk.says(
        vera,
        book,
        "She joined the party in 1918",
        "membership",
        when=year(1918),
        group="the party",
    )
    arrest = desk.says(
        vera,
        book,
        "She was arrested in Kharkov on 5 March 1936",
        "arrest",
        when=exact(date(1936, 3, 5)),
        where="Kharkov",
    )
    charge = desk.says(
        vera,
        book,
        "The court accused her of plotting to blow up a bridge",
        "charge",
        what="plotting to blow up a bridge",
        modality=Modality.CHARGED,
        roles=(Role("by", words="the court"),),
    )
    shot = desk.says(
        vera,
        book,
        "She was shot on 1 October 1937",
        "execution",
        when=exact(date(1937, 10, 1)),
    )
    died = desk.says(
        in_list,
        listed,
        "Мельникова Вера Антоновна\t03.10.1937",
        "death",
        when=exact(date(1937, 10, 3)),
    )
    strike = desk.says(in_letter, letter, "the hunger strike", "hunger_strike")
    taken = desk.says(husband, book, "Her husband was also arrested", "arrest")
    married = desk.says(
        husband,
        book,
        "Her husband",
        "kinship",
        what="husband",
        roles=(Role("other", vera),),
    )
    aunt = desk.says(
        vera,
        book,
        "Her niece Olga Lisova",
        "kinship",
        what="aunt",
        roles=(Role("other", niece),),
    )
    child = desk.says(
        niece,
        book,
        "Her niece Olga Lisova was born in 1990 in Kiev",
        "birth",
        when=year(1990),
        where="Kiev",
    )
    desk.says(
        vera,
        book,
        "plotting to blow up a bridge",
        "protest",
        standing=Standing.PROPOSED,
    )
    desk.found[book] += [
        AggregateClaim(
            "ag-1",
            book,
            0,
            4,
            "Vera",
            "writers",
            98,
            139,
            70.5,
            check="agrees: 98 of 139 is 70.5%",
        ),
        Citation("ci-1", book, 0, 4, "Vera", {"title": "A title", "issued": "1934"}),
    ]
    desk.extracted()
    people = {
        "vera": Person(
            Person.key(vera),
            "Vera Antonovna Melnikova",
            named=True,
            names=("Vera Antonovna Melnikova", "Мельникова Вера Антоновна", "Vera"),
            mentions=(vera, in_list, in_letter),
        ),
        "husband": Person(
            Person.key(husband),
            "husband of Vera Antonovna Melnikova",
            named=False,
            names=(),
            mentions=(husband,),
        ),
        "niece": Person(
            Person.key(niece),
            "Olga Lisova",
            named=True,
            names=("Olga Lisova",),
            mentions=(niece,),
        ),
    }
    archive.tables.write_persons(people.values())
    v, h, n = (people[k].id for k in ("vera", "husband", "niece"))
    words = (
        "Two sources give different dates of death: 1 October 1937 and 3 October 1937."
    )
    before, single = Act.BEFORE, Status.SINGLE
    findings = (
        finding(
            v, 0, "birth", single, born, act=before, when=year(1899), where="Odessa"
        ),
        finding(
            v,
            1,
            "membership",
            single,
            joined,
            act=before,
            when=year(1918),
            group="the party",
        ),
        finding(v, 2, "kinship", single, aunt, act=before, what="aunt"),
        finding(v, 3, "hunger_strike", single, strike),
        finding(
            v,
            4,
            "arrest",
            single,
            arrest,
            when=exact(date(1936, 3, 5)),
            where="Kharkov",
        ),
        finding(
            v, 5, "charge", Status.CHARGED, charge, what="plotting to blow up a bridge"
        ),
        finding(
            v,
            6,
            "execution",
            Status.DISPUTED,
            shot,
            dissent=(died,),
            when=exact(date(1937, 10, 1)),
        ),
    )
    conflict = Conflict("co-1", v, "death, date", Severity.VALUES, words, (shot, died))
    his = (
        finding(h, 0, "kinship", single, married, act=before, what="husband"),
        finding(h, 1, "arrest", single, taken),
    )
    hers = (
        finding(
            n, 0, "birth", single, child, act=before, when=year(1990), where="Kiev"
        ),
    )
    archive.tables.write_lives(
        [Life(v, findings, (conflict,)), Life(h, his), Life(n, hers)]
    )


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    folder = tmp_path / "archive"
    with Archive.create(folder, title="A made-up memorial", by="test", now=NOW) as made:
        write_small_archive(made)
        yield made


@pytest.fixture(scope="session")
def memorial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the small archive once, for tests that only look."""
    folder = tmp_path_factory.mktemp("published")
    with Archive.create(
        folder / "archive", title="A made-up memorial", by="test", now=NOW
    ) as made:
        write_small_archive(made)
        publish(made, folder / "out", now=NOW)
    return folder / "out"


@pytest.fixture(scope="session")
def people() -> dict[str, PersonId]:
    """Give the persons of the small archive, which are the same in every one."""
    book = CaptureId(hashlib.sha256(BOOK.encode()).hexdigest())

    def first_met(words: str) -> PersonId:
        start = BOOK.index(words)
        return Person.key(Mention.key(book, start, start + len(words)))

    return {
        "vera": first_met("Vera Antonovna Melnikova"),
        "husband": first_met("Her husband"),
        "niece": first_met("Olga Lisova"),
    }


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk on an archive that holds nothing yet."""
    folder = tmp_path / "bare"
    with Archive.create(folder, title="Bare", by="test", now=NOW) as made:
        yield Desk(made)
