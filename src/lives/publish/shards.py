"""The index of names that a page searches, as scripts.

A page opened from a folder may not read files, but may run scripts beside it. So the
index is cut into small scripts, and a page runs only those a query needs:

    search/tables.js   the rules by which a page reads names, and how many shards
    search/k/N.js      key -> words of names filed under it
    search/w/N.js      word -> numbers of the persons who bear it
    search/p/N.js      persons by number: identifier, label, dates, spellings
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lives.reading.names_filed import keys, name_words
from lives.reading.names_scripts import plain_latin
from lives.reading.names_sound import AMBIGUOUS, RULES

_PERSONS_A_SHARD = 400
_WORDS_A_SHARD = 400
_KEYS_A_SHARD = 1_500
# Scripts whose letters the reading of names writes in Latin ones.
_LETTERS = (range(0xC0, 0x250), range(0x2B0, 0x2C0), range(0x400, 0x530),
            range(0x10D0, 0x1100), range(0x1E00, 0x1F00))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """What a hit shows of a person."""

    id: str
    label: str
    dates: str
    names: tuple[str, ...]


def write_shards(folder: Path, cards: Iterable[Card]) -> None:
    """Write the index of some persons into a new folder."""
    for shelf in "kwp":
        (folder / shelf).mkdir(parents=True)
    bearers: dict[str, array[int]] = {}
    total = 0
    batch: list[Card] = []
    for number, card in enumerate(cards):
        total += 1
        # No set: its order, and so the bytes of the shards, would change by the run.
        told = (card.label, *card.names)
        for word in dict.fromkeys(w for name in told for w in name_words(name)):
            bearers.setdefault(word, array("L")).append(number)
        batch.append(card)
        if len(batch) == _PERSONS_A_SHARD:
            _write_persons(folder, number // _PERSONS_A_SHARD, batch)
            batch = []
    if batch:
        _write_persons(folder, total // _PERSONS_A_SHARD, batch)
    filed: dict[str, list[str]] = {}
    for word in sorted(bearers):
        for key in keys(word):
            filed.setdefault(key, []).append(word)
    sizes = {
        "k": _write_shelf(folder, "k", filed, _KEYS_A_SHARD),
        "w": _write_shelf(
            folder, "w", {w: list(n) for w, n in bearers.items()}, _WORDS_A_SHARD
        ),
        "p": _PERSONS_A_SHARD,
    }
    tables = key_tables() | {"shards": sizes, "persons": total}
    _write(folder / "tables.js", f"livesTables({_json(tables)});")


def key_tables() -> dict[str, object]:
    """Return the rules of `lives.reading.names_sound` in a form a page can follow."""
    letters = {
        chr(code): plain
        for block in _LETTERS
        for code in block
        if chr(code) == chr(code).lower() and (plain := plain_latin(chr(code)))
    }
    return {
        "letters": letters,
        "rules": [[rule.pattern, _replacement(new)] for rule, new in RULES],
        "ambiguous": [
            [rule.pattern, [_replacement(new) for new in readings]]
            for rule, readings in AMBIGUOUS
        ],
    }


def shard_of(key: str, shards: int) -> int:
    """Return the shard a key lies in: FNV-1a over its code points.

    >>> shard_of("", 7) == 2166136261 % 7
    True
    """
    value = 2166136261
    for letter in key:
        value = ((value ^ ord(letter)) * 16777619) & 0xFFFFFFFF
    return value % shards


def _replacement(python: str) -> str:
    return python.replace("\\1", "$1")


def _write_persons(folder: Path, number: int, cards: list[Card]) -> None:
    rows = [[c.id, c.label, c.dates, list(c.names)] for c in cards]
    _write(folder / "p" / f"{number}.js", f'livesShard("p",{number},{_json(rows)});')


def _write_shelf(
    folder: Path, shelf: str, entries: Mapping[str, Sequence[object]], size: int
) -> int:
    """Spread entries over as many shards as keep each small; return how many."""
    shards = max(1, -(-len(entries) // size))
    spread: list[dict[str, Sequence[object]]] = [{} for _ in range(shards)]
    for key, value in entries.items():
        spread[shard_of(key, shards)][key] = value
    for number, held in enumerate(spread):
        script = f'livesShard("{shelf}",{number},{_json(held)});'
        _write(folder / shelf / f"{number}.js", script)
    return shards


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, script: str) -> None:
    path.write_text(script + "\n", encoding="utf-8", newline="\n")
