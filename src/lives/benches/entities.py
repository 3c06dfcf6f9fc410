"""The learned reader of sentences on public test sets, beside a plain spaCy pipeline.

    python -m lives.benches.entities CORPORA [--peer PIPELINE] [--json]

CORPORA holds `entities/cn_politics_test.jsonl.xz` and `entities/uner_test.jsonl.xz`,
one sentence a line with its words and BIO tags, and `treebank/en_ewt-ud-test.conllu`.
PIPELINE is made from the same training data by `python training/peer.py`; spaCy must
be installed for it. Spans count where they are exact; speeds are words a second, of
the whole machine and of one core, on the politics test.
"""

import json
import lzma
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lives.extract.english.learned.sentences import sentence_reader

SORTS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
TESTS = ("cn_politics_test", "uner_test")

Spans = frozenset[tuple[int, int, str]]
Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Tested:
    """A sentence of a test set: its words, and what is named in it."""

    words: tuple[str, ...]
    named: Spans


def marked(path: Path) -> list[Tested]:
    """Read a test set."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Tested(tuple(row["tokens"]), spans(row["tags"])) for row in rows]


def spans(tags: Iterable[str]) -> Spans:
    """Return what BIO tags mark.

    >>> sorted(spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]))
    [(0, 2, 'person'), (3, 4, 'place'), (4, 5, 'place')]
    """
    found: set[tuple[int, int, str]] = set()
    start, sort = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if sort and tag != f"I-{sort}":
            found.add((start, at, SORTS[sort]))
            sort = ""
        if tag[2:] in SORTS and not sort:
            start, sort = at, tag[2:]
    return frozenset(found)


def f1(gold: Sequence[Spans], said: Sequence[Spans], sort: str) -> dict[str, float]:
    """Return precision, recall and F1 of one sort, by exact spans."""
    wanted = [{s for s in one if s[2] == sort} for one in gold]
    read = [{s for s in one if s[2] == sort} for one in said]
    both = sum(len(a & b) for a, b in zip(wanted, read, strict=True))
    all_wanted, all_read = sum(map(len, wanted)), sum(map(len, read))
    return {
        "precision": both / all_read if all_read else 0.0,
        "recall": both / all_wanted if all_wanted else 0.0,
        "f1": 2 * both / (all_read + all_wanted) if both else 0.0,
    }


def ours(sentences: Sequence[Words]) -> list[Spans]:
    """Read sentences with the reader that is shipped."""
    return [
        frozenset((n.first, n.last, n.sort) for n in parse.names)
        for parse in sentence_reader().read(sentences)
    ]


def theirs(pipeline: Path) -> Callable[[Sequence[Words]], list[Spans]]:
    """Return a spaCy pipeline as a reader."""
    try:
        import spacy  # noqa: PLC0415  # a peer to measure with, not a need
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            "the peer needs spaCy: pip install spacy"
        ) from missing
    nlp = spacy.load(pipeline)

    def read(sentences: Sequence[Words]) -> list[Spans]:
        docs = (spacy.tokens.Doc(nlp.vocab, words=list(words)) for words in sentences)
        return [
            frozenset((e.start, e.end, SORTS[e.label_]) for e in doc.ents)
            for doc in nlp.pipe(docs)
        ]

    return read


def attachments(path: Path) -> dict[str, float]:
    """Score heads and links on a treebank, marks of punctuation included."""
    words = heads = both = tags = 0
    rows = [
        [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    trees = [[row for row in block if row[0].isdigit()] for block in rows if block]
    parses = sentence_reader().read([[row[1] for row in tree] for tree in trees])
    for tree, parse in zip(trees, parses, strict=True):
        for at, row in enumerate(tree):
            head = int(row[6]) - 1 == parse.heads[at]
            plain = row[7].split(":")[0] == parse.links[at].split(":")[0]
            words, heads, both = words + 1, heads + head, both + (head and plain)
            tags += row[4] == parse.tags[at]
    return {"tags": tags / words, "heads": heads / words, "both": both / words}


def speed(
    read: Callable[[Sequence[Words]], object], sentences: Sequence[Words]
) -> dict[str, float]:
    """Return words a second, of the clock and of the processor."""
    read(sentences[:50])
    words = sum(map(len, sentences))
    wall, cpu = time.perf_counter(), time.process_time()
    read(sentences)
    return {
        "words_a_second": words / (time.perf_counter() - wall),
        "words_a_cpu_second": words / (time.process_time() - cpu),
    }


@click.command()
@click.argument("corpora", type=click.Path(exists=True, path_type=Path))
@click.option("--peer", type=click.Path(exists=True, path_type=Path), help="spaCy's.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def main(corpora: Path, peer: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Score our reader, and the peer where there is one, on the test sets."""
    readers = {"ours": ours} | ({"spaCy": theirs(peer)} if peer else {})
    figures: dict[str, object] = {}
    tests = {name: marked(corpora / "entities" / f"{name}.jsonl.xz") for name in TESTS}
    for who, read in readers.items():
        for name, test in tests.items():
            said = read([t.words for t in test])
            for sort in SORTS.values():
                figures[f"{who} {name} {sort}"] = f1(
                    [t.named for t in test], said, sort
                )
        figures[f"{who} speed"] = speed(read, [t.words for t in tests[TESTS[0]]])
    figures["ours treebank"] = attachments(corpora / "treebank/en_ewt-ud-test.conllu")
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    for name, found in figures.items():
        cells = (f"{key} {value:,.3f}" for key, value in dict(found).items())  # type: ignore[call-overload]
        print(f"{name:<40} {'  '.join(cells)}")


if __name__ == "__main__":
    main()
