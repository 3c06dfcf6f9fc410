"""Train a plain spaCy pipeline on the same data, to measure beside.

    python training/peer.py CORPORA OUT [--epochs 8] [--seed 1]

Its parts and widths are those of spaCy's small English pipelines: tagger and parser
over a shared convolutional encoder, names over one of their own.
"""

import argparse
import random
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import compounding, fix_random_seed, minibatch

from corpora import Taught, lessons

_SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}


def pipeline() -> Language:
    """Return an untrained pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _SHARED}
    nlp.add_pipe("tagger", config={"model": tagger})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": _SHARED,
    }
    nlp.add_pipe("parser", config={"model": parser})
    nlp.add_pipe("ner")
    return nlp


def example(vocab: spacy.vocab.Vocab, sentence: Taught) -> Example:
    """Return a sentence as spaCy learns it; what is not known of it is left open."""
    words = list(sentence.words)
    tree = {}
    if sentence.heads:
        heads = [h - 1 if h else at for at, h in enumerate(sentence.heads)]
        tree = {"tags": list(sentence.tags), "heads": heads, "deps": _deps(sentence)}
    gold = Doc(vocab, words=words, **tree)
    if sentence.names:
        found, start, sort = [], 0, ""
        for at, tag in enumerate([*sentence.names, "O"]):
            if sort and tag != f"I-{sort}":
                found.append(Span(gold, start, at, label=sort))
                sort = ""
            if tag != "O" and not sort:
                start, sort = at, tag[2:]
        gold.set_ents(found)
    return Example(Doc(vocab, words=words), gold)


def _deps(sentence: Taught) -> list[str]:
    return ["ROOT" if link == "root" else link for link in sentence.links]


def main() -> None:
    """Train for some epochs and keep the last state."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpora", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--seed", type=int, default=1)
    given = ask.parse_args()
    fix_random_seed(given.seed)
    chance = random.Random(given.seed)
    nlp = pipeline()
    examples = [example(nlp.vocab, s) for s in lessons(given.corpora, given.seed)]
    optimizer = nlp.initialize(lambda: examples)
    began = time.time()
    for epoch in range(given.epochs):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, compounding(16.0, 96.0, 1.001)):
            nlp.update(batch, drop=0.2, sgd=optimizer, losses=losses)
        minutes = (time.time() - began) / 60
        told = ", ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
        print(f"epoch {epoch + 1}: {told}, {minutes:.1f} min", flush=True)
        nlp.to_disk(given.out)


if __name__ == "__main__":
    main()
