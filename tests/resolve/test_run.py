"""Resolving and composing a real archive."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lives.compose.run import run as compose
from lives.model.decision import DecisionKind
from lives.model.ids import CaptureId, SourceId, StatementId
from lives.model.judgement import CHANCE, probability
from lives.model.life import Status
from lives.model.mention import Mention
from lives.model.passage import Block, TextAsRead
from lives.model.source import Capture, Source
from lives.model.statement import Statement
from lives.reading.dates import read_date
from lives.resolve.run import run as resolve
from lives.store.archive import Archive

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = ("Pyotr Zarubin was born in 1884.", "P. I. Zarubin, born 12 March 1884")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "a", title="T", by="Ada", now=NOW) as made:
        for seq, (text, name) in enumerate(
            zip(TEXTS, ("Pyotr Zarubin", "P. I. Zarubin"), strict=True), 1
        ):
            hold(made, seq, text, name)
        yield made


def hold(archive: Archive, seq: int, text: str, name: str) -> None:
    key, source = CaptureId(f"{seq:064x}"), SourceId(f"book-{seq}")
    mention = Mention(
        Mention.key(key, 0, len(name)), key, 0, len(name), name, name=name
    )
    birth = Statement(
        StatementId(f"st-{seq}"),
        mention.id,
        "birth",
        key,
        0,
        len(text),
        text,
        "test/1",
        when=read_date("1884" if seq == 1 else "12 March 1884"),
    )
    read = TextAsRead(text, (Block(0, len(text)),), "text/1")
    with archive.transaction():
        archive.tables.write_source(Source(source, {"title": f"Book {seq}"}))
        capture = Capture(key, source, f"{seq}.txt", "text", len(text))
        archive.tables.write_capture(capture, seq, read)
        archive.tables.replace_extraction(key, "test/1", "", [mention, birth])


def judge(archive: Archive, verdict: str) -> str:
    left, right = sorted(m.id for m in archive.tables.mentions())
    body = {"left": left, "right": right, "verdict": verdict, "why": "two cousins"}
    return archive.decide(DecisionKind.JUDGEMENT, body, by="Ada", now=NOW).hash


def labels(archive: Archive) -> list[str]:
    resolve(archive)
    return [person.label for person in archive.tables.persons()]


def test_two_books_speak_of_one_person_and_agree(archive: Archive) -> None:
    assert labels(archive) == ["Pyotr Zarubin"]
    compose(archive)
    ((birth,),) = (life.findings for life in archive.tables.lives())
    assert (birth.status, birth.witnesses) == (Status.AGREED, 2)
    assert birth.when is not None
    assert birth.when.edtf == "1884-03-12"


def test_a_person_outranks_the_machine_until_he_withdraws(archive: Archive) -> None:
    decision = judge(archive, "different")
    assert labels(archive) == ["P. I. Zarubin", "Pyotr Zarubin"]
    body = {"of": decision, "why": "they were one after all"}
    archive.decide(DecisionKind.WITHDRAWAL, body, by="Ada", now=NOW)
    assert labels(archive) == ["Pyotr Zarubin"]


def test_a_judgement_survives_that_everything_is_forgotten(archive: Archive) -> None:
    judge(archive, "different")
    archive.tables.forget_everything()
    (notice,) = resolve(archive)
    assert "wait without effect" in notice
    for seq, name in enumerate(("Pyotr Zarubin", "P. I. Zarubin"), 1):
        hold(archive, seq, TEXTS[seq - 1], name)
    assert labels(archive) == ["P. I. Zarubin", "Pyotr Zarubin"]


def test_sources_decided_to_be_one_are_one_witness(archive: Archive) -> None:
    body = {"source": "book-2", "derives_from": "book-1", "why": "the same slips"}
    archive.decide(DecisionKind.LINEAGE, body, by="Ada", now=NOW)
    resolve(archive)
    compose(archive)
    ((birth,),) = (life.findings for life in archive.tables.lives())
    assert (birth.status, birth.witnesses) == (Status.SINGLE, 1)
    assert archive.tables.witnesses()[SourceId("book-2")][0] == "book-1"


def test_doing_it_again_changes_nothing(archive: Archive) -> None:
    def state() -> tuple[object, ...]:
        resolve(archive)
        compose(archive)
        tables = archive.tables
        return (
            list(tables.persons()),
            list(tables.judgements()),
            list(tables.lives()),
            tables.witnesses(),
        )

    assert state() == state()


def test_what_was_weighed_is_kept_and_adds_up_to_the_probability(
    archive: Archive,
) -> None:
    resolve(archive)
    (judged,) = archive.tables.judgements()
    assert judged.weights[0].matter == CHANCE
    assert {w.matter for w in judged.weights} == {
        CHANCE, "surname", "given", "birth",
    }  # fmt: skip
    odds = sum(weight.bits for weight in judged.weights)
    assert judged.probability == pytest.approx(probability(odds), abs=0.001)
    told = [weight.because for weight in judged.weights[1:]]
    assert "; ".join(told) == judged.because
