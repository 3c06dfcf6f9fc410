from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.model.decision import DecisionKind
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention
from lives.model.passage import Block, TextAsRead
from lives.model.source import Capture, Source
from lives.model.statement import Statement
from lives.store.archive import Archive

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "Anna Petrova was arrested in Barnaul."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with one source, one file, one mention and one statement."""
    with Archive.create(tmp_path / "a", title="A", by="anna", now=NOW) as made:
        receive(made, TEXT, "letter.txt", 2)
        yield made


def receive(archive: Archive, text: str, name: str, seq: int) -> CaptureId:
    key = archive.captures.keep(text.encode())
    size = len(text.encode())
    body = {"capture": key, "name": name, "size": size}
    archive.decide(DecisionKind.ACCESSION, body, by="anna", now=NOW)
    source = Source(SourceId("letter"), {"title": "A letter"})
    archive.tables.write_source(source)
    capture = Capture(key, source.id, name, "text", size)
    read = TextAsRead(text, (Block(0, len(text)),), "text/1")
    archive.tables.write_capture(capture, seq, read)
    end = len("Anna Petrova")
    mention = Mention(Mention.key(key, 0, end), key, 0, end, text[:end])
    said = Statement(
        id=Statement.key(mention.id, "arrest", 0, len(text), text, "test/1"),
        subject=mention.id,
        kind="arrest",
        capture=key,
        start=0,
        end=len(text),
        quote=text,
        reader="test/1",
        where="Barnaul",
    )
    archive.tables.replace_extraction(key, "test/1", "", [mention, said])
    return key
