"""Lists of nobody, written in every format and then broken in the ways that lists are.

Every row has a mark of its own in letters and figures that all encodings share, so
that it can be told of each whether the broken file still holds it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lives.benches.written import WRITERS, as_csv, as_dbf, as_html, as_xlsx

RECIPE: Final = """\
ignored = ["NR", "NOTE"]
[name]
full = "NAME"
[lookups.sentence]
"ВМН" = "death"
"10 лет" = "ten years of camp"
[[statements]]
kind = "birth"
when = "BORN"
where = "PLACE"
[[statements]]
kind = "arrest"
when = "ARREST"
[[statements]]
kind = "sentence"
what = { column = "SENTENCE", lookup = "sentence" }
"""
_HEAD = ("NR", "NAME", "BORN", "PLACE", "ARREST", "SENTENCE", "NOTE")
_STEMS = ("Лобан", "Ветров", "Озерн", "Тихан", "Саблен", "Долин", "Речан", "Сухар")
_GIVEN = ("Иван", "Пётр", "Николай", "Алексей", "Григорий", "Степан", "Яков", "Лев")
_PATRONYMICS = ("Иванович", "Петрович", "Ильич", "Львович", "Яковлевич", "Степанович")
_PLACES = ("Тула", "Пермь", "Омск", "с. Заречное", "Киев", "г. Рига, ул. Мира", "")
_NOTES = ("", "в деле справка", 'завод "Свет"', "две дочери; сын", "см. том 2, с. 14")
_ZIPPED = frozenset({".xlsx", ".ods"})
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-8", "utf-8-sig")
_FORMULAS = ("=1900+7", "=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+A1", "-2+3", '=""')
_HUGE = (40_000, 300_000, 1_200_000)  # characters of a cell
_Rows = list[list[str]]
_Made = tuple[str, bytes]  # the ending of its name, and the file


@dataclass(frozen=True, slots=True)
class Broken:
    """A list that was broken.

    Attributes:
        sort: How.
        name: Of the file.
        data: Its bytes.
        rows: The marks of all rows that it still holds.
        names: What may stand in its column of names; empty where letters were broken.
    """

    sort: str
    name: str
    data: bytes
    rows: frozenset[str]
    names: frozenset[str]


def broken(number: int, seed: int) -> Broken:
    """Make a list and break it; the same number and seed give the same bytes."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311  no secret
    sort = tuple(SORTS)[number % len(SORTS)]
    break_, legible = SORTS[sort]
    rows = _list(chance)
    marks = {row[0] for row in rows[1:]}
    ending, data = break_(chance, rows)
    held = {mark for mark in marks if ending in _ZIPPED or _holds(data, mark)}
    names = {" ".join(cell.split()) for row in rows for cell in row if legible}
    return Broken(
        sort, f"list{number:05}{ending}", data, frozenset(held), frozenset(names)
    )


def _list(chance: random.Random) -> _Rows:
    """Make a list of five to twenty rows, each with a mark that is only its own."""
    marks = chance.sample(range(10_000, 99_999), chance.randint(5, 20))
    return [list(_HEAD), *(_row(chance, mark) for mark in marks)]


def _row(chance: random.Random, mark: int) -> list[str]:
    surname = chance.choice(_STEMS) + chance.choice(("ов", "ин", "ский"))
    return [
        f"R{mark}",
        f"{surname} {chance.choice(_GIVEN)} {chance.choice(_PATRONYMICS)}",
        str(chance.randint(1870, 1915)),
        chance.choice(_PLACES),
        f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.1937",
        chance.choice(("ВМН", "10 лет", "10 лет", "15 лет", "")),
        chance.choice(_NOTES),
    ]


def _holds(data: bytes, mark: str) -> bool:
    return any(mark.encode(e) in data for e in ("ascii", "utf-16-le", "utf-16-be"))


def _written(chance: random.Random, rows: _Rows) -> _Made:
    ending = chance.choice(tuple(WRITERS))
    return ending, WRITERS[ending](rows)


# --- ways to break a file -----------------------------------------------------


