"""How much of the entries of a register is accounted for, and what is left.

    python -m lives.benches.accounting LIST.csv --column bio
    python -m lives.benches.accounting ENTRIES.txt.gz --divider "---"

Every letter and figure of an entry belongs to a statement, to something that was left
aside by name, or to what nobody could read. The last is what this counts, and shows by
how it begins. Beside it: in how many entries there is a statement of each kind, and how
many entries one core reads in a second.
"""

import argparse
import csv
import gzip
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lives.extract.entries.entry import Entry
from lives.extract.entries.reader import read_entry
from lives.extract.entries.vocabulary import vocabulary

_SIGN = re.compile(r"\w")
_FIGURES = re.compile(r"\d+")
_BEGINS = 40  # code points by which what is left is sorted
_SHOWN = 25


@dataclass(slots=True)
class Account:
    """What became of the entries of a register.

    Attributes:
        entries: How many were read.
        signs: Letters and figures in them.
        accounted: Those in statements or left aside by name.
        whole: Entries of which nothing is left.
        kinds: In how many entries there is a statement of a kind, with a date or a
            place: ``birth``, ``birth, dated``, ``birth, placed``.
        left: How often words that begin so were left.
        seconds: Of the processor.
    """

    entries: int = 0
    signs: int = 0
    accounted: int = 0
    whole: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, text: str, entry: Entry) -> None:
        """Count one entry."""
        held = bytearray(len(text))
        spans = [(one.start, one.end) for one in entry.said]
        spans += [(one.start, one.end) for one in entry.ignored]
        spans += [(one.start, one.end) for one in entry.names]
        spans += [(one.start, one.end) for one in entry.people]
        for start, end in spans:
            held[start:end] = b"\1" * (end - start)
        signs = [found.start() for found in _SIGN.finditer(text)]
        accounted = sum(held[at] for at in signs)
        self.entries += 1
        self.signs += len(signs)
        self.accounted += accounted
        self.whole += accounted == len(signs)
        told = {said.kind for said in entry.said}
        told |= {f"{said.kind}, dated" for said in entry.said if said.when}
        told |= {f"{said.kind}, placed" for said in entry.said if said.where}
        self.kinds.update(told)
        for one in entry.unread:
            words = text[one.start : one.end][:_BEGINS].replace("\n", " ")
            self.left[_FIGURES.sub("#", words)] += 1


def account(texts: Iterator[str], language: str) -> Account:
    """Read entries, and say what became of them."""
    words = vocabulary(language)
    found = Account()
    for text in texts:
        began = time.process_time()
        entry = read_entry(text, words)
        found.seconds += time.process_time() - began
        found.add(text, entry)
    return found


def column(path: Path, name: str) -> Iterator[str]:
    """Yield the cells of a column of a list."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row[name]


def divided(path: Path, divider: str) -> Iterator[str]:
    """Yield the entries of a text, gzipped or not, between lines of a divider."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        held: list[str] = []
        for line in file:
            if line.strip() == divider:
                yield "".join(held).rstrip("\n")
                held = []
            else:
                held.append(line)
        if held:
            yield "".join(held).rstrip("\n")


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--column", help="of a list in CSV")
    parser.add_argument(
        "--divider", default="---", help="line between entries of a text"
    )
    parser.add_argument("--language", default="ru")
    told = parser.parse_args()
    texts = (
        column(told.file, told.column)
        if told.column
        else divided(told.file, told.divider)
    )
    found = account(texts, told.language)
    print(
        f"{found.entries} entries; letters and figures accounted for "
        f"{found.accounted / found.signs:.4f}; entries wholly "
        f"{found.whole / found.entries:.4f}; "
        f"{found.entries / found.seconds:.0f} entries a second on one core"
    )
    for name, count in found.kinds.most_common():
        print(f"  {name:28}{count:>8}{count / found.entries:>8.4f}")
    print(f"left unread, {sum(found.left.values())} stretches; the most frequent:")
    for words, count in found.left.most_common(_SHOWN):
        print(f"  {count:>6}  {words}")


if __name__ == "__main__":
    _main()
