"""Bytes of a text decoded, with a note wherever that took a guess.

A wrong guess puts words into a witness's mouth. So a byte order mark and UTF-8 are
taken at their word, an eight-bit encoding is guessed and then has to look like
writing, and what is almost UTF-8 is refused rather than read as something else.
"""

import codecs
from dataclasses import dataclass, replace

import cchardet

from lives.intake.oddity import SAMPLE, WORD, oddity, scripts, strangeness
from lives.model.errors import DamagedFile, IntakeError, UnknownEncoding

_MARKS = (  # the longer first: UTF-32's mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = (  # after the detector's own guess, in the order of how common they are
    "windows-1251",
    "koi8-r",
    "ibm866",
    "maccyrillic",
    "iso-8859-5",
    "windows-1252",
    "windows-1250",
)
# The Windows tables hold all letters of these, and quotation marks besides.
_WIDER = {"iso-8859-1": "windows-1252", "ascii": "windows-1252"}
# Detectors also answer with encodings of scripts that `scripts` does not know.
_TAKEN = {*_EIGHT_BIT, "iso-8859-2", "iso-8859-15", "windows-1253", "windows-1257"}

# What pages and tables call encodings beside the names that Python knows.
_CALLED = {
    "x-cp1251": "windows-1251",
    "win-1251": "windows-1251",
    "x-mac-cyrillic": "maccyrillic",
    "x-koi8-r": "koi8-r",
    "koi8": "koi8-r",
    "x-cp866": "ibm866",
    "iso-8859-1": "windows-1252",  # as browsers understand it
    "latin1": "windows-1252",
}

_ODD_ENOUGH = 0.08  # correct guesses stay under 0.02, wrong ones lie above 0.2
_WORDS_ENOUGH = 0.02  # a reading as little odd as this is one that fits
_RUBBISH = 0.25  # oddity of a line that no writing has
_TELLING = 12  # characters beyond ASCII by which a line can be judged
_LINES = 2_000  # looked at from the beginning, and as many from the end
_BY_NO_CHANCE = 4  # characters beyond ASCII that are well-formed UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes were understood.

    Attributes:
        text: Without the byte order mark, otherwise unchanged.
        encoding: Name of the encoding.
        notes: What a person should know; empty where nothing was guessed.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text.

    Raises:
        UnknownEncoding: No encoding makes writing of them.
        DamagedFile: There are NUL bytes, and it is not UTF-16.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, name), encoding)
    if b"\0" in data:
        return _without_mark(data, name)
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as fault:
        if _almost_utf8(data):
            raise _undecodable("UTF-8", fault.start, name) from fault
    return _guess(data, name)


def decode_declared(data: bytes, declared: str, name: str) -> Decoded:
    """Decode a text that tells its encoding, unless its bytes tell better.

    Old pages and tables were re-encoded by servers and editors that left what they
    say of themselves as it was. So the declared encoding holds if it makes writing
    of the bytes and no other makes far better writing of them.

    Args:
        data: The bytes.
        declared: The encoding's name as the text tells it; "" where it is silent.
        name: Of the file, for messages.

    Raises:
        UnknownEncoding: No encoding makes writing of them.
        DamagedFile: There are NUL bytes, and it is not UTF-16.
    """
    if not declared or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(data, name)
    told = _as_told(data, _CALLED.get(declared.lower(), declared.lower()))
    strange = strangeness(told.text) if told else _ODD_ENOUGH
    if told and strange < _WORDS_ENOUGH:
        return told
    try:
        found = decode(data, name)
    except (UnknownEncoding, DamagedFile):
        if told and strange < _ODD_ENOUGH:
            return told
        raise
    if told and strange - strangeness(found.text) < _WORDS_ENOUGH:
        return told
    note = f"it declares {declared!r}, but its bytes are {found.encoding.upper()}"
    return replace(found, notes=(note,))


def _as_told(data: bytes, encoding: str) -> Decoded | None:
    """Decode as a text says of itself; None where that cannot be so."""
    if not encoding.startswith("utf") and _surely_utf8(data):
        return None
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):  # an unknown name; bytes it has no letters for
        return None
    return None if "\0" in text else Decoded(text, encoding)


