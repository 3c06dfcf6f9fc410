"""E-books: the chapters in the order in which they are read."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lives.intake.assemble import Piece, prose
from lives.intake.encoding import decode
from lives.intake.html_page import page_pieces
from lives.intake.packed import members, refuse_bombs
from lives.intake.reader import Reader, readers
from lives.intake.xml import local, parse_xml
from lives.model.errors import DamagedFile
from lives.model.passage import TextAsRead

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read_epub(data: bytes, name: str) -> TextAsRead:
    """Read an e-book.

    Raises:
        DamagedFile: It is not an e-book, or is locked.
        TooMuch: It unpacks to far more than it is.
    """
    refuse_bombs(data, name)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        package_path = _package_path(book, name)
        chapters, language = _contents(book, package_path, name)
        locked = _locked(book, name) & set(chapters)
        if locked:
            raise DamagedFile(
                "the book is locked (DRM)",
                where=f"{name}, {min(locked)}",
                remedy="get a copy that is not locked",
            )
        found = [piece for path in chapters for piece in _chapter(book, path, name)]
    return prose(found, reader=EPUB.version, language=language)


def _package_path(book: zipfile.ZipFile, name: str) -> str:
    root = parse_xml(_member(book, _CONTAINER, name), name)
    for element in root.iter():
        if local(element.tag) == "rootfile" and element.get("full-path"):
            return str(element.get("full-path"))
    raise _broken(f"{_CONTAINER} names no package", name)


def _contents(
    book: zipfile.ZipFile, package_path: str, name: str
) -> tuple[list[str], str]:
    """Return the paths of the chapters in order, and the language of the book."""
    package = parse_xml(_member(book, package_path, name), name)
    folder = posixpath.dirname(package_path)
    paths: dict[str, str] = {}
    order: list[str] = []
    language = ""
    for element in package.iter():
        match local(element.tag):
            case "item" if element.get("media-type") in _PAGES:
                target = unquote(str(element.get("href", "")))
                path = posixpath.normpath(posixpath.join(folder, target))
                paths[str(element.get("id", ""))] = path
            case "itemref":
                order.append(str(element.get("idref", "")))
            case "language" if not language:
                language = (element.text or "").strip()
    return [paths[key] for key in order if key in paths], language


def _locked(book: zipfile.ZipFile, name: str) -> set[str]:
    if _LOCKS not in book.namelist():
        return set()  # fonts alone may be listed there: that locks no text
    root = parse_xml(_member(book, _LOCKS, name), name)
    return {
        unquote(str(element.get("URI", "")))
        for element in root.iter()
        if local(element.tag) == "CipherReference"
    }


def _chapter(book: zipfile.ZipFile, path: str, name: str) -> Iterator[Piece]:
    text = decode(_member(book, path, name), f"{name}, {path}").text
    if text.strip():
        yield from page_pieces(text, f"{name}, {path}")


def _member(book: zipfile.ZipFile, path: str, name: str) -> bytes:
    try:
        return book.read(path)
    except KeyError as missing:
        raise _broken(f"{path} is missing", name) from missing


def _broken(why: str, name: str) -> DamagedFile:
    return DamagedFile(
        f"this is not a complete e-book: {why}",
        where=name,
        remedy="get the book again, or save it as EPUB from another program",
    )


def _knows(data: bytes) -> bool:
    return _CONTAINER in members(data)


EPUB = readers.add("epub")(Reader("epub/1", (".epub",), read_epub, knows=_knows))
