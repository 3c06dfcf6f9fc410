"""The open corpora a reader of sentences learns from, as sentences of one form."""

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")

# All of CrossNER but the politics test, which is kept to score with.
_ENTITIES = (
    *(f"cn_politics_{part}" for part in ("train", "dev")),
    *(
        f"cn_{subject}_{part}"
        for subject in ("literature", "music", "science", "ai")
        for part in ("train", "dev", "test")
    ),
    "wikigold",
    "litbank",
    "gum",
)
_TWICE = ("cn_",)  # closest to what is read here: each sentence is taught twice
_NAMELESS = 0.25  # the share kept of sentences in which nobody is named


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence and what is known of its words; an empty tuple where nothing is.

    Attributes:
        words: Its words and marks.
        names: One of `NAMES` a word.
        tags: Penn part-of-speech tag a word.
        heads: Position of each word's head, from 1; 0 for the root.
        links: Universal dependency of each word, without its subtype but for
            passives and agents.
    """

    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    links: tuple[str, ...] = ()


def named(path: Path) -> Iterator[Taught]:
    """Yield the sentences of a corpus of names."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            tags = (tag if tag in NAMES else "O" for tag in row["tags"])
            yield Taught(tuple(row["tokens"]), tuple(tags))


def parsed(path: Path) -> Iterator[Taught]:
    """Yield the sentences of a treebank in CoNLL-U."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as text:
        for block in text.read().split("\n\n"):
            rows = [
                line.split("\t") for line in block.splitlines() if line[:1].isdigit()
            ]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                yield Taught(
                    tuple(row[1] for row in rows),
                    (),
                    tuple(row[4] for row in rows),
                    tuple(int(row[6]) for row in rows),
                    tuple(link(row[7]) for row in rows),
                )


_SUBTYPES = frozenset(
    ("nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "acl:relcl", "nmod:poss")
)


def link(relation: str) -> str:
    """Return a dependency without the subtypes that tell a reader nothing."""
    return relation if relation in _SUBTYPES else relation.split(":", maxsplit=1)[0]


def lessons(folder: Path, seed: int) -> list[Taught]:
    """Return every sentence to learn from, names and trees of one text joined."""
    chance = random.Random(seed)
    found: list[Taught] = []
    for name in _ENTITIES:
        for sentence in named(folder / "entities" / f"{name}.jsonl.xz"):
            nameless = all(tag == "O" for tag in sentence.names)
            if not nameless or chance.random() < _NAMELESS:
                found.extend([sentence] * (2 if name.startswith(_TWICE) else 1))
    trees = {s.words: s for s in parsed(folder / "treebank/en_ewt-ud-train.conllu.xz")}
    for name in ("uner_train", "uner_dev"):
        for sentence in named(folder / "entities" / f"{name}.jsonl.xz"):
            tree = trees.pop(sentence.words, Taught(sentence.words))
            found.append(
                Taught(tree.words, sentence.names, tree.tags, tree.heads, tree.links)
            )
    return [*found, *trees.values()]
