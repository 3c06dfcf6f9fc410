"""Names of persons in Russian prose on public test sets, beside plain natasha.

    python -m lives.benches.russian CORPORA [--part dev] [--json]

CORPORA holds `factrueval2016.tar.xz` and `nerel-v1.1.tar.xz`. Spans count where they
are exact. A name is normalised right if every word that is marked as given name,
patronymic or surname comes out as the set's own normal form has it; names that were not
found count as wrong. Speeds are words a second of the whole reading, statements
included, and of natasha's own way through names, forms and syntax.
"""

import json
import lzma
import tarfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from lives.extract.extractor import Document
from lives.extract.russian.reader import read_russian
from lives.intake.text import read_text
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention, MentionKind
from lives.model.source import Source

Span = tuple[int, int]
_PARTS = {"name": "firstname", "surname": "lastname", "patronymic": "patronymic"}
_CELLS = 3  # sort, start and end, where an entity is of one piece
_NAMING = frozenset((*_PARTS, "nickname"))


@dataclass(frozen=True, slots=True)
class Tested:
    """A text of a test set.

    Attributes:
        text: It.
        people: Spans of persons' names.
        normal: By span, the normal forms of its words, in lower case with е for ё.
    """

    text: str
    people: frozenset[Span]
    normal: dict[Span, tuple[str, ...]] = field(default_factory=dict)


Reader = Callable[[str], dict[Span, str]]


def files(archive: Path, folder: str) -> dict[str, str]:
    """Return the texts of an archive's folder by their names."""
    with lzma.open(archive) as packed, tarfile.open(fileobj=packed) as held:
        return {
            Path(member.name).name: reader.read().decode()
            for member in held
            if f"/{folder}/" in member.name and (reader := held.extractfile(member))
        }


def factru(held: dict[str, str]) -> Iterator[Tested]:
    """Read factRuEval-2016: spans of words, objects made of them, who is who."""
    for name in sorted(held):
        stem = name.removesuffix(".txt")
        if name != stem and f"{stem}.spans" in held:
            people = _objects(held[f"{stem}.spans"], held[f"{stem}.objects"])
            yield _tested(held[name], people, _identities(held[f"{stem}.coref"]))


def _objects(spans: str, objects: str) -> dict[str, list[tuple[str, int, int]]]:
    rows = (line.split() for line in spans.splitlines() if line.strip())
    known = {r[0]: (r[1], int(r[2]), int(r[2]) + int(r[3])) for r in rows}
    found = {}
    for line in objects.splitlines():
        key, *rest = line.split("#")[0].split() or [""]
        if rest[:1] == ["Person"]:
            named = [known[i] for i in rest[1:] if known[i][0] in _NAMING]
            if named:
                found[key] = named
    return found


def _identities(coref: str) -> dict[str, dict[str, str]]:
    """Return the normal forms of whoever an object is, by object."""
    found: dict[str, dict[str, str]] = {}
    for block in coref.split("\n\n"):
        head, *facts = block.strip().splitlines() or [""]
        told: dict[str, str] = {}
        for fact in facts:
            key, _, value = fact.partition(" ")
            told.setdefault(key, value.strip())
        found.update(dict.fromkeys(head.split()[1:], told))
    return found


def _tested(
    text: str,
    people: dict[str, list[tuple[str, int, int]]],
    known: dict[str, dict[str, str]],
) -> Tested:
    spans, normal = set(), {}
    for key, parts in people.items():
        span = min(p[1] for p in parts), max(p[2] for p in parts)
        spans.add(span)
        told = known.get(key, {})
        wanted = [told.get(_PARTS.get(part, ""), "") for part, _, _ in parts]
        if all(wanted):
            normal[span] = tuple(plain(" ".join(wanted)).split())
    return Tested(text, frozenset(spans), normal)


def plain(words: str) -> str:
    """Write words in small letters, with е for ё.

    >>> plain("Пётр")
    'петр'
    """
    return words.lower().replace("ё", "е")


def nerel(held: dict[str, str]) -> Iterator[Tested]:
    """Read NEREL: entities of one piece."""
    for name in sorted(held):
        if name.endswith(".txt"):
            rows = held[name.removesuffix(".txt") + ".ann"].splitlines()
            cells = [row.split("\t")[1].split() for row in rows if row.startswith("T")]
            whole = [c for c in cells if c[0] == "PERSON" and len(c) == _CELLS]
            spans = {(int(start), int(end)) for _, start, end in whole}
            yield Tested(held[name], frozenset(spans))


def ours(text: str) -> dict[Span, str]:
    """Return the names that our reader finds, with their normal forms."""
    source = Source(SourceId("test"))
    document = Document(
        CaptureId("0"), "test", source, read_text(text.encode(), "test")
    )
    return {
        (m.start, m.end): m.name
        for m in read_russian(document)
        if isinstance(m, Mention) and m.kind is MentionKind.NAME
    }


def natasha() -> Reader:
    """Return natasha, with names, forms and syntax, as its authors use it."""
    try:
        import natasha as theirs  # noqa: PLC0415  # a peer to measure with
    except (ImportError, AttributeError) as missing:
        raise click.ClickException(
            f"natasha cannot be run here: {missing}"
        ) from missing
    table = theirs.NewsEmbedding()
    segmenter, vocabulary = theirs.Segmenter(), theirs.MorphVocab()
    networks = (
        ("tag_morph", theirs.NewsMorphTagger(table)),
        ("parse_syntax", theirs.NewsSyntaxParser(table)),
        ("tag_ner", theirs.NewsNERTagger(table)),
    )

    def read(text: str) -> dict[Span, str]:
        doc = theirs.Doc(text)
        doc.segment(segmenter)
        for step, network in networks:
            getattr(doc, step)(network)
        people = [span for span in doc.spans if span.type == "PER"]
        for span in people:
            span.normalize(vocabulary)
        return {(span.start, span.stop): span.normal for span in people}

    return read


def scored(read: Reader, tests: Sequence[Tested]) -> dict[str, float]:
    """Score a reader on a test set."""
    both = wanted = said = right = normal = 0
    words, started = 0, time.perf_counter()
    for test in tests:
        found = read(test.text)
        both += len(test.people & found.keys())
        wanted, said = wanted + len(test.people), said + len(found)
        normal += len(test.normal)
        for span, parts in test.normal.items():
            right += set(parts) <= set(plain(found.get(span, "")).split())
        words += len(test.text.split())
    figures = {
        "precision": both / said,
        "recall": both / wanted,
        "f1": 2 * both / (said + wanted),
        "words_a_second": words / (time.perf_counter() - started),
    }
    return figures | ({"normalised": right / normal} if normal else {})


@click.command()
@click.argument("corpora", type=click.Path(exists=True, path_type=Path))
@click.option("--part", type=click.Choice(["dev", "test"]), default="test")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def main(corpora: Path, part: str, as_json: bool) -> None:  # noqa: FBT001
    """Score our reader and natasha on the test sets."""
    sets: dict[str, list[Tested]] = {
        "factRuEval": [*factru(files(corpora / "factrueval2016.tar.xz", f"{part}set"))],
        "NEREL": [*nerel(files(corpora / "nerel-v1.1.tar.xz", part))],
    }
    readers: dict[str, Reader] = {"ours": ours, "natasha": natasha()}
    figures: dict[str, Any] = {
        f"{who} {name}": scored(read, tests)
        for name, tests in sets.items()
        for who, read in readers.items()
    }
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    for name, found in figures.items():
        cells = (f"{key} {value:,.3f}" for key, value in found.items())
        print(f"{name:<20} {'  '.join(cells)}")


if __name__ == "__main__":
    main()
