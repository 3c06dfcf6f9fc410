"""Files that are damaged, hostile or too large: one clear error, nothing changed."""

import hashlib
import io
import os
import resource
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lives.intake.enter import Received
from lives.intake.reader import read_document
from lives.intake.sandbox import Answer, Limits, Nursery, Task
from lives.model.errors import (
    DamagedFile,
    IntakeError,
    LivesError,
    NoText,
    TooMuch,
    UnknownEncoding,
    UnreadablePath,
)
from lives.model.passage import TextAsRead
from lives.store.archive import Archive

Take = Callable[..., list[Received]]
Zipped = Callable[[dict[str, str | bytes]], bytes]


def digest(folder: Path) -> str:
    """Digest an archive's files, names and contents.

    Without SQLite's shared memory, in which readers leave their marks.
    """
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*[!m]")):
        whole.update(str(path.relative_to(folder)).encode() + b"\0")
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@pytest.fixture
def refused(archive: Archive, take: Take, tmp_path: Path) -> Callable[..., LivesError]:
    """Offer a file; return the one error it ends in, with the archive unchanged."""

    def offer(name: str, content: bytes | None, kind: type[LivesError]) -> LivesError:
        take_first = tmp_path / "kept.txt"
        take_first.write_text("Anna was arrested in Tver.", encoding="utf-8")
        take(take_first)
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        before = digest(archive.folder)
        with pytest.raises(kind) as raised:
            take(path)
        assert digest(archive.folder) == before
        assert raised.value.code
        assert name in raised.value.where
        assert raised.value.remedy
        return raised.value

    return offer


Refused = Callable[[str, bytes | None, type[LivesError]], LivesError]


