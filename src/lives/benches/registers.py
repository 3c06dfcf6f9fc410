"""How well terse entries are read: statements found and right, beside gold.

    python -m lives.benches.registers tests/quality/entries/entries.jsonl
    python -m lives.benches.registers tests/quality/entries/uk.jsonl --language uk

Gold gives for each entry the statements that a careful reader marks. A statement is
found if one of the same kind, about the same person and with the same modality has no
value that differs from gold; a value agrees if one of the two holds the other, since a
preposition more or less is no error. A value that gold has and the reader leaves out
is counted as missing, and does not make the rest wrong.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lives.extract.entries.entry import Entry, Said
from lives.extract.entries.reader import read_entry
from lives.extract.entries.vocabulary import vocabulary

Gold = Mapping[str, Any]
_WORDS = ("place", "what", "group")
_OPEN = ' .,;:–—-«»"()'


@dataclass(slots=True)
class Score:
    """Counts over a file.

    Attributes:
        gold: Statements of the gold.
        read: Statements that were read.
        matched: Those that are one and the same.
        missing: Values of matched gold statements that the reader leaves empty, by
            field.
        held: Values of matched gold statements, by field.
        as_fact: Charges of the gold that were read as anything else.
        faults: What is missing (``-``) or too much (``+``), for `--list`.
    """

    gold: int = 0
    read: int = 0
    matched: int = 0
    missing: dict[str, int] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    as_fact: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was read that gold has."""
        return self.matched / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was read."""
        return self.matched / self.gold if self.gold else 1.0


def score(path: Path, language: str) -> Score:
    """Read every entry of a file and compare it with its gold."""
    total = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            told = json.loads(line)
            _add(total, told, read_entry(body(told), vocabulary(language)))
    return total


def body(told: Gold) -> str:
    """Return an entry without the name that heads it, as a recipe would cut it off."""
    text, name = str(told["text"]), str(told.get("name") or "")
    return text.removeprefix(name).lstrip(" ,.;–—-") if name else text


def _add(total: Score, told: Gold, entry: Entry) -> None:
    left = list(entry.said)
    left += _kin(entry)
    total.read += len(left)
    total.gold += len(told["gold"])
    for gold in sorted(told["gold"], key=_particular):
        found = next((s for s in left if _same(s, gold)), None)
        if found is None:
            total.faults.append(f"{told['id']} - {_told(gold)}")
            continue
        left.remove(found)
        total.matched += 1
        for name in ("date", *_WORDS):
            if gold[name]:
                total.held[name] = total.held.get(name, 0) + 1
                if not _value(found, name):
                    total.missing[name] = total.missing.get(name, 0) + 1
                    total.faults.append(f"{told['id']} ? {name} of {_told(gold)}")
    for said in left:
        total.faults.append(f"{told['id']} + {_read(said)}")
        total.as_fact += _is_charge(said, told["gold"])


def _kin(entry: Entry) -> Iterator[Said]:
    """Yield the kinship that every relative brings with him."""
    for number, person in enumerate(entry.people):
        yield Said(
            "kinship",
            person.start,
            person.end,
            "",
            what=person.relation,
            about=number,
        )


def _particular(gold: Gold) -> int:
    return -sum(bool(gold[name]) for name in ("date", *_WORDS))


def _same(said: Said, gold: Gold) -> bool:
    if said.kind != gold["kind"] or said.modality != gold["modality"]:
        return False
    if (said.about is None) is not (gold["about"] == "self"):
        return False
    if said.kind == "kinship":
        return True
    date = _since(said.when.edtf if said.when else "")
    if date and gold["date"] and date != _since(gold["date"]):
        return False
    return all(_agree(_value(said, name), gold[name] or "") for name in _WORDS)


def _since(date: str) -> str:
    """Return a date without its open end: "since 1926" is 1926 and what follows."""
    return date.removesuffix("/..")


def _agree(ours: str, theirs: str) -> bool:
    if not ours or not theirs:
        return True
    one, two = (_bare(words) for words in (ours, theirs))
    return one in two or two in one


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).strip(_OPEN)


def _value(said: Said, name: str) -> str:
    if name == "date":
        return said.when.edtf if said.when else ""
    return str(getattr(said, "where" if name == "place" else name))


def _is_charge(said: Said, gold: Sequence[Gold]) -> bool:
    """Tell whether something that gold has as a charge was read as a fact."""
    words = _bare(said.what)
    charges = [_bare(g["what"] or "") for g in gold if g["kind"] == "charge"]
    return said.kind != "charge" and bool(words) and words in charges


def _told(gold: Gold) -> str:
    values = (gold["date"], *(gold[name] for name in _WORDS))
    about = "" if gold["about"] == "self" else f" of {gold['about']}"
    modality = "" if gold["modality"] == "asserted" else f" {gold['modality']}"
    return f"{gold['kind']}{about}{modality}: {' | '.join(v or '' for v in values)}"


def _read(said: Said) -> str:
    values = [_value(said, name) for name in ("date", *_WORDS)]
    about = "" if said.about is None else f" of {said.about}"
    modality = "" if said.modality == "asserted" else f" {said.modality}"
    return f"{said.kind}{about}{modality}: {' | '.join(values)}"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="ru")
    parser.add_argument("--list", action="store_true", help="what differs")
    told = parser.parse_args()
    found = score(told.file, told.language)
    for fault in found.faults if told.list else ():
        print(fault)
    print(
        f"precision {found.precision:.3f} ({found.matched} of {found.read}), "
        f"recall {found.recall:.3f} ({found.matched} of {found.gold}), "
        f"charges read as anything else {found.as_fact}"
    )
    for name, held in found.held.items():
        print(f"  {name}: {held - found.missing.get(name, 0)} of {held} given")


if __name__ == "__main__":
    _main()