def _cut(chance: random.Random, rows: _Rows) -> _Made:
    ending, data = _written(chance, rows)
    return ending, data[: chance.randrange(len(data))]


def _flip(chance: random.Random, rows: _Rows) -> _Made:
    ending, data = _written(chance, rows)
    return ending, _flipped(chance, data)


def _flipped(chance: random.Random, data: bytes, most: int = 8) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, most)):
        held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def _in_other_letters(chance: random.Random, rows: _Rows) -> _Made:
    encoding = chance.choice(_CYRILLIC)
    match chance.choice((".csv", ".htm", ".txt", ".dbf")):
        case ".htm":
            return ".htm", as_html(
                rows, encoding, chance.choice((*_CYRILLIC, "latin1"))
            )
        case ".dbf":
            page = chance.choice((0, 0x03, 0x26, 0x65, 0xC9))
            return ".dbf", as_dbf(rows, encoding.removesuffix("-sig"), page)
        case ".txt":
            return ".txt", WRITERS[".txt"](rows).decode().encode(encoding)
        case _:
            wide = chance.choice((encoding, "utf-16", "utf-16-le"))
            return ".csv", as_csv(rows, wide, chance.choice(",;\t"))


def _in_two_encodings(chance: random.Random, rows: _Rows) -> _Made:
    first, second = chance.sample(("cp1251", "koi8-r", "cp866", "utf-8"), 2)
    middle = chance.randrange(2, len(rows))
    return ".csv", as_csv(rows[:middle], first) + as_csv(rows[middle:], second)


def _columns_swapped(chance: random.Random, rows: _Rows) -> _Made:
    one, other = chance.sample(range(1, len(_HEAD)), 2)
    whole = chance.random() < 0.5  # noqa: PLR2004  headings and all, or some rows
    for row in rows if whole else chance.sample(rows[1:], 3):
        row[one], row[other] = row[other], row[one]
    return _written(chance, rows)


