"""Broken lists: each read whole, or refused and counted, and nothing lost in silence.

    python -m lives.benches.fuzz_lists --number 1000 --seed 1

Every list is added to an archive and read by a recipe. Then one of three things must
be true. The file was refused, with a code, and the archive is what it was, byte for
byte. Or the list was refused by its recipe, with a code. Or it was read: then every
row that the broken file still holds has a person in the archive or a refusal that is
counted, and no name was read in letters that the list does not have.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from lives.benches.bad_input import digest
from lives.benches.broken import RECIPE, SORTS, Broken, broken
from lives.benches.command import Told, attempt
from lives.extract.columns.reader import read_columns
from lives.extract.extractor import Document
from lives.intake.reader import read_document
from lives.model.errors import ExtractError, Several
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention
from lives.model.passage import BlockForm, TextAsRead
from lives.model.refusal import Refusal
from lives.model.source import Source

_AT_ONCE = 25  # lists in an archive: building one list at a time takes longest
_FORESEEN = ("IN", "EX")  # codes of a file and of a list that cannot be read


class End(StrEnum):
    """What came of a list."""

    READ = "read"
    PARTLY = "with refusals"
    LIST = "list refused"
    FILE = "file refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a broken list.

    Attributes:
        broken: The list.
        end: What came of it.
        wrong: What should not have been; empty where all was right.
        persons: Rows that were read.
        refused: Cells and rows that were refused and counted.
    """

    broken: Broken
    end: End
    wrong: tuple[str, ...] = ()
    persons: int = 0
    refused: int = 0


def outcomes(number: int, seed: int, folder: Path) -> Iterator[Outcome]:
    """Break so many lists, and yield what came of each; archives lie in the folder."""
    lists = [broken(each, seed) for each in range(number)]
    for first in range(0, number, _AT_ONCE):
        place = folder / f"{first:06}"
        place.mkdir()
        yield from _together(lists[first : first + _AT_ONCE], place)


def _together(lists: Sequence[Broken], folder: Path) -> Iterator[Outcome]:
    archive = folder / "archive"
    (folder / "list.toml").write_text(RECIPE, encoding="utf-8")
    attempt("new", str(archive), "--title", "Broken lists")
    added = []
    for one in lists:
        refused = _added(one, archive)
        if refused is None:
            added.append(one)
        else:
            yield refused
    status, _, errors = attempt("--archive", str(archive), "build")
    unforeseen = _unforeseen(status, errors)
    counts = _mentions(archive)
    for one in added:
        outcome = checked(one, status, counts[one.name], _refused(archive, one))
        yield replace(outcome, wrong=(*outcome.wrong, *unforeseen))
    _, verified, faults = attempt("--archive", str(archive), "verify")
    if faults:
        raise RuntimeError(f"the archive does not verify: {faults}, {verified}")


def _added(one: Broken, archive: Path) -> Outcome | None:
    """Add a list; return what came of it if it was refused."""
    path = archive.parent / one.name
    path.write_bytes(one.data)
    before = digest(archive)
    recipe = str(archive.parent / "list.toml")
    status, _, errors = attempt(
        "--archive", str(archive), "add", str(path), "--recipe", recipe
    )
    if status == 0:
        return None
    wrong = list(_unforeseen(status, errors))
    if len(errors) != 1:
        wrong.append(f"{len(errors)} errors for one file")
    if digest(archive) != before:
        wrong.append("the archive was changed")
    return Outcome(one, End.FILE, tuple(wrong))


def _unforeseen(status: int, errors: Sequence[Told]) -> tuple[str, ...]:
    if status and not errors:
        return (f"it ended with {status} and told nothing",)
    strange = {e.code: e.what for e in errors if not e.code.startswith(_FORESEEN)}
    return tuple(f"[{code}] {what}" for code, what in strange.items())


def _mentions(archive: Path) -> Counter[str]:
    """Count the persons read of each file, by what the archive exports."""
    target = archive.parent / "export"
    attempt("--archive", str(archive), "export", str(target), "--format", "jsonl")
    path = target / "mentions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return Counter(json.loads(line)["document"] for line in lines)


def _refused(archive: Path, one: Broken) -> int:
    status, told, _ = attempt("--archive", str(archive), "recipe", "refused", one.name)
    return int(told["refused"]) if status == 0 else 0


def checked(one: Broken, status: int, persons: int, counted: int) -> Outcome:
    """Compare what the archive holds of a list with what the list holds.

    Args:
        one: The list.
        status: With which the build ended that read it with others.
        persons: Who the archive says are in it.
        counted: How many refusals it says there are.
    """
    _, read = read_document(one.data, one.name)
    source, recipe = Source(SourceId("x")), tomllib.loads(RECIPE)
    document = Document(CaptureId("0" * 64), one.name, source, read, recipe, "list")
    try:
        found = list(read_columns(document))
    except (ExtractError, Several):
        silent = persons or counted or status == 0
        both = ("its recipe refuses it, and the build does not",) if silent else ()
        return Outcome(one, End.LIST, both)
    mentions = [x for x in found if isinstance(x, Mention)]
    refusals = [x for x in found if isinstance(x, Refusal)]
    wrong = [
        *_lost(one, read, [*mentions, *refusals]),
        *_misread(one, mentions),
    ]
    if persons != len(mentions):
        wrong.append(f"{persons} persons are held of {len(mentions)}")
    if counted != len(refusals):
        wrong.append(f"{counted} refusals are counted of {len(refusals)}")
    end = End.PARTLY if refusals else End.READ
    return Outcome(one, end, tuple(wrong), persons, counted)


def _lost(
    one: Broken, read: TextAsRead, found: Sequence[Mention | Refusal]
) -> Iterator[str]:
    """Tell of rows of the file of which the archive says nothing."""
    starts = {x.start for x in found}
    rows = [b for b in read.blocks if b.form is BlockForm.ROW]
    kept = {
        mark
        for block in rows
        if not starts.isdisjoint(range(block.start, block.end + 1))
        for mark in one.rows
        if mark in read.text[block.start : block.end]
    }
    lost = sorted(one.rows - kept)
    if lost:
        yield f"{len(lost)} rows lost, {lost[0]} first"


def _misread(one: Broken, mentions: Sequence[Mention]) -> Iterator[str]:
    if one.names:
        strange = [
            m.text for m in mentions if " ".join(m.text.split()) not in one.names
        ]
        if strange:
            yield f"{len(strange)} names misread, {strange[0]!r} first"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    table: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        for one in outcomes(told.number, told.seed, Path(name)):
            table[one.broken.sort] += Counter(
                {one.end: 1, "persons": one.persons, "refused": one.refused}
            )
            if one.wrong:
                wrong.append(one)
                print(f"WRONG {one.broken.name} ({one.broken.sort}): {one.wrong}")
    columns = (*End, "persons", "refused")
    print(f"{'':40}" + "".join(f"{column:>14}" for column in columns))
    for sort in SORTS:
        counts = "".join(f"{table[sort][column]:>14}" for column in columns)
        print(f"{sort:40}{counts}")
    whole = sum(table.values(), Counter[str]())
    print(f"{'all':40}" + "".join(f"{whole[column]:>14}" for column in columns))
    print(f"{len(wrong)} of {told.number} not as they should be")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    _main()
