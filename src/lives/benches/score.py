"""Score an export against an annotation: what was found, and what was right.

    python -m lives.benches.score GOLD EXPORT [--window START:END]

Both folders hold `mentions.jsonl`, `statements.jsonl` and, where there are any,
`aggregates.jsonl` and `citations.jsonl`, as `lives export` writes them; a gold row may
leave fields out. An annotation is never exhaustive for statements, so the share of
statements that match it is a floor of their precision.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

Row = dict[str, Any]

# A source may word one event in ways that fall under neighbouring kinds.
NEAR = (
    {"execution", "killing", "death"},
    {"killing", "disappearance"},
    {"suicide", "death"},
    {"imprisonment", "camp", "detention"},
    {"expulsion", "exile", "deportation"},
    {"office", "occupation", "military_service"},
    {"membership", "office"},
    {"charge", "trial", "sentence"},
    {"charge", "killing"},
    {"charge", "confession", "testimony"},
    {"escape", "residence", "journey", "emigration"},
    {"authorship", "speech"},
    {"acquaintance", "kinship", "marriage"},
    {"protest", "hunger_strike"},
)


@dataclass(frozen=True, slots=True)
class Score:
    """What an export is worth; every figure from 0 to 1, or a count.

    Attributes:
        mentions: F1 of names by their exact spans.
        persons: B-cubed F1 of who is who among the names found.
        recall: Share of the annotated statements that were found.
        agree: Share of the sure statements that match an annotated one.
        as_fact: Annotated charges, rumours and denials that were read as asserted.
        claims: F1 of numbers about groups, by overlap.
        citations: F1 of works cited, by overlap.
    """

    mentions: float
    persons: float
    recall: float
    agree: float
    as_fact: int
    claims: float
    citations: float


def rows(folder: Path, name: str, window: tuple[int, int]) -> list[Row]:
    """Read the rows of a file that begin inside a window; none if there is no file."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.strip()]
    return [row for row in found if window[0] <= row.get("start", 0) < window[1]]


def score(gold: Path, export: Path, window: tuple[int, int] = (0, 1 << 60)) -> Score:
    """Score an export against an annotation of the same text."""
    named = rows(gold, "mentions", window)
    read = [
        row
        for row in rows(export, "mentions", window)
        if row.get("kind", "name") == "name"
    ]
    pairs = _pairs(named, read)
    said = rows(gold, "statements", window)
    found = rows(export, "statements", window)
    hits = _hits(said, found, _whom(pairs))
    kinds = {row["type"] for row in said}
    offered = sum(row["type"] in kinds for row in found)
    doubted = [(g, f) for g, f in hits if g["modality"] != "asserted"]
    return Score(
        _f1(len(_pairs(named, read, exact=True)), len(named), len(read)),
        _b_cubed(pairs),
        len(hits) / (len(said) or 1),
        len(hits) / (offered or 1),
        sum(f["modality"] == "asserted" for _, f in doubted),
        _overlapping(gold, export, "aggregates", window),
        _overlapping(gold, export, "citations", window),
    )


def _f1(hit: int, gold: int, read: int) -> float:
    return 2 * hit / (gold + read) if gold + read else 0.0


def _overlap(one: Row, two: Row) -> int:
    shared = min(one["end"], two["end"]) - max(one["start"], two["start"])
    return max(0, int(shared))


def _pairs(
    gold: Sequence[Row], read: Sequence[Row], *, exact: bool = False
) -> list[tuple[Row, Row]]:
    """Pair spans one to one, those that cover each other best first."""
    ranked = []
    for i, one in enumerate(gold):
        for j, two in enumerate(read):
            shared = _overlap(one, two)
            same = (one["start"], one["end"]) == (two["start"], two["end"])
            if shared and (same or not exact):
                longest = max(row["end"] - row["start"] for row in (one, two))
                ranked.append((shared / longest, -i, -j))
    return [(gold[-i], read[-j]) for _, i, j in _one_to_one(ranked)]


def _one_to_one(ranked: list[tuple[Any, int, int]]) -> list[tuple[Any, int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for entry in sorted(ranked, reverse=True):
        if entry[1] not in left and entry[2] not in right:
            left.add(entry[1])
            right.add(entry[2])
            kept.append(entry)
    return kept


def _whom(pairs: Sequence[tuple[Row, Row]]) -> dict[str, str]:
    """Tell whom each person of the export mostly is."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, read in pairs:
        votes[read["person"]][gold["person"]] += 1
    return {person: count.most_common(1)[0][0] for person, count in votes.items()}


def _b_cubed(pairs: Sequence[tuple[Row, Row]]) -> float:
    by_gold: dict[str, set[int]] = defaultdict(set)
    by_read: dict[str, set[int]] = defaultdict(set)
    for i, (gold, read) in enumerate(pairs):
        by_gold[gold["person"]].add(i)
        by_read[read["person"]].add(i)
    precision = recall = 0.0
    for gold, read in pairs:
        both = len(by_gold[gold["person"]] & by_read[read["person"]])
        precision += both / len(by_read[read["person"]])
        recall += both / len(by_gold[gold["person"]])
    both_rates = precision + recall
    return 2 * precision * recall / (len(pairs) * both_rates) if both_rates else 0.0


def _near(one: str, two: str) -> bool:
    return one == two or any({one, two} <= group for group in NEAR)


def _hits(
    gold: Sequence[Row], read: Sequence[Row], whom: dict[str, str]
) -> list[tuple[Row, Row]]:
    """Pair statements one to one: near kinds, shared words, the same person.

    A person whose key begins with "u_" is not named; whoever the export takes for
    nobody named may be that person.
    """
    ranked = []
    for i, one in enumerate(gold):
        for j, two in enumerate(read):
            who = whom.get(two["person"])
            same = who == one["person"]
            same = same or (who is None and one["person"].startswith("u_"))
            if same and _near(one["type"], two["type"]) and _overlap(one, two):
                rank = (one["type"] == two["type"], _overlap(one, two))
                ranked.append((rank, -i, -j))
    return [(gold[-i], read[-j]) for _, i, j in _one_to_one(ranked)]


def _overlapping(gold: Path, export: Path, name: str, window: tuple[int, int]) -> float:
    marked, read = rows(gold, name, window), rows(export, name, window)
    return _f1(len(_pairs(marked, read)), len(marked), len(read))


@click.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("export", type=click.Path(exists=True, path_type=Path))
@click.option("--window", default="", help="START:END, in code points.")
def main(gold: Path, export: Path, window: str) -> None:
    """Print what an export is worth against an annotation."""
    first, _, last = window.partition(":")
    span = (int(first or 0), int(last or 1 << 60))
    found = score(gold, export, span)
    print(f"mentions, exact spans     F1 {found.mentions:.3f}")
    print(f"persons, B-cubed          F1 {found.persons:.3f}")
    print(f"statements found          {found.recall:.3f}")
    print(f"sure ones that match      {found.agree:.3f}")
    print(f"charge or rumour as fact  {found.as_fact}")
    print(f"numbers about groups      F1 {found.claims:.3f}")
    print(f"works cited               F1 {found.citations:.3f}")


if __name__ == "__main__":
    main()
