"""Kill the work at random moments; whatever was acknowledged must be there.

    python -m lives.benches.kill --rounds 100

A child process adds files, builds, records judgements and rebuilds with the commands
themselves, one after another, and is killed with SIGKILL after a random while. Then the
archive is verified, every hash the child had printed is looked for in the chain, and
the next round goes on with the same archive.
"""

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lives.benches.command import answer
from lives.cli.main import run

_LONGEST_S = 1.5  # adding, building, judging and rebuilding once takes less
_ACKNOWLEDGED = re.compile(r"^Recorded as decision \d+: ([0-9a-f]{64})$", re.MULTILINE)
_RECEIVED = re.compile(r"^  sha256 ([0-9a-f]{64})$", re.MULTILINE)
_STEP = re.compile(r"^at (\w+)$", re.MULTILINE)
_CHAPTER = """\
# Chapter {number}

{given} {surname} was born in Tula in 18{year}. He joined the party in 1917. He was
arrested in Moscow in March 1935 and sentenced to five years. His wife was exiled.
According to the prosecutor, {surname} had plotted against the government. He was shot
on 3 October 1937. {other} wrote to Vera Antonova about it in 1938.
"""
_GIVEN = ("Ivan", "Pyotr", "Nikolai", "Alexei", "Grigory", "Mikhail")
_SURNAMES = ("Lobanov", "Kruglov", "Vetrov", "Sablin", "Ozerov", "Tikhonov")


@dataclass(slots=True)
class Tally:
    """What the rounds found.

    Attributes:
        rounds: How many kills.
        moments: In what work the child was killed.
        acknowledged: Hashes of the decisions the child had reported.
        received: Digests of the captures the child had reported.
        wrong: Whatever was lost, altered or did not work afterwards, in words.
    """

    rounds: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    acknowledged: set[str] = field(default_factory=set)
    received: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def rounds(folder: Path, count: int, seed: int) -> Tally:
    """Kill a working child so many times in one archive below a folder."""
    chance, tally = random.Random(seed), Tally()  # noqa: S311  # moments, not secrets
    archive = folder / "archive"
    answer("new", str(archive), "--title", "Killed at work")
    for number in range(count):
        said = _killed(archive, number, chance)
        tally.rounds += 1
        tally.moments[(_STEP.findall(said) or ["start"])[-1]] += 1
        tally.acknowledged.update(_ACKNOWLEDGED.findall(said))
        tally.received.update(_RECEIVED.findall(said))
        tally.wrong += [f"round {number}: {words}" for words in _wrong(archive, tally)]
    for command in ("build", "rebuild"):
        status, _ = answer("--archive", str(archive), command)
        if status != 0:
            tally.wrong.append(f"'lives {command}' does not work afterwards")
    return tally


def _killed(archive: Path, seed: int, chance: random.Random) -> str:
    """Let a child work for a while, kill it, and return what it had said."""
    module = [sys.executable, "-m", "lives.benches.kill"]
    output = archive.parent / "said"
    with output.open("w", encoding="utf-8") as said:
        child = subprocess.Popen(
            [*module, "--work", str(archive), "--seed", str(seed)],
            stdout=said,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while "ready" not in output.read_text(encoding="utf-8"):
                if child.poll() is not None:
                    raise RuntimeError("the child could not start its work")
                time.sleep(0.01)
            time.sleep(chance.uniform(0, _LONGEST_S))
        finally:
            os.killpg(child.pid, signal.SIGKILL)  # and the readers it has started
            child.wait()
    return output.read_text(encoding="utf-8")


def _wrong(archive: Path, tally: Tally) -> Iterator[str]:
    _, chain = answer("--archive", str(archive), "decisions")
    _, report = answer("--archive", str(archive), "verify")
    hashes = {entry["hash"] for entry in chain}
    held = {entry["body"].get("capture") for entry in chain}
    yield from (f"{fault['where']}: {fault['words']}" for fault in report["faults"])
    yield from (f"lost decision {key}" for key in tally.acknowledged - hashes)
    yield from (f"lost capture {key}" for key in tally.received - held)


def _work(archive: Path, seed: int) -> None:
    """Add, build, judge and rebuild without end; the commands say what is recorded."""
    chance = random.Random(seed)  # noqa: S311  # which files, not secrets
    print("ready", flush=True)
    while True:
        print("at add", flush=True)
        path = archive.parent / f"chapter-{chance.randrange(10**9)}.txt"
        path.write_text(_chapter(chance), encoding="utf-8")
        run(["--archive", str(archive), "add", str(path)])
        print("at build", flush=True)
        run(["--archive", str(archive), "build"])
        print("at decide", flush=True)
        for _ in range(10):
            _judge(archive, chance)
        print("at rebuild", flush=True)
        run(["--archive", str(archive), "rebuild"])


def _chapter(chance: random.Random) -> str:
    return _CHAPTER.format(
        number=chance.randrange(10**6),
        given=chance.choice(_GIVEN),
        surname=chance.choice(_SURNAMES),
        year=chance.randrange(70, 99),
        other=f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}",
    )


def _judge(archive: Path, chance: random.Random) -> None:
    _, people = answer("--archive", str(archive), "people")
    mentions = [mention for person in people for mention in person["mentions"]]
    if len(mentions) > 1:
        pair = chance.sample(mentions, 2)
        verdict = chance.choice(("--same", "--different", "--unsure"))
        command = ["link", *pair, verdict, "--why", "a trial", "--later"]
        run(["--archive", str(archive), *command])


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.work:
        _work(told.work, told.seed)
    with tempfile.TemporaryDirectory() as folder:
        tally = rounds(Path(folder), told.rounds, told.seed)
    moments = ", ".join(f"{n} in {step}" for step, n in sorted(tally.moments.items()))
    print(f"kills                   {tally.rounds} ({moments})")
    print(f"decisions acknowledged  {len(tally.acknowledged)}")
    print(f"captures acknowledged   {len(tally.received)}")
    print(f"lost, altered or stuck  {len(tally.wrong)}")
    for words in tally.wrong:
        print(f"  {words}")
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    _main()
