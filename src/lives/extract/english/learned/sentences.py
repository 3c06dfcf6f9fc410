"""The learned reader of English sentences: a small encoder, run by ONNX Runtime.

How it was trained, on what, and how well it reads: `docs/models/sentences.md`.
"""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lives.extract.english.learned.cases import case_of
from lives.extract.english.learned.labels import Labels
from lives.extract.english.learned.parse import ROOT, Parse, circle, joined

_FOLDER = files("lives.extract.english.learned")
_OPENS, _CLOSES, _UNKNOWN = 101, 102, 100  # word pieces of the vocabulary
_LONGEST = 192  # pieces of one sentence; what follows is left unread
_ROOM = 256  # pieces in a batch, padding included: small ones stay at hand
_WINDOW = 512  # sentences sorted by length together
_LIKELY = 3  # other heads that are tried where heads make a circle

Integers = NDArray[np.int64]


class SentenceReader:
    """Reads sentences; one is enough for a process."""

    def __init__(self) -> None:
        labels = json.loads((_FOLDER / "labels.json").read_text(encoding="utf-8"))
        self._names = Labels(labels["names"], labels["moves"])
        self._tags = np.array(labels["tags"], dtype=object)
        self._links = np.array(labels["links"], dtype=object)
        self._cut = Tokenizer.from_str(
            (_FOLDER / "tokenizer.json").read_text(encoding="utf-8")
        )
        self._cut.no_padding()
        self._cut.no_truncation()
        self._pieces: dict[str, tuple[int, ...]] = {}
        with as_file(_FOLDER / "sentences.onnx") as path:
            self._session = onnxruntime.InferenceSession(
                str(path), _options(), providers=["CPUExecutionProvider"]
            )

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator[Parse]:
        """Yield what is read of each sentence, in order.

        Args:
            sentences: The words and marks of each.
        """
        for start in range(0, len(sentences), _WINDOW):
            window = [
                self._numbers(words) for words in sentences[start : start + _WINDOW]
            ]
            found: dict[int, Parse] = {}
            with ThreadPoolExecutor(_cores()) as workers:
                for read in workers.map(
                    partial(self._run, window=window), _batches(window)
                ):
                    found |= read
            yield from (found[at] for at in range(len(window)))

    def _numbers(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
        """Return pieces and case of each word."""
        return [(self._of(word), case_of(word)) for word in words]

    def _of(self, word: str) -> tuple[int, ...]:
        found = self._pieces.get(word)
        if found is None:
            ids = self._cut.encode(word, add_special_tokens=False).ids
            found = self._pieces[word] = tuple(ids) or (_UNKNOWN,)
        return found

    def _run(
        self, batch: Sequence[int], window: Sequence[list[tuple[tuple[int, ...], int]]]
    ) -> dict[int, Parse]:
        rows = [_row(window[at]) for at in batch]
        fed = {
            key: _padded([row[key] for row in rows])
            for key in ("pieces", "cases", "seen", "first")
        }
        answer = self._session.run(None, fed)
        lengths = np.array([len(row["first"]) - 1 for row in rows])
        labels = self._names.best(answer[0][:, 1:], lengths).tolist()
        return {
            at: self._parse(
                len(window[at]),
                len(row["first"]),
                [one[i] for one in answer],
                labels[i],
            )
            for i, (at, row) in enumerate(zip(batch, rows, strict=True))
        }

    def _parse(
        self, words: int, read: int, said: Sequence[NDArray[Any]], row: list[int]
    ) -> Parse:
        """Turn scores into a parse; words beyond the longest hang on the root.

        Args:
            words: How many words it has.
            read: How many of them were read, and one for the root.
            said: What the network says: names, tags, heads, links.
            row: The label of each word.
        """
        names, tags, arcs, links = said
        beyond = words - (read - 1)
        scores = arcs[1:read, :read]
        found = (scores.argmax(-1) - 1).tolist()
        if circle(found):
            likely = np.argsort(-scores, axis=-1)[:, :_LIKELY] - 1
            found = joined(found, likely.tolist())
        return Parse(
            (*self._tags[tags[1:read]].tolist(), *["X"] * beyond),
            (*found, *[ROOT] * beyond),
            (*self._links[links[1:read]].tolist(), *["dep"] * beyond),
            tuple(self._names.named(row[: read - 1], names[1:read])),
        )


@cache
def sentence_reader() -> SentenceReader:
    """Return the reader of this process; the first call loads it."""
    return SentenceReader()


def _cores() -> int:
    return min(4, len(os.sched_getaffinity(0)))


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # batches run beside one another instead
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _row(words: Sequence[tuple[tuple[int, ...], int]]) -> dict[str, list[int]]:
    """Return the numbers of one sentence; `first` begins with the root."""
    pieces, cases, first = [_OPENS], [6], [0]
    for ids, case in words:
        if len(pieces) + len(ids) >= _LONGEST:
            break
        first.append(len(pieces))
        pieces.extend(ids)
        cases.extend([case] * len(ids))
    pieces.append(_CLOSES)
    cases.append(6)
    return {"pieces": pieces, "cases": cases, "seen": [1] * len(pieces), "first": first}


def _padded(rows: Sequence[Sequence[int]]) -> Integers:
    found = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for at, row in enumerate(rows):
        found[at, : len(row)] = row
    return found


def _batches(
    window: Sequence[Sequence[tuple[tuple[int, ...], int]]],
) -> Iterator[list[int]]:
    """Yield the positions of sentences of like lengths."""
    sizes = [min(_LONGEST, 2 + sum(len(ids) for ids, _ in words)) for words in window]
    batch: list[int] = []
    for at in sorted(range(len(window)), key=lambda i: (sizes[i], i)):
        if batch and (len(batch) + 1) * sizes[at] > _ROOM:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
