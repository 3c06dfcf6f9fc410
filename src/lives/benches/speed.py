"""How fast English is read, wholly and by the rules alone, beside a spaCy pipeline.

    python -m lives.benches.speed FILE... [--peer PIPELINE] [--words 20000] [--growth]

Each reader reads the same text in a process of its own, from the text as read to
mentions and statements; the peer tags, parses and finds names only. Starting and the
loading of models are not counted. With `--growth` texts of 1,000 to 200,000 words are
read, under changed names, to show that time does not outgrow them.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

_SIZES = (1_000, 10_000, 50_000, 200_000)
_MIB = 1024  # the system counts in KiB


def text_of(files: tuple[Path, ...], words: int) -> str:
    """Return that many words of the files, over and over if they are fewer."""
    paragraphs = [
        paragraph
        for file in files
        for paragraph in file.read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip()
    ]
    found: list[str] = []
    count, round_ = 0, 0
    while count < words:
        for paragraph in paragraphs:
            found.append(_renamed(paragraph, round_))
            count += len(paragraph.split())
            if count >= words:
                break
        round_ += 1
    return "\n\n".join(found)


def _renamed(paragraph: str, round_: int) -> str:
    """Change names a little, so that a text read again has other people in it."""
    ending = ("", *"abcdefghijklmnopqrstuvwxyz")[round_ % 27]
    if not ending:
        return paragraph
    words = paragraph.split(" ")
    return " ".join(
        f"{word}{ending}" if word[:1].isupper() and word.isalpha() else word
        for word in words
    )


def read(way: str, text: str, peer: str = "") -> dict[str, float]:
    """Read a text in this process; return seconds and the most memory in MiB."""
    if way == "spaCy":
        import spacy  # noqa: PLC0415  # a peer to measure with, not a need

        nlp = spacy.load(peer)
        list(nlp.pipe(["Nobody was here."]))
        wall, cpu = time.perf_counter(), time.process_time()
        list(nlp.pipe(text.split("\n\n")))
    else:
        wall, cpu = _ours(way, text)
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "cpu_seconds": used, "mib": most // _MIB}


def _ours(way: str, text: str) -> tuple[float, float]:
    """Read by our reader; return when the reading began, by clock and processor."""
    from lives.extract.english.reader import (  # noqa: PLC0415  # this process only
        FAST,
        WHOLE,
        read_english,
    )
    from lives.extract.extractor import Document  # noqa: PLC0415
    from lives.intake.text import read_text  # noqa: PLC0415
    from lives.model.ids import CaptureId, SourceId  # noqa: PLC0415
    from lives.model.source import Source  # noqa: PLC0415

    def document(words: str) -> Document:
        source = Source(SourceId("bench"))
        name = "bench.txt"
        return Document(
            CaptureId("0" * 64), name, source, read_text(words.encode(), name)
        )

    chosen = FAST if way == "fast" else WHOLE
    list(read_english(document("Ivan Petrov was arrested in 1936."), chosen))
    begun = time.perf_counter(), time.process_time()
    list(read_english(document(text), chosen))
    return begun


def apart(way: str, text: str, peer: Path | None) -> dict[str, float]:
    """Read a text in a process of its own."""
    call = "import sys, json; from lives.benches.speed import read;"
    call += "print(json.dumps(read(sys.argv[1], sys.stdin.read(), sys.argv[2])))"
    done = subprocess.run(
        [sys.executable, "-c", call, way, str(peer or "")],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def lines(files: tuple[Path, ...], words: int, peer: Path | None) -> Iterator[str]:
    """Yield a line a reader: words a second of the clock and of one core."""
    text = text_of(files, words)
    count = len(text.split())
    for way in ("whole", "fast", *(["spaCy"] if peer else [])):
        took = [apart(way, text, peer) for _ in range(3)]
        best = min(took, key=lambda one: one["seconds"])
        yield (
            f"{way:<6} {count / best['seconds']:>8,.0f} words a second, "
            f"{count / best['cpu_seconds']:>8,.0f} a core, {best['mib']:,.0f} MiB"
        )


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--peer", type=click.Path(exists=True, path_type=Path), help="spaCy's.")
@click.option("--words", default=20_000, show_default=True, help="Read by each.")
@click.option("--growth", is_flag=True, help="Texts of growing length instead.")
def main(
    files: tuple[Path, ...], peer: Path | None, words: int, *, growth: bool
) -> None:
    """Measure how fast English is read."""
    print(f"{len(os.sched_getaffinity(0))} cores")
    if not growth:
        for line in lines(files, words, peer):
            print(line)
        return
    for size in _SIZES:
        text = text_of(files, size)
        for way in ("whole", "fast"):
            took = apart(way, text, None)
            speed = len(text.split()) / took["seconds"]
            told = f"{speed:>8,.0f} words a second, {took['mib']:,.0f} MiB"
            print(f"{size:>8,} words, {way:<6} {told}")


if __name__ == "__main__":
    main()