def bomb(name: str, around: bytes, kernel: bytes) -> bytes:
    """Pack a member that unpacks to a thousand times its size."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        member.write(around)
        for _ in range(60):
            member.write(kernel * (2**20 // len(kernel)))
    return held.getvalue()


def test_a_truncated_pdf(refused: Refused, pdf: Callable[[Any], bytes]) -> None:
    whole = pdf([[(72, 720, 11, "Anna was arrested.")]])
    refused("a.pdf", whole[: len(whole) // 3], DamagedFile)


def test_a_pdf_of_which_only_the_beginning_is_one(refused: Refused) -> None:
    refused("a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 16, DamagedFile)


def test_a_zip_bomb_as_docx(refused: Refused) -> None:
    data = bomb("word/document.xml", b"<w:document>", b"<w:p><w:r/></w:p>")
    assert "unpack" in refused("a.docx", data, TooMuch).what


def test_a_zip_bomb_as_xlsx(refused: Refused) -> None:
    data = bomb("xl/workbook.xml", b"<workbook>", b"<row><c><v>1</v></c></row>")
    assert "unpack" in refused("a.xlsx", data, TooMuch).what


def test_a_zip_bomb_that_lies_about_its_size(refused: Refused) -> None:
    data = bomb("word/document.xml", b"<w:document>", b"<w:p><w:r/></w:p>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.infolist()[0].file_size
    # Central directory and local header both declare a harmless size.
    lying = data.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lying != data
    refused("a.docx", lying, IntakeError)


def test_a_truncated_docx(refused: Refused, a_docx: bytes) -> None:
    refused("a.docx", a_docx[: len(a_docx) // 2], DamagedFile)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.epub"])
def test_an_office_file_that_is_none(refused: Refused, name: str) -> None:
    refused(name, b"Dear Vera", DamagedFile)


def test_an_external_entity_in_tei_is_neither_fetched_nor_read(
    refused: Refused, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    data = (
        f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>&x;</p></text></TEI>'
    )
    fault = refused("a.xml", data.encode(), DamagedFile)
    assert "entities" in fault.what
    assert "SECRET" not in str(fault)


def test_entities_that_swell(refused: Refused) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    data = f"<!DOCTYPE TEI [{entities}]><TEI><text><p>&a11;</p></text></TEI>"
    refused("a.xml", data.encode(), DamagedFile)


def test_an_external_entity_in_a_page(refused: Refused) -> None:
    data = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hosts">]><html>&x;</html>'
    refused("a.html", data, DamagedFile)


def test_a_csv_with_a_nul_byte(refused: Refused) -> None:
    assert "NUL" in refused("a.csv", b"name,year\nLi,19\x0001\n", DamagedFile).what


def test_a_wrong_encoding(refused: Refused) -> None:
    refused("a.txt", "Арестована в Твери ".encode() * 9 + b"\xe2\x28", UnknownEncoding)


def test_an_empty_file(refused: Refused) -> None:
    assert "empty" in refused("a.txt", b" \n", NoText).what


def test_a_scan_without_text(refused: Refused, pdf: Callable[[Any], bytes]) -> None:
    assert "OCR" in refused("a.pdf", pdf([[], []]), NoText).remedy


def test_a_line_of_600_megabytes(archive: Archive, take: Take, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(600_000_000)
    before, begun = digest(archive.folder), time.monotonic()
    with pytest.raises(TooMuch, match="536,870,912"):
        take(path)
    assert time.monotonic() - begun < 2
    assert digest(archive.folder) == before


def test_a_long_line_below_the_limit_of_size(refused: Refused) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    fault = refused("a.txt", b"Anna was arrested. " * 1_000_000, TooMuch)
    assert "single line" in fault.what
    # The parent holds the bytes once and none of the text (kilobytes).
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 100_000


def test_a_path_that_is_not_there(refused: Refused) -> None:
    refused("missing.txt", None, UnreadablePath)


@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling"])
def test_a_path_that_is_no_file(refused: Refused, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing.txt"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(tmp_path / "nowhere")
    refused("thing.txt", None, UnreadablePath)


def test_a_name_with_bytes_that_are_no_character(take: Take, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path / "a") + b"\xff.txt"))
    path.write_text("Anna was arrested in Tver.", encoding="utf-8")
    (done,) = take(path)
    assert done.capture.name == "a�.txt"


# --- the child ------------------------------------------------------------------


@pytest.fixture
def read_apart(tmp_path: Path) -> Iterator[Callable[..., Answer | IntakeError]]:
    with Nursery() as nursery:

        def read(name: str, content: bytes, **bounds: int) -> Answer | IntakeError:
            path = tmp_path / "given"
            path.write_bytes(content)
            limits = replace(Limits.of(len(content)), **bounds)
            return nursery.read(Task(path, tmp_path / "answer", name), limits)

        yield read


def test_a_child_answers_with_what_the_reader_reads(
    read_apart: Callable[..., Answer | IntakeError], an_xlsx: bytes
) -> None:
    answer = read_apart("a.xlsx", an_xlsx)
    assert isinstance(answer, Answer)
    assert ("xlsx", answer.text_as_read()) == read_document(an_xlsx, "a.xlsx")
    assert answer.is_table


@pytest.mark.parametrize(
    ("what", "bounds"),
    [
        ("memory", {"memory": 160 * 2**20}),
        ("time", {"seconds": 1}),
        ("room", {"output": 100_000}),
    ],
)
def test_a_child_that_uses_up_its_share_is_one_error(
    read_apart: Callable[..., Answer | IntakeError],
    what: str,
    bounds: dict[str, int],
) -> None:
    fault = read_apart("a.csv", b"a\n" * 1_000_000, **bounds)
    assert isinstance(fault, TooMuch)
    assert f"more {what} than" in fault.what


def test_after_a_child_has_died_the_next_file_is_read(
    read_apart: Callable[..., Answer | IntakeError],
) -> None:
    # So little memory that the child cannot even say so.
    fault = read_apart("a.txt", b"Anna was arrested.", memory=2**20)
    assert isinstance(fault, DamagedFile | TooMuch)
    answer = read_apart("a.txt", b"Anna was arrested.")
    assert isinstance(answer, Answer)


def test_after_the_children_s_own_process_has_died_the_next_file_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "given"
    path.write_text("Anna was arrested.", encoding="utf-8")
    task = Task(path, tmp_path / "answer", "a.txt")
    with Nursery() as nursery:
        os.kill(nursery.pid, signal.SIGKILL)  # as the system does short of memory
        assert isinstance(nursery.read(task), TooMuch)
        assert isinstance(nursery.read(task), Answer)


# --- laws -----------------------------------------------------------------------

ENDINGS = (".txt", ".md", ".html", ".pdf", ".docx", ".epub", ".xml", ".csv", ".xlsx")


def read_or_refused(data: bytes, name: str) -> None:
    try:
        _, read = read_document(data, name)
    except IntakeError:
        return
    assert isinstance(read, TextAsRead)
    place = 0
    for block in read.blocks:
        assert place <= block.start <= block.end <= len(read.text)
        place = block.end


@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_random_bytes_are_read_or_refused_and_nothing_else(
    data: bytes, ending: str
) -> None:
    read_or_refused(data, f"a{ending}")


@pytest.mark.parametrize("fixture", ["a_docx", "an_xlsx", "an_epub", "a_tei"])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8))
def test_mutated_files_are_read_or_refused_and_nothing_else(
    fixture: str, edits: list[tuple[float, int]], request: pytest.FixtureRequest
) -> None:
    data = bytearray(request.getfixturevalue(fixture))
    for share, byte in edits:
        data[int(share * (len(data) - 1))] = byte
    read_or_refused(bytes(data), "a")