def _surely_utf8(data: bytes) -> bool:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return sum(c > "\x7f" for c in text[:SAMPLE]) >= _BY_NO_CHANCE


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(encoding.upper(), fault.start, name) from fault
    if "\0" in text:
        raise _nul(text.index("\0"), name)
    return text


def _without_mark(data: bytes, name: str) -> Decoded:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        known = sum(1 for c in text[:SAMPLE] if c.isspace() or c in ".,;" or c < "\x7f")
        if "\0" not in text and known and not _foreign(text):
            note = f"there is no byte order mark; read as {encoding.upper()}"
            return Decoded(text, encoding, (note,))
    raise _nul(data.index(b"\0"), name)


def _foreign(text: str) -> bool:
    """Tell whether it is the rubbish that UTF-16 makes of other bytes."""
    words = WORD.findall(text[:SAMPLE])
    strange = sum(1 for word in words if scripts(word) & {-1})
    return oddity(text) > _ODD_ENOUGH or strange * 10 > len(words)


def _almost_utf8(data: bytes) -> bool:
    """Tell whether all but a few characters beyond ASCII are well-formed UTF-8."""
    text = data.decode(errors="replace")
    wrong = text.count("�")
    right = sum(1 for c in text if c > "\x7f") - wrong
    # Two neighbouring letters of an eight-bit text can look like one of UTF-8.
    return right > 4 * wrong


def _guess(data: bytes, name: str) -> Decoded:
    found = cchardet.detect(data)["encoding"]
    first = str(found or "").lower()
    first = _WIDER.get(first, first)
    candidates = [first] if first in _TAKEN else []
    readings: list[tuple[float, int, Decoded]] = []
    for rank, encoding in enumerate(dict.fromkeys([*candidates, *_EIGHT_BIT])):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        note = f"the encoding was guessed: {encoding.upper()}"
        readings.append((strangeness(text), rank, Decoded(text, encoding, (note,))))
        if rank == 0 and candidates and readings[0][0] < _ODD_ENOUGH:
            return _of_one_piece(readings[0][2], name)
    best = min(readings, default=None, key=lambda reading: reading[:2])
    if best is None or best[0] >= _ODD_ENOUGH:
        raise UnknownEncoding(
            "the bytes are in no encoding that could be recognised",
            where=name,
            remedy="open the file in the program that made it and save it as UTF-8",
        )
    return _of_one_piece(best[2], name)


def _of_one_piece(found: Decoded, name: str) -> Decoded:
    """Refuse a text of which some lines are rubbish and would be writing elsewise.

    Files that were put together of others may change their encoding on the way. The
    beginning and the end are looked at.
    """
    lines = list(enumerate(found.text.split("\n"), start=1))
    looked = lines if len(lines) <= 2 * _LINES else lines[:_LINES] + lines[-_LINES:]
    for number, line in looked:
        told = sum(c > "\x7f" for c in line)
        if told < _TELLING or oddity(line) < _RUBBISH:
            continue
        raw = line.encode(found.encoding)
        for encoding in ("utf-8", *_EIGHT_BIT):
            try:
                fits = oddity(raw.decode(encoding)) < _WORDS_ENOUGH
            except UnicodeDecodeError:
                continue
            if fits and encoding != found.encoding:
                raise UnknownEncoding(
                    f"most of it is {found.encoding.upper()}, and this line is not",
                    where=f"{name}, line {number:,}",
                    remedy="two encodings are mixed: divide the file where they meet, "
                    "and save both parts as UTF-8",
                )
    return found


def _undecodable(encoding: str, offset: int, name: str) -> IntakeError:
    return UnknownEncoding(
        f"the text is {encoding} except for some bytes that are not",
        where=f"{name}, byte {offset:,}",
        remedy="two encodings are mixed, or the file was cut short: mend it in an "
        "editor and save it as UTF-8",
    )


def _nul(offset: int, name: str) -> IntakeError:
    return DamagedFile(
        "there is a NUL byte in the text",
        where=f"{name}, byte {offset:,}",
        remedy="the file is damaged or is not text: export it again as UTF-8",
    )
