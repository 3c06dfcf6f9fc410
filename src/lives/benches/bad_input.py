"""Offer what is damaged, hostile or too large: one error each, nothing changed.

    python -m lives.benches.bad_input

Every file is offered to an archive that holds something already, in a process of its
own. Afterwards the archive has to be what it was, byte for byte, and has to verify.
"""

import hashlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lives.benches.command import Refused, measure, refuse

_LIMIT_S = 10.0  # for any one of them
_LIMIT_MIB = 1024
_BOMB_MIB = 1024  # what a bomb unpacks to
_SENTENCES = b"Anna was arrested in Tver. " * 37_000  # about a million bytes
_PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
"""
_TEI = """\
<!DOCTYPE TEI [<!ENTITY secret SYSTEM "{uri}">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>&secret;</p></text></TEI>
"""


@dataclass(frozen=True, slots=True)
class Bad:
    """A file that cannot be taken in.

    Attributes:
        words: What it is.
        name: Of the file.
        make: Writes it to a path; writes nothing for a path that leads nowhere.
        codes: Of the errors any of which tells of it.
    """

    words: str
    name: str
    make: Callable[[Path], object]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one.

    Attributes:
        bad: The file.
        refused: How it was refused.
        unchanged: The archive is the same, byte for byte.
    """

    bad: Bad
    refused: Refused
    unchanged: bool

    @property
    def good(self) -> bool:
        """Tell whether it was refused as it should be."""
        (code,) = self.refused.codes if len(self.refused.codes) == 1 else ("",)
        modest = self.refused.seconds < _LIMIT_S and self.refused.mib < _LIMIT_MIB
        return code in self.bad.codes and modest and self.unchanged


def offered(folder: Path) -> list[Bad]:
    """Return what is offered; files may be written below a folder."""
    csv = b"name,year\nAnna Petrova,19\x0029\n"
    mixed = "Арестована в Твери. ".encode() * 9 + b"\xe2\x28"
    tei = _TEI.format(uri=(folder / "secret.txt").as_uri())
    return [
        Bad("a truncated PDF", "a.pdf", _writes(_PDF), ("IN03",)),
        Bad("a zip bomb as DOCX", "a.docx", _bomb("word/document.xml"), ("IN04",)),
        Bad("a zip bomb as XLSX", "a.xlsx", _bomb("xl/workbook.xml"), ("IN04",)),
        Bad("an external entity in TEI", "a.xml", _writes(tei.encode()), ("IN03",)),
        Bad("a NUL byte in CSV", "a.csv", _writes(csv), ("IN03",)),
        Bad("a line of 600 MB", "a.txt", _line(600_000_000), ("IN04",)),
        Bad("a line of 200 MB", "b.txt", _line(200_000_000), ("IN04",)),
        Bad("a wrong encoding", "c.txt", _writes(mixed), ("IN05",)),
        Bad("a path to nothing", "missing.txt", lambda _: None, ("IN01",)),
        Bad("a path to a folder", "folder.txt", Path.mkdir, ("IN01",)),
    ]


def outcome(bad: Bad, archive: Path) -> Outcome:
    """Offer one to an archive, from the folder beside it."""
    path = archive.parent / bad.name
    bad.make(path)
    before = digest(archive)
    refused = refuse("--archive", str(archive), "add", str(path))
    unchanged = digest(archive) == before
    if path.is_file():
        path.unlink()
    return Outcome(bad, refused, unchanged)


def digest(archive: Path) -> str:
    """Digest the names and bytes of an archive's files.

    Without SQLite's shared memory, in which whoever only reads leaves marks.
    """
    whole = hashlib.sha256()
    for path in sorted(p for p in archive.rglob("*") if not p.name.endswith("-shm")):
        whole.update(str(path.relative_to(archive)).encode() + b"\0")
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def founded(folder: Path) -> Path:
    """Make an archive that holds and has read a letter."""
    archive, letter = folder / "archive", folder / "kept.txt"
    letter.write_text("Anna Petrova was arrested in Tver.", encoding="utf-8")
    measure("new", str(archive), "--title", "Bad input")
    measure("--archive", str(archive), "add", str(letter))
    measure("--archive", str(archive), "build")
    return archive


def _writes(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _line(size: int) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            for _ in range(size // len(_SENTENCES)):
                file.write(_SENTENCES)

    return write


def _bomb(member: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        held = io.BytesIO()
        with (
            zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
            packed.open(member, "w", force_zip64=True) as file,
        ):
            file.write(b"<r>")
            for _ in range(_BOMB_MIB):
                file.write(b"<p><t/></p><c/><v/>-" * (2**20 // 20))
        path.write_bytes(held.getvalue())

    return write


def _main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "secret.txt").write_text("SECRET", encoding="utf-8")
        archive = founded(folder)
        print(f"{'':28}{'code':6}{'seconds':>8}{'MiB':>6}  archive")
        found = []
        for bad in offered(folder):
            one = outcome(bad, archive)
            found.append(one)
            state = "unchanged" if one.unchanged else "CHANGED"
            codes = " ".join(one.refused.codes) or "none"
            told = f"{bad.words:28}{codes:6}{one.refused.seconds:>8.1f}"
            print(f"{told}{one.refused.mib:>6}  {state}{'' if one.good else '  WRONG'}")
        measure("--archive", str(archive), "verify")
        measure("--archive", str(archive), "build")
    sys.exit(not all(one.good for one in found))


if __name__ == "__main__":
    _main()
