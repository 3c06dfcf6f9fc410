"""Train the ranker of antecedents anew.

    python training/pronouns.py --data ../shared/data/ner

Reads LitBank (but for the 15 books held out) and the development and validation parts
of GAP, and writes `src/lives/extract/english/data/pronouns.toml`. The history before a
pronoun is resolved with the weights of the round before, so that training sees the
mistakes of work. The same data give the same weights.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
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
from lives.extract.english.ranker import ranker

WRITTEN = Path("src/lives/extract/english/data/pronouns.toml")
ROUNDS = 3
EPOCHS, WARM = 10, 5
STEP = 0.1
FOLDS = 5
TIMES = {"gap": 3}  # GAP is the smaller corpus and the nearer one to history
SMALL = 0.03  # weights below this are left out
SEED = 7
# Set by hand, and added to what is learned. The corpora have no paragraphs. In both,
# women are meant as often as men; of those whom history calls by a surname that does
# not show which, far fewer are women: by a factor of about four.
BY_HAND = {
    "last meant in an earlier paragraph, others in this": -1.5,
    "not the topic of the paragraph before": -1.0,
    "gender unknown where others agree, f": -1.4,
    # "X, Y's old friend": what goes on about one of them goes on about X. Novels and
    # encyclopaedias have it too seldom to learn from.
    "named to tell of another": -1.5,
    "announced by “as for”": 3.0,
}


@dataclass(frozen=True, slots=True)
class Way:
    """How the weights of one way of reading are learned, and when they are enough.

    Attributes:
        shown: Times a feature must be seen to get a weight.
        decay: By which a weight is drawn to nothing, per example of its feature.
        least: Probability from which a pronoun is resolved; see what --check prints.
        lead: The same among the likeliest two alone.
    """

    shown: int
    decay: float
    least: float
    lead: float


# Trees give many more features, each of them rarer: they are held closer to nothing.
WAYS = {"fast": Way(6, 0.03, 0.5, 0.7), "syntax": Way(20, 0.3, 0.5, 0.7)}


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun as numbers: the features of each choice, the last of them nobody."""

    choices: tuple[tuple[int, ...], ...]
    right: frozenset[int]
    corpus: str
    fold: int


class Numbers:
    """Numbers for features seen often enough."""

    def __init__(self, marked: Sequence[Marked], shown: int) -> None:
        seen: dict[str, int] = {}
        for one in marked:
            for features in _choices(one):
                for feature in features:
                    seen[feature] = seen.get(feature, 0) + 1
        kept = sorted(f for f, n in seen.items() if n >= shown)
        self.names = kept
        self.of = {feature: number for number, feature in enumerate(kept)}

    def example(self, marked: Marked, text: int) -> Example:
        """Write a pronoun as numbers."""
        choices = tuple(
            tuple(self.of[f] for f in features if f in self.of)
            for features in _choices(marked)
        )
        return Example(choices, marked.right, marked.corpus, text % FOLDS)


def _choices(marked: Marked) -> Iterable[Sequence[str]]:
    yield from (candidate.features for candidate in marked.question.candidates)
    # Novels have more people without a name: they are not to set the general doubt.
    novel = () if marked.corpus == "gap" else (f"nobody in {marked.corpus}",)
    yield (*marked.question.nobody, *novel)


def fit(examples: Sequence[Example], size: int, decay: float) -> list[float]:
    """Return the weights under which what is right is likeliest."""
    weights, squares = [0.0] * size, [1e-2] * size
    times = [TIMES.get(example.corpus, 1) for example in examples]
    order = [i for i, n in enumerate(times) for _ in range(n)]
    chance = random.Random(SEED)
    sums = [0.0] * size  # the mean of the later epochs depends less on the order
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for at in order:
            _learn(examples[at], weights, squares, decay)
        if epoch >= WARM:
            sums = [total + w for total, w in zip(sums, weights, strict=True)]
    return [total / (EPOCHS - WARM) for total in sums]


def _learn(
    example: Example, weights: list[float], squares: list[float], decay: float
) -> None:
    shares = probabilities(example, weights)
    right = sum(shares[i] for i in example.right) or 1e-9
    slopes: dict[int, float] = {}
    for i, (features, share) in enumerate(zip(example.choices, shares, strict=True)):
        slope = share - (share / right if i in example.right else 0.0)
        for feature in features:
            slopes[feature] = slopes.get(feature, 0.0) + slope
    for feature, slope in slopes.items():
        pull = slope + decay * weights[feature] / 10
        squares[feature] += pull * pull
        weights[feature] -= STEP * pull / squares[feature] ** 0.5


