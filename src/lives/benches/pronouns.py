"""How well pronouns are resolved, on two public corpora beside a baseline.

    python -m lives.benches.pronouns --data ../shared/data/ner

LitBank: of the "he" and "she" of the 15 books in which nothing was learned, whose
bearer was named before, the share that is resolved rightly when all mentions are given.
GAP: F1 of "it is A" and "it is B" on the test part, all, masculine and feminine, and
their ratio, when the pronoun must mean one of the two. The baseline takes the latest
who can be meant. The last table is the work as it is done: with the reader's own
names, among everyone it saw, and with the right to leave a pronoun unresolved.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lives.benches.coreference import (
    HELD_OUT,
    Book,
    Marked,
    Passage,
    gap,
    litbank,
    marked_as_read,
    marked_in_passage,
    with_syntax,
)
from lives.benches.oracle import Oracle
from lives.extract.english.ranker import Ranker, ranker

Judge = Callable[[Marked], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Gap:
    """F1 on GAP: over all, masculine, feminine."""

    overall: float
    masculine: float
    feminine: float

    @property
    def bias(self) -> float:
        """Return the feminine figure over the masculine one."""
        return self.feminine / self.masculine if self.masculine else 0.0


@dataclass(frozen=True, slots=True)
class Made:
    """What was resolved: the share that is right, and of how many that could be."""

    precision: float
    coverage: float


def by(weighs: Ranker) -> Judge:
    """Weigh candidates as the reader does."""
    return lambda marked: weighs.probabilities(marked.question)


def by_recency(marked: Marked) -> Sequence[float]:
    """Prefer the latest meant."""
    return [-float(place) for place in range(len(marked.question.candidates))]


def accuracy(marked: Sequence[Marked], judge: Judge) -> float:
    """Return the share of pronouns whose foremost candidate is right.

    Only those are counted that mean someone named before.
    """
    asked = [one for one in marked if one.named]
    return sum(_foremost(judge(one)) in one.right for one in asked) / len(asked)


def _foremost(points: Sequence[float]) -> int:
    return max(range(len(points)), key=points.__getitem__, default=-1)


def gap_f1(
    passages: Sequence[Passage], asked: Sequence[Marked | None], judge: Judge
) -> Gap:
    """Return F1 of passages whose pronoun must mean A or B.

    Args:
        passages: The passages.
        asked: The same as the reader sees them; None where it sees no pronoun.
        judge: What weighs the candidates.
    """
    rows = list(zip(passages, asked, strict=True))
    return Gap(
        _f1(rows, judge),
        _f1([row for row in rows if not row[0].feminine], judge),
        _f1([row for row in rows if row[0].feminine], judge),
    )


def _f1(rows: Sequence[tuple[Passage, Marked | None]], judge: Judge) -> float:
    right = said = true = 0
    for passage, marked in rows:
        answer = _answer(marked, judge) if marked else (False, False)
        gold = [name[2] for name in passage.names]
        right += sum(a and g for a, g in zip(answer, gold, strict=True))
        said += sum(answer)
        true += sum(gold)
    return 2 * right / (said + true) if said + true else 0.0


def _answer(marked: Marked, judge: Judge) -> tuple[bool, bool]:
    points = judge(marked)
    a, b = (points[i] if i >= 0 else float("-inf") for i in marked.pair)
    known = max(marked.pair) >= 0
    return known and a > b, known and b > a


def made(marked: Sequence[Marked], weighs: Ranker) -> Made:
    """Return what the reader resolves, where it may also leave a pronoun."""
    choices = [(weighs.choose(one.question), one) for one in marked]
    sure = [
        one.question.candidates.index(choice.candidate) in one.right
        for choice, one in choices
        if choice is not None and choice.sure and choice.candidate.entity.label
    ]
    return Made(sum(sure) / max(1, len(sure)), len(sure) / max(1, len(marked)))


@click.command()
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
def main(data: Path) -> None:
    """Measure how well pronouns are resolved, without syntax and with it."""
    books = litbank(data / "litbank_coref.tar.xz")[-HELD_OUT:]
    passages = gap(data / "gap" / "gap-test.tsv")
    _measured("fast", books, passages, ranker(syntax=False))
    seen = with_syntax(books), with_syntax(passages)
    _measured("with syntax", *seen, ranker(syntax=True))


def _measured(
    way: str, books: Sequence[Book], passages: Sequence[Passage], weighs: Ranker
) -> None:
    given = [marked for book in books for marked in Oracle(book).read()]
    asked = [marked_in_passage(passage) for passage in passages]
    judges = {"recency": by_recency, "ranker": by(weighs)}
    print(f"{way}: LitBank, {sum(one.named for one in given)} pronouns")
    for name, judge in judges.items():
        print(f"  {name:8} {accuracy(given, judge):.3f}")
    print(f"{way}: GAP test, {len(passages)} passages: F1, masculine, feminine, bias")
    for name, judge in judges.items():
        f1 = gap_f1(passages, asked, judge)
        row = (f1.overall, f1.masculine, f1.feminine, f1.bias)
        print(f"  {name:8} " + " ".join(f"{figure:.3f}" for figure in row))
    print(f"{way}, as read: right of those resolved, resolved of all")
    known = [one for one in asked if one is not None and one.named]
    read = [marked for book in books for marked in marked_as_read(book)]
    for name, marked in (("LitBank", read), ("GAP test", known)):
        found = made(marked, weighs)
        print(f"  {name:8} {found.precision:.3f} {found.coverage:.3f}")


if __name__ == "__main__":
    main()