def _huge(chance: random.Random, rows: _Rows) -> _Made:
    column = chance.randrange(1, len(_HEAD))
    words = chance.choice(("слово ", "x", "1937 "))
    row = chance.choice(rows[1:])
    row[column] = (words * (chance.choice(_HUGE) // len(words))).strip()
    ending = chance.choice((".csv", ".xlsx", ".ods", ".htm"))
    return ending, WRITERS[ending](rows)


def _formulas(chance: random.Random, rows: _Rows) -> _Made:
    for _ in range(chance.randint(1, 6)):
        column = chance.randrange(1, len(_HEAD))
        chance.choice(rows[1:])[column] = chance.choice(_FORMULAS)
    ending = chance.choice((".csv", ".xlsx", ".xlsx", ".ods"))
    return ending, WRITERS[ending](rows)


def _nul(chance: random.Random, rows: _Rows) -> _Made:
    ending = chance.choice((".csv", ".txt", ".htm", ".dbf"))
    data = WRITERS[ending](rows)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        data = data[:at] + b"\0" + data[at + chance.randint(0, 1) :]
    return ending, data


def _ragged(chance: random.Random, rows: _Rows) -> _Made:
    for row in chance.sample(rows[1:], chance.randint(1, 3)):
        if chance.random() < 0.5:  # noqa: PLR2004
            del row[chance.randrange(1, len(row)) :]
        else:
            row.insert(chance.randrange(1, len(row)), "лишнее")
    ending = chance.choice((".csv", ".htm", ".xlsx", ".ods"))
    return ending, WRITERS[ending](rows)


def _quotes(chance: random.Random, rows: _Rows) -> _Made:
    data = as_csv(rows, "utf-8", chance.choice(",;")).decode()
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        data = data[:at] + '"' + data[at:]
    return ".csv", data.encode()


def _line_ends(chance: random.Random, rows: _Rows) -> _Made:
    for row in chance.sample(rows[1:], 2):
        row[-1] += chance.choice(("\n", "\r\n", "\r")) + "далее"
    lines = as_csv(rows).decode().split("\n")
    ends = [chance.choice(("\n", "\r\n", "\r", "\n\n")) for _ in lines]
    text = "".join(line + end for line, end in zip(lines, ends, strict=True))
    return ".csv", text.encode()


def _zip(chance: random.Random, rows: _Rows) -> _Made:
    ending = chance.choice(tuple(_ZIPPED))
    data = WRITERS[ending](rows)
    if chance.random() < 0.5:  # noqa: PLR2004
        return ending, _flipped(chance, data, 3)
    at = chance.randrange(len(data))
    return ending, data[:at] + data[at + chance.randint(1, 60) :]


def _dbf(chance: random.Random, rows: _Rows) -> _Made:
    data = bytearray(as_dbf(rows))
    match chance.randrange(4):
        case 0:  # what the header says
            data[chance.randrange(32)] = chance.randrange(256)
        case 1:  # what it says of the columns
            data[chance.randrange(32, 32 * (len(_HEAD) + 1))] = chance.randrange(256)
        case 2:  # records more or fewer than it says
            data[4] = max(0, data[4] + chance.choice((-2, -1, 1, 2)))
        case _:
            return ".dbf", _flipped(chance, bytes(data))
    return ".dbf", bytes(data)


def _xls(chance: random.Random, rows: _Rows) -> _Made:
    data = WRITERS[".xls"](rows)
    if chance.random() < 0.3:  # noqa: PLR2004
        return ".xls", data[: chance.randrange(len(data))]
    return ".xls", _flipped(chance, data, 20)


def _html(chance: random.Random, rows: _Rows) -> _Made:
    data = as_html(rows).decode()
    tags = ("<tr>", "</tr>", "</td>", "<td>", "<table>", "</table>", "<th>", "</html>")
    for _ in range(chance.randint(1, 5)):
        tag = chance.choice(tags)
        parts = data.split(tag)
        at = chance.randrange(1, len(parts)) if len(parts) > 1 else 0
        new = chance.choice(("", "", tag * 2, "<", "&", "<b>", "<div>", "<table>"))
        if at:
            data = tag.join(parts[:at]) + new + tag.join(parts[at:])
    return ".htm", data.encode()


def _headings(chance: random.Random, rows: _Rows) -> _Made:
    blank = [""] * len(_HEAD)
    match chance.randrange(7):
        case 0:
            del rows[0]
        case 1:
            rows.insert(chance.randrange(2, len(rows)), list(_HEAD))
        case 2:
            rows.insert(0, ["Список", *blank[1:]])
        case 3:
            rows[0][chance.randrange(len(_HEAD))] = chance.choice(("", "NAME", "XX"))
        case 4:
            rows.append(["", "Итого", "7", *blank[3:]])
        case 5:
            rows.insert(chance.randrange(1, len(rows)), blank)
        case _:
            upper = ["", "", "LIFE", "", "", "", ""]
            return ".xlsx", as_xlsx([upper, *rows], ["C1:D1"])
    return _written(chance, rows)


def _out_of_line(chance: random.Random, rows: _Rows) -> _Made:
    lines = WRITERS[".txt"](rows).decode().split("\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        place = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:place] + " " * chance.randint(0, 9) + lines[at][place:]
    return ".txt", "\n".join(lines).encode()


SORTS: Final[dict[str, tuple[Callable[[random.Random, _Rows], _Made], bool]]] = {
    "cut short": (_cut, False),
    "bytes altered": (_flip, False),
    "another encoding, or a false one told": (_in_other_letters, True),
    "two encodings in one file": (_in_two_encodings, False),
    "columns swapped": (_columns_swapped, True),
    "a huge cell": (_huge, True),
    "formulas": (_formulas, True),
    "NUL bytes": (_nul, False),
    "ragged rows": (_ragged, True),
    "broken quotation marks": (_quotes, False),
    "mixed line ends": (_line_ends, True),
    "a damaged ZIP": (_zip, True),
    "a damaged DBF": (_dbf, False),
    "a damaged XLS": (_xls, False),
    "damaged tags": (_html, False),
    "headings gone, doubled or joined": (_headings, True),
    "columns out of line": (_out_of_line, False),
}