def probabilities(example: Example, weights: Sequence[float]) -> list[float]:
    """Return the probability of each choice."""
    points = [sum([weights[f] for f in features]) for features in example.choices]
    most = max(points)
    shares = [exp(p - most) for p in points]
    total = sum(shares)
    return [share / total for share in shares]


@dataclass(frozen=True, slots=True)
class Held:
    """What came out for a pronoun in whose fold nothing was learned.

    Attributes:
        corpus: Where it is from.
        lead: Of the best over the second; 0 where the best is too unlikely.
        right: The best is right.
    """

    corpus: str
    lead: float
    right: bool


def across(examples: Sequence[Example], size: int, way: Way) -> list[Held]:
    """Read each example with weights that were learned on the others."""
    found = []
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.fold != fold], size, way.decay)
        found += [_held(e, weights, way.least) for e in examples if e.fold == fold]
    return found


def _held(example: Example, weights: Sequence[float], least: float) -> Held:
    shares = probabilities(example, weights)
    order = sorted(range(len(shares) - 1), key=lambda i: -shares[i])
    best, second = (shares[i] for i in [*order, -1, -1][:2])
    second = second if len(order) > 1 else 0.0
    right = bool(order) and order[0] in example.right
    sure = bool(order) and best >= least
    return Held(example.corpus, best / (best + second) if sure else 0.0, right)


def table(held: Sequence[Held]) -> None:
    """Print how many of those resolved are right, by the lead that is asked."""
    for corpus in sorted({h.corpus for h in held}):
        here = [h for h in held if h.corpus == corpus]
        print(corpus)
        for lead in (0.5, 0.6, 0.7, 0.8, 0.9):
            made = [h.right for h in here if h.lead >= lead]
            share = sum(made) / max(1, len(made))
            print(f"  {lead} {share:.3f} right of {len(made) / len(here):.2f}")


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learned from: books and passages in which pronouns were marked."""

    books: Sequence[Book]
    passages: Sequence[Passage]

    def marked(self) -> list[list[list[Marked]]]:
        """Read the corpora as the reader now would: by corpus, text and pronoun."""
        asked = [[m] for p in self.passages if (m := marked_in_passage(p)) is not None]
        return [asked, [marked_as_read(book) for book in self.books]]


@click.command()
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--check", is_flag=True, help="Also read each text untrained on.")
def main(data: Path, *, check: bool) -> None:
    """Train the ranker of antecedents and write its weights."""
    parts = ("development", "validation")
    texts = Texts(
        litbank(data / "litbank_coref.tar.xz")[:-HELD_OUT],
        [p for part in parts for p in gap(data / "gap" / f"gap-{part}.tsv")],
    )
    seen = Texts(with_syntax(texts.books), with_syntax(texts.passages))
    tables: dict[str, dict[str, float]] = {name: {} for name in WAYS}
    for name, known in (("fast", texts), ("syntax", seen)):
        _learned(name, known, tables, check=check)


def _learned(
    name: str, texts: Texts, tables: dict[str, dict[str, float]], *, check: bool
) -> None:
    """Learn the weights of one way, and write all."""
    way = WAYS[name]
    _write(tables)
    given = [list(Oracle(book).read()) for book in texts.books]
    for _ in range(ROUNDS):
        read = [given, *texts.marked()]
        asked = [m for part in read for text in part for m in text]
        numbers = Numbers(asked, way.shown)
        examples = [
            numbers.example(one, place)
            for part in read
            for place, text in enumerate(part)
            for one in text
        ]
        weights = fit(examples, len(numbers.names), way.decay)
        tables[name] = _named(numbers, weights)
        _write(tables)
        if check:
            table(across(examples, len(numbers.names), way))
        print(f"{name}: {len(numbers.names)} features of {len(examples)}")


def _named(numbers: Numbers, weights: Sequence[float]) -> dict[str, float]:
    """Return weights by feature, with what is set by hand added."""
    rows = dict(zip(numbers.names, weights, strict=True))
    rows = {name: w for name, w in rows.items() if "nobody in " not in name}
    for name, weight in BY_HAND.items():
        rows[name] = rows.get(name, 0.0) + weight
    return rows


def _write(tables: Mapping[str, Mapping[str, float]]) -> None:
    lines = [
        "# Made by training/pronouns.py; see docs/models/pronouns.md.",
    ]
    for name, rows in tables.items():
        kept = [(n, w) for n, w in sorted(rows.items()) if abs(w) >= SMALL]
        way = WAYS[name]
        lines += ["", f"[{name}]", f"least = {way.least}", f"lead = {way.lead}"]
        lines += [f"[{name}.weights]", *(f'"{n}" = {w:.2f}' for n, w in kept)]
    WRITTEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ranker.cache_clear()


if __name__ == "__main__":
    main()
