"""What a reader is, and which one a file needs.

A reader is a pure function from bytes to a text as read. It may meet anything: what
it does not expect, `read_document` turns into one error that says so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from lives.model.errors import (
    DamagedFile,
    IntakeError,
    NoText,
    TooMuch,
    UnknownFormat,
)
from lives.model.passage import TextAsRead
from lives.registry import Registry

# A paragraph is held, matched and shown as a whole; the longest ones of real books
# have some ten thousand characters, so this is a file without line breaks.
MAX_BLOCK = 1_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_OTHERS = (  # common formats nobody reads yet, so that the refusal can say what to do
    (b"\xd0\xcf\x11\xe0", "an old Word file: save it as .docx"),
    (b"{\\rtf", "a rich text file: save it as .docx or .txt"),
    (b"\x89PNG", "an image: recognise its text first (OCR), then add the text"),
    (b"\xff\xd8\xff", "an image: recognise its text first (OCR), then add the text"),
    (b"II*\0", "an image: recognise its text first (OCR), then add the text"),
    (b"MM\0*", "an image: recognise its text first (OCR), then add the text"),
    (b"\x1f\x8b", "a compressed file: unpack it, then add what is inside"),
    (b"7z\xbc\xaf", "a compressed file: unpack it, then add what is inside"),
    (b"Rar!", "a compressed file: unpack it, then add what is inside"),
)


def _never(_: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """A named reader.

    Attributes:
        version: Name and version, written into every text as read: ``pdf/1``.
        suffixes: Endings of file names, in lower case with the dot.
        read: Takes the bytes and the file's name, for messages; raises `IntakeError`.
        knows: Tells from the bytes alone that they are in this format. Content
            outranks the name: a PDF called ``letter.txt`` is a PDF.
    """

    version: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], TextAsRead]
    knows: Callable[[bytes], bool] = _never


readers: Registry[Reader] = Registry("reader", group="lives.readers")


def recognise(data: bytes, name: str) -> str:
    """Return the name of the reader that a file needs.

    Raises:
        NoText: There is nothing in it.
        UnknownFormat: Nobody reads this; says what is on offer.
    """
    if not data.strip():
        raise NoText(
            "the file is empty",
            where=name,
            remedy="see whether it was saved and copied completely",
        )
    suffix = PurePath(name).suffix.lower()
    offered = {key: part for key in readers.names() if (part := readers.get(key))}
    for key, part in offered.items():
        if part.knows(data):
            return key
    for head, remedy in _OTHERS:
        if data.startswith(head):
            raise UnknownFormat("nobody reads this format", where=name, remedy=remedy)
    for key, part in offered.items():
        if suffix in part.suffixes:
            return key
    if not suffix:
        return "text"
    if suffix == ".toml":
        raise UnknownFormat(
            "this is a recipe or a description, and no source",
            where=name,
            remedy="add the file that it is about: a description lies beside it, as "
            "FILE.toml, and a recipe is named with --recipe",
        )
    endings = sorted(ending for part in offered.values() for ending in part.suffixes)
    raise UnknownFormat(
        f"nobody reads files that end in {suffix!r}",
        where=name,
        remedy="save it in a format that is read, with one of these endings: "
        + " ".join(endings),
    )


def read_document(data: bytes, name: str, media: str = "") -> tuple[str, TextAsRead]:
    """Read a file, whatever it is.

    Args:
        data: The bytes.
        name: The file's name or path, for its ending and for messages.
        media: Name of the reader; recognised from content and name when "".

    Returns:
        The name of the reader, and what it read.

    Raises:
        IntakeError: And nothing else, whatever the bytes.
    """
    try:
        key = media or recognise(data, name)
        return key, _checked(_reader(key, name).read(data, name), name)
    except IntakeError:
        raise
    except MemoryError as full:
        raise too_much("memory", name) from full
    except Exception as strange:  # each of five libraries has its own
        raise DamagedFile(
            f"the file cannot be read ({type(strange).__name__}: {_short(strange)})",
            where=name,
            remedy="open it in the program that made it and save it again",
        ) from strange


def too_much(what: str, name: str) -> TooMuch:
    """Make the error for a file that exhausts a limit: ``memory``, ``time`` ..."""
    return TooMuch(
        f"reading the file takes more {what} than is allowed for its size",
        where=name,
        remedy="save it as plain text or CSV, or divide it",
    )


def _reader(key: str, name: str) -> Reader:
    reader = readers.get(key)
    if reader is None:
        raise UnknownFormat(
            f"there is no reader called {key!r}",
            where=name,
            remedy="these are on offer: " + ", ".join(readers.names()),
        )
    return reader


def _checked(read: TextAsRead, name: str) -> TextAsRead:
    if not read.blocks:
        raise _empty(name)
    longest = max(read.blocks, key=lambda block: block.end - block.start)
    length = longest.end - longest.start
    if length > MAX_BLOCK:
        raise TooMuch(
            f"a single line or paragraph has {length:,} characters",
            where=f"{name}, after character {longest.start:,}",
            remedy=f"break it into paragraphs of at most {MAX_BLOCK:,} characters",
        )
    # Half a surrogate pair is no character: neither UTF-8 nor the archive can hold it.
    return replace(read, text=_SURROGATE.sub("�", read.text))


def _empty(name: str) -> NoText:
    return NoText(
        "there is no text in the file",
        where=name,
        remedy="if it is a scan, recognise its text first (OCR); "
        "otherwise see whether it was saved completely",
    )


def _short(strange: Exception) -> str:
    return " ".join(str(strange).split())[:160]
